"""IK212: a must-have at the top of the scale can only be missed."""

from collections.abc import Iterator

from interviewkit.lint.case import PlanCase
from interviewkit.lint.checks.bars import TOP, bars_of
from interviewkit.lint.examples.files import opening, role
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source


def _plan(case: PlanCase) -> Iterator[CaseFound]:
    for seniority, bars in bars_of(case).items():
        for bar in bars:
            if bar.must_have and bar.level == TOP:
                means = f"the must-have of {seniority.value} for `{bar.competency}` is at level {TOP}"
                yield CaseFound(bar.place, f"{means}: the mean of several ratings can only miss it")


RULE = CaseRule(
    code="IK212",
    name="bar-at-the-top",
    severity=Severity.WARNING,
    message="a must-have stands at the top of the scale",
    hint="set it to 4; whoever goes beyond still counts through the weight",
    why=(
        "One rating below the top takes the mean below such a bar, and no rating lifts it again. A must-have"
        " there turns away everyone whom a single interviewer rated 4."
    ),
    source=Source(principle="skill-budget"),
    plan=_plan,
    bad=(
        opening("changes: {bars: {critical-thinking: 5}}\n"),
        role("competencies: {software-engineering: {must_have: true, bars: {senior: 5, staff: 5}}}\n"),
    ),
    good=(
        opening("changes: {bars: {critical-thinking: 4, evaluation-design: 4}}\n"),
        role("competencies: {evaluation-design: {bars: {staff: 5}}}\n"),
        opening(),
    ),
)
