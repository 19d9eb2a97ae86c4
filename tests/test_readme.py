"""The README is true: its commands run, its example is the example, its links lead somewhere."""

import os
import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from interviewkit.problems import Code

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", README, re.DOTALL)
COMMANDS = [line for language, block in BLOCKS if language == "sh" for line in block.splitlines()]
OURS = [command for command in COMMANDS if command.startswith("interviewkit ")]


SAID = {
    "interviewkit build": r"(my-opening\.yaml:\S+ IK127 .*\n)?",
    "interviewkit check": r"[\w ,]+ in [\d,]+ texts\n",
}
"""What may stand on standard error: the starter's mission, and the sum of what was found."""


def test_the_readme_shows_only_commands_that_a_test_runs() -> None:
    assert [command for command in COMMANDS if command not in OURS] == ["make demo", "make test"]


def test_its_commands_run_one_after_the_other_in_an_empty_folder(tmp_path: Path) -> None:
    bin_folder = Path(sys.executable).parent
    environment = os.environ | {"PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}"}
    for command in OURS:
        done = subprocess.run(  # noqa: S602 — a reader types it into a shell, redirection and all
            command, shell=True, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )
        said = SAID.get(" ".join(command.split()[:2]), "")
        assert (done.returncode, bool(re.fullmatch(said, done.stderr))) == (0, True), (command, done)
    assert (tmp_path / "output/my-opening/brief.pdf").is_file()
    assert (tmp_path / "our-hiring/rubrics/roles/ai-engineer.yaml").is_file()


def test_make_demo_builds_the_example_from_the_readme(tmp_path: Path) -> None:
    done = subprocess.run(
        ["make", "demo", f"OUT={tmp_path}"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert f"open first: {tmp_path}/claims-assistant/brief.pdf" in done.stdout


def test_ci_runs_the_test_command_of_the_readme_and_nothing_else() -> None:
    lines = (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()
    commands = [line for line in lines if line and not line.startswith(("#", "set ", "cd "))]
    assert commands == ["exec make test"]


def test_the_opening_in_the_readme_is_the_example() -> None:
    example = (ROOT / "examples/claims-assistant.yaml").read_text(encoding="utf-8")
    assert f"```yaml\n{example}```" in README


PAGES = ["README.md", *(f"docs/{path.name}" for path in sorted((ROOT / "docs").glob("*.md")))]


@pytest.mark.parametrize("page", PAGES)
def test_links_and_pictures_lead_to_files(page: str) -> None:
    path = ROOT / page
    targets = re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8"))
    assert [target for target in targets if not (path.parent / target).exists()] == []


def test_the_gallery_shows_every_document_and_is_what_its_script_writes() -> None:
    gallery = runpy.run_path(str(ROOT / "scripts/gallery.py"))
    assert (ROOT / "docs/gallery.md").read_text(encoding="utf-8") == gallery["page"]()
    pictures = [picture for row in gallery["PICTURES"].values() for picture in row]
    kinds = {picture.document.split("/")[0].removesuffix(".pdf") for picture in pictures}
    assert kinds == {"scorecards", "guides", "brief", "work-samples", "debrief", "candidate"}
    drawn = {path.stem for path in (ROOT / "docs/pictures").glob("*.png")}
    assert drawn == {picture.name for picture in pictures}


def test_the_roles_page_is_what_its_script_writes() -> None:
    roles = runpy.run_path(str(ROOT / "scripts/roles.py"))
    page = (ROOT / "docs/roles.md").read_text(encoding="utf-8")
    assert page == roles["page"](), "run `make roles`"
    headings = re.findall(r"^## (.+)$", page, re.MULTILINE)
    assert len(headings) == 13
    assert set(re.findall(r"\]\(#([a-z-]+)\)", page)) == {
        heading.lower().replace(" ", "-") for heading in headings[1:]
    }


def test_every_problem_code_is_documented_with_its_meaning() -> None:
    rows = (ROOT / "docs/problems.md").read_text(encoding="utf-8").splitlines()[6:]
    assert rows == [f"| {code.number} | {code.meaning} |" for code in Code]
