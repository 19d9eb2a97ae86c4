"""IK419: pay in present or earlier jobs stays out of the interview."""

from interviewkit.lint.checks.own_business import own_business
from interviewkit.lint.rule import Example, Severity, Source, TextRule
from interviewkit.lint.text.item import Field

RULE = TextRule(
    code="IK419",
    name="salary-history",
    severity=Severity.ERROR,
    message="asks about pay in present or earlier jobs",
    hint="name the range of the role, and ask what the candidate expects",
    why=(
        "Pay in an earlier job carries old unfairness on into the new one, and says little about the "
        "value of the work. The range of the role and an expectation are enough."
    ),
    source=Source(principle="potential-over-pedigree"),
    law=True,
    topics=frozenset({"pay_history"}),
    check=own_business("pay_history"),
    bad=(
        Example("What is your current salary?"),
        Example("How much did you make at your last job?"),
        Example("Please bring your last three payslips.", Field.NOTE),
        Example("What is your current CTC?"),
        Example("What raise would our offer be over what you earn now?"),
        Example("What bonus did they pay you there?", Field.FOLLOW_UP),
    ),
    good=(
        Example("What salary do you expect?"),
        Example("Our range is 70,000 to 80,000. Does that work for you?"),
        Example("How would you test a model that predicts salaries?"),
        Example("How did you earn the trust of that team?"),
        Example("Do not ask about pay in earlier jobs.", Field.NOTE),
        Example("Pays attention to the error rate before and after the release.", Field.ANCHOR),
    ),
)
