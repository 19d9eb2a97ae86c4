"""What a question demands: its clauses that ask, each with its kind and the time that it speaks of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from interviewkit.lint.text.item import ASKED
from interviewkit.lint.text.matcher import Hit
from interviewkit.lint.text.reading import Reading
from interviewkit.lint.text.words import Word


def listed(words: str) -> frozenset[str]:
    """The words of a line as a set."""
    return frozenset(words.split())


WH = listed("what how why which who whom whose where when")
_LOOSE = listed("when where")
_RELATIVE = listed("which who whom whose where when")
_PAST = listed("did was were had")
_WOULD = listed("would will could should might may shall must ought")
_NOW = listed("do does are is am have has can")
_AUX = _PAST | _WOULD | _NOW
_CONTRACTED = {"d": "would", "ll": "will", "s": "is", "re": "are", "ve": "have", "m": "am"}
_SUBJECTS = listed("you your it there that this they we he she i anyone someone the")
_JOINS = listed("and or but so then also plus well now exactly ok okay please")
_LEADS = listed("me us through about of over exactly first")
_PREPOSITIONS = listed("in on at for from to by with of under about after")
_TELLS = listed(
    "tell describe walk talk explain give share show take outline discuss summarise summarize elaborate"
    " recount recall compare list name sketch define"
)
_HANDED = listed("walk talk take give show")
_HANDED_TO = listed("me us the an one your another")
_MODAL = listed("can could would will please")
_IRREGULAR = listed(
    "went chose knew found made got built led came thought told took saw ran kept dealt wrote gave began"
    " brought"
    " felt learnt left met said set put spoke taught understood won lost held grew broke fell heard"
)
_PAUSES = (",", "-", "(", "/")
_LONGEST = 600
_REACH = 8
_OBJECT = 5
_POLITE = 3


class Kind(Enum):
    """How a clause asks."""

    OPEN = auto()
    CLOSED = auto()
    TELL = auto()


class Time(Enum):
    """What time a clause speaks of."""

    PAST = auto()
    WOULD = auto()
    NOW = auto()


@dataclass(frozen=True, slots=True)
class Demand:
    """A clause that asks: the word it begins with, and its kind and time.

    `bare` is a lone “why?”; `embedded` one that hangs on a clause before it (`how you test and how you …`).
    """

    start: int
    kind: Kind
    time: Time
    bare: bool = False
    embedded: bool = False


def hit_at(start: int, end: int) -> Hit:
    """Words as a hit, to be shown in a finding."""
    return Hit("", start, end)


def pairs(reading: Reading, first: str, second: str, gap: int = 2) -> Iterator[Hit]:
    """Where a hit of `second` follows one of `first` in its sentence, at most `gap` words between."""
    later = reading.hits(second)
    for one in reading.hits(first):
        for two in later:
            near = 0 <= two.start - one.end <= gap
            if near and reading.words[one.start].sentence == reading.words[two.start].sentence:
                yield Hit(second, one.start, two.end)


def is_spoken(reading: Reading) -> bool:
    """Could anybody ask this aloud? What is longer is no question, whatever it says."""
    return reading.count <= _LONGEST


def spoken_for(reading: Reading, hit: Hit) -> bool:
    """Is a hit in a question somebody else's words, or one in a note a thing forbidden?

    *Why* not `shielded` for questions: a question forbids nothing, and “skip” in it is what people do.
    """
    if reading.item.field not in ASKED:
        return reading.shielded(hit)
    return reading.words[hit.start].quoted and not all(word.quoted for word in reading.words)


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A word without the common endings: enough to see that two words are one."""
    plain = word.partition("'")[0]
    for ending in ("ing", "ers", "ies", "ed", "er", "es", "s", "e", "y"):
        if plain.endswith(ending) and len(plain) - len(ending) >= 3:  # noqa: PLR2004 -- shorter says nothing
            plain = plain[: -len(ending)]
            break
    return plain[:-1] if len(plain) > 3 and plain[-1] == plain[-2] else plain  # noqa: PLR2004 -- as above


def begins_clause(words: Sequence[Word], at: int) -> bool:
    """Does a clause begin at this word: a sentence, after a comma or dash, after `and`?"""
    before = words[at - 1] if at else None
    if before is None or before.sentence != words[at].sentence or words[at].opens:
        return True
    return before.mark.startswith(_PAUSES) or before.text in _JOINS


@lru_cache(maxsize=2)
def demands(reading: Reading) -> tuple[Demand, ...]:
    """Every clause of the text that asks, in order; quoted words ask nobody.

    What a request is about (`describe how …`) is part of the request.
    """
    words = reading.words
    asking = {word.sentence for word in words if "?" in word.mark}
    found: list[Demand] = []
    covered = -1
    for at, word in enumerate(words):
        if word.quoted or at <= covered:
            continue
        demand, reach = _demand_at(words, at, found[-1] if found else None, word.sentence in asking)
        if demand is not None:
            if (
                demand.kind is Kind.TELL
                and found
                and at - found[-1].start <= _POLITE
                and found[-1].kind is Kind.CLOSED
            ):
                found.pop()
            found.append(demand)
            covered = reach
    return tuple(found)


