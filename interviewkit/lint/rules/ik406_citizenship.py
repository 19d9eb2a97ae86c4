"""IK406: the right to work may be asked of everyone; citizenship may not."""

from interviewkit.lint.checks.own_business import own_business
from interviewkit.lint.rule import Example, Severity, Source, TextRule
from interviewkit.lint.text.item import Field

RULE = TextRule(
    code="IK406",
    name="citizenship",
    severity=Severity.ERROR,
    message="asks about citizenship or immigration status",
    hint="ask everyone: are you authorised to work here, and will you need sponsorship?",
    why=(
        "Many people who are not citizens may work in the country. What the employer needs to know is "
        "that, and the recruiter asks it of everyone."
    ),
    source=Source(principle="diversified-team"),
    law=True,
    topics=frozenset({"citizenship"}),
    check=own_business("citizenship"),
    bad=(
        Example("Are you a US citizen?"),
        Example("Which passport do you hold?"),
        Example("EU citizens only", Field.CRITERION),
        Example("When did you become a British national?"),
        Example("Find out the visa status of the candidate.", Field.NOTE),
    ),
    good=(
        Example("Are you authorised to work in the United States?"),
        Example("Will you now or in future need sponsorship?"),
        Example("How would you find the number in a scan of a passport?"),
        Example("How did citizens find their way through the service that you built?"),
        Example("Never ask for a candidate’s citizenship.", Field.NOTE),
        Example("Treats tests as first-class citizens of the repository.", Field.ANCHOR),
    ),
)
