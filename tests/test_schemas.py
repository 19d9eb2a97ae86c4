"""The published JSON Schemas: an editor that uses them agrees with the loader."""

import copy
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from interviewkit.builtin import builtin_folder
from interviewkit.cli.schema import NAMES
from interviewkit.drive_folder.entries import dump_record, entry_of
from interviewkit.drive_input.reading import opening_inputs, read_drive
from interviewkit.errors import InputError
from interviewkit.library import Library, open_library
from interviewkit.models.drive_outcome import OpeningStatus
from interviewkit.models.drive_record import DriveRecord, MadeFile, MadeKind, MadeOpening
from interviewkit.schemas import MODELS, json_schema

Run = Callable[..., Any]


def originals(folder: str) -> list[Path]:
    """The files of a folder without their translations (`NAME.de.yaml`), which are no whole ones."""
    return [
        path for path in sorted(builtin_folder("rubrics").glob(f"{folder}/*.yaml")) if "." not in path.stem
    ]


FILES = {
    "opening": sorted(builtin_folder("examples").glob("*.yaml")),
    "role": originals("roles"),
    "competency": originals("competencies"),
    "question": originals("questions"),
    "work-sample": originals("work_samples"),
}
CASES = [
    pytest.param(name, path, id=f"{name}-{path.stem}") for name, paths in FILES.items() for path in paths
]


class EditorLoader(yaml.SafeLoader):
    """YAML 1.2, as editors read it: `NO` and `2026-11-30` are text."""


EditorLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"true|false", "tf"),
    ("int", r"-?[0-9]+", "-0123456789"),
    ("null", r"~|null|", ["~", "n", ""]),
):
    EditorLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first)
    )


def read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), EditorLoader)  # noqa: S506 — a safe loader


def faults(name: str, data: Any) -> list[str]:
    checker = Draft202012Validator(json_schema(name), format_checker=Draft202012Validator.FORMAT_CHECKER)
    return sorted(error.json_path for error in checker.iter_errors(data))


@pytest.mark.parametrize("name", NAMES)
def test_every_schema_is_one_of_its_dialect_and_is_printed(interviewkit: Run, name: str) -> None:
    outcome = interviewkit("schema", name)
    schema = json.loads(outcome.out)
    assert (outcome.code, outcome.err) == (0, "")
    assert schema == json_schema(name)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


def test_the_command_knows_every_schema() -> None:
    assert set(NAMES) == set(MODELS)


@pytest.mark.parametrize(("name", "path"), CASES)
def test_the_files_that_came_with_the_program_are_valid(name: str, path: Path) -> None:
    assert faults(name, read(path)) == []


def test_there_are_files_of_every_kind() -> None:
    assert [name for name, paths in FILES.items() if not paths] == []


PAGE = Path(__file__).resolve().parent.parent / "docs/drives.md"
OPENING = {key: value for key, value in read(FILES["opening"][0]).items() if key != "candidates"}


def test_the_drive_in_the_documentation_is_valid(tmp_path: Path) -> None:
    (shown,) = re.findall(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "drive.yaml").write_text(shown, encoding="utf-8")
    assert faults("drive", read(tmp_path / "drive.yaml")) == []


@pytest.mark.parametrize("key", ["defaults", "candidates", "schedule"])
def test_a_drive_may_leave_everything_to_its_openings(key: str) -> None:
    assert faults("drive", {"openings": ["a.yaml", {"id": "b", **OPENING}], key: None}) == []


DRIVES = [
    ("openings: []", ["$.openings"]),
    ("openings: [{role: ai-engineer}]", ["$.openings[0]"] * 6),
    ("paper: a4", ["$"]),
    ("defaults: {paper: a5}", ["$.defaults"]),
    ("defaults: {id: x}", ["$.defaults"]),
    ("candidates: [{name: Ada}]", ["$.candidates"]),
    ("schedule: [{candidate: C-021, stage: production, interviewer: Ada Example}]", ["$.schedule"]),
]


@pytest.mark.parametrize(("line", "places"), DRIVES)
def test_a_mistake_in_a_drive_is_shown(line: str, places: list[str]) -> None:
    changed = {"openings": [{"id": "b", **OPENING}], **yaml.load(line, EditorLoader)}  # noqa: S506
    assert faults("drive", changed) == places


