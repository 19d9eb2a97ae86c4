"""The command line as people meet it: help, exit codes, one line per mistake, files to start from."""

import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import click
import pytest
import yaml
from openpyxl import load_workbook

from interviewkit import __version__
from interviewkit.builtin import builtin_folder
from interviewkit.cli import cli
from interviewkit.compose.kit import compose_kit
from interviewkit.compose.stages import keyed_panel
from interviewkit.inputs import load_inputs
from interviewkit.library import open_library
from interviewkit.models.opening import (
    Candidate,
    Changes,
    Interviewer,
    Opening,
    Organisation,
    QuestionChanges,
    StageChange,
)
from interviewkit.models.scale import Seniority
from interviewkit.models.team import Team

Run = Callable[..., Any]
Write = Callable[..., Path]
QUICK = Path(__file__).resolve().parent / "quick_templates"

STARTERS_MISSION = (
    "IK127 warning: the mission is still the starter's text;"
    " say in one sentence what the team makes possible, and for whom"
)
SMALL_RUBRICS = Path(__file__).resolve().parent / "small_rubrics"
PORTABLE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,200}")


# --- help, usage, exit codes -----------------------------------------------------------------------------


def test_the_help_has_one_example(interviewkit: Run) -> None:
    outcome = interviewkit("--help")
    assert (outcome.code, outcome.out.count("Example: interviewkit ")) == (0, 1)


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_the_help_of_a_command_has_one_example_that_it_understands(interviewkit: Run, name: str) -> None:
    outcome = interviewkit(name, "--help")
    examples = re.findall(r"Example: interviewkit (.*)", outcome.out)
    assert (outcome.code, len(examples)) == (0, 1)
    command, *arguments = shlex.split(examples[0].split(" > ")[0])
    assert command == name
    cli.commands[name].make_context(name, arguments, parent=click.Context(cli))


def test_the_version_is_the_packages(interviewkit: Run) -> None:
    assert interviewkit("--version").out.strip().endswith(__version__)


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("biuld opening.yaml", "Did you mean 'build'?"),
        ("build opening.yaml --pper a4", "Did you mean '--paper'?"),
        ("build opening.yaml --paper a3", "'a3' is not one of 'a4', 'letter'"),
        ("build", "Missing argument 'OPENING.yaml'"),
        ("build opening.yaml --rubrics nowhere", "Directory 'nowhere' does not exist"),
        ("build opening.yaml --templates opening.yaml", "Directory 'opening.yaml' is a file"),
        ("show ai-enginer", "there is no role `ai-enginer`; did you mean `ai-engineer`?"),
        ("show ai-engineer --seniority sennior", "did you mean `senior`?"),
        ("new ai-enginer", "did you mean `ai-engineer`?"),
        ("new ai-engineer --seniority mdi", "did you mean `mid`?"),
        ("schema openin", "'openin' is not one of 'opening', 'drive', 'role'"),
        ("init", "Missing argument 'DIR'"),
    ],
)
def test_a_usage_error_ends_with_2_and_says_what_was_meant(
    interviewkit: Run, opening: Write, tmp_path: Path, command: str, said: str
) -> None:
    opening()
    before = list(tmp_path.iterdir())
    outcome = interviewkit(*command.split())
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err
    assert list(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        ("roles", 0, ""),
        ("build absent.yaml", 1, "absent.yaml:1:1: IK001 "),
        ("build .", 1, ".:1:1: IK002 "),
        ("build opening.yaml/x", 1, "opening.yaml/x:1:1: IK001 "),
        (f"build {'long' * 99}", 1, f"{'long' * 99}:1:1: IK002 "),
        (f"build {'long' * 99} --out .", 1, f"{'long' * 99}:1:1: IK002 "),
        (
            "new ai-engineer --out opening.yaml",
            3,
            "interviewkit: opening.yaml is there already; name another file",
        ),
        ("new ai-engineer --out .", 3, "interviewkit: . is there already; name another file"),
        (
            "new ai-engineer --out opening.yaml/x",
            3,
            "interviewkit: cannot write opening.yaml/x: Not a directory;",
        ),
        ("new ai-engineer --out no/x", 3, "interviewkit: cannot write no/x: No such file or directory;"),
        ("init opening.yaml/x", 3, "interviewkit: cannot write opening.yaml/x: Not a directory;"),
        ("init opening.yaml", 3, "interviewkit: cannot write opening.yaml: File exists;"),
    ],
)
def test_exit_codes_and_their_one_line(
    interviewkit: Run, opening: Write, tmp_path: Path, command: str, code: int, said: str
) -> None:
    text = opening().read_text(encoding="utf-8")
    outcome = interviewkit(*command.split())
    assert (outcome.code, outcome.err.count("\n")) == (code, 1 if code else 0)
    assert outcome.err.startswith(said)
    assert [path.name for path in tmp_path.iterdir()] == ["opening.yaml"]
    assert (tmp_path / "opening.yaml").read_text(encoding="utf-8") == text


