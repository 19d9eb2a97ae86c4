"""Whether a text lets interviewers share views before each has rated: what comes first in a sentence.

The words stand in the lexicon `talking`: sharing, reading what others wrote, rating, and the connectives
between them. `Do not rate until you have talked` and `rate after talking` say the same.
"""

from collections.abc import Iterator

from interviewkit.lint.checks.close import inside, near, overlap
from interviewkit.lint.text.item import Field
from interviewkit.lint.text.matcher import Hit
from interviewkit.lint.text.reading import Reading

TELLS = frozenset((Field.NOTE, Field.CRITERION, Field.SHEET))
FRONT = 2
"""So many words may stand before a connective that opens the sentence: `Only after …`."""


def shared_too_soon(reading: Reading) -> Iterator[Hit]:
    """The places where views are shared too soon."""
    item = reading.item
    if item.field in TELLS or (not item.sure and reading.questions == 0):
        for hit in _shared(reading):
            innocent = near(reading, hit, "talking.innocent")
            if not innocent and not reading.words[hit.start].quoted:
                yield hit


def _shared(reading: Reading) -> Iterator[Hit]:
    """What is shared too soon: for the next interviewer, between interviews, or before rating."""
    for hit in reading.hits("talking.direct"):
        if not _denied(reading, hit, itself=False):
            yield hit
    for hit in reading.hits("talking.opinion"):
        if near(reading, hit, "talking.next_one") and not _denied(reading, hit):
            yield hit
    views = [*reading.hits("talking.share"), *reading.hits("talking.look")]
    for hit in views:
        told = near(reading, hit, "talking.between")
        if told and not _denied(reading, hit):
            yield hit
        if _too_soon(reading, hit):
            yield hit


def _too_soon(reading: Reading, hit: Hit) -> bool:
    """Does sharing come before rating, in the order that the sentence gives?"""
    if _left_out(reading, hit):
        return False
    ratings = ["talking.rate", "talking.later"]
    if not inside(reading, hit, "talking.look"):
        ratings.append("talking.meeting")
    rates = [each for each in near(reading, hit, *ratings) if not overlap(each, hit)]
    for rate in rates:
        order = _share_first(reading, hit, rate)
        if order is not None and order != _denied(reading, min(hit, rate, key=lambda each: each.start)):
            return True
    return False


def _share_first(reading: Reading, share: Hit, rate: Hit) -> bool | None:
    """Is sharing the earlier of the two? None where no connective says so, between them or before both."""
    first, second = sorted((share, rate), key=lambda each: each.start)
    connectives = near(reading, share, "talking.before", "talking.after")
    between = [each for each in connectives if first.end <= each.start and each.end <= second.start]
    if between:
        last = max(between, key=lambda each: each.start)
        return (first is share) != (last.group == "talking.after")
    front = [each for each in connectives if each.end <= first.start and _opens(reading, each)]
    return (second is share) != (front[0].group == "talking.after") if front else None


def _left_out(reading: Reading, hit: Hit) -> bool:
    """Is it `without talking`, and nothing else in the sentence is denied: `rate without talking`?"""
    before = [word.text for word in reading.before(hit, 1)]
    denials = [each for each in near(reading, hit, "talking.denied") if each.start < hit.start]
    return before == ["without"] and len(denials) == 1


def _opens(reading: Reading, hit: Hit) -> bool:
    """Does the hit stand at the beginning of its sentence?"""
    return any(word.opens for word in reading.words[max(0, hit.start - FRONT) : hit.start + 1])


def _denied(reading: Reading, hit: Hit, *, itself: bool = True) -> bool:
    """Does a denial stand before it, or in it: `do not compare notes`?"""
    end = hit.end if itself else hit.start
    return any(each.start < end for each in near(reading, hit, "talking.denied"))
