"""Where a drive begins: with the folder locked; one that has nothing to do is told so at once."""

from interviewkit.drive_folder.lock import FolderLock, folder_lock
from interviewkit.drive_folder.state import DriveState
from interviewkit.drive_folder.store import Store, open_store
from interviewkit.drive_run.looking import LookedAtStore, NoLock
from interviewkit.drive_run.nothing import nothing_to_do
from interviewkit.drive_run.request import DriveReport, DriveRequest, Progress
from interviewkit.workers import Workers


def run_drive(request: DriveRequest, workers: Workers, progress: Progress) -> DriveReport:
    """Build everything that a drive asks for and that is not there yet.

    Raises InputError where the drive's file cannot be read, OutputError where the folder cannot be written.
    """
    store = open_store(request.out)
    if request.dry_run:
        return _run(request, LookedAtStore(store), NoLock(), workers, progress)
    with folder_lock(store) as lock:
        return _run(request, store, lock, workers, progress)


def _run(
    request: DriveRequest, store: Store, lock: FolderLock, workers: Workers, progress: Progress
) -> DriveReport:
    state = DriveState(store)
    done = nothing_to_do(request, store, state)
    if done is not None:
        return done
    from interviewkit.drive_run.folder import Folder
    from interviewkit.drive_run.run import Run

    folder = Folder(store, state, lock, state.run + 1, request.force, request.dry_run)
    try:
        return Run(request, folder, workers, progress).report()
    finally:
        state.flush()
