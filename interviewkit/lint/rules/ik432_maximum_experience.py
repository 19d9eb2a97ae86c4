"""IK432: no upper limit to how much somebody has worked."""

from collections.abc import Iterator

from interviewkit.lint.checks.pedigree import excused, innocent
from interviewkit.lint.checks.years import maximum_hit
from interviewkit.lint.rule import Example, Severity, Source, TextFound, TextRule
from interviewkit.lint.text.item import Field
from interviewkit.lint.text.reading import Reading

_HINT = "state the work, the pay range and the bar, and let people decide whether they want the job"


def _check(reading: Reading) -> Iterator[TextFound]:
    for hit in reading.hits("years.max_direct"):
        if not innocent(reading, hit, "years") and not excused(reading, hit):
            yield TextFound(hit, hint=_HINT)
            return
    limit = maximum_hit(reading)
    if limit is not None:
        yield TextFound(limit, hint=_HINT)


RULE = TextRule(
    code="IK432",
    name="maximum-experience",
    severity=Severity.ERROR,
    message="sets an upper limit to experience",
    hint=_HINT,
    why=(
        "An upper limit to experience is mostly an upper limit to age. "
        "Nobody has too long a career for work that they want to do."
    ),
    source=Source(principle="verify-trends"),
    law=True,
    topics=frozenset({"years"}),
    check=_check,
    bad=(
        Example("No more than five years of experience", Field.CRITERION),
        Example("Max. 3 years’ experience in data science", Field.CRITERION),
        Example("2–4 years of Python", Field.CRITERION),
        Example("Aren’t you overqualified for this?"),
        Example("Fresh graduates only", Field.CRITERION),
        Example("Too senior for the team; pass.", Field.NOTE),
        Example("Experience: up to 6 yrs", Field.CRITERION),
        Example("With all that experience, won’t you be bored here?"),
    ),
    good=(
        Example("No more than five years of logs are kept. What does that rule out?"),
        Example("The forecast looks two to four years ahead; how would you test it?"),
        Example("What is the maximum load at which the service still answers in time?"),
        Example("Limits the retry to three attempts and says why.", Field.ANCHOR),
        Example("Nobody is too experienced to apply; do not reject anyone as overqualified.", Field.NOTE),
        Example("Leases run for up to 10 years; how would you model early exits?"),
        Example("Keep at most two years of incident records.", Field.NOTE),
        Example("Describe a time you learned from someone with less experience than you."),
    ),
)
