"""Findings as lines, JSON, workflow commands and SARIF."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from interviewkit.lint.finding import Finding
from interviewkit.lint.formats import FORMATS
from interviewkit.lint.formats.plain import summary
from interviewkit.lint.registry import all_rules
from interviewkit.lint.rule import Severity
from interviewkit.problems import Location

SCHEMA = json.loads((Path(__file__).parent / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
"""The schema of SARIF 2.1.0 by schemastore.org, as the npm package @microsoft/jest-sarif (MIT) brings it."""

AGE = Finding(
    Location("our list/fragen, 100%.txt", 2, 7),
    "IK403",
    "age",
    Severity.ERROR,
    "asks about age: “{how} old”",
    "leave it out\nplease",
    "GB: Equality Act 2010 s. 5 (as of 2026-11-20, secondary)",
)
FROM_INPUT = Finding(
    Location("<stdin>"), "IK307", "leading-question", Severity.WARNING, "presses", "", "principle"
)
UNUSED = Finding(Location("a.txt", 3), "IK071", "suppression-unused", Severity.INFO, "unused", "", "docs: x")
ALL = (AGE, FROM_INPUT, UNUSED)


def test_text_is_one_line_each() -> None:
    assert FORMATS["text"](ALL).splitlines() == [
        "our list/fragen, 100%.txt:2:7: IK403 error: asks about age: “{how} old”; leave it out\\nplease",
        "<stdin>:1:1: IK307 warning: presses",
        "a.txt:3:1: IK071 info: unused",
    ]


def test_json_has_the_promised_keys_in_ascii() -> None:
    text = FORMATS["json"](ALL)
    assert text.isascii()
    assert json.loads(text)[0] == {
        "path": "our list/fragen, 100%.txt",
        "line": 2,
        "column": 7,
        "code": "IK403",
        "name": "age",
        "severity": "error",
        "message": "asks about age: “{how} old”",
        "hint": "leave it out\nplease",
        "source": "GB: Equality Act 2010 s. 5 (as of 2026-11-20, secondary)",
    }


def test_github_commands_are_escaped() -> None:
    assert FORMATS["github"](ALL).splitlines() == [
        (
            "::error file=our list/fragen%2C 100%25.txt,line=2,col=7,title=IK403 age"
            "::asks about age: “{how} old”; leave it out%0Aplease"
            "%0ASource: GB: Equality Act 2010 s. 5 (as of 2026-11-20, secondary)"
        ),
        "::warning title=IK307 leading-question::presses%0ASource: principle",
        "::notice file=a.txt,line=3,col=1,title=IK071 suppression-unused::unused%0ASource: docs: x",
    ]


@pytest.mark.parametrize("findings", [(), ALL], ids=["none", "all"])
def test_sarif_keeps_to_its_schema(findings: tuple[Finding, ...]) -> None:
    jsonschema.Draft4Validator(SCHEMA).validate(json.loads(FORMATS["sarif"](findings)))


def test_sarif_names_rules_levels_and_places() -> None:
    run = _run(ALL)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [*(rule.code for rule in all_rules()), "IK071"]
    assert all(rule["help"]["text"] for rule in rules[:-1])
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == ["IK403", "IK307", "IK071"]
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note"]
    assert run["results"][0]["message"]["text"].startswith("Asks about age: “{{how}} old”; leave it out")
    assert run["results"][0]["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "our%20list/fragen%2C%20100%25.txt"},
                "region": {"startLine": 2, "startColumn": 7},
            }
        }
    ]
    assert "locations" not in run["results"][1]


def test_absolute_paths_become_relative_to_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    inside, outside = str(tmp_path / "lists/a.txt"), str(tmp_path.parent / "b.txt")
    found = [
        Finding(Location(path), "IK403", "age", Severity.ERROR, "m", "", "") for path in (inside, outside)
    ]
    uris = [
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for result in _run(found)["results"]
    ]
    assert uris == ["lists/a.txt", Path(outside).as_uri()]
    assert FORMATS["github"](found[:1]).startswith("::error file=lists/a.txt,")


def _run(findings: Any) -> Any:
    return json.loads(FORMATS["sarif"](findings))["runs"][0]


SUMMARIES = {
    "nothing found in 0 texts": ((), 0),
    "1 error in 1 text": ((AGE,), 1),
    "2 errors, 1 warning, 1 remark in 1,200 texts": ((AGE, *ALL), 1200),
}


@pytest.mark.parametrize("line", SUMMARIES)
def test_the_sum_is_one_line(line: str) -> None:
    assert summary(*SUMMARIES[line]) == line
