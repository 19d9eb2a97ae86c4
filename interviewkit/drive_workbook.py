"""The workbook of a drive with the rows it is given: headings explained, drop-downs, ready to print."""

import datetime
import io
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.constants import ARC_CORE
from openpyxl.xml.functions import tostring

from interviewkit.builtin import builtin_folder
from interviewkit.drive_input.columns import CANDIDATES, DRIVE, OPENINGS, PANEL, SHEETS, Column, SheetKind
from interviewkit.language import known_languages
from interviewkit.library import Library
from interviewkit.models.jurisdiction import Paper
from interviewkit.models.question import Form
from interviewkit.models.scale import Seniority
from interviewkit.models.team import TeamLoop, TeamStage, Technology
from interviewkit.project import Layers

CellValue = str | datetime.date | datetime.time
Rows = Mapping[str, Sequence[Mapping[str, CellValue]]]
"""Name of a sheet to its rows, each a heading to its value; what has no value is left out."""

LAST_ROW = 10_001
"""Down to where a column offers its values: a drive has 10,000 scorecards at most."""

FORMULA_CHARACTERS = 255
"""Excel repairs, that is deletes, a drop-down whose formula is longer."""

LISTS = "lists"
NO_CLOCK = datetime.datetime(2000, 1, 1)  # noqa: DTZ001 (openpyxl wants none)
DAY, TIME, PLAIN_TEXT = "yyyy-mm-dd", "hh:mm", "@"

FORMATS = {
    **{column.name: DAY for column in OPENINGS.columns if column.key.startswith("dates.")},
    "date": DAY,
    "start": TIME,
    **dict.fromkeys(("opening", "candidate", "interviewer_id", "room", "value"), PLAIN_TEXT),
}
"""How the cells of a column are shown; as plain text, 007 and 2026-12-01 stay what they are."""

WIDTHS = {
    "mission": 60,
    "title": 44,
    "stages": 40,
    "value": 40,
    "product": 30,
    "domain": 30,
    "opening": 28,
    "name": 28,
    "interviewer": 28,
    "role": 24,
    "contact": 24,
    "organisation": 20,
    "setting": 20,
    "stage": 20,
}
"""Letters that a column has room for, where that is not `WIDTH`."""

WIDTH, LONG = 15, 40
"""The width of the other columns, and the width from which on cells are wrapped."""

REQUIRED = PatternFill("solid", start_color="FFD7E8EC")

NOTE_WIDTH, NOTE_LETTERS, NOTE_LINE, NOTE_EDGE = 300, 42, 19, 14
"""A comment's width, line height and edge in pixels, and the letters that go on a line."""

ONE_OPENINGS = {"opening", "file", "title"}
"""Columns of an opening whose value no other opening has."""

REFERENCES = {"opening": OPENINGS, "candidate": CANDIDATES, "interviewer": PANEL}
"""Columns whose values stand on another sheet, under the same heading."""


@dataclass(frozen=True)
class Choice:
    """What a cell may hold; without `only`, other words are asked about, not refused."""

    words: tuple[str, ...]
    only: bool = False