def test_every_mistake_is_shown_at_its_place_in_one_go(interviewkit: Run, opening: Write) -> None:
    opening("contact: ''\nform: C\ncandidates: [{id: C-1}, {nme: X}]\n")
    outcome = interviewkit("build", "opening.yaml")
    assert (outcome.code, outcome.out) == (1, "")
    places = [line.split(" ")[:2] for line in outcome.err.splitlines()]
    assert [place for place in places if place[1] != "IK011"] == [
        ["opening.yaml:7:10:", "IK013"],
        ["opening.yaml:8:7:", "IK013"],
        ["opening.yaml:9:26:", "IK012"],
    ]


def zipped(workbook: Path) -> Path:
    """The sheets of a workbook as .csv files in an archive."""
    with ZipFile(workbook.with_suffix(".zip"), "w") as archive:
        for sheet in load_workbook(workbook):
            rows = (";".join(f'"{value or ""}"' for value in row) for row in sheet.values)
            archive.writestr(f"{sheet.title}.csv", "\n".join(rows))
    return workbook.with_suffix(".zip")


def test_a_drive_is_checked_in_every_form(interviewkit: Run, tmp_path: Path) -> None:
    """Openings are checked as openings, and a mistake is at its cell."""
    book_path = tmp_path / "drive.xlsx"
    interviewkit("drive-template", "drive.xlsx")
    zipped(book_path)
    for path, place in {"drive.xlsx": "drive.xlsx[openings!", "drive.zip": "drive.zip/openings.csv:"}.items():
        outcome = interviewkit("check", path)
        assert outcome.code == 0
        assert any(line.startswith(place) and ": IK115 info: " in line for line in outcome.out.splitlines())
    book = load_workbook(book_path)
    book["candidates"].append(["C-016", None, None, "claims"])
    book.save(book_path)
    zipped(book_path)
    said = " IK020 error: there is no opening `claims`;"
    for path, place in {"drive.xlsx": "drive.xlsx[candidates!D3]:", "drive.zip": "drive.zip/"}.items():
        outcome = interviewkit("check", path)
        assert outcome.code == 1
        assert any(line.startswith(place) and said in line for line in outcome.out.splitlines())


LAZY = """
import shlex, sys
from click.testing import CliRunner
from interviewkit.cli import cli

for line in sys.argv[1:]:
    result = CliRunner().invoke(cli, shlex.split(line))
    print(line, result.exit_code, "weasyprint" in sys.modules)
"""


def test_only_a_real_build_imports_weasyprint(interviewkit: Run, small: Write, in_python: Run) -> None:
    small()
    assert interviewkit("build", "opening.yaml").code == 0
    lines = ["--help", "build --help", "roles", "show small", "schema kit", "new small", "init copy"]
    lines += ["build opening.yaml", "drive --help", "schema drive", "drive-template drive.xlsx"]
    lines += ["build absent.yaml", "drive absent.xlsx --jobs 1"]
    outcome = in_python("-c", LAZY, *lines, "build small.yaml")
    ends = ["0 False"] * 11 + ["1 False", "1 False", "0 True"]
    assert outcome.out.splitlines() == [
        f"{line} {end}" for line, end in zip([*lines, "build small.yaml"], ends, strict=True)
    ]


INTERRUPTED = """
import sys
from interviewkit.__main__ import main

def watch(event, arguments):
    if event == "import" and arguments[0] == module:
        raise KeyboardInterrupt

module, sys.argv[0] = sys.argv.pop(1), "interviewkit"
sys.addaudithook(watch)
main()
"""


