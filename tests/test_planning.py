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
    start = time.process_time()
    plan = solve_plan(a_real_opening("a"))
    assert time.process_time() - start < 1.0, "usually 0.2 s; the limit is for slow machines"
    other = solve_plan(a_real_opening("b"))
    assert isinstance(plan, Plan)
    assert isinstance(other, Plan)
    assert other.rated == plan.rated
    assert [(stage, tuple(f"{each[:-1]}b" for each in asked)) for stage, asked in plan.asked] == list(
        other.asked
    )


STAGE = PlanStage("s", 30, ("heavy", "light", "tiny"), frozenset(), frozenset("r"))


def asked_in(stage: PlanStage, **minutes: list[int]) -> tuple[str, ...]:
    """What the only interview of a plan asks; questions by the minutes of each competency."""
    questions = tuple(
        PlanQuestion(f"{competency}-{n}", competency, length, f"{competency}-{n}", frozenset({stage.id}))
        for competency, lengths in minutes.items()
        for n, length in enumerate(lengths)
    )
    weights = (("light", 4), ("heavy", 6), ("tiny", 3))
    plan = solve_plan(PlanProblem((stage,), questions, weights[: len(minutes)]))
    assert isinstance(plan, Plan)
    return plan.asked[0][1]


def test_minutes_left_go_to_a_second_question_for_the_heaviest() -> None:
    assert asked_in(STAGE, heavy=[10] * 3, light=[10] * 3) == ("heavy-0", "heavy-1", "light-0")


def test_two_second_questions_can_outweigh_a_heavier_one() -> None:
    asked = asked_in(STAGE, heavy=[10] * 3, light=[5] * 3, tiny=[5] * 3)
    assert asked == ("heavy-0", "light-0", "light-1", "tiny-0", "tiny-1")


def test_no_pair_gets_a_third_question_unless_it_is_required() -> None:
    assert asked_in(STAGE, heavy=[5] * 4, light=[5] * 4) == ("heavy-0", "heavy-1", "light-0", "light-1")
    required = replace(STAGE, required=("heavy-3", "heavy-2", "heavy-1"))
    assert asked_in(required, heavy=[5] * 4, light=[9] * 4) == ("heavy-1", "heavy-2", "heavy-3", "light-0")


def test_a_work_sample_counts_as_a_question_unless_two_are_preferred() -> None:
    practice = replace(STAGE, given=frozenset({"heavy"}))
    assert asked_in(practice, heavy=[5] * 4, light=[5] * 4) == ("heavy-0", "light-0", "light-1")
    preferred = replace(practice, preferred=("heavy-3", "heavy-1"))
    assert asked_in(preferred, heavy=[5] * 4, light=[5] * 4) == ("heavy-1", "heavy-3", "light-0", "light-1")


def test_of_the_preferred_questions_the_first_win() -> None:
    stage = replace(STAGE, preferred=("light-2", "heavy-2", "heavy-1"))
    assert asked_in(stage, heavy=[15] * 3, light=[15] * 3) == ("heavy-2", "light-2")


def test_no_pair_is_lost_for_a_preferred_question() -> None:
    stage = replace(STAGE, preferred=("heavy-1",))
    assert asked_in(stage, heavy=[15, 16], light=[15, 15]) == ("heavy-0", "light-0")


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
