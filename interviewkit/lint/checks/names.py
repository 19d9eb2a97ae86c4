"""Names of schools and employers: nearly all of them are also products, vendors, cities and customers.

A name decides only where it is tied to somebody: they worked there, came from there, or studied there.
"""

from interviewkit.lint.checks.near import beside, close, ends, of_others, places, sentence, starts
from interviewkit.lint.checks.pedigree import (
    JUDGED,
    about_systems,
    denied,
    excused,
    innocent,
    is_question,
    judged,
)
from interviewkit.lint.text.item import ASKED, Field
from interviewkit.lint.text.matcher import Hit
from interviewkit.lint.text.reading import Reading

CLOSE = 6
"""So many words away stands what ties a name to somebody."""

REACH = 8
"""So many words away from a place stands who has heard of it."""

TIED = 2
"""So many words may stand between `worked at` and the name (`worked at a company like …`)."""

LIST = 12
"""So many words back a list of names may have begun (`worked at Google, Meta or Amazon`)."""

SHORT = 12
"""A question of so few words that names an employer is about it."""

TOLD = frozenset((Field.ANCHOR, Field.SIGNAL))
"""Fields that tell what somebody did, well or badly."""

_KINDS = frozenset(("employer.kinds", "employer.houses"))
_EMPLOYERS = ("employer.names", "employer.kinds", "employer.houses")
_SCHOOLS = ("school.names", "school.places", "school.prestige")
_JOINS = frozenset(("or", "and", "a", "an", "the", "ex", "of"))


def school_hit(reading: Reading) -> Hit | None:
    """The first school of a kind, or named, by which somebody is measured."""
    found = (hit for hit in reading.hits(*_SCHOOLS) if _school(reading, hit))
    return next((hit for hit in found if _stands(reading, hit, "school")), None)


def employer_hit(reading: Reading) -> Hit | None:
    """The first employer of a kind, or named, by which somebody is measured."""
    found = (hit for hit in reading.hits(*_EMPLOYERS, "employer.lowly") if _employer(reading, hit))
    return next((hit for hit in found if _stands(reading, hit, "employer")), None)


def recognised_hit(reading: Reading, *, school: bool) -> Hit | None:
    """The first place that counts because others have heard of it (`would my mother know the name?`).

    It is a school where the sentence speaks of study, else an employer.
    """
    for hit in reading.hits("employer.recognised"):
        ours = close(reading, hit, "school.study", reach=REACH) is school
        if ours and _weighs_fame(reading, hit) and _stands(reading, hit, "employer"):
            return hit
    return None


def _stands(reading: Reading, hit: Hit, topic: str) -> bool:
    return not innocent(reading, hit, topic) and not excused(reading, hit, soft=True)


def _school(reading: Reading, hit: Hit) -> bool:
    tied = _studied(reading, hit)
    if reading.item.field in ASKED and reading.asks:
        return tied and _about_somebody(reading, hit) and not about_systems(reading, hit)
    if hit.group == "school.places":
        return (tied or _listed(reading, hit)) and judged(reading, hit)
    return judged(reading, hit)


def _studied(reading: Reading, hit: Hit) -> bool:
    """Does a word of study stand near, outside the name itself?"""
    known, here = places(reading, "school.study", "school.background"), sentence(reading, hit)
    around = (*range(max(0, hit.start - CLOSE), hit.start), *range(hit.end, hit.end + CLOSE))
    return any(n in known and reading.words[n].sentence == here for n in around)


def _listed(reading: Reading, hit: Hit) -> bool:
    """Does another school's name stand beside this one: `Stanford, MIT or Oxford`?"""
    begun = starts(reading, *_SCHOOLS).get(sentence(reading, hit), ())
    near = {hit.start + step for step in range(-CLOSE, CLOSE + 1)} - {hit.start}
    own = reading.words[hit.start].text
    return any(reading.words[place].text != own for place in near.intersection(begun))


def _about_somebody(reading: Reading, hit: Hit) -> bool:
    """Does the sentence of the hit speak to or of a candidate?"""
    return beside(reading, hit, "merit.you", "merit.they", reach=0)


def _weighs_fame(reading: Reading, hit: Hit) -> bool:
    if not close(reading, hit, "employer.carrier", reach=REACH):
        return False
    if reading.item.field in ASKED and reading.asks:
        return beside(reading, hit, "merit.you") and not about_systems(reading, hit)
    return judged(reading, hit)


def _employer(reading: Reading, hit: Hit) -> bool:
    kind, field = hit.group in _KINDS, reading.item.field
    tied = _tied_before(reading, hit) or _tied_after(reading, hit)
    if field in ASKED and (reading.asks or is_question(reading, hit)):
        tied = tied or (kind and beside(reading, hit, "employer.working", reach=0))
        near = _about_somebody(reading, hit) or reading.count <= SHORT
        return tied and near and not about_systems(reading, hit)
    if hit.group == "employer.lowly":
        return judged(reading, hit) and beside(reading, hit, "merit.against", reach=0)
    if kind and field in JUDGED:
        return not of_others(reading, hit) and not (field in TOLD and denied(reading, hit))
    if tied:
        return judged(reading, hit) or not denied(reading, hit)
    return close(reading, hit, "employer.cv", reach=CLOSE) and judged(reading, hit)


def _tied_before(reading: Reading, hit: Hit) -> bool:
    """Does `worked at`, `experience from` … lead to the name, over other names and a few words?"""
    here, tied, others = sentence(reading, hit), ends(reading, "employer.tie"), 0
    names = places(reading, *_EMPLOYERS)
    for place in range(hit.start, max(0, hit.start - LIST), -1):
        if reading.words[place - 1].sentence != here:
            return False
        if place in tied:
            return True
        others += place - 1 not in names and reading.words[place - 1].text not in _JOINS
        if others > TIED:
            return False
    return False


def _tied_after(reading: Reading, hit: Hit) -> bool:
    """Does `alumni`, `background`, `preferred` … follow the name, over other names?"""
    here, names = sentence(reading, hit), places(reading, *_EMPLOYERS)
    tied = frozenset(starts(reading, "employer.tied_after").get(here, ()))
    for place in range(hit.end, min(len(reading.words), hit.end + LIST)):
        if place in tied:
            return True
        if place not in names and reading.words[place].text not in _JOINS:
            return False
    return False
