"""The workbook of a drive: what the empty one explains and offers, its command, and examples/drive.xlsx."""

import datetime
import io
import re
import runpy
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import openpyxl
import pytest
import yaml
from click.testing import CliRunner, Result
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook

from interviewkit.builtin import builtin_folder
from interviewkit.cli import KitGroup
from interviewkit.cli.drive_template import drive_template
from interviewkit.drive_input.columns import DRIVE, OPENINGS, SHEETS, SheetKind
from interviewkit.drive_template import EXAMPLE, workbook_template
from interviewkit.drive_workbook import FORMULA_CHARACTERS, Rows, drive_workbook
from interviewkit.inputs import load_inputs
from interviewkit.library import open_library
from interviewkit.lint.opening_check import checked
from interviewkit.lint.sources.openings import composed
from interviewkit.project import Layers

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = runpy.run_path(str(ROOT / "scripts" / "example_drive.py"))
BUILT_IN = Layers((builtin_folder("rubrics"),), (builtin_folder("templates"),))


@cache
def template_bytes() -> bytes:
    return workbook_template()


@pytest.fixture(scope="module")
def template() -> Workbook:
    return opened(template_bytes())


@pytest.fixture(scope="module")
def example_rows() -> Rows:
    rows: Rows = SCRIPT["rows"]()
    return rows


