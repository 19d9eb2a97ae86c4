"""IK316: pressure, tricks and insults are no method."""

from interviewkit.lint.checks.stress import stresses
from interviewkit.lint.checks.tasks import SET_FIELDS
from interviewkit.lint.rule import Example, Severity, Source, TextRule
from interviewkit.lint.text.item import Field

RULE = TextRule(
    code="IK316",
    name="stress-question",
    severity=Severity.ERROR,
    message="puts the candidate under pressure on purpose",
    hint="ask for one time when work was under pressure and what was done; in the room, put people at ease",
    why=(
        "How somebody bears being insulted, tricked or kept waiting says little about the job, and good"
        " people leave. Stress in the room also hides what they can do."
    ),
    source=Source(
        principle="job-relevant-questions",
        text="Behroozi et al. 2020, Does stress impact technical interview performance? (ESEC/FSE)",
        as_of="2026-11-20",
    ),
    topics=frozenset({"stress"}),
    fields=SET_FIELDS,
    check=stresses,
    bad=(
        Example("Interrupt them often and see how they react.", Field.NOTE),
        Example("Frankly, this CV is weak. Why should I go on listening?"),
        Example("Tell the candidate that the answer is wrong even when it is right.", Field.NOTE),
        Example("Let the silence drag on until they squirm.", Field.NOTE),
        Example("Is that really the best you can do?"),
        Example("Stays calm when the interviewer is rude on purpose", Field.CRITERION),
    ),
    good=(
        Example("Describe a stress test that showed you something you had not planned for."),
        Example("Do not interrupt; repeat the question as often as the candidate likes.", Field.NOTE),
        Example("Give the candidate a minute of silence to read the exhibit.", Field.NOTE),
        Example("Tell me about a time you worked against a deadline that kept moving. What did you drop?"),
        Example("There is no trick question in the exhibit; what is planted is listed below.", Field.NOTE),
        Example("How does the service behave when back-pressure builds up in the queue?"),
        Example("Stays with the facts when a customer is angry, and says what happens next", Field.CRITERION),
    ),
)
