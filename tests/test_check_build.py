"""`build` asks the checker first: errors stop it, warnings are listed, and only a reason gets round it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import MINIMAL, Outcome

QUICK = Path(__file__).resolve().parent / "quick_templates"
MISSION = "Turn records into decisions that people can check."


@pytest.fixture
def build(interviewkit: Callable[..., Outcome], opening: Callable[..., Path]) -> Callable[..., Outcome]:
    """Build the minimal opening with another mission and more options, by quick templates."""

    def run(mission: str, *options: str, title: str = "AI Engineer") -> Outcome:
        base = MINIMAL.replace(MISSION, mission).replace("title: AI Engineer", f"title: {title}")
        return interviewkit("build", str(opening("", base)), "--templates", str(QUICK), *options)

    return run


def test_an_error_stops_the_build_and_nothing_is_written(
    build: Callable[..., Outcome], tmp_path: Path
) -> None:
    outcome = build("Only engineers from top-tier universities build our product.")
    assert outcome.code == 1
    assert outcome.err.startswith(f"{tmp_path}/opening.yaml:6:17: IK420 error: ")
    assert not (tmp_path / "output").exists()


def test_a_warning_is_listed_and_the_kit_is_built(build: Callable[..., Outcome], tmp_path: Path) -> None:
    outcome = build(MISSION, title="AI rockstar")
    assert outcome.code == 0, outcome.err
    assert f"{tmp_path}/opening.yaml:3:8: IK412 warning: " in outcome.err
    assert (tmp_path / "output/opening/kit.json").exists()


def test_with_a_reason_the_checker_is_not_asked_and_the_brief_says_so(
    build: Callable[..., Outcome], tmp_path: Path
) -> None:
    reason = "approved by counsel on 2 November"
    outcome = build(
        "Only engineers from top-tier universities build our product.", "--no-check", reason, "--html"
    )
    assert (outcome.code, "IK4" in outcome.err) == (0, False)
    assert reason in (tmp_path / "output/opening/brief.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("reason", ["", "  "])
def test_no_check_needs_a_reason(build: Callable[..., Outcome], reason: str) -> None:
    outcome = build(MISSION, "--no-check", reason)
    assert outcome.code == 2
    assert "--no-check needs a reason" in outcome.err


def test_another_reason_is_another_build(build: Callable[..., Outcome]) -> None:
    first = build(MISSION, "--no-check", "one reason")
    again = build(MISSION, "--no-check", "one reason")
    other = build(MISSION, "--no-check", "another reason")
    assert ["up to date" in outcome.out for outcome in (first, again, other)] == [False, True, False]
