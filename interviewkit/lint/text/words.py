"""Words and sentences of a folded text, and the regular inflections of English."""

import re
from functools import cache
from typing import NamedTuple

# Alternatives that do not overlap: no text makes them go back.
_PIECE = re.compile(r"[a-z0-9]+(?:'[a-z]+)?[+#]{0,2}|[.!?;:]+|[\"(),/]|[^\sa-z0-9.!?;:\"(),/]")
_ENDS = frozenset(".!?;:")


class Word(NamedTuple):
    """A word of the folded text: where it starts, its sentence (from 0), and whether it opens that sentence.

    `quoted` is true inside double quotes; `mark` is the punctuation right after it, or nothing.
    """

    text: str
    start: int
    sentence: int
    opens: bool
    quoted: bool
    mark: str


def words_of(text: str) -> tuple[Word, ...]:
    """The words of folded text. A hyphen separates words, an apostrophe does not: `team's` is one word."""
    found: list[Word] = []
    sentence, opens, quoted = 0, True, False
    for match in _PIECE.finditer(text):
        piece = match.group()
        first = piece[0]
        if first.isalnum():
            found.append(Word(piece, match.start(), sentence, opens, quoted, ""))
            opens = False
        elif first == '"':
            quoted = not quoted
            opens = opens or quoted
        elif found and not opens:
            last = found[-1]
            if not last.mark:
                found[-1] = Word(*last[:-1], piece)
            if first in _ENDS and not _abbreviates(last.text, text, match.end()):
                sentence, opens = sentence + 1, True
    return tuple(found)


def _abbreviates(word: str, text: str, end: int) -> bool:
    """Is the mark before `end` part of a word or a number, as in the U.S. or in 2.5?"""
    return text[end : end + 1].isalnum() or (len(word) == 1 and word.isalpha() and text[end - 1] == ".")


@cache
def inflections(word: str) -> tuple[str, ...]:
    """The word with its regular endings: plural or third person, past, participle."""
    if re.fullmatch(r"[a-z0-9]+[^aeiou]y", word):
        stem = word[:-1]
        return (word, f"{stem}ies", f"{stem}ied", f"{word}ing")
    if word.endswith("e"):
        return (word, f"{word}s", f"{word}d", f"{word[:-1]}ing")
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return (word, f"{word}es", f"{word}ed", f"{word}ing")
    doubled = word + word[-1] if re.fullmatch(r"[a-z]*[^aeiou][aeiou][bdgklmnprt]", word) else word
    return tuple(
        dict.fromkeys((word, f"{word}s", f"{word}ed", f"{word}ing", f"{doubled}ed", f"{doubled}ing"))
    )
