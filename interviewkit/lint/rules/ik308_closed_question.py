"""IK308: a question that a yes or a no answers brings no evidence."""

from collections.abc import Iterator

from interviewkit.lint.checks.closed import closed_question, ticked
from interviewkit.lint.checks.question import is_spoken, spoken_for
from interviewkit.lint.rule import Example, Severity, Source, TextFound, TextRule
from interviewkit.lint.text.item import Field
from interviewkit.lint.text.reading import Reading


def _check(reading: Reading) -> Iterator[TextFound]:
    if not is_spoken(reading):
        return
    find = closed_question if reading.item.field is Field.QUESTION else ticked
    hit = find(reading)
    if hit is not None and not spoken_for(reading, hit):
        yield TextFound(hit)


RULE = TextRule(
    code="IK308",
    name="closed-question",
    severity=Severity.WARNING,
    message="a yes or a no would answer this",
    hint="ask for one episode: “Tell me about one time …”; keep yes and no for the right to work",
    why=(
        "Yes costs nothing to say and cannot be rated. What somebody did in one real case, or would do in one"
        " that is described, can be compared with the anchors."
    ),
    source=Source(
        principle="learn-to-build",
        text="US Office of Personnel Management, creating structured interview questions (open-ended)",
        as_of="2026-11-20",
    ),
    fields=frozenset({Field.QUESTION, Field.NOTE}),
    check=_check,
    bad=(
        Example("Have you ever run a service that other teams called?"),
        Example("Are you comfortable working without a specification?"),
        Example("Would you say that you listen well?"),
        Example("Any experience with vector databases?"),
        Example("In your last team, did you review each other’s prompts?"),
        Example("Please tell us whether you have written an evaluation."),
        Example("Is documentation important?"),
        Example("You know Terraform?"),
        Example("Read out the list and note Y or N for each competency.", Field.NOTE),
    ),
    good=(
        Example("Do you have the right to work in Ireland? We ask everyone."),
        Example("Could you walk me through one change that you took back?"),
        Example("Is this result significant?"),
        Example("Are you able to work the shifts in the advert?"),
        Example("Would you like a break before the next part?"),
        Example("Have you ever had to stop a release? What happened?"),
        Example("Did that change anything?", Field.FOLLOW_UP),
        Example("Do you have questions for us?"),
        Example("Right to work: ask everyone and write down yes or no.", Field.NOTE),
    ),
)
