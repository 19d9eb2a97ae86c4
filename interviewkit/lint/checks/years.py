"""Numbers of years: of somebody's experience, or of data, contracts and uptime?"""

from interviewkit.lint.checks.near import beside, close, led, places, sentence, starts
from interviewkit.lint.checks.pedigree import JUDGED, at_work, denied, excused, innocent, judged
from interviewkit.lint.text.item import ASKED
from interviewkit.lint.text.matcher import Hit
from interviewkit.lint.text.reading import Reading
from interviewkit.lint.text.words import Word

CLOSE = 6
"""So many words away from a number of years stands what they were spent on."""

ALONE = 4
"""A criterion of so few words that has a number of years asks for nothing else."""

LEAD = 4
"""So many words before a number stands that it is a lowest or a highest one."""

_NUMBERS = frozenset(
    (
        *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
        *("fifteen", "twenty", "thirty", "several", "many", "few", "couple", "multiple", "x", "n", "dozen"),
    )
)
_SHORT = frozenset(("yrs", "yr", "max", "min", "exp", "approx", "no"))
"""Words that are written with a full stop."""

_UPPER = 2
_LONGEST = 2
"""Digits of a number of years: 2019 is a date."""


def years_hit(reading: Reading) -> Hit | None:
    """The first number of years by which somebody is measured."""
    for hit in reading.hits("years.unit", "years.short"):
        if is_number_of_years(reading, hit) and _of_experience(reading, hit) and _holds(reading, hit):
            return hit
    return None


def _holds(reading: Reading, hit: Hit) -> bool:
    return not innocent(reading, hit, "years") and not excused(reading, hit)


def is_number_of_years(reading: Reading, hit: Hit) -> bool:
    """Does a number stand before `years`, or is it `yoe` or `a decade`?"""
    word = reading.words[hit.start].text
    if hit.group == "years.short" or word == "yoe" or word.startswith("decade"):
        return True
    return any(_is_number(each.text) for each in reading.before(hit, 2)[-2:])


def _is_number(word: str) -> bool:
    digits = word.rstrip("+")
    return word in _NUMBERS or (digits.isdigit() and len(digits) <= _LONGEST)


def _open_ended(reading: Reading, hit: Hit) -> bool:
    """Is it `5+ years`, `five or more years`, `at least five years`?"""
    before = [word.text for word in reading.before(hit, 3)]
    return any(word.endswith("+") for word in before) or bool(
        {"least", "minimum", "min", "more"} & set(before)
    )


def _of_experience(reading: Reading, hit: Hit) -> bool:
    if _of_data(reading, hit):
        return False
    if _close(reading, hit, "years.experience"):
        return not (reading.item.field in ASKED and reading.asks) or _of_somebody(reading, hit)
    if reading.item.field in ASKED and reading.asks:
        return _asked_of_somebody(reading, hit)
    if reading.item.field in JUDGED:
        return _open_ended(reading, hit) or _of_skill(reading, hit) or _alone(reading, hit)
    return not at_work(reading, hit) and (judged(reading, hit) or not denied(reading, hit))


def _asked_of_somebody(reading: Reading, hit: Hit) -> bool:
    if not _of_somebody(reading, hit):
        return False
    if close(reading, hit, "years.tools", reach=LEAD):
        return True
    spoken_to = beside(reading, hit, "merit.you", reach=0)
    return spoken_to and not at_work(reading, hit) and not beside(reading, hit, "merit.deeds", "merit.would")


def _alone(reading: Reading, hit: Hit) -> bool:
    """Is a number of years all that the criterion names, or what makes a level of seniority?"""
    return reading.count <= ALONE or beside(reading, hit, "merit.role")


def _of_somebody(reading: Reading, hit: Hit) -> bool:
    return beside(reading, hit, "merit.you", "merit.they", reach=0)


def _of_data(reading: Reading, hit: Hit) -> bool:
    """Are they years of data, of a contract, or a date (`in the last two years`)?"""
    begun = starts(reading, "years.data").get(sentence(reading, hit), ())
    return hit.end in begun or led(reading, hit, "years.before", reach=1)


def _of_skill(reading: Reading, hit: Hit) -> bool:
    return _close(reading, hit, "years.skills")


def _close(reading: Reading, hit: Hit, group: str) -> bool:
    """Does the group stand near in the sentence, beyond a colon or beyond `yrs.` as well?"""
    known, words = places(reading, group), reading.words
    for place in range(hit.end, min(len(words), hit.end + CLOSE)):
        if _parts(words[place - 1]):
            break
        if place in known:
            return True
    for place in range(hit.start - 1, max(-1, hit.start - 1 - CLOSE), -1):
        if _parts(words[place]):
            return False
        if place in known:
            return True
    return not known.isdisjoint(range(hit.start, hit.end))


def _parts(word: Word) -> bool:
    """Does a sentence really end after the word?"""
    return bool(word.mark) and word.mark[0] in ".?!" and word.text not in _SHORT


def maximum_hit(reading: Reading) -> Hit | None:
    """The first upper limit to how long somebody may have worked."""
    for hit in reading.hits("years.unit", "years.short"):
        if _limited(reading, hit) and _of_experience(reading, hit) and _holds(reading, hit):
            return hit
    return None


def _limited(reading: Reading, hit: Hit) -> bool:
    if not is_number_of_years(reading, hit):
        return False
    if any(word.text == "max" for word in reading.words[max(0, hit.start - _UPPER) : hit.start]):
        return True
    if led(reading, hit, "years.max", reach=_UPPER) or _is_range(reading, hit):
        return True
    soft = not beside(reading, hit, "years.no_maximum", reach=0)
    return soft and led(reading, hit, "years.max_soft", reach=_UPPER)


def _is_range(reading: Reading, hit: Hit) -> bool:
    """Is it `2-4 years`, `two to four years`?"""
    before = [word.text for word in reading.before(hit, LEAD)]
    numbers = [n for n, word in enumerate(before) if _is_number(word)]
    if len(numbers) < _UPPER:
        return False
    between = before[numbers[-2] + 1 : numbers[-1]]
    return not any("+" in word for word in before) and (not between or between == ["to"])
