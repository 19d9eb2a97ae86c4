"""Interviews of a drive that take place at the same time though somebody, or a room, is needed for both.

That two begin at the same minute is a mistake, which the reader of the schedule tells. How long an interview
takes is only known when its opening is composed: what overlaps then is a warning.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from interviewkit.drive_input.drive import PlacedAppointment
from interviewkit.drive_run.prepared import PreparedOpening
from interviewkit.problems import Code, Problem

_NO_ROOMS = frozenset(("online", "remote", "video", "phone", "telephone", "zoom", "teams", "tbd", "tba"))
"""Places where any number of people meet at once."""


@dataclass(frozen=True)
class _Interview:
    """One row of the schedule with its end."""

    row: PlacedAppointment
    start: datetime.datetime
    end: datetime.datetime

    @property
    def meeting(self) -> tuple[str, str, str]:
        """Several interviewers may share it."""
        return self.row.opening, self.row.value.candidate, self.row.value.stage


def overlap_warnings(openings: Iterable[PreparedOpening], schedule: Sequence[PlacedAppointment]) -> list[str]:
    """One line for each interview that begins before another one of the same person or room has ended."""
    minutes = {(each.id, stage.id): stage.minutes for each in openings for stage in each.prepared.kit.stages}
    interviews = [found for row in schedule if (found := _interview(row, minutes)) is not None]
    problems = (
        *_overlaps(interviews, "interviewer", lambda row: row.value.interviewer),
        *_overlaps(interviews, "candidate", lambda row: row.value.candidate),
        *_overlaps(interviews, "room", lambda row: row.value.room or ""),
    )
    return [f"warning: {problem}" for problem in sorted(problems, key=lambda each: each.location)]


def _interview(row: PlacedAppointment, minutes: dict[tuple[str, str], int]) -> _Interview | None:
    length = minutes.get((row.opening, row.value.stage))
    if length is None or row.value.start is None:
        return None
    start = datetime.datetime.combine(row.value.date, row.value.start)
    return _Interview(row, start, start + datetime.timedelta(minutes=length))


def _overlaps(
    interviews: Iterable[_Interview], what: str, whose: Callable[[PlacedAppointment], str]
) -> Iterator[Problem]:
    """Each interview that begins during the one before it of the same person or room."""
    groups: dict[str, list[_Interview]] = {}
    for each in interviews:
        key = " ".join(whose(each.row).casefold().split())
        if key and not (what == "room" and key in _NO_ROOMS):
            groups.setdefault(key, []).append(each)
    for group in groups.values():
        longest: _Interview | None = None
        for each in sorted(group, key=lambda interview: interview.start):
            if longest and each.start < longest.end and each.meeting != longest.meeting:
                yield _problem(each, longest, what)
            if longest is None or each.end > longest.end:
                longest = each


def _problem(later: _Interview, earlier: _Interview, what: str) -> Problem:
    place, other = later.row.places["start"], earlier.row.places["start"]
    message = f"the {what} is still in the interview at {other}, which ends at {earlier.end:%H:%M}"
    return Problem(place, Code.APPOINTMENT, message, "move one of them")
