"""IK409: health and disability stay out of the interview; adjustments for it are offered."""

from interviewkit.lint.checks.own_business import own_business
from interviewkit.lint.rule import Example, Severity, Source, TextRule
from interviewkit.lint.text.item import Field

RULE = TextRule(
    code="IK409",
    name="health-and-disability",
    severity=Severity.ERROR,
    message="asks about health, disability or absence through illness",
    hint="ask which adjustments the candidate needs for the interview, and nothing more about health",
    why=(
        "Health says less about the work than the work does. Many countries forbid the question, or most of "
        "it, before an offer; adjustments for the interview itself may be offered to everyone."
    ),
    source=Source(principle="job-relevant-questions"),
    law=True,
    topics=frozenset({"health"}),
    check=own_business("health"),
    bad=(
        Example("Do you have any disabilities?"),
        Example("How many sick days did you take last year?"),
        Example("Are you taking any medication?"),
        Example("Excellent physical and mental health", Field.CRITERION),
        Example("I noticed that you are limping; what happened to your leg?"),
        Example("Have you ever seen a psychiatrist?"),
    ),
    good=(
        Example("Which adjustments do you need for this interview?"),
        Example("What does a health check of your service look at?"),
        Example("How did you summarise discharge letters for clinicians?"),
        Example("How would you find errors in disability claims data?"),
        Example("Ask nothing about health or disability.", Field.NOTE),
        Example("Restores a sick node and explains what had failed.", Field.ANCHOR),
    ),
)
