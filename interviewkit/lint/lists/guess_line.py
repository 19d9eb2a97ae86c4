"""A line of a plain list, read once for the guess of what it is for."""

import re
from dataclasses import dataclass
from functools import cached_property

from interviewkit.lint.lists.guess_verbs import is_verb
from interviewkit.lint.lists.guess_words import (
    ADDRESSES,
    INSTRUCTIONS,
    LEAD_INS,
    OTHERS,
    RATED_PEOPLE,
    REPORTS,
)

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?|[.!?;:,\"()-]")
_MARKS = frozenset('.!?;:,"()-')
_BREAKS = frozenset(".!?;:-")


@dataclass
class GuessLine:
    """A folded line, cut into words and marks once."""

    text: str

    @cached_property
    def pieces(self) -> list[str]:
        """Words and marks in order."""
        return _WORD.findall(self.text)

    @cached_property
    def words(self) -> list[str]:
        """The words alone."""
        return [piece for piece in self.pieces if piece not in _MARKS]

    @cached_property
    def known(self) -> frozenset[str]:
        """Every word, once."""
        return frozenset(self.words)

    @cached_property
    def phrase(self) -> str:
        """The words with single spaces around each, to look for phrases in."""
        return f" {' '.join(self.words)} "

    @cached_property
    def start(self) -> int:
        """Where the first word stands that is no lead-in (`please`, `now`, `so`)."""
        return next((n for n, word in enumerate(self.words) if word not in LEAD_INS), 0)

    def word(self, number: int) -> str:
        """A word, counted from the first that is no lead-in; nothing where there is none."""
        place = self.start + number
        return self.words[place] if place < len(self.words) else ""

    def says(self, phrases: tuple[str, ...]) -> bool:
        """Does one of the phrases stand in it?"""
        return any(phrase in self.phrase for phrase in phrases)

    @cached_property
    def asked(self) -> frozenset[str]:
        """The words before the last question mark outside double quotes; none where there is no such mark."""
        quoted, last = False, 0
        for place, piece in enumerate(self.pieces):
            if piece == '"':
                quoted = not quoted
            elif piece == "?" and not quoted:
                last = place + 1
        return frozenset(self.pieces[:last])

    @cached_property
    def asks_politely(self) -> bool:
        """Does it say `please`, and not of a third person?"""
        return self.words[0] in {"please", "pls", "kindly"} and not self.known & (OTHERS | RATED_PEOPLE)

    @cached_property
    def instructs(self) -> bool:
        """Does it begin by naming a candidate: `tell the candidate that …`?"""
        return bool(RATED_PEOPLE.intersection(self.words[1:4]))

    @cached_property
    def ends_asking(self) -> bool:
        """Is a question mark the last thing it says?"""
        return self.text.rstrip("\"') .").endswith("?")

    @cached_property
    def acts_later(self) -> bool:
        """Does a clause after the beginning say what somebody does: `When the data change, says …`?"""
        words = self.pieces
        opened = bool(words) and words[0] in {"when", "in", "on", "after", "at", "if", "for", "with"}
        return opened and any(
            piece == "," and is_verb(words[n + 1], words[n + 2]) for n, piece in enumerate(words[:-2])
        )

    @cached_property
    def commands_later(self) -> bool:
        """Does it tell interviewers what to do after a purpose: `For each answer, note …`?"""
        if self.words[0] not in {"for", "to"} or "," not in self.pieces or self.known & ADDRESSES:
            return False
        rest = self.pieces[self.pieces.index(",") + 1 :]
        return next((word for word in rest if word not in LEAD_INS), "") in INSTRUCTIONS | REPORTS

    @cached_property
    def clauses(self) -> list[str]:
        """The first words of the clauses after the first one, two by two: `write the`."""
        found, words = [], [piece for piece in self.pieces if piece != '"']
        for place, piece in enumerate(words[:-2]):
            if piece in _BREAKS or piece == "," or piece in LEAD_INS:
                found.append(f"{words[place + 1]} {words[place + 2]}")
        return found
