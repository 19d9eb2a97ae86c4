"""The kit's folder on disk: all of it or none of it, and nothing the user had is lost.

A kit is written beside its place and swapped in when it is complete. Files that the user added or changed
since the last build travel along; a changed one keeps its bytes under another name.
"""

import json
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from interviewkit.digest import file_digest
from interviewkit.errors import OutputError

RECORD_NAME = "kit.json"
KEPT_MARK = "yours"


def read_record(folder: Path) -> Mapping[str, Any] | None:
    """The kit's record as plain data, None where there is none that can be read."""
    with suppress(OSError, ValueError):
        data = json.loads((folder / RECORD_NAME).read_text(encoding="utf-8"))
        return data if isinstance(data, dict) else None
    return None


def recorded_files(record: Mapping[str, Any] | None) -> dict[str, str]:
    """Path to SHA-256 of the files that the record says were written."""
    entries = (record or {}).get("files", [])
    pairs = [(entry.get("path"), entry.get("sha256")) for entry in entries if isinstance(entry, dict)]
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


def write_kit(folder: Path, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """Make `folder` hold these files (relative path to bytes), all or none.

    Returns the paths under which files that the user had changed are kept. Raises OutputError with the next
    step where the folder cannot be written; the previous kit then is as it was.
    """
    fresh, old = folder.with_name(f".{folder.name}.new"), folder.with_name(f".{folder.name}.old")
    try:
        _recover(folder, old)
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        for name, data in files.items():
            _write_file(fresh / name, data)
        kept = _carry_over(folder, fresh, frozenset(files))
        if folder.exists():
            folder.rename(old)
        fresh.rename(folder)
        shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        shutil.rmtree(fresh, ignore_errors=True)
        with suppress(OSError):
            _recover(folder, old)
        raise OutputError(_explanation(folder, error)) from None
    return kept


def _recover(folder: Path, old: Path) -> None:
    """Put back a kit that a killed build had moved aside."""
    if old.is_dir() and not folder.exists():
        old.rename(folder)
    elif old.is_dir():
        shutil.rmtree(old)


def _write_file(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _carry_over(folder: Path, fresh: Path, written: frozenset[str]) -> tuple[str, ...]:
    """Copy what the user added; keep what they changed under another name. Returns those names."""
    recorded = recorded_files(read_record(folder))
    kept = []
    for path in sorted(folder.rglob("*")) if folder.is_dir() else []:
        name = path.relative_to(folder).as_posix()
        if path.is_dir() or name == RECORD_NAME or (name in recorded and _has_digest(path, recorded[name])):
            continue
        target = fresh / name
        if name in written:
            target = _free_name(target)
            kept.append(target.relative_to(fresh).as_posix())
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, target, follow_symlinks=False)
    return tuple(kept)


def _free_name(path: Path) -> Path:
    candidates = (path.with_name(f"{path.stem}.{KEPT_MARK}-{n}{path.suffix}") for n in range(1, 10_000))
    return next(candidate for candidate in candidates if not candidate.exists())


def _explanation(folder: Path, error: OSError) -> str:
    reason = error.strerror or str(error)
    if isinstance(error, FileExistsError | NotADirectoryError):
        return (
            f"cannot write {folder}: a file stands where a folder is needed; name another folder with --out"
        )
    if isinstance(error, PermissionError) or "Read-only" in reason:
        return f"cannot write {folder}: {reason}; name another folder with --out"
    return f"cannot write {folder}: {reason}; the previous kit is as it was"
