"""Coding at a board, on paper, without tools or before an audience."""

from collections.abc import Iterator

from interviewkit.lint.checks.tasks import Way, first_said
from interviewkit.lint.rule import TextFound
from interviewkit.lint.text.reading import Reading

_WORK = ("puzzle.episode", "board.reading")
_TALK = (*_WORK, "board.sketch")

_BARE = ("board.stripped", "board.watched", "board.surface")

_WAYS = (
    Way("board.surface", along=(("board.code",),), unless=_TALK),
    Way("board.dictated", unless=_TALK),
    Way(
        "board.stripped",
        along=(("board.code", "board.surface", "board.instrument", "board.stripped"),),
        unless=_TALK,
    ),
    Way("board.stripped_weak", along=(("board.code_act",),), unless=(*_TALK, "board.own_tools")),
    Way(
        "board.stripped_weak",
        along=(("board.stripped", "board.stripped_weak"), ("board.code",)),
        unless=_TALK,
    ),
    Way(
        "board.watched",
        along=(("board.code_act", "board.surface", "board.stripped", "board.watched"),),
        unless=(*_TALK, "board.own_tools"),
    ),
    Way(
        "board.timed",
        along=(("board.code_act",), ("board.surface", "board.watched", "board.stripped")),
        unless=_TALK,
    ),
    Way("board.instrument", along=(("board.strict",),), unless=_TALK),
    Way("board.instrument", along=(("board.code",), _BARE), unless=_TALK),
)


def boards(reading: Reading) -> Iterator[TextFound]:
    """The words that put somebody at a board or under watch."""
    hit = first_said(reading, _WAYS)
    if hit is not None:
        yield TextFound(hit)
