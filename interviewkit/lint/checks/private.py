"""What rules about somebody's private life share: whose the topic is, and whether the text is about it.

A lexicon for `private_topic` has these groups, each of which may be missing:

    direct     decides alone, whatever stands around it (`how old are you`)
    loaded     decides, unless the text is about systems, data, customers or colleagues (`maiden name`)
    words      decides where somebody stands in the sentence and no system does, or in a short label
    owned      decides where it is the candidate's: `your …`, `are you …`, `do you have …`
    final      like owned, and only where a clause ends (`are you single?`, not `a single point of failure`)
    required   decides in requirements, and elsewhere where it is the candidate's
    label      decides in a text of hardly any other words (`Photo:`)
    innocent   takes back every hit that it overlaps

The words around the topic come from the lexicon `context` and from `private_words`.
"""

from collections.abc import Callable, Iterator

from interviewkit.lint.checks import private_words as small
from interviewkit.lint.checks.excuses import excused, few
from interviewkit.lint.rule import TextFound
from interviewkit.lint.text.item import ASKED, Field
from interviewkit.lint.text.matcher import Hit
from interviewkit.lint.text.reading import Reading

LABEL = 6
"""A sentence of so many words may be a label: nobody need be named in it."""

BARE = 4
"""A text of so many words is a label, and no sentence."""

CLOSE = 3
"""So near stand the people whose topic it is: `female patients`, `the age of each customer`."""

REACH = 6
"""So many light words may stand between an owner and what is owned."""

DOES = 3
"""So many words before what somebody does stands who does it."""

SUBJECT = 4
"""So many words before `have` or `are` stands who has or is."""

APART = 10
"""So many words may stand between the two halves of a pair."""

Pairs = tuple[tuple[str, str], ...]
"""Groups of a topic that decide together, in one sentence: `when …` and `… leave school`."""

_WRITTEN = frozenset((Field.CRITERION, Field.NOTE, Field.SHEET))
_ENDS = frozenset((",", ")", "/", "-"))


class Setting:
    """One text as the setting of a private topic: where people stand in it, and where systems do."""

    def __init__(self, reading: Reading, topic: str, *, served: bool = True) -> None:
        """Look at the text once for one topic; with `served`, customers and users count as systems do."""
        self.reading = reading
        self.topic = topic
        groups = ["context.work"]
        if reading.item.field in ASKED or reading.item.field is Field.ANCHOR:
            groups.append("context.others")
        if served:
            groups.append("context.served")
        words = reading.words
        hits = (hit for hit in reading.hits(*groups) if not self._names_a_role(hit))
        self.systems = {words[hit.start].sentence for hit in hits}
        self.people = {word.sentence for word in words if word.text in small.PEOPLE}
        self.to_interviewer = reading.item.field in {Field.NOTE, Field.SIGNAL} and reading.questions == 0

    def _names_a_role(self, hit: Hit) -> bool:
        """Is a system's word only part of somebody's title: `data engineer`, `customer-facing`?"""
        words = self.reading.words
        if hit.end == len(words) or words[hit.end - 1].mark.strip("-/"):
            return False
        return words[hit.end].text in small.ROLES

    def sentence(self, hit: Hit) -> int:
        """The sentence that a hit stands in."""
        return self.reading.words[hit.start].sentence

    def about_systems(self, hit: Hit) -> bool:
        """Does the sentence of the hit speak of systems, data, customers or colleagues?"""
        return self.sentence(hit) in self.systems or self.reading.near(hit, ("context.served",), CLOSE)

    def names_a_person(self, hit: Hit) -> bool:
        """Does the sentence of the hit speak of somebody?"""
        return self.sentence(hit) in self.people

    def asks(self, hit: Hit) -> bool:
        """Does the sentence of the hit end with a question mark?"""
        number = self.sentence(hit)
        return any("?" in word.mark for word in self.reading.words if word.sentence == number)

    def is_label(self, hit: Hit) -> bool:
        """Is the sentence of the hit as short as a label or a question in passing?"""
        number = self.sentence(hit)
        count = sum(word.sentence == number for word in self.reading.words)
        return count <= LABEL and (not self.systems or self.asks(hit))

    def is_bare(self, hit: Hit) -> bool:
        """Is the hit a label on its own, or a question of one or two words?"""
        if self.systems or not self.ends_clause(hit):
            return False
        if self.reading.count <= BARE:
            return True
        number = self.sentence(hit)
        within = [word.text for word in self.reading.words if word.sentence == number]
        own = sum(not text.isdigit() and text not in small.FORM for text in within)
        return own <= hit.end - hit.start + 1 and (self.asks(hit) or self.reading.item.field in _WRITTEN)

    def is_told(self, hit: Hit) -> bool:
        """Does the hit stand in a story or an observation, where nothing is asked for?"""
        return self.reading.item.field not in _WRITTEN and not self.asks(hit)

    def tied(self, hit: Hit) -> bool:
        """Does what was found belong to the candidate: `your …`, `are you …`, `somebody who has …`?"""
        words, sentence = self.reading.words, self.sentence(hit)
        if self._of_system(hit):
            return False
        own = self._own_words()
        for at in range(hit.start - 1, max(-1, hit.start - 2 - REACH), -1):
            if words[at].sentence != sentence:
                return False
            if self._owns(at) or self._held(at) or self._addressed(at):
                return True
            if words[at].text not in small.LIGHT and at not in own:
                return False
        return False

    def _of_system(self, hit: Hit) -> bool:
        if self.reading.words[hit.end - 1].mark:
            return False
        return any(each.start <= hit.end < each.end for each in self.reading.hits("context.work"))

    def _own_words(self) -> set[int]:
        groups = (f"{self.topic}.words", f"{self.topic}.loaded", f"{self.topic}.owned")
        return {place for hit in self.reading.hits(*groups) for place in range(hit.start, hit.end)}

    def _owns(self, at: int) -> bool:
        text = self.reading.words[at].text
        if text == "your" and self.to_interviewer:
            return False
        return text in small.OWNER or (not self.systems and text in small.THEIR)

    def _is_subject(self, at: int) -> bool:
        text = self.reading.words[at].text
        if text in small.YOU or text in small.CANDIDATE or text in small.SOMEBODY:
            return True
        return not self.systems and text in small.THEY

    def _held(self, at: int) -> bool:
        words = self.reading.words
        if words[at].text not in small.HOLDS:
            return False
        if words[at].opens and not self.systems:
            return True
        around = [*range(max(0, at - SUBJECT), at + 1)]
        if words[at].text in small.HAS:
            around += range(at + 1, min(len(words), at + 3))
        return any(self._is_subject(each) and words[each].sentence == words[at].sentence for each in around)

    def _addressed(self, at: int) -> bool:
        close = self.reading.words[max(0, at - 2) : at]
        return self._is_subject(at) and any(word.text in small.IS for word in close)

    def does(self, hit: Hit) -> bool:
        """Is it what the candidate does: `when do you …`, `until you …`?"""
        if self.sentence(hit) in self.systems:
            return False
        close = self.reading.before(hit, DOES)
        return any(word.text in small.YOU or word.text in small.CANDIDATE for word in close)

    def ends_clause(self, hit: Hit) -> bool:
        """Does nothing follow the hit that it could describe?"""
        words = self.reading.words
        if hit.end == len(words) or words[hit.end].sentence != self.sentence(hit):
            return True
        return words[hit.end].text in small.TAIL or words[hit.end - 1].mark in _ENDS


