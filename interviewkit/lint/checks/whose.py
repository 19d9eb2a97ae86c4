"""Whose a private word is: the candidate's, or the work's and the people's whom it serves."""

from collections import Counter
from functools import lru_cache

from interviewkit.lint.text.item import ASKED, Field
from interviewkit.lint.text.matcher import Hit
from interviewkit.lint.text.reading import Reading


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


YOU = _set("you u ya you're you've you'd you'll")
YOUR = _set("your ur yours")
ADDRESSED = YOU | YOUR
CANDIDATE = _set(
    "candidate candidates applicant applicants interviewee hire candidate's candidates' applicant's "
    "applicants'"
)
_THEY = _set("he she they he's she's they're he'd she'd they'd he'll she'll they'll him them person anyone")
THEIR = _set("his her their candidate's applicant's interviewee's person's hire's")
PEOPLE = ADDRESSED | CANDIDATE
MORE_PEOPLE = PEOPLE | _THEY | THEIR | _set("someone anybody")
KIN = _set("parents parent mother father mum mom dad family husband wife partner spouse grandparents folks")
_OF = _set("of in on for from across between among inside within per by with")
_LOOSE = _OF | _set(
    "against into through when if whether that because while until where than then how why what which who "
    "under over and or our the a an your this these my to would will might could as"
)

OF_EVIDENCE = frozenset((Field.ANCHOR, Field.SIGNAL))
"""Fields that describe what a candidate did or said."""

TITLE = 3
"""So many words before `engineer` belong to the title of the job."""

REACH = 6
"""So many words before what is owned its owner stands."""


class Surroundings:
    """Where a text speaks of the work, of the people whom it serves, and of the candidate."""

    def __init__(self, reading: Reading) -> None:
        """Look through the text once."""
        self.reading = reading
        neither = self._places("own_business.not_work")
        if reading.item.field is Field.CRITERION:
            neither |= self._titles()
        self.work = self._places("systems.subject", "own_business.work") - neither
        self.served = self._places("systems.people", "own_business.served") - neither
        # In questions and in evidence, `she` and `they` are somebody else.
        asked = reading.item.field in ASKED | OF_EVIDENCE
        self.people = PEOPLE if asked else MORE_PEOPLE
        self._sentences = Counter(reading.words[at].sentence for at in self.work)
        self.situation = reading.item.field in ASKED and reading.has("own_business.situation")

    def _places(self, *groups: str) -> frozenset[int]:
        return frozenset(at for hit in self.reading.hits(*groups) for at in range(hit.start, hit.end))

    def _titles(self) -> frozenset[int]:
        """The words before `engineer` and the like: the title of a job is not what a line is about."""
        ends = [hit.start for hit in self.reading.groups.get("own_business.role", ())]
        return frozenset(at for end in ends for at in range(max(0, end - TITLE), end + 1))

    def said(self, hit: Hit) -> frozenset[str]:
        """The words of the hit."""
        return frozenset(word.text for word in self.reading.words[hit.start : hit.end])

    def names_somebody(self) -> bool:
        """Does a word for the candidate stand anywhere in the text?"""
        return any(word.text in self.people for word in self.reading.words)

    def cut(self, at: int) -> bool:
        """Does a comma, a bracket or the like follow the word? A hyphen inside a word does not cut."""
        return self.reading.words[at].mark not in {"", "-", "'"}

    def compound(self, hit: Hit) -> bool:
        """Is the last word only the first half of a word with a hyphen (`live-reload`)?"""
        last = self.reading.words[hit.end - 1]
        end = last.start + len(last.text)
        return self.reading.text[end : end + 1] == "-" and self.reading.text[end + 1 : end + 2].isalpha()

    def beside_served(self, hit: Hit) -> bool:
        """Does a word for those whom the work serves stand right before or after, with no comma between?"""
        return self._beside(hit, self.served)

    def beside_work(self, hit: Hit) -> bool:
        """Does a word of the work or for those whom it serves stand right before or after?"""
        return self._beside(hit, self.work | self.served)

    def _beside(self, hit: Hit, places: frozenset[int]) -> bool:
        after = hit.end in places and not self.cut(hit.end - 1)
        nearly = hit.end + 1 in places and not (self.cut(hit.end - 1) or self.cut(hit.end))
        before = hit.start - 1 in places and not self.cut(hit.start - 1)
        early = hit.start - 2 in places and not (self.cut(hit.start - 2) or self.cut(hit.start - 1))
        return after or nearly or before or early

    def works_near(self, hit: Hit, reach: int) -> bool:
        """Does a word of the work stand in the sentence, at most `reach` words away?"""
        words, sentence = self.reading.words, self.reading.words[hit.start].sentence
        before = range(max(0, hit.start - reach), hit.start)
        after = range(hit.end, min(len(words), hit.end + reach))
        near = any(at in self.work and words[at].sentence == sentence for at in (*before, *after))
        return near or self.beside_served(hit)

    def works_in(self, hit: Hit) -> bool:
        """Does a word of the work stand in the hit itself?"""
        return any(at in self.work for at in range(hit.start, hit.end))

    def clear_of_work(self, hit: Hit) -> bool:
        """Is there no word of the work in the whole text but those of the hit itself?"""
        return not self.work.difference(range(hit.start, hit.end)) and not self.beside_served(hit)

    def elsewhere(self, hit: Hit) -> bool:
        """Is somebody else spoken of, a colleague, or the work in the sentence of the hit?"""
        own = sum(at in self.work for at in range(hit.start, hit.end))
        works = self._sentences[self.reading.words[hit.start].sentence] > own
        return works or self.of_colleague(hit) or self.beside_served(hit)

    def of_colleague(self, hit: Hit) -> bool:
        """Does the text speak of a colleague, not only in the words of the hit?"""
        others = self.reading.groups.get("own_business.colleagues", ())
        return any(other.end <= hit.start or hit.end <= other.start for other in others)

    def serves(self, hit: Hit) -> bool:
        """Does the text speak of those whom the work serves, not only in the words of the hit?"""
        return bool(self.served.difference(range(hit.start, hit.end)))

    def carried_on(self, hit: Hit) -> bool:
        """Does what was found belong to the work after it: `health score`, `religion in the data set`?"""
        after = self.reading.after(hit, 5)
        if not after or self.cut(hit.end - 1):
            return False
        work = self.work | self.served
        if after[0].text in _OF:
            return any(hit.end + n in work for n in range(1, len(after)))
        return hit.end in work or (hit.end + 1 in work and after[0].text not in _LOOSE)

    def before(
        self, hit: Hit, people: frozenset[str], stops: frozenset[str], only: frozenset[str] = frozenset()
    ) -> str:
        """Who stands before the hit with nothing between that cuts off: a word of `people`, or nothing.

        Words of the work cut off, those of `stops`, and where `only` is given, all others.
        """
        words, work = self.reading.words, self.work | self.served
        for at in range(hit.start - 1, max(-1, hit.start - 1 - REACH), -1):
            text = words[at].text
            if words[at].sentence != words[hit.start].sentence:
                break
            if text in people:
                return text
            if at in work or text in stops or (only and text not in only):
                break
        return ""


@lru_cache(maxsize=2)
def surroundings(reading: Reading) -> Surroundings:
    """The surroundings of a text; the rules ask about one text after the other."""
    return Surroundings(reading)
