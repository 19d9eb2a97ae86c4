"""The sheets of an .xlsx workbook as tables."""

import io
import warnings
import zipfile
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from interviewkit.drive_input.archive import Archive
from interviewkit.drive_input.headings import HEADING_ROWS
from interviewkit.drive_input.places import CellLocation
from interviewkit.drive_input.refusals import refusal, refuse_unreadable
from interviewkit.drive_input.sheet_xml import SheetXml, has_sheet, shrink_sheet
from interviewkit.drive_input.tables import MAX_ROWS, WINDOWS_EPOCH, Fault, Row, SheetRow, Table, Value
from interviewkit.errors import InputError
from interviewkit.problems import Code, Problem

MAX_COLUMNS = 100
"""So many columns from the left are read."""

LAST_ROW = 1_048_576
"""A spreadsheet has no more rows."""

_UNREAD = ("media", "drawings", "charts", "chartsheets", "pivot", "externalLinks", "theme", "customXml")
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


@dataclass
class _Parts:
    """The workbook's XML, made small, and what was seen in its sheets, by the names of the parts."""

    packed: io.BytesIO = field(default_factory=io.BytesIO)
    sheets: dict[str, SheetXml] = field(default_factory=dict)


def read_workbook(path: Path) -> list[Table]:
    """The sheets of a workbook, hidden ones too. Raises InputError where it cannot be read at all."""
    refuse_unreadable(path)
    parts = _shrunk(path)
    from openpyxl import load_workbook  # slow to import, and drives in YAML need none of it

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            book = load_workbook(parts.packed, read_only=True, data_only=True, keep_links=False)
            epoch = book.epoch.date() if book.epoch.year > WINDOWS_EPOCH.year + 1 else WINDOWS_EPOCH
            return [_table(sheet, str(path), parts, epoch) for sheet in book.worksheets]
        except InputError:
            raise
        except Exception:  # noqa: BLE001 openpyxl raises anything at all on parts that are broken
            hint = "open it in Excel or LibreOffice and save it as .xlsx"
            message = "this is no workbook, or it is damaged"
            raise refusal(str(path), Code.NOT_A_WORKBOOK, message, hint) from None


def _shrunk(path: Path) -> _Parts:
    """The parts that hold text, formats and cells, in an archive in memory: no macros, no pictures."""
    parts = _Parts()
    with Archive(path, "workbook") as archive, zipfile.ZipFile(parts.packed, "w") as packed:
        for name in dict.fromkeys(archive.names):
            folder = name.removeprefix("xl/").partition("/")[0]
            if not name.endswith((".xml", ".rels")) or folder.startswith(_UNREAD):
                continue
            xml = archive.read(name)
            if any(doctype in xml for doctype in _DOCTYPES):
                message, hint = f"`{name}` has a document type, which no workbook has", "save it again"
                raise refusal(str(path), Code.NOT_A_WORKBOOK, message, hint)
            if has_sheet(xml):
                parts.sheets[name] = shrink_sheet(xml)
                xml = parts.sheets[name].xml
            packed.writestr(name, xml)
    return parts


def _table(sheet: Any, path: str, parts: _Parts, epoch: Any) -> Table:
    sheet.reset_dimensions()
    title = sheet.title.strip()
    seen = parts.sheets.get(sheet._worksheet_path, SheetXml(b"", frozenset(), ()))  # noqa: SLF001 it has no other
    faults: dict[int, list[int]] = {}
    for number, column in seen.uncalculated:
        faults.setdefault(number, []).append(column)
    rows: dict[int, list[Value]] = {}
    problems = []
    for number, cells in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS, values_only=True), 1):
        if number > LAST_ROW:
            break
        values = _with_faults(cells, faults.get(number, ()))
        if any(value is not None for value in values):
            rows[number] = values
        if len(rows) > MAX_ROWS + HEADING_ROWS:
            problems.append(row_limit(CellLocation(path, number, 1, title), title))
            break
    _fill_merged(rows, seen.merged)
    place = CellLocation(path, 1, 1, title)
    found: list[Row] = [SheetRow(path, title, number, tuple(values)) for number, values in rows.items()]
    return Table(title, place, found, epoch, tuple(problems))


def row_limit(place: Any, name: str) -> Problem:
    """The problem at the first row that is not read."""
    message = f"`{name}` has more than {MAX_ROWS:,} rows; those from here on are not read"
    return Problem(place, Code.TOO_MANY_ROWS, message, "make a drive of each part")


def _with_faults(cells: Iterable[Any], faults: Iterable[int]) -> list[Value]:
    values: list[Value] = list(cells)
    for column in faults:
        if column <= MAX_COLUMNS:
            values += [None] * (column - len(values))
            values[column - 1] = Fault()
    return values


def _fill_merged(rows: dict[int, list[Value]], merged: Iterable[tuple[int, int, int]]) -> None:
    """Give the value of merged cells to each of their rows that has anything else."""
    numbers, left = sorted(rows), MAX_ROWS * MAX_COLUMNS
    for column, first, last in merged:
        value = rows[first][column - 1] if first in rows and column <= len(rows[first]) else None
        if value is None:
            continue
        reach = numbers[bisect_right(numbers, first) : bisect_left(numbers, last + 1)]
        left -= len(reach)
        if left < 0:
            return
        for number in reach:
            values = rows[number]
            if column <= len(values) and values[column - 1] is None:
                values[column - 1] = value
