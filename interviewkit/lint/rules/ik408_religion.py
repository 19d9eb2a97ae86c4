"""IK408: belief, worship and religious holidays stay out of the interview."""

from interviewkit.lint.checks.own_business import own_business
from interviewkit.lint.rule import Example, Severity, Source, TextRule
from interviewkit.lint.text.item import Field

RULE = TextRule(
    code="IK408",
    name="religion",
    severity=Severity.ERROR,
    message="asks about religion, worship or religious holidays",
    hint="state the hours or the on-call duty of the role, and ask everyone whether they can meet them",
    why=(
        "Belief is a private matter and protected by law. What the job needs to know are hours, and "
        "those can be named."
    ),
    source=Source(principle="job-relevant-questions"),
    law=True,
    topics=frozenset({"religion"}),
    check=own_business("religion"),
    bad=(
        Example("Do you go to church?"),
        Example("Which religious holidays will you be taking off?"),
        Example("Would you take off your headscarf for clients?"),
        Example("Christian values", Field.CRITERION),
        Example("Is there any food that you don’t eat?"),
        Example("Find out casually whether she prays during the day.", Field.NOTE),
    ),
    good=(
        Example("How did you treat religion as a protected attribute in the fairness audit?"),
        Example("How would you break up a god object in an old code base?"),
        Example("Which template engine did you choose, and why?"),
        Example("The role needs on-call duty one weekend in six. Can you meet that?"),
        Example("Do not ask about religion or religious holidays.", Field.NOTE),
        Example("Negotiates in good faith and says what was conceded.", Field.ANCHOR),
    ),
)
