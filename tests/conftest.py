"""What many tests need: the command in its own folder, a small opening, and kits that are built once."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from interviewkit.builtin import builtin_folder
from interviewkit.cli import cli

os.environ.setdefault("INTERVIEWKIT_JOBS", "1")  # tests run beside each other: one core for each

EXAMPLE = builtin_folder("examples") / "claims-assistant.yaml"

MINIMAL = (Path(__file__).parent / "minimal.yaml").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Outcome:
    """What a user sees of a command."""

    code: int
    out: str
    err: str


@pytest.fixture
def interviewkit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Outcome]:
    """Run the command line in an empty folder (`tmp_path`)."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> Outcome:
        result = CliRunner().invoke(cli, arguments)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Outcome(result.exit_code, result.stdout, result.stderr)

    return run


@pytest.fixture
def opening(tmp_path: Path) -> Callable[[str], Path]:
    """Write an opening file: the minimal one plus more lines."""

    def write(more: str = "", base: str = MINIMAL) -> Path:
        path = tmp_path / "opening.yaml"
        path.write_text(base + more, encoding="utf-8")
        return path

    return write


@pytest.fixture(scope="session")
def demo_kits(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The example's kit, built once per paper with its HTML: paper to folder."""
    folders = {}
    for paper in ("a4", "letter"):
        out = tmp_path_factory.mktemp(paper)
        result = CliRunner().invoke(
            cli,
            ["build", str(EXAMPLE), "--out", str(out), "--paper", paper, "--html"],
            catch_exceptions=False,
        )
        assert (result.exit_code, result.stderr) == (0, ""), result.output
        folders[paper] = out / "claims-assistant"
    return folders


TESTS = Path(__file__).resolve().parent
SMALL = """\
role: small
seniority: mid
title: Builder
organisation: {name: Example Works}
country: GB
team: {mission: Build what others can check.}
panel: [{name: Ada Example, stages: [only]}]  # check: ignore[IK112] there is but one interview
"""


@pytest.fixture
def small(tmp_path: Path) -> Callable[..., Path]:
    """Write an opening of `small_rubrics`: one interview, and with `quick` templates of a line each.

    `interviewkit.yaml` beside it names rubrics and templates, so that no command needs options.
    """

    def write(more: str = "", *, base: str = SMALL, quick: bool = True, name: str = "opening.yaml") -> Path:
        project = f"rubrics: {TESTS / 'small_rubrics'}\n"
        if quick:
            project += f"templates: {TESTS / 'quick_templates'}\n"
        (tmp_path / "interviewkit.yaml").write_text(project, encoding="utf-8")
        path = tmp_path / name
        path.write_text(base + more, encoding="utf-8")
        return path

    return write


@pytest.fixture
def start_python(tmp_path: Path) -> Callable[..., subprocess.Popen[str]]:
    """Start a Python of its own in `tmp_path`, which finds the package that is tested here."""

    def start(*arguments: str, **environment: str) -> subprocess.Popen[str]:
        found = {**os.environ, "PYTHONPATH": str(TESTS.parent), "PYTHONDONTWRITEBYTECODE": "1", **environment}
        return subprocess.Popen(
            [sys.executable, *arguments],
            cwd=tmp_path,
            env=found,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    return start


@pytest.fixture
def in_python(start_python: Callable[..., subprocess.Popen[str]]) -> Callable[..., Outcome]:
    """Run a Python of its own to its end: `-m interviewkit …` or `-c …`."""

    def run(*arguments: str, **environment: str) -> Outcome:
        with start_python(*arguments, **environment) as process:
            out, err = process.communicate(timeout=120)
        return Outcome(process.returncode, out, err)

    return run
