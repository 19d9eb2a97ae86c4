"""A text as it was understood: its words, the topics in it, who is asked about, and in what form."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import cache, cached_property
from operator import attrgetter

from interviewkit.lint.text.folding import fold
from interviewkit.lint.text.item import TextItem
from interviewkit.lint.text.matcher import Hit, Matcher
from interviewkit.lint.text.words import Word, words_of

NEAR = 3
"""So many words before a topic its owner stands."""

LATER = 12
"""So many words after a prohibition it still holds."""


REPORT = 4
"""A text that quotes has at least so many words of its own; with fewer, the quotation is the text."""

ASK = frozenset(("ask", "asks", "asking", "say", "begin", "open"))


_START = attrgetter("start")


@cache
def _topic(group: str) -> str:
    return group.partition(".")[0]


class Form(StrEnum):
    """What kind of sentence a text is, by its beginning."""

    CLOSED = "closed"
    OPEN = "open_question"
    INVITATION = "invitation"
    SITUATION = "situation"
    INSTRUCTION = "instruction"
    REQUIREMENT = "requirement"
    STATEMENT = "statement"


class Reading:
    """One text, read once; every rule asks this object instead of the text."""

    def __init__(self, item: TextItem, matcher: Matcher) -> None:
        """Read the item with the words that the matcher knows."""
        self.item = item
        self.folded = fold(item.text)
        self.text = self.folded.text
        self.words: tuple[Word, ...] = words_of(self.text)
        self.groups: dict[str, list[Hit]] = {}
        for hit in matcher.hits(self.words):
            self.groups.setdefault(hit.group, []).append(hit)
        self.topics = frozenset(map(_topic, self.groups))

    def has(self, *groups: str) -> bool:
        """Is there a hit in any of the groups?"""
        return not self.groups.keys().isdisjoint(groups)

    def hits(self, *groups: str) -> list[Hit]:
        """The hits in these groups, by place."""
        if len(groups) == 1:
            return self.groups.get(groups[0], [])
        found = [hit for group in groups if group in self.groups for hit in self.groups[group]]
        return sorted(found, key=_START) if found else found

    def said(self, hit: Hit) -> str:
        """The words of a hit as they stand in the original."""
        start = self.words[hit.start].start
        last = self.words[hit.end - 1]
        offsets = self.folded.offsets
        end = offsets[last.start + len(last.text) - 1] + 1
        return " ".join(self.item.text[offsets[start] : end].split())

    def column(self, hit: Hit) -> int:
        """Where the hit begins in the original text, from 0."""
        return self.folded.offsets[self.words[hit.start].start]

    @cached_property
    def count(self) -> int:
        """How many words the text has."""
        return len(self.words)

    @cached_property
    def questions(self) -> int:
        """How many question marks the text has, outside quotes."""
        return sum("?" in word.mark for word in self.words if not word.quoted)

    @cached_property
    def form(self) -> Form:
        """The form of the text's last sentence that asks, else of its first."""
        for name, form in (
            ("forms.situation", Form.SITUATION),
            ("forms.invitation", Form.INVITATION),
            ("forms.open_question", Form.OPEN),
            ("forms.closed", Form.CLOSED),
            ("forms.requirement", Form.REQUIREMENT),
            ("forms.instruction", Form.INSTRUCTION),
        ):
            if name in self.groups:
                return form
        return Form.STATEMENT

    @cached_property
    def asks(self) -> bool:
        """Does the text put a question to somebody?"""
        return self.questions > 0 or self.has("forms.invitation", "forms.open_question", "forms.closed")

    def before(self, hit: Hit, reach: int = NEAR) -> Sequence[Word]:
        """The words before a hit in its sentence, at most `reach`."""
        sentence = self.words[hit.start].sentence
        close = self.words[max(0, hit.start - reach) : hit.start]
        return [word for word in close if word.sentence == sentence]

    def after(self, hit: Hit, reach: int = NEAR) -> Sequence[Word]:
        """The words after a hit in its sentence, at most `reach`."""
        sentence = self.words[hit.end - 1].sentence
        return [word for word in self.words[hit.end : hit.end + reach] if word.sentence == sentence]

    def near(self, hit: Hit, groups: Iterable[str], reach: int) -> bool:
        """Does a hit of these groups stand within `reach` words, in the same sentence?"""
        sentence = self.words[hit.start].sentence
        return any(
            self.words[other.start].sentence == sentence
            and other.start - hit.end < reach
            and hit.start - other.end < reach
            for other in self.hits(*groups)
        )

    def within(self, hit: Hit, *groups: str) -> bool:
        """Is the hit part of, or overlapped by, a hit of one of these groups?"""
        return any(other.start < hit.end and hit.start < other.end for other in self.hits(*groups))

    def of_others(self, hit: Hit) -> bool:
        """Does a system, a data set or a customer own or carry it (`patients' ages`, `age column`)?"""
        around = ("systems.subject", "systems.people")
        owners = {n for other in self.hits(*around) for n in range(other.start, other.end)}
        close = (*range(hit.start - 2, hit.start), *range(hit.end, hit.end + 2))
        sentence = self.words[hit.start].sentence
        return any(n in owners and self.words[n].sentence == sentence for n in close)

    def of_candidate(self, hit: Hit) -> bool:
        """Is it the candidate's: `your age`, `are you …`, `do you have …`, and no system's or customer's?"""
        if self.of_others(hit):
            return False
        own = {"your", "you", "candidate's", "applicant's", "his", "her", "you're"}
        return any(word.text in own for word in self.before(hit, 6)) or any(
            word.text in {"you", "your"} for word in self.after(hit, 4)
        )

    def shielded(self, hit: Hit) -> bool:
        """Is the hit forbidden or only quoted, not asked?"""
        return self._forbidden(hit) or self._reported(hit)

    def _forbidden(self, hit: Hit) -> bool:
        if self.has("shields.bypasses"):
            return False
        return any(self._forbids(other, hit) for other in self.hits("shields.forbids"))

    def _forbids(self, prohibition: Hit, hit: Hit) -> bool:
        """Does it stand before the hit, in its sentence or the last one, or after it in the same?"""
        apart = self.words[hit.start].sentence - self.words[prohibition.start].sentence
        if prohibition.start < hit.start:
            return hit.start - prohibition.end <= LATER and apart <= 1
        return prohibition.start >= hit.end and apart == 0

    def _reported(self, hit: Hit) -> bool:
        """Is it inside quotes, in a text that says more than `ask: “…”`?"""
        if not self.words[hit.start].quoted:
            return False
        outside = [word.text for word in self.words if not word.quoted]
        return len(outside) >= REPORT and ASK.isdisjoint(outside[:REPORT])
