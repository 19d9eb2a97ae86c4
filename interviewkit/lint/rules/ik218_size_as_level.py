"""IK218: a design does not rate higher for its size."""

from collections.abc import Iterator

from interviewkit.lint.case import FileCase
from interviewkit.lint.checks.upper_levels import rewarded
from interviewkit.lint.examples.files import competency
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source


def _file(case: FileCase) -> Iterator[CaseFound]:
    return rewarded(case, "size", "rewards size")


RULE = CaseRule(
    code="IK218",
    name="size-as-level",
    severity=Severity.WARNING,
    message="an upper level rewards a design for its size",
    hint="say what the design does in use, or what was left out of it and why",
    why=(
        "A simple component that meets the need beats a complete platform. Anchors that reward size teach"
        " candidates to draw more boxes, and interviewers to count them."
    ),
    source=Source(principle="immediate-needs-first"),
    file=_file,
    bad=(
        competency(level_5="Designs large, complex systems with many components."),
        competency(level_4="Builds a sophisticated multi-agent architecture."),
    ),
    good=(
        competency(
            level_1="Draws a large architecture before asking what it is for.",
            level_5="Names the smallest part that meets the need.",
        ),
        competency(level_5="Finds the one cause in a large system and removes it."),
        competency(level_4="Replaces a complex pipeline by one query and shows that nothing is lost."),
    ),
)
