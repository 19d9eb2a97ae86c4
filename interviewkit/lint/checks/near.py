"""Where groups of words stand in a text, remembered, so that many hits in a long text cost no more than few.

The rules about pedigree ask again and again whether something stands near a hit; each such question is
answered by a look into a set.
"""

from collections.abc import Mapping
from functools import lru_cache
from itertools import islice

from interviewkit.lint.text.matcher import Hit
from interviewkit.lint.text.reading import ASK, LATER, REPORT, Reading

FORBIDS = LATER + 3
"""A prohibition begins at most so many words before what it forbids."""

_REMEMBERED = 256
"""So many answers are kept: enough for the groups of one text and the next."""

_QUOTATION = 400
"""A quotation in single quotes has at most so many characters."""


@lru_cache(maxsize=_REMEMBERED)
def places(reading: Reading, *groups: str) -> frozenset[int]:
    """The places of all words in hits of these groups."""
    return frozenset(place for hit in reading.hits(*groups) for place in range(hit.start, hit.end))


@lru_cache(maxsize=_REMEMBERED)
def ends(reading: Reading, *groups: str) -> frozenset[int]:
    """The places after which hits of these groups end."""
    return frozenset(hit.end for hit in reading.hits(*groups))


@lru_cache(maxsize=_REMEMBERED)
def firsts(reading: Reading, *groups: str) -> frozenset[int]:
    """The places at which hits of these groups begin."""
    return frozenset(hit.start for hit in reading.hits(*groups))


@lru_cache(maxsize=_REMEMBERED)
def starts(reading: Reading, *groups: str) -> Mapping[int, tuple[int, ...]]:
    """By sentence, the places where hits of these groups begin."""
    found: dict[int, list[int]] = {}
    for hit in reading.hits(*groups):
        found.setdefault(reading.words[hit.start].sentence, []).append(hit.start)
    return {number: tuple(each) for number, each in found.items()}


def sentence(reading: Reading, hit: Hit) -> int:
    """The sentence that a hit begins in."""
    return reading.words[hit.start].sentence


def overlaps(reading: Reading, hit: Hit, *groups: str) -> bool:
    """Does the hit share a word with a hit of these groups?"""
    return not places(reading, *groups).isdisjoint(range(hit.start, hit.end))


def beside(reading: Reading, hit: Hit, *groups: str, reach: int = 1) -> bool:
    """Does a hit of these groups stand in the same sentence, or at most `reach` sentences away?"""
    here = sentence(reading, hit)
    known = starts(reading, *groups)
    return any(number in known for number in range(here - reach, here + reach + 1))


def outside(reading: Reading, hit: Hit, *groups: str) -> bool:
    """Does the sentence of the hit have a hit of these groups that does not begin inside it?"""
    known = starts(reading, *groups).get(sentence(reading, hit), ())
    return any(not hit.start <= place < hit.end for place in known)


def close(reading: Reading, hit: Hit, *groups: str, reach: int) -> bool:
    """Does a word of these groups stand at most `reach` words away, in the same sentence?"""
    here, known = sentence(reading, hit), places(reading, *groups)
    around = (*range(max(0, hit.start - reach), hit.start), *range(hit.end, hit.end + reach))
    inside = range(hit.start, hit.end)
    return any(n in known and reading.words[n].sentence == here for n in (*inside, *around))


def led(reading: Reading, hit: Hit, *groups: str, reach: int) -> bool:
    """Does a hit of these groups end at most `reach` words before the hit, in the same sentence?"""
    here, known = sentence(reading, hit), ends(reading, *groups)
    return any(
        end in known and reading.words[end - 1].sentence == here
        for end in range(max(1, hit.start - reach), hit.start + 1)
    )


def of_others(reading: Reading, hit: Hit) -> bool:
    """Does a system, a data set or a customer stand within two words (`patients’ ages`)?"""
    here, known = sentence(reading, hit), places(reading, "systems.subject", "systems.people")
    around = (*range(max(0, hit.start - 2), hit.start), *range(hit.end, hit.end + 2))
    return any(n in known and reading.words[n].sentence == here for n in around)


def forbidden(reading: Reading, hit: Hit) -> bool:
    """Does a prohibition open the sentence of the hit, stand shortly before it, or follow it?"""
    if reading.has("shields.bypasses"):
        return False
    here, known = sentence(reading, hit), starts(reading, "shields.forbids")
    begun, words = known.get(here, ()), reading.words
    near = range(max(0, hit.start - FORBIDS), hit.start)
    if any(n in firsts(reading, "shields.forbids") and here - words[n].sentence <= 1 for n in near):
        return True
    return bool(begun) and (begun[-1] >= hit.end or words[begun[0]].opens)


def quoted(reading: Reading, hit: Hit) -> bool:
    """Does the hit stand in quotes, single ones included, in a text that says more than `ask: “…”`?"""
    if reading.words[hit.start].quoted:
        return _reports(_unquoted(reading))
    inside = _single_quotes(reading, hit)
    if inside is None:
        return False
    words = (word.text for word in reading.words if not inside[0] <= word.start < inside[1])
    return _reports(tuple(islice(words, REPORT)))


@lru_cache(maxsize=_REMEMBERED)
def _unquoted(reading: Reading) -> tuple[str, ...]:
    return tuple(islice((word.text for word in reading.words if not word.quoted), REPORT))


def _reports(first: tuple[str, ...]) -> bool:
    """Are the first words outside quotes enough to say something about the quotation?"""
    return len(first) >= REPORT and ASK.isdisjoint(first)


def _single_quotes(reading: Reading, hit: Hit) -> tuple[int, int] | None:
    """Where single quotes open before a hit and close after it."""
    start, last = reading.words[hit.start].start, reading.words[hit.end - 1]
    marks = _quote_marks(reading)
    for opening in range(start - 1, max(-1, start - _QUOTATION), -1):
        if marks.get(opening) == "closes":
            return None
        if marks.get(opening) == "opens":
            first = last.start + len(last.text)
            closing = (at for at in range(first, first + _QUOTATION) if marks.get(at) == "closes")
            end = next(closing, None)
            return None if end is None else (opening, end)
    return None


@lru_cache(maxsize=_REMEMBERED)
def _quote_marks(reading: Reading) -> Mapping[int, str]:
    """The single quotes that open or close a quotation; an apostrophe inside a word does neither."""
    text, found = reading.text, {}
    at = text.find("'")
    while at >= 0:
        before, after = text[at - 1 : at] if at else " ", text[at + 1 : at + 2] or " "
        if not before.isalnum() and before not in ".!?,)" and after.isalnum():
            found[at] = "opens"
        elif not after.isalnum() and before != " ":
            found[at] = "closes"
        at = text.find("'", at + 1)
    return found
