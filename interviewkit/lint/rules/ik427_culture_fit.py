"""IK427: liking somebody, or their likeness to the team, is not evidence."""

from collections.abc import Iterator

from interviewkit.lint.checks.near import beside
from interviewkit.lint.checks.pedigree import JUDGED, about_systems, excused, innocent, pedigree_hit
from interviewkit.lint.rule import Example, Severity, Source, TextFound, TextRule
from interviewkit.lint.text.item import ASKED, Field
from interviewkit.lint.text.matcher import Hit
from interviewkit.lint.text.reading import Reading


def _check(reading: Reading) -> Iterator[TextFound]:
    hit = pedigree_hit(reading, "culture") or _leisure(reading)
    if hit is not None:
        yield TextFound(hit)


def _leisure(reading: Reading) -> Hit | None:
    """Leisure with the candidate, imagined or offered, as a measure of them."""
    for hit in reading.hits("culture.leisure"):
        if innocent(reading, hit, "culture") or about_systems(reading, hit) or excused(reading, hit):
            continue
        if _together(reading, hit):
            return hit
    return None


def _together(reading: Reading, hit: Hit) -> bool:
    field = reading.item.field
    if field in ASKED and reading.asks:
        return beside(reading, hit, "merit.you") and beside(reading, hit, "culture.us")
    somebody = beside(reading, hit, "merit.people", "merit.they", "merit.you", "culture.us")
    return somebody or field in JUDGED


RULE = TextRule(
    code="IK427",
    name="culture-fit",
    severity=Severity.WARNING,
    message="rates fit, liking or a gut feeling",
    hint="name the behaviour that the work needs, and ask for one episode in which the candidate showed it",
    why=(
        "Fit and chemistry measure how much a candidate is like the interviewers: the team stays as it is. "
        "A feeling cannot be checked, explained or appealed against."
    ),
    source=Source(principle="diversified-team"),
    topics=frozenset({"culture"}),
    check=_check,
    bad=(
        Example("Culture fit", Field.CRITERION),
        Example("Someone we would enjoy a long flight with", Field.CRITERION),
        Example("How is the vibe? If it is off, pass.", Field.NOTE),
        Example("Feels like one of us.", Field.ANCHOR),
        Example("Would you join us for Friday drinks?"),
        Example("Go with your gut.", Field.NOTE),
        Example("Good chemistry with the team", Field.CRITERION),
        Example("Would you want to sit next to this person all day?", Field.NOTE),
    ),
    good=(
        Example("Tell me about a culture of testing that you built, and what it changed."),
        Example("How would you make the model fit into the memory of one phone?"),
        Example("A chemistry lab wants its notebooks searched. Whom would you talk to first?"),
        Example("Strike “one of us” from the notes and write what was said.", Field.NOTE),
        Example("Names the line of best fit and the two points that pull it.", Field.ANCHOR),
        Example("Gut feeling is not evidence.", Field.NOTE),
        Example("What did you learn from a prototype that was all vibe coding?"),
        Example("Users click thumbs down on one answer in ten. What would you look at?"),
    ),
)
