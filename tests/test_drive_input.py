"""A drive from YAML, a workbook, a folder or an archive: what is read, each mistake at its place."""

import time
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
    seen,
    short,
    write_workbook,
)

from interviewkit.drive_input.drive import Drive
from interviewkit.drive_input.reading import opening_inputs, read_drive
from interviewkit.errors import InputError
from interviewkit.models.jurisdiction import Paper
from interviewkit.problems import Location

OPENING = """\
role: ai-engineer
seniority: senior
title: AI Engineer
organisation: {name: Example Health}
country: GB
team: {mission: Check records.}
panel: [{name: Ada Example, stages: [engineering]}]
candidates: [{id: C-7, name: Ann}]
"""


def csv_of(sheets: Sheets) -> dict[str, str]:
    return {
        f"{name}.csv": "".join(",".join(str(value or "") for value in row) + "\n" for row in rows)
        for name, rows in sheets.items()
    }


def people(drive: Drive, number: int = 0) -> tuple[list[str], list[tuple[str, tuple[str, ...]]]]:
    opening = opening_inputs(drive.openings[number], LIBRARY).opening.value
    return [c.id for c in opening.candidates], [(p.name, p.stages) for p in opening.panel]


WHOLE: Sheets = {
    "drive": (
        ("setting", "value"),
        ("drive", "autumn"),
        ("title", "Autumn drive"),
        ("paper", "Letter"),
        ("country", "GB"),
        ("mission", "Check records."),
    ),
    "openings": (HEADINGS[:5], CLAIMS[:5], ("pilot", "data-engineer", "Mid", "Engineer", "Example Health")),
    "candidates": (*PEOPLE, ("C-2", "Ann", "claims"), ("C-2", "Ann", "pilot")),
    "panel": (*PANEL, ("claims", "ada example", "work-sample")),
    "schedule": (
        (*TIMES, "opening"),
        ("2026-12-01", "10:30", "R1", "c-1", "engineering", "ada  example", ""),
        ("2026-12-01", "10:30", "R2", "C-2", "work-sample", "Bo", "pilot"),
    ),
}


@pytest.mark.parametrize("form", ["xlsx", "folder", "zip"])
def test_every_kind_of_file_gives_the_same_drive(form: str, tmp_path: Path) -> None:
    path = tmp_path / f"drive.{form}"
    if form == "xlsx":
        write_workbook(path, WHOLE)
    elif form == "folder":
        path.mkdir()
        for name, text in csv_of(WHOLE).items():
            (path / name).write_text(text, encoding="utf-8")
    else:
        with zipfile.ZipFile(path, "w") as archive:
            for name, text in csv_of(WHOLE).items():
                archive.writestr(f"export/Autumn - {name}", text)
    drive = read_drive(path, LIBRARY)
    assert (drive.id, drive.title, drive.paper, drive.problems) == (
        "autumn",
        "Autumn drive",
        Paper.LETTER,
        (),
    )
    assert people(drive) == (["C-1", "C-2"], [("Ada Example", ("engineering", "work-sample"))])
    assert [entry.opening for entry in drive.schedule] == ["claims", "pilot"]
    assert (drive.schedule[0].value.candidate, drive.schedule[0].value.interviewer) == ("C-1", "Ada Example")
    assert drive.schedule[0].value.opening == "claims"


def test_a_yaml_drive_has_openings_from_files_and_its_own(tmp_path: Path) -> None:
    (tmp_path / "records.yaml").write_text(OPENING, encoding="utf-8")
    path = tmp_path / "Winter drive.yaml"
    path.write_text(
        """\
defaults: {paper: letter, country: DE, organisation: {name: Example Works, colour: "#0b5d6b"}}
openings:
  - records.yaml
  - {id: claims, role: ai-engineer, seniority: mid, title: Engineer, team: {mission: Check.}}
candidates:
  - {id: C-1, name: Łucja, opening: claims}
  - {id: C-8, opening: records}
schedule:
  - {candidate: C-7, stage: engineering, interviewer: ada example, date: 1 Dec 2026, start: 10h30}
  - {candidate: C-8, stage: work-sample, interviewer: Bo, date: 2026-12-02}
""",
        encoding="utf-8",
    )
    drive = read_drive(path, LIBRARY)
    assert (drive.id, drive.title, drive.paper) == ("winter-drive", "winter-drive", Paper.LETTER)
    assert drive.problems == ()
    panel = [("Ada Example", ("engineering",)), ("Bo", ("work-sample",))]
    assert people(drive) == (["C-7", "C-8"], panel)
    records = opening_inputs(drive.openings[0], LIBRARY).opening.value
    assert (records.country, records.organisation.name) == ("GB", "Example Health")
    assert records.organisation.colour == "#0b5d6b"
    assert people(drive, 1) == (["C-1"], [])
    assert drive.openings[0].source is not None
    assert str(drive.openings[0].source.locate(("candidates", 1, "id"))) == f"{path}:7:10"
    assert str(drive.openings[0].source.locate(("role",))) == f"{tmp_path}/records.yaml:1:7"


