"""IK417: arrests and convictions stay out of the interview."""

from interviewkit.lint.checks.own_business import own_business
from interviewkit.lint.rule import Example, Severity, Source, TextRule
from interviewkit.lint.text.item import Field

RULE = TextRule(
    code="IK417",
    name="criminal-record",
    severity=Severity.ERROR,
    message="asks about arrests, convictions or trouble with the police",
    hint="leave it out; where the role calls for a check, the recruiter arranges it later",
    why=(
        "An arrest proves nothing, and a conviction seldom bears on the work. Where a check is required "
        "it comes later, by a lawful route, not in an interview."
    ),
    source=Source(principle="job-relevant-questions"),
    law=True,
    topics=frozenset({"criminal"}),
    check=own_business("criminal"),
    bad=(
        Example("Have you ever been arrested?"),
        Example("Do you have a criminal record?"),
        Example("Any run-ins with the law that we should know about?"),
        Example("Clean criminal record", Field.CRITERION),
        Example("What would we find if we ran a background check on you?"),
    ),
    good=(
        Example("How would you use arrest records as features of a model, or why not?"),
        Example("How do you arrest a cascading failure?"),
        Example("Tell us about the criminal record check product that you worked on."),
        Example("What did your probation period at the new team teach you about its code?"),
        Example("Never ask about arrests or convictions.", Field.NOTE),
        Example("Holds a conviction until evidence speaks against it.", Field.ANCHOR),
    ),
)
