"""A candidate's own business: is the candidate asked about it, or does it belong to the work or to others?

The lexicon of such a topic sorts its words by what they are, and each kind decides in its own surroundings:

    sure      phrases that decide alone
    direct    phrases that decide where they name a person; else where no words of the work are about
    things    what a person has (`religion`): `your …`, `do you have …`, `any …?`, `no …`, a label on a form
    traits    what a person is (`disabled`): `are you …`, `… candidates`, `… only`
    deeds     what a person does (`pray`): `do you …`, `have you ever …`
    owned     what may be required of the work, too (`pay`): only `your …`
    core      words that are private whoever says them (`religion`), where nobody else is spoken of
    cues      hints (`Sunday mornings`) that decide where somebody is meant and no word of the work is there
    left_a …  two halves of a hint (`right_a` …) that decide like cues where both are there
    innocent  takes back a hit that it overlaps, unless it is sure
    exempt    excuses the whole text

The words around them come from the lexicon `own_business`.
"""

from collections.abc import Callable, Iterator

from interviewkit.lint.checks_ruled_out import ruled_out
from interviewkit.lint.checks_whose import (
    ADDRESSED,
    CANDIDATE,
    KIN,
    MORE_PEOPLE,
    OF_EVIDENCE,
    PEOPLE,
    THEIR,
    YOU,
    YOUR,
    Surroundings,
    surroundings,
)
from interviewkit.lint.item import ASKED, Field
from interviewkit.lint.matcher import Hit
from interviewkit.lint.reading import Reading
from interviewkit.lint.rule import TextFound


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SEEMS = _set("looks sounds seems sounded looked seemed")
_BE = _SEEMS | _set(
    "are were is was be been being am you're they're he's she's aren't weren't isn't wasn't sound look seem "
    "become identify feel feels"
)
_LIGHT = _set(
    "a an the any some also not ever still actually currently really originally personally yourself perhaps "
    "maybe possibly by chance at all or and either both very quite so rather particularly practising strict "
    "practicing devout openly officially legally registered considered classed of from as now already happen "
    "to truly fully mostly more usually often sometimes regularly normally generally typically recently been "
    "previously previous be have had has get got do does did one always never just even in good former paid "
    "formerly active actively up proud full non stop need want tend used like don't doesn't comfortable fine "
    "willing happy ok okay prepared ready able mind"
)
_ADVERBS = (_LIGHT - _set("a an the of from in")) | _set("will would themselves")
_STOPS = _set(
    "for in by against into through from with across when if whether that because while until where than "
    "then how why what which who under over between within"
)
_OWNER_STOPS = _STOPS | _set("manager manager's team team's boss boss's lead colleague colleagues company")
_HAD_STOPS = _STOPS - _set("with from in")
_ELLIPTIC = _set(
    "any ever got still no list state disclose declare describe detail mention name about regarding please "
    "tell and so also previous past current own"
)
_SORTING = ("own_business.checks", "own_business.wanted")
_SORTED = frozenset((Field.CRITERION, Field.NOTE, Field.SIGNAL))

NEAR_PERSON = 4
"""So close a person takes a phrase to themselves although the text speaks of work as well."""

NEAR_WORK = 8
"""So close a word of the work takes a phrase back."""

LABEL = 6
"""A criterion of at most so many words may be a topic's bare name."""

ELLIPSIS = 18
"""A question without a verb has at most so many words."""

PLAIN = 36
"""In texts of so many words a word that is always private decides alone, where the work is not spoken of."""

SHORT = 60
"""Longer texts are about more than one thing: no hint decides there."""

APART = 24
"""So many words may stand between the halves of a hint."""

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
    yield from reading.groups.get(f"{topic}.sure", ())
    around = surroundings(reading)
    for kind, decides in _FRAMES.items():
        for hit in reading.groups.get(f"{topic}.{kind}", ()):
            if around.compound(hit) or reading.within(hit, f"{topic}.innocent"):
                continue
            if decides(around, hit):
                yield hit
    for pair in PAIRS:
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
    said = around.said(hit)
    if not said.isdisjoint(PEOPLE):
        return True
    if not said.isdisjoint(MORE_PEOPLE - around.people):
        return False
    return around.clear_of_work(hit) or _of_person(around, hit)


def _of_person(around: Surroundings, hit: Hit) -> bool:
    """Is a phrase about the candidate although the text speaks of work, too, as adverts do?"""
    reading = around.reading
    if around.works_near(hit, 2):
        return False
    if reading.item.field in _SORTED and _sorts(around, hit, _SORTING):
        return True
    close = (*reading.before(hit, NEAR_PERSON), *reading.after(hit, NEAR_PERSON))
    return any(word.text in around.people for word in close) and not around.works_near(hit, NEAR_WORK)


def _thing(around: Surroundings, hit: Hit) -> bool:
    return _owned(around, hit) or _had(around, hit) or _elliptic(around, hit) or _named(around, hit)


