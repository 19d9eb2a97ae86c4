"""Visits: the scorecards of a drive with all that decides where they lie in a pile."""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from interviewkit.drive_packs.models import CardKey, DriveOpening, StageKey
from interviewkit.drive_packs.people import Person, people_of, same_name
from interviewkit.models.kit import KitStage
from interviewkit.models.sheet import Meeting, Sheet


@dataclass(frozen=True)
class Visit:
    """A candidate's interview with one interviewer, `person` None where nobody is named.

    `rank` orders visits that have no meeting: opening, interview, candidate.
    """

    opening: DriveOpening
    stage: KitStage
    sheet: Sheet
    candidate: str
    person: Person | None
    rank: tuple[int, int, int]

    @property
    def card(self) -> CardKey:
        """What the scorecard is called in the drive."""
        return self.opening.id, self.sheet.id

    @property
    def interview(self) -> StageKey:
        """The interview whose scorecard it is."""
        return self.opening.id, self.stage.id

    @property
    def order(self) -> tuple[Any, ...]:
        """By date, time and room; without a time last on its day, without a meeting last of all."""
        meeting = self.sheet.meeting
        return (False, *_when(meeting), *self.rank) if meeting else (True, *self.rank)


def visits_of(openings: Sequence[DriveOpening]) -> tuple[Visit, ...]:
    """All visits of a drive, in the order of openings and sheets; blank scorecards are none."""
    names = (
        each.interviewer.name
        for opening in openings
        for each in opening.sheets
        if each.interviewer is not None
    )
    people = people_of(names)
    return tuple(
        visit for number, opening in enumerate(openings) for visit in _of_opening(number, opening, people)
    )


def _of_opening(number: int, opening: DriveOpening, people: Mapping[str, Person]) -> Iterator[Visit]:
    stages = {stage.id: (place, stage) for place, stage in enumerate(opening.stages)}
    candidates: dict[str, int] = {}
    for sheet in opening.sheets:
        if sheet.candidate is not None:
            place, stage = stages[sheet.stage]
            rank = number, place, candidates.setdefault(sheet.candidate.id, len(candidates))
            person = people[same_name(sheet.interviewer.name)] if sheet.interviewer else None
            yield Visit(opening, stage, sheet, sheet.candidate.id, person, rank)


def _when(meeting: Meeting) -> tuple[Any, ...]:
    time, room = meeting.start, meeting.room
    return meeting.date, time is None, time or datetime.time.min, room is None, _natural(room or "")


def _natural(room: str) -> list[tuple[int, str]]:
    """A sort key that puts `Room 2` before `Room 10`."""
    parts = re.findall(r"[0-9]+|[^0-9]+", room.casefold())
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]
