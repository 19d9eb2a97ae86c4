"""Lexicons: the words of a topic as data, and a matcher that finds all of them in one pass.

A pattern is a row of words:

    start a family          these words, one after the other
    (kid|kids|little ones)  one of these; an alternative may have several words
    retire+                 the word and its regular inflections: retires, retired, retiring
    [any] children          the word in brackets may be missing
    plan .. children        up to four words between, within the sentence
    ^do you                 only at the beginning of a sentence

How they are matched stands in `interviewkit.lint.text.matcher`.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from interviewkit.lint.text.words import inflections

GAP = ".."
MAX_GAP = 4
MAX_GAPS = 3
START = "^"
BRACKETS = frozenset("()[]")
_TOKEN = re.compile(r"(?:^|(?<= ))(?:[^ ()\[\]]+|\([^()\[\]]*\)\+?|\[[^()\[\]]*\])(?= |$)")
"""A token without brackets in brackets."""


Row = tuple[frozenset[str], ...]
"""Words one after the other, each one of a set."""


@dataclass(frozen=True, slots=True)
class Element:
    """A place in a pattern: one of some words, or of some rows of words, or a gap; it may be missing."""

    words: frozenset[str] = frozenset()
    rows: tuple[Row, ...] = ()
    gap: bool = False
    optional: bool = False


Pattern = tuple[Element, ...]


def parse(pattern: str) -> Pattern:
    """The elements of a pattern without its `^`; raises ValueError where it cannot be read."""
    elements = tuple(map(element_of, tokens_of(pattern.removeprefix(START))))
    needed = [element for element in elements if not element.optional]
    gaps = sum(element.gap for element in elements)
    if not needed or elements[0].gap or elements[-1].gap or gaps > MAX_GAPS:
        raise ValueError(f"`{pattern}` is empty, begins or ends with a gap, or has more than {MAX_GAPS}")
    return elements


def tokens_of(text: str) -> tuple[str, ...]:
    """Words, gaps and whole brackets; raises ValueError for a bracket that is not closed."""
    if BRACKETS.isdisjoint(text):
        return tuple(text.split())
    found = tuple(_TOKEN.findall(text))
    if sum(map(len, found)) + len(found) - 1 == len(text):
        return found
    depth, token, tokens = 0, "", list[str]()
    for char in f"{text} ":
        if char == " " and depth == 0:
            tokens += filter(None, (token,))
            token = ""
            continue
        depth += (char in "([") - (char in ")]")
        token += char
    if depth:
        raise ValueError(f"`{text}` has a bracket without its other half")
    return tuple(tokens)


@cache
def element_of(token: str) -> Element:
    """A word, a gap or a bracket; raises ValueError where it cannot be read."""
    if token == GAP:
        return Element(gap=True)
    rows = _bracket_rows(token) if token[0] in "([" else [(_forms(token),)]
    words = frozenset(itertools.chain.from_iterable(row[0] for row in rows if len(row) == 1))
    longer = tuple(row for row in rows if len(row) > 1)
    return Element(words, longer, optional=token.startswith("["))


def _bracket_rows(token: str) -> list[Row]:
    """The alternatives inside a bracket, each as a row; `(a|b)+` takes every word's inflections."""
    every = "+" if token.endswith(")+") else ""
    choices = _choices(token.removesuffix("+")[1:-1])
    rows = list(itertools.chain.from_iterable(_rows(choice, every) for choice in choices))
    if not all(rows) or GAP in token:
        raise ValueError(f"`{token}` has an empty alternative or a gap")
    return rows


def _rows(choice: str, every: str) -> Iterator[Row]:
    """The rows that one alternative stands for: brackets inside it may have alternatives of their own."""
    if BRACKETS.isdisjoint(choice):
        yield tuple(_forms(word if word.endswith("+") else word + every) for word in choice.split())
        return
    parts: list[list[Row]] = []
    for token in tokens_of(choice):
        element = element_of(token if token[0] in "([" or token.endswith("+") else token + every)
        options: list[Row] = [*([(element.words,)] if element.words else []), *element.rows]
        parts.append([*([()] if element.optional else []), *options])
    for combined in itertools.product(*parts):
        yield tuple(itertools.chain.from_iterable(combined))


def _choices(text: str) -> list[str]:
    """The text split at each `|` that is in no inner bracket."""
    if BRACKETS.isdisjoint(text):
        return text.split("|")
    depth, choices = 0, [""]
    for char in text:
        depth += (char in "([") - (char in ")]")
        if char == "|" and depth == 0:
            choices.append("")
        else:
            choices[-1] += char
    return choices


@cache
def _forms(word: str) -> frozenset[str]:
    stem = word.removesuffix("+")
    return frozenset(inflections(stem)) if stem and stem != word else frozenset((word,))
