"""IK303: what can be looked up need not be recited."""

from interviewkit.lint.checks.tasks import SET_FIELDS
from interviewkit.lint.checks.trivia import trivia
from interviewkit.lint.rule import Example, Severity, Source, TextRule
from interviewkit.lint.text.item import Field

RULE = TextRule(
    code="IK303",
    name="trivia-and-recall",
    severity=Severity.ERROR,
    message="asks for something to be recited",
    hint="ask for a decision that needs the knowledge: “when would you …, and what would you give up?”",
    why=(
        "Definitions, names, dates, formulas and syntax can be looked up in seconds. What the job needs is to"
        " decide with them, and a recital does not show that."
    ),
    source=Source(principle="job-relevant-questions"),
    topics=frozenset({"trivia"}),
    fields=SET_FIELDS,
    check=trivia,
    bad=(
        Example("What does ACID stand for?"),
        Example("Define eventual consistency."),
        Example("Who invented the transformer, and in which year?"),
        Example("What is the difference between a process and a thread?"),
        Example("Derive the gradient of the cross-entropy loss."),
        Example("Which flag makes curl follow redirects?"),
        Example("Ask for the exact definition of recall; no points for a paraphrase.", Field.NOTE),
        Example("Knows the standard library by heart", Field.CRITERION),
    ),
    good=(
        Example("What is the difference between what the two dashboards show here?"),
        Example("Explain how you chose the index for that table."),
        Example("What did this loss curve tell you?"),
        Example("When is precision worth more than recall for a fraud team, and who should decide it?"),
        Example("Which command would you run first on this host, and what would its output tell you?"),
        Example("Work out from the trace what a day of this agent costs."),
        Example("Name the team members' roles in the last project that you led."),
        Example("Definitions are never asked for; if a term is unclear, explain it.", Field.NOTE),
    ),
)
