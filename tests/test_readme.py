"""The README is true: its commands run, its example is the example, its links lead somewhere."""

import os
import re
import runpy
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from interviewkit.drive_input.columns import SHEETS, SheetKind
from interviewkit.drive_input.reading import opening_inputs, read_drive
from interviewkit.errors import InputError
from interviewkit.library import open_library
from interviewkit.problems import Code

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
DRIVES = (ROOT / "docs/drives.md").read_text(encoding="utf-8")


def blocks(page: str, language: str) -> list[str]:
    """The fenced blocks in a language."""
    return re.findall(rf"```{language}\n(.*?)```", page, re.DOTALL)


COMMANDS = [line for block in blocks(README, "sh") for line in block.splitlines()]
OURS = [command for command in COMMANDS if command.startswith("interviewkit ")]


SAID = {
    "interviewkit build": r"(my-opening\.yaml:\S+ IK127 .*\n)?",
    "interviewkit check": r"[\w ,]+ in [\d,]+ texts\n",
}
"""What may stand on standard error: the starter's mission, and the sum of what was found."""


def test_the_readme_shows_only_commands_that_a_test_runs() -> None:
    assert [command for command in COMMANDS if command not in OURS] == ["make demo", "make test"]


def run_all(commands: Sequence[str], folder: Path) -> None:
    """Run the commands one after the other; each must end well and say no more than it should."""
    bin_folder = Path(sys.executable).parent
    environment = os.environ | {"PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}"}
    for command in commands:
        done = subprocess.run(  # noqa: S602 — a reader types it into a shell, redirection and all
            command, shell=True, cwd=folder, env=environment, capture_output=True, text=True, check=False
        )
        said = SAID.get(" ".join(command.split()[:2]), "")
        assert (done.returncode, bool(re.fullmatch(said, done.stderr))) == (0, True), (command, done)


def test_its_commands_run_one_after_the_other_in_an_empty_folder(tmp_path: Path) -> None:
    run_all(OURS, tmp_path)
    assert (tmp_path / "output/my-opening/brief.pdf").is_file()
    assert (tmp_path / "output/autumn/print-packs/interviewers/interviewer-one.pdf").is_file()
    assert (tmp_path / "our-hiring/rubrics/roles/ai-engineer.yaml").is_file()


def test_make_demo_builds_the_example_from_the_readme(tmp_path: Path) -> None:
    done = subprocess.run(
        ["make", "demo", f"OUT={tmp_path}"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert f"open first: {tmp_path}/claims-assistant/brief.pdf" in done.stdout


def test_make_demo_drive_builds_the_example_drive() -> None:
    shown = subprocess.run(
        ["make", "-n", "--no-print-directory", "demo-drive", "OUT=elsewhere"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    command = shlex.split(shown.stdout.splitlines()[-1])
    assert command[-5:] == [
        ".venv/bin/interviewkit",
        "drive",
        "examples/drive.xlsx",
        "--out",
        "elsewhere/drive",
    ]


def test_ci_runs_the_test_command_of_the_readme_and_nothing_else() -> None:
    lines = (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()
    commands = [line for line in lines if line and not line.startswith(("#", "set ", "cd "))]
    assert commands == ["exec make test"]


def test_the_opening_in_the_readme_is_the_example() -> None:
    example = (ROOT / "examples/claims-assistant.yaml").read_text(encoding="utf-8")
    assert f"```yaml\n{example}```" in README


# --- docs/drives.md --------------------------------------------------------------------------------------


def sheet_section(sheet: SheetKind) -> str:
    """A sheet and its columns as docs/drives.md shows them."""
    mark = ["", "**"]
    rows = [
        f"| {mark[each.required]}`{each.name}`{mark[each.required]} | {each.help}"
        f" | {', '.join(f'`{name}`' for name in each.others)} |"
        for each in sheet.columns
    ]
    names = " or ".join(f"`{name}`" for name in sheet.others)
    head = (f"### `{sheet.name}`: {sheet.row}", "", f"The sheet may also be called {names}.", "")
    return "\n".join((*head, "| column | what to write | also read as |", "|---|---|---|", *rows, "", ""))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_the_page_of_drives_has_the_columns_that_are_read(sheet: SheetKind) -> None:
    section = sheet_section(sheet)
    assert section in DRIVES, f"docs/drives.md should say:\n{section}"


def write_tables(workbook: Path, folder: Path) -> None:
    """The sheets of a workbook as .csv files."""
    folder.mkdir()
    for sheet in load_workbook(workbook):
        rows = (";".join(f'"{value or ""}"' for value in row) for row in sheet.values)
        (folder / f"{sheet.title}.csv").write_text("\n".join(rows), encoding="utf-8")


def test_the_commands_of_the_page_of_drives_run_one_after_the_other(tmp_path: Path) -> None:
    """With documents of a line each; that the real ones are printed, the README's commands show."""
    quick = f"templates: {ROOT / 'tests/quick_templates'}\n"
    (tmp_path / "interviewkit.yaml").write_text(quick, encoding="utf-8")
    shutil.copy(ROOT / "examples/claims-assistant.yaml", tmp_path)
    (tmp_path / "autumn.yaml").write_text(blocks(DRIVES, "yaml")[0], encoding="utf-8")
    first, *others = [line for block in blocks(DRIVES, "sh") for line in block.splitlines()]
    run_all([first], tmp_path)
    write_tables(tmp_path / "autumn.xlsx", tmp_path / "autumn-tables")
    with ZipFile(tmp_path / "autumn-tables.zip", "w") as archive:
        for table in (tmp_path / "autumn-tables").iterdir():
            archive.write(table, table.name)
    run_all(others, tmp_path)


def test_the_drive_in_the_page_of_drives_is_one(tmp_path: Path) -> None:
    shutil.copy(ROOT / "examples/claims-assistant.yaml", tmp_path)
    path, library = tmp_path / "autumn.yaml", open_library()
    path.write_text(blocks(DRIVES, "yaml")[0], encoding="utf-8")
    drive = read_drive(path, library)
    assert drive.problems == ()
    openings = [opening_inputs(opening, library) for opening in drive.openings]
    assert [each.opening_id for each in openings] == ["claims-assistant", "ml-engineer-triage"]


def test_mistakes_are_shown_as_the_page_of_drives_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run_all(["interviewkit drive-template autumn.xlsx"], tmp_path)
    book = load_workbook("autumn.xlsx")
    book["candidates"].append(["C 015", None, None, "ai-engineer-claims"])
    book.save("autumn.xlsx")
    write_tables(Path("autumn.xlsx"), Path("autumn-tables"))
    book["candidates"].append(["C-016", None, None, "ai-enginer-claims"])
    row = [cell.value for cell in book["schedule"][2]]
    book["schedule"].append(["03/04/2026", *row[1:]])
    book.save("autumn.xlsx")
    library = open_library()
    found = list(map(str, read_drive(Path("autumn.xlsx"), library).problems))
    with pytest.raises(InputError) as caught:
        opening_inputs(read_drive(Path("autumn-tables"), library).openings[0], library)
    found += map(str, caught.value.problems)
    assert "\n".join(found) + "\n" in blocks(DRIVES, "text")
    assert found[0] in README


# --- links, generated pages ------------------------------------------------------------------------------

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
