"""IK110: practise, interview, hand in the sheets, debrief, decide: in this order."""

from collections.abc import Iterator
from itertools import pairwise

from interviewkit.lint.case import PlanCase
from interviewkit.lint.checks.plan import opening_key
from interviewkit.lint.examples.files import opening
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source

ORDER = ("opens", "calibration", "interviews", "debrief", "decision")
TOO_SOON = frozenset({("interviews", "debrief"), ("interviews", "decision")})
"""What may not even follow on the same day: the last sheets come in when the last interview is over."""


def _plan(case: PlanCase) -> Iterator[CaseFound]:
    if case.inputs is None:
        return
    dates = case.inputs.opening.value.dates
    given = [(name, day) for name in ORDER if (day := getattr(dates, name)) is not None]
    for (first, one), (second, two) in pairwise(given):
        if two < one or (two == one and (first, second) in TOO_SOON):
            when = "before" if two < one else "on the day of"
            message = f"`{second}` ({two}) is {when} `{first}` ({one})"
            yield CaseFound(opening_key(case, "dates", second), message)


RULE = CaseRule(
    code="IK110",
    name="dates-out-of-order",
    severity=Severity.WARNING,
    message="the dates of an opening are in an order that lets one person's view colour another's",
    hint="put them in this order: opens, calibration, interviews, debrief, decision",
    why=(
        "A debrief while sheets are still being filled in, or a decision before the debrief, lets the first"
        " opinion become everybody's. A calibration after the first interview comes too late for it."
    ),
    source=Source(
        principle="human-accountability",
        text=(
            "Campion, Palmer and Campion 1997, components 13 and 14 (no discussion between interviews;"
            " training)"
        ),
        as_of="2026-11-20",
    ),
    plan=_plan,
    bad=(
        opening("dates: {interviews: 2026-12-04, debrief: 2026-12-02}\n"),
        opening("dates: {interviews: 2026-12-02, debrief: 2026-12-02, decision: 2026-12-07}\n"),
        opening("dates: {debrief: 2026-12-04, decision: 2026-12-03}\n"),
        opening("dates: {calibration: 2026-12-05, interviews: 2026-12-02}\n"),
    ),
    good=(
        opening("dates: {calibration: 2026-11-30, interviews: 2026-12-02, debrief: 2026-12-04}\n"),
        opening(
            "dates: {opens: 2026-12-02, interviews: 2026-12-02, debrief: 2026-12-03, decision: 2026-12-03}\n"
        ),
    ),
)
