"""Which sheet a table is, where its headings stand, and which column each of them is."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from interviewkit.drive_input.cells import is_blank, plain_text
from interviewkit.drive_input.columns import SHEETS, Column, SheetKind
from interviewkit.drive_input.tables import Row, Table, Value
from interviewkit.problems import Code, Problem

HEADING_ROWS = 10
"""The headings stand in one of so many rows."""

_SPACES = re.compile(r"[\s_-]+")
VERY_CLOSE = 0.85
CLOSE = 0.6


def folded_heading(value: Value) -> str:
    """The heading as it is compared: no capitals, one space for hyphens and underscores, no `*` or `:`."""
    return _SPACES.sub(" ", plain_text(value).casefold()).strip(" *:")


def kind_of(name: str) -> SheetKind | None:
    """The sheet that has this name."""
    folded = folded_heading(name)
    return next(
        (kind for kind in SHEETS if folded in {folded_heading(n) for n in (kind.name, *kind.others)}), None
    )


def kind_by_headings(rows: Sequence[Row]) -> SheetKind | None:
    """The sheet whose own headings, and not many others, stand in one of the first rows."""
    counts = {kind.name: max((_fit(row, kind) for row in rows[:HEADING_ROWS]), default=0) for kind in SHEETS}
    best = max(SHEETS, key=lambda kind: counts[kind.name])
    return best if counts[best.name] else None


def _fit(row: Row, kind: SheetKind) -> int:
    """How many headings of the sheet the row has, under no other names; 0 where it is hardly this sheet's."""
    texts = {folded_heading(value) for value in row.values} - {""}
    known = [column for column in kind.columns if folded_heading(column.name) in texts]
    is_whole = all(column in known for column in kind.columns if column.required)
    return len(known) if is_whole and len(known) > 1 and 2 * len(known) >= len(texts) else 0


def known_headings(name: str) -> frozenset[str] | None:
    """The headings of the sheet with this name; None where no sheet has it."""
    kind = kind_of(name)
    return frozenset(_columns_by_heading(kind)) if kind else None


@dataclass(frozen=True)
class Headings:
    """The row of the headings, and the column of the sheet at each position (from 0) that has one.

    `missing` are the problems of columns that the sheet must have.
    """

    row: Row
    columns: dict[int, Column]
    problems: tuple[Problem, ...]
    missing: tuple[Problem, ...]


def find_headings(table: Table, kind: SheetKind) -> Headings | None:
    """The headings of a table that has rows: of its first rows, the one with most; None without rows."""
    known = _columns_by_heading(kind)
    first = table.rows[:HEADING_ROWS]
    if not first:
        return None

    def count(row: Row) -> int:
        return len({known[text].name for text in map(folded_heading, row.values) if text in known})

    row = max(first, key=count)
    columns: dict[int, Column] = {}
    problems = []
    for position, value in enumerate(row.values):
        column = known.get(folded_heading(value))
        if column is None:
            continue
        if column in columns.values():
            message = f"the column `{column.name}` stands a second time"
            problems.append(Problem(row.place(position), Code.NO_COLUMN, message, "delete one of the two"))
        else:
            columns[position] = column
    missing = tuple(_missing(row, kind, columns))
    misspelt = [] if missing else _misspelt(row, kind, columns, known)
    return Headings(row, columns, (*problems, *misspelt), missing)


def _columns_by_heading(kind: SheetKind) -> dict[str, Column]:
    return {folded_heading(name): column for column in kind.columns for name in (column.name, *column.others)}


def _missing(row: Row, kind: SheetKind, columns: dict[int, Column]) -> Iterator[Problem]:
    """Columns that the sheet must have."""
    first = next((n for n, value in enumerate(row.values) if not is_blank(value)), 0)
    unknown = [plain_text(v) for n, v in enumerate(row.values) if n not in columns and not is_blank(v)]
    for column in kind.columns:
        if column.required and column not in columns.values():
            close = get_close_matches(folded_heading(column.name), _by_fold(unknown), n=1, cutoff=CLOSE)
            hint = f"add a column with the heading `{column.name}`"
            if close and columns:
                hint = f"did you mean this by `{_by_fold(unknown)[close[0]]}`?"
            message = f"the sheet `{kind.name}` has no column `{column.name}`"
            yield Problem(row.place(first), Code.NO_COLUMN, message, hint)


def _by_fold(texts: Iterable[str]) -> dict[str, str]:
    return {folded_heading(text): text for text in texts}


def _misspelt(
    row: Row, kind: SheetKind, columns: dict[int, Column], known: dict[str, Column]
) -> list[Problem]:
    """Headings that are nearly those of a column which the sheet has not."""
    absent = [folded_heading(c.name) for c in kind.columns if c not in columns.values()]
    problems = []
    for position, value in enumerate(row.values):
        folded = folded_heading(value)
        close = get_close_matches(folded, absent, n=1, cutoff=VERY_CLOSE)
        if close and position not in columns:
            message = f"the heading `{plain_text(value)}` is not known"
            hint = f"did you mean `{known[close[0]].name}`?"
            problems.append(Problem(row.place(position), Code.NO_COLUMN, message, hint))
    return problems
