"""When words about somebody's private life ask for nothing: forbidden, quoted, welcomed or innocent."""

from interviewkit.lint.text.item import Field
from interviewkit.lint.text.matcher import Hit
from interviewkit.lint.text.reading import LATER, REPORT, Reading
from interviewkit.lint.text.words import Word

MOST = 32
"""So many hits of a group are looked at."""

_YOU = frozenset(("you", "your", "you're", "you've", "you'd", "you'll"))
_NEVER = frozenset(("never", "don't", "nothing", "nobody", "neither"))
_TURNS = frozenset(("but", "though", "however", "unless", "until"))
_TOLD = frozenset((Field.NOTE, Field.SIGNAL))
_OPENS_LIST = frozenset((":", ";"))


def excused(reading: Reading, topic: str, hit: Hit) -> bool:
    """Is the hit part of an innocent phrase of its topic, forbidden, quoted or welcomed?"""
    if reading.within(hit, f"{topic}.innocent"):
        return True
    return spared(reading, hit) or _welcomed(reading)


def _welcomed(reading: Reading) -> bool:
    """Does a statement say that something counts as well, or makes no difference?"""
    return reading.questions == 0 and reading.has("context.welcome") and not reading.has("context.turn")


def few(reading: Reading, *groups: str) -> list[Hit]:
    """The first hits in these groups: a text that repeats a topic says no more than its beginning."""
    return reading.hits(*groups)[:MOST]


def spared(reading: Reading, hit: Hit) -> bool:
    """Is the hit forbidden or only quoted, by words that forbid in this kind of sentence?"""
    if reading.words[hit.start].quoted:
        return reading.shielded(hit)
    if _quoted(reading, hit):
        return True
    within = _sentence(reading, hit)
    if _ordered_not_to(reading, hit, within):
        return True
    return any(_forbids(reading, other, hit, within) for other in _around(reading, hit))


def _sentence(reading: Reading, hit: Hit) -> list[Word]:
    number = reading.words[hit.start].sentence
    return [word for word in reading.words if word.sentence == number]


def _around(reading: Reading, hit: Hit) -> list[Hit]:
    """The prohibitions that may hold for the hit: a few words before it, or after it."""
    found = reading.hits("shields.forbids")
    before = [other for other in found if other.start < hit.start and hit.start - other.end <= LATER]
    after = [other for other in found if other.start >= hit.end]
    return [*before[-MOST:], *after[:MOST]]


def _ordered_not_to(reading: Reading, hit: Hit, within: list[Word]) -> bool:
    """Does an instruction begin with `never`, `do not` or `nothing`, and go on to the hit?"""
    if reading.item.field not in _TOLD:
        return False
    begins = within[0].text in _NEVER or tuple(word.text for word in within[:2]) == ("do", "not")
    earlier = [word.text for word in within if word.start < reading.words[hit.start].start]
    return begins and bool(earlier) and _TURNS.isdisjoint(earlier) and not _asks(within)


def _asks(within: list[Word]) -> bool:
    return any("?" in word.mark for word in within)


def _quoted(reading: Reading, hit: Hit) -> bool:
    """Does the hit stand in single quotes, in a text that says more than that?"""
    first, last = reading.words[hit.start], reading.words[hit.end - 1]
    text, end = reading.text, last.start + len(last.text)
    opens = first.start > 0 and text[first.start - 1] == "'"
    return opens and "'" in text[end : end + 2] and reading.count - hit.end + hit.start >= REPORT


def _forbids(reading: Reading, other: Hit, hit: Hit, within: list[Word]) -> bool:
    words = reading.words
    apart = words[hit.start].sentence - words[other.start].sentence
    if other.start < hit.start:
        listed = any(word.mark[:1] in _OPENS_LIST for word in words[other.end - 1 : hit.start])
        if not (apart == 0 or (apart == 1 and listed)) or _turns(reading, other.end, hit.start):
            return False
    elif apart != 0:
        return False
    return not _sly(reading, other) and not _asked(reading, other, within)


def _turns(reading: Reading, start: int, end: int) -> bool:
    return any(start <= turn.start < end for turn in reading.hits("context.turn"))


def _sly(reading: Reading, other: Hit) -> bool:
    return any(each.start >= other.end for each in reading.hits("context.sly"))


def _asked(reading: Reading, other: Hit, within: list[Word]) -> bool:
    """Does a question to the candidate only sound like a prohibition (`do you drop the children off?`)?"""
    if _YOU.isdisjoint(word.text for word in within):
        return False
    weak = any(each.start == other.start for each in reading.hits("context.weak_shield"))
    if weak and not reading.words[other.start].opens:
        return True
    return _asks(within) and not reading.has("context.by_others")
