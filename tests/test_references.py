"""Rubrics whose files do not agree (`bad/rubrics.yaml`), and what a team's own folder changes."""

import re
from collections.abc import Callable
from dataclasses import astuple
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from interviewkit.builtin import builtin_folder
from interviewkit.inputs import load_inputs
from interviewkit.library import Library, open_library
from interviewkit.references import rubric_problems
from interviewkit.rubric import load_rubric

CASES = yaml.safe_load((Path(__file__).parent / "bad" / "rubrics.yaml").read_text(encoding="utf-8"))
MARKER = re.compile("⟨.⟩")
OPENING = """\
role: {role}
seniority: {seniority}
title: AI Engineer
organisation: {{name: Example Health}}
country: GB
team: {{mission: Turn records into decisions that people can check.}}
"""
Run = Callable[..., Any]


def edited(case: dict[str, Any]) -> dict[str, str]:
    """The case's files with their markers still in."""
    files: dict[str, str] = {}
    for edit in case["edits"]:
        name = edit["file"]
        if "text" in edit:
            files[name] = edit["text"]
            continue
        text = files.get(name) or (builtin_folder("rubrics") / name).read_text(encoding="utf-8")
        start = text.index(edit["after"]) + len(edit["after"]) if "after" in edit else 0
        assert edit["replace"] in text[start:], f"{name} has no {edit['replace']!r} to replace"
        files[name] = text[:start] + text[start:].replace(edit["replace"], edit["by"], 1)
    return files


def places(folder: str, files: dict[str, str]) -> dict[str, str]:
    """Where each marker stands: `file:line:column` in the text without markers."""
    found = {}
    for name, text in files.items():
        for match in MARKER.finditer(text):
            before = MARKER.sub("", text[: match.start()])
            column = len(before) - before.rfind("\n")
            found[match[0]] = f"{folder}/{name}:{before.count(chr(10)) + 1}:{column}"
    return found


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(MARKER.sub("", text), encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_every_mistake_is_one_line_in_its_own_file(
    case: dict[str, Any], interviewkit: Run, tmp_path: Path
) -> None:
    files = edited(case)
    write(tmp_path / "rubrics", files)
    opening = OPENING.format(role=case.get("role", "ai-engineer"), seniority=case.get("seniority", "mid"))
    (tmp_path / "opening.yaml").write_text(opening, encoding="utf-8")
    place_of = places("rubrics", files)
    lines = [line.split(" ", 1) for line in case["problems"].splitlines()]
    expected = "".join(f"{place_of.get(place, place)}: {words}\n" for place, words in lines)
    assert astuple(interviewkit("build", "opening.yaml", "--rubrics", "rubrics")) == (1, "", expected)


# --- what a team's own folder changes --------------------------------------------------------------------


@pytest.mark.parametrize("role", open_library().ids("roles"))
def test_the_built_in_rubrics_have_no_mistakes(role: str) -> None:
    assert list(rubric_problems(load_rubric(open_library(), role))) == []


MINE = """\
# Everything is the AI engineer's but one pair of weights, a bar, and the shifts, which are gone.
extends: ai-engineer
id: mine
competencies:
  software-engineering:
    weight: 27
  critical-thinking:
    bars: {staff: 5}
    weight: 15
shifts: null
"""


@pytest.fixture
def mine(tmp_path: Path) -> Library:
    write(tmp_path, {"roles/mine.yaml": MINE})
    return open_library([tmp_path])


def test_a_role_changes_only_what_it_says(mine: Library) -> None:
    base, role = mine.role("ai-engineer").value, mine.role("mine").value
    expected = base.model_dump(mode="json") | {"id": "mine", "shifts": []}
    weights = {name: entry["weight"] for name, entry in expected["competencies"].items()}
    expected["competencies"]["software-engineering"]["weight"] = 27
    expected["competencies"]["critical-thinking"]["weight"] = 15
    expected["competencies"]["critical-thinking"]["bars"]["staff"] = 5
    assert role.model_dump(mode="json") == expected
    assert list(role.competencies) == list(weights), "the order is the extended role's"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (("id",), "mine"),
        (("competencies", "software-engineering", "weight"), "27"),
        (("competencies", "software-engineering", "bars", "staff"), None),
        (("competencies", "critical-thinking", "bars", "staff"), "5"),
        (("competencies", "critical-thinking", "bars", "mid"), None),
        (("competencies", "evaluation-design", "weight"), None),
        (("plan", 0, "id"), "engineering"),
        (("job_tasks", 1), None),
    ],
)
def test_every_value_is_located_in_the_file_that_says_it(
    path: tuple[str | int, ...], words: str | None, mine: Library, tmp_path: Path
) -> None:
    role = mine.role("mine")
    value: Any = role.source.data
    for part in path:
        value = value[part]
    place = role.locate(*path)
    ours = words is not None and path[0] != "plan"
    file = tmp_path / "roles/mine.yaml" if ours else builtin_folder("rubrics") / "roles/ai-engineer.yaml"
    assert place.path == str(file)
    line = file.read_text(encoding="utf-8").splitlines()[place.line - 1]
    assert line[place.column - 1 :].startswith(words or value)


