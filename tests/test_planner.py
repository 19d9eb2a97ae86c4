"""The planner against a reference that tries every plan there is."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interviewkit.compose.planner import solve_plan
from interviewkit.compose.planning import (
    Conflict,
    ConflictKind,
    Infeasible,
    Plan,
    PlanProblem,
    PlanQuestion,
    PlanStage,
)

# --- the reference ---------------------------------------------------------------------------------------

RuleKey = tuple[str, str | None, str | None, str | None]
COST = {"minutes": 1, "required": 60, "one_rater": 120, "sheet": 240, "nothing_rated": 240, "unrated": 480}


class Draft:
    """Questions given to stages, right or wrong: `asks` holds a stage's index or None per question."""

    def __init__(
        self, problem: PlanProblem, questions: list[PlanQuestion], asks: tuple[int | None, ...]
    ) -> None:
        self.problem, self.questions, self.asks = problem, questions, asks
        self.asked: list[list[PlanQuestion]] = [[] for _ in problem.stages]
        for question, where in zip(questions, asks, strict=True):
            if where is not None:
                self.asked[where].append(question)
        self.count = [Counter(question.competency for question in asked) for asked in self.asked]
        self.rated = [{*stage.given, *count} for stage, count in zip(problem.stages, self.count, strict=True)]

    def allowed(self) -> bool:
        """No third piece of evidence for a pair, unless people named the questions."""
        for stage, count in zip(self.problem.stages, self.count, strict=True):
            for competency, number in count.items():
                bank = [each for each in self.problem.questions if each.competency == competency]
                bank = [each for each in bank if stage.id in each.stages]
                required = [each for each in bank if each.id in stage.required]
                named = [each for each in bank if each in required or each.key in stage.preferred]
                most = 1 if competency in stage.given else 2
                if number > max(most, min(2, len(named)), len(required)):
                    return False
        return True

    def broken(self) -> dict[RuleKey, int]:
        """Every rule that this draft breaks, and by how much."""
        found: dict[RuleKey, int] = {}
        for stage, asked, rated in zip(self.problem.stages, self.asked, self.rated, strict=True):
            found["minutes", stage.id, None, None] = (
                sum(question.minutes for question in asked) - stage.question_minutes
            )
            found["sheet", stage.id, None, None] = len(rated) - self.problem.sheet_limit
            found["nothing_rated", stage.id, None, None] = int(not rated)
            for question in stage.required:
                missing = all(each.id != question for each in asked)
                found["required", stage.id, None, question] = int(missing)
        for place, (competency, _) in enumerate(heavy_first(self.problem)):
            stages = [
                s for s, rated in zip(self.problem.stages, self.rated, strict=True) if competency in rated
            ]
            found["unrated", None, competency, None] = int(not stages)
            if place < self.problem.heaviest and len(self.problem.stages) > 1:
                raters = {rater for stage in stages for rater in stage.raters}
                found["one_rater", None, competency, None] = int(len(raters) == 1)
        return {rule: amount for rule, amount in found.items() if amount > 0}

    def merit(self) -> tuple[object, ...]:
        """What the preferences compare, the most important first."""
        weight = dict(self.problem.weights)
        pairs = second = places = 0
        preferred: list[int] = []
        for stage, asked, rated in zip(self.problem.stages, self.asked, self.rated, strict=True):
            pairs += sum(weight.get(competency, 0) for competency in rated)
            preferred += [
                len(stage.preferred) - stage.preferred.index(question.key)
                for question in asked
                if question.key in stage.preferred
            ]
            for competency in rated:
                here = [question for question in asked if question.competency == competency]
                second += weight.get(competency, 0) * (len(here) - (competency not in stage.given))
                if competency not in stage.given:
                    places += min(self.place(stage, question) for question in here)
        earliest = tuple(-len(self.asked) if where is None else -where for where in self.asks)
        return (pairs, len(preferred), sum(preferred), -places, second, earliest)

    def place(self, stage: PlanStage, question: PlanQuestion) -> int:
        if question.id in stage.required or question.key in stage.preferred:
            return 0
        return sum(
            each.competency == question.competency and each.key < question.key
            for each in self.problem.questions
        )

    def plan(self) -> Plan:
        """The draft as an answer."""
        order = [competency for competency, _ in heavy_first(self.problem)]
        names = [stage.id for stage in self.problem.stages]
        asked = [tuple(question.id for question in questions) for questions in self.asked]
        rated = [tuple(sorted(r, key=lambda c: order.index(c) if c in order else 99)) for r in self.rated]
        return Plan(tuple(zip(names, asked, strict=True)), tuple(zip(names, rated, strict=True)))


