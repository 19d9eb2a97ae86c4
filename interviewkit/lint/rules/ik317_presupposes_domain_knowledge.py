"""IK317: the domain is learned in the job; a question may not need it."""

from collections.abc import Iterator

from interviewkit.lint.checks.question import is_spoken, spoken_for
from interviewkit.lint.rule import Example, Severity, Source, TextFound, TextRule
from interviewkit.lint.text.item import ASKED, Field
from interviewkit.lint.text.matcher import Hit
from interviewkit.lint.text.reading import Reading


def _check(reading: Reading) -> Iterator[TextFound]:
    if not is_spoken(reading):
        return
    for hit in reading.hits("insider.house", "insider.acronym"):
        if not _is_explained(reading, hit) and not spoken_for(reading, hit):
            yield TextFound(hit)
            return


def _is_explained(reading: Reading, hit: Hit) -> bool:
    """Is the term spelt out beside it, in brackets or by `stands for`?"""
    last = reading.words[hit.end - 1]
    opened = reading.words[hit.start - 1].mark.startswith("(") if hit.start else False
    return last.mark.startswith("(") or opened or reading.near(hit, ("insider.expands",), 2)


RULE = TextRule(
    code="IK317",
    name="presupposes-domain-knowledge",
    severity=Severity.INFO,
    message="only insiders can follow this",
    hint="spell the term out, or give the two facts of the domain that the answer needs",
    why=(
        "Whoever comes from another field would be rated for words that take a week to learn."
        " What counts is how somebody comes to understand a field."
    ),
    source=Source(principle="domain-knowledge"),
    fields=ASKED,
    topics=frozenset({"insider"}),
    check=_check,
    bad=(
        Example("How would you speed up FNOL triage?"),
        Example("What do you know about our competitors?"),
        Example("Which HEDIS measures would you start with?"),
        Example("As you will know from our annual report, we lend to farmers. What would you build first?"),
    ),
    good=(
        Example(
            "How would you speed up the first notice of a loss (FNOL), which is the call in which damage"
            " is reported?"
        ),
        Example("How would you come to understand how farmers decide on a loan?"),
        Example("How would you test an API that returns JSON?"),
        Example("What would you ask the people who settle claims?", Field.FOLLOW_UP),
    ),
)
