"""What a newcomer's messy spreadsheets hold: no opening is built without a row, each mistake is said once."""

import zipfile
from pathlib import Path

import pytest
from drive_files import (
    CLAIMS,
    GOOD,
    HEADINGS,
    LIBRARY,
    PANEL,
    PEOPLE,
    TIMES,
    Sheets,
    opening_lines,
    seen,
    short,
    write_workbook,
)

from interviewkit.drive_input.drive import Drive
from interviewkit.drive_input.reading import read_drive
from interviewkit.errors import InputError

TWO: Sheets = {
    "openings": (HEADINGS, CLAIMS, ("pilot", *CLAIMS[1:])),
    "candidates": (*PEOPLE, ("C-2", "Ann", "pilot"), ("C-3", "Bo", "claims"), ("C-3", "Bo", "pilot")),
    "panel": (*PANEL, ("pilot", "Cy Example", "engineering")),
}
ROW = ("2026-12-01", "10:30", "R1", "C-1", "engineering", "Ada Example", "claims")


def by_owner(drive: Drive, path: Path) -> dict[str, list[str]]:
    """The places of the problems, by the opening that fails with them; `` for those of none."""
    found = {"": [short(problem, path).partition(":")[0] for problem in drive.problems]}
    for opening in drive.openings:
        found[opening.id] = [line.partition(":")[0] for line in opening_lines(drive, opening.id, path)]
    return {owner: [place.removeprefix("d.xlsx") for place in places] for owner, places in found.items()}


OWNERS: dict[str, tuple[tuple[str, ...], dict[str, list[str]]]] = {
    "the opening is named": (("03/04/2026", *ROW[1:]), {"claims": ["[schedule!A2]"]}),
    "the candidate has one opening": (("soon", *ROW[1:6], ""), {"claims": ["[schedule!A2]"]}),
    "the named opening is unknown": ((*ROW[:6], "clams"), {"claims": ["[schedule!G2]"]}),
    "the candidate is unknown": ((*ROW[:3], "C-9", *ROW[4:]), {"claims": ["[schedule!D2]"]}),
    "the candidate is of the other opening": (
        (*ROW[:6], "pilot"),
        {"claims": ["[schedule!D2]"], "pilot": ["[schedule!D2]"]},
    ),
    "the interviewer is unknown": ((*ROW[:5], "Bo", "claims"), {"claims": ["[schedule!F2]"]}),
    "the candidate has two openings": ((*ROW[:3], "C-3", *ROW[4:6], ""), {"": ["[schedule!G2]"]}),
    "neither is known": ((*ROW[:3], "C-9", *ROW[4:6], "clams"), {"": ["[schedule!G2]"]}),
}


@pytest.mark.parametrize(("row", "expected"), OWNERS.values(), ids=OWNERS)
def test_an_opening_fails_with_the_mistakes_of_its_rows(
    row: tuple[str, ...], expected: dict[str, list[str]], tmp_path: Path
) -> None:
    path = write_workbook(tmp_path / "d.xlsx", {**TWO, "schedule": ((*TIMES, "opening"), row)})
    drive = read_drive(path, LIBRARY)
    assert by_owner(drive, path) == {"": [], "claims": [], "pilot": [], **expected}
    assert drive.schedule == ()


HAS_NO = "has no column"
NAMED = "give one of these its name"
WHOLE: dict[str, tuple[Sheets, str]] = {
    "a column of candidates": (
        {**GOOD, "candidates": (("Candidate no.", "name", "opening"), ("x y", "Ann", "clams"))},
        (
            f"[candidates!A1]: IK082 the sheet `candidates` {HAS_NO} `candidate`;"
            " did you mean this by `Candidate no.`?"
        ),
    ),
    "a column of the panel": (
        {**GOOD, "panel": (("opening", "interviewer", "runs"), ("clams", "Bo", "x"))},
        f"[panel!A1]: IK082 the sheet `panel` {HAS_NO} `stages`; add a column with the heading `stages`",
    ),
    "a column of the schedule": (
        {**GOOD, "schedule": (("when", *TIMES[1:]), ("soon", "", "", "C-9", "x", "Bo"))},
        f"[schedule!A1]: IK082 the sheet `schedule` {HAS_NO} `date`; add a column with the heading `date`",
    ),
    "no sheet of candidates": (
        {"openings": GOOD["openings"]},
        "[openings!A1]: IK081 there is no sheet `candidates`; add it, empty where nobody is known yet",
    ),
    "candidates under another name": (
        {"openings": GOOD["openings"], "Notes": (("a",),), "Bewerber": PEOPLE},
        f"[openings!A1]: IK081 there is no sheet `candidates`; {NAMED}: `Bewerber`",
    ),
    "candidates nearly named": (
        {"openings": GOOD["openings"], "candidats": (("no", "who"), ("C-1", "Ann"))},
        f"[openings!A1]: IK081 there is no sheet `candidates`; {NAMED}: `candidats`",
    ),
    "openings under another name": (
        {"Stellen": (("Autumn",), HEADINGS, CLAIMS), "Notes": (("a",),), "candidates": PEOPLE},
        f":1:1: IK081 there is no sheet `openings`; {NAMED}: `Stellen`",
    ),
}


