"""IK202: a level is fixed by what somebody does, not by an adjective or a possession."""

from collections.abc import Iterator

from interviewkit.lint.checks.anchors import Wording, is_asked, wording_of
from interviewkit.lint.rule import Example, Severity, Source, TextFound, TextRule
from interviewkit.lint.text.item import Field
from interviewkit.lint.text.matcher import Hit
from interviewkit.lint.text.reading import Reading

JUDGING = tuple(
    f"anchor.{group}" for group in ("verdict", "impression", "adverb", "adjective", "quality", "state")
)
"""What a finding points at: the first of these, in this order."""
DOUBTFUL = 2
"""A line of a plain list that is only guessed to be a level has to be as vague as that."""
CLEARLY = 2.5
"""A line that may be no level at all has to be as vague as that …"""
SHORT = 10
"""… and no longer than that."""


def check(reading: Reading) -> Iterator[TextFound]:
    """A finding where more of the text judges than shows."""
    wording = wording_of(reading)
    if reading.item.field is Field.ANCHOR:
        vague = wording.vagueness > (0 if reading.item.sure else DOUBTFUL)
    else:
        vague = not is_asked(reading) and _reads_like_a_level(wording)
    if vague and wording.words:
        yield TextFound(_first(reading))


def _reads_like_a_level(wording: Wording) -> bool:
    """Is it a judged quality and nothing else: `Excellent communication skills`?"""
    counts = wording.counts
    judged = counts["adjective"] or counts["either"] or counts["verdict"]
    shown = counts["concrete"] or counts["detail"] or counts["acts"]
    return bool(
        judged
        and counts["quality"]
        and not shown
        and len(wording.words) <= SHORT
        and wording.judges
        and wording.vagueness > CLEARLY
    )


def _first(reading: Reading) -> Hit | None:
    return next((hit for group in JUDGING for hit in reading.hits(group)), None)


RULE = TextRule(
    code="IK202",
    name="vague-anchor",
    severity=Severity.WARNING,
    message="says how good somebody is, not what they are seen to do",
    hint=(
        "write what a person at this level says, asks, writes or tests, so that two interviewers would tick"
        " the same box"
    ),
    why=(
        "Each interviewer fills `good` or `solid` with their own measure, so the same answer gets different"
        " levels. A level that names an act can be found in the notes, or is not there."
    ),
    source=Source(
        principle="rigorous-evaluation",
        text="Campion, Palmer and Campion 1997, component 9 (anchored rating scales)",
        as_of="2026-11-20",
    ),
    fields=frozenset({Field.ANCHOR, Field.CRITERION, Field.SHEET}),
    check=check,
    bad=(
        Example("Excellent grasp of retrieval.", Field.ANCHOR),
        Example("Meets most expectations.", Field.ANCHOR),
        Example("Handles difficult stakeholders with care.", Field.ANCHOR),
        Example("Identifies relevant problems effectively.", Field.ANCHOR),
        Example("Understands the importance of testing and shows a good grasp of it.", Field.ANCHOR),
        Example("You would not worry with this one on call.", Field.ANCHOR),
        Example("Not bad, though the last bit of polish is lacking.", Field.ANCHOR),
        Example("Strong understanding of machine learning", Field.CRITERION),
        Example("Outstanding communication skills: 1 2 3 4 5", Field.SHEET),
    ),
    good=(
        Example("Names no way to check the answer.", Field.ANCHOR),
        Example("Says which result is good enough to ship, before the run.", Field.ANCHOR),
        Example("Calls the design excellent and names no case in which it would fail.", Field.ANCHOR),
        Example("Explains overfitting to the nurse with two cases from her ward.", Field.ANCHOR),
        Example("Needs two hints to find the row that was counted twice.", Field.ANCHOR),
        Example("Critical thinking", Field.CRITERION),
        Example("Writes German well enough to answer customers’ tickets.", Field.CRITERION),
        Example("What was said or done:", Field.SHEET),
    ),
)
