"""The first sheet of a pack: what lies in the pile, in the order of use, as plain data for its template."""

from dataclasses import dataclass, field

from interviewkit.models.jurisdiction import Paper

COVER_PAPER = 1
"""A cover is one sheet of paper, its back blank."""


@dataclass(frozen=True)
class CoverRow:
    """A scorecard in the pile. What is not known is empty, and so is what a cover says once for all rows.

    `candidate` is an id; the name is personal data, which no `repr` shows.
    """

    sheet: str
    candidate: str
    name: str = field(repr=False)
    name_language: str
    interview: str
    opening: str
    interviewer: str
    time: str
    room: str


@dataclass(frozen=True)
class CoverGroup:
    """Scorecards that lie one after the other and share `title`: a day, a time or an interview.

    `first` and `last` are the ids of sheets; `rows` is empty where they are only summed up.
    """

    title: str
    interviews: int
    candidates: int
    first: str
    last: str
    rows: tuple[CoverRow, ...] = ()


@dataclass(frozen=True)
class Column:
    """A column of the list: a field of its rows, or `back` for a box to tick; its width in mm."""

    name: str
    width: float


@dataclass(frozen=True)
class Shape:
    """How the list is set: size of its type in points, most lines of a cell, columns from left to right."""

    size: float
    lines: int
    columns: tuple[Column, ...]


@dataclass(frozen=True)
class Cover:
    """What a cover says of its pack; `bookmark` and `label` are what it is called on the screen.

    `drive` and `opening` are titles, the latter empty where there are several. `part` is 0 where the pile is
    one pack, `since` where it is no pack of what is newer than a run. `sheets` counts paper, with the cover.
    There are no `groups` where a part holds blank scorecards alone, and no `shape` where scorecards are only
    summed up.
    """

    bookmark: str
    label: str
    owner: str
    part: int
    drive: str
    opening: str
    since: int
    is_day: bool
    is_dated: bool
    paper: Paper
    sheets: int
    guides: int
    samples: int
    blanks: int
    whole: CoverGroup
    groups: tuple[CoverGroup, ...]
    shape: Shape | None = None
