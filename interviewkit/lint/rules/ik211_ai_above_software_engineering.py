"""IK211: in an engineering role, AI and data literacy does not weigh more than software engineering."""

from collections.abc import Iterator
from itertools import product

from interviewkit.compose.weights import applied_shifts, shifted_weights
from interviewkit.lint.case import PlanCase
from interviewkit.lint.checks.plan import LITERACY, SOFTWARE, is_engineering, opening_key, role_key
from interviewkit.lint.examples.files import opening, role
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source
from interviewkit.models.team import Team, TeamLoop, TeamStage, Technology


def _plan(case: PlanCase) -> Iterator[CaseFound]:
    role = case.rubric.role.value
    if not is_engineering(role) or LITERACY not in role.competencies:
        return
    if case.inputs is not None:
        set_here = bool(case.inputs.opening.value.changes.weights)
        place = opening_key(case, *(("changes", "weights") if set_here else ("team",)))
        weights = {entry.id: entry.weight for kit in case.kits for entry in kit.competencies}
        if _outweighs(weights):
            yield CaseFound(place, _message(weights))
        return
    for technology, stage, loop in product(Technology, TeamStage, TeamLoop):
        shifts = applied_shifts(role, Team(mission="-", technology=technology, stage=stage, loop=loop))
        weights = shifted_weights(role, shifts)
        if _outweighs(weights):
            key = ("shifts",) if shifts else ("competencies", LITERACY)
            yield CaseFound(role_key(case, *key), _message(weights))
            return


def _outweighs(weights: dict[str, int]) -> bool:
    return weights.get(LITERACY, 0) > weights.get(SOFTWARE, 0)


def _message(weights: dict[str, int]) -> str:
    ours, theirs = weights.get(SOFTWARE, 0), weights.get(LITERACY, 0)
    return f"`{LITERACY}` weighs more ({theirs} %) than `{SOFTWARE}` ({ours} %) in an engineering role"


RULE = CaseRule(
    code="IK211",
    name="ai-above-software-engineering",
    severity=Severity.WARNING,
    message="AI and data literacy weighs more than software engineering",
    hint="give software engineering at least the same weight, after every shift as well",
    why=(
        "What an engineer builds has to be run, changed and trusted by others, with a model in it or not."
        " Where one has to give way, it is not the engineering."
    ),
    source=Source(principle="software-engineering-first"),
    plan=_plan,
    bad=(
        role("competencies: {ai-and-data-literacy: {weight: 27}, software-engineering: {weight: 10}}\n"),
        opening("changes: {weights: {ai-and-data-literacy: 35, software-engineering: 20}}\n"),
    ),
    good=(
        role(
            "competencies: {ai-and-data-literacy: {weight: 17}, software-engineering: {weight: 20}}\nshifts:"
            " null\n"
        ),
        opening("changes: {weights: {ai-and-data-literacy: 30}}\n", role="data-scientist"),
        opening(),
    ),
)
