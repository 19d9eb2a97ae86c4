"""IK429: a trait is not a behaviour."""

from interviewkit.lint.checks.pedigree import pedigree_topic
from interviewkit.lint.rule import Example, Severity, Source, TextRule
from interviewkit.lint.text.item import Field

RULE = TextRule(
    code="IK429",
    name="personality-instead-of-behaviour",
    severity=Severity.WARNING,
    message="rates a trait, not what somebody does",
    hint="describe what such a person does at work, and ask for one time that the candidate did it",
    why=(
        "Two interviewers mean different things by a trait, and see it in people like themselves. "
        "What somebody did in one episode can be heard, written down and compared."
    ),
    source=Source(principle="human-facing"),
    topics=frozenset({"personality"}),
    check=pedigree_topic("personality"),
    bad=(
        Example("Are you an introvert or an extrovert?"),
        Example("Describe yourself in three words."),
        Example("Charismatic, outgoing personality", Field.CRITERION),
        Example("Positive attitude", Field.CRITERION),
        Example("Natural leader with executive presence.", Field.ANCHOR),
        Example("What kind of person are you?"),
        Example("Rate the handshake and the eye contact.", Field.NOTE),
        Example("Have every finalist take a personality test.", Field.NOTE),
    ),
    good=(
        Example("Who decides on the personality of the chatbot, and how would you test it?"),
        Example("The TLS handshake fails for one customer in fifty. Where do you start?"),
        Example("Puts a confidence interval around the difference between the two groups.", Field.ANCHOR),
        Example("Charm is not evidence.", Field.NOTE),
        Example("How would you cut the energy consumption of this batch job?"),
        Example("A vendor infers personality traits from video. What would you ask them?"),
        Example("Counts the false positives in each group.", Field.ANCHOR),
        Example("Handles character encodings in names from many countries", Field.CRITERION),
    ),
)
