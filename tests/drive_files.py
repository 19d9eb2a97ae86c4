"""Drives as data: sheets of cells, written as a workbook, and what a user sees of them once read."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from interviewkit.drive_input.drive import Drive
from interviewkit.drive_input.reading import opening_inputs, read_drive
from interviewkit.errors import InputError
from interviewkit.inputs import read_opening
from interviewkit.library import Library, open_library

Sheets = Mapping[str, Sequence[Sequence[Any]]]

LIBRARY: Library = open_library()
HEADINGS = ("opening", "role", "seniority", "title", "organisation", "country", "mission")
CLAIMS = ("claims", "ai-engineer", "senior", "AI Engineer", "Example Health", "GB", "Check records.")
PEOPLE = (("candidate", "name", "opening"), ("C-1", "Łucja Świątek", "claims"))
TIMES = ("date", "start", "room", "candidate", "stage", "interviewer")
PANEL = (("opening", "interviewer", "stages"), ("claims", "Ada Example", "engineering"))
GOOD: Sheets = {"openings": (HEADINGS, CLAIMS), "candidates": PEOPLE}


def write_workbook(path: Path, sheets: Sheets) -> Path:
    """Write the sheets as an .xlsx file."""
    book = Workbook()
    book.remove(book.active) if book.active else None
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def seen(path: Path) -> list[str]:
    """All problems of a drive as a user sees them: its own, then those of each opening."""
    try:
        drive = read_drive(path, LIBRARY)
    except InputError as error:
        return lines(error, path)
    found = [short(problem, path) for problem in drive.problems]
    return found + [line for opening in drive.openings for line in opening_lines(drive, opening.id, path)]


def opening_lines(drive: Drive, name: str, path: Path) -> list[str]:
    """What is wrong with one opening."""
    opening = next(entry for entry in drive.openings if entry.id == name)
    try:
        opening_inputs(opening, LIBRARY)
    except InputError as error:
        return lines(error, path)
    return []


def lines(error: InputError, path: Path) -> list[str]:
    """A line per problem."""
    return [short(problem, path) for problem in error.problems]


def short(problem: object, path: Path) -> str:
    """The problem without the folder of the drive."""
    return str(problem).replace(f"{path.parent}/", "")


def problems_of(path: Path) -> list[str]:
    """What is wrong with the drive; the openings are read without their rubrics, which takes long."""
    try:
        drive = read_drive(path, LIBRARY)
    except InputError as error:
        return lines(error, path)
    found = [short(problem, path) for problem in drive.problems]
    for opening in drive.openings:
        found += [short(problem, path) for problem in opening.problems]
        if opening.source is not None:
            try:
                read_opening(opening.source, LIBRARY)
            except InputError as error:
                found += lines(error, path)
    return found
