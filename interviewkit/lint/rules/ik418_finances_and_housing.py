"""IK418: debts, means, housing, commute and car stay out of the interview."""

from interviewkit.lint.checks.own_business import own_business
from interviewkit.lint.rule import Example, Severity, Source, TextRule
from interviewkit.lint.text.item import Field

_HINT = (
    "leave means and housing out; where place, hours or travel matter, name them and ask everyone about them"
)

RULE = TextRule(
    code="IK418",
    name="finances-and-housing",
    severity=Severity.ERROR,
    message="asks about debts, means, housing, commute or a car",
    hint=_HINT,
    why=(
        "How somebody lives and travels is a sign of means and background, not of work. What the job "
        "needs is presence at a place and time, and that can be named."
    ),
    source=Source(principle="job-relevant-questions"),
    law=True,
    topics=frozenset({"finances"}),
    check=own_business("finances", hint=_HINT),
    bad=(
        Example("Do you own your home or rent?"),
        Example("How is your credit score?"),
        Example("Do you have a car?"),
        Example("How long is your commute?"),
        Example("Debt-free candidates preferred", Field.CRITERION),
        Example("Which part of town do you live in?"),
    ),
    good=(
        Example("How did you explain a credit scoring model to the people it rejects?"),
        Example("Tell us about technical debt that you decided to keep."),
        Example("Can you travel one week in six?"),
        Example("The work includes driving to farms. Do you hold a driving licence?"),
        Example("Do not ask where a candidate lives.", Field.NOTE),
        Example("Owns the service end to end and answers its alerts.", Field.ANCHOR),
    ),
)