@pytest.mark.parametrize(
    ("module", "environment", "more"),
    [
        ("interviewkit.cli", {}, ""),
        ("click.shell_completion", {"_INTERVIEWKIT_COMPLETE": "bash_source"}, ""),
        ("interviewkit.loading", {}, "; nothing was changed"),
    ],
)
def test_an_interruption_is_one_line_while_the_program_loads(
    in_python: Run, module: str, environment: dict[str, str], more: str
) -> None:
    """Loading its commands, before a command is known, and within one."""
    outcome = in_python("-c", INTERRUPTED, module, "roles", **environment)
    assert (outcome.code, outcome.out, outcome.err) == (130, "", f"interviewkit: interrupted{more}\n")


# --- files to start from ---------------------------------------------------------------------------------


@pytest.mark.parametrize("seniority", [entry.value for entry in Seniority])
def test_a_new_opening_builds_as_it_is(interviewkit: Run, tmp_path: Path, seniority: str) -> None:
    """With the real scorecards, which must fit two pages; every other document in a line."""
    shutil.copytree(QUICK, tmp_path / "templates")
    (tmp_path / "templates/scorecard.html").unlink()
    assert interviewkit("new", "ai-engineer", "--seniority", seniority, "--out", "o.yaml").code == 0
    assert f"seniority: {seniority} " in (tmp_path / "o.yaml").read_text(encoding="utf-8")
    outcome = interviewkit("build", "o.yaml", "--templates", "templates")
    assert (outcome.code, outcome.err) == (0, f"o.yaml:17:12: {STARTERS_MISSION}\n")


@pytest.mark.parametrize("role", open_library().ids("roles"))
def test_every_role_has_a_new_opening_that_composes_for_every_seniority(
    interviewkit: Run, tmp_path: Path, role: str
) -> None:
    library = open_library()
    for seniority in library.role(role).value.seniorities:
        path = tmp_path / f"{seniority.value}.yaml"
        interviewkit("new", role, "--seniority", seniority.value, "--out", path.name)
        inputs = load_inputs(path, library)
        kit = compose_kit(inputs.rubric, inputs.opening, inputs.jurisdiction.value, inputs.opening_id)
        assert (kit.role_id, kit.seniority) == (role, seniority)


def test_a_new_opening_with_every_line_in_use_composes_and_has_every_key(
    interviewkit: Run, tmp_path: Path
) -> None:
    path = tmp_path / "ai-engineer.yaml"
    interviewkit("new", "ai-engineer")
    head, text = path.read_text(encoding="utf-8").split("\n\n")
    text = re.sub(r"^( *)# ", r"\1", text, flags=re.MULTILINE).replace("all of them:", "# all of them:")
    path.write_text(text.replace("  logo:", "  # logo:"), encoding="utf-8")
    inputs = load_inputs(path, open_library())
    compose_kit(inputs.rubric, inputs.opening, inputs.jurisdiction.value, inputs.opening_id)
    for model in (Opening, Organisation, Team, Interviewer, Candidate, Changes, QuestionChanges, StageChange):
        missing = [key for key in model.model_fields if not re.search(rf"\b{key}\b", head + text)]
        assert missing == []


def test_new_uses_the_roles_name_and_never_overwrites(interviewkit: Run, tmp_path: Path) -> None:
    outcome = interviewkit("new", "ai-engineer")
    assert (
        outcome.out == "wrote ai-engineer.yaml; fill it in, then run: interviewkit build ai-engineer.yaml\n"
    )
    (tmp_path / "ai-engineer.yaml").write_text("mine")
    assert interviewkit("new", "ai-engineer").code == 3
    assert (tmp_path / "ai-engineer.yaml").read_text() == "mine"


def test_the_command_that_new_names_can_be_pasted(interviewkit: Run) -> None:
    outcome = interviewkit("new", "ai-engineer", "--out", "my opening.yaml")
    assert outcome.out.endswith("run: interviewkit build 'my opening.yaml'\n")


