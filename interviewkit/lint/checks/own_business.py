"""A candidate's own business: is the candidate asked about it, or does it belong to the work or to others?

The lexicon of such a topic sorts its words by what they are, and each kind decides in its own surroundings:

    sure      phrases that decide alone
    direct    phrases that decide where they name a person; else where no words of the work are about
    things    what a person has (`religion`): `your …`, `do you have …`, `any …?`, `no …`, a label on a form
    traits    what a person is (`disabled`): `are you …`, `… candidates`, `… only`
    deeds     what a person does (`pray`): `do you …`, `have you ever …`
    semi      other words of the topic, only in a closed question to the candidate: `have you …`
    owned     what may be required of the work, too (`pay`): only `your …`
    core      words that are private whoever says them (`religion`), where nobody else is spoken of
    cues      hints (`Sunday mornings`) that decide where somebody is meant and no word of the work is there
    left_a …  two halves of a hint (`right_a` …) that decide like cues where both are there
    innocent  takes back a hit that it overlaps, unless it is sure
    exempt    excuses the whole text

The words around them come from the lexicon `own_business`.
"""

from collections.abc import Callable, Iterator
from itertools import islice

from interviewkit.lint.checks.own_frames import (
    LABEL,
    NEAR_PERSON,
    PLAIN,
    SORTING,
    is_asked_closed,
    is_deed,
    is_owned,
    is_thing,
    is_trait,
    sorts_candidates,
)
from interviewkit.lint.checks.ruled_out import ruled_out
from interviewkit.lint.checks.whose import (
    ADDRESSED,
    MORE_PEOPLE,
    OF_EVIDENCE,
    PEOPLE,
    Surroundings,
    surroundings,
)
from interviewkit.lint.rule import TextFound
from interviewkit.lint.text.item import ASKED, Field
from interviewkit.lint.text.matcher import Hit
from interviewkit.lint.text.reading import Reading

_NONE = frozenset(("no", "not", "without", "free"))
_SORTED = frozenset((Field.CRITERION, Field.NOTE, Field.SIGNAL))

NEAR_WORK = 8
"""So close a word of the work takes a phrase back."""

SHORT = 60
"""Longer texts are about more than one thing: no hint decides there."""

APART = 24
"""So many words may stand between the halves of a hint."""

MOST = 24
"""After so many words of one kind that did not decide, a long text is about something else."""

PAIRS = "abcdef"

Frame = Callable[[Surroundings, Hit], bool]


def own_business(topic: str, *, hint: str = "") -> Callable[[Reading], Iterator[TextFound]]:
    """A check for a topic that is the candidate's own, by its lexicon (see the module)."""

    def check(reading: Reading) -> Iterator[TextFound]:
        if reading.has(f"{topic}.exempt"):
            return
        for hit in _judged(reading, topic):
            if not ruled_out(reading, hit):
                yield TextFound(hit, hint=hint)
                return

    return check


def _judged(reading: Reading, topic: str) -> Iterator[Hit]:
    yield from islice(reading.groups.get(f"{topic}.sure", ()), MOST)
    around = surroundings(reading)
    for kind, decides in _FRAMES.items():
        for hit in islice(reading.groups.get(f"{topic}.{kind}", ()), MOST):
            if around.compound(hit) or reading.within(hit, f"{topic}.innocent"):
                continue
            if decides(around, hit):
                yield hit
    for pair in PAIRS if reading.count <= SHORT else "":
        left, right = f"{topic}.left_{pair}", f"{topic}.right_{pair}"
        if reading.has(left) and reading.has(right):
            yield from _halves(around, reading.groups[left], reading.groups[right])


def _halves(around: Surroundings, left: list[Hit], right: list[Hit]) -> Iterator[Hit]:
    for one in left:
        apart = (max(one.start - other.end, other.start - one.end) for other in right)
        if any(0 <= gap <= APART for gap in apart) and _cue(around, one):
            yield one
            return


def _direct(around: Surroundings, hit: Hit) -> bool:
    said, reading, field = around.said(hit), around.reading, around.reading.item.field
    if not said.isdisjoint(ADDRESSED if around.situation else PEOPLE) and not around.works_in(hit):
        return True
    if around.situation or not said.isdisjoint(MORE_PEOPLE - around.people):
        return False
    if field in OF_EVIDENCE and (reading.count > 2 * LABEL or reading.has("own_business.capable")):
        return False
    if field in ASKED and around.of_colleague(hit):
        return False
    if _is_skill(around, hit):
        return False
    served = field in ASKED and around.serves(hit)
    return (around.clear_of_work(hit) and not served) or _of_person(around, hit)


def _is_skill(around: Surroundings, hit: Hit) -> bool:
    """Does a criterion begin with what somebody can do or knows, and not rule the topic out?"""
    reading = around.reading
    skill = reading.item.field is Field.CRITERION and reading.has("own_business.capable")
    return skill and _NONE.isdisjoint(word.text for word in reading.before(hit, 3))


def _of_person(around: Surroundings, hit: Hit) -> bool:
    """Is a phrase about the candidate although the text speaks of work, too, as adverts do?"""
    reading = around.reading
    if around.beside_work(hit):
        return False
    if reading.item.field in _SORTED and sorts_candidates(around, hit, SORTING):
        return True
    if reading.item.field is Field.CRITERION and reading.has("own_business.role"):
        return True
    close = (*reading.before(hit, NEAR_PERSON), *reading.after(hit, NEAR_PERSON))
    return any(word.text in around.people for word in close) and not around.works_near(hit, NEAR_WORK)


def _core(around: Surroundings, hit: Hit) -> bool:
    reading, field = around.reading, around.reading.item.field
    if reading.count > PLAIN or field in OF_EVIDENCE or around.of_colleague(hit):
        return False
    if _is_skill(around, hit):
        return False
    if around.clear_of_work(hit):
        return not (field in ASKED and (around.serves(hit) or around.situation))
    if field in ASKED or around.works_near(hit, NEAR_PERSON - 1):
        return False
    return reading.has(*SORTING)


def _cue(around: Surroundings, hit: Hit) -> bool:
    field = around.reading.item.field
    if around.reading.count > SHORT or field in OF_EVIDENCE or not around.clear_of_work(hit):
        return False
    if around.works_in(hit) or (field in ASKED and around.of_colleague(hit)):
        return False
    return field is Field.CRITERION or around.names_somebody()


_FRAMES: dict[str, Frame] = {
    "direct": _direct,
    "things": is_thing,
    "traits": is_trait,
    "deeds": is_deed,
    "semi": is_asked_closed,
    "owned": is_owned,
    "core": _core,
    "cues": _cue,
}
