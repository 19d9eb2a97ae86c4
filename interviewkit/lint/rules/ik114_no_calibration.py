"""IK114: a panel practises rating before it rates."""

from collections.abc import Iterator

from interviewkit.lint.case import PlanCase
from interviewkit.lint.checks.plan import opening_key
from interviewkit.lint.examples.files import opening
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source


def _plan(case: PlanCase) -> Iterator[CaseFound]:
    if case.inputs is not None and case.inputs.opening.value.dates.calibration is None:
        yield CaseFound(opening_key(case, "dates"), "no day is set on which the panel practises rating")


RULE = CaseRule(
    code="IK114",
    name="no-calibration",
    severity=Severity.INFO,
    message="no calibration is planned",
    hint=(
        "set `dates: {calibration: …}` before the first interview: half an hour on one made-up answer is"
        " enough"
    ),
    why=(
        "People who have rated the same answer once, and compared why, use the levels more alike."
        " Afterwards they rate each candidate on their own."
    ),
    source=Source(
        text="Campion, Palmer and Campion 1997, component 14 (training of interviewers)", as_of="2026-11-20"
    ),
    plan=_plan,
    bad=(opening(), opening("dates: {interviews: 2026-12-02, debrief: 2026-12-04}\n")),
    good=(
        opening("dates: {calibration: 2026-11-30}\n"),
        opening("dates: {calibration: 2026-11-30, interviews: 2026-12-02, debrief: 2026-12-04}\n"),
    ),
)