def opened(data: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def read_rows(workbook: Workbook) -> Rows:
    """The rows as a program reads them: what is there, under its heading."""
    sheets = {}
    for sheet in workbook.worksheets:
        headings, *rows = sheet.iter_rows(values_only=True)
        sheets[sheet.title] = [plain(zip(headings, row, strict=True)) for row in rows]
    return sheets


def plain(pairs: Any) -> dict[str, Any]:
    """Heading to value; a day is a day, not its midnight."""
    values = ((heading, value) for heading, value in pairs if value is not None)
    return {name: v.date() if isinstance(v, datetime.datetime) else v for name, v in values}


def offers(workbook: Workbook) -> dict[str, tuple[str, str]]:
    """`sheet!heading` or `sheet!cell` to the formula of its drop-down, and what other words lead to."""
    found = {}
    for sheet in workbook.worksheets:
        for validation in sheet.data_validations.dataValidation:
            assert (validation.type, validation.showErrorMessage) == ("list", True)
            letters, _, rest = str(validation.sqref).partition(":")
            heading = sheet[f"{letters.rstrip('0123456789')}1"].value if rest else letters
            found[f"{sheet.title}!{heading}"] = (validation.formula1, validation.errorStyle)
    return found


# --- the empty workbook ----------------------------------------------------------------------------------


def test_the_sheets_and_headings_are_those_that_are_read(template: Workbook) -> None:
    assert template.sheetnames == [kind.name for kind in SHEETS]
    for kind in SHEETS:
        headings = [cell.value for cell in template[kind.name][1]]
        assert headings == [column.name for column in kind.columns]


@pytest.mark.parametrize("kind", SHEETS, ids=lambda kind: kind.name)
def test_every_heading_is_explained_and_required_ones_stand_out(template: Workbook, kind: SheetKind) -> None:
    sheet = template[kind.name]
    for cell, column in zip(sheet[1], kind.columns, strict=True):
        assert cell.comment is not None
        assert column.help in cell.comment.text
        assert cell.comment.text.startswith("Required.") == column.required
        assert (cell.font.bold, cell.fill.fill_type == "solid") == (column.required, column.required)
    assert f"A row is {kind.row}.\nWhat stands below is an example" in sheet["A1"].comment.text


def test_comments_have_room_for_their_text(template: Workbook) -> None:
    """Excel shows what fits into the box, and cuts off the rest: 20 pixels a line, 7 a letter."""
    with ZipFile(io.BytesIO(template_bytes())) as file:
        for number, kind in enumerate(SHEETS, start=1):
            shapes = file.read(f"xl/drawings/commentsDrawing{number}.vml").decode()
            boxes = re.findall(r"width:(\d+)px;height:(\d+)px", shapes)
            cells = template[kind.name][1]
            for (width, height), cell in zip(boxes, cells, strict=True):
                assert cell.comment is not None
                lines = sum(-(-len(line) * 7 // int(width)) for line in cell.comment.text.splitlines())
                assert lines * 19 < int(height) < 300


def test_what_is_known_is_offered_and_what_is_fixed_is_all_that_is_taken(template: Workbook) -> None:
    library = open_library()
    roles = [library.role(name).value for name in library.ids("roles")]
    stages = dict.fromkeys(stage.id for role in roles for stage in role.plan)
    found = offers(template)
    settings = found.pop("drive!setting")
    assert settings[0].startswith('"drive,title,paper,role,seniority,organisation,')
    assert settings[0].endswith(',interviews,debrief,decision"')
    assert found == {
        "drive!B5": ('"DE,FR,GB,US,US-CA"', "warning"),
        "drive!B6": ('"a4,letter"', "stop"),
        "openings!role": (f'"{",".join(library.ids("roles"))}"', "warning"),
        "openings!seniority": ('"early_career,mid,senior,staff"', "stop"),
        "openings!country": ('"DE,FR,GB,US,US-CA"', "warning"),
        "openings!language": ('"de,en,fr"', "warning"),
        "openings!technology": ('"core,enabler"', "stop"),
        "openings!team_stage": ('"finding_fit,scaling,optimising"', "stop"),
        "openings!loop": ('"inner,outer"', "stop"),
        "openings!form": ('"A,B"', "stop"),
        "candidates!opening": ("openings!$A$2:$A$10001", "stop"),
        "panel!opening": ("openings!$A$2:$A$10001", "stop"),
        "panel!stages": (f'"{",".join(stages)}"', "warning"),
        "schedule!opening": ("openings!$A$2:$A$10001", "stop"),
        "schedule!candidate": ("candidates!$A$2:$A$10001", "stop"),
        "schedule!stage": (f'"{",".join(stages)}"', "warning"),
        "schedule!interviewer": ("panel!$B$2:$B$10001", "stop"),
    }


def test_a_list_too_long_for_a_formula_stands_on_a_hidden_sheet(tmp_path: Path) -> None:
    (tmp_path / "roles").mkdir()
    own = [f"a-role-of-our-own-with-a-rather-long-name-{number}" for number in range(1, 9)]
    for name in own:
        (tmp_path / "roles" / f"{name}.yaml").write_text(f"extends: ai-engineer\nid: {name}\n", "utf-8")
    layers = Layers((tmp_path, *BUILT_IN.rubrics), BUILT_IN.templates)
    workbook = opened(workbook_template(layers))
    formulas = offers(workbook)
    assert all(len(formula) <= FORMULA_CHARACTERS for formula, _ in formulas.values())
    roles = open_library([tmp_path]).ids("roles")
    assert formulas["openings!role"] == (f"lists!$A$1:$A${len(roles)}", "warning")
    assert workbook["lists"].sheet_state == "hidden"
    assert tuple(cell.value for cell in workbook["lists"]["A"]) == roles
    assert set(own) < set(roles)


def test_days_times_and_ids_stay_what_is_typed(template: Workbook) -> None:
    shown = {
        f"{kind.name}!{column.name}": template[kind.name]
        .column_dimensions[get_column_letter(n)]
        .number_format
        for kind in SHEETS
        for n, column in enumerate(kind.columns, start=1)
    }
    days = ("opens", "calibration", "interviews", "debrief", "decision")
    assert {name: shown for name, shown in shown.items() if shown != "General"} == {
        **{f"openings!{name}": "yyyy-mm-dd" for name in days},
        **dict.fromkeys(["openings!opening", "candidates!candidate", "candidates!opening"], "@"),
        **dict.fromkeys(["panel!opening", "panel!interviewer_id"], "@"),
        **dict.fromkeys(["schedule!room", "schedule!opening", "schedule!candidate"], "@"),
        "drive!value": "@",
        "schedule!date": "yyyy-mm-dd",
        "schedule!start": "hh:mm",
    }
    row = [cell.number_format for cell in template["schedule"][2]]
    assert row == ["yyyy-mm-dd", "hh:mm", "@", "@", "@", "General", "General"]


def test_on_paper_a_sheet_is_as_wide_as_the_page_and_repeats_its_headings(template: Workbook) -> None:
    for sheet in template.worksheets:
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.freeze_panes == ("B2" if sheet.title == "openings" else "A2")


def test_the_same_input_gives_the_same_bytes_and_no_clock_is_in_them() -> None:
    assert workbook_template(BUILT_IN) == template_bytes()
    with ZipFile(io.BytesIO(template_bytes())) as file:
        assert {part.date_time[0] for part in file.infolist()} == {1980}
        assert set(re.findall(rb"\d{4}-\d\d-\d\dT", file.read("docProps/core.xml"))) == {b"2000-01-01T"}


def test_a_text_that_looks_like_a_formula_stays_a_text() -> None:
    row = {"candidate": "007", "name": "=HYPERLINK(1)"}
    sheet = opened(drive_workbook({"candidates": [row]}))["candidates"]
    assert [(cell.value, cell.data_type) for cell in sheet[2][:2]] == [("007", "s"), ("=HYPERLINK(1)", "s")]


# --- the example on it -----------------------------------------------------------------------------------


def test_the_example_is_read_as_it_was_written_and_says_that_it_is_one(template: Workbook) -> None:
    assert read_rows(template) == EXAMPLE
    assert [len(EXAMPLE[kind.name]) for kind in SHEETS if kind is not DRIVE] == [1, 1, 1, 1]
    people = {EXAMPLE["candidates"][0]["name"], EXAMPLE["panel"][0]["interviewer"]}
    assert people == {"Candidate Fourteen", "Interviewer One"}


def openings_of(rows: Rows) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each opening as YAML would say it: its own cells over the settings, with panel and candidates."""
    shared = {row["setting"]: row["value"] for row in rows["drive"] if row["setting"] != "title"}
    for row in rows["openings"]:
        data = nested({**shared, **row})
        name = str(row["opening"])
        for kind in SHEETS[2:4]:
            own = [entry for entry in rows[kind.name] if entry["opening"] == name]
            keys = {column.name: column.key for column in kind.columns if column.name != "opening"}
            data[kind.name] = [{keys[k]: v for k, v in entry.items() if k in keys} for entry in own]
        for interviewer in data["panel"]:
            interviewer["stages"] = interviewer["stages"].split(",")
        yield name, data


def nested(row: Mapping[Any, Any]) -> dict[str, Any]:
    """The cells of an opening under their keys: `organisation.name` is the name in `organisation`."""
    data: dict[str, Any] = {}
    for column in OPENINGS.columns:
        if column.name in row:
            *parents, last = column.key.split(".")
            place = data
            for parent in parents:
                place = place.setdefault(parent, {})
            place[last] = row[column.name]
    return data


def warnings_of(rows: Rows, folder: Path) -> tuple[str, ...]:
    """Build every opening up to its kit and check it; the interviews in the rows have to be the kit's."""
    library, found = open_library(), []
    for name, data in openings_of(rows):
        path = folder / f"{name}.yaml"
        path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
        inputs = load_inputs(path, library)
        kit = composed(inputs)
        found += [str(finding) for finding in checked(inputs, kit, library)]
        stages = {stage.id for stage in kit.stages}
        assert {row["stage"] for row in rows["schedule"] if row["opening"] == name} <= stages
    return tuple(found)


def test_the_example_builds_without_a_warning(tmp_path: Path) -> None:
    assert warnings_of(EXAMPLE, tmp_path) == ()


# --- the command -----------------------------------------------------------------------------------------


def run(*arguments: str) -> Result:
    return CliRunner().invoke(KitGroup(commands=[drive_template]), ["drive-template", *arguments])


def test_the_command_writes_the_workbook_and_says_what_is_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = run("our drive.XLSX")
    assert (outcome.exit_code, outcome.stderr) == (0, "")
    said = "wrote our drive.XLSX; fill it in, then run: interviewkit drive 'our drive.XLSX'\n"
    assert outcome.stdout == said
    assert (tmp_path / "our drive.XLSX").read_bytes() == template_bytes()


@pytest.mark.parametrize(
    ("name", "code", "said"),
    [
        ("there.xlsx", 3, "interviewkit: there.xlsx is there already; name another file\n"),
        ("folder.xlsx", 3, "interviewkit: folder.xlsx is there already; name another file\n"),
        (
            "no/d.xlsx",
            3,
            "interviewkit: cannot write no/d.xlsx: No such file or directory; name another file\n",
        ),
        ("there.xlsx/d.xlsx", 3, "interviewkit: cannot write there.xlsx/d.xlsx: Not a directory; name"),
        ("drive.xls", 2, "`drive.xls` is no name of a workbook; end it in .xlsx"),
        ("drive", 2, "`drive` is no name of a workbook; end it in .xlsx"),
    ],
)
def test_where_it_cannot_write_it_says_so_and_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, code: int, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("there.xlsx").write_text("mine", encoding="utf-8")
    Path("folder.xlsx").mkdir()
    outcome = run(name)
    assert (outcome.exit_code, outcome.stdout) == (code, "")
    assert said in outcome.stderr
    assert isinstance(outcome.exception, SystemExit)
    assert code != 3 or outcome.stderr.count("\n") == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder.xlsx", "there.xlsx"]
    assert Path("there.xlsx").read_text(encoding="utf-8") == "mine"


# --- examples/drive.xlsx ---------------------------------------------------------------------------------


def parts(data: bytes) -> dict[str, str]:
    """The parts of a workbook in XML's canonical form: packed and written alike by every computer."""
    with ZipFile(io.BytesIO(data)) as file:
        return {name: ElementTree.canonicalize(file.read(name)) for name in file.namelist()}


def test_the_example_drive_is_up_to_date(example_rows: Rows) -> None:
    committed = parts((builtin_folder("examples") / "drive.xlsx").read_bytes())
    assert parts(drive_workbook(example_rows)) == committed, "run scripts/example_drive.py"


def test_the_example_drive_is_as_large_as_it_says(example_rows: Rows) -> None:
    sizes = {name: len(rows) for name, rows in example_rows.items() if name != "drive"}
    assert sizes == {"openings": 12, "candidates": 120, "panel": 48, "schedule": 288}
    roles = Counter(row["role"] for row in example_rows["openings"])
    assert sorted(roles.values()) == [1] * 6 + [2] * 3
    ids = [row["candidate"] for row in example_rows["candidates"]]
    assert ids == [f"C-{number:03}" for number in range(1, 121)]
    assert len({row["interviewer"] for row in example_rows["panel"]}) == 24
    countries = Counter(row.get("country", "GB") for row in example_rows["openings"])
    assert countries == {"GB": 9, "DE": 2, "US": 1}


def test_everybody_in_the_schedule_belongs_there(example_rows: Rows) -> None:
    seen = {(row["candidate"], row["opening"]) for row in example_rows["candidates"]}
    runs = {(row["opening"], row["interviewer"], row["stages"]) for row in example_rows["panel"]}
    schedule = example_rows["schedule"]
    assert all((row["candidate"], row["opening"]) in seen for row in schedule)
    assert all((row["opening"], row["interviewer"], row["stage"]) in runs for row in schedule)
    assert set(Counter(row["candidate"] for row in schedule).values()) == {4}
    assert set(Counter((row["date"], row["interviewer"]) for row in schedule).values()) == {4}


def test_nobody_is_in_two_places_at_once(example_rows: Rows) -> None:
    schedule = example_rows["schedule"]
    minutes = {(row["opening"], row["stage"]): 60 for row in schedule}
    SCRIPT["check_schedule"](schedule, minutes)
    late = {**schedule[0], "start": datetime.time(9, 0)}
    for who in ("candidate", "interviewer", "room"):
        others = {name: f"another {name}" for name in ("candidate", "interviewer", "room") if name != who}
        with pytest.raises(AssertionError, match=f"{who} .* is needed twice at 2026-12-01 09:00:00"):
            SCRIPT["check_schedule"]([*schedule, {**late, **others}], minutes)


def test_every_opening_of_the_example_drive_builds_without_a_warning(
    example_rows: Rows, tmp_path: Path
) -> None:
    assert warnings_of(example_rows, tmp_path) == ()
