"""Pressure as a method: what is done, or said, to a candidate in order to see them suffer."""

from collections.abc import Iterator

from interviewkit.lint.checks.tasks import Way, first_said
from interviewkit.lint.rule import TextFound
from interviewkit.lint.text.reading import Reading

_WORK = ("puzzle.episode", "stress.innocent")

_WAYS = (
    Way("stress.method", unless=_WORK),
    Way("stress.silence", unless=(*_WORK, "stress.thinking")),
    Way("stress.told", unless=("stress.innocent",)),
    Way("stress.pressure", along=(("stress.see",),), unless=(*_WORK, "puzzle.exhibit", "puzzle.real")),
)


def stresses(reading: Reading) -> Iterator[TextFound]:
    """The words that put a person under pressure."""
    hit = first_said(reading, _WAYS)
    if hit is not None:
        yield TextFound(hit)
