"""How the wording of a level reads: what somebody can be seen doing, or only what they are judged to be.

Both are counted and weighed against each other, because neither a verb nor an adjective alone decides:
"Names a good baseline before any network" shows something, "Identifies relevant risks well" does not.
"""

from enum import StrEnum
from functools import cached_property, lru_cache

from interviewkit.lint.checks.anchor_words import (
    AFTER_SUBJECT,
    ARTICLES,
    BEFORE_VERB,
    DETAILS,
    FRONTS,
    GRADES,
    HAVING,
    HELPERS,
    MOST,
    NAMED_LEVELS,
    NO_COUNT,
    NUMBERS,
    OBJECTS,
    PAST,
    SUBJECTS,
    TIMES,
    VOICE,
    WEIGHTS,
)
from interviewkit.lint.text.item import Field
from interviewkit.lint.text.matcher import Hit
from interviewkit.lint.text.reading import Reading
from interviewkit.lint.text.words import Word

PLAINLY = ["degree", "quality", "loose", "verdict", "impression"]
"""Groups that count against a text wherever they stand."""
ABSTRACT = ("ness", "ship", "tude", "ism")
ABSTRACT_SHOWN = (*ABSTRACT, "ity", "ence", "ance", "ment", "acy")
"""Endings of qualities; more of them where somebody "shows" or "has" the word."""
FRONT_REACH, OWN_REACH, QUALITY_REACH, JUDGED_REACH = 12, 7, 4, 3
SHORT_ADVERB = 4
SHORT, LONG = 8, 20
"""Words of an anchor that says little, and of one that has room to say something."""


class Head(StrEnum):
    """What the main word of an anchor is."""

    ACT = "act"
    BASE = "base"
    GENERIC = "generic"
    HAVING = "having"
    STATE = "state"
    SHOWING = "showing"
    JUDGED = "judged"
    VERB = "verb"
    NOUN = "noun"


HEADS = {
    Head.ACT: -3.0,
    Head.BASE: -0.4,
    Head.HAVING: -0.4,
    Head.GENERIC: 0.0,
    Head.VERB: 0.4,
    Head.STATE: 0.4,
    Head.NOUN: 1.1,
    Head.JUDGED: 0.9,
    Head.SHOWING: 1.0,
}
BASE = 1.9
"""What the main word adds to vagueness, and where counting starts; fitted like `WEIGHTS`."""


KINDS_OF_HEAD = (
    ("state", Head.STATE),
    ("generic", Head.GENERIC),
    *((group, Head.JUDGED) for group in ("adjective", "either", "quality", "adverb", "degree")),
)


@lru_cache(maxsize=1)
def wording_of(reading: Reading) -> "Wording":
    """The wording of a text, read once for all rules that ask about it."""
    return Wording(reading)


def words_in(reading: Reading) -> int:
    """How many words an anchor has as they are counted on paper, without its `Level 3:`."""
    return len(reading.item.text.split()) - wording_of(reading).label


def is_asked(reading: Reading) -> bool:
    """Is the text a question? `Would succeed anywhere` begins like one, and is none where a level stands."""
    return reading.questions > 0 or (reading.item.field is not Field.ANCHOR and reading.asks)


def is_quoted(reading: Reading, hit: Hit) -> bool:
    """Does the hit stand in quotation marks, single ones included?"""
    word = reading.words[hit.start]
    opened = word.start > 0 and reading.text[word.start - 1] == "'"
    return word.quoted or opened


