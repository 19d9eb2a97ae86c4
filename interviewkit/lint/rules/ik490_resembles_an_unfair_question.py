"""IK490: the classifier takes a text for one about the person instead of the work."""

from interviewkit.lint.rule import Example, LearnedRule, Severity, Source
from interviewkit.lint.text.item import Field

RULE = LearnedRule(
    code="IK490",
    name="resembles-an-unfair-question",
    severity=Severity.WARNING,
    message="reads like something about the person instead of the work",
    hint="ask about the work; say what the job needs, and ask every candidate in the same words",
    why=(
        "What is unlawful to ask is often asked in passing, as small talk or with a pretext. A classifier"
        " that was trained on labelled texts finds this one closer to those; it can be wrong, and names the"
        " words that decided."
    ),
    source=Source(principle="potential-over-pedigree"),
    kind="unfair",
    bad=(
        Example("Sturdy constitution: the sort who never sees a doctor", Field.CRITERION),
        Example("Order the ham platter for lunch with the finalists and see who leaves it.", Field.NOTE),
        Example("You'd be gone four nights a fortnight – is there someone who'd feel abandoned?"),
        Example("Who do you thank, in your heart, when a hard deploy succeeds?"),
    ),
    good=(
        Example("Where did the idea for that change come from, and who tried it first?"),
        Example("Order lunch for the panel, and leave the candidate half an hour alone.", Field.NOTE),
        Example("The job has four nights of travel a fortnight. Can you do that?"),
        Example("Whom did you tell first when the deploy had failed, and what did they do with it?"),
    ),
)
