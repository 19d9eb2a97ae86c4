"""IK420: where somebody went to school is no measure of what they can do."""

from collections.abc import Iterator

from interviewkit.lint.checks.names import recognised_hit, school_hit
from interviewkit.lint.checks.pedigree import pedigree_hit
from interviewkit.lint.rule import Example, Severity, Source, TextFound, TextRule
from interviewkit.lint.text.item import Field
from interviewkit.lint.text.reading import Reading


def _check(reading: Reading) -> Iterator[TextFound]:
    hit = pedigree_hit(reading, "school") or school_hit(reading) or recognised_hit(reading, school=True)
    if hit is not None:
        yield TextFound(hit)


RULE = TextRule(
    code="IK420",
    name="school-prestige",
    severity=Severity.ERROR,
    message="measures people by their school",
    hint="ask for one piece of work, from study or elsewhere, and rate what the candidate did in it",
    why=(
        "The name of a school says who was admitted years ago, and mostly from which homes. "
        "It does not say what somebody can do in this job, so it stays off the sheet."
    ),
    source=Source(principle="potential-over-pedigree"),
    topics=frozenset({"school", "employer"}),
    check=_check,
    bad=(
        Example("Where did you study?"),
        Example("Remind me, which uni was it you went to?"),
        Example("Did you enjoy your years at Cambridge?"),
        Example("Graduate of a top-tier university, ideally Stanford or MIT", Field.CRITERION),
        Example("Anyone out of an IIT goes straight through to the panel.", Field.NOTE),
        Example("Schooled at one of the Ivies.", Field.ANCHOR),
        Example("Educated at a place that our partners have heard of", Field.CRITERION),
        Example("Leave out anybody from a lesser-known college.", Field.NOTE),
    ),
    good=(
        Example("A school district asks for forecasts of its buses; what would you want to know first?"),
        Example("The library is under the MIT licence. Which duties come with it?"),
        Example("How would you show that a CV ranker prefers graduates of certain universities?"),
        Example("Do not write school, employer or years on the sheet.", Field.NOTE),
        Example("Tell me about something that you built, at university, at work or in your spare time."),
        Example(
            "Explains the alert to the staff of a university hospital, who then restate it.", Field.ANCHOR
        ),
        Example(
            "Accept a comma before “and”, the Oxford comma, in any text that the model writes.", Field.NOTE
        ),
        Example("Two schools of thought exist on retries. Which one did you follow, and what came of it?"),
    ),
)