def _trait(around: Surroundings, hit: Hit) -> bool:
    return _is(around, hit) or _grouped(around, hit) or _elliptic(around, hit) or _named(around, hit)


def _owned(around: Surroundings, hit: Hit) -> bool:
    if around.carried_on(hit):
        return False
    if around.before(hit, YOUR, _OWNER_STOPS):
        return True
    after = [word.text for word in around.reading.after(hit, 4)]
    theirs = after[:1] == ["of"] and not CANDIDATE.isdisjoint(after)
    theirs = theirs or bool(around.before(hit, THEIR & around.people, _OWNER_STOPS))
    return theirs and not around.elsewhere(hit)


def _had(around: Surroundings, hit: Hit) -> bool:
    if around.carried_on(hit):
        return False
    return any(_reaches(around, has, hit) for has in around.reading.groups.get("own_business.has", ()))


def _reaches(around: Surroundings, has: Hit, hit: Hit) -> bool:
    words = around.reading.words
    between = range(has.end, hit.start)
    if (
        hit.start < has.end
        or len(between) > LABEL - 1
        or words[has.start].sentence != words[hit.start].sentence
    ):
        return False
    if has.start > 0 and words[has.start - 1].text == "how":
        return False
    if any(words[at].text in _HAD_STOPS or at in around.work or at in around.served for at in between):
        return False
    said = around.said(has)
    if not said.isdisjoint(YOU):
        return True
    return said.isdisjoint(MORE_PEOPLE - around.people) and not around.elsewhere(hit)


def _elliptic(around: Surroundings, hit: Hit) -> bool:
    """Is it asked for without a verb: `any convictions?`, `list all …`?"""
    reading = around.reading
    if reading.item.field not in ASKED or reading.count > ELLIPSIS or around.elsewhere(hit):
        return False
    before = reading.before(hit, LABEL + 2)
    if not before:
        after = reading.after(hit, LABEL)
        return any("?" in word.mark for word in (reading.words[hit.end - 1], *after))
    return before[0].opens and before[0].text in _ELLIPTIC and not reading.has("forms.situation")


def _named(around: Surroundings, hit: Hit) -> bool:
    """Is it a label, something to check for, or something required or ruled out?"""
    reading, field = around.reading, around.reading.item.field
    if field is Field.SHEET:
        return True
    if around.elsewhere(hit):
        return False
    if field is Field.CRITERION and reading.count <= LABEL and not reading.asks:
        return True
    if field in ASKED:
        return not reading.asks and _sorts(around, hit, _SORTING[:1])
    return _sorts(around, hit, _SORTING)


def _sorts(around: Surroundings, hit: Hit, groups: tuple[str, ...]) -> bool:
    """Is the hit something by which candidates are checked, wanted or turned away?"""
    words = around.reading.words
    for other in around.reading.hits(*groups):
        if words[other.start].sentence != words[hit.start].sentence:
            continue
        if 0 <= hit.start - other.end <= NEAR_PERSON:
            return True
        if other.group == _SORTING[1] and 0 <= other.start - hit.end < NEAR_PERSON:
            return True
    return False


def _is(around: Surroundings, hit: Hit) -> bool:
    before = around.reading.before(hit, LABEL + 1)
    who = around.before(hit, around.people, frozenset(), _LIGHT | _BE | KIN)
    if not who and not (before and before[0].opens and before[0].text in _SEEMS):
        return False
    if around.carried_on(hit) or _BE.isdisjoint(word.text for word in before):
        return False
    return who in ADDRESSED or not around.elsewhere(hit)


def _grouped(around: Surroundings, hit: Hit) -> bool:
    """Is it said of candidates as a group, or asked by degree: `how religious are you`?"""
    after = [word.text for word in around.reading.after(hit, 2)]
    if after and after[0] in CANDIDATE:
        return not around.elsewhere(hit)
    degree = any(word.text == "how" for word in around.reading.before(hit, 2))
    return degree and len(after) > 1 and after[0] in _BE and after[1] in PEOPLE


def _deed(around: Surroundings, hit: Hit) -> bool:
    who = around.before(hit, around.people, _STOPS, _ADVERBS | KIN)
    if who in ADDRESSED:
        return not around.works_near(hit, 3)
    return bool(who) and not around.elsewhere(hit)


def _core(around: Surroundings, hit: Hit) -> bool:
    reading, field = around.reading, around.reading.item.field
    if reading.count > PLAIN or field in OF_EVIDENCE or reading.has("own_business.colleagues"):
        return False
    return around.clear_of_work(hit) and not (field in ASKED and around.served)


def _cue(around: Surroundings, hit: Hit) -> bool:
    field = around.reading.item.field
    if around.reading.count > SHORT or field in OF_EVIDENCE or not around.clear_of_work(hit):
        return False
    return field is Field.CRITERION or around.names_somebody()


_FRAMES: dict[str, Frame] = {
    "direct": _direct,
    "things": _thing,
    "traits": _trait,
    "deeds": _deed,
    "owned": _owned,
    "core": _core,
    "cues": _cue,
}
