"""IK430: a form has no field for personal data that the decision does not need."""

from collections.abc import Iterator

from interviewkit.lint.checks.form import personal_data_hit
from interviewkit.lint.rule import Example, Severity, Source, TextFound, TextRule
from interviewkit.lint.text.item import Field
from interviewkit.lint.text.reading import Reading

_HINT = "delete the field; a sheet needs the candidate’s name or number, the ratings and the evidence"


def _check(reading: Reading) -> Iterator[TextFound]:
    hit = personal_data_hit(reading)
    if hit is not None:
        yield TextFound(hit, hint=_HINT)


RULE = TextRule(
    code="IK430",
    name="personal-data-field",
    severity=Severity.ERROR,
    message="has a field for personal data",
    hint=_HINT,
    why=(
        "What stands on a sheet is read before the ratings and colours them. "
        "Whatever the decision may not use is not collected."
    ),
    source=Source(principle="potential-over-pedigree"),
    law=True,
    topics=frozenset({"personaldata"}),
    check=_check,
    bad=(
        Example("Date of birth: ____", Field.SHEET),
        Example("Photo", Field.SHEET),
        Example("Candidate’s age:", Field.CRITERION),
        Example("Mr / Mrs / Miss (circle one)", Field.CRITERION),
        Example("Nationality and religion: ______", Field.CRITERION),
        Example("Affix a passport photograph here", Field.CRITERION),
        Example("University: ________", Field.SHEET),
        Example("Years of experience:", Field.SHEET),
    ),
    good=(
        Example("Evidence:", Field.SHEET),
        Example("Date of the interview: ____", Field.SHEET),
        Example("Age of the oldest record in the cache", Field.CRITERION),
        Example("Redacts the date of birth before a record reaches the log.", Field.CRITERION),
        Example("Turn off the photo column before the panel gets access.", Field.NOTE),
        Example("How would you design a date-of-birth field for people who know only the year?"),
        Example("Candidate number: ______", Field.SHEET),
        Example("Moves photo uploads to object storage", Field.CRITERION),
    ),
)
