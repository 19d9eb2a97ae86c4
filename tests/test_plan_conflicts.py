"""The planner says why there is no plan: `plan_conflicts.yaml` holds the problems and the words."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from interviewkit.compose.planner import solve_plan
from interviewkit.compose.planning import (
    Conflict,
    ConflictKind,
    Infeasible,
    PlanProblem,
    PlanQuestion,
    PlanStage,
)

CASES = yaml.safe_load((Path(__file__).parent / "plan_conflicts.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_conflicts_are_named_and_worded(case: dict[str, Any]) -> None:
    assert solve_plan(problem_of(case)) == Infeasible(tuple(conflict_of(each) for each in case["conflicts"]))


def test_the_cases_show_every_kind_of_conflict() -> None:
    assert {each["constraint"] for case in CASES for each in case["conflicts"]} == set(ConflictKind)


def problem_of(case: dict[str, Any]) -> PlanProblem:
    return PlanProblem(
        stages=tuple(stage_of(each, facts) for each, facts in case["stages"].items()),
        questions=tuple(
            question_of(case, competency, f"{competency}-{number}", minutes)
            for competency, lengths in case["questions"].items()
            for number, minutes in enumerate(lengths, start=1)
        ),
        weights=tuple(case["weights"].items()),
        heaviest=case.get("heaviest", 3),
        sheet_limit=case.get("sheet_limit", 5),
    )


def stage_of(stage_id: str, facts: dict[str, Any]) -> PlanStage:
    return PlanStage(
        id=stage_id,
        question_minutes=facts.get("minutes", 30),
        competencies=tuple(facts["competencies"]),
        given=frozenset(facts.get("given", ())),
        raters=frozenset(facts.get("raters", (stage_id,))),
        required=tuple(facts.get("required", ())),
        preferred=tuple(facts.get("preferred", ())),
    )


def question_of(case: dict[str, Any], competency: str, name: str, minutes: int) -> PlanQuestion:
    stages = case.get("kinds", {}).get(name, case["stages"])
    return PlanQuestion(id=name, competency=competency, minutes=minutes, key=name, stages=frozenset(stages))


def conflict_of(facts: dict[str, Any]) -> Conflict:
    return Conflict(
        constraint=ConflictKind(facts["constraint"]),
        stage=facts.get("stage"),
        competency=facts.get("competency"),
        question=facts.get("question"),
        missing=facts["missing"],
        message=facts["message"],
        hint=facts["hint"],
    )
