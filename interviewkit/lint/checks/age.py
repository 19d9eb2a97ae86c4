"""Ages as numbers: `anyone over 45`, `35 or younger`, `at 58, …`, and what only looks like them."""

from interviewkit.lint.checks.excuses import excused, few
from interviewkit.lint.checks.private import Setting
from interviewkit.lint.checks.private_words import CANDIDATE, PEOPLE, UNITS, YOU
from interviewkit.lint.text.item import Field
from interviewkit.lint.text.matcher import Hit
from interviewkit.lint.text.reading import Reading

YOUNGEST, OLDEST = 18, 75
"""Numbers that are taken for the age of somebody who works."""

MAJORITY = 21
"""Up to this age a minimum may be the law's: `18 or over`."""

BESIDE = 3
"""So many words before a bound stands who is meant."""

ADDRESSED = 6
"""So many words after `at 58` stands `you`."""

_DIGITS = len("18")
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
_PLURALS = {f"{word[:-1]}ies": value for word, value in _TENS.items()}
_MINIMUM = frozenset(("over", "above", "least", "older", "minimum", "legal", "law", "legally"))
_YEARS = frozenset(("years", "year", "yrs"))
_OLD = frozenset(("old", "olds", "age"))
_SPENT = frozenset(
    ("experience", "service", "work", "industry", "practice", "in", "with", "as", "exp", "track")
)
_BETWEEN = frozenset(
    ("the", "of", "and", "to", "or", "about", "age", "ages", "an", "a", "is", "than", "ideally", "what")
)
_WRITTEN = frozenset((Field.CRITERION, Field.NOTE, Field.SHEET, Field.SIGNAL))


def number_hit(reading: Reading) -> Hit | None:
    """The first age that is given as a number, for somebody and not for a system."""
    setting = Setting(reading, "age")
    for hit in (*_bounds(reading), *_years(reading)):
        systems = setting.about_systems(hit) and not _of_candidate(reading, hit)
        if not systems and not _lawful(reading) and not excused(reading, "age", hit):
            return hit
    return None


def _age(text: str) -> int:
    """The number that a word says as an age, with a plural `s` or without; 0 where it is none."""
    plain = text.removesuffix("s").removesuffix("'")
    if plain.isascii() and plain.isdigit() and len(plain) == _DIGITS:
        number = int(plain)
    else:
        number = _TENS.get(plain) or _PLURALS.get(text, 0)
    return number if YOUNGEST <= number <= OLDEST else 0


def _bounds(reading: Reading) -> list[Hit]:
    """Somebody, a bound and a number: `candidates under 35`; with a unit of something else it is no age."""
    found, words = [], reading.words
    for hit in few(reading, "age.bound"):
        at = hit.end
        while at < len(words) and words[at].text in _BETWEEN and at - hit.end < BESIDE:
            at += 1
        if at == len(words) or words[at].sentence != words[hit.start].sentence or not _age(words[at].text):
            continue
        if _of_somebody(reading, hit) and not _measured(reading, hit, at):
            found.append(Hit("age.bound", hit.start, at + 1))
    return found


def _measured(reading: Reading, hit: Hit, at: int) -> bool:
    """Is the number followed by a unit, or by years of experience?"""
    after = [word.text for word in reading.words[at + 1 : at + 7]]
    close = next((text for text in after[:4] if text not in _BETWEEN and not text.isdigit()), "")
    if close in UNITS or reading.words[at].mark == "%":
        return True
    if _YEARS.isdisjoint(after[:4]) or not _OLD.isdisjoint(after):
        return False
    return not _of_candidate(reading, hit) or not _SPENT.isdisjoint(after)


def _of_somebody(reading: Reading, hit: Hit) -> bool:
    """Is somebody's age meant by the bound, by its words or by where it stands?"""
    if reading.words[hit.end - 1].text == "at":
        return any(word.text in YOU for word in reading.after(hit, ADDRESSED))
    if reading.item.field in _WRITTEN:
        return True
    return any(word.text in PEOPLE for word in reading.words[max(0, hit.start - 2) : hit.end])


def _of_candidate(reading: Reading, hit: Hit) -> bool:
    close = reading.words[max(0, hit.start - BESIDE) : hit.end]
    return any(word.text in CANDIDATE for word in close)


def _years(reading: Reading) -> list[Hit]:
    """A number and words for years of life: `35 years old`, `40 or younger`, `thirty-something`."""
    words = reading.words
    return [
        Hit("age.years", hit.start - 1, hit.end)
        for hit in few(reading, "age.years")
        if hit.start > 0
        and words[hit.start - 1].sentence == words[hit.start].sentence
        and _age(words[hit.start - 1].text)
    ]


def _lawful(reading: Reading) -> bool:
    """Is it a minimum that a law may set: `18 or over`, `at least 21`?"""
    highest = max((_age(word.text) for word in reading.words), default=0)
    return highest <= MAJORITY and any(word.text in _MINIMUM for word in reading.words)