@pytest.mark.parametrize(("sheets", "expected"), WHOLE.values(), ids=WHOLE)
def test_nothing_is_built_without_a_sheet_or_column(sheets: Sheets, expected: str, tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "d.xlsx", sheets)
    with pytest.raises(InputError) as caught:
        read_drive(path, LIBRARY)
    assert [short(problem, path) for problem in caught.value.problems] == [f"d.xlsx{expected}"]


MOVED = "`C-1` and `Ada Example` have `engineering` at another time, too (d.xlsx[schedule!A2])"
LATER = ("2026-12-02", *ROW[1:6], "")
OTHER = ("C-1", "Somebody Else", "pilot")
LOST = (
    "IK013 the name lost letters when the file was saved: it has `?` in their place;"
    " export it again from the original, as UTF-8 or as .xlsx"
)
BAD_ID = "IK013 `a b` is no id; write letters, digits, hyphens and underscores, 64 at most, such as"
ROWS: dict[str, tuple[Sheets, list[str]]] = {
    "an interview moved to another day": (
        {"schedule": ((*TIMES, "opening"), ROW, LATER)},
        [f"[schedule!A3]: IK085 {MOVED}; delete the row that no longer holds"],
    ),
    "an interview moved to another hour": (
        {"schedule": ((*TIMES, "opening"), ROW, (ROW[0], "11:30", *ROW[2:]))},
        [f"[schedule!B3]: IK085 {MOVED}; delete the row that no longer holds"],
    ),
    "one id for two people": (
        {"candidates": (*PEOPLE, ("C-1", "Somebody Else", "pilot"))},
        [
            (
                "[candidates!B3]: IK021 the candidate `C-1` has another name at d.xlsx[candidates!B2];"
                " correct the id if these are two people, else write the name in the same way"
            )
        ]
        * 2,
    ),
    "one person in two openings": (
        {
            "candidates": (
                *PEOPLE,
                ("c-1", "ŁUCJA  S\u0301wiątek", "pilot"),
                ("C-2", "", "pilot"),
                ("C-2", "Ann", "claims"),
            )
        },
        [],
    ),
    "one person twice": (
        {"candidates": (*PEOPLE, ("c-1", "", "claims"))},
        [
            (
                "[candidates!A3]: IK021 the candidate `c-1` stands here a second time"
                " (first at d.xlsx[candidates!A2]); delete one of the two"
            )
        ],
    ),
    "sheets under other names": (
        {
            "panel": (),
            "Panel (old)": PANEL,
            "Interviewer list": ((*PANEL[0], "phone"), *PANEL[1:]),
            "Rooms": (("opening", "room", "floor", "seats", "key"),),
        },
        [(f"[Panel (old)!A1]: IK081 there is no sheet `panel`; {NAMED}: `Panel (old)`, `Interviewer list`")],
    ),
    "an old sheet beside the one in use": ({"Panel (old)": (*PANEL, ("clams", "Bo", "x"))}, []),
    "an opening whose id is none": (
        {
            "openings": (*TWO["openings"], ("a b", *CLAIMS[1:])),
            "candidates": (*PEOPLE, ("C-2", "Ann", "a b")),
            "panel": (*PANEL, ("a b", "Bo", "engineering")),
            "schedule": ((*TIMES, "opening"), (*ROW[:3], "C-2", ROW[4], "Bo", "a b"), (*ROW[:6], "A B")),
        },
        [f"[openings!A4]: {BAD_ID} `ai-engineer-claims`"],
    ),
    "an interviewer misspelt in the panel": (
        {
            "panel": (PANEL[0], ("claims", "Ada Exmaple", "engineering")),
            "schedule": ((*TIMES, "opening"), ROW, (*ROW[:1], "12:00", "R1", "C-3", *ROW[4:])),
        },
        [
            (
                "[schedule!F2]: IK020 `Ada Example` does not run `engineering` of `claims`;"
                " did you mean `Ada Exmaple`?"
            )
        ],
    ),
    "stages as people write them": (
        {
            "panel": (PANEL[0], ("claims", "Ada Example", "Work sample; ENGINEERING\nWork_Sample ;")),
            "schedule": ((*TIMES, "opening"), (*ROW[:4], "Work Sample", *ROW[5:])),
        },
        ["[panel!C2]: IK021 the stage `work-sample` stands here a second time; name it once"],
    ),
    "letters lost": (
        {
            "candidates": (PEOPLE[0], ("C-1", "?ucja ?wi?tek", "claims"), ("C-2", "???", "pilot")),
            "panel": (*PANEL, ("pilot", "Zo? Example", "engineering"), ("pilot", "?", "engineering")),
            "schedule": (
                (*TIMES, "opening"),
                (*ROW[:5], "Ad? Example", "claims"),
                (LATER[0], *ROW[1:5], "Ad? Example", "claims"),
            ),
        },
        [
            f"[candidates!B2]: {LOST}",
            f"[schedule!F2]: {LOST}",
            f"[candidates!B3]: {LOST}",
            f"[panel!B3]: {LOST}",
        ],
    ),
}


