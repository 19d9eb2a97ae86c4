"""Coding drills: a toy input with an abstract demand, and no real system around it."""

from collections.abc import Iterator

from interviewkit.lint.checks.tasks import Way, first_said, refused
from interviewkit.lint.rule import TextFound
from interviewkit.lint.text.item import Field
from interviewkit.lint.text.matcher import Hit
from interviewkit.lint.text.reading import Reading

_EPISODE = ("puzzle.episode", "puzzle.exhibit")
_REAL = (*_EPISODE, "puzzle.real")
_WORK = (*_REAL, "puzzle.judgement")
_VERB_BEFORE = 6
_NOTED = frozenset((Field.NOTE, Field.CRITERION))
_ASKED = frozenset((Field.QUESTION,))
_DEMAND = ("drill.hard", "drill.optimum", "drill.relation")
_STORY = ("puzzle.story_people", "puzzle.things", "puzzle.homely")

_WAYS = (
    Way("drill.named", unless=("puzzle.episode", "drill.studied")),
    Way("drill.likely", unless=(*_REAL, "puzzle.served")),
    Way("drill.act", unless=_REAL),
    Way("drill.toy", along=(_DEMAND,), unless=_REAL),
    Way("drill.compute", along=(("drill.toy",),), unless=_REAL, near=7, fields=_ASKED),
    Way("drill.toy", along=(("drill.program",),), unless=_REAL),
    Way("drill.hard", along=(("drill.program", "drill.optimum", "drill.relation"),), unless=_REAL),
    Way("drill.optimum", along=(("drill.code_ask", "drill.relation"),), unless=_WORK),
    Way("drill.relation", along=(("drill.code_ask", "drill.compute"),), unless=_WORK),
    Way("drill.program", along=(("drill.superlative",),), unless=_WORK),
    Way("drill.optimum", along=(("drill.relation",), ("drill.compute", "drill.code_ask")), unless=_REAL),
    Way("drill.compute", along=(("drill.fewest", "drill.hard"),), unless=_WORK),
    Way("drill.fewest", along=(("puzzle.things", "puzzle.story_people"),), unless=_WORK),
    Way("drill.program", unless=(*_WORK, "puzzle.work", "puzzle.served"), fields=_ASKED),
    Way("drill.compute", along=(_STORY,), unless=(*_WORK, "puzzle.work", "puzzle.served"), fields=_ASKED),
    Way("drill.hard", unless=(*_WORK, "puzzle.work", "puzzle.served"), fields=_ASKED),
    Way("drill.hard", along=(_STORY,), unless=(*_REAL, "puzzle.work")),
    Way("drill.given", along=(_DEMAND,), unless=_REAL),
    Way("drill.given", along=(("drill.toy",), ("drill.toy", "drill.compute")), unless=_REAL),
    Way("drill.technique", along=(("drill.spot",),), unless=_REAL, fields=_NOTED),
    Way("drill.school", unless=_REAL, fields=_NOTED),
)


def drills(reading: Reading) -> Iterator[TextFound]:
    """The words that make a text a coding drill."""
    hit = first_said(reading, _WAYS) or _made(reading)
    if hit is not None:
        yield TextFound(hit)


def _made(reading: Reading) -> Hit | None:
    """A textbook structure after a verb of making: `implement an LRU cache`."""
    if reading.has(*_REAL):
        return None
    verbs = reading.hits("drill.verb")
    return next(
        (
            hit
            for hit in reading.hits("drill.structure")
            if not refused(reading, hit)
            and any(verb.start < hit.start and hit.start - verb.end < _VERB_BEFORE for verb in verbs)
        ),
        None,
    )
