"""A path that the user names: what it is, and everything in it that can be checked."""

import sys
from collections.abc import Iterator
from pathlib import Path

from interviewkit.drive_input.columns import OPENINGS
from interviewkit.drive_input.csv_tables import sheet_name, table_files
from interviewkit.errors import InputError
from interviewkit.library import Library
from interviewkit.lint.case import DocumentCase
from interviewkit.lint.lists.reader import LIST_SUFFIXES, list_items
from interviewkit.lint.sources.gathered import Gathered
from interviewkit.lint.sources.kit_records import gather_records, record_paths
from interviewkit.lint.sources.openings import gather_drive, gather_opening, is_drive, is_opening
from interviewkit.lint.sources.rubric_files import (
    FOLDERS,
    gather_alone,
    gather_file,
    gather_role,
    gather_rubrics,
    is_rubric_folder,
)
from interviewkit.problems import Code, Location, Problem
from interviewkit.yaml_source import MIB, decoded, read_text, read_yaml

STANDARD_INPUT = "-"
YAML_SUFFIXES = (".yaml", ".yml")
TABLE_SUFFIXES = (".xlsx", ".xlsm", ".zip")
"""Drives as workbooks, or as tables in an archive."""
LIMIT = 16 * MIB
"""So long may a list be: far more than ten thousand lines."""
KNOWN = (
    "give a folder of rubrics, an opening (.yaml), a drive (.yaml, .xlsx), a list (.txt, .md, .csv) or a"
    " kit.json"
)


def gather(path: Path, library: Library) -> Iterator[Gathered]:
    """Everything to check at a path. What cannot be read is a problem, never an exception."""
    try:
        yield from _gather(path, library)
    except InputError as error:
        yield Gathered.failed(error)
    except OSError as error:  # a folder on the way that nobody may look into
        message = f"cannot be read ({error.strerror})"
        place = Location(str(path))
        yield Gathered(problems=[Problem(place, Code.FILE_UNREADABLE, message, "check its permissions")])


def _gather(path: Path, library: Library) -> Iterator[Gathered]:
    name = str(path)
    if name == STANDARD_INPUT:
        yield _gather_list("<stdin>", _standard_input("<stdin>"), ".txt")
    elif path.is_dir():
        yield from _gather_folder(path, library)
    elif path.suffix.lower() in LIST_SUFFIXES:
        yield _gather_list(name, read_text(path, limit=LIMIT), path.suffix.lower())
    elif path.suffix.lower() == ".json":
        yield gather_records([path])
    elif path.suffix.lower() in TABLE_SUFFIXES:
        yield from gather_drive(path, library)
    elif path.suffix.lower() in YAML_SUFFIXES or not path.exists():
        yield from _gather_yaml(path, library)
    else:
        yield _nothing(name, "this is no file that the checker reads")


def _gather_folder(path: Path, library: Library) -> Iterator[Gathered]:
    if is_rubric_folder(path):
        yield gather_rubrics(path, _over(path, library))
        return
    if _is_drive(path):
        yield from gather_drive(path, library)
        return
    records = record_paths(path)
    if records:
        yield gather_records(records)
    files = [each for each in sorted(path.iterdir()) if _is_known(each)]
    found = [each for file in files for each in gather(file, library) if not _is_other(each)]
    if is_rubric_folder(path / "rubrics"):
        yield gather_rubrics(path / "rubrics", _over(path / "rubrics", library))
    elif not found and not records:
        yield _nothing(str(path), "there is nothing in this folder that the checker reads")
    yield from found


def _is_drive(folder: Path) -> bool:
    """Does the folder hold the tables of a drive?"""
    return any(sheet_name(file.stem).strip().casefold() == OPENINGS.name for file in table_files(folder))


def _gather_yaml(path: Path, library: Library) -> Iterator[Gathered]:
    source = read_yaml(path)
    kind, layer = path.parent.name, path.parent.parent
    if kind in FOLDERS or kind == "roles":
        gathered = Gathered()
        if kind == "roles":
            gather_role(gathered, path.stem, _over(layer, library))
        else:
            gather_file(gathered, FOLDERS[kind], f"{kind}/{path.name}", _over(layer, library))
        yield gathered
    elif is_drive(source):
        yield from gather_drive(path, library)
    elif is_opening(source):
        yield gather_opening(path, library)
    else:
        yield gather_alone(source) or _nothing(str(path), "this is neither an opening nor a rubric file")


def _standard_input(name: str) -> str:
    hint = "pipe a list into the command, or name a file"
    if sys.stdin is None:  # closed before the command began
        raise InputError([Problem(Location(name), Code.FILE_UNREADABLE, "standard input is closed", hint)])
    try:
        data = sys.stdin.buffer.read(LIMIT + 1)
    except OSError as error:
        message = f"cannot be read ({error.strerror})"
        raise InputError([Problem(Location(name), Code.FILE_UNREADABLE, message, hint)]) from None
    if len(data) > LIMIT:
        message, hint = f"the input is larger than {LIMIT // MIB} MiB", "split it into smaller files"
        raise InputError([Problem(Location(name), Code.FILE_TOO_LARGE, message, hint)])
    return decoded(data, name)


def _gather_list(name: str, text: str, suffix: str) -> Gathered:
    items = tuple(list_items(name, text, suffix))
    gathered = Gathered(sources={name: text})
    gathered.add(items, [DocumentCase(name, items)])
    return gathered


def _is_known(path: Path) -> bool:
    return path.is_file() and path.suffix.lower() in {*LIST_SUFFIXES, *YAML_SUFFIXES}


def _is_other(gathered: Gathered) -> bool:
    """Is it a file for another program, which nobody asked to check by name?"""
    return bool(gathered.problems) and all(each.code is Code.NOTHING_TO_CHECK for each in gathered.problems)


def _over(folder: Path, library: Library) -> Library:
    """The library with the folder on top, where it is not in it already."""
    if any(folder.resolve() == each.resolve() for each in library.folders):
        return library
    return Library((folder, *library.folders), library.language, library.target)


def _nothing(name: str, message: str) -> Gathered:
    return Gathered(problems=[Problem(Location(name), Code.NOTHING_TO_CHECK, message, KNOWN)])