def heavy_first(problem: PlanProblem) -> list[tuple[str, int]]:
    return sorted(problem.weights, key=lambda pair: -pair[1])


def every_draft(problem: PlanProblem) -> Iterator[Draft]:
    """Every way to give questions to stages that list their competency and allow their kind."""
    order = [competency for competency, _ in heavy_first(problem)]
    rank = {competency: place for place, competency in enumerate(order)}
    questions = sorted(problem.questions, key=lambda each: (rank.get(each.competency, 99), each.key))
    choices: list[list[int | None]] = []
    for question in questions:
        choices.append([None])
        for index, stage in enumerate(problem.stages):
            wanted = question.competency in rank or question.id in stage.required
            if wanted and question.competency in stage.competencies and stage.id in question.stages:
                choices[-1].append(index)
    return filter(Draft.allowed, (Draft(problem, questions, asks) for asks in product(*choices)))


# --- random problems -------------------------------------------------------------------------------------

COMPETENCIES = ("delta", "alpha", "charlie", "bravo", "unweighted")


@st.composite
def problems(draw: st.DrawFn) -> PlanProblem:
    """Small problems, half of them tame: about every second one has a plan."""
    tame = draw(st.booleans())
    stage_ids = draw(st.permutations(["s1", "s2", "s3"]))[: draw(st.integers(1, 3))]
    listed = COMPETENCIES[: draw(st.integers(1, 4))]
    weights = tuple((each, draw(st.integers(1, 5))) for each in listed)
    questions = tuple(draw(questions_of(listed, stage_ids, tame=tame)))
    stages = tuple(draw(stages_of(each, listed, questions, tame=tame)) for each in stage_ids)
    heaviest = draw(st.integers(0, 1 if tame else 3))
    return PlanProblem(stages, questions, weights, heaviest, draw(st.sampled_from([5, 5, 3, 2])))


@st.composite
def questions_of(
    draw: st.DrawFn, listed: tuple[str, ...], stage_ids: list[str], *, tame: bool
) -> list[PlanQuestion]:
    keys = draw(st.permutations([f"k{number}" for number in range(6)]))
    keys = keys if tame else keys[: draw(st.integers(1, 6))]
    stages = st.sampled_from([stage_ids] if tame else [stage_ids, stage_ids, stage_ids[:1], stage_ids[1:]])
    anything = st.sampled_from([*listed, *listed, COMPETENCIES[-1]])
    return [
        PlanQuestion(
            f"q{number}",
            listed[number] if tame and number < len(listed) else draw(anything),
            draw(st.integers(3, 8)),
            key,
            frozenset(draw(stages)),
        )
        for number, key in enumerate(keys)
    ]


@st.composite
def stages_of(
    draw: st.DrawFn,
    stage_id: str,
    listed: tuple[str, ...],
    questions: tuple[PlanQuestion, ...],
    *,
    tame: bool,
) -> PlanStage:
    everything = st.just((*listed, COMPETENCIES[-1]))
    some = st.lists(st.sampled_from(listed), min_size=1, unique=True).map(tuple)
    competencies = draw(everything if tame else st.one_of(everything, some))
    ids = [question.id for question in questions] + ([] if tame else ["unknown"])
    keys = st.sampled_from([question.key for question in questions])
    given_here = st.lists(st.sampled_from(competencies), max_size=2)
    return PlanStage(
        stage_id,
        draw(st.integers(8, 30) if tame else st.integers(-2, 20)),
        competencies,
        frozenset(draw(given_here) if draw(st.integers(0, 2)) == 0 else ()),
        frozenset(draw(st.sampled_from([[stage_id], [stage_id], ["r"], ["r", stage_id]]))),
        tuple(draw(st.lists(st.sampled_from(ids), max_size=2)) if draw(st.integers(0, 3)) == 0 else ()),
        tuple(draw(st.lists(keys, max_size=3, unique=True))),
    )


