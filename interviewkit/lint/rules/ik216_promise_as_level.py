"""IK216: what somebody would achieve one day is not what they did."""

from collections.abc import Iterator

from interviewkit.lint.checks.anchors import is_asked, is_quoted, wording_of
from interviewkit.lint.rule import Example, Severity, Source, TextFound, TextRule
from interviewkit.lint.text.item import Field
from interviewkit.lint.text.reading import Reading

REACH = 4
"""A promise begins within so many words, or at a new clause."""


def check(reading: Reading) -> Iterator[TextFound]:
    """A finding where the text foretells how somebody will do."""
    if is_asked(reading):
        return
    wording = wording_of(reading)
    if wording.vagueness <= 0:
        return
    for hit in reading.hits("anchor_promises.promise"):
        opens = hit.start <= wording.begin + REACH or bool(reading.words[hit.start - 1].mark)
        if opens and not is_quoted(reading, hit):
            yield TextFound(hit)
            return


RULE = TextRule(
    code="IK216",
    name="promise-as-level",
    severity=Severity.WARNING,
    message="foretells how somebody would do instead of saying what they did",
    hint="write down the act in the answer or the work sample from which you would draw that conclusion",
    why=(
        "A forecast is the rater’s conclusion, and there is no evidence to compare it with. What it rests on"
        " can be written as an anchor; what it adds is a hunch."
    ),
    source=Source(principle="human-accountability"),
    fields=frozenset({Field.ANCHOR, Field.CRITERION, Field.SHEET}),
    topics=frozenset({"anchor_promises"}),
    check=check,
    bad=(
        Example("Would succeed in any team.", Field.ANCHOR),
        Example("Could be trusted with the largest accounts.", Field.ANCHOR),
        Example("Has the potential to become a lead.", Field.ANCHOR),
        Example("We would hire them tomorrow.", Field.ANCHOR),
        Example("Ready to take on a bigger role.", Field.ANCHOR),
    ),
    good=(
        Example("Would ship the change without a test of the failing case.", Field.ANCHOR),
        Example("Says which result would succeed in changing the plan.", Field.ANCHOR),
        Example("Asks the owner whether the figures can be trusted, and recounts ten rows.", Field.ANCHOR),
        Example("Names what would make them withdraw the model.", Field.ANCHOR),
        Example("Could not say which of the two logs to open first.", Field.ANCHOR),
    ),
)
