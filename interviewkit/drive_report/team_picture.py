"""The team picture: which opening asks for which strength, competencies by openings."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from interviewkit.models.drive_outcome import DriveOutcome, OpeningPicture, PictureCompetency
from interviewkit.models.team import TeamLoop

HIGH = 4
"""From this bar on, a strength is asked for and not only a sound footing."""


@dataclass(frozen=True)
class PictureRow:
    """A competency that an opening rates: its id, and its name in the page's language where it is known."""

    id: str
    name: str


@dataclass(frozen=True)
class PictureColumn:
    """An opening: its number in the list of openings, its loop, and a cell per row, None where not rated."""

    number: int
    opening: str
    loop: TeamLoop
    cells: tuple[PictureCompetency | None, ...]
    unicorn: tuple[str, ...]

    @property
    def rated(self) -> int:
        """How many competencies the opening rates."""
        return sum(cell is not None for cell in self.cells)

    @property
    def high(self) -> int:
        """How many of them have a high bar: the opening's part of the skill budget."""
        return sum(cell is not None and cell.bar >= HIGH for cell in self.cells)


@dataclass(frozen=True)
class TeamPicture:
    """Rows with the most weight first; columns of the inner loop before those of the outer one.

    `missing` are the openings of which nothing is known: their files could not be read.
    """

    rows: tuple[PictureRow, ...]
    columns: tuple[PictureColumn, ...]
    missing: tuple[str, ...]


def team_picture(outcome: DriveOutcome, names: Mapping[str, str]) -> TeamPicture:
    """The picture of all openings that are known; `names` are those of the library's competencies by id."""
    pictures = [
        (number, each.picture) for number, each in enumerate(outcome.openings, 1) if each.picture is not None
    ]
    rows = tuple(_rows((picture for _, picture in pictures), names))
    columns = [_column(number, picture, rows) for number, picture in pictures]
    missing = tuple(each.opening for each in outcome.openings if each.picture is None)
    return TeamPicture(
        rows, tuple(sorted(columns, key=lambda each: (each.loop is TeamLoop.OUTER, each.number))), missing
    )


def _rows(pictures: Iterable[OpeningPicture], names: Mapping[str, str]) -> Iterator[PictureRow]:
    """Every competency that is rated, the one with the most weight over all openings first."""
    weights: Counter[str] = Counter()
    known: dict[str, str] = {}
    for picture in pictures:
        for each in picture.competencies:
            weights[each.id] += each.weight
            known.setdefault(each.id, each.name)
    for name in sorted(weights, key=lambda each: (-weights[each], each)):
        yield PictureRow(name, names.get(name, known[name]))


def _column(number: int, picture: OpeningPicture, rows: tuple[PictureRow, ...]) -> PictureColumn:
    cells = {each.id: each for each in picture.competencies}
    return PictureColumn(
        number, picture.opening, picture.loop, tuple(cells.get(row.id) for row in rows), picture.unicorn
    )
