"""IK416: military service, the way it ended and reserve duty stay out of the interview."""

from interviewkit.lint.checks.own_business import own_business
from interviewkit.lint.rule import Example, Severity, Source, TextRule
from interviewkit.lint.text.item import Field

_HINT = "ask about one skill that the job needs and where it was used, wherever that was"

RULE = TextRule(
    code="IK416",
    name="military-service",
    severity=Severity.ERROR,
    message="asks about military service, discharge or reserve duty",
    hint=_HINT,
    why=(
        "Some laws protect service, and duty that may come again; how it ended says nothing about the work. "
        "Skills learned there can be asked for like any others."
    ),
    source=Source(principle="job-relevant-questions"),
    law=True,
    topics=frozenset({"military"}),
    check=own_business("military", hint=_HINT),
    bad=(
        Example("What type of discharge did you receive?"),
        Example("Were you honourably discharged?"),
        Example("Do you have any reserve duty coming up?"),
        Example("Military service completed", Field.CRITERION),
        Example("Why did you leave the army so early?"),
    ),
    good=(
        Example("How did you check the facts in a discharge summary?"),
        Example("What would military-grade encryption mean for this data?"),
        Example("When do reserved instances save money?"),
        Example("Why was that release deployed to hospitals before offices?"),
        Example("Leave out military service and reserve duty.", Field.NOTE),
    ),
)
