"""IK208: a number of years is not a level."""

from collections.abc import Iterator

from interviewkit.lint.checks.anchors import Head, Wording, is_quoted, wording_of
from interviewkit.lint.checks.years import is_number_of_years, years_hit
from interviewkit.lint.rule import Example, Severity, Source, TextFound, TextRule
from interviewkit.lint.text.item import Field
from interviewkit.lint.text.matcher import Hit
from interviewkit.lint.text.reading import Reading


def check(reading: Reading) -> Iterator[TextFound]:
    """A finding where somebody's years are counted and nothing else is said."""
    hit = years_hit(reading) or _bare_years(reading, wording_of(reading))
    if hit is not None and not is_quoted(reading, hit):
        yield TextFound(hit)


def _bare_years(reading: Reading, wording: Wording) -> Hit | None:
    """A number of years in a text that says nothing of what was done."""
    told = wording.head is Head.ACT or wording.counts["acts"] or wording.counts["detail"] > 1
    if told:
        return None
    innocent = ("years.innocent", "years.data", "years.before")
    return next(
        (
            hit
            for hit in reading.hits("years.unit")
            if is_number_of_years(reading, hit)
            and not reading.within(hit, *innocent)
            and not reading.near(hit, innocent[1:], 1)
        ),
        None,
    )


RULE = TextRule(
    code="IK208",
    name="years-as-level",
    severity=Severity.WARNING,
    message="the level is a number of years",
    hint="say what people with these years can do that others cannot, and let everybody show it",
    why=(
        "How long somebody has done a thing hardly tells how well they do it, and in this field it dates"
        " fast. Counting years also comes close to ranking people by age."
    ),
    source=Source(
        principle="potential-over-pedigree",
        text="Sackett et al. 2022, validity of years of experience (.07)",
        as_of="2026-11-20",
    ),
    fields=frozenset({Field.ANCHOR}),
    topics=frozenset({"years"}),
    check=check,
    bad=(
        Example("More than five years of experience.", Field.ANCHOR),
        Example("Two to four years in a similar job.", Field.ANCHOR),
        Example("Senior: 8+ yrs with distributed systems.", Field.ANCHOR),
        Example("Less than a year of hands-on work with models: 0–1 yrs.", Field.ANCHOR),
        Example("Over a decade in the industry.", Field.ANCHOR),
    ),
    good=(
        Example("Reads five years of incident reports and names the two causes that return.", Field.ANCHOR),
        Example("Keeps the raw logs for two years, and says who may read them.", Field.ANCHOR),
        Example("Tests the model on the year after the one it was trained on.", Field.ANCHOR),
        Example("Names the clause by which the contract ends after three years.", Field.ANCHOR),
    ),
)
