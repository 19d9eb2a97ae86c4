"""IK213: an anchor that cannot be taken in at a glance is not used."""

from collections.abc import Iterator

from interviewkit.lint.checks.anchors import words_in
from interviewkit.lint.rule import Example, Severity, Source, TextFound, TextRule
from interviewkit.lint.text.item import Field
from interviewkit.lint.text.reading import Reading

MOST = 30


def check(reading: Reading) -> Iterator[TextFound]:
    """A finding where the anchor has more words than fit beside a box."""
    length = words_in(reading)
    if length > MOST:
        yield TextFound(message=f"the anchor has {length} words; {MOST} are the most that fit beside a box")


RULE = TextRule(
    code="IK213",
    name="anchor-too-long",
    severity=Severity.WARNING,
    message="the anchor is too long to stand beside a box",
    hint="keep the one act that tells this level from the next, in about 20 words",
    why=(
        "Interviewers read the anchors while they tick. A long one is skimmed, and each of its parts can be"
        " met or missed on its own."
    ),
    source=Source(
        principle="rigorous-evaluation",
        text="The built-in anchors: at most 22 words, so that five stand beside their boxes on one page",
        as_of="2026-11-20",
    ),
    weighed=False,
    fields=frozenset({Field.ANCHOR}),
    check=check,
    bad=(
        Example(
            "Reads the log of the failed run, groups the errors by the step in which they arose, asks the"
            " owner of each step what changed last week, and writes down which of these changes could have"
            " caused them.",
            Field.ANCHOR,
        ),
        Example(
            "Tells the customer about the delay as soon as it is known, gives the reason in words that the"
            " customer uses, offers two smaller deliveries with a date for each, and asks which of them"
            " helps more.",
            Field.ANCHOR,
        ),
        Example(
            "Scores both versions on the same cases, has two colleagues judge a sample of the answers,"
            " reports how far they agree, and says at which difference the newer version would be released"
            " or held back for now.",
            Field.ANCHOR,
        ),
        Example(
            "Level 4: draws the flow of the personal data from the form to the report, marks where names"
            " leave the clinic, proposes to mask them before that point, and names the person who would have"
            " to agree to it.",
            Field.ANCHOR,
        ),
    ),
    good=(
        Example("Reads the log and groups the errors by the step in which they arose.", Field.ANCHOR),
        Example(
            "Tells the customer about the delay on the day it is known, with two smaller deliveries and a"
            " date for each.",
            Field.ANCHOR,
        ),
        Example(
            "Scores both versions on the same cases and says beforehand at which difference the newer one"
            " would be released or held back.",
            Field.ANCHOR,
        ),
        Example(
            "Read the brief aloud, hand over both exhibits, and wait until the candidate has turned the last"
            " page; answer what is asked about the task, say that there is no hurry, and note the time at"
            " which they begin.",
            Field.NOTE,
        ),
    ),
)
