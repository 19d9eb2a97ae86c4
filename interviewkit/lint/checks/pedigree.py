"""What rules about pedigree share: is somebody measured by it, or is it only mentioned?

A lexicon for `pedigree_topic` has these groups, each of which may be missing:

    direct     decides alone (`where did you study`, `job hopper`)
    asked      decides where somebody is asked or spoken about (`your grades`)
    judged     decides where it is a thing to rate or to require, or is weighed in a note (`certificates`)
    words      decides where the text is about somebody, and not about work, systems or customers (`college`)
    traits     decides only in a short criterion (`loyalty`)
    innocent   takes back every hit that it overlaps

How texts weigh people, and what says that origins count alike, is in the lexicon `merit`.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache

from interviewkit.lint.checks.near import (
    beside,
    close,
    forbidden,
    led,
    of_others,
    outside,
    overlaps,
    quoted,
    sentence,
    starts,
)
from interviewkit.lint.rule import TextFound
from interviewkit.lint.text.item import ASKED, Field
from interviewkit.lint.text.matcher import Hit
from interviewkit.lint.text.reading import Reading

_NOT = frozenset(("not", "never", "don't", "nobody"))

JUDGED = frozenset((Field.CRITERION, Field.ANCHOR, Field.SIGNAL, Field.SHEET))

TIGHT = 3
"""So many words before a topic stands what sets it aside (`rather than the school`)."""

THRESHOLD = 6
"""So many words before a topic stands what asks for more of it (`fewer than 500 stars`)."""

LONGEST = 12
"""A criterion of more words says more than a trait."""

CURT = 6
"""A question of so few words needs no `you` to be put to the candidate."""

YOURS = 4
"""So many words before a topic stands whose it is."""


def pedigree_topic(topic: str) -> Callable[[Reading], Iterator[TextFound]]:
    """A check for a topic that says little about what somebody can do (see the module)."""

    def check(reading: Reading) -> Iterator[TextFound]:
        hit = pedigree_hit(reading, topic)
        if hit is not None:
            yield TextFound(hit)

    return check


def pedigree_hit(reading: Reading, topic: str) -> Hit | None:
    """The first hit of the topic by which somebody is measured."""
    for name, decides in _GROUPS:
        soft = decides is not outright
        for hit in reading.hits(f"{topic}.{name}"):
            if (
                decides(reading, hit)
                and not innocent(reading, hit, topic)
                and not excused(reading, hit, soft=soft)
            ):
                return hit
    return None


def outright(reading: Reading, hit: Hit) -> bool:
    """Does what is found decide alone? Not in a question about a system or a client."""
    if reading.item.field not in ASKED or not beside(reading, hit, "systems.subject", "systems.people"):
        return True
    return close(reading, hit, "merit.you", reach=YOURS)


def innocent(reading: Reading, hit: Hit, topic: str) -> bool:
    """Does the topic's lexicon take the hit back?"""
    return overlaps(reading, hit, f"{topic}.innocent")


def is_question(reading: Reading, hit: Hit) -> bool:
    """Does the sentence of the hit end with a question mark, or invite to tell something?"""
    return sentence(reading, hit) in _questions(reading) or beside(reading, hit, "forms.invitation", reach=0)


@lru_cache(maxsize=16)
def _questions(reading: Reading) -> frozenset[int]:
    return frozenset(word.sentence for word in reading.words if "?" in word.mark)


def judged(reading: Reading, hit: Hit) -> bool:
    """Is it a thing to rate or to require, or weighed in an instruction?"""
    field = reading.item.field
    if field in JUDGED:
        return True
    if field in ASKED and reading.asks:
        return False
    return beside(reading, hit, "merit.counts", "merit.asks_for", "merit.excludes")


def in_short_criterion(reading: Reading, hit: Hit) -> bool:
    """Is it all, or nearly all, that a criterion names?"""
    field = reading.item.field
    return (
        field in {Field.CRITERION, Field.SHEET} and reading.count <= LONGEST and not of_others(reading, hit)
    )


def about_systems(reading: Reading, hit: Hit) -> bool:
    """Does the sentence of the hit speak of systems, data or customers?"""
    return beside(reading, hit, "systems.subject", "systems.people", reach=0)


