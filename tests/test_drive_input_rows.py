"""Mistakes in the rows of a drive's sheets: a line each, at the cell."""

from pathlib import Path

import pytest
from drive_files import CLAIMS, GOOD, HEADINGS, PANEL, PEOPLE, Sheets, seen, write_workbook

ROWS: dict[str, tuple[Sheets, list[str]]] = {
    "nothing wrong": (GOOD, []),
    "values that the models refuse": (
        {
            "openings": (HEADINGS, ("claims", "ai-enginer", "junior", None, "Example Health", "UK", None)),
            "candidates": PEOPLE,
        },
        [
            "d.xlsx[openings!B2]: IK020 there is no role `ai-enginer`; did you mean `ai-engineer`?",
            "d.xlsx[openings!C2]: IK013 `seniority` is `junior`; did you mean `early_career`?",
            "d.xlsx[openings!D2]: IK013 `title` is empty; write text",
            "d.xlsx[openings!F2]: IK020 there is no data for the country `UK`; did you mean `GB`?",
            "d.xlsx[openings!G2]: IK013 `team.mission` is empty; write text",
        ],
    ),
    "columns that are not there": (
        {"openings": (HEADINGS[:5], CLAIMS[:5]), "candidates": PEOPLE},
        [
            "d.xlsx[openings!A2]: IK011 `country` is missing; add it",
            "d.xlsx[openings!A2]: IK011 `team.mission` is missing; add it",
        ],
    ),
    "ids of openings": (
        {
            "openings": (
                HEADINGS,
                CLAIMS,
                ("Claims", *CLAIMS[1:]),
                ("Print-Packs", *CLAIMS[1:]),
                ("a b", *CLAIMS[1:]),
                (None, *CLAIMS[1:]),
            ),
            "candidates": PEOPLE,
        },
        [
            (
                "d.xlsx[openings!A3]: IK021 the opening `Claims` stands here a second time"
                " (first at d.xlsx[openings!A2]); give each its own id; capitals make no difference"
            ),
            ("d.xlsx[openings!A4]: IK086 every drive has a folder or file `Print-Packs`; choose another id"),
            (
                "d.xlsx[openings!A5]: IK013 `a b` is no id;"
                " write letters, digits, hyphens and underscores, 64 at most, such as `ai-engineer-claims`"
            ),
            "d.xlsx[openings!A6]: IK011 `opening` is empty; write a short id, such as `ai-engineer-claims`",
        ],
    ),
    "candidates": (
        {
            "openings": (HEADINGS, CLAIMS, ("pilot", *CLAIMS[1:])),
            "candidates": (
                *PEOPLE,
                ("C-3", "Ann", "claims"),
                ("Ann Other", "Ann", "claims"),
                (None, "Ann", "claims"),
                ("C-4", "Ann", "clams"),
                ("C-5", "Ann", None),
            ),
        },
        [
            "d.xlsx[candidates!C6]: IK020 there is no opening `clams`; did you mean `claims`?",
            (
                "d.xlsx[candidates!C7]: IK011 `opening` is empty;"
                " name one of the drive's openings; known: `claims`, `pilot`"
            ),
            (
                "d.xlsx[candidates!A4]: IK013 this is no id of a candidate;"
                " write letters, digits, hyphens and underscores, 64 at most, such as `C-014`"
            ),
            (
                "d.xlsx[candidates!A5]: IK011 the id of the candidate is missing;"
                " write the id of the person, such as `C-014`"
            ),
        ],
    ),
    "one candidate twice": (
        {**GOOD, "candidates": (*PEOPLE, ("c-1", "Ann", None))},
        [
            (
                "d.xlsx[candidates!A3]: IK021 the candidate `c-1` stands here a second time"
                " (first at d.xlsx[candidates!A2]); delete one, or correct its id if these are two people"
            )
        ],
    ),
    "panel": (
        {**GOOD, "panel": (*PANEL, ("claims", "Bo", "work-sampel\nengineering"), ("claims", "Cy", None))},
        ["d.xlsx[panel!C4]: IK013 `panel[3].stages` has 0 entries; give at least 1"],
    ),
    "stages of the panel": (
        {**GOOD, "panel": (*PANEL, ("claims", "Bo", "work-sampel;engineering"))},
        ["d.xlsx[panel!C3]: IK020 there is no stage `work-sampel`; did you mean `work-sample`?"],
    ),
    "headings": (
        {
            "openings": ((*HEADINGS, "Title:", "langauge", "notes"), CLAIMS),
            "candidates": PEOPLE,
            "panle": PANEL,
        },
        [
            "d.xlsx[openings!H1]: IK082 the column `title` stands a second time; delete one of the two",
            "d.xlsx[openings!I1]: IK082 the heading `langauge` is not known; did you mean `language`?",
            "d.xlsx[panle!A1]: IK081 the sheet `panle` is not read; did you mean `panel`?",
        ],
    ),
    "settings": (
        {
            **GOOD,
            "drive": (
                ("setting", "value"),
                ("drive", "a b"),
                ("paper", "A5"),
                ("countri", "GB"),
                ("seniority", "mid"),
                ("Seniority", "mid"),
            ),
        },
        [
            (
                "d.xlsx[drive!B2]: IK013 `drive` is `a b`;"
                " write letters, digits, hyphens and underscores, 64 at most, such as `autumn-drive`"
            ),
            "d.xlsx[drive!B3]: IK013 `paper` is `A5`; known: `a4`, `letter`",
            "d.xlsx[drive!A4]: IK012 there is no setting `countri`; did you mean `country`?",
            (
                "d.xlsx[drive!A6]: IK010 the setting `Seniority` stands a second time"
                " (first at d.xlsx[drive!A5]); delete one of them"
            ),
        ],
    ),
    "no sheet of candidates": (
        {"openings": (HEADINGS, CLAIMS)},
        [
            (
                "d.xlsx[openings!A1]: IK081 there is no sheet `candidates`;"
                " add it, empty where nobody is known yet"
            )
        ],
    ),
    "no openings": (
        {"Sheet1": (HEADINGS, CLAIMS)},
        ["d.xlsx:1:1: IK081 there is no sheet `openings`; give one of these its name: `Sheet1`"],
    ),
    "no rows": (
        {"openings": (HEADINGS,), "candidates": PEOPLE},
        ["d.xlsx[openings!A1]: IK008 the sheet `openings` has no rows; add a row per opening"],
    ),
    "two sheets for one": (
        {**GOOD, "applicants": PEOPLE},
        [
            (
                "d.xlsx[applicants!A1]: IK081 `applicants` and `candidates` are both read as `candidates`;"
                " rename or delete one of the two"
            )
        ],
    ),
}


@pytest.mark.parametrize(("sheets", "expected"), ROWS.values(), ids=ROWS)
def test_each_mistake_is_a_line_at_its_cell(sheets: Sheets, expected: list[str], tmp_path: Path) -> None:
    assert seen(write_workbook(tmp_path / "d.xlsx", sheets)) == expected
