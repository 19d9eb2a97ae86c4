"""The team picture cut into matrices that fit a page: all rows, so many columns each."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from interviewkit.drive_report.team_picture import PictureColumn, TeamPicture
from interviewkit.models.team import TeamLoop
from interviewkit.scorecard.text_width import Weight, text_width

MOST_COLUMNS = 12
"""As many columns of 10.5 mm stand beside the names, on A4 and on Letter."""

HEAD_SIZE, HEAD_LINES, LEAST_HEAD, HIGHEST_HEAD = 8.5, 2, 12.0, 44.0
"""Ids stand upright in the head of a column: points, lines, and the least and greatest height in mm."""


@dataclass(frozen=True)
class ColumnHead:
    """An opening's id as it fits the head of its column, and whether it takes two lines."""

    column: PictureColumn
    words: str
    two_lines: bool


@dataclass(frozen=True)
class Matrix:
    """One table: heads by loop, and the height in mm that the upright ids need."""

    loops: tuple[tuple[TeamLoop, int], ...]
    heads: tuple[ColumnHead, ...]
    height: float

    @property
    def columns(self) -> tuple[PictureColumn, ...]:
        """The openings of this table."""
        return tuple(head.column for head in self.heads)

    @property
    def first_of_loop(self) -> frozenset[int]:
        """The places of the columns that begin a loop: a rule stands before them."""
        places, at = [], 0
        for _, count in self.loops:
            places.append(at)
            at += count
        return frozenset(places)


def matrices(picture: TeamPicture) -> tuple[Matrix, ...]:
    """The picture as tables of about the same number of columns, none where no opening is known."""
    total = len(picture.columns)
    parts = -(-total // MOST_COLUMNS)
    ends = [total * part // parts for part in range(parts + 1)] if parts else [0]
    return tuple(_matrix(picture.columns[start:end]) for start, end in pairwise(ends))


def _matrix(columns: tuple[PictureColumn, ...]) -> Matrix:
    heads = tuple(_head(column) for column in columns)
    loops = tuple((loop, len(list(group))) for loop, group in groupby(columns, key=lambda each: each.loop))
    longest = max(HIGHEST_HEAD if head.two_lines else _width(head.words) + 1 for head in heads)
    return Matrix(loops, heads, round(max(LEAST_HEAD, longest), 1))


def _head(column: PictureColumn) -> ColumnHead:
    """The id on one line, else on two, else cut at its end."""
    if _width(column.opening) < HIGHEST_HEAD:
        return ColumnHead(column, column.opening, two_lines=False)
    shortened = next(words for words in _shortened(column.opening) if _fits(words))
    return ColumnHead(column, shortened, two_lines=True)


def _shortened(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name[:length]}…" for length in range(len(name) - 1, -1, -1))


def _fits(words: str) -> bool:
    """On two lines, wherever the first one breaks."""
    return _width(words) < HIGHEST_HEAD * (HEAD_LINES - 0.25)


def _width(words: str) -> float:
    return text_width(words, HEAD_SIZE, Weight.SEMIBOLD)
