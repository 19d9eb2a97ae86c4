"""IK405: where somebody or their family comes from is no matter of the interview."""

from interviewkit.lint.checks.own_business import own_business
from interviewkit.lint.rule import Example, Severity, Source, TextRule
from interviewkit.lint.text.item import Field

RULE = TextRule(
    code="IK405",
    name="origin",
    severity=Severity.ERROR,
    message="asks about birthplace, nationality, ethnicity or ancestry",
    hint="ask everyone whether they may work in the country, and leave out where they come from",
    why=(
        "Where somebody or their family comes from says nothing about the work. Whether they may work in "
        "the country can be asked of everyone, in the same words."
    ),
    source=Source(principle="diversified-team"),
    law=True,
    topics=frozenset({"origin"}),
    check=own_business("origin"),
    bad=(
        Example("Where are you originally from?"),
        Example("That is an unusual surname; where does it come from?"),
        Example("Were both your parents born here?"),
        Example("What caste does your family belong to?"),
        Example("European background preferred", Field.CRITERION),
        Example("Guess from the surname where the family is from.", Field.NOTE),
    ),
    good=(
        Example("Tell me about a race condition that you found in production."),
        Example("How did you check the model’s errors for differences by ethnicity?"),
        Example("Where are the requests to the origin server cached?", Field.FOLLOW_UP),
        Example("Do not ask where a candidate was born.", Field.NOTE),
        Example("Finds the root cause before changing the code.", Field.ANCHOR),
        Example("How did the keys of the national data sets that you joined differ?"),
    ),
)