def private_topic(
    topic: str, pairs: Pairs = (), *, served: bool = True
) -> Callable[[Reading], Iterator[TextFound]]:
    """A check for a topic that is nobody's business when it is the candidate's (see the module)."""

    def check(reading: Reading) -> Iterator[TextFound]:
        hit = private_hit(reading, topic, pairs, served=served)
        if hit is not None:
            yield TextFound(hit)

    return check


def private_hit(reading: Reading, topic: str, pairs: Pairs = (), *, served: bool = True) -> Hit | None:
    """The first hit of the topic that is about somebody's private life."""
    setting = Setting(reading, topic, served=served)
    return next((hit for hit in _decisive(setting, pairs) if not excused(reading, topic, hit)), None)


def _decisive(setting: Setting, pairs: Pairs) -> Iterator[Hit]:
    reading, topic = setting.reading, setting.topic
    for group, decides in _TIERS:
        for hit in few(reading, f"{topic}.{group}"):
            if decides(setting, hit):
                yield hit
    for first, then in pairs:
        for hit in together(reading, f"{topic}.{first}", f"{topic}.{then}"):
            if not setting.about_systems(hit):
                yield hit


def together(reading: Reading, first: str, then: str) -> Iterator[Hit]:
    """Where a hit of one group is followed by one of another in the same sentence, as one hit."""
    if not (reading.has(first) and reading.has(then)):
        return
    words = reading.words
    later = few(reading, then)
    for one in few(reading, first):
        for two in later:
            if two.start - one.end > APART or words[two.start].sentence > words[one.start].sentence:
                break
            if one.start < two.start and two.end > one.end:
                yield Hit(one.group, one.start, two.end)


def _direct(_setting: Setting, _hit: Hit) -> bool:
    return True


def _loaded(setting: Setting, hit: Hit) -> bool:
    if setting.about_systems(hit):
        return setting.tied(hit)
    if setting.names_a_person(hit):
        return True
    return not setting.is_told(hit) and (not setting.systems or setting.is_label(hit))


def _worded(setting: Setting, hit: Hit) -> bool:
    if setting.about_systems(hit):
        return setting.tied(hit)
    return setting.names_a_person(hit) or (setting.is_label(hit) and not setting.is_told(hit))


def _final(setting: Setting, hit: Hit) -> bool:
    return setting.ends_clause(hit) and (setting.tied(hit) or setting.does(hit))


def _required(setting: Setting, hit: Hit) -> bool:
    if setting.reading.item.field in {Field.CRITERION, Field.SHEET}:
        return not setting.about_systems(hit)
    return setting.tied(hit)


_TIERS: tuple[tuple[str, Callable[[Setting, Hit], bool]], ...] = (
    ("direct", _direct),
    ("loaded", _loaded),
    ("words", _worded),
    ("owned", Setting.tied),
    ("final", _final),
    ("required", _required),
    ("label", Setting.is_bare),
)
