"""IK217: an anchor reads best in at most 22 words."""

from collections.abc import Iterator

from interviewkit.lint.checks.anchors import words_in
from interviewkit.lint.rule import Example, Severity, Source, TextFound, TextRule
from interviewkit.lint.rules.ik213_anchor_too_long import MOST as TOO_MANY
from interviewkit.lint.text.item import Field
from interviewkit.lint.text.reading import Reading

MOST = 22


def check(reading: Reading) -> Iterator[TextFound]:
    """A remark where the anchor has more words than read well, and not yet too many."""
    length = words_in(reading)
    if MOST < length <= TOO_MANY:
        yield TextFound(message=f"the anchor has {length} words; {MOST} at most read well on a scorecard")


RULE = TextRule(
    code="IK217",
    name="long-anchor",
    severity=Severity.INFO,
    message="the anchor is longer than reads well on a scorecard",
    hint="leave out what the level below says as well",
    why="Five short anchors are compared at a glance; long ones are read once and remembered roughly.",
    source=Source(
        principle="rigorous-evaluation",
        text="The built-in anchors: at most 22 words, so that five stand beside their boxes on one page",
        as_of="2026-11-20",
    ),
    fields=frozenset({Field.ANCHOR}),
    check=check,
    bad=(
        Example(
            "Reads the log of the failed run, groups the errors by the step in which they arose, and asks"
            " the owner of each step what changed.",
            Field.ANCHOR,
        ),
        Example(
            "Tells the customer about the delay as soon as it is known, with the reason, two smaller"
            " deliveries and a date for each of them.",
            Field.ANCHOR,
        ),
        Example(
            "Scores both versions on the same cases, has two colleagues judge a sample of the answers, and"
            " reports how far the two of them agree.",
            Field.ANCHOR,
        ),
        Example(
            "Marks on a drawing where names leave the clinic, proposes to mask them before that point, and"
            " says who in the clinic would have to agree.",
            Field.ANCHOR,
        ),
    ),
    good=(
        Example("Groups the errors of the failed run by the step in which they arose.", Field.ANCHOR),
        Example("Tells the customer about the delay on the day it is known.", Field.ANCHOR),
        Example(
            "Level 3: Scores both versions on the same cases, and has two colleagues judge a sample of the"
            " answers by a written rule.",
            Field.ANCHOR,
        ),
        Example(
            "Please describe a change that you made to software that others relied on, and how you knew that"
            " it did what it was meant to do.",
        ),
    ),
)
