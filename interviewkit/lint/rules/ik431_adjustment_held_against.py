"""IK431: an adjustment that is held against whoever needs it, or has to be accounted for."""

from collections.abc import Iterator
from dataclasses import replace

from interviewkit.lint.checks.adjustments import held_against
from interviewkit.lint.rule import Example, Severity, Source, TextFound, TextRule
from interviewkit.lint.text.item import Field
from interviewkit.lint.text.reading import Reading

_HINT = "ask everyone whether they need an adjustment for this interview; it stays out of the rating"
"""What countries say instead is about the question, not about this."""


def _check(reading: Reading) -> Iterator[TextFound]:
    for found in held_against(reading):
        yield replace(found, hint=_HINT)


RULE = TextRule(
    code="IK431",
    name="adjustment-held-against",
    severity=Severity.ERROR,
    message="holds an adjustment against the candidate, or asks for the reason",
    hint=_HINT,
    why=(
        "An adjustment takes away a barrier of the interview, so that the rating is of the work. "
        "Who is marked down for it, or has to explain it, is rated for a disability."
    ),
    source=Source(principle="diversified-team"),
    law=True,
    weighed=False,
    topics=frozenset({"adjustments"}),
    check=_check,
    bad=(
        Example("Deduct one point where the candidate was given extra time.", Field.NOTE),
        Example("Why do you need that adjustment?"),
        Example("Works without any adjustments", Field.CRITERION),
        Example(
            "Asked for the questions in writing: a sign that she cannot cope with pressure.", Field.SIGNAL
        ),
        Example("What is the condition that your accommodation is for?"),
        Example("How much would your accommodations cost us each year?"),
    ),
    good=(
        Example("Do you need any adjustments for this interview?"),
        Example("An adjustment does not change any rating.", Field.NOTE),
        Example("Which price adjustments does the model make, and why?"),
        Example("The site lists hotel accommodation. Why do cheap rooms come first?"),
        Example("Give extra time where somebody asks for it, and do not ask why.", Field.NOTE),
        Example("With more time, which part of this would you test next?"),
        Example("Tell me about adjustments that you made to a plan under pressure."),
    ),
)
