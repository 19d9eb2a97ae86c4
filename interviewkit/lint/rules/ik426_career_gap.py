"""IK426: breaks in a career and changes of job are not evidence."""

from collections.abc import Iterator

from interviewkit.lint.checks.near import beside, close
from interviewkit.lint.checks.pedigree import about_systems, excused, innocent, pedigree_hit
from interviewkit.lint.rule import Example, Severity, Source, TextFound, TextRule
from interviewkit.lint.text.item import ASKED, Field
from interviewkit.lint.text.matcher import Hit
from interviewkit.lint.text.reading import Reading

NEAR = 8
"""So many words away from a year stands what is missing in it."""

LONGEST = 30
"""A longer text tells of a case."""


def _check(reading: Reading) -> Iterator[TextFound]:
    hit = pedigree_hit(reading, "gaps") or _silent_year(reading)
    if hit is not None:
        yield TextFound(hit)


def _silent_year(reading: Reading) -> Hit | None:
    """A year in which the candidate is asked to have been doing something."""
    if reading.item.field not in ASKED or not reading.has("merit.you") or reading.count > LONGEST:
        return None
    for hit in reading.hits("gaps.year"):
        silent = close(reading, hit, "gaps.silence", reach=NEAR) or beside(reading, hit, "gaps.silence")
        clear = not innocent(reading, hit, "gaps") and not excused(reading, hit)
        if silent and clear and not about_systems(reading, hit):
            return hit
    return None


RULE = TextRule(
    code="IK426",
    name="career-gap",
    severity=Severity.WARNING,
    message="asks about a gap, being out of work, or changing jobs",
    hint="leave the dates alone; ask for one episode, from whatever time it comes",
    why=(
        "Breaks come from care, illness, lay-offs and choices that are nobody’s business, "
        "and they say nothing about the work. Judging them shuts out those whom the law protects elsewhere."
    ),
    source=Source(principle="potential-over-pedigree"),
    topics=frozenset({"gaps"}),
    check=_check,
    bad=(
        Example("What were you doing between 2019 and 2021?"),
        Example("Why are you between jobs?"),
        Example("Unexplained two years on the CV", Field.CRITERION),
        Example("She jumps around a lot; ask why.", Field.NOTE),
        Example("Must be currently employed", Field.CRITERION),
        Example("Reject any CV with a gap of more than six months.", Field.NOTE),
        Example("How do we know that you will stick around?"),
        Example("Your CV goes quiet after the spring of 2022. What happened?"),
    ),
    good=(
        Example("There is a gap in the data for March. How would you treat it?"),
        Example("What closed the gap between the offline and the online metric?"),
        Example("Which state does the scheduler keep between jobs?"),
        Example("Never ask about gaps in a CV.", Field.NOTE),
        Example("Finds the gap in test coverage through which the bug came.", Field.ANCHOR),
        Example("How would you audit a CV screener so that a career break does not lower the score?"),
        Example("People who return after a career break are welcome.", Field.CRITERION),
        Example("Tell me about a feature that you dropped, and why you left the rest in."),
    ),
)
