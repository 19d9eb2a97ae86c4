"""IK424: years are not a measure of skill."""

from collections.abc import Iterator

from interviewkit.lint.checks.pedigree import pedigree_hit
from interviewkit.lint.checks.years import years_hit
from interviewkit.lint.rule import Example, Severity, Source, TextFound, TextRule
from interviewkit.lint.text.item import Field
from interviewkit.lint.text.reading import Reading


def _check(reading: Reading) -> Iterator[TextFound]:
    hit = pedigree_hit(reading, "years") or years_hit(reading)
    if hit is not None:
        yield TextFound(hit)


RULE = TextRule(
    code="IK424",
    name="years-of-experience",
    severity=Severity.ERROR,
    message="measures people by years of experience",
    hint="say what somebody has to be able to do, such as running a service that others relied on",
    why=(
        "Years say how long somebody was there, not what they learned, and experience dates quickly. "
        "A number of years also shuts out by age and by breaks."
    ),
    source=Source(principle="verify-trends"),
    topics=frozenset({"years"}),
    check=_check,
    bad=(
        Example("How long have you been coding?"),
        Example("5+ years of Python", Field.CRITERION),
        Example("At least three years’ professional experience with language models", Field.CRITERION),
        Example("A decade in the trenches", Field.CRITERION),
        Example("Seasoned engineer", Field.CRITERION),
        Example("Eight or more years in the industry.", Field.ANCHOR),
        Example("One point for each year since the first job.", Field.NOTE),
        Example("Was at it well before containers came along, which means a senior.", Field.NOTE),
    ),
    good=(
        Example("How would you split five years of data so that the test set is later than the rest?"),
        Example("The model was trained on ten years of claims. What would you check first?"),
        Example("Tell me about something you changed your mind about in the last two years."),
        Example("Experience running a service that others relied on", Field.CRITERION),
        Example("How long had the service been down before anybody noticed?"),
        Example("Cites three years of incident records and names what they leave out.", Field.ANCHOR),
        Example("No minimum number of years is required.", Field.CRITERION),
        Example("Please keep “5+ years” out of the advertisement.", Field.NOTE),
    ),
)
