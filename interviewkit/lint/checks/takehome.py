"""Take-home tasks: work outside the interview that nobody pays for."""

from collections.abc import Iterator

from interviewkit.lint.checks.tasks import Way, first_said
from interviewkit.lint.rule import TextFound
from interviewkit.lint.text.item import Field
from interviewkit.lint.text.reading import Reading

_STORY = ("puzzle.episode", "takehome.innocent", "puzzle.exhibit", "puzzle.judgement")
_TOLD = frozenset((Field.NOTE, Field.CRITERION))
_ASKED = frozenset((Field.QUESTION, Field.SHEET))
_HAND_OVER = ("takehome.make", "takehome.deliver")
_UNPAID_WHAT = (
    *_HAND_OVER,
    "takehome.own_time",
    "takehome.named",
    "takehome.task",
    "takehome.duration",
)

_WAYS = (
    Way("takehome.named", unless=("puzzle.episode",), innocent="takehome.innocent"),
    Way("takehome.unpaid", along=(_UNPAID_WHAT,), unless=_STORY),
    Way(
        "takehome.own_time",
        along=(("takehome.task", "takehome.nobody_else"), _HAND_OVER),
        unless=_STORY,
        fields=_TOLD,
    ),
    Way("takehome.evenings", unless=_STORY, fields=_TOLD),
    Way("takehome.own_time", along=(("takehome.ours",),), unless=_STORY, fields=_ASKED),
    Way(
        "takehome.own_time", along=(("takehome.own_time", "takehome.duration"),), unless=_STORY, fields=_TOLD
    ),
    Way("takehome.duration", along=(("takehome.task",), _HAND_OVER), unless=_STORY, fields=_TOLD),
    Way(
        "takehome.nobody_else",
        along=((*_HAND_OVER, "takehome.own_time", "takehome.duration"),),
        unless=_STORY,
        fields=_TOLD,
    ),
    Way(
        "takehome.own_time",
        along=(("takehome.request", "takehome.nobody_else"), _HAND_OVER),
        unless=_STORY,
        fields=_ASKED,
    ),
    Way("takehome.duration", along=(("takehome.request",), _HAND_OVER), unless=_STORY, fields=_ASKED),
    Way(
        "takehome.task",
        along=(("takehome.nobody_else",), ("takehome.own_time", "takehome.duration")),
        unless=_STORY,
    ),
    Way(
        "takehome.own_time", along=(("takehome.deliver",), ("takehome.make", "takehome.ours")), unless=_STORY
    ),
    Way("takehome.bait", along=((*_HAND_OVER, "takehome.ours", "takehome.own_time"),), unless=_STORY),
    Way("takehome.ours", along=(("takehome.request",), _HAND_OVER), unless=_STORY, fields=_ASKED),
    Way(
        "takehome.ours",
        along=(_HAND_OVER, ("takehome.nobody_else", "takehome.deliver")),
        unless=_STORY,
        fields=_TOLD,
    ),
)


def take_homes(reading: Reading) -> Iterator[TextFound]:
    """The words that ask for work at home, or for nothing."""
    hit = None if _fair(reading) else first_said(reading, _WAYS)
    if hit is not None:
        yield TextFound(hit)


def _fair(reading: Reading) -> bool:
    """Is it paid, short, or part of the interview?"""
    return any(not reading.within(hit, "takehome.unpaid") for hit in reading.groups.get("takehome.paid", ()))
