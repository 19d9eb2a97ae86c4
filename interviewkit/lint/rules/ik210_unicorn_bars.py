"""IK210: an opening does not ask for the top level in several competencies."""

from collections.abc import Iterator

from interviewkit.lint.case import PlanCase
from interviewkit.lint.checks.bars import TOP, Bar, bars_of
from interviewkit.lint.examples.files import AI_ENGINEER, opening, role
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source
from interviewkit.problems import Location

MOST_AT_TOP = 2
HIGH = 4


def _plan(case: PlanCase) -> Iterator[CaseFound]:
    for seniority, bars in bars_of(case).items():
        top = [bar for bar in bars if bar.level == TOP]
        if len(top) > MOST_AT_TOP:
            yield CaseFound(_last(case, top), f"{len(top)} bars of {seniority.value} are at the top level")
        elif bars and all(bar.level >= HIGH for bar in bars):
            yield CaseFound(_last(case, bars), f"every bar of {seniority.value} is at level {HIGH} or above")


def _last(case: PlanCase, bars: tuple[Bar, ...] | list[Bar]) -> Location:
    """The bar that tipped the balance; the opening's own where it sets one."""
    own = case.inputs.opening.source.name if case.inputs is not None else bars[-1].place.path
    return next((bar.place for bar in reversed(bars) if bar.place.path == own), bars[-1].place)


def _bars(level: int, count: int) -> str:
    return ", ".join(f"{name}: {level}" for name in AI_ENGINEER[:count])


RULE = CaseRule(
    code="IK210",
    name="unicorn-bars",
    severity=Severity.WARNING,
    message="the bars look for one person who has everything",
    hint="keep the high bars for what holds the team back, and let its other members bring the rest",
    why=(
        "No one person holds every skill, and nobody can afford the top level in all of them. For each"
        " skill, the level that the role needs is enough."
    ),
    source=Source(principle="skill-budget"),
    plan=_plan,
    bad=(
        opening(f"changes: {{bars: {{{_bars(5, 3)}}}}}\n"),
        opening(f"changes: {{bars: {{{_bars(4, 8)}}}}}\n"),
        role(
            "competencies: {"
            + ", ".join(f"{name}: {{bars: {{staff: 5}}}}" for name in AI_ENGINEER[:4])
            + "}\n"
        ),
    ),
    good=(
        opening(f"changes: {{bars: {{{_bars(5, 2)}}}}}\n"),
        opening(f"changes: {{bars: {{{_bars(4, 7)}}}}}\n"),
        opening(),
    ),
)
