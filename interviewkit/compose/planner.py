"""Chooses which questions are asked in which interview: the best plan that keeps every rule."""

from collections import Counter
from collections.abc import Iterator

from interviewkit.compose.infeasible import explain_conflicts
from interviewkit.compose.milp import Search, Terms, value_of
from interviewkit.compose.plan_model import PlanModel, build_model, wished
from interviewkit.compose.planning import Infeasible, Plan, PlanProblem, PlanQuestion, PlanStage


def solve_plan(problem: PlanProblem) -> Plan | Infeasible:
    """The best plan of the problem, or the conflicts that rule every plan out.

    Best means, one after the other: most weight over all rated (stage, competency) pairs; most
    preferred questions, then the ones preferred most; pairs opened by the questions that come first
    in their competency's order; most weight over second questions; then, question by question in
    the order of asking, asked in the earliest interview. The last makes the plan unique.
    """
    model = build_model(problem)
    search = Search.start(model.programme, weight_rated(model))
    if search is None:
        return explain_conflicts(problem)
    search.maximise(preferred_asked(model))
    search.maximise(preference_met(model))
    search.maximise(early_openers(model))
    search.maximise(weight_of_second_questions(model))
    search.settle(model.asked(stage, question) for stage, question in model.joins)
    return _read_plan(model, search.values)


def weight_rated(model: PlanModel) -> Terms:
    """The weight over all rated pairs."""
    weight = dict(model.problem.weights)
    return tuple((column, weight.get(what, 0)) for (_, what), column in model.rated.items())


def preferred_asked(model: PlanModel) -> Terms:
    """How many preferred questions are asked where they are preferred."""
    return tuple(
        term
        for stage, question in _candidates(model)
        if question.key in stage.preferred
        for term in model.asked(stage.id, question.id)
    )


def preference_met(model: PlanModel) -> Terms:
    """The same, where the first of a stage's n preferred questions counts n and the last 1."""
    return tuple(
        term
        for stage, question in _candidates(model)
        if question.key in stage.preferred
        for term in model.asked(
            stage.id, question.id, len(stage.preferred) - stage.preferred.index(question.key)
        )
    )


def early_openers(model: PlanModel) -> Terms:
    """Minus the places, in their competency's order, of the questions that open a pair.

    Questions that somebody named for the stage count as the first.
    """
    place = _places(model.problem)
    return tuple(
        (model.opens[stage.id, question.id], -place[question.id])
        for stage, question in _candidates(model)
        if (stage.id, question.id) in model.opens and not wished(stage, question)
    )


def weight_of_second_questions(model: PlanModel) -> Terms:
    """The weight over the questions that join a pair which is rated without them."""
    weight = dict(model.problem.weights)
    return tuple(
        (model.joins[stage.id, question.id], weight.get(question.competency, 0))
        for stage, question in _candidates(model)
    )


def _candidates(model: PlanModel) -> Iterator[tuple[PlanStage, PlanQuestion]]:
    """Every question with every stage that may ask it."""
    stages = {stage.id: stage for stage in model.problem.stages}
    for (stage, _), questions in model.fitting.items():
        for question in questions:
            yield stages[stage], question


def _places(problem: PlanProblem) -> dict[str, int]:
    """The place of every question in its competency's order, from 0."""
    seen: Counter[str] = Counter()
    places = {}
    for question in problem.in_asking_order(problem.questions):
        places[question.id] = seen[question.competency]
        seen[question.competency] += 1
    return places


def _read_plan(model: PlanModel, values: tuple[int, ...]) -> Plan:
    """The plan that the columns' values stand for."""
    asked = [pair for pair in model.joins if value_of(model.asked(*pair), values)]
    rated = [pair for pair, column in model.rated.items() if values[column]]
    return Plan(_by_stage(model.problem, asked), _by_stage(model.problem, rated))


def _by_stage(problem: PlanProblem, pairs: list[tuple[str, str]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (stage.id, tuple(what for where, what in pairs if where == stage.id)) for stage in problem.stages
    )
