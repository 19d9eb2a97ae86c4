"""IK423: a famous employer is no evidence."""

from collections.abc import Iterator

from interviewkit.lint.checks.names import employer_hit, recognised_hit
from interviewkit.lint.checks.pedigree import pedigree_hit
from interviewkit.lint.rule import Example, Severity, Source, TextFound, TextRule
from interviewkit.lint.text.item import Field
from interviewkit.lint.text.reading import Reading


def _check(reading: Reading) -> Iterator[TextFound]:
    hit = pedigree_hit(reading, "employer") or employer_hit(reading) or recognised_hit(reading, school=False)
    if hit is not None:
        yield TextFound(hit)


RULE = TextRule(
    code="IK423",
    name="employer-prestige",
    severity=Severity.ERROR,
    message="measures people by their employers",
    hint="name the scale or difficulty that matters, and ask for one episode in which the candidate met it",
    why=(
        "A well-known employer shows that somebody was hired there once, not what they did. "
        "What was done at a small firm or outside paid work counts the same."
    ),
    source=Source(principle="potential-over-pedigree"),
    topics=frozenset({"employer"}),
    check=_check,
    bad=(
        Example("Ex-FAANG preferred", Field.CRITERION),
        Example("Have you ever worked for a company that people would know?"),
        Example("Cut their teeth at a hyperscaler", Field.CRITERION),
        Example("Blue-chip alumni", Field.CRITERION),
        Example("Hire from the usual suspects.", Field.NOTE),
        Example("She will hit the ground running because she did it at Stripe.", Field.NOTE),
        Example("Somebody from OpenAI or DeepMind can skip the first round.", Field.NOTE),
        Example("Brings experience from a well-known AI lab.", Field.ANCHOR),
    ),
    good=(
        Example("How did your service behave during the last Google Cloud outage?"),
        Example("The OpenAI API starts to time out. What do your users see?"),
        Example("Moves the archive to Amazon S3 and shows what a month of it costs.", Field.ANCHOR),
        Example("Experience running a service that others relied on", Field.CRITERION),
        Example("A famous employer on the CV earns no points.", Field.NOTE),
        Example("How would you link company names that are spelt in three ways across two systems?"),
        Example("Checks the usual suspects, DNS and clocks, and then reads the trace.", Field.ANCHOR),
        Example("A vendor says that Netflix uses its tool. What would you want to see before you try it?"),
    ),
)