def test_mistakes_in_a_file_below_a_row_are_placed_in_the_file(tmp_path: Path) -> None:
    text = OPENING.replace("role: ai-engineer", "role: ai-enginer").replace("[engineering]", "[enginering]")
    (tmp_path / "records.yaml").write_text(text, encoding="utf-8")
    rows = (("opening", "file", "logo"), ("claims", "records.yaml", "gone.svg"), ("other", "lost.yaml", None))
    sheets = {"drive": (("setting", "value"), ("language", "EN")), "openings": rows}
    assert seen(write_workbook(tmp_path / "d.xlsx", sheets)) == [
        "records.yaml:1:7: IK020 there is no role `ai-enginer`; did you mean `ai-engineer`?",
        "d.xlsx[openings!A3]: IK001 there is no file `lost.yaml`; name an opening file beside the drive",
    ]
    (tmp_path / "records.yaml").write_text(text.replace("ai-enginer", "ai-engineer"), encoding="utf-8")
    assert seen(tmp_path / "d.xlsx")[:2] == [
        "d.xlsx[openings!C2]: IK041 the logo `gone.svg` is not there; put it beside the opening file",
        "records.yaml:7:38: IK020 there is no stage `enginering`; did you mean `engineering`?",
    ]


def test_a_row_extends_its_opening_file(tmp_path: Path) -> None:
    (tmp_path / "records.yaml").write_text(OPENING, encoding="utf-8")
    rows = (("opening", "file", "title"), ("claims", "records.yaml", "Chief"), ("", "records.yaml", ""))
    sheets: Sheets = {
        "openings": rows,
        "panel": (PANEL[0], ("claims", "Ada Example", "work-sample")),
        "schedule": (TIMES, ("2026-12-01", "", "", "C-7", "engineering", "Ada Example")),
    }
    path = write_workbook(tmp_path / "d.xlsx", sheets)
    drive = read_drive(path, LIBRARY)
    assert [opening.id for opening in drive.openings] == ["claims", "records"]
    assert opening_inputs(drive.openings[0], LIBRARY).opening.value.title == "Chief"
    assert people(drive) == (["C-7"], [("Ada Example", ("engineering", "work-sample"))])
    assert [str(problem.location) for problem in drive.problems] == [f"{path}[schedule!A2]"]


YAML: dict[str, tuple[str, list[str]]] = {
    "an opening": (OPENING, ["1:1: IK011 `openings` is missing;"]),
    "a list": ("- a\n", ["1:1: IK009 the file is not a mapping;"]),
    "no openings": ("openings: []\n", ["1:1: IK008 the drive has no openings;"]),
    "keys": (
        "opening: 1\nopenings: [gone.yaml, {title: x}]\npaper: a4\n",
        [
            "1:1: IK012 `opening` is not known here; did you mean `openings`?",
            "3:1: IK012 `paper` is not known here; write it under `defaults`",
            "2:12: IK001 there is no file `gone.yaml`; name an opening file beside the drive",
            "2:23: IK011 the opening has no `id`;",
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), YAML.values(), ids=YAML)
def test_mistakes_in_yaml(text: str, expected: list[str], tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    path.write_text(text, encoding="utf-8")
    found = [line.removeprefix("d.yaml:") for line in seen(path)]
    assert [line[: len(start)] for line, start in zip(found, expected, strict=False)] == expected


def test_no_problem_says_a_candidate_s_name(tmp_path: Path) -> None:
    name = "Łucja Świątek"
    people_rows = (("candidate", "name", "opening"), (name, name, "claims"), ("C-2", name * 20, "claims"))
    times = (TIMES, ("2026-12-01", "", "", name, "engineering", "Ada"))
    sheets = {**GOOD, "candidates": people_rows, "schedule": times}
    found = seen(write_workbook(tmp_path / "d.xlsx", sheets))
    assert len(found) == 3
    assert not any("Łucja" in line for line in found)


def test_a_broken_opening_stops_no_other(tmp_path: Path) -> None:
    sheets = {**GOOD, "openings": (HEADINGS, ("bad", "nothing"), CLAIMS)}
    drive = read_drive(write_workbook(tmp_path / "d.xlsx", sheets), LIBRARY)
    assert people(drive, 1) == (["C-1"], [])
    with pytest.raises(InputError, match="there is no role `nothing`"):
        opening_inputs(drive.openings[0], LIBRARY)


def test_places_of_cells_and_files_are_sorted_together(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "d.xlsx", GOOD)
    source = read_drive(path, LIBRARY).openings[0].source
    assert source is not None
    cells = [source.locate(("title",)), source.locate(("role",))]
    places = sorted([Location(f"{path}.z"), *cells, Location(f"{path.parent}/a.yaml")])
    assert [short(place, path) for place in places] == [
        "a.yaml:1:1",
        "d.xlsx[openings!B2]",
        "d.xlsx[openings!D2]",
        "d.xlsx.z:1:1",
    ]


def test_ten_thousand_candidates_are_read_fast(tmp_path: Path) -> None:
    count = 10_000
    openings = "".join(f"o{n},{','.join(CLAIMS[1:])}\n" for n in range(100))
    candidates = "".join(f"C-{n},Name {n},o{n % 100}\n" for n in range(count))
    times = "".join(
        f"2026-12-{n // 480 % 28 + 1:02},{n // 60 % 8 + 9}:{n % 60:02},R{n},C-{n},engineering,P{n}\n"
        for n in range(count)
    )
    (tmp_path / "openings.csv").write_text(",".join(HEADINGS) + "\n" + openings, encoding="utf-8")
    (tmp_path / "candidates.csv").write_text("candidate,name,opening\n" + candidates, encoding="utf-8")
    (tmp_path / "schedule.csv").write_text(",".join(TIMES) + "\n" + times, encoding="utf-8")
    start = time.process_time()
    drive = read_drive(tmp_path, LIBRARY)
    assert (len(drive.schedule), drive.problems) == (count, ())
    assert time.process_time() - start < 3
