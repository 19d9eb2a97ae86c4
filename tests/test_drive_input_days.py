"""Days and times of day as people write them."""

import datetime

import pytest

from interviewkit.drive_input.days import UnclearError, read_day, read_time
from interviewkit.drive_input.tables import WINDOWS_EPOCH, Value

DAY = "2026-12-01"
DAYS: list[tuple[Value, str]] = [
    ("2026-12-01", DAY),
    ("2026/12/1", DAY),
    ("2026-12-01T00:00:00", DAY),
    ("2026-12-01 00:00:00", DAY),
    ("1 Dec 2026", DAY),
    ("1. Dezember 2026", DAY),
    ("1er décembre 2026", DAY),
    ("Tuesday, December 1, 2026", DAY),
    ("Di., 1. Dez. 2026", DAY),
    ("1.12.2026", DAY),
    ("01. 12. 2026", DAY),
    ("12/12/2026", "2026-12-12"),
    ("31/12/2026", "2026-12-31"),
    ("12/31/2026", "2026-12-31"),
    (46357, DAY),
    (46357.0, DAY),
    ("46357", DAY),
    (datetime.datetime(2026, 12, 1), DAY),  # noqa: DTZ001 a spreadsheet knows no zones
    (datetime.date(2026, 12, 1), DAY),
    ("03/04/2026", "is `03/04/2026`, which may be two days; write 2026-04-03 or 2026-03-04"),
    ("1 Dec 26", "is `1 Dec 26`; write it as year-month-day: 2026-12-01"),
    ("1.12.26", "is `1.12.26`; write it as year-month-day: 2026-12-01"),
    ("3/4/26", "is `3/4/26`; write 2026-04-03 or 2026-03-04"),
    ("1 Dec 2026, 10:30", "is `1 Dec 2026, 10:30`; write it as year-month-day: 2026-12-01"),
    ("2026-12-01T10:30", "is `2026-12-01T10:30`; write it as year-month-day: 2026-12-01"),
    (datetime.datetime(2026, 12, 1, 9), "is `2026-12-01 09:00`; write it as year-month-day: 2026-12-01"),  # noqa: DTZ001 a spreadsheet knows no zones
    (46357.4, "is `46357.4`; write it as year-month-day: 2026-12-01"),
    (20261201, "is `20261201`; write it as year-month-day: 2026-12-01"),
    ("next week", "is `next week`; write it as year-month-day"),
    ("1 Ju 2026", "is `1 Ju 2026`; write it as year-month-day"),
    ("30 Feb 2026", "is `30 Feb 2026`; write a day that exists, as year-month-day"),
    (14, "is `14`; write it as year-month-day"),
    ("1733011200", "is `1733011200`; write it as year-month-day"),
    (True, "is `True`; write it as year-month-day"),
]
TIMES: list[tuple[Value, str]] = [
    (0.4375, "10:30"),
    (46357.4375, "10:30"),
    (datetime.time(10, 30), "10:30"),
    (datetime.datetime(1900, 1, 1, 10, 30), "10:30"),  # noqa: DTZ001 a spreadsheet knows no zones
    (datetime.timedelta(hours=10, minutes=30), "10:30"),
    ("10:30", "10:30"),
    ("10.30", "10:30"),
    (10.3, "10:30"),
    ("10h30", "10:30"),
    ("10:30 Uhr", "10:30"),
    ("10:30 am", "10:30"),
    ("10:30 p.m.", "22:30"),
    ("12 am", "00:00"),
    ("0.4375", "10:30"),
    (9, "09:00"),
    ("9", "09:00"),
    ("10:30:15", "10:30:15"),
    (10.5, "is `10.5`; write it as hours and minutes: 10:30"),
    ("13:00 pm", "is `13:00 pm`; write it as hours and minutes: 10:30"),
    ("24:00", "is `24:00`; write it as hours and minutes: 10:30"),
    ("930", "is `930`; write it as hours and minutes: 10:30"),
    ("morning", "is `morning`; write it as hours and minutes: 10:30"),
]


@pytest.mark.parametrize(("value", "expected"), DAYS)
def test_days(value: Value, expected: str) -> None:
    try:
        found = read_day(value, WINDOWS_EPOCH)
    except UnclearError as error:
        found = "; ".join(error.args)
    assert found == expected


@pytest.mark.parametrize(("value", "expected"), TIMES)
def test_times(value: Value, expected: str) -> None:
    try:
        found = read_time(value)
    except UnclearError as error:
        found = "; ".join(error.args)
    assert found == expected
