"""IK319: a self-portrait is no evidence; an episode is."""

from collections.abc import Iterator

from interviewkit.lint.checks.question import hit_at, spoken_for
from interviewkit.lint.rule import Example, Severity, Source, TextFound, TextRule
from interviewkit.lint.text.item import Field
from interviewkit.lint.text.matcher import Hit
from interviewkit.lint.text.reading import Reading

_LONG = 24
_NEAR = 6


def _check(reading: Reading) -> Iterator[TextFound]:
    if reading.count > _LONG or reading.has("opener.past", "closed.material"):
        return
    asked = (
        hit
        for hit in reading.hits("opener.self", "opener.with_topic", "opener.style")
        if not _of_this(reading, hit)
    )
    hit = next(asked, None) or _habit(reading)
    if hit is not None and not spoken_for(reading, hit):
        yield TextFound(hit)


def _of_this(reading: Reading, hit: Hit) -> bool:
    """Is it about something that lies on the table: `your view of the two options`?"""
    return any(word.text in {"the", "this", "these", "those", "exhibit"} for word in reading.after(hit, 2))


def _habit(reading: Reading) -> Hit | None:
    """`How do you handle conflict?`: a habit, of something that nobody would admit to handling badly."""
    for habit in reading.hits("opener.habit"):
        for soft in reading.hits("opener.soft"):
            if 0 <= soft.start - habit.end < _NEAR:
                return hit_at(habit.start, soft.end)
    return None


RULE = TextRule(
    code="IK319",
    name="vague-opener",
    severity=Severity.WARNING,
    message="this asks for a self-portrait instead of an episode",
    hint="ask for one case of it: “Tell me about one time a deadline could not be kept.”",
    why=(
        "Nobody describes themselves as bad with people or deadlines. How somebody acted in one case can be"
        " questioned further and rated; a description can only be believed."
    ),
    source=Source(principle="learn-to-build"),
    fields=frozenset({Field.QUESTION}),
    topics=frozenset({"opener"}),
    check=_check,
    bad=(
        Example("How are you with deadlines?"),
        Example("Are you a team player?"),
        Example("Describe your leadership style."),
        Example("What is your philosophy of testing?"),
        Example("How would your last manager describe you?"),
        Example("How do you usually deal with pressure?"),
        Example("What kind of engineer are you?"),
    ),
    good=(
        Example("Describe the last release that you led, from the plan to the first week of use."),
        Example("What was your approach to the migration that you have just described?"),
        Example("How do you choose what goes into a test set?"),
        Example("Describe how the service describes itself to an agent, in this specification."),
        Example("How do you tell a flaky test from a rare fault?"),
    ),
)
