"""Lines of a plain list: markers taken off, and a sentence that is broken over lines put together again."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from interviewkit.lint.lists.list_words import AUXILIARIES, COMPOUND, OPEN_ENDED, QUESTION_WORDS, SUBJECTS

# Every step below begins with a character that no other one begins with, so no text makes it go back.
_MARKER = re.compile(
    r"""[ \t]*(?:
        >[ \t]*
        | [•‣◦▪●○·→☐□✓][ \t]*
        | [-*+–—](?:[ \t]+|(?=[^\W\d]))
        | \[[ xX]?\][ \t]+
        | \(?[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}[.)](?:[ \t]+|(?=[^\W\d]))
        | \(?[a-zA-Z][.)][ \t]+
        | [qQ][0-9]{0,3}[ ]?[.:)][ \t]*
        | (?:[qQ]uestion|QUESTION)[ ]?[0-9]{0,3}[ ]?[.:)][ \t]*
    )*""",
    re.VERBOSE,
)
_IGNORE = re.compile(r"#[ ]?check:[ ]?ignore")
_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_CLOSING = "\"'”’)]*_` "
_SOFT_HYPHEN = "\u00ad"
_FRAGMENT = 3
"""A question of at most so many words that has no mark is taken for its beginning."""


@dataclass(frozen=True, slots=True)
class Line:
    """Text of one line of the file, its number and column (from 1); `marked` after a bullet or a number."""

    text: str
    number: int
    column: int
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A text of one or more lines; `exact` where it stands in its file as it is."""

    text: str
    line: int
    column: int
    exact: bool
    marked: bool = False

    def inexact(self) -> "Piece":
        """The piece, where its text is not the file's to the letter."""
        return replace(self, exact=False)


def physical_lines(text: str) -> list[str]:
    """The lines of a file as YAML and editors count them; a form feed ends none."""
    return _LINE_END.split(text)


def bare_line(text: str, number: int, column: int = 1) -> Line:
    """The line without bullets, numbering, a suppression at its end, and space around."""
    found = _IGNORE.search(text)
    kept = (text[: found.start()] if found else text).rstrip()
    match = _MARKER.match(kept)
    start = match.end() if match else 0
    start += len(kept[start:]) - len(kept[start:].lstrip())
    return Line(kept[start:], number, column + start, marked=bool(kept[:start].strip()))


def is_sentence(text: str) -> bool:
    """Does it end as a sentence ends?"""
    return text.rstrip(_CLOSING).endswith((".", "?", "!", "…"))


def pieces(lines: Iterable[Line]) -> Iterator[Piece]:
    """The texts of the lines; an empty line ends a text, unless its sentence cannot end there."""
    held: list[Line] = []
    gap = lower = False
    for line in lines:
        if not line.text:
            gap = True
            continue
        if not held or gap:
            lower = line.text[0].islower() and not line.marked
        if held and _goes_on(held, line, gap=gap, lower=lower):
            held.append(line)
        else:
            if held:
                yield joined(held)
            held = [line]
        gap = False
    if held:
        yield joined(held)


def cell_pieces(lines: Sequence[Line]) -> Iterator[Piece]:
    """The texts of one cell: one, or several where its lines are a list or sentences of their own."""
    shown = [line for line in lines if line.text]
    if any(line.marked for line in shown) or all(is_sentence(line.text) for line in shown):
        yield from pieces(lines)
    else:
        yield joined(shown)


def _goes_on(held: list[Line], line: Line, *, gap: bool, lower: bool) -> bool:
    """Is `line` the rest of what `held` began? `lower` is true in a block that itself begins so."""
    last = held[-1].text
    if line.marked:
        return False
    small = line.text[0].islower()
    if last.endswith((_SOFT_HYPHEN, "-", "‐")) and last[-2:-1].isalpha():
        return small or (line.text[0].isupper() and last.isupper() and not gap)
    words = last.lower().split()
    if is_sentence(last):
        return False
    if words[-1].strip("(\"'“‘") in OPEN_ENDED:
        return small or not gap
    if gap:
        return False
    return last.endswith(",") or _is_fragment(words, line) or (small and not lower) or _hangs(held[0], line)


def _is_fragment(words: list[str], line: Line) -> bool:
    """Is it no more than the beginning of a question, and the next line not the beginning of another?"""
    if len(words) > _FRAGMENT:
        return False
    following = line.text.split(maxsplit=1)[0].lower()
    if words[0] in AUXILIARIES:
        return words[-1] in SUBJECTS or following not in AUXILIARIES | QUESTION_WORDS
    return words[0] in QUESTION_WORDS and following not in QUESTION_WORDS


def _hangs(first: Line, line: Line) -> bool:
    """Is it indented to stand below the text of a bullet?"""
    return first.marked and line.column >= first.column > 1


def joined(lines: Sequence[Line]) -> Piece:
    """One piece of several lines."""
    first = lines[0]
    text = first.text
    for line in lines[1:]:
        text = _glued(text, line.text)
    return Piece(text, first.number, first.column, exact=len(lines) == 1, marked=first.marked)


def _glued(text: str, following: str) -> str:
    if text.endswith(_SOFT_HYPHEN):
        return text[:-1] + following
    if text.endswith(("-", "‐")) and text[-2:-1].isalpha():
        broken = text[:-1].rsplit(maxsplit=1)[-1].lower()
        return (text if broken in COMPOUND else text[:-1]) + following
    return f"{text} {following}"


def shifted(piece: Piece, length: int) -> Piece:
    """The piece without its first `length` characters."""
    rest = piece.text[length:]
    start = length + len(rest) - len(rest.lstrip())
    return replace(piece, text=piece.text[start:], column=piece.column + (start if piece.exact else 0))
