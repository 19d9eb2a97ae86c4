"""Interviews that are still going on when the next one begins: one warning each, with both cells."""

import datetime
from types import SimpleNamespace
from typing import Any

import pytest

from interviewkit.drive_input.drive import PlacedAppointment
from interviewkit.drive_run.overlaps import overlap_warnings
from interviewkit.models.drive import Appointment
from interviewkit.problems import Location

STAGES = [SimpleNamespace(id="talk", minutes=60), SimpleNamespace(id="short", minutes=30)]
OPENINGS: list[Any] = [
    SimpleNamespace(id="one", prepared=SimpleNamespace(kit=SimpleNamespace(stages=STAGES)))
]

# candidate, interview, interviewer, day of December, start, room
Row = tuple[str, str, str, int, str, str]


def placed(number: int, row: Row) -> PlacedAppointment:
    candidate, stage, interviewer, day, start, room = row
    value = Appointment(
        opening="one",
        candidate=candidate,
        stage=stage,
        interviewer=interviewer,
        date=datetime.date(2026, 12, day),
        start=datetime.time.fromisoformat(start) if start else None,
        room=room or None,
    )
    return PlacedAppointment(value, "one", {"start": Location("s", number, 2)})


CASES: dict[str, tuple[list[Row], list[str]]] = {
    "one after the other": (
        [("C-1", "talk", "Ada", 1, "09:00", "R1"), ("C-2", "talk", "Ada", 1, "10:00", "R1")],
        [],
    ),
    "the interviewer is still busy": (
        [("C-1", "talk", "Ada", 1, "09:00", "R1"), ("C-2", "talk", "ada", 1, "09:45", "R2")],
        ["s:2:2: IK085 the interviewer is still in the interview at s:1:2, which ends at 10:00"],
    ),
    "the candidate and the room": (
        [("C-1", "talk", "Ada", 1, "09:00", "R1"), ("C-1", "short", "Bo", 1, "09:30", "r1")],
        [
            "s:2:2: IK085 the candidate is still in the interview at s:1:2, which ends at 10:00",
            "s:2:2: IK085 the room is still in the interview at s:1:2, which ends at 10:00",
        ],
    ),
    "a short one inside a long one, and then a third": (
        [
            ("C-1", "talk", "Ada", 1, "09:00", ""),
            ("C-2", "short", "Ada", 1, "09:10", ""),
            ("C-3", "short", "Ada", 1, "09:50", ""),
        ],
        [
            "s:2:2: IK085 the interviewer is still in the interview at s:1:2, which ends at 10:00",
            "s:3:2: IK085 the interviewer is still in the interview at s:1:2, which ends at 10:00",
        ],
    ),
    "two interviewers in one interview": (
        [("C-1", "talk", "Ada", 1, "09:00", "R1"), ("C-1", "talk", "Bo", 1, "09:00", "R1")],
        [],
    ),
    "another day, no time, online": (
        [
            ("C-1", "talk", "Ada", 1, "09:00", "Online"),
            ("C-2", "talk", "Bo", 1, "09:30", "online"),
            ("C-3", "talk", "Ada", 2, "09:30", "R1"),
            ("C-4", "talk", "Ada", 1, "", "R1"),
        ],
        [],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_overlaps_is_said_once(case: str) -> None:
    rows, expected = CASES[case]
    schedule = [placed(number, row) for number, row in enumerate(rows, start=1)]
    warnings = overlap_warnings(OPENINGS, schedule)
    assert warnings == [f"warning: {line}; move one of them" for line in expected]
