"""`interviewkit check` and `interviewkit explain` as a user meets them, and the page that shows them."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
import yaml
from conftest import Outcome

from interviewkit.lint.formats import FORMATS
from interviewkit.lint.registry import all_rules
from interviewkit.lint.text.lexicons import load_matcher

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs/checking.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", PAGE, re.DOTALL)
COMMANDS = [line for language, block in BLOCKS if language == "sh" for line in block.splitlines()]
LIST, FINDING = [block for language, block in BLOCKS if language == "text"][:2]

Run = Callable[..., Outcome]

cached_matcher = cache(load_matcher)


@pytest.fixture(autouse=True)
def words_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command here has the same lexicons, and reading them takes most of its time."""
    monkeypatch.setattr("interviewkit.lint.checking.load_matcher", cached_matcher)


AGE = "How old are you?\n"
FINE = "Tell me about one time you found the cause of a slow query.\n"
IK403 = r"{}:1:1: IK403 error: .+\n"


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., None]:
    def write(**texts: str) -> None:
        for name, text in texts.items():
            (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")

    return write


def test_a_finding_is_one_line_and_the_sum_another(interviewkit: Run, write: Callable[..., None]) -> None:
    write(a=AGE, b=FINE)
    found = interviewkit("check", "a.txt", "b.txt", "--select", "IK403")
    assert re.fullmatch(IK403.format("a.txt"), found.out)
    assert (found.code, found.err) == (1, "1 error in 2 texts\n")
    fine = interviewkit("check", "b.txt", "--select", "IK403")
    assert (fine.code, fine.out, fine.err) == (0, "", "nothing found in 1 text\n")


def test_a_path_named_twice_is_checked_once(
    interviewkit: Run, write: Callable[..., None], tmp_path: Path
) -> None:
    write(a=AGE)
    found = interviewkit("check", "a.txt", "./a.txt", str(tmp_path / "a.txt"), "--select", "age")
    assert re.fullmatch(IK403.format("a.txt"), found.out)
    assert found.err == "1 error in 1 text\n"


@pytest.mark.parametrize(
    ("options", "code", "summary"),
    [
        (["--select", "IK403"], 1, "1 error"),
        (["--select", "ik4"], 1, "1 error"),
        (["--select", "closed-question, age"], 1, "1 error"),
        (["--select", "IK4", "--ignore", "age"], 0, "nothing found"),
        (["--ignore", "IK1,IK2", "--ignore", "IK3,IK4,IK5"], 0, "nothing found"),
        (["--select", "IK403", "--jurisdiction", "gb,US", "--jurisdiction", "DE"], 1, "1 error"),
    ],
)
def test_rules_are_chosen(
    interviewkit: Run, write: Callable[..., None], options: list[str], code: int, summary: str
) -> None:
    write(a=AGE)
    found = interviewkit("check", "a.txt", *options)
    assert (found.code, found.err) == (code, f"{summary} in 1 text\n")


def test_warnings_fail_when_asked_to(interviewkit: Run, write: Callable[..., None]) -> None:
    write(a="Why?  # check: ignore[IK403] for no reason at all\n")
    assert interviewkit("check", "a.txt", "--select", "IK403").code == 0
    strict = interviewkit("check", "a.txt", "--select", "IK403", "--strict")
    assert (strict.code, strict.err) == (1, "1 warning in 1 text\n")


USAGE = {
    ("check", "--select", "ages"): "there is no rule `ages`; did you mean `age`?",
    ("check", "--ignore", "IK9"): "there is no rule `IK9`",
    ("check", "--jurisdiction", "UK"): "there is no jurisdiction `UK`; did you mean `GB`?",
    ("explain", "potential-over-pedigre"): "did you mean `potential-over-pedigree`?",
    ("explain", "IK40"): "there is no rule, principle or problem `IK40`; did you mean `IK4",
}


@pytest.mark.parametrize("arguments", USAGE)
def test_an_unknown_word_is_wrong_usage(interviewkit: Run, arguments: tuple[str, ...]) -> None:
    found = interviewkit(*arguments)
    assert found.code == 2
    assert USAGE[arguments] in " ".join(found.err.split())


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_printed(interviewkit: Run, write: Callable[..., None], form: str) -> None:
    write(a=AGE)
    found = interviewkit("check", "a.txt", "--select", "IK403", "--format", form)
    assert (found.code, "IK403" in found.out) == (1, True)
    if form != "text":
        assert found.err == ""
    if form in {"json", "sarif"}:
        json.loads(found.out)


def test_what_cannot_be_read_is_a_finding(interviewkit: Run) -> None:
    found = interviewkit("check", "nowhere.txt", "nowhere.yaml", "--format", "json")
    assert [(each["path"], each["code"]) for each in json.loads(found.out)] == [
        ("nowhere.txt", "IK001"),
        ("nowhere.yaml", "IK001"),
    ]
    assert found.code == 1


def test_a_folder_may_hold_files_of_other_programs(
    interviewkit: Run, write: Callable[..., None], tmp_path: Path
) -> None:
    write(a=FINE)
    (tmp_path / "compose.yaml").write_text("services: {}\n", encoding="utf-8")
    assert interviewkit("check", ".", "--select", "IK403").code == 0
    assert "IK072" in interviewkit("check", "compose.yaml").out


def test_a_process_of_its_own_reads_standard_input_and_loads_no_weasyprint(in_python: Run) -> None:
    script = (
        "import io, sys\n"
        "from interviewkit.cli import cli\n"
        "sys.stdin = io.TextIOWrapper(io.BytesIO(b'How old\\nare you?'))\n"
        "try:\n    cli.main(['check', '-', '--select', 'IK403'])\n"
        "finally:\n    print(sorted({'weasyprint', 'pikepdf'} & set(sys.modules)))\n"
    )
    found = in_python("-c", script)
    assert re.fullmatch(IK403.format("<stdin>") + r"\[\]\n", found.out), found
    assert found.err == "1 error in 1 text\n"


@pytest.mark.skipif(os.name != "posix", reason="closes standard output by the shell")
@pytest.mark.parametrize("end", ["| true", ">&-"])
def test_a_reader_that_goes_away_is_no_traceback(
    tmp_path: Path, write: Callable[..., None], end: str
) -> None:
    write(a=AGE)
    command = f'"{sys.executable}" -m interviewkit check a.txt --format sarif {end}'
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(  # noqa: S602 — a shell makes the pipe
        command, shell=True, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""


# --- explain -----------------------------------------------------------------------------------------------


def test_a_rule_is_explained_with_examples_sources_and_law(
    interviewkit: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    page = interviewkit("explain", "ik403").out
    assert page == interviewkit("explain", "age").out
    for part in (
        "IK403 age\n---------\n",
        "Family    IK4, Fairness and law\n",
        "Why it matters\n",
        "Flagged\n  - How old are you?\n",
        "Left alone\n  - ",
        "Instead\n",
        "principle `potential-over-pedigree` (000_5de055317279342a.txt 00:13:03;",
        "  GB  Great Britain, error: ",
        "Equality Act 2010 s. 5; Acas on interview questions (as of 2026-11-20, secondary)",
    ):
        assert part in page


def test_every_rule_can_be_explained_and_fits_the_terminal(
    interviewkit: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    for rule in all_rules()[::7]:
        page = interviewkit("explain", rule.code).out
        assert page.startswith(f"{rule.code} {rule.name}\n")
        assert all(len(line) <= 60 for line in page.partition("Flagged")[0].splitlines())


def test_a_principle_is_explained_with_the_rules_that_serve_it(interviewkit: Run) -> None:
    page = interviewkit("explain", "potential-over-pedigree").out
    assert page.startswith("Potential over pedigree (potential-over-pedigree)\n")
    assert "Sources\n  - 000_5de055317279342a.txt 00:13:03\n" in page
    assert "Rules that serve it\n  - IK" in page
    assert "IK403 age: " in page


def test_a_problem_is_explained(interviewkit: Run) -> None:
    page = interviewkit("explain", "IK072").out
    assert "A path holds nothing that the checker reads." in page
    assert page == interviewkit("explain", "nothing-to-check").out


# --- docs/checking.md and the hook -------------------------------------------------------------------------


def test_the_commands_of_the_page_run(interviewkit: Run, tmp_path: Path) -> None:
    (tmp_path / "questions.txt").write_text(LIST, encoding="utf-8")
    outcomes = [interviewkit(*command.split()[1:]) for command in COMMANDS]
    assert outcomes[0].out == FINDING
    assert [outcome.code for outcome in outcomes] == [1, 0, 0, 0, 0, 0]


def test_its_matcher_for_editors_reads_a_finding() -> None:
    (tasks,) = [json.loads(block) for language, block in BLOCKS if language == "json"]
    pattern = tasks["tasks"][0]["problemMatcher"]["pattern"]
    match = re.fullmatch(pattern["regexp"], FINDING.rstrip("\n"))
    assert match
    named = {key: match[number] for key, number in pattern.items() if key != "regexp"}
    message = named.pop("message")
    assert named == {
        "file": "questions.txt",
        "line": "2",
        "column": "1",
        "code": "IK403",
        "severity": "error",
    }
    assert FINDING.endswith(f"{message}\n")


def test_its_columns_are_read_as_it_says() -> None:
    from interviewkit.lint.lists.columns import columns_of

    rows = re.findall(
        r"^\| (`.+?) \| (questions|follow-ups|criteria|anchors|notes|labels)", PAGE, re.MULTILINE
    )
    fields = {
        "questions": "question",
        "follow-ups": "follow_up",
        "criteria": "criterion",
        "anchors": "anchor",
    }
    fields |= {"notes": "note", "labels": "sheet"}
    for names, kind in rows:
        for name in re.findall(r"`([^`]+)`", names.partition(", or")[0]):
            columns = columns_of([name])
            assert columns
            assert columns.texts[0].field == fields[kind], name


def test_its_workflow_and_the_hook_are_yaml() -> None:
    for block in (block for language, block in BLOCKS if language == "yaml"):
        yaml.safe_load(block)
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["id"] in PAGE
    assert hook["entry"] == "interviewkit check"
    for path in (
        "rubrics/roles/ai-engineer.yaml",
        "our/rubrics/questions/one.yaml",
        "openings/senior.yml",
        "my-opening.yaml",
        "questions/first.txt",
        "hiring/interviews/guide.md",
        "docs/interview-guide.md",
        "scorecard.csv",
    ):
        assert re.search(hook["files"], path), path
    for path in (
        "rubrics/competencies/one.de.yaml",
        "rubrics/jurisdictions/GB.yaml",
        "rubrics/lexicon/age.yaml",
        "compose.yaml",
        "README.md",
        "src/questions.py",
        "data/train.csv",
        "xrubrics/roles/a.yaml.bak",
    ):
        assert not re.search(hook["files"], path), path