def _demand_at(
    words: Sequence[Word],
    at: int,
    last: Demand | None,
    asking: bool,  # noqa: FBT001 -- of the sentence
) -> tuple[Demand | None, int]:
    text = words[at].text
    base = text.partition("'")[0]
    if base in WH:
        return _open_at(words, at, last, asking)
    if text in _AUX and begins_clause(words, at) and _has_subject(words, at):
        return Demand(at, Kind.CLOSED, time_of(words, at)), at
    if base in _TELLS and _is_told(words, at):
        end = _object_of(words, at)
        return Demand(at, Kind.TELL, time_of(words, end) if end > at else Time.NOW), end
    return None, at


def _open_at(
    words: Sequence[Word],
    at: int,
    last: Demand | None,
    asking: bool,  # noqa: FBT001 -- of the sentence
) -> tuple[Demand | None, int]:
    """The question that a question word begins, and the last word that belongs to its beginning."""
    word = words[at]
    before = words[at - 1].text if at and not word.opens else ""
    prepared = before in _PREPOSITIONS and begins_clause(words, at - 1)
    if before == "or" or not (prepared or begins_clause(words, at)):
        return None, at
    if word.mark.startswith((*_PAUSES, "?", ".")) or at + 1 == len(words):
        return Demand(at, Kind.OPEN, Time.NOW, bare=True), at
    aux = _aux_after(words, at)
    inverted = "'" in word.text or (aux is not None and _has_subject(words, aux))
    if not (asking or inverted or (last is not None and words[last.start].sentence == word.sentence)):
        return None, at
    base = word.text.partition("'")[0]
    directly = aux == at + 1 or (aux is not None and words[at + 1].text in _PREPOSITIONS | {"exactly"})
    if base in _LOOSE and not directly and "'" not in word.text:
        return None, at
    if base in _RELATIVE and not (word.opens or prepared or before == "and" or inverted):
        return None, at
    embedded = not (inverted or word.opens or prepared)
    return Demand(at, Kind.OPEN, time_of(words, at), embedded=embedded), aux if aux is not None else at


def _object_of(words: Sequence[Word], at: int) -> int:
    """The question word that says what a request is about (`walk me through how`), or the verb itself."""
    for ahead in range(at + 1, min(at + _OBJECT, len(words))):
        if words[ahead].sentence != words[at].sentence:
            break
        if words[ahead].text.partition("'")[0] in WH:
            return ahead
        if words[ahead].text not in _LEADS:
            break
    return at


def _aux_after(words: Sequence[Word], at: int) -> int | None:
    """The auxiliary of a question word: in its clause, or after one in commas."""
    for ahead in range(at + 1, min(at + _REACH, len(words))):
        if words[ahead].sentence != words[at].sentence or words[ahead].text.partition("'")[0] in WH:
            return None
        if words[ahead].text in _AUX:
            return ahead
    return None


def _has_subject(words: Sequence[Word], at: int) -> bool:
    following = words[at + 1] if at + 1 < len(words) else None
    return (
        following is not None
        and following.sentence == words[at].sentence
        and following.text.partition("'")[0] in _SUBJECTS
    )


def _is_told(words: Sequence[Word], at: int) -> bool:
    """Is the verb a request, not `they tell`, `to describe` or `take five minutes`?"""
    following = words[at + 1].text if at + 1 < len(words) else ""
    if words[at].text in _HANDED and following not in _HANDED_TO:
        return False
    if begins_clause(words, at):
        return True
    polite = at - (2 if words[at - 1].text == "please" else 1)
    return (
        polite > 0
        and words[polite].text == "you"
        and words[polite - 1].text in _MODAL
        and begins_clause(words, polite - 1)
    )


def is_past(word: str) -> bool:
    """Does the word look like a verb in the past?"""
    return word in _PAST or word in _IRREGULAR or word.endswith("ed")


def time_of(words: Sequence[Word], at: int) -> Time:
    """The time of a clause, by its auxiliary, else by the form of its verb."""
    for ahead in range(at, min(at + _REACH, len(words))):
        word = words[ahead]
        if word.sentence != words[at].sentence or (
            ahead > at and words[ahead - 1].mark.startswith((",", "?"))
        ):
            break
        plain, _, ending = word.text.partition("'")
        text = _CONTRACTED.get(ending, plain)
        if text in _PAST or text in _IRREGULAR or (text.endswith("ed") and ahead > at + 1):
            return Time.PAST
        if text in _WOULD:
            return Time.WOULD
        if text in _NOW:
            return Time.NOW
    return Time.NOW
