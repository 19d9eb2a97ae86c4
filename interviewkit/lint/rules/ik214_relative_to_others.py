"""IK214: a level is not a place among other people."""

from collections.abc import Iterator

from interviewkit.lint.checks.anchors import Wording, is_asked, is_quoted, wording_of
from interviewkit.lint.rule import Example, Severity, Source, TextFound, TextRule
from interviewkit.lint.text.item import Field
from interviewkit.lint.text.matcher import Hit
from interviewkit.lint.text.reading import Reading

_PER_CENT = frozenset(("percent", "per", "pct"))


def check(reading: Reading) -> Iterator[TextFound]:
    """A finding where the text measures people by other people or by a grade."""
    if is_asked(reading):
        return
    wording = wording_of(reading)
    for hit in reading.hits("anchor_others.relative", "anchor_others.share", "anchor_others.soft"):
        if reading.within(hit, "anchor_others.innocent") or is_quoted(reading, hit):
            continue
        if _decides(reading, wording, hit):
            yield TextFound(hit)
            return


def _decides(reading: Reading, wording: Wording, hit: Hit) -> bool:
    if wording.vagueness <= 0:
        return False
    if hit.group == "anchor_others.share":
        last = reading.words[hit.end - 1]
        return last.mark == "%" or wording.word(hit.end) in _PER_CENT
    return hit.group == "anchor_others.relative" or hit.start <= wording.main


RULE = TextRule(
    code="IK214",
    name="relative-to-others",
    severity=Severity.WARNING,
    message="measures somebody by other people, not by the work",
    hint="describe what is done at this level, so that it would mean the same if nobody else had applied",
    why=(
        "Who the others are changes with every opening and every interviewer's memory. The bar of an opening"
        " is set before the first interview and is the same for everyone."
    ),
    source=Source(principle="diversified-team"),
    fields=frozenset({Field.ANCHOR, Field.CRITERION, Field.SHEET}),
    topics=frozenset({"anchor_others"}),
    check=check,
    bad=(
        Example("Above average.", Field.ANCHOR),
        Example("Better than most of the people we see.", Field.ANCHOR),
        Example("In the top 10% of applicants.", Field.ANCHOR),
        Example("What one would expect of somebody at this grade.", Field.ANCHOR),
        Example("Stronger than their peers in design.", Field.ANCHOR),
        Example("Among the best engineers of the batch", Field.CRITERION),
    ),
    good=(
        Example(
            "Compares the score with last month’s average and names the week that differs.", Field.ANCHOR
        ),
        Example("Reads the top 10 results by hand and marks the wrong ones.", Field.ANCHOR),
        Example("Asks peers to review the plan before it is sent to the customer.", Field.ANCHOR),
        Example("Rejects the average as a summary and plots the distribution.", Field.ANCHOR),
        Example("Keeps response time below the agreed average", Field.CRITERION),
    ),
)
