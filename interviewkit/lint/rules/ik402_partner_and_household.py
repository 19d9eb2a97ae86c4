"""IK402: marriage, a partner and who else lives at home are nobody's business."""

from interviewkit.lint.checks.private import private_topic
from interviewkit.lint.rule import Example, Severity, Source, TextRule
from interviewkit.lint.text.item import Field

RULE = TextRule(
    code="IK402",
    name="partner-and-household",
    severity=Severity.ERROR,
    message="asks about marriage, a partner or the household",
    hint="leave it out; where the job moves or travels, say so and ask everyone whether they can do that",
    why=(
        "Whom somebody lives with says nothing about their work. "
        "Such questions are put to women more than to men, and are taken for a reason when no offer follows."
    ),
    source=Source(principle="job-relevant-questions"),
    law=True,
    topics=frozenset({"partner"}),
    check=private_topic("partner", pairs=(("company", "move"),)),
    bad=(
        Example("Are you married?"),
        Example("Does your other half mind the late calls?"),
        Example("Is it Miss or Mrs?"),
        Example("What was your maiden name?"),
        Example("Would anybody be moving to Leeds with you?"),
        Example("Unmarried, free to relocate", Field.CRITERION),
        Example("See whether he wears a wedding ring.", Field.NOTE),
    ),
    good=(
        Example("Tell me about a partner team that changed an interface you relied on. What did you do?"),
        Example("Which single sign-on set-up did you inherit, and what did you change in it?"),
        Example("The product was a marriage of two systems. How did you find out which one lost the orders?"),
        Example("How did you keep engaged users from being counted twice?"),
        Example("Do not ask whether a candidate is married.", Field.NOTE),
        Example("The model prices a household’s insurance. Which of its features would you look at first?"),
    ),
)