def test_roles_extend_roles_that_extend_roles(tmp_path: Path) -> None:
    names = ["ai-engineer", "one", "two", "three", "four"]
    for base, name in pairwise(names):
        text = f"extends: {base}\nid: {name}\nname: Role {name}\nmission: Mission of {name}.\n"
        write(tmp_path, {f"roles/{name}.yaml": text + ("potential: null\n" if name == "two" else "")})
    role = open_library([tmp_path]).role("four")
    assert (role.value.name, role.value.mission, role.value.potential) == (
        "Role four",
        "Mission of four.",
        (),
    )
    assert role.locate("mission").path == str(tmp_path / "roles/four.yaml")
    assert role.locate("plan", 0, "id").path == str(builtin_folder("rubrics") / "roles/ai-engineer.yaml")


def test_the_first_folder_that_has_a_file_wins(tmp_path: Path) -> None:
    competency = (builtin_folder("rubrics") / "competencies/interface-design.yaml").read_text("utf-8")
    for folder in ("first", "second"):
        text = competency.replace("definition: ", f"definition: The {folder} one. ")
        write(tmp_path / folder, {"competencies/interface-design.yaml": text})
    write(tmp_path / "second", {"roles/mine.yaml": MINE})
    library = open_library([tmp_path / "first", tmp_path / "second"])
    found = load_rubric(library, "mine").competencies["interface-design"].value
    assert found.definition.startswith("The first one.")
    assert {"ai-engineer", "mine"} <= set(library.ids("roles"))


def test_the_project_file_names_rubrics_and_the_option_comes_before_it(
    interviewkit: Run, tmp_path: Path
) -> None:
    for folder in ("from-file", "from-option"):
        write(tmp_path / folder, {"roles/mine.yaml": MINE + f"name: Role {folder}\n"})
    (tmp_path / "interviewkit.yaml").write_text("rubrics: from-file\n", encoding="utf-8")
    assert "Role from-file" in interviewkit("roles").out
    assert "Role from-option" in interviewkit("roles", "--rubrics", "from-option").out


def test_an_opening_finds_its_country_in_the_teams_folder(tmp_path: Path) -> None:
    country = (builtin_folder("rubrics") / "jurisdictions/GB.yaml").read_text("utf-8")
    write(tmp_path, {"jurisdictions/NO.yaml": country.replace("code: GB", "code: NO")})
    opening = tmp_path / "opening.yaml"
    opening.write_text(OPENING.format(role="ai-engineer", seniority="mid").replace("GB", "NO"), "utf-8")
    assert load_inputs(opening, open_library([tmp_path])).jurisdiction.value.code == "NO"
