"""Real spreadsheets: encodings, merged cells, formulas, cells that mean something else."""

import datetime
import time
import zipfile
from pathlib import Path

import pytest
from drive_files import CLAIMS, GOOD, HEADINGS, LIBRARY, PEOPLE, Sheets, seen, write_workbook
from openpyxl import load_workbook

from interviewkit.drive_input.drive import Drive
from interviewkit.drive_input.reading import opening_inputs, read_drive
from interviewkit.models.opening import Opening


def first_opening(drive: Drive) -> Opening:
    return opening_inputs(drive.openings[0], LIBRARY).opening.value


def test_values_are_read_as_people_mean_them(tmp_path: Path) -> None:
    headings = ("Notes", "TITLE *", "Opening:", "role", "seniority", None, "organization", "Country")
    more = ("Team-Mission", "team stage", "technology", "form", "opens")
    values = ("x", " \u200bAI\xa0Engineer \u200b", 14, "ai-engineer", "Early Career", None, "=Org", "gb")
    opening = (*values, "Check.\nThen act.", "Finding fit", "Enabler", "a", datetime.date(2026, 12, 1))
    sheets: Sheets = {
        " OPENINGS ": (("My drive",), (), (*headings, *more), (), opening),
        "Applicants": (
            ("full name", "ID", "opening id"),
            ("+Ann", 3, 14.0),
            ("Null", "007", "14"),
            ("Bo\nLi", True, 14),
        ),
    }
    path = write_workbook(tmp_path / "d.xlsx", sheets)
    book = load_workbook(path)
    book[" OPENINGS "]["G5"].data_type = "s"
    book["Applicants"].row_dimensions[3].hidden = True
    book.save(path)
    drive = read_drive(path, LIBRARY)
    assert drive.problems == ()
    value = first_opening(drive)
    assert (value.id, value.title, value.organisation.name) == ("14", "AI Engineer", "=Org")
    assert (value.seniority, value.country, value.team.stage) == ("early_career", "GB", "finding_fit")
    assert (value.team.mission, value.team.technology, value.form) == ("Check. Then act.", "enabler", "A")
    assert value.dates.opens == datetime.date(2026, 12, 1)
    assert [(c.id, c.name) for c in value.candidates] == [("3", "+Ann"), ("007", "Null"), ("TRUE", "Bo Li")]


def test_cells_without_a_value(tmp_path: Path) -> None:
    sheets: Sheets = {
        "openings": ((*HEADINGS, "domain", "opens"), (*CLAIMS, "=A1", "03/04/2026")),
        "candidates": (
            PEOPLE[0],
            ("C-1", "#REF!", "claims"),
            ("C-2", "Ann", "=A1"),
            (datetime.date(2026, 3, 1), "Ann", "claims"),
        ),
    }
    hint = "save the file once in Excel or LibreOffice, or write the value"
    assert seen(write_workbook(tmp_path / "d.xlsx", sheets)) == [
        f"d.xlsx[candidates!C3]: IK083 the formula has no saved value; {hint}",
        "d.xlsx[candidates!B2]: IK083 the cell shows the error `#REF!`; correct it in the spreadsheet",
        (
            "d.xlsx[candidates!A4]: IK083 the spreadsheet has made a date or time of this `candidate`;"
            " format the cell as text and write it again"
        ),
        f"d.xlsx[openings!H2]: IK083 the formula has no saved value; {hint}",
        (
            "d.xlsx[openings!I2]: IK083 `opens` is `03/04/2026`, which may be two days;"
            " write 2026-04-03 or 2026-03-04"
        ),
    ]


def edited(path: Path, part: str, old: str, new: str) -> None:
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    assert old.encode() in members[part]
    members[part] = members[part].replace(old.encode(), new.encode())
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)


