"""IK415: trade unions, membership of them and opinions about them stay out of the interview."""

from interviewkit.lint.checks.own_business import own_business
from interviewkit.lint.rule import Example, Severity, Source, TextRule
from interviewkit.lint.text.item import Field

RULE = TextRule(
    code="IK415",
    name="trade-union",
    severity=Severity.ERROR,
    message="asks about trade unions",
    hint="leave it out; membership, activity and opinions of unions are not the employer’s to know",
    why=(
        "Joining a union, or not, is a right. A question about it looks like a threat, and the answer "
        "says nothing about the work."
    ),
    source=Source(principle="job-relevant-questions"),
    law=True,
    topics=frozenset({"trade_union"}),
    check=own_business("trade_union"),
    bad=(
        Example("Are you a member of a trade union?"),
        Example("Have you ever been on strike?"),
        Example("How do you feel about unions?"),
        Example("No union activists", Field.CRITERION),
        Example("Would you ever organise your colleagues to bargain collectively?"),
    ),
    good=(
        Example("When would you use UNION ALL instead of UNION?"),
        Example("How do union types help you to model this response?"),
        Example("How did you strike a balance between speed and cost?"),
        Example("Do not ask about trade union membership.", Field.NOTE),
        Example("How does a union-find structure help to merge these records?"),
    ),
)