def asked(reading: Reading, hit: Hit) -> bool:
    """Is somebody asked about it or described by it, and no system, data set or customer?"""
    if of_others(reading, hit):
        return False
    if reading.item.field in JUDGED:
        return reading.item.field in {Field.CRITERION, Field.SHEET}
    if reading.item.field in ASKED or is_question(reading, hit):
        return beside(reading, hit, "merit.you") and not about_systems(reading, hit)
    return beside(reading, hit, "merit.they", "merit.asks_for", "merit.excludes", reach=0)


def about_person(reading: Reading, hit: Hit) -> bool:
    """Is the text about what somebody is or has, and not about work, systems or customers?"""
    field = reading.item.field
    if at_work(reading, hit):
        return False
    if field in ASKED and (reading.asks or reading.has("merit.curious")):
        spoken_to = beside(reading, hit, "merit.you", "merit.curious", "forms.invitation")
        return (spoken_to or reading.count <= CURT) and not beside(reading, hit, "merit.deeds", "merit.would")
    if field is Field.CRITERION or field is Field.SHEET:
        return True
    if field in JUDGED:
        return not denied(reading, hit) and not beside(reading, hit, "merit.deeds", reach=0)
    return _leaves_people_out(reading) or not denied(reading, hit)


def denied(reading: Reading, hit: Hit) -> bool:
    """Does the sentence of the hit say `no`, `never`, `whether` … outside the hit itself?"""
    return outside(reading, hit, "merit.negator")


def at_work(reading: Reading, hit: Hit) -> bool:
    """Does the sentence of the hit speak of work, systems or customers?"""
    return outside(reading, hit, "merit.work", "systems.subject", "systems.people")


def excused(reading: Reading, hit: Hit, *, soft: bool = False) -> bool:
    """Is the hit forbidden, only quoted, or said to count for nothing?

    `soft` hits are excused as well where a text names several origins, or accepts what is equivalent.
    """
    if quoted(reading, hit):
        return True
    if _leaves_people_out(reading) or _below(reading, hit):
        return False
    if _forbidden(reading, hit) or _set_aside(reading, hit) or _not_needed(reading, hit):
        return True
    if beside(reading, hit, "merit.alike", "merit.equivalent"):
        return True
    return soft and beside(reading, hit, "merit.origins", reach=0)


def _forbidden(reading: Reading, hit: Hit) -> bool:
    """Is it forbidden in an instruction? A question to the candidate forbids nothing (`drop out?`)."""
    if is_question(reading, hit) and beside(reading, hit, "merit.you", reach=0):
        return False
    return forbidden(reading, hit)


@lru_cache(maxsize=16)
def _leaves_people_out(reading: Reading) -> bool:
    """Are people turned away, where words that forbid would otherwise excuse (`skip anybody without …`)?"""
    words = reading.words
    return any(
        not words[hit.end - 1].mark.startswith("'") and not _negated(reading, hit)
        for hit in reading.hits("merit.excludes")
    )


def _negated(reading: Reading, hit: Hit) -> bool:
    return any(word.text in _NOT for word in reading.before(hit, 1))


def _below(reading: Reading, hit: Hit) -> bool:
    """Does the text ask for more of it: `repositories with fewer than 500 stars do not count`?"""
    return led(reading, hit, "merit.below", reach=THRESHOLD)


def _set_aside(reading: Reading, hit: Hit) -> bool:
    return led(reading, hit, "merit.not_by", reach=TIGHT)


def _not_needed(reading: Reading, hit: Hit) -> bool:
    """Does the sentence say `no …, … or … is needed` around the hit, and no second `no`?"""
    here = sentence(reading, hit)
    none = starts(reading, "merit.none").get(here, ())
    needed = starts(reading, "merit.needed").get(here, ())
    return len(none) == 1 and none[0] <= hit.start and any(place >= hit.end for place in needed[-1:])


_GROUPS = (
    ("direct", outright),
    ("asked", asked),
    ("judged", judged),
    ("words", about_person),
    ("traits", in_short_criterion),
)