def test_a_saved_formula_counts_and_merged_cells_hold_for_their_rows(tmp_path: Path) -> None:
    rows = (("opening", "candidate", "name"), ("claims", "C-1", "=A1"), (None, "C-2", "Ann"), (None, "C-3"))
    path = write_workbook(tmp_path / "d.xlsx", {**GOOD, "candidates": rows})
    book = load_workbook(path)
    book["candidates"].merge_cells("A2:A9")
    book.save(path)
    edited(path, "xl/worksheets/sheet2.xml", "<f>A1</f><v></v>", "<f>A1</f><v>7</v>")
    drive = read_drive(path, LIBRARY)
    assert drive.problems == ()
    found = [(c.id, c.name) for c in first_opening(drive).candidates]
    assert found == [("C-1", "7"), ("C-2", "Ann"), ("C-3", None)]


def test_a_sheet_that_is_formatted_to_its_end_is_read_fast(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "d.xlsx", GOOD)
    empty = "".join(f'<row r="{n}" s="1"><c r="A{n}" s="0"/></row>' for n in range(3, 1_048_577))
    edited(path, "xl/worksheets/sheet2.xml", "</sheetData>", f"{empty}</sheetData>")
    start = time.process_time()
    drive = read_drive(path, LIBRARY)
    assert len(first_opening(drive).candidates) == 1
    assert time.process_time() - start < 4


def test_rows_beyond_the_limit_are_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [(f"C-{n}", "", "claims") for n in range(40)]
    for module in ("workbook", "csv_tables"):
        monkeypatch.setattr(f"interviewkit.drive_input.{module}.MAX_ROWS", 20)
    path = write_workbook(tmp_path / "d.xlsx", {**GOOD, "candidates": (PEOPLE[0], *rows)})
    assert seen(path) == [
        (
            "d.xlsx[candidates!A31]: IK084 `candidates` has more than 20 rows;"
            " those from here on are not read; make a drive of each part"
        )
    ]


CSV = {
    "UTF-8 with a mark": ("utf-8-sig", ",", "\n"),
    "UTF-16, tabs (Unicode text)": ("utf-16", "\t", "\r\n"),
    "Windows-1252, semicolons": ("cp1252", ";", "\r\n"),
    "old Mac line ends": ("utf-8", ",", "\r"),
}


@pytest.mark.parametrize(("encoding", "separator", "end"), CSV.values(), ids=CSV)
def test_csv_files_as_programs_write_them(encoding: str, separator: str, end: str, tmp_path: Path) -> None:
    opening = [*CLAIMS[:6], '"Check, ""and"" act;\nthen rest."']
    texts: Sheets = {
        "Openings.csv": [HEADINGS, opening],
        "candidates.txt": [PEOPLE[0], ("C-1", "José", "clams"), ("C-2", "Zoë", "claims"), ("", "", "")],
    }
    for name, rows in texts.items():
        text = "".join(separator.join(row) + end for row in rows)
        (tmp_path / name).write_bytes(text.encode(encoding))
    drive = read_drive(tmp_path, LIBRARY)
    assert [str(p).replace(f"{tmp_path}/", "") for p in drive.problems] == [
        "candidates.txt:2:10: IK020 there is no opening `clams`; did you mean `claims`?"
    ]
    value = first_opening(drive)
    assert value.team.mission == 'Check, "and" act; then rest.'
    assert [c.name for c in value.candidates] == ["Zoë"]


def test_lines_of_csv_count_quoted_line_ends_and_a_stray_quote_takes_nothing(tmp_path: Path) -> None:
    openings = ",".join(HEADINGS) + "\n" + ",".join(CLAIMS) + "\n"
    (tmp_path / "openings.csv").write_text("sep=,\n" + openings, encoding="utf-8")
    rows = 'candidate,name,opening\nC-1,"Ann\n\nLee",claims\nC-2,"Bo,claims\nC-3,Cy "Bo" Li,claim\n'
    (tmp_path / "candidates.csv").write_text(rows, encoding="utf-8")
    drive = read_drive(tmp_path, LIBRARY)
    assert [str(problem.location).rpartition("/")[2] for problem in drive.problems] == ["candidates.csv:6:16"]
    assert [c.name for c in first_opening(drive).candidates] == ["Ann Lee", '"Bo']
