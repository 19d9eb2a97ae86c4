"""Files that are no drive, damaged or hostile: one line, and never a traceback."""

import datetime
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from drive_files import CLAIMS, GOOD, HEADINGS, PEOPLE, Sheets, problems_of, seen, write_workbook
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interviewkit.yaml_source import MIB


def zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def encrypted() -> bytes:
    data = bytearray(zipped({"openings.csv": b"opening\nclaims\n"}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


SAVE = "open it in Excel or LibreOffice and save it as .xlsx"
BOMB = zipped({"xl/worksheets/sheet1.xml": b" " * (64 * MIB + 1)})
DOCTYPE = zipped({"xl/workbook.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'})
FILES: dict[str, tuple[bytes | None, str]] = {
    "gone.xlsx": (None, ":1:1: IK001 there is no such file; check the name and the folder"),
    "gone.zip": (None, ":1:1: IK001 there is no such file; check the name and the folder"),
    "gone.xls": (None, ":1:1: IK001 there is no such file; check the name and the folder"),
    "text.xlsx": (b"hello", f":1:1: IK080 this is no workbook, or it is damaged; {SAVE}"),
    "empty.xlsx": (b"", ":1:1: IK008 the file is empty; name another file"),
    "other.xlsx": (zipped({"a.xml": b"<a/>"}), f":1:1: IK080 this is no workbook, or it is damaged; {SAVE}"),
    "secret.xlsx": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest",
        (
            ":1:1: IK080 the workbook has a password, or is an old .xls file;"
            " save it as .xlsx without a password"
        ),
    ),
    "bomb.xlsx": (
        BOMB,
        (
            ":1:1: IK084 `xl/worksheets/sheet1.xml` is larger than 64 MiB when unpacked;"
            " delete the rows and sheets that the drive does not need"
        ),
    ),
    "entity.xlsx": (
        DOCTYPE,
        ":1:1: IK080 `xl/workbook.xml` has a document type, which no workbook has; save it again",
    ),
    "old.xls": (b"x", ":1:1: IK080 .xls files are not read; save it as .xlsx"),
    "open.ods": (b"x", ":1:1: IK080 .ods files are not read; save it as .xlsx"),
    "mac.numbers": (b"x", ":1:1: IK080 .numbers files are not read; save it as .xlsx"),
    "~$d.xlsx": (
        b"x",
        ":1:1: IK080 this is Excel's mark of an open workbook; name the workbook without `~$`",
    ),
    "one.csv": (
        b"x",
        (
            ":1:1: IK080 this is no drive;"
            " name the folder that holds openings.csv, candidates.csv and the others"
        ),
    ),
    "broken.zip": (
        b"PK",
        ":1:1: IK080 this is no zip archive, or it is damaged; make it again, or name the folder instead",
    ),
    "locked.zip": (encrypted(), ":1:1: IK080 the archive has a password; make it without a password"),
    "nothing.zip": (
        zipped({"a.txt": b"x"}),
        ":1:1: IK081 there is no sheet `openings`; add `openings` with a row per opening",
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_cannot_be_read_is_one_line(name: str, tmp_path: Path) -> None:
    data, expected = FILES[name]
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    assert seen(path) == [f"{name}{expected}"]


def test_a_damaged_workbook_never_raises_anything_else(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "d.xlsx", GOOD)
    whole = path.read_bytes()
    for cut in range(0, len(whole), 199):
        for data in (whole[:cut], whole[:cut] + b"\xff\0\x7f" + whole[cut + 3 :]):
            path.write_bytes(data)
            assert all("IK0" in line for line in problems_of(path))


HEADS = st.sampled_from(
    (*HEADINGS, *PEOPLE[0], "date", "start", "stage", "stages", "interviewer", "file", "id")
)
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=6)
CELL: st.SearchStrategy[Any] = st.one_of(
    HEADS,
    st.sampled_from(
        ("claims", "C-1", "ai-engineer", "engineering", "2026-12-01", "03/04/2026", "=A1", "#N/A")
    ),
    TEXT,
    st.none(),
    st.integers(-(10**9), 10**9),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.dates(datetime.date(1950, 1, 1), datetime.date(2300, 1, 1)),
    st.times(),
)
GRID = st.lists(st.lists(CELL, max_size=6), max_size=5)
NAMES = ("drive", "openings", "candidates", "panel", "schedule")
QUICK = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@QUICK
@given(
    st.fixed_dictionaries({"openings": GRID}, optional={name: GRID for name in NAMES if name != "openings"})
)
def test_no_grid_of_cells_raises_anything_else(tmp_path: Path, grids: dict[str, list[list[Any]]]) -> None:
    whole: Sheets = {**grids, "openings": [HEADINGS, CLAIMS, *grids["openings"]]}
    both: tuple[Sheets, Sheets] = (grids, whole)
    for sheets in both:
        for line in problems_of(write_workbook(tmp_path / "d.xlsx", sheets)):
            assert re.match(r"d\.xlsx(?:\[[a-z]+![A-Z]+\d+\]|:1:1): IK\d{3} ", line)


@QUICK
@given(st.dictionaries(st.sampled_from(NAMES), st.binary(max_size=60) | TEXT.map(str.encode)))
def test_no_csv_files_raise_anything_else(tmp_path: Path, files: dict[str, bytes]) -> None:
    head = (",".join(HEADINGS) + "\n" + ",".join(CLAIMS) + "\n").encode()
    for name in NAMES:
        data = files.get(name, b"")
        (tmp_path / f"{name}.csv").write_bytes(head + data if name == "openings" else data)
    problems_of(tmp_path)
