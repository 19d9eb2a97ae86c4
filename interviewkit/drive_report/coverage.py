"""What the hires of a drive cover together, and what none of them has to bring."""

from collections.abc import Mapping
from dataclasses import dataclass

from interviewkit.drive_report.team_picture import HIGH, PictureRow, TeamPicture

SOUND = 3
"""Below this bar on every opening, nobody has to be able to do it on their own."""


@dataclass(frozen=True)
class Cover:
    """A competency over all openings: its highest bar, the numbers of the openings that ask for it, counts.

    `high` and `sound` count the openings with a bar of at least 4 and at least 3, `rated` those with any.
    """

    row: PictureRow
    highest: int
    asked_by: tuple[int, ...]
    high: int
    sound: int
    rated: int


@dataclass(frozen=True)
class TeamCoverage:
    """A line per competency that is rated, in the order of the picture, and the gaps.

    `low` are lines of `covers` whose highest bar is below 3; `unrated` are names from the library.
    """

    covers: tuple[Cover, ...]
    low: tuple[Cover, ...]
    unrated: tuple[str, ...]

    @property
    def has_gaps(self) -> bool:
        """Is there anything that nobody covers?"""
        return bool(self.low or self.unrated)


def team_coverage(picture: TeamPicture, names: Mapping[str, str]) -> TeamCoverage:
    """What the openings of a picture ask for together; `names` are those of all competencies by id."""
    covers = tuple(_cover(picture, place, row) for place, row in enumerate(picture.rows))
    rated = {row.id for row in picture.rows}
    unrated = sorted((name for each, name in names.items() if each not in rated), key=str.casefold)
    return TeamCoverage(covers, tuple(each for each in covers if each.highest < SOUND), tuple(unrated))


def _cover(picture: TeamPicture, place: int, row: PictureRow) -> Cover:
    cells = ((column.number, column.cells[place]) for column in picture.columns)
    bars = {number: cell.bar for number, cell in cells if cell is not None}
    highest = max(bars.values())
    return Cover(
        row=row,
        highest=highest,
        asked_by=tuple(sorted(number for number, bar in bars.items() if bar == highest)),
        high=sum(bar >= HIGH for bar in bars.values()),
        sound=sum(bar >= SOUND for bar in bars.values()),
        rated=len(bars),
    )