# --- properties ------------------------------------------------------------------------------------------

many = settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])


@many
@given(problems())
def test_answer_is_the_best_of_all_plans_or_the_easiest_way_to_one(problem: PlanProblem) -> None:
    drafts = list(every_draft(problem))
    broken = [draft.broken() for draft in drafts]
    plans = [draft for draft, rules in zip(drafts, broken, strict=True) if not rules]
    answer = solve_plan(problem)
    if plans:
        assert answer == max(plans, key=Draft.merit).plan()
        return
    assert isinstance(answer, Infeasible)
    conflicts: dict[RuleKey, int] = {
        (each.constraint.value, each.stage, each.competency, each.question): each.missing
        for each in answer.conflicts
    }
    assert conflicts in broken, "breaking exactly these rules, by these amounts, makes a plan possible"
    assert price(conflicts) == min(price(rules) for rules in broken)


def price(rules: dict[RuleKey, int]) -> tuple[int, int]:
    return sum(COST[rule[0]] * amount for rule, amount in rules.items()), len(rules)


@many
@given(problems())
def test_a_plan_exists_once_minutes_and_required_questions_are_relaxed(problem: PlanProblem) -> None:
    answer = solve_plan(problem)
    conflicts = answer.conflicts if isinstance(answer, Infeasible) else ()
    if {each.constraint for each in conflicts} <= {ConflictKind.MINUTES, ConflictKind.REQUIRED}:
        extra = {each.stage: each.missing for each in conflicts if each.constraint is ConflictKind.MINUTES}
        dropped = {(each.stage, each.question) for each in conflicts}
        stages = tuple(
            replace(
                stage,
                question_minutes=stage.question_minutes + extra.get(stage.id, 0),
                required=tuple(each for each in stage.required if (stage.id, each) not in dropped),
            )
            for stage in problem.stages
        )
        assert isinstance(solve_plan(replace(problem, stages=stages)), Plan)


@many
@given(problems(), st.data())
def test_order_of_the_questions_changes_nothing(problem: PlanProblem, data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(problem.questions))
    assert solve_plan(replace(problem, questions=tuple(shuffled))) == solve_plan(problem)


@many
@given(problems())
def test_other_ids_give_the_corresponding_plan(problem: PlanProblem) -> None:
    names = {"s1": "z", "s2": "a", "s3": "m", "r": "0", "alpha": "zulu", "delta": "yankee"}
    names |= {f"q{number}": f"form-b-{9 - number}" for number in range(6)}
    answer, other = solve_plan(problem), solve_plan(renamed_problem(problem, names))
    if isinstance(answer, Infeasible):
        assert isinstance(other, Infeasible)
        assert [renamed(where(each), names) for each in answer.conflicts] == list(map(where, other.conflicts))
    else:
        assert isinstance(other, Plan)
        assert renamed((answer.asked, answer.rated), names) == (other.asked, other.rated)


def where(conflict: Conflict) -> tuple[object, ...]:
    ids = (conflict.stage, conflict.competency, conflict.question)
    return (conflict.constraint.value, ids, conflict.missing)


def renamed(thing: object, names: dict[str, str]) -> object:
    """The same nest of tuples with other ids."""
    if isinstance(thing, tuple):
        return tuple(renamed(each, names) for each in thing)
    return names.get(thing, thing) if isinstance(thing, str) else thing


def renamed_problem(problem: PlanProblem, names: dict[str, str]) -> PlanProblem:
    def new(each: str) -> str:
        return names.get(each, each)

    stages = tuple(
        PlanStage(
            new(stage.id),
            stage.question_minutes,
            tuple(map(new, stage.competencies)),
            frozenset(map(new, stage.given)),
            frozenset(map(new, stage.raters)),
            tuple(map(new, stage.required)),
            stage.preferred,
        )
        for stage in problem.stages
    )
    questions = tuple(
        PlanQuestion(
            new(each.id), new(each.competency), each.minutes, each.key, frozenset(map(new, each.stages))
        )
        for each in problem.questions
    )
    weights = tuple((new(competency), weight) for competency, weight in problem.weights)
    return replace(problem, stages=stages, questions=questions, weights=weights)
