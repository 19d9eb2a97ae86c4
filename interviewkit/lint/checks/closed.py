"""Closed questions: which question a yes or a no would answer, and may it be asked that way?"""

from collections.abc import Sequence

from interviewkit.lint.checks.question import Demand, Kind, Time, demands, hit_at, pairs
from interviewkit.lint.text.matcher import Hit
from interviewkit.lint.text.reading import Reading

_PERSONS = frozenset(("you", "your", "yours", "ya", "u"))
_GENERAL = frozenset(("it", "there", "that", "this", "they", "we", "the"))
_ASKS_THINGS = frozenset(
    ("is", "are", "was", "were", "does", "do", "did", "has", "have", "can", "could", "would")
)
_THINGS = frozenset(("the", "this", "these", "those", "a", "an", "any", "all", "both", "each"))
_LONG = 30
_SHORT = 14
_TERSE = 9
_PARTICULAR = frozenset(("the", "this", "these", "those", "then", "here"))


def closed_question(reading: Reading) -> Hit | None:
    """The words that make the text a closed question about the candidate, if it is one."""
    told = _told(reading)
    if told is not None:
        return None if _lawful(reading) else told
    if _asks_more(reading):
        return None
    asked = demands(reading)
    for demand in asked:
        if demand.kind is Kind.CLOSED and _of_person(reading, demand):
            return _flagged(reading, demand)
    return _elliptic(reading) or _general(reading, asked) or _any_other(reading)


def ticked(reading: Reading) -> Hit | None:
    """Where a note tells interviewers to collect yes and no."""
    return None if _lawful(reading) else next(iter(reading.hits("closed.noted")), None)


def _told(reading: Reading) -> Hit | None:
    """`Tell us whether you …`, `yes or no: …`, `may I tick that?`."""
    for hit in reading.hits("closed.scale"):
        said = reading.words[hit.start - 1].text if hit.start else ""
        if said not in {"a", "for", "the", "any"} and not reading.has("closed.more"):
            return hit
    return next((hit for hit in reading.hits("closed.told") if not _asks_after(reading, hit)), None)


def _asks_after(reading: Reading, told: Hit) -> bool:
    """Does an open question follow `tell us whether you …`?"""
    later = (demand for demand in demands(reading) if demand.start > told.end)
    return any(demand.kind is not Kind.CLOSED for demand in later) or reading.has("closed.more")


def _asks_more(reading: Reading) -> bool:
    """Does the text also ask openly, or put its question as a request or as one for an episode?"""
    opened = any(demand.kind is not Kind.CLOSED for demand in demands(reading))
    return opened or _requests(reading) or reading.has("closed.story", "closed.more")


def _requests(reading: Reading) -> bool:
    return any(True for _ in pairs(reading, "closed.modal", "closed.request", 1))


def _of_person(reading: Reading, demand: Demand) -> bool:
    return any(word.text in _PERSONS for word in reading.words[demand.start + 1 : demand.start + 3])


def _flagged(reading: Reading, demand: Demand) -> Hit | None:
    """The closed question, unless it is lawful and logistic, or about what lies on the table."""
    hit = hit_at(demand.start, min(demand.start + 4, reading.count))
    ever = any(other.start >= demand.start - 1 for other in reading.hits("closed.ever"))
    if ever and demand.time is not Time.WOULD:
        return None if reading.has("closed.arranged") else hit
    if _lawful(reading) or reading.has("closed.material"):
        return None
    return None if demand.time is Time.WOULD and demand.start >= _LONG else hit


def _lawful(reading: Reading) -> bool:
    return reading.has("closed.logistic", "closed.arranged")


def _elliptic(reading: Reading) -> Hit | None:
    """`Any experience with Spark?`, `You know SQL?`."""
    if not reading.questions or _lawful(reading):
        return None
    for hit in reading.hits("closed.short"):
        if not reading.has("closed.material"):
            return hit
    for hit in reading.hits("closed.you_do"):
        sentence = reading.words[hit.start].sentence
        last = [word for word in reading.words if word.sentence == sentence][-1]
        if last.mark.startswith("?"):
            return hit
    return None


def _any_other(reading: Reading) -> Hit | None:
    """Any other question about the candidate that has no question word: `…, you have done that?`."""
    if _lawful(reading) or reading.has("closed.material") or reading.count > _LONG:
        return None
    for at, word in enumerate(reading.words):
        if "?" in word.mark and not word.quoted:
            sentence = [other.text for other in reading.words if other.sentence == word.sentence]
            things = len(sentence) > 1 and sentence[0] in _ASKS_THINGS and sentence[1] in _THINGS
            if not things and (_names_person(reading) or _is_terse(reading)):
                return hit_at(max(0, at - 3), at + 1)
    return _so_then(reading)


def _so_then(reading: Reading) -> Hit | None:
    """`So mentoring's something you've done, then`."""
    last = reading.words[-1:]
    begun = reading.has("closed.so_you", "closed.you_do")
    if _names_person(reading) and last and last[0].text in {"then", "right"} and begun:
        return hit_at(reading.count - 1, reading.count)
    return None


def _names_person(reading: Reading) -> bool:
    return any(word.text.partition("'")[0] in _PERSONS for word in reading.words)


def _is_terse(reading: Reading) -> bool:
    """`Teamwork: all good?`: a few words on nothing in particular."""
    return 1 < reading.count <= _TERSE and not any(
        word.text in _PARTICULAR or word.text[0].isdigit() for word in reading.words
    )


def _general(reading: Reading, asked: Sequence[Demand]) -> Hit | None:
    """`Is testing important?`: short, about no one and nothing in particular."""
    if reading.count > _SHORT or not reading.questions or _lawful(reading):
        return None
    if asked and asked[-1].kind is not Kind.CLOSED:
        return None
    for hit in reading.hits("closed.general"):
        rest = [word.text for word in reading.words[hit.end :]]
        particular = any(text in _GENERAL or text[0].isdigit() for text in rest)
        if not particular and not reading.has("closed.material"):
            return hit_at(hit.start, min(hit.end + 3, reading.count))
    return None