class _Lists:
    """The hidden sheet that holds the lists too long for a formula, one in each column."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._places: dict[tuple[str, ...], str] = {}

    @property
    def is_empty(self) -> bool:
        """Whether every list was short."""
        return not self._places

    def formula(self, words: tuple[str, ...]) -> str:
        """What a drop-down says to offer these words."""
        short = f'"{",".join(words)}"'
        if len(short) <= FORMULA_CHARACTERS:
            return short
        if words not in self._places:
            number = len(self._places) + 1
            for row, word in enumerate(words, start=1):
                _write(self._sheet.cell(row, number), word)
            letter = get_column_letter(number)
            self._places[words] = f"{LISTS}!${letter}$1:${letter}${len(words)}"
        return self._places[words]


def drive_workbook(rows: Rows, layers: Layers | None = None, note: str = "") -> bytes:
    """A workbook with these rows, its headings explained; `note` stands in each sheet's first comment.

    Drop-downs offer what `layers` have, or else the built-in roles. The same input gives the same bytes.
    """
    choices = known_choices(layers or Layers((builtin_folder("rubrics"),), (builtin_folder("templates"),)))
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    sheets = [(kind, workbook.create_sheet(kind.name)) for kind in SHEETS]
    hidden = workbook.create_sheet(LISTS)
    hidden.sheet_state = "hidden"
    lists = _Lists(hidden)
    for kind, sheet in sheets:
        _write_headings(sheet, kind, note)
        _write_rows(sheet, kind, rows.get(kind.name, ()))
        _set_up_page(sheet)
        for column in kind.columns:
            _offer_column(sheet, (kind, column), choices, lists)
    for row, setting in enumerate(rows.get(DRIVE.name, ()), start=2):
        choice = choices.get(str(setting["setting"]))
        if choice:
            _offer(sheets[0][1], f"B{row}", lists.formula(choice.words), only=choice.only)
    if lists.is_empty:
        workbook.remove(hidden)
    return _saved(workbook)


def known_choices(layers: Layers) -> dict[str, Choice]:
    """Heading or setting to the values that are known for it."""
    library = Library(layers.rubrics, layers.language)
    roles = library.ids("roles")
    plans = [library.role(name).value.plan for name in roles]
    stages = Choice(tuple(dict.fromkeys(stage.id for plan in plans for stage in plan)))
    settings = (column.name for column in OPENINGS.columns if column.name not in ONE_OPENINGS)
    return {
        "role": Choice(roles),
        "country": Choice(library.ids("jurisdictions")),
        "language": Choice(known_languages(layers.templates)),
        "stages": stages,
        "stage": stages,
        "setting": Choice(("drive", "title", "paper", *settings)),
        "seniority": _either(Seniority),
        "technology": _either(Technology),
        "team_stage": _either(TeamStage),
        "loop": _either(TeamLoop),
        "form": _either(Form),
        "paper": _either(Paper),
    }


def _either(words: type[StrEnum]) -> Choice:
    return Choice(tuple(word.value for word in words), only=True)


def _offer_column(
    sheet: Worksheet, place: tuple[SheetKind, Column], choices: Mapping[str, Choice], lists: _Lists
) -> None:
    """Give a column a drop-down where its values are known or stand on another sheet."""
    kind, column = place
    cells = _column_range(kind, column)
    target, choice = REFERENCES.get(column.name, kind), choices.get(column.name)
    if target is not kind:
        _offer(sheet, cells, f"{target.name}!{_column_range(target, column, '$')}", only=True)
    elif choice:
        _offer(sheet, cells, lists.formula(choice.words), only=choice.only)


def _column_range(kind: SheetKind, column: Column, fixed: str = "") -> str:
    """The cells under a heading; with `fixed` as `$`, wherever they are named."""
    names = [other.name for other in kind.columns]
    letter = get_column_letter(names.index(column.name) + 1)
    return f"{fixed}{letter}{fixed}2:{fixed}{letter}{fixed}{LAST_ROW}"


def _offer(sheet: Worksheet, cells: str, formula: str, *, only: bool) -> None:
    """Give cells a drop-down."""
    drop_down = DataValidation(
        type="list",
        formula1=formula,
        allow_blank=True,
        showErrorMessage=True,
        errorStyle="stop" if only else "warning",
        errorTitle="InterviewKit",
        error="This is not in the list.",
        sqref=cells,
    )
    sheet.add_data_validation(drop_down)


def _write_headings(sheet: Worksheet, kind: SheetKind, note: str) -> None:
    """The first row: required headings bold and filled, each with its help, and the columns' looks."""
    sheet.freeze_panes = "B2" if kind is OPENINGS else "A2"
    for number, column in enumerate(kind.columns, start=1):
        cell = sheet.cell(1, number)
        _write(cell, column.name)
        cell.font = Font(bold=column.required)
        if column.required:
            cell.fill = REQUIRED
        parts = ["Required." if column.required else "", column.help]
        if number == 1:
            parts += [f"A row is {kind.row}.", note]
        cell.comment = _comment("\n".join(part for part in parts if part))
        looks = sheet.column_dimensions[get_column_letter(number)]
        looks.width = WIDTHS.get(column.name, WIDTH)
        if column.name in FORMATS:
            looks.number_format = FORMATS[column.name]


def _comment(text: str) -> Comment:
    """A comment with room for all of its text."""
    lines = sum(math.ceil(len(line) / NOTE_LETTERS) for line in text.splitlines())
    return Comment(text, "InterviewKit", width=NOTE_WIDTH, height=lines * NOTE_LINE + NOTE_EDGE)


def _write_rows(sheet: Worksheet, kind: SheetKind, rows: Sequence[Mapping[str, CellValue]]) -> None:
    for row, values in enumerate(rows, start=2):
        for number, column in enumerate(kind.columns, start=1):
            if column.name in values:
                cell = sheet.cell(row, number)
                _write(cell, values[column.name])
                cell.alignment = Alignment(wrap_text=WIDTHS.get(column.name, 0) >= LONG, vertical="top")
                if isinstance(values[column.name], str):
                    cell.number_format = FORMATS.get(column.name, cell.number_format)


def _write(cell: Cell | MergedCell, value: CellValue) -> None:
    """Put a value into a cell; text that begins with `=` stays text."""
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
    elif isinstance(value, datetime.time):
        cell.number_format = TIME
    else:
        cell.number_format = DAY


def _set_up_page(sheet: Worksheet) -> None:
    """On paper: landscape, all columns on a page, the headings on every page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _saved(workbook: Workbook) -> bytes:
    """The workbook as a file in which nothing tells when it was written."""
    written, fixed = io.BytesIO(), io.BytesIO()
    workbook.properties.creator = "InterviewKit"
    workbook.properties.created = NO_CLOCK
    workbook.save(written)
    workbook.properties.modified = NO_CLOCK
    core = tostring(workbook.properties.to_tree())
    with ZipFile(written) as source, ZipFile(fixed, "w") as target:
        for name in source.namelist():
            part = ZipInfo(name)
            part.compress_type, part.create_system = ZIP_DEFLATED, 0
            target.writestr(part, core if name == ARC_CORE else source.read(name))
    return fixed.getvalue()