NEEDED = ["role", "seniority", "title", "organisation.name", "country", "team.mission"]


@pytest.mark.parametrize("path", NEEDED)
def test_what_neither_an_opening_nor_the_defaults_say_is_missing(tmp_path: Path, path: str) -> None:
    """Editor and loader agree."""
    group, _, key = path.partition(".")
    own = copy.deepcopy(OPENING)
    shared = {group: own.pop(group)}
    data = {"defaults": shared, "openings": [{"id": "b", **own}]}
    assert faults("drive", data) == []
    del (shared[group] if key else shared)[key or group]
    assert faults("drive", data) == ["$.openings[0]"]
    (tmp_path / "drive.yaml").write_text(yaml.safe_dump(data), encoding="utf-8")
    library = open_library()
    (opening,) = read_drive(tmp_path / "drive.yaml", library).openings
    with pytest.raises(InputError, match="IK011"):
        opening_inputs(opening, library)


def test_the_record_of_a_drive_is_valid() -> None:
    kit, kind = "a/kit.json", MadeKind.KIT
    made = MadeFile(path=kit, kind=kind, opening="a", inputs="1", sha256="22", about=("C-1",))
    opening = MadeOpening(opening="a", status=OpeningStatus.BUILT, candidates=("C-1",))
    head = DriveRecord(drive="d", run=1, inputs="3", openings=(opening,), files=())
    record = json.loads(dump_record(head, {made.path: entry_of(made, None)}))
    assert record == head.model_copy(update={"files": (made,)}).model_dump(mode="json")
    assert faults("drive-record", record) == []
    assert faults("drive-record", {**record, "files": [{**record["files"][0], "name": "Ada"}]}) == [
        "$.files[0]"
    ]


@pytest.mark.parametrize("role", open_library().ids("roles"))
def test_a_new_opening_is_valid(interviewkit: Run, tmp_path: Path, role: str) -> None:
    interviewkit("new", role, "--out", "opening.yaml")
    assert faults("opening", read(tmp_path / "opening.yaml")) == []


MISTAKES = [
    ("opening", "senority: mid", ["$"]),
    ("opening", "seniority: junior", ["$.seniority"]),
    ("opening", "id: ../../x", ["$.id"]),
    ("opening", "organisation: {name: Example, colour: red}", ["$.organisation.colour"]),
    ("opening", "dates: {decision: tomorrow}", ["$.dates.decision"]),
    ("opening", "candidates: [{name: Ada}]", ["$.candidates[0]"]),
    ("role", "plan: []", ["$.plan"]),
    ("role", "competencies: {}", ["$.competencies"]),
    ("role", "competencies: {a: {weight: 0, bars: {}}, b: null, c: null}",
     [f"$.competencies.{name}" for name in ("a.weight", "b", "c")]),
    ("competency", "anchors: {level_1: Says it.}", ["$.anchors"] * 4),
    ("question", "questions: [{id: A B}]", ["$.questions[0]"] * 10 + ["$.questions[0].id"]),
    ("work-sample", "steps: [{what: Read, minutes: 0}]", ["$.steps[0].minutes"]),
    ("work-sample", "form: C", ["$.form"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "line", "places"), MISTAKES)
def test_a_mistake_is_shown_at_its_place(name: str, line: str, places: list[str]) -> None:
    changed = {**copy.deepcopy(read(FILES[name][0])), **yaml.load(line, EditorLoader)}  # noqa: S506
    assert faults(name, changed) == places


EXTENDING = """\
id: child
extends: ai-engineer
name: Child
shifts: null
competencies:
  domain-understanding: null
  software-engineering: {weight: 32}
"""


def test_a_role_that_extends_another_says_only_what_differs(tmp_path: Path) -> None:
    (tmp_path / "roles").mkdir()
    path = tmp_path / "roles/child.yaml"
    path.write_text(EXTENDING, encoding="utf-8")
    assert faults("role", read(path)) == []
    role = Library((tmp_path, builtin_folder("rubrics"))).role("child").value
    assert (role.name, role.shifts, role.competencies["software-engineering"].weight) == ("Child", (), 32)
    assert faults("role", {**read(path), "extends": 1}) == ["$.extends"]
    assert "$" in faults("role", {key: value for key, value in read(path).items() if key != "extends"})
