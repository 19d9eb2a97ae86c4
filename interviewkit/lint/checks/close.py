"""Which hits stand close to others: as quick for one long text as for many short ones.

A rule that compares every hit of a topic with every other would take minutes over a hostile text; here only
the nearest ones are compared.
"""

from bisect import bisect_left
from collections.abc import Iterator

from interviewkit.lint.text.matcher import Hit
from interviewkit.lint.text.reading import Reading

WINDOW = 30
"""So many words belong together at most, before and after."""
MOST = 10
"""So many hits of one group are looked at on each side."""


def near(reading: Reading, hit: Hit, *groups: str) -> list[Hit]:
    """The hits of these groups close to a hit, in its sentence."""
    sentence = reading.words[hit.start].sentence
    return [
        each
        for group in groups
        for each in _around(reading.groups.get(group, []), hit)
        if abs(each.start - hit.start) <= WINDOW and reading.words[each.start].sentence == sentence
    ]


def _around(hits: list[Hit], hit: Hit) -> Iterator[Hit]:
    place = bisect_left(hits, hit.start, key=lambda each: each.start)
    yield from hits[max(0, place - MOST) : place + MOST]


def overlap(one: Hit, other: Hit) -> bool:
    """Do the two share a word?"""
    return one.start < other.end and other.start < one.end


def inside(reading: Reading, hit: Hit, *groups: str) -> bool:
    """Does a hit of these groups share a word with this one?"""
    return any(overlap(hit, each) for each in near(reading, hit, *groups))
