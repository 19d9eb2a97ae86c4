"""IK421: a degree is not a requirement; the skill is."""

from interviewkit.lint.checks.pedigree import pedigree_topic
from interviewkit.lint.rule import Example, Severity, Source, TextRule
from interviewkit.lint.text.item import Field

RULE = TextRule(
    code="IK421",
    name="degree-required",
    severity=Severity.ERROR,
    message="asks for a degree, or counts it",
    hint="name what the work needs somebody to be able to do, and ask for an episode or a work sample of it",
    why=(
        "A degree shuts out people who learned the same in another way. "
        "Where the law requires a qualification for the work, it is checked once and not rated."
    ),
    source=Source(principle="potential-over-pedigree"),
    topics=frozenset({"degree"}),
    check=pedigree_topic("degree"),
    bad=(
        Example("Engineering degree", Field.CRITERION),
        Example("Do you have a degree in computer science?"),
        Example("What did you study?"),
        Example("PhD strongly preferred", Field.CRITERION),
        Example("Must be educated to master’s level", Field.CRITERION),
        Example("Holds a doctorate in a quantitative field.", Field.ANCHOR),
        Example("No bootcamp graduates, please.", Field.NOTE),
        Example("How come you never finished your degree?"),
    ),
    good=(
        Example("Which degree of parallelism did you settle on, and what decided it?"),
        Example(
            "Tell me how a feature graduated from pilot to production, and what had to hold before it did."
        ),
        Example(
            "Counts the in-degree of each node and finds the two that every request passes.",
            Field.ANCHOR,
        ),
        Example("Degree in statistics, or equivalent skill shown in the work", Field.CRITERION),
        Example("No degree or certificate is needed.", Field.CRITERION),
        Example(
            "How would you test whether patients’ level of education stands in for income in this model?"
        ),
        Example("The master branch was red for a week. What did you do first?"),
        Example("A degree is not evidence; write down what the candidate did.", Field.NOTE),
    ),
)
