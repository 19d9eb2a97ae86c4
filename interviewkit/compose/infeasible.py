"""Explains why no plan exists: the rules to relax, and by how much, that a recruiter can relax best."""

from dataclasses import dataclass
from typing import Final

from interviewkit.compose.conflict_wording import Broken, word_conflict
from interviewkit.compose.milp import Search, Terms
from interviewkit.compose.plan_model import PlanModel, Rule, build_model
from interviewkit.compose.planning import ConflictKind, Infeasible, PlanProblem

COST: Final = {
    ConflictKind.MINUTES: 1,
    ConflictKind.REQUIRED: 60,
    ConflictKind.ONE_RATER: 120,
    ConflictKind.SHEET: 240,
    ConflictKind.NOTHING_RATED: 240,
    ConflictKind.UNRATED: 480,
}
"""How hard each rule is to relax by one unit, in minutes added to an interview.

*Why*: a longer interview is a small request and a competency that nobody rates a large one, yet
nobody adds three hours to an interview so that one more question fits.
"""


@dataclass(frozen=True)
class _Relaxation:
    """An elastic model with, for each rule, the column that says whether it is broken."""

    model: PlanModel
    broken: dict[Rule, int]


def explain_conflicts(problem: PlanProblem) -> Infeasible:
    """The conflicts of a problem that has no plan; without them it has one.

    They cost least to resolve (COST), then they are fewest, then they leave the rules in
    force that come first: those of the first interviews and of the heaviest competencies.
    Raises ValueError where the problem has a plan.
    """
    relaxation = _relax(problem)
    search = Search.start(relaxation.model.programme, _ease(relaxation.model))
    if search is None:
        raise RuntimeError("the relaxed plan has no solution, though every rule has a slack")
    _choose_one(relaxation, search)
    found = _broken_rules(relaxation.model, search.values)
    if not found:
        raise ValueError("the problem has a plan: there is nothing to explain")
    return Infeasible(tuple(word_conflict(problem, each) for each in found))


def _relax(problem: PlanProblem) -> _Relaxation:
    model = build_model(problem, elastic=True)
    return _Relaxation(model, {rule: _flag(model, slack) for rule, slack in model.slack.items()})


def _flag(model: PlanModel, slack: int) -> int:
    """The column that is 1 where the slack is used: the slack itself, if it only counts to one."""
    most = model.programme.uppers[slack]
    if most <= 1:
        return slack
    flag = model.programme.column()
    model.programme.at_most(0, ((slack, 1), (flag, -most)))
    return flag


def _ease(model: PlanModel) -> Terms:
    return tuple((column, -COST[rule.kind]) for rule, column in model.slack.items())


def _choose_one(relaxation: _Relaxation, search: Search) -> None:
    """One of the relaxations that are equally easy, the same on any machine."""
    model, flags = relaxation.model, relaxation.broken
    search.maximise(tuple((flag, -1) for flag in flags.values()))
    # The last rules first: a plan that can keep either of two rules keeps the earlier one.
    search.settle(((flag, 1),) for flag in reversed(flags.values()))
    for rule, slack in model.slack.items():
        if flags[rule] != slack:
            search.maximise(((slack, -1),))
    search.settle(((column, 1),) for column in model.rated.values())


def _broken_rules(model: PlanModel, values: tuple[int, ...]) -> tuple[Broken, ...]:
    """The rules that the values break, with what the relaxed plan rates."""
    rated = frozenset(pair for pair, column in model.rated.items() if values[column])
    return tuple(
        Broken(rule, values[column], rated) for rule, column in model.slack.items() if values[column]
    )
