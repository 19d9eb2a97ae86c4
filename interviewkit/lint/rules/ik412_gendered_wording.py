"""IK412: wording that pictures the person for a job as a man or as a woman."""

from collections.abc import Iterator
from dataclasses import replace

from interviewkit.lint.checks.gendered import gendered
from interviewkit.lint.rule import Example, Severity, Source, TextFound, TextRule
from interviewkit.lint.text.item import Field
from interviewkit.lint.text.reading import Reading

_HINT = "say `they` or `the candidate`, name the job plainly, and rate what somebody does"
"""What countries say instead is about the question, not about this."""


def _check(reading: Reading) -> Iterator[TextFound]:
    for found in gendered(reading):
        yield replace(found, hint=_HINT)


RULE = TextRule(
    code="IK412",
    name="gendered-wording",
    severity=Severity.WARNING,
    message="words that picture a man or a woman",
    hint=_HINT,
    why=(
        "Readers picture whom the words describe, and those who do not fit the picture find the job "
        "less appealing. Traits such as dominant or nurturing are rated differently in men and in women."
    ),
    source=Source(
        principle="diversified-team",
        text=(
            "Gaucher, Friesen and Kay, Evidence That Gendered Wording in Job Advertisements Exists and "
            "Sustains Gender Inequality, Journal of Personality and Social Psychology 101(1), 2011"
        ),
        as_of="2026-11-20",
    ),
    law=True,
    topics=frozenset({"gendered"}),
    check=_check,
    bad=(
        Example("Rockstar developer wanted", Field.CRITERION),
        Example("Dominant personality", Field.CRITERION),
        Example("A nurturing nature, patient with juniors", Field.CRITERION),
        Example("The candidate explains what he built and what his part in it was.", Field.ANCHOR),
        Example("How would you find the manpower for this?"),
        Example("We need a strong man to run operations.", Field.CRITERION),
    ),
    good=(
        Example("Which cost is dominant in this bill, and how do you know?"),
        Example("How would you notice a man-in-the-middle attack on this connection?"),
        Example("The candidate explains what they built and what their part in it was.", Field.ANCHOR),
        Example("A setup wizard loses people at its third step. What would you look at first?"),
        Example("Why did the aggressive caching hide the error?"),
        Example("A customer writes that he was billed twice. How should the assistant answer him?"),
    ),
)
