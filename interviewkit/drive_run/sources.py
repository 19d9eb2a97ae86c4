"""Everything that a drive is made from, as one digest: equal means that nothing is to be done."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from interviewkit.digest import digest_of, digest_of_files, file_digest
from interviewkit.drive_input.csv_tables import table_files
from interviewkit.drive_input.drive import Drive, DriveOpening
from interviewkit.drive_run.request import DriveRequest
from interviewkit.print_options import program_versions


def inputs_digest(request: DriveRequest, others: Iterable[str], own: str = "") -> str:
    """Digest of the drive's file, the files beside it (as `other_files` names them), layers and options.

    `own` is the `own_digest` of a moment before, where that is the one that counts.
    """
    named = [(name, _contents(request.drive.parent / name)) for name in sorted(others)]
    return digest_of([own or own_digest(request), named])


def own_digest(request: DriveRequest) -> str:
    """Digest of everything but the files that the drive names: what is known before it is read."""
    options = request.options
    return digest_of(
        [
            _tables(request.drive) if request.drive.is_dir() else _contents(request.drive),
            [_contents(folder) for folder in (*options.layers.rubrics, *options.layers.templates)],
            [options.layers.language, str(options.paper), options.large_print, options.unchecked],
            program_versions(),
        ]
    )


def _tables(folder: Path) -> list[tuple[str, str]]:
    """The names and digests of the tables in a folder: of those that are read, whatever their ending is."""
    with suppress(OSError):
        return [(path.name, _contents(path)) for path in table_files(folder)]
    return []


def _contents(path: Path) -> str:
    """The digest of a file, or of the files in a folder; of nothing where it cannot be read."""
    with suppress(OSError):
        return digest_of_files(path) if path.is_dir() else file_digest(path)
    return hashlib.sha256(b"").hexdigest()


def other_files(drive: Drive, path: Path) -> tuple[str, ...]:
    """The opening files and logos that a drive names, relative to the folder of its own file if possible."""
    found = {name for opening in drive.openings for name in _files_of(opening)}
    beside = path.parent.resolve()
    return tuple(sorted(_name_from(beside, each) for each in found if each != path.resolve()))


def _name_from(folder: Path, path: Path) -> str:
    """The path as seen from a folder; whole where it is on another drive of Windows."""
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:
        return path.as_posix()


def _files_of(opening: DriveOpening) -> Iterator[Path]:
    if opening.source is None:
        return
    yield from (
        Path(name).resolve()
        for name in {opening.source.name, *opening.source.owners.values()}
        if Path(name).is_file()
    )
    organisation = opening.source.data.get("organisation") if isinstance(opening.source.data, dict) else None
    logo = organisation.get("logo") if isinstance(organisation, dict) else None
    if isinstance(logo, str):
        yield (opening.path.parent / logo).resolve()