class Wording:
    """An anchor's main word, and how often each kind of word stands in it."""

    def __init__(self, reading: Reading) -> None:
        """Find the kinds of the words; the lexicon's hits are taken from the reading."""
        self.words: tuple[Word, ...] = reading.words
        self.reading = reading
        self.kinds: list[dict[str, int]] = [{} for _ in self.words]
        for name, hits in reading.groups.items():
            topic, _, group = name.partition(".")
            if topic == "anchor":
                for hit in hits:
                    self.kinds[hit.start][group] = hit.end
        self.excused = {n for hit in reading.hits("anchor.innocent") for n in range(hit.start, hit.end)}
        self.label = self._label()
        self.begin = self.label or self._after_clause()
        self.helped = False
        self.main = self._main(self.begin)
        self.head = self._head()

    def word(self, place: int) -> str:
        """The word at a place, nothing where there is none."""
        return self.words[place].text if 0 <= place < len(self.words) else ""

    def is_a(self, place: int, *groups: str) -> bool:
        """Does one of the lexicon's groups begin at the place?"""
        return 0 <= place < len(self.words) and any(group in self.kinds[place] for group in groups)

    def topic_at(self, place: int, *groups: str) -> bool:
        """Does a hit of one of these groups of any lexicon begin at the place?"""
        return any(hit.start == place for hit in self.reading.hits(*groups))

    # --- the main word --------------------------------------------------------------------------------------

    def _label(self) -> int:
        """How many words the level has that the text begins with: `Level 3:`, `3 -`."""
        first = self.word(0)
        if first in NAMED_LEVELS and self.word(1).isdigit():
            return 2
        if first.isdigit() and len(first) == 1 and len(self.words) > 1 and self.word(1) not in TIMES:
            return 1
        return 0

    def _after_clause(self) -> int:
        """Where the main clause begins behind one such as `When the data change,`."""
        if self.word(0) in FRONTS:
            for place, word in enumerate(self.words[:FRONT_REACH]):
                if word.mark == "," and self._is_finite(place + 1):
                    return place + 1
        return 0

    def _is_finite(self, place: int) -> bool:
        """Is the word there an act in the third person or the past?"""
        word = self.word(place)
        return self.is_a(place, "act") and (word.endswith(("s", "ed")) or word in PAST)

    def _main(self, place: int) -> int:
        last = len(self.words) - 1
        while place < last:
            after = self._after_filler(place)
            if after == place:
                return place
            place = after
        return min(place, max(last, 0))

    def _after_filler(self, place: int) -> int:
        """The next place where the word is a helper, a subject or an adverb, else the same place."""
        word, kinds = self.word(place), self.kinds[place]
        if "frame" in kinds:
            self.helped = True
            return kinds["frame"]
        if word in HELPERS and "act" not in kinds:
            self.helped = True
            return place + 1
        if word in HAVING and (self.word(place + 1).endswith("ed") or self.word(place + 1) in PAST):
            return place + 1
        if word in SUBJECTS and "verdict" not in kinds:
            return place + 1
        return max(kinds.get("adverb", place), kinds.get("degree", place))

    def _head(self) -> Head:
        """What the main word is, by the lexicon and, where it does not know the word, by its form."""
        place, word = self.main, self.word(self.main)
        is_subject = self.word(place + 1) in AFTER_SUBJECT
        if is_subject and self.is_a(place, "act", "quality", "generic", "loose"):
            return Head.NOUN
        if self.is_a(place, "showing") and self._quality_from(self.kinds[place]["showing"], QUALITY_REACH):
            return Head.SHOWING
        if self.is_a(place, "act") and self.word(place - 1) not in ARTICLES:
            is_verb = self.helped or self._is_finite(place) or self.word(place + 1) in OBJECTS
            return Head.ACT if is_verb else Head.BASE
        if word in HAVING:
            return Head.HAVING
        return next((head for group, head in KINDS_OF_HEAD if self.is_a(place, group)), self._by_form())

    def _by_form(self) -> Head:
        """What the word's form or the words behind it say: `The draft states …`, `Glosses over …`."""
        place, word = self.main, self.word(self.main)
        if self.is_a(place, "concrete") and any(self._is_finite(place + n) for n in range(1, OWN_REACH)):
            return Head.ACT
        is_verb = word.endswith("s") and not word.endswith(("ss", "'s", "us", "is"))
        return Head.VERB if is_verb and place < len(self.words) - 1 else Head.NOUN

    def _quality_from(self, place: int, reach: int) -> bool:
        """Does a quality follow in the same clause: `shows real passion`, not `brings those whose skills`?"""
        for n in range(place, min(place + reach, len(self.words))):
            if self.is_a(n, "quality") or (n < place + 2 and self._ends(n, ABSTRACT_SHOWN)):
                return True
            if self.word(n) in DETAILS - {"own", "no", "none"} or self.words[n].mark:
                return False
        return False

    def _ends(self, place: int, endings: tuple[str, ...]) -> bool:
        """Does a word that the lexicon does not know end like that?"""
        return self.word(place).endswith(endings) and not self.is_a(place, "neutral", "concrete", "act")

    # --- what is counted ------------------------------------------------------------------------------------

    @cached_property
    def counts(self) -> dict[str, float]:
        """How often each kind of evidence stands in the text, each up to its `MOST`."""
        found = dict.fromkeys(MOST, 0.0)
        for place, word in enumerate(self.words):
            for name in self._evidence(place, word):
                found[name] += 1
            if place not in self.excused:
                for name in self._vagueness(place, word):
                    found[name] += 1
        length = len(self.words) - self.begin
        found = {name: min(number, MOST[name]) for name, number in found.items()}
        found["short"] = max(0, SHORT - length) / SHORT
        found["long"] = min(max(0, length - SHORT), LONG - SHORT) / (LONG - SHORT)
        return found

    def _evidence(self, place: int, word: Word) -> list[str]:
        """What speaks for behaviour at a place: acts, things of the work, conditions, numbers, quotations."""
        kinds, before = self.kinds[place], self.words[place - 1] if place else None
        names = [name for name in ("concrete",) if name in kinds]
        if place > self.main and "act" in kinds and before and (before.mark or before.text in BEFORE_VERB):
            names.append("acts")
        if word.text in DETAILS and "verdict" not in kinds:
            names.append("detail")
        if place >= self.begin and self._counts(place, word.text):
            names.append("number")
        if word.quoted:
            names.append("quoted")
        return names

    def _counts(self, place: int, word: str) -> bool:
        is_number = word[0].isdigit() or word in NUMBERS
        return is_number and self.word(place - 1) not in NO_COUNT and self.word(place + 1) not in TIMES

    def _vagueness(self, place: int, word: Word) -> list[str]:
        """What speaks against: words that judge, qualities, objects of no particular work, verdicts."""
        kinds = self.kinds[place]
        names = [name for name in PLAINLY if name in kinds]
        if not kinds and self._ends(place, ABSTRACT):
            names.append("quality")
        if not kinds and len(word.text) > SHORT_ADVERB and self._ends(place, ("ly",)):
            names.append("manner")
        if "adjective" in kinds:
            names.append("adjective")
        elif "adverb" in kinds:
            names.append("adverb")
        elif "either" in kinds and self._judges(place):
            names.append("either")
        if word.text in VOICE and not word.quoted:
            names.append("voice")
        if word.text in {"level", "levels"} or self._is_grade(place):
            names.append("grade")
        return names

    def _judges(self, place: int) -> bool:
        """Does a word that can judge do so: at the beginning, after `is`, before a quality?"""
        if place in {self.main, self.begin} or self.word(place - 1) in AFTER_SUBJECT:
            return True
        return any(self.is_a(place + n, "quality", "loose") for n in range(1, JUDGED_REACH + 1))

    def _is_grade(self, place: int) -> bool:
        """Is it `a three`, `between a 3 and a 5`?"""
        is_number = self.word(place) in {"a", "an", "the"} and self.word(place + 1) in GRADES
        return is_number and self.word(place + 2) in {"", "and", "or", "without"}

    @property
    def judges(self) -> bool:
        """Is the main word a judgement or a possession, not an act?"""
        return self.head in {Head.JUDGED, Head.SHOWING, Head.STATE, Head.HAVING}

    @property
    def vagueness(self) -> float:
        """Evidence for vagueness minus evidence for behaviour; above 0 the text is vague."""
        weighed = sum(WEIGHTS[name] * number for name, number in self.counts.items())
        return BASE + HEADS[self.head] + weighed
