"""Write examples/drive.xlsx: a drive of Example Health with 12 openings and 120 candidates, all made up.

`make drive` runs it.

Six of the ten candidates of each opening have their day; the others are still waiting for theirs. More would
ask more than four interviews a day of somebody, and they also have their work.
"""

import datetime
import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from interviewkit.drive_workbook import CellValue, Rows, drive_workbook
from interviewkit.library import open_library
from interviewkit.models.role import Stage

ROOT = Path(__file__).resolve().parent.parent
BOOK = ROOT / "examples" / "drive.xlsx"
DATA: Mapping[str, Any] = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
OPENINGS: Sequence[Mapping[str, CellValue]] = DATA["openings"]

PEOPLE_PER_OPENING = 10
NAMED = 5
"""Every so many candidates one has a name: sheets are made with the id alone as well."""

ORDERS = ((0, 1, 2, 3), (2, 0, 1, 3))
"""The order of the interviews in the first and in the second opening of a pair; the short one comes last."""

SHARED = ((0, 0), (1, 1), (2, 3), (3, 2))
"""Which interview of the first and of the second opening each of a pair's four interviewers runs.

With these orders, nobody runs two at the same time.
"""

UNITS = (
    *("", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"),
    *("Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen", "Twenty"),
)

Row = dict[str, CellValue]


def rows() -> Rows:
    """The rows of every sheet."""
    plans = [_plan(str(opening["role"])) for opening in OPENINGS]
    schedule = list(_schedule(plans))
    check_schedule(schedule, _minutes(plans))
    return {
        "drive": [{"setting": name, "value": str(value)} for name, value in DATA["settings"].items()],
        "openings": OPENINGS,
        "candidates": list(_candidates()),
        "panel": list(_panel(plans)),
        "schedule": schedule,
    }


def _plan(role: str) -> tuple[Stage, ...]:
    """The interviews of a role: four, of which the last is the shortest."""
    return open_library().role(role).value.plan


def _minutes(plans: Sequence[tuple[Stage, ...]]) -> dict[tuple[CellValue, CellValue], int]:
    """Opening and interview to its minutes."""
    return {
        (opening["opening"], stage.id): stage.minutes
        for opening, plan in zip(OPENINGS, plans, strict=True)
        for stage in plan
    }


def _candidates() -> Iterator[Row]:
    names: Iterator[Row] = itertools.cycle(DATA["names"])
    for number in range(len(OPENINGS) * PEOPLE_PER_OPENING):
        name = next(names) if number % NAMED == 0 else {}
        opening = OPENINGS[number // PEOPLE_PER_OPENING]["opening"]
        yield {"candidate": _candidate(number), **name, "opening": opening}


def _candidate(number: int) -> str:
    return f"C-{number + 1:03}"


def _interviewer(number: int) -> str:
    """A name that can be no one's: Interviewer Twenty-one."""
    tens, rest = divmod(number + 1, 20)
    word = UNITS[number + 1] if not tens or not rest else f"Twenty-{UNITS[rest].lower()}"
    return f"Interviewer {word}"


def _interviewer_of(opening: int, interview: int) -> str:
    """Who runs an interview, both by their number; a pair of openings has four interviewers."""
    pair, side = divmod(opening, 2)
    return _interviewer(pair * len(SHARED) + [both[side] for both in SHARED].index(interview))


def _panel(plans: Sequence[tuple[Stage, ...]]) -> Iterator[Row]:
    for number, plan in enumerate(plans):
        for interview, stage in enumerate(plan):
            yield {
                "opening": OPENINGS[number]["opening"],
                "interviewer": _interviewer_of(number, interview),
                "stages": stage.id,
            }


def _schedule(plans: Sequence[tuple[Stage, ...]]) -> Iterator[Row]:
    """In each half day, every opening sees one candidate in its own room; by day and time."""
    half_days = itertools.product(DATA["days"], DATA["half_days"])
    for turn, (day, starts) in enumerate(half_days):
        for slot, start in enumerate(starts):
            for number, plan in enumerate(plans):
                interview = ORDERS[number % 2][slot]
                yield {
                    "date": day,
                    "start": datetime.time.fromisoformat(start),
                    "room": f"Room {number + 1}",
                    "opening": OPENINGS[number]["opening"],
                    "candidate": _candidate(number * PEOPLE_PER_OPENING + turn),
                    "stage": plan[interview].id,
                    "interviewer": _interviewer_of(number, interview),
                }


def check_schedule(
    schedule: Iterable[Mapping[str, CellValue]], minutes: Mapping[tuple[CellValue, CellValue], int]
) -> None:
    """See that no candidate, interviewer or room is needed twice at once; raises AssertionError."""
    taken: dict[tuple[str, CellValue], list[tuple[datetime.datetime, datetime.datetime]]] = defaultdict(list)
    for row in schedule:
        begin = datetime.datetime.fromisoformat(f"{row['date']} {row['start']}")
        end = begin + datetime.timedelta(minutes=minutes[row["opening"], row["stage"]])
        for who in ("candidate", "interviewer", "room"):
            taken[who, row[who]].append((begin, end))
    for whose, times in taken.items():
        for (_, end), (begin, _) in itertools.pairwise(sorted(times)):
            if begin < end:
                raise AssertionError(f"{' '.join(map(str, whose))} is needed twice at {begin}")


if __name__ == "__main__":
    BOOK.write_bytes(drive_workbook(rows()))
    print(f"wrote {BOOK.relative_to(ROOT)}")
