"""IK410: genetic tests and the health of relatives stay out of the interview."""

from interviewkit.lint.checks.own_business import own_business
from interviewkit.lint.rule import Example, Severity, Source, TextRule
from interviewkit.lint.text.item import Field

_HINT = "leave it out; it has no place in an interview"

RULE = TextRule(
    code="IK410",
    name="genetic-and-family-history",
    severity=Severity.ERROR,
    message="asks about genetic tests or the health of relatives",
    hint=_HINT,
    why=(
        "The health of relatives and the result of a test say nothing about how somebody works today, "
        "and nobody chose them."
    ),
    source=Source(principle="job-relevant-questions"),
    law=True,
    topics=frozenset({"heredity"}),
    check=own_business("heredity", hint=_HINT),
    bad=(
        Example("Is there a history of heart disease in your family?"),
        Example("Have you ever had a genetic test?"),
        Example("Does any illness run in your family?"),
        Example("No hereditary diseases", Field.CRITERION),
        Example("Did your parents live to a ripe old age?"),
    ),
    good=(
        Example("When would you use a genetic algorithm rather than gradient descent?"),
        Example("How did you store patients’ genetic test results?"),
        Example("Tell us about a code base that you inherited."),
        Example("Never ask about illnesses in the family.", Field.NOTE),
        Example("How did you choose the family of models that you compared?"),
    ),
)
