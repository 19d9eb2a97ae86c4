"""IK290: the classifier takes a level for one that says nothing."""

from interviewkit.lint.rule import Example, LearnedRule, Severity, Source
from interviewkit.lint.text.item import Field

RULE = LearnedRule(
    code="IK290",
    name="resembles-a-vague-anchor",
    severity=Severity.WARNING,
    message="reads like a level without behaviour",
    hint="say what somebody at this level is seen to do, so that two raters would agree",
    why=(
        "Raters agree on what they can see. A classifier that was trained on labelled levels finds this one"
        " closer to the vague ones; it can be wrong, and names the words that decided."
    ),
    source=Source(
        principle="rigorous-evaluation",
        text="Campion, Palmer and Campion 1997, component 9 (anchored rating scales)",
        as_of="2026-11-20",
    ),
    kind="vague",
    bad=(
        Example("Cut from the cloth that principal engineers are made of.", Field.ANCHOR),
        Example("Does what a person at this grade is supposed to do.", Field.ANCHOR),
        Example("Left us wanting to hear more.", Field.ANCHOR),
        Example("Checks most of the boxes a hiring manager wants to see.", Field.ANCHOR),
    ),
    good=(
        Example("Names the check that failed, and shows the line of the log that says so.", Field.ANCHOR),
        Example("Repeats the request in other words and asks whether that is what was meant.", Field.ANCHOR),
        Example("Leaves out the case in which the input is empty.", Field.ANCHOR),
        Example("Ticks off each step of the runbook and notes the time beside it.", Field.ANCHOR),
    ),
)
