"""IK206: an adverb of frequency does not tell two levels apart."""

from collections.abc import Iterator

from interviewkit.lint.checks.anchors import Head, Wording, is_quoted, wording_of
from interviewkit.lint.rule import Example, Severity, Source, TextFound, TextRule
from interviewkit.lint.text.item import Field
from interviewkit.lint.text.matcher import Hit
from interviewkit.lint.text.reading import Reading

ENOUGH = 2
"""So many facts beside the adverb (conditions, numbers, things of the work) describe a level without it."""
LONGEST = 12


def check(reading: Reading) -> Iterator[TextFound]:
    """A finding where how often is all that the text adds to a verb."""
    wording = wording_of(reading)
    if len(wording.words) > LONGEST:
        return
    for hit in reading.hits("ladders.often"):
        if not is_quoted(reading, hit) and _qualifies_main(wording, hit) and _facts(wording) < ENOUGH:
            yield TextFound(hit)
            return


def _qualifies_main(wording: Wording, hit: Hit) -> bool:
    """Does the adverb stand by the main verb, or at the very end?"""
    at_end = hit.end >= len(wording.words)
    return at_end or hit.end <= wording.main or hit.start == wording.main + 1


def _facts(wording: Wording) -> float:
    counts = wording.counts
    facts = counts["detail"] + counts["number"] + counts["acts"] + counts["quoted"]
    return facts + (counts["concrete"] / 2 if wording.head is Head.ACT else 0)


RULE = TextRule(
    code="IK206",
    name="frequency-alone",
    severity=Severity.WARNING,
    message="only how often it happens tells this level from the next",
    hint="say what is done at this level and not at the one below; one interview cannot count how often",
    why=(
        "`Usually` and `often` mean different shares to different people, and an hour with one or two"
        " episodes cannot show a rate. The level is then a guess."
    ),
    source=Source(
        principle="rigorous-evaluation",
        text="Campion, Palmer and Campion 1997, component 9 (anchored rating scales)",
        as_of="2026-11-20",
    ),
    fields=frozenset({Field.ANCHOR}),
    topics=frozenset({"ladders"}),
    check=check,
    bad=(
        Example("Usually tests their changes.", Field.ANCHOR),
        Example("Rarely asks for feedback.", Field.ANCHOR),
        Example("Consistently does this.", Field.ANCHOR),
        Example("Writes documentation most of the time.", Field.ANCHOR),
        Example("Shows this behaviour in the majority of cases.", Field.ANCHOR),
    ),
    good=(
        Example("Asks how often the alarm rang, and whether somebody always came.", Field.ANCHOR),
        Example("Never merges on a red build; waits for the run to finish.", Field.ANCHOR),
        Example("Notices that load is usually lowest on Sunday and moves the job there.", Field.ANCHOR),
        Example("Says the model “always works” and names no case where it fails.", Field.ANCHOR),
        Example("Always names who is paged, in each of the three scenarios.", Field.ANCHOR),
    ),
)
