"""IK290: the classifier takes a level for one that says nothing."""

from interviewkit.lint.item import Field
from interviewkit.lint.rule import Example, LearnedRule, Severity, Source

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
        text="Behaviourally anchored scales: higher reliability, less halo (literature as summarised in FIELD)",
        as_of="2026-11-20",
    ),
    kind="vague",
    bad=(Example("Makes the whole group feel that things are in the safest of hands.", Field.ANCHOR),),
    good=(Example("Names the check that failed, and shows the line of the log that says so.", Field.ANCHOR),),
)
