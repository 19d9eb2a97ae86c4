"""Sheets as they were read: rows of values, each with its place."""

import datetime
from dataclasses import dataclass, field

from interviewkit.drive_input.places import CellLocation
from interviewkit.problems import Location, Problem

MAX_ROWS = 100_000
"""Rows that a sheet may have below its headings."""

WINDOWS_EPOCH = datetime.date(1899, 12, 30)
"""Day 0 of a spreadsheet's dates; Excel on old Macs counts from 1904."""


@dataclass(frozen=True)
class Fault:
    """What stands in a cell without a value: the error it shows, or a formula that was never calculated."""

    error: str = ""


Value = str | int | float | bool | datetime.date | datetime.time | datetime.timedelta | Fault | None
"""What a cell holds; a datetime is a date, too."""


@dataclass(frozen=True)
class SheetRow:
    """A row of a workbook's sheet; `number` counts from 1."""

    path: str
    sheet: str
    number: int
    values: tuple[Value, ...]

    def place(self, column: int) -> Location:
        """The cell in a column (from 0)."""
        return CellLocation(self.path, self.number, column + 1, self.sheet)


@dataclass(frozen=True)
class TextRow:
    """A row of a .csv file; `starts` are line and column of its cells, then of its end."""

    path: str
    values: tuple[Value, ...]
    starts: tuple[tuple[int, int], ...]

    def place(self, column: int) -> Location:
        """Where the cell in a column (from 0) starts; the end of the row where it has no such cell."""
        return Location(self.path, *self.starts[min(column, len(self.starts) - 1)])


Row = SheetRow | TextRow


@dataclass(frozen=True)
class Table:
    """A sheet: its name, its place, its rows from the top that are not blank."""

    name: str
    place: Location
    rows: list[Row] = field(repr=False)
    epoch: datetime.date = WINDOWS_EPOCH
    problems: tuple[Problem, ...] = ()
