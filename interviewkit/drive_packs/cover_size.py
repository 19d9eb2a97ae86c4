"""How much fits on a cover, which is one page: the columns of its list, and how high the list becomes.

Heights are those of `templates/pack_cover.css`, lengths in mm. Texts are measured, and what cannot be
measured (the words around the list, in any language) has as much room as German and French need.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from interviewkit.drive_packs.cover import Column, Cover, CoverRow, Shape
from interviewkit.models.jurisdiction import Paper
from interviewkit.scorecard.text_width import Weight, line_count, text_width

LIST_WIDTH = 178.0
"""As on A4; Letter is a little wider."""

LIST_HEIGHT: Mapping[Paper, float] = {Paper.A4: 162.0, Paper.LETTER: 144.0}
"""Without the heads of the columns, under a heading of one line and facts of one line each."""

MOST_SUMS: Mapping[Paper, int] = {Paper.A4: 16, Paper.LETTER: 14}
"""Lines of a summary, of which each may need two lines of text."""

BACK, SHEET, GAP = 12.5, 15.5, 2.0
"""The widths of the box to tick and of a sheet's id, each with the gap behind it, and that gap."""

GROUP_HEIGHT = 6.6
HEADING_LINE, FACT_LINE, FACT_WIDTH, SINCE_NOTE = 7.8, 4.0, 144.0, 8.5


@dataclass(frozen=True)
class _Type:
    """A size in points, the height of its lines, of a box to tick, and what a row needs beside.

    What is longer than `most` lines is cut off: the scorecard has it in full.
    """

    size: float
    line: float
    box: float
    padding: float
    most: int = 3


_TYPES = _Type(9.0, 3.75, 3.7, 1.45), _Type(8.0, 3.35, 3.5, 1.05, most=2), _Type(8.0, 3.35, 3.5, 1.05, most=1)
"""The first that fits is taken."""

_LEAST = {
    "time": 15.0,
    "room": 14.0,
    "candidate": 22.0,
    "interview": 18.0,
    "opening": 15.0,
    "interviewer": 26.0,
}
"""What the heads of the columns of texts need, in any of our languages, with the gap."""

MOST_OF_NAMES: Mapping[str, float] = {"candidate": 0.35, "interviewer": 0.25}
"""So much of the width of all texts may the names of people take, who are told apart by their ends, too."""

_GROWING = "candidate", "interview", "opening", "interviewer"
"""Who gets what nobody needs."""


def shape_of(cover: Cover) -> Shape | None:
    """How to set a cover's list, whose groups have rows; None where it does not fit."""
    height = LIST_HEIGHT[cover.paper] - SINCE_NOTE * bool(cover.since)
    height -= HEADING_LINE * (line_count(cover.owner, 19, LIST_WIDTH, Weight.BOLD) > 1)
    height -= FACT_LINE * sum(line_count(fact, 9, FACT_WIDTH) > 1 for fact in (cover.drive, cover.opening))
    height -= GROUP_HEIGHT * sum(bool(group.title) for group in cover.groups)
    rows = [row for group in cover.groups for row in group.rows]
    for of in _TYPES:
        if len(rows) * _height(1, of) <= height:
            columns = _columns(rows, of)
            if sum(_row_height(row, columns, of) for row in rows) <= height:
                return Shape(of.size, of.most, columns)
    return None


def _columns(rows: Sequence[CoverRow], of: _Type) -> tuple[Column, ...]:
    """The columns in which a row has something to say, each as wide as it wants to be or as wide as can be.

    Names of people come first; then the narrow ones, so that the widest share what is missing.
    """
    widths = {name: max(_width(row, name, of) for row in rows) for name in _LEAST}
    wanted = {name: max(width + GAP, _LEAST[name]) for name, width in widths.items() if width}
    left = whole = LIST_WIDTH - BACK - SHEET
    given: dict[str, float] = {}
    for name in sorted(wanted, key=lambda name: (name not in MOST_OF_NAMES, wanted[name])):
        share = whole * MOST_OF_NAMES[name] if name in MOST_OF_NAMES else left / (len(wanted) - len(given))
        given[name] = min(wanted[name], share)
        left -= given[name]
    spare = left / sum(given[name] for name in _GROWING if name in given)
    texts = (Column(name, round(given[name] * (1 + spare * (name in _GROWING)), 2)) for name in wanted)
    return Column("back", BACK), *texts, Column("sheet", SHEET)


def _row_height(row: CoverRow, columns: Sequence[Column], of: _Type) -> float:
    lines = (line_count(_text(row, each.name), of.size, each.width - GAP) for each in columns[1:-1])
    return _height(min(max(lines), of.most), of)


def _height(lines: int, of: _Type) -> float:
    return max(lines * of.line, of.box) + of.padding


def _width(row: CoverRow, column: str, of: _Type) -> float:
    """The width of a text on one line; ids of candidates are set in a heavier weight."""
    if column != "candidate":
        return text_width(_text(row, column), of.size)
    return text_width(f"{row.candidate} ", of.size, Weight.SEMIBOLD) + text_width(row.name, of.size)


def _text(row: CoverRow, column: str) -> str:
    return f"{row.candidate} {row.name}" if column == "candidate" else str(getattr(row, column))
