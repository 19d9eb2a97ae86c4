"""Putting a made file in its place without losing what somebody did to the one before it."""

import hashlib
from pathlib import PurePosixPath
from typing import NamedTuple

from interviewkit.drive_folder.store import Stamp, Store
from interviewkit.drive_folder.trouble import ELSEWHERE
from interviewkit.errors import OutputError
from interviewkit.output_folder import KEPT_MARK

_MANY = 10_000


class Known(NamedTuple):
    """What the drive knows of a file that it wrote before; both None where it wrote none."""

    sha256: str | None = None
    stamp: Stamp | None = None


class Put(NamedTuple):
    """A file in its place: its digest and stamp, for the record; `kept` is where the changed one went."""

    sha256: str
    stamp: Stamp
    kept: str | None = None


def put(
    store: Store,
    path: str,
    data: bytes,
    known: Known = Known(),  # noqa: B008 -- never changes
    *,
    digest: str | None = None,
) -> Put:
    """Write a file, for a worker. What is there stays if it is the same, is replaced if the drive wrote it,
    and else is kept under another name, a link as well, whenever it came there. Raises OutputError.
    """  # noqa: D205 -- one thought
    digest = digest or hashlib.sha256(data).hexdigest()
    found = store.size_and_time(path)
    kept = None
    if found and found != known.stamp:
        there = store.sha256(path)
        if there == digest:
            return Put(digest, found)
        if found[0] and (there is None or there != known.sha256):
            kept = keep_aside(store, path)
    return Put(digest, store.write(path, data), kept)


def keep_aside(store: Store, path: str) -> str:
    """Move a file to a free name beside it, `name.yours-1.pdf`; returns that."""
    place = PurePosixPath(path)
    for number in range(1, _MANY):
        free = str(place.with_stem(f"{place.stem}.{KEPT_MARK}-{number}"))
        if not store.exists(free):
            store.move(path, free)
            return free
    raise OutputError(f"{store.name}/{path}: too many changed ones are kept; clear some away, or {ELSEWHERE}")
