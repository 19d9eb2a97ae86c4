"""Plans worked out by hand, and problems that are refused."""

import time
from dataclasses import replace

import pytest

from interviewkit.compose.planner import solve_plan
from interviewkit.compose.planning import Plan, PlanProblem, PlanQuestion, PlanStage


def a_real_opening(form: str) -> PlanProblem:
    """Four interviews, eight competencies, forty questions."""
    weights = tuple(zip("abcdefgh", (20, 18, 15, 12, 10, 10, 8, 7), strict=True))
    stages = (
        PlanStage("screen", 30, ("a", "d", "e", "g", "h"), frozenset(), frozenset({"Ada"}), (), ("g-2",)),
        PlanStage("work-sample", 12, ("a", "b", "c", "f"), frozenset("ab"), frozenset({"Bo"})),
        PlanStage("engineering", 40, ("a", "b", "c", "d", "f"), frozenset(), frozenset({"Cy", "Di"})),
        PlanStage("team", 35, ("c", "d", "e", "g", "h"), frozenset(), frozenset({"Eve"}), (f"e-4{form}",)),
    )
    kinds = [frozenset({"screen", "engineering", "team"}), frozenset(stage.id for stage in stages)]
    questions = tuple(
        PlanQuestion(f"{each}-{n}{form}", each, (8, 10, 12, 9, 11)[n], f"{each}-{n}", kinds[n % 2])
        for each, _ in weights
        for n in range(5)
    )
    return PlanProblem(stages, questions, weights)


def test_a_real_opening_is_planned_at_once_and_alike_for_both_forms() -> None:
    solve_plan(a_real_opening("a"))  # the first call loads HiGHS's tables
    start = time.perf_counter()
    plan = solve_plan(a_real_opening("a"))
    assert time.perf_counter() - start < 1.0, "usually below 0.1 s; the limit is for a busy machine"
    other = solve_plan(a_real_opening("b"))
    assert isinstance(plan, Plan)
    assert isinstance(other, Plan)
    assert other.rated == plan.rated
    assert [(stage, tuple(f"{each[:-1]}b" for each in asked)) for stage, asked in plan.asked] == list(
        other.asked
    )


def test_minutes_left_go_to_a_second_question_for_the_heaviest() -> None:
    stage = PlanStage("only", 30, ("heavy", "light"), frozenset(), frozenset("r"), (), ("heavy-2",))
    lengths = {"heavy": 10, "light": 9}
    questions = tuple(
        PlanQuestion(f"{each}-{n}", each, minutes, f"{each}-{n}", frozenset({"only"}))
        for each, minutes in lengths.items()
        for n in range(4)
    )
    problem = PlanProblem((stage,), questions, (("light", 1), ("heavy", 9)))
    assert solve_plan(problem) == Plan(
        asked=(("only", ("heavy-0", "heavy-2", "light-0")),), rated=(("only", ("heavy", "light")),)
    )


GOOD = PlanStage("s", 30, ("c",), frozenset(), frozenset("r"))


@pytest.mark.parametrize(
    ("stages", "message"),
    [
        ((GOOD, GOOD), "stage ids must be unique: 's'"),
        ((replace(GOOD, raters=frozenset()),), "stage 's' has no raters"),
        ((replace(GOOD, given=frozenset("x")),), "stage 's' is given a competency that it does not list"),
    ],
)
def test_what_no_caller_may_pass_is_refused(stages: tuple[PlanStage, ...], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        PlanProblem(stages, (), (("c", 1),))
