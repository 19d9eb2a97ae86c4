"""The kit's folder on disk: all of it or none of it, and nothing the user had is lost.

A kit is written beside its place and swapped in when it is complete. Files that the user added or changed
since the last build travel along; a changed one keeps its bytes under another name.
"""

import errno
import json
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import Any

from interviewkit.digest import file_digest
from interviewkit.errors import OutputError

RECORD_NAME = "kit.json"
KEPT_MARK = "yours"


def read_record(folder: Path) -> Mapping[str, Any] | None:
    """The kit's record as plain data, None where there is none that can be read."""
    with suppress(OSError, ValueError, RecursionError):
        data = json.loads((folder / RECORD_NAME).read_text(encoding="utf-8"))
        return data if isinstance(data, dict) else None
    return None


def recorded_files(record: Mapping[str, Any] | None) -> dict[str, str]:
    """Path to SHA-256 of the files that the record says were written."""
    entries = (record or {}).get("files")
    listed = entries if isinstance(entries, list) else []
    pairs = [(entry.get("path"), entry.get("sha256")) for entry in listed if isinstance(entry, dict)]
    return {str(path): str(digest) for path, digest in pairs}


def is_up_to_date(folder: Path, build_digest: str) -> bool:
    """Whether the folder holds exactly the kit of this build: same inputs, every file as written."""
    record = read_record(folder)
    if record is None or record.get("build_digest") != build_digest:
        return False
    files = recorded_files(record)
    return bool(files) and all(_has_digest(folder / path, digest) for path, digest in files.items())


def _has_digest(path: Path, digest: str) -> bool:
    return path.is_file() and file_digest(path) == digest


def recover_kit(folder: Path) -> None:
    """Put right what a killed build left behind: the old kit in its place, no half of a new one."""
    with suppress(OSError):
        place = _resolved(folder)
        with _locked(place.parent):
            _clean_up(place)


def write_kit(folder: Path, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """Make `folder` hold these files (relative path to bytes), all or none.

    Returns the paths under which files that the user had changed are kept. Raises OutputError with the next
    step where the folder cannot be written; the previous kit then is as it was.
    """
    try:
        place = _resolved(folder)
        place.parent.mkdir(parents=True, exist_ok=True)
        with _locked(place.parent):
            return _replace(place, files)
    except OSError as error:
        raise OutputError(_explanation(folder, error)) from None


def _resolved(folder: Path) -> Path:
    """The folder without links: its neighbours are on the same disk, and a link to it stays."""
    try:
        return folder.resolve()
    except RuntimeError:  # until Python 3.12, for links in a circle
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(folder)) from None


def _replace(folder: Path, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """The kit is built beside its place; two renames put it there."""
    if folder.exists() and not folder.is_dir():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(folder))
    _clean_up(folder)
    fresh, old = _beside(folder)
    try:
        for name, data in files.items():
            _write_file(fresh / name, data)
        kept = _carry_over(folder, fresh)
        if folder.exists():
            shutil.copymode(folder, fresh)
            folder.rename(old)
        fresh.rename(folder)
    finally:
        with suppress(OSError):
            _clean_up(folder)
    return kept


def _beside(folder: Path) -> tuple[Path, Path]:
    """Where a kit stands while it is written, and where the previous one while the two change places."""
    return folder.with_name(f".{folder.name}.new"), folder.with_name(f".{folder.name}.old")


def _clean_up(folder: Path) -> None:
    """No unfinished kit, no finished one out of its place; whoever calls this holds the lock."""
    fresh, old = _beside(folder)
    if old.is_dir() and not folder.exists():
        old.rename(folder)
    for leftover in (fresh, old):
        shutil.rmtree(leftover, ignore_errors=True)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """One process at a time changes the kits in a folder; the lock ends with the process, however it ends."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # a file system that has no locks
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _write_file(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _carry_over(folder: Path, fresh: Path) -> tuple[str, ...]:
    """Copy what the user added; keep what they changed under another name. Returns those names."""
    recorded = recorded_files(read_record(folder))
    kept = []
    for path in sorted(folder.rglob("*")) if folder.is_dir() else []:
        name = path.relative_to(folder).as_posix()
        if (path.is_dir() and not path.is_symlink()) or name == RECORD_NAME:
            continue
        if _has_digest(path, recorded.get(name, "")) or _is_same(path, fresh / name):
            continue
        if (fresh / name).exists():
            name = _free_name(name, fresh, folder)
            kept.append(name)
        (fresh / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, fresh / name, follow_symlinks=False)
    return tuple(kept)


def _is_same(path: Path, other: Path) -> bool:
    return other.is_file() and _has_digest(path, file_digest(other))


def _free_name(name: str, *folders: Path) -> str:
    """The name with a mark and a number, such that none of the folders has it."""
    path = PurePosixPath(name)
    marked = (path.with_stem(f"{path.stem}.{KEPT_MARK}-{n}") for n in range(1, 10_000))
    return str(next(each for each in marked if not any((folder / each).exists() for folder in folders)))


def _explanation(folder: Path, error: OSError) -> str:
    reason = error.strerror or str(error)
    if isinstance(error, FileExistsError | NotADirectoryError):
        return (
            f"cannot write {folder}: a file stands where a folder is needed; name another folder with --out"
        )
    if isinstance(error, PermissionError) or "Read-only" in reason:
        return f"cannot write {folder}: {reason}; name another folder with --out"
    return f"cannot write {folder}: {reason}; the previous kit is as it was"
