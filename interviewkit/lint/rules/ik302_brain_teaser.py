"""IK302: brain teasers measure who has heard them before."""

from interviewkit.lint.checks.tasks import SET_FIELDS
from interviewkit.lint.checks.teaser import teasers
from interviewkit.lint.rule import Example, Severity, Source, TextRule
from interviewkit.lint.text.item import Field

RULE = TextRule(
    code="IK302",
    name="brain-teaser",
    severity=Severity.ERROR,
    message="asks a riddle or a brain teaser",
    hint="let the candidate estimate or decide something from the job, from facts that lie on the table",
    why=(
        "Riddles reward those who know them and those who are at ease in being tested. Nothing in the job"
        " depends on the answer, so no anchor can be written for it."
    ),
    source=Source(principle="job-relevant-questions"),
    topics=frozenset({"teaser", "puzzle"}),
    fields=SET_FIELDS,
    check=teasers,
    bad=(
        Example("How many tennis balls would fill this office?"),
        Example("You have two eggs and a tower of a hundred floors. How many drops do you need?"),
        Example("If you were a vegetable, which one would you be?"),
        Example("Sell me this pencil."),
        Example("A tram runs away and five people stand on the track. Do you pull the lever?"),
        Example("A farmer must row a wolf, a goat and a cabbage over the river. How does he do it?"),
        Example("Open with an estimation riddle such as the number of dentists in Lisbon.", Field.NOTE),
    ),
    good=(
        Example("How many context windows does this agent use a day, going by this trace?"),
        Example("Our forecasts of umbrella sales are too high in dry weeks. How would you find out why?"),
        Example(
            "The feed lists two eggs-and-dairy product lines under one number. How would you tell them apart?"
        ),
        Example("If you were a claims handler, which of these answers would you not trust?"),
        Example("The lift maintenance model misses one failure in ten. What would you want to know first?"),
        Example("Brain teasers and estimation riddles are not asked.", Field.NOTE),
        Example("Estimates the running cost of an assistant from its traces", Field.CRITERION),
    ),
)
