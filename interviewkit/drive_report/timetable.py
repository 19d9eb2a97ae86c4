"""The schedule of a drive as people look for it: by day and room, and by day and interviewer."""

import datetime
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from string import digits

from interviewkit.models.drive import Appointment
from interviewkit.models.drive_outcome import DriveOutcome, PictureStage

Stages = dict[tuple[str | None, str], PictureStage]


@dataclass(frozen=True)
class Slot:
    """One interview: local times, `end` None where its length is not known, and who meets whom for what."""

    start: datetime.time | None
    end: datetime.time | None
    candidate: str
    opening: str
    interview: str
    interviewer: str
    room: str | None


@dataclass(frozen=True)
class Group:
    """The interviews of one room or of one interviewer on one day, in time order; `name` None for no room."""

    name: str | None
    slots: tuple[Slot, ...]

    @property
    def candidates(self) -> int:
        """How many people are seen."""
        return len({slot.candidate for slot in self.slots})

    @property
    def first(self) -> datetime.time | None:
        """When the first interview begins, None where no time is set."""
        return min((slot.start for slot in self.slots if slot.start), default=None)

    @property
    def last(self) -> datetime.time | None:
        """When the last interview begins."""
        return max((slot.start for slot in self.slots if slot.start), default=None)


@dataclass(frozen=True)
class DayPlan:
    """A day and its groups by name, those without a name last."""

    date: datetime.date
    groups: tuple[Group, ...]

    @property
    def whole(self) -> Group:
        """All interviews of the day."""
        return Group(None, tuple(slot for group in self.groups for slot in group.slots))


@dataclass(frozen=True)
class Workload:
    """How many days, interviews and candidates an interviewer has in the whole drive."""

    name: str
    days: int
    interviews: int
    candidates: int


def by_room(outcome: DriveOutcome) -> tuple[DayPlan, ...]:
    """The schedule per day and room."""
    return _planned(outcome, lambda each: each.room)


def by_interviewer(outcome: DriveOutcome) -> tuple[DayPlan, ...]:
    """The schedule per day and interviewer."""
    return _planned(outcome, lambda each: each.interviewer)


def workloads(outcome: DriveOutcome) -> tuple[Workload, ...]:
    """How much each interviewer has, by name."""
    found: dict[str, list[Appointment]] = {}
    for each in outcome.schedule:
        found.setdefault(each.interviewer, []).append(each)
    return tuple(
        Workload(
            name=name,
            days=len({each.date for each in found[name]}),
            interviews=len(found[name]),
            candidates=len({each.candidate for each in found[name]}),
        )
        for name in sorted(found, key=natural_order)
    )


def _planned(outcome: DriveOutcome, name_of: Callable[[Appointment], str | None]) -> tuple[DayPlan, ...]:
    stages = _stages(outcome)
    days: dict[datetime.date, list[Appointment]] = {}
    for each in outcome.schedule:
        days.setdefault(each.date, []).append(each)
    return tuple(DayPlan(day, _groups(days[day], name_of, stages)) for day in sorted(days))


def _groups(
    appointments: Iterable[Appointment], name_of: Callable[[Appointment], str | None], stages: Stages
) -> tuple[Group, ...]:
    found: dict[str | None, list[Slot]] = {}
    for each in appointments:
        found.setdefault(name_of(each), []).append(_slot(each, stages))
    names = sorted(found, key=lambda name: (name is None, natural_order(name or "")))
    return tuple(Group(name, tuple(sorted(found[name], key=_time_order))) for name in names)


def _stages(outcome: DriveOutcome) -> Stages:
    return {
        (each.opening, stage.id): stage
        for each in outcome.openings
        if each.picture is not None
        for stage in each.picture.stages
    }


def _slot(each: Appointment, stages: Stages) -> Slot:
    """The appointment with its interview's title and end; its id where the opening could not be read."""
    stage = stages.get((each.opening, each.stage))
    return Slot(
        start=each.start,
        end=_later(each.start, stage.minutes) if each.start and stage else None,
        candidate=each.candidate,
        opening=each.opening or "",
        interview=stage.title if stage else each.stage,
        interviewer=each.interviewer,
        room=each.room,
    )


def _later(start: datetime.time, minutes: int) -> datetime.time:
    return (datetime.datetime.combine(datetime.date.min, start) + datetime.timedelta(minutes=minutes)).time()


def _time_order(slot: Slot) -> tuple[bool, datetime.time, list[tuple[bool, int, str]]]:
    return slot.start is None, slot.start or datetime.time.min, natural_order(slot.candidate)


def natural_order(name: str) -> list[tuple[bool, int, str]]:
    """A sort key that puts `Room 2` before `Room 10`, and digits before letters."""
    parts = re.findall(r"[0-9]+|[^0-9]+", name.casefold())
    return [(False, int(part), "") if part[0] in digits else (True, 0, part) for part in parts]
