"""When words about a candidate's own business are not asked for: forbidden, reported, or met with silence."""

from interviewkit.lint.text.item import ASKED
from interviewkit.lint.text.matcher import Hit
from interviewkit.lint.text.reading import Reading
from interviewkit.lint.text.words import Word

RULED_OUT = 14
"""So many words after a prohibition it still holds."""

OUTSIDE = 4
"""A text with fewer words outside its quotation is the quotation itself."""

LEAD = 2
"""So many words may stand before a prohibition that opens a sentence: `we don't enquire`."""


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PASSIVE = _set(
    "is are was were be not never off out unlawful illegal earns counts has have does do must may should "
    "can't cannot nor nobody without rather plays play makes make stays stay stands don't doesn't none no"
)
_WITHOUT = _set("free")
_TURNS = _set("but though however instead still yet anyway")
_ASK = _set("ask asks asking say begin open start try")
_REJECTED = _set(
    "point points mark marks candidate candidates applicant applicants anyone anybody those him her "
    "one them people hiring cvs resumes applications half"
)
_TAKEN = _set("considered rejected excluded accepted invited read")
_HIRES = _set("hire hiring select selecting invite employ")
_GROUNDS = _set("by for on because based according")
_APPLICANTS = _set("applicant applicants candidate candidates applications others anyone anybody those")
_SUBJECTS = _set("you they he she")
_RELATIVE = _SUBJECTS | _set("that which who if to")


def ruled_out(reading: Reading, hit: Hit) -> bool:
    """Is what was found forbidden, quoted in order to forbid it, or to be passed over when it comes up?"""
    if reading.has("own_business.exempt") and not reading.asks:
        return True
    if reading.has("own_business.slyly"):
        return False
    if reading.has("own_business.mentioned") and _passed_over(reading, hit):
        return True
    forbidding = reading.hits("shields.forbids", "own_business.forbids")
    return _reported(reading, hit) or any(_forbids(reading, other, hit) for other in forbidding)


def _passed_over(reading: Reading, hit: Hit) -> bool:
    """Does the text say to leave it alone after it came up, in this sentence or the next?"""
    words, last = reading.words, reading.words[hit.start].sentence + 1
    silence = reading.hits("own_business.silence", "shields.forbids")
    return any(other.start >= hit.end and words[other.start].sentence <= last for other in silence)


def _forbids(reading: Reading, other: Hit, hit: Hit) -> bool:
    words = reading.words
    apart = words[hit.start].sentence - words[other.start].sentence
    if _is_none(reading, other) or _turns_away(reading, other):
        return False
    if other.start <= hit.start and hit.end <= other.end:
        return True
    if other.start > hit.start:
        if reading.item.field in ASKED and reading.has("own_business.closed"):
            return False
        opens = (
            words[max(0, other.start - LEAD)].sentence < words[other.start].sentence
            or words[other.start].opens
        )
        mentioned = reading.has("own_business.mentioned")
        return (apart == 0 and (mentioned or words[other.start].text in _PASSIVE)) or (apart == -1 and opens)
    if other.end > hit.start + 1 or hit.start - other.end > RULED_OUT or apart > 1:
        return False
    return _TURNS.isdisjoint(word.text for word in words[other.end : hit.start])


def _is_none(reading: Reading, other: Hit) -> bool:
    """Do the words not forbid here: `drop` in a question, `you don't look …`, `exclude candidates who …`?"""
    words = reading.words
    first = words[other.start]
    before = words[other.start - 1].text if other.start and not first.opens else ""
    if first.text in _WITHOUT or (before in _SUBJECTS and reading.item.field in ASKED):
        return True
    if other.end - other.start > 1:
        after = [word.text for word in reading.after(other, 1)]
        return words[other.end - 1].text in _HIRES and not _GROUNDS & frozenset(after)
    if before in _RELATIVE or (reading.asks and not first.opens):
        return True
    return not _REJECTED.isdisjoint(word.text for word in reading.after(other, 3))


def _turns_away(reading: Reading, other: Hit) -> bool:
    """Is it the candidates who are refused: `other applicants will not be considered`?"""
    taken = reading.words[other.end - 1].text in _TAKEN
    return taken and any(word.text in _APPLICANTS for word in reading.before(other, 8))


def _reported(reading: Reading, hit: Hit) -> bool:
    if not reading.words[hit.start].quoted:
        return False
    outside: list[Word] = [word for word in reading.words if not word.quoted]
    return len(outside) >= OUTSIDE and _ASK.isdisjoint(word.text for word in outside[:OUTSIDE])
