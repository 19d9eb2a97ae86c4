"""What stands between a drive and the disk: writing, locking, what is finished, what is to be forgotten."""
