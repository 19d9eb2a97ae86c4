"""What many tests need: the command in its own folder, a small opening, and kits that are built once."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from interviewkit.builtin import builtin_folder
from interviewkit.cli import cli

EXAMPLE = builtin_folder("examples") / "claims-assistant.yaml"

MINIMAL = """\
role: ai-engineer
seniority: mid
title: AI Engineer
organisation: {name: Example Health}
country: GB
team: {mission: Turn records into decisions that people can check.}
"""


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
            cli, ["build", str(EXAMPLE), "--out", str(out), "--paper", paper, "--html"], catch_exceptions=False
        )
        assert result.exit_code == 0, result.output
        folders[paper] = out / "claims-assistant"
    return folders
