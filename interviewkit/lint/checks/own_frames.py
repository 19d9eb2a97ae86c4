"""How a private word is put to a candidate: `your …`, `do you have …`, `any …?`, as a label or a demand."""

from interviewkit.lint.checks.whose import (
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
)
from interviewkit.lint.text.item import ASKED, Field
from interviewkit.lint.text.matcher import Hit


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
_WHO = _set("who that wouldn't couldn't didn't won't")
_ADVERBS = (_LIGHT - _set("a an the of from in")) | _set("will would themselves")
_STOPS = _set(
    "for in by against into through from with across when if whether that because while until where than "
    "then how why what which who under over between within"
)
_OWNER_STOPS = _STOPS | _set("manager manager's team team's boss boss's lead colleague colleagues company")
_HAD_STOPS = _STOPS - _set("with from in")
_ALL = _set("any all")
_ELLIPTIC = _ALL | _set(
    "ever got still no list state disclose declare mention name please previous past current own"
)
SORTING = ("own_business.checks", "own_business.wanted")

NEAR_PERSON = 4
"""So close a person takes a phrase to themselves although the text speaks of work as well."""

LABEL = 6
"""A criterion of at most so many words may be a topic's bare name."""

ELLIPSIS = 18
"""A question without a verb has at most so many words."""

PLAIN = 36
"""In texts of so many words a word that is always private decides alone, where the work is not spoken of."""


def is_thing(around: Surroundings, hit: Hit) -> bool:
    """Is the candidate asked for something that a person has?"""
    put = is_owned(around, hit) or _had(around, hit) or _elliptic(around, hit)
    return put or _named(around, hit) or _asked(around, hit)


def is_trait(around: Surroundings, hit: Hit) -> bool:
    """Is the candidate asked for something that a person is?"""
    put = _is(around, hit) or _grouped(around, hit) or _elliptic(around, hit)
    return put or _named(around, hit) or _asked(around, hit)


def is_owned(around: Surroundings, hit: Hit) -> bool:
    """Is it the candidate's: `your …`, `the applicant's …`?"""
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
    if around.situation:
        return False
    return before[-1].text in _ALL or (before[0].opens and before[0].text in _ELLIPTIC)


def _named(around: Surroundings, hit: Hit) -> bool:
    """Is it a label, something to check for, or something required or ruled out?"""
    reading, field = around.reading, around.reading.item.field
    if field is Field.SHEET:
        return True
    if around.elsewhere(hit):
        return False
    if _is_label(around, hit):
        return True
    if field in OF_EVIDENCE:
        return False
    if field in ASKED:
        return not reading.asks and sorts_candidates(around, hit, SORTING[:1])
    return sorts_candidates(around, hit, SORTING)


def _is_label(around: Surroundings, hit: Hit) -> bool:
    reading = around.reading
    short = reading.count <= LABEL and not reading.asks
    return reading.item.field is Field.CRITERION and short and not around.elsewhere(hit)


def sorts_candidates(around: Surroundings, hit: Hit, groups: tuple[str, ...]) -> bool:
    """Is the hit something by which candidates are checked, wanted or turned away?"""
    words = around.reading.words
    for other in around.reading.hits(*groups):
        if words[other.start].sentence != words[hit.start].sentence:
            continue
        if 0 <= hit.start - other.end <= NEAR_PERSON:
            return True
        if other.group == SORTING[1] and 0 <= other.start - hit.end < NEAR_PERSON:
            return True
    return False


def _is(around: Surroundings, hit: Hit) -> bool:
    before = around.reading.before(hit, LABEL + 1)
    who = around.before(hit, around.people, frozenset(), _LIGHT | _BE | KIN | _WHO)
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


def is_deed(around: Surroundings, hit: Hit) -> bool:
    """Is the candidate asked for something that a person does?"""
    who = around.before(hit, around.people, _STOPS, _ADVERBS | KIN)
    if who in ADDRESSED and not around.works_near(hit, 3):
        return True
    if who and who not in ADDRESSED and not around.elsewhere(hit):
        return True
    return _is_label(around, hit) or _asked(around, hit)


def _asked(around: Surroundings, hit: Hit) -> bool:
    """Does a plain question to the candidate hold the word: `have you …`, `which … did you …`?"""
    return _put(around, hit, "own_business.closed", "own_business.open")


def is_asked_closed(around: Surroundings, hit: Hit) -> bool:
    """Does a closed question to the candidate hold the word: `have you …`?"""
    return _put(around, hit, "own_business.closed")


def _put(around: Surroundings, hit: Hit, *groups: str) -> bool:
    reading, words = around.reading, around.reading.words
    if reading.item.field not in ASKED or reading.count > PLAIN or around.of_colleague(hit):
        return False
    if around.situation or around.serves(hit) or not around.clear_of_work(hit):
        return False
    sentence = words[hit.start].sentence
    return any(
        words[put.start].sentence == sentence and put.start <= hit.start for put in reading.hits(*groups)
    )
