"""What the rules about puzzles, recall, homework, boards, clichés and pressure share: ways to say a thing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from interviewkit.lint.text.item import Field
from interviewkit.lint.text.matcher import Hit
from interviewkit.lint.text.reading import Reading

SET_FIELDS = frozenset((Field.QUESTION, Field.CRITERION, Field.NOTE, Field.SHEET))
"""Where a task is set or asked for."""

_REACH = 9
"""So many words after a prohibition it still holds."""

MOST = 40
"""So many hits of a sign are looked at; a text with more says nothing new."""

_CLOSE = 4
"""So many words before a thing its `no` stands …"""

_JOINS = frozenset(("and", "but", "then", "while", "when"))
"""… with none of these between."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to say a thing: a sign, along with a hit of each of these sets of groups, and without others.

    `innocent` takes a sign back that it overlaps. `near` is how many words may lie between the sign and each
    of its companions (0: anywhere in the text); `fields` are where it counts.
    """

    sign: str
    along: tuple[tuple[str, ...], ...] = ()
    unless: tuple[str, ...] = ()
    innocent: str = ""
    near: int = 0
    fields: frozenset[Field] = SET_FIELDS


def first_said(reading: Reading, ways: Iterable[Way]) -> Hit | None:
    """The words that decide, of the first way that the text takes."""
    return next((hit for way in ways for hit in _signs(reading, way)), None)


def _signs(reading: Reading, way: Way) -> Iterator[Hit]:
    if way.sign not in reading.groups or reading.item.field not in way.fields or reading.has(*way.unless):
        return
    for hit in reading.groups[way.sign][:MOST]:
        if way.innocent and reading.within(hit, way.innocent):
            continue
        if all(_beside(reading, hit, groups, way.near) for groups in way.along) and not refused(reading, hit):
            yield hit


def _beside(reading: Reading, hit: Hit, groups: tuple[str, ...], near: int) -> bool:
    """Is there a hit of these groups in other words than the hit's own?"""
    return any(
        (other.end <= hit.start or hit.end <= other.start)
        and (not near or max(other.start - hit.end, hit.start - other.end) < near)
        for group in groups
        for other in reading.groups.get(group, ())
    )


def refused(reading: Reading, hit: Hit) -> bool:
    """Does the text turn the thing away: forbidden, negated, or given up since?"""
    if reading.has("shields.bypasses"):
        return False
    return reading.has("puzzle.dropped") or _forbidden(reading, hit) or _negated(reading, hit)


def _forbidden(reading: Reading, hit: Hit) -> bool:
    sentence = reading.words[hit.start].sentence
    return any(
        other.start < hit.start
        and hit.start - other.end < _REACH
        and reading.words[other.start].sentence == sentence
        for other in reading.groups.get("puzzle.refused", ())
    )


def _negated(reading: Reading, hit: Hit) -> bool:
    """Is there a `no` close before the hit, with no comma between?"""
    negations = {other.end - 1 for other in reading.groups.get("puzzle.negated", ())}
    for n in range(hit.start - 1, max(-1, hit.start - 1 - _CLOSE), -1):
        word = reading.words[n]
        if word.mark.strip("-") or word.text in _JOINS:
            return False
        if n in negations:
            return True
    return False
