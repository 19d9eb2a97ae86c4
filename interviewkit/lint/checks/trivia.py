"""Trivia: a definition, name, date, formula or syntax is asked for, and no decision."""

from collections.abc import Iterator

from interviewkit.lint.checks.tasks import MOST, Way, first_said, refused
from interviewkit.lint.rule import TextFound
from interviewkit.lint.text.item import Field
from interviewkit.lint.text.matcher import Hit
from interviewkit.lint.text.reading import Reading

_WORK = ("puzzle.episode", "puzzle.exhibit")
_DECIDED = (*_WORK, "puzzle.judgement")
_ASKED = frozenset((Field.QUESTION, Field.NOTE))
_NEAR = 5
_FAR = 14
_LONGEST = 24
_SHORT = 6
_NOTHING_ELSE = 10
_DEFINING = frozenset(("what", "what's", "explain", "describe", "define", "how"))

_WAYS = (
    Way("trivia.recall", unless=("puzzle.episode",), innocent="trivia.innocent"),
    Way("trivia.classic"),
    Way("trivia.fact", unless=_DECIDED, innocent="trivia.innocent"),
    Way("trivia.inventor", along=(("trivia.concept",),), unless=_DECIDED),
    Way("trivia.formula", unless=_DECIDED),
    Way(
        "trivia.memory",
        along=(("trivia.fact", "trivia.list_noun", "trivia.concept", "drill.structure"),),
        unless=_WORK,
        near=_NEAR,
    ),
    Way("trivia.define", unless=_DECIDED, innocent="trivia.innocent_define", fields=_ASKED),
)


def trivia(reading: Reading) -> Iterator[TextFound]:
    """The words that ask for something to be recited."""
    hit = (
        first_said(reading, _WAYS)
        or _told_off(reading)
        or _which(reading)
        or _term(reading)
        or _trade_off(reading)
        or _short(reading)
    )
    if hit is not None:
        yield TextFound(hit)


def _told_off(reading: Reading) -> Hit | None:
    """`Name all …`, `what are the four …` with a list from a textbook."""
    return _textbook(reading, "trivia.list_verb", ("trivia.list_noun",), _NEAR)


def _which(reading: Reading) -> Hit | None:
    """`Which sorting algorithm has …`: one of a textbook's table."""
    if reading.has(*_WORK):
        return None
    signs = reading.groups.get("trivia.which_kind", [])[:MOST]
    terms = reading.hits("trivia.concept")
    return next((sign for sign in signs if _impersonal(reading, sign, terms)), None)


def _term(reading: Reading) -> Hit | None:
    """`What is …`, `explain …`, `the difference between …` with a term, or with a manual's entry."""
    if reading.item.field not in _ASKED:
        return None
    return (
        _textbook(reading, "trivia.what_is", ("trivia.concept", "trivia.attribute"), _NEAR)
        or _textbook(reading, "trivia.what_is", ("trivia.by_default",), _FAR)
        or _textbook(reading, "trivia.who", ("trivia.concept",), _NEAR)
    )


def _textbook(reading: Reading, sign: str, targets: tuple[str, ...], reach: int) -> Hit | None:
    """The sign with a target soon after it, where the sentence speaks of terms alone."""
    if sign not in reading.groups or reading.has(*_WORK):
        return None
    terms = reading.hits(*targets, "trivia.concept")
    for hit in reading.groups[sign][:MOST]:
        found = [term for term in terms if term.group in targets and 0 <= term.start - hit.end < reach]
        if found and _impersonal(reading, hit, terms) and not refused(reading, hit):
            return Hit(sign, hit.start, found[0].end)
    return None


def _impersonal(reading: Reading, sign: Hit, terms: list[Hit]) -> bool:
    """Does the rest of the sentence name no people, nothing at hand and no choice?"""
    sentence = reading.words[sign.start].sentence
    after = {n for n, word in enumerate(reading.words) if word.sentence == sentence and n >= sign.end}
    taken = {n for term in terms for n in range(term.start, term.end)}
    return len(after) <= _LONGEST and not any(
        hit.start in after and hit.start not in taken
        for group in ("trivia.near_me", "puzzle.judgement")
        for hit in reading.groups.get(group, ())
    )


def _trade_off(reading: Reading) -> Hit | None:
    """The trade-off of a textbook, in a few words: `what is the trade-off between bias and variance?`."""
    signs = reading.groups.get("trivia.trade", [])
    if not signs or reading.count > _NOTHING_ELSE or reading.has("trivia.near_me", *_WORK):
        return None
    return signs[0] if reading.has("trivia.concept") else None


def _short(reading: Reading) -> Hit | None:
    """A few words that ask what something is or how it works, and nothing else."""
    signs = reading.groups.get("trivia.what_is", [])
    if not signs or reading.count > _SHORT or reading.item.field is not Field.QUESTION:
        return None
    sign = signs[0]
    around = reading.has("trivia.near_me", "trivia.judged", "puzzle.judgement", *_WORK)
    return None if around or sign.start or reading.words[0].text not in _DEFINING else sign