@pytest.mark.parametrize(("changes", "expected"), ROWS.values(), ids=ROWS)
def test_each_mistake_is_said_once(changes: Sheets, expected: list[str], tmp_path: Path) -> None:
    sheets = {name: rows for name, rows in {**TWO, **changes}.items() if rows}
    found = seen(write_workbook(tmp_path / "d.xlsx", sheets))
    assert found == [f"d.xlsx{line}" for line in expected]


@pytest.mark.parametrize("form", ["folder", "zip"])
def test_files_under_other_names_are_known_by_their_headings(form: str, tmp_path: Path) -> None:
    texts = {
        "openings.csv": ",".join(HEADINGS) + "\n" + ",".join(CLAIMS) + "\n",
        "Bewerber.csv": "candidate;name;opening\nC-1;Ann;claims\n",
        "Notes.txt": "what, ever\n",
    }
    path = tmp_path / f"d.{form}"
    if form == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            for name, text in texts.items():
                archive.writestr(name, text)
    else:
        path.mkdir()
        for name, text in texts.items():
            (path / name).write_text(text, encoding="utf-8")
    assert seen(path) == [
        f"d.{form}/openings.csv:1:1: IK081 there is no sheet `candidates`; {NAMED}: `Bewerber`"
    ]


def test_ids_that_stand_twice_are_found_in_yaml_too(tmp_path: Path) -> None:
    """Whatever is no id may be a name, and is not said."""
    keys = "role: ai-engineer, seniority: senior, title: A, organisation: {name: B}, country: GB"
    people = "[{id: C-1, name: Ann}, {id: Łucja}, {id: Łucja}]"
    text = f"{{{keys}, team: {{mission: Check.}}, candidates: {people}}}\n"
    (tmp_path / "claims.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "pilot.yaml").write_text(text.replace("Ann}", "Bo}, {id: c-1}"), encoding="utf-8")
    path = tmp_path / "d.yaml"
    path.write_text("openings: [claims.yaml, pilot.yaml]\n", encoding="utf-8")
    claims, pilot = read_drive(path, LIBRARY).openings
    other = (
        "pilot.yaml:1:142: IK021 the candidate `C-1` has another name at claims.yaml:1:142;"
        " correct the id if these are two people, else write the name in the same way"
    )
    assert [short(problem, path) for problem in claims.problems] == [other]
    assert [short(problem, path) for problem in pilot.problems] == [
        other,
        (
            "pilot.yaml:1:152: IK021 the candidate `c-1` stands here a second time"
            " (first at pilot.yaml:1:131); delete one of the two"
        ),
    ]
