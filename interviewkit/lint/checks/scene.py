"""Hypothetical questions: is there a situation in them at all?"""

from interviewkit.lint.checks.question import hit_at, listed
from interviewkit.lint.text.matcher import Hit
from interviewkit.lint.text.reading import Reading

_LONG = 34
_SPECIFIC = 1
_SHARE = 9
_DAYS = listed(
    "january february march april may june july august september october november december"
    " monday tuesday wednesday thursday friday saturday sunday noon midnight"
)
_NUMBERS = frozenset(
    ("three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty", "fifty", "hundred")
)


def empty_hypothetical(reading: Reading) -> Hit | None:
    """The words that ask for a reaction to nothing in particular, if the text does so."""
    if reading.count > _LONG or not reading.has("hypothetical.scene"):
        return None
    asked = reading.hits("hypothetical.react")
    if not asked or not _is_supposed(reading, asked):
        return None
    if _specific_words(reading) > _SPECIFIC + reading.count // _SHARE - (reading.count >= _SHARE):
        return None
    return max(asked, key=lambda hit: hit.end - hit.start)


def _is_supposed(reading: Reading, asked: list[Hit]) -> bool:
    """Does it speak of what might be, not of what was?"""
    if reading.has("hypothetical.past", "hypothetical.innocent"):
        return False
    return reading.has("hypothetical.suppose") or any(
        word.text.partition("'")[0] in {"would", "will", "might", "could", "should", "you'd", "you'll"}
        or word.text in {"you'd", "you'll", "how'd", "what'd"}
        for hit in asked
        for word in reading.words[hit.start : hit.end]
    )


def _specific_words(reading: Reading) -> int:
    """How many words say something about one situation: not one of those that all such questions have."""
    plain: set[int] = set()
    for group in ("hypothetical.generic", "hypothetical.small", "hypothetical.react"):
        for hit in reading.hits(group):
            plain.update(range(hit.start, hit.end))
    count = 0
    for at, word in enumerate(reading.words):
        if word.quoted or word.text[0].isdigit() or word.text in _NUMBERS or word.text in _DAYS:
            count += 2
        elif at not in plain:
            count += 1
    return count


def shown(reading: Reading, hit: Hit) -> Hit:
    """At most eight words of the hit, for the message."""
    return hit_at(hit.start, min(hit.end, hit.start + 8, reading.count))
