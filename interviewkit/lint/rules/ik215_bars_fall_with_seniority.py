"""IK215: a more senior opening does not ask for less."""

from collections.abc import Iterator
from itertools import pairwise

from interviewkit.lint.case import PlanCase
from interviewkit.lint.checks.bars import Bar, bars_of
from interviewkit.lint.examples.files import opening, role
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source
from interviewkit.problems import Location


def _plan(case: PlanCase) -> Iterator[CaseFound]:
    by_competency: dict[str, list[Bar]] = {}
    for bars in bars_of(case).values():
        for bar in bars:
            by_competency.setdefault(bar.competency, []).append(bar)
    for rising in by_competency.values():
        for one, other in pairwise(rising):
            if other.level < one.level:
                senior = f"{other.seniority.value} asks for level {other.level}"
                junior = f"{one.seniority.value} for {one.level}"
                yield CaseFound(_own(case, other, one), f"`{other.competency}`: {senior}, {junior}")


def _own(case: PlanCase, *bars: Bar) -> Location:
    """The first bar that the role itself says, not the role that it extends."""
    own = case.rubric.role.source.name
    return next((bar.place for bar in bars if bar.place.path == own), bars[0].place)


RULE = CaseRule(
    code="IK215",
    name="bars-fall-with-seniority",
    severity=Severity.WARNING,
    message="a bar falls as the seniority rises",
    hint="raise the later bar or lower the earlier one; equal bars are fine",
    why=(
        "Seniority is what an opening asks for, so a higher one cannot ask for less of the same. Somebody"
        " turned away for the junior opening would pass the senior one."
    ),
    source=Source(principle="verify-trends"),
    plan=_plan,
    bad=(
        role("competencies: {critical-thinking: {bars: {early_career: 3, mid: 4, senior: 3, staff: 4}}}\n"),
        role("competencies: {domain-understanding: {bars: {senior: 4}}}\n"),
    ),
    good=(
        role("competencies: {critical-thinking: {bars: {early_career: 3, mid: 3, senior: 3, staff: 4}}}\n"),
        role("competencies: {domain-understanding: {bars: {staff: 4}}}\n"),
        opening("changes: {bars: {critical-thinking: 2}}\n"),
    ),
)