@pytest.mark.parametrize(
    ("role", "seniorities", "code"), [("name: 'R&D: \"AI\" #1'\n", "mid, senior", 0), ("", "", 1)]
)
def test_new_takes_the_roles_of_the_user_as_they_are(
    interviewkit: Run, small: Write, tmp_path: Path, role: str, seniorities: str, code: int
) -> None:
    """A name that YAML would misread; a role without any bar."""
    small()
    shutil.copytree(SMALL_RUBRICS, tmp_path / "rubrics")
    path = tmp_path / "rubrics/roles/small.yaml"
    text = path.read_text(encoding="utf-8")
    if role:
        path.write_text(text.replace("name: Small role\n", role), encoding="utf-8")
    else:
        path.write_text(re.sub(r"bars: {.*?}", "bars: {}", text), encoding="utf-8")
    outcome = interviewkit("new", "small", "--rubrics", "rubrics", "--out", "o.yaml")
    assert outcome.code == code
    if code:
        assert outcome.err.startswith("rubrics/roles/small.yaml:9:3: IK026 no seniority has a bar for every")
    else:
        assert yaml.safe_load((tmp_path / "o.yaml").read_text(encoding="utf-8"))["title"] == 'R&D: "AI" #1'
        assert f"# {seniorities}" in (tmp_path / "o.yaml").read_text(encoding="utf-8")


def test_a_copied_library_builds_and_its_changes_count(
    interviewkit: Run, small: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcome = interviewkit("init", "our")
    assert [line.partition(";")[0] for line in outcome.out.splitlines()] == [
        f"wrote our/{name}" for name in ("rubrics", "templates", "interviewkit.yaml")
    ]
    assert sorted(path.name for path in (tmp_path / "our").iterdir()) == [
        "interviewkit.yaml",
        "rubrics",
        "templates",
    ]
    shutil.copytree(SMALL_RUBRICS, tmp_path / "our/rubrics", dirs_exist_ok=True)
    shutil.copytree(QUICK, tmp_path / "our/templates", dirs_exist_ok=True)
    shutil.copy(builtin_folder("templates") / "candidate.html", tmp_path / "our/templates/candidate.html")
    shutil.copy(small(), tmp_path / "our/opening.yaml")
    monkeypatch.chdir(tmp_path / "our")
    first = interviewkit("build", "opening.yaml")
    assert (first.code, first.err) == (0, "")
    (tmp_path / "our/templates/debrief.html").write_text("<html lang=en><title>ours</title></html>")
    second = interviewkit("build", "opening.yaml", "--html")
    assert (second.code, first.out.splitlines()[0] == second.out.splitlines()[0]) == (0, False)
    assert "ours" in (tmp_path / "our/output/opening/debrief.html").read_text(encoding="utf-8")


def test_init_overwrites_nothing(interviewkit: Run, tmp_path: Path) -> None:
    (tmp_path / "our/templates").mkdir(parents=True)
    outcome = interviewkit("init", "our")
    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err == "interviewkit: our/templates is there already; name another folder\n"
    assert [path.name for path in (tmp_path / "our").rglob("*")] == ["templates"]


# --- interviewkit.yaml -----------------------------------------------------------------------------------


def test_the_project_file_of_the_current_folder_is_honoured(interviewkit: Run, small: Write) -> None:
    assert "small" not in interviewkit("roles").out
    small()
    assert re.search(r"^small +Small role +mid, senior$", interviewkit("roles").out, re.MULTILINE)
    assert interviewkit("show", "small").code == 0
    outcome = interviewkit("build", "opening.yaml", "--html")
    assert outcome.code == 0
    assert "<h1>brief of Builder</h1>" in Path("output/opening/brief.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("rubric: r\n", "interviewkit.yaml:1:1: IK012 `rubric` is not known here; did you mean `rubrics`?"),
        ("\ntemplates: nowhere\n", "interviewkit.yaml:2:12: IK001 there is no folder `nowhere`;"),
        ("rubrics: opening.yaml\n", "interviewkit.yaml:1:10: IK001 there is no folder `opening.yaml`;"),
        ("rubrics: [a\n", "interviewkit.yaml:1:10: IK005 "),
        ("- rubrics\n", "interviewkit.yaml:1:1: IK009 "),
        ("", "interviewkit.yaml:1:1: IK008 "),
    ],
)  # fmt: skip
def test_mistakes_in_the_project_file_are_reported_by_every_command_that_reads_it(
    interviewkit: Run, opening: Write, tmp_path: Path, text: str, said: str
) -> None:
    opening()
    (tmp_path / "interviewkit.yaml").write_text(text, encoding="utf-8")
    for command in ("build opening.yaml", "roles", "show ai-engineer", "new ai-engineer"):
        outcome = interviewkit(*command.split())
        assert (outcome.code, outcome.out, outcome.err.count("\n")) == (1, "", 1)
        assert outcome.err.startswith(said)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["interviewkit.yaml", "opening.yaml"]


