"""IK511: each interviewer rates before they talk to anyone about the candidate."""

from collections.abc import Iterator

from interviewkit.lint.checks.talking import shared_too_soon
from interviewkit.lint.rule import Example, Severity, Source, TextFound, TextRule
from interviewkit.lint.text.item import Field
from interviewkit.lint.text.reading import Reading


def _check(reading: Reading) -> Iterator[TextFound]:
    found = next(shared_too_soon(reading), None)
    if found is not None:
        yield TextFound(found)


RULE = TextRule(
    code="IK511",
    name="talk-before-rating",
    severity=Severity.WARNING,
    message="lets interviewers share views before each has rated",
    hint="rate before you talk to anyone; compare ratings in the debrief, when all sheets are in",
    why=(
        "The first view that is spoken becomes everybody's, and four ratings are then worth one. Several"
        " ratings help only when each was made without the others."
    ),
    source=Source(
        principle="human-accountability",
        text=(
            "Campion, Palmer and Campion 1997, component 13; Conway, Jako and Goodman 1995, on combining"
            " ratings"
        ),
        as_of="2026-11-20",
    ),
    weighed=False,
    topics=frozenset({"talking"}),
    check=_check,
    bad=(
        Example("Agree on a joint rating with your co-interviewer.", Field.NOTE),
        Example("Discuss the candidate with the panel before you fill in your scorecard.", Field.NOTE),
        Example("Compare notes between interviews.", Field.NOTE),
        Example("Tell the next interviewer how it went.", Field.NOTE),
        Example("Do not submit your rating until you have talked to the hiring manager.", Field.NOTE),
        Example("After a quick huddle, everyone enters their scores.", Field.NOTE),
        Example("Share your impressions with the others before the debrief.", Field.NOTE),
        Example("Read the other interviewers' feedback before you interview.", Field.NOTE),
        Example("Adjust your score to the panel's.", Field.NOTE),
    ),
    good=(
        Example("Rate before you talk to anyone.", Field.NOTE),
        Example("Do not share impressions before the debrief.", Field.NOTE),
        Example("Compare ratings in the debrief, after all sheets are in.", Field.NOTE),
        Example("Hand in your sheet, then discuss the candidate with the panel.", Field.NOTE),
        Example("Tell the next interviewer which questions were asked.", Field.NOTE),
        Example("Nobody sees the other scorecards until their own rating is in.", Field.NOTE),
        Example("Practise rating together on a made-up answer before the first interview.", Field.NOTE),
        Example("Agrees with the other team what each delivers before writing code.", Field.CRITERION),
    ),
)
