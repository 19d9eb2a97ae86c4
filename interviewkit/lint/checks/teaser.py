"""Brain teasers: imaginary or everyday things, with a number or a trick for an answer."""

from collections.abc import Iterator

from interviewkit.lint.checks.tasks import Way, first_said
from interviewkit.lint.rule import TextFound
from interviewkit.lint.text.item import Field
from interviewkit.lint.text.reading import Reading

_WORK = ("puzzle.episode", "puzzle.exhibit", "puzzle.real", "puzzle.served", "teaser.trade")
_PLACES = ("puzzle.place", "puzzle.landmark")
_OPEN = ("puzzle.many", "puzzle.number", "forms.open_question", "forms.situation")
_RIDDLE = (
    "puzzle.many",
    "puzzle.number",
    "forms.situation",
    "forms.open_question",
    "teaser.fit",
    "teaser.chance",
)
_ANY_WORK = (*_WORK, "puzzle.work", "puzzle.judgement", "teaser.private")
_ASKED = frozenset((Field.QUESTION,))

_WAYS = (
    Way("teaser.named", unless=("puzzle.episode", "teaser.trade")),
    Way("teaser.being_you", innocent="teaser.innocent_self"),
    Way("teaser.imagine_self", along=(("teaser.beings", "puzzle.things"),), innocent="teaser.innocent_self"),
    Way("teaser.moral", along=(("teaser.moral_ask",),), unless=_WORK),
    Way("teaser.lateral", along=(("teaser.riddle_ask",),), unless=_WORK),
    Way("teaser.absurd", along=(_OPEN,), unless=(*_WORK, "teaser.private")),
    Way("puzzle.many", along=(_PLACES,), unless=(*_WORK, "systems.subject"), near=10),
    Way(
        "puzzle.landmark",
        along=(("teaser.fit", "teaser.guess", "puzzle.things"),),
        unless=_WORK,
        fields=_ASKED,
    ),
    Way("teaser.guess", along=(("puzzle.things", "puzzle.landmark"), ("puzzle.many",)), unless=_WORK),
    Way("teaser.chance", along=(("puzzle.things", "puzzle.number"),), unless=_WORK),
    Way("puzzle.things", along=(("teaser.heavier",),), unless=_WORK),
    Way("puzzle.things", along=(("puzzle.things",), _OPEN), unless=_WORK),
    Way("puzzle.things", along=(_RIDDLE,), unless=_ANY_WORK, fields=_ASKED),
    Way("teaser.count", unless=(*_ANY_WORK, "people.candidate", "people.third_person"), fields=_ASKED),
    Way("teaser.wish", unless=(*_WORK, "puzzle.work"), innocent="teaser.innocent_self", fields=_ASKED),
    Way("teaser.guess", along=(("puzzle.many",),), unless=_ANY_WORK, fields=_ASKED),
    Way(
        "puzzle.homely", along=(("puzzle.homely", "puzzle.number"), _RIDDLE), unless=_ANY_WORK, fields=_ASKED
    ),
)


def teasers(reading: Reading) -> Iterator[TextFound]:
    """The words that make a text a riddle."""
    hit = first_said(reading, _WAYS)
    if hit is not None:
        yield TextFound(hit)
