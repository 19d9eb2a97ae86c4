"""IK128: candidates know whom to write to."""

from collections.abc import Iterator

from interviewkit.lint.case import PlanCase
from interviewkit.lint.checks.plan import opening_key
from interviewkit.lint.examples.files import opening
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source


def _plan(case: PlanCase) -> Iterator[CaseFound]:
    if case.inputs is not None and case.inputs.opening.value.contact is None:
        yield CaseFound(opening_key(case, "contact"), "candidates are not told whom to write to")


RULE = CaseRule(
    code="IK128",
    name="candidate-not-told",
    severity=Severity.INFO,
    message="the opening names no contact for candidates",
    hint="add `contact:`, an address that somebody reads while the interviews run",
    why=(
        "Whoever needs an adjustment, another day or a copy of their notes has to know whom to ask. Those who"
        " need it most are the least likely to go looking."
    ),
    source=Source(
        text="`adjustments` and `candidate_rights` of every country in rubrics/jurisdictions/",
        as_of="2026-11-20",
    ),
    plan=_plan,
    bad=(opening(), opening(role="data-engineer")),
    good=(
        opening("contact: hiring@example.org\n"),
        opening("contact: The front desk\n", role="data-engineer"),
    ),
)
