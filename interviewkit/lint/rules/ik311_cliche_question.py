"""IK311: a question that everybody expects gets the answer that everybody has rehearsed."""

from interviewkit.lint.checks.cliche import cliches
from interviewkit.lint.checks.tasks import SET_FIELDS
from interviewkit.lint.rule import Example, Severity, Source, TextRule
from interviewkit.lint.text.item import Field

RULE = TextRule(
    code="IK311",
    name="cliche-question",
    severity=Severity.WARNING,
    message="asks a question with a rehearsed answer",
    hint="ask for one real episode that shows the competency: what happened, what was done, what came of it",
    why=(
        "Everybody expects it and has an answer ready, so the answers tell who prepared. No behavioural"
        " anchor can be written for them."
    ),
    source=Source(principle="job-relevant-questions"),
    topics=frozenset({"cliche"}),
    fields=SET_FIELDS,
    check=cliches,
    bad=(
        Example("What is your greatest weakness?"),
        Example("Where do you see yourself in five years?"),
        Example("Why should we hire you?"),
        Example("To warm up, tell me a little about yourself."),
        Example("What's your spirit animal?"),
        Example("Which three adjectives would your flatmate use for you?"),
        Example("Begin with their strengths and weaknesses.", Field.NOTE),
    ),
    good=(
        Example("Which weaknesses did the model show in the pilot, and which did you repair first?"),
        Example("In five years this archive will hold forty terabytes. Which decision would you revisit?"),
        Example("Why should we keep this index?"),
        Example("Tell me about the part of that release that you wrote yourself."),
        Example(
            "Skip “What is your greatest weakness?”: no anchor can be written for the answer.", Field.NOTE
        ),
        Example("Introduce yourselves, and say how long the interview takes.", Field.NOTE),
        Example("Compares the strengths and weaknesses of two ways of retrieval", Field.CRITERION),
    ),
)
