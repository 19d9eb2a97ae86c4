"""Whose pile a scorecard lies in: its interviewer's (its interview's where nobody is named) and its day's."""

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from babel.dates import format_date

from interviewkit.drive_packs.visits import Visit
from interviewkit.language import Language

KeyT = TypeVar("KeyT")


@dataclass(frozen=True)
class Pile:
    """Path below the folder of packs, whose it is, and its visits in the order in which they take place."""

    path: str
    owner: str
    visits: tuple[Visit, ...]
    is_day: bool = False


def piles_of(visits: Sequence[Visit], language: Language) -> Iterator[Pile]:
    """The piles of interviewers, of interviews without one, and of days; the first two by first sheet."""
    for person, own in _grouped(visits, lambda visit: visit.person):
        if person is not None:
            yield Pile(f"interviewers/{person.key}.pdf", person.name, own)
    nobody = [visit for visit in visits if visit.person is None]
    for (opening, stage), own in _grouped(nobody, lambda visit: visit.interview):
        yield Pile(f"interviews/{opening}--{stage}.pdf", own[0].stage.title, own)
    days = _grouped(visits, _day)
    for day, own in sorted(((day, own) for day, own in days if day is not None), key=lambda pair: pair[0]):
        yield Pile(f"days/{day}.pdf", format_date(day, "full", language.locale), own, is_day=True)


def _grouped(
    visits: Sequence[Visit], key_of: Callable[[Visit], KeyT]
) -> Iterator[tuple[KeyT, tuple[Visit, ...]]]:
    """The visits by key, each group in time order."""
    found: dict[KeyT, list[Visit]] = {}
    for visit in visits:
        found.setdefault(key_of(visit), []).append(visit)
    for key, own in found.items():
        yield key, tuple(sorted(own, key=lambda visit: visit.order))


def _day(visit: Visit) -> datetime.date | None:
    return visit.sheet.meeting.date if visit.sheet.meeting else None
