"""The schedule of a drive: what holds, what clashes."""

from pathlib import Path

import pytest
from drive_files import CLAIMS, GOOD, HEADINGS, PANEL, PEOPLE, TIMES, Sheets, seen, write_workbook

TWO: Sheets = {
    "openings": (HEADINGS, CLAIMS, ("pilot", *CLAIMS[1:])),
    "candidates": (*PEOPLE, ("C-2", "Ann", "claims"), ("C-3", "Bob", "pilot"), ("C-3", "Bob", "claims")),
    "panel": (*PANEL, ("claims", "Cy Example", "engineering")),
}
FIRST = ("2026-12-01", "10:30", "R1", "C-1", "engineering", "Ada Example", "")
SCHEDULES: dict[str, tuple[tuple[tuple[str, ...], ...], list[str]]] = {
    "a panel interview": ((FIRST, (*FIRST[:5], "Cy Example", "")), []),
    "an unknown interviewer": (
        ((*FIRST[:5], "Ada Exampel", ""),),
        [
            "F2]: IK020 `Ada Exampel` does not run `engineering` of `claims`; did you mean `Ada Example`?",
        ],
    ),
    "an unknown stage": (
        ((*FIRST[:4], "work-sampel", "Ada Example", ""),),
        ["E2]: IK020 there is no stage `work-sampel`; did you mean `work-sample`?"],
    ),
    "an unknown candidate": (
        ((*FIRST[:3], "C-11", *FIRST[4:]), (*FIRST[:3], "Ann Other", *FIRST[4:])),
        [
            "D2]: IK020 the drive has no candidate with this id; correct the id, or add the candidate",
            (
                "D3]: IK013 this is no id of a candidate;"
                " write letters, digits, hyphens and underscores, 64 at most, such as `C-014`"
            ),
        ],
    ),
    "a candidate of another opening": (
        ((*FIRST[:6], "pilot"), (*FIRST[:6], "plot")),
        [
            "D2]: IK020 `pilot` has no candidate with this id; `C-1` applies for `claims`",
            "G3]: IK020 there is no opening `plot`; did you mean `pilot`?",
            "D2]: IK020 `pilot` has no candidate with this id; `C-1` applies for `claims`",
        ],
    ),
    "a candidate of two openings": (
        ((*FIRST[:3], "C-3", *FIRST[4:]),),
        ["G2]: IK011 the candidate is seen for `claims` and `pilot`; write in `opening` which one this is"],
    ),
    "what is empty or no day": (
        (("", "25:00", "", "", "engineering", "", "claims"), ("2026-02-30", "", "x" * 41, *FIRST[3:])),
        [
            "A2]: IK013 `date` is empty; write a day that exists, as year-month-day: 2026-11-23",
            "B2]: IK013 `start` is `25:00`; write it as hours and minutes: 10:30",
            "D2]: IK011 the id of the candidate is missing; write the id of the person, such as `C-014`",
            "F2]: IK013 `interviewer` is empty; write text",
            "A3]: IK013 `date` is `2026-02-30`; write a day that exists, as year-month-day",
            "C3]: IK013 `room` is 41 characters long; write at most 40",
        ],
    ),
    "the same row twice": (
        (FIRST, FIRST),
        ["A3]: IK085 the row stands a second time (first at d.xlsx[schedule!A2]); delete one of the two"],
    ),
    "an interviewer in two places": (
        (FIRST, (*FIRST[:2], "R2", "C-2", *FIRST[4:])),
        [
            (
                "F3]: IK085 `Ada Example` is in two places on 2026-12-01 at 10:30"
                " (the other is d.xlsx[schedule!A2]); change one of the two rows"
            )
        ],
    ),
    "a candidate in two places": (
        (FIRST, (*FIRST[:2], "R2", "C-1", "engineering", "Cy Example", "")),
        [
            (
                "D3]: IK085 `C-1` is in two places on 2026-12-01 at 10:30"
                " (the other is d.xlsx[schedule!A2]); change one of the two rows"
            )
        ],
    ),
    "a room twice": (
        (FIRST, (*FIRST[:2], "r1", "C-2", "engineering", "Cy Example", "")),
        [
            (
                "C3]: IK085 the room `r1` is taken twice on 2026-12-01 at 10:30"
                " (the other is d.xlsx[schedule!A2]); change one of the two rows"
            )
        ],
    ),
    "online is no room": (
        ((*FIRST[:2], "Online", *FIRST[3:]), (*FIRST[:2], "online", "C-2", "engineering", "Cy Example", "")),
        [],
    ),
}


@pytest.mark.parametrize(("rows", "expected"), SCHEDULES.values(), ids=SCHEDULES)
def test_the_schedule(rows: tuple[tuple[str, ...], ...], expected: list[str], tmp_path: Path) -> None:
    sheets = {**TWO, "schedule": ((*TIMES, "opening"), *rows)}
    found = [
        line.removeprefix("d.xlsx[schedule!") for line in seen(write_workbook(tmp_path / "d.xlsx", sheets))
    ]
    assert found == expected


def test_two_people_of_one_name_are_told_apart_by_their_ids(tmp_path: Path) -> None:
    panel = (("interviewer", "interviewer id", "stages"), ("Ada", "ada-1", "engineering"))
    times = (TIMES, ("2026-12-01", "", "", "C-1", "engineering", "Ada"))
    more = (("Ada", "ada-2", "engineering"), ("Ada", "", "work-sample"))
    sheets: Sheets = {**GOOD, "panel": (*panel, *more), "schedule": (*times, (*times[1][:5], "ADA-2"))}
    assert seen(write_workbook(tmp_path / "d.xlsx", sheets)) == [
        (
            "d.xlsx[panel!A4]: IK021 `Ada` stands in the panel a second time;"
            " list all stages in one entry, or give two people of one name an `id` each"
        ),
        ("d.xlsx[schedule!F2]: IK020 `Ada` does not run `engineering` of `claims`; did you mean `ada-2`?"),
    ]