# --- names of files and folders --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "folder"),
    [
        ("My Opening (2).yaml", "my-opening-2"),
        ("CON.yaml", "con-opening"),
        ("..yaml", "opening"),
        ("日本.yaml", "ri-ben"),
        ("-x.yml", "x"),
        (f"{'long ' * 40}.yaml", "-".join(["long"] * 13)),
    ],
)
def test_the_folder_of_a_kit_has_a_portable_name(
    interviewkit: Run, small: Write, tmp_path: Path, file: str, folder: str
) -> None:
    small(name=file)
    outcome = interviewkit("build", "--", file)
    assert (outcome.code, outcome.err) == (0, "")
    assert [path.name for path in (tmp_path / "output").iterdir()] == [folder]


@pytest.mark.parametrize(
    "name", ["../../x", "/etc/x", "CON", "lpt1", ".", "..", "a/b", "a b", "ü", "x" * 300, "''"]
)
@pytest.mark.parametrize(
    "where", ["id: {}\n", "candidates:\n- id: {}\n", "panel:\n- {{name: A, stages: [only], id: {}}}\n"]
)
def test_an_id_that_is_no_file_name_is_refused(
    interviewkit: Run, small: Write, tmp_path: Path, name: str, where: str
) -> None:
    base = "\n".join(line for line in small().read_text(encoding="utf-8").splitlines() if "panel" not in line)
    small(where.format(name), base=f"{base}\n")
    outcome = interviewkit("build", "opening.yaml")
    line = 7 + where.count("\n-")
    assert (outcome.code, outcome.out) == (1, "")
    assert re.fullmatch(rf"opening\.yaml:{line}:\d+: IK013 `[a-z0-9.\[\]]*id`[^\n]+\n", outcome.err)
    assert not (tmp_path / "output").exists()


STRANGE_NAMES = ["../../x", "CON", "C:\\x", "..", ".", "~", "a/b", "x" * 200, "Łucja", "Lucja"]
STRANGE_NAMES += ["CON.", "CON 2", "CON 3", "-con-"]


def test_names_of_interviewers_never_leave_the_folder(
    interviewkit: Run, small: Write, tmp_path: Path
) -> None:
    people = "".join(f"- {{name: '{name}', stages: [only]}}\n" for name in STRANGE_NAMES)
    base = "\n".join(line for line in small().read_text(encoding="utf-8").splitlines() if "panel" not in line)
    small(f"panel:\n{people}candidates: [{{id: C-1}}]\n", base=f"{base}\n")
    outcome = interviewkit("build", "opening.yaml")
    assert (outcome.code, outcome.err) == (0, "")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["interviewkit.yaml", "opening.yaml", "output"]
    cards = list((tmp_path / "output/opening/scorecards/C-1").iterdir())
    assert len(cards) == len({card.name.casefold() for card in cards}) == len(STRANGE_NAMES)
    assert all(PORTABLE.fullmatch(path.name) for path in (tmp_path / "output").rglob("*"))


def test_names_without_a_letter_of_the_alphabet_get_file_names_of_their_own() -> None:
    people = [Interviewer(name=name, stages=("only",)) for name in ("😀", "…", "🙂", "Interviewer 3", "/")]
    keys = [person.key for person, _ in keyed_panel(tuple(people))]
    assert all(PORTABLE.fullmatch(key) for key in keys)
    assert len(set(keys)) == len(people)


def test_a_name_of_more_than_a_line_is_refused(interviewkit: Run, small: Write) -> None:
    for line, place in (
        (f"candidates: [{{id: C-1, name: {'x' * 300}}}]\n", "8:30: IK013 `candidates[1].name`"),
        (f"contact: {'x' * 300}\n", "8:10: IK013 `contact`"),
    ):
        small(line)
        outcome = interviewkit("build", "opening.yaml")
        said = f"opening.yaml:{place} is 300 characters long; write at most 200\n"
        assert (outcome.code, outcome.err) == (1, said)
