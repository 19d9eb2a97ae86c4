"""IK219: a solution does not rate higher for having been built from nothing."""

from collections.abc import Iterator

from interviewkit.lint.case import FileCase
from interviewkit.lint.checks.upper_levels import rewarded
from interviewkit.lint.examples.files import competency
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source


def _file(case: FileCase) -> Iterator[CaseFound]:
    return rewarded(case, "scratch", "rewards building everything oneself")


RULE = CaseRule(
    code="IK219",
    name="built-from-nothing-as-level",
    severity=Severity.WARNING,
    message="an upper level rewards a solution for having been built from nothing",
    hint="say how the choice between building and taking what is there was made, and how it held up",
    why=(
        "Sound parts that exist are usually the cheaper start, and knowing their trade-offs is the skill."
        " Having built everything anew shows diligence; whether it was the right choice is what to rate."
    ),
    source=Source(principle="reuse-before-building"),
    file=_file,
    bad=(
        competency(level_5="Builds the whole retrieval stack from scratch."),
        competency(level_4="Writes their own orchestration framework."),
    ),
    good=(
        competency(
            level_2="Builds everything from scratch.", level_5="Leaves parts that others run without help."
        ),
        competency(level_4="Builds their own index only after comparing two that exist."),
        competency(level_5="Writes tests by which others find the next fault."),
    ),
)
