"""Mistakes that a parser notices in a later line than the one to correct: quotes, colons, indentation."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from interviewkit.problems import Code, Location, Problem

NO_BREAK_SPACE = "\xa0"
NO_KEY = "this line is not `key: value`"
KEY_HINT = "write the key, a colon, a space, and the value"
COLUMN_HINT = "start it in the same column as its neighbours"

_KEY = re.compile(r"\s*(?:- +)?[\w-]+:(?:\s|$)")
"""The start of a line that has a key."""


def runaway_quote(scalars: Iterable[Any], lines: Sequence[str], name: str) -> Problem | None:
    """A quoted text that swallows the key of a following line; `scalars` are the parser's events or nodes."""
    for scalar in scalars:
        start, end = scalar.start_mark, scalar.end_mark
        swallowed = lines[start.line + 1 : end.line + 1] if scalar.style in {"'", '"'} else ()
        if any(_KEY.match(line) for line in swallowed):
            place = Location(name, start.line + 1, start.column + 1)
            message = "the quote that opens here goes on over the keys below it"
            return Problem(place, Code.YAML_SYNTAX, message, "close it in its line")
    return None


def misplaced_line(reason: str, mark: Any, lines: Sequence[str], name: str) -> Problem | None:
    """The line where the parser gave up for `reason`, or the one above, if that is what is wrong."""
    before = lines[mark.line][: mark.column]
    if "mapping values are not allowed" in reason:
        if re.match(r"\s*-[^\s-]", before):
            return _problem(mark.line, lines, name, "there is no space after the `-`", "write `- `")
        return None if ": " in before else _continued_text(mark.line, lines, name)
    if re.search(r"expected key|expected '-' indicator|<document start>|<block end>", reason):
        message, hint = "this line does not fit those above it", f"{COLUMN_HINT}, and check every `-`"
        return None if before.strip() else _problem(mark.line, lines, name, message, hint)
    return None


def _continued_text(number: int, lines: Sequence[str], name: str) -> Problem | None:
    """A line with a key that YAML reads as more of the text above it."""
    kept = (n for n in range(number - 1, -1, -1) if lines[n].strip() and lines[n].lstrip()[0] != "#")
    above = next(kept, None)
    if above is None:
        return None
    if lines[above].lstrip(" ").startswith(NO_BREAK_SPACE):
        return _problem(
            above, lines, name, "this line is indented with no-break spaces", "write plain spaces"
        )
    if not re.search(r":([ \t]|$)", lines[above]):
        return _problem(above, lines, name, NO_KEY, KEY_HINT)
    hint = f"{COLUMN_HINT}, or put the whole text in quotes"
    return _problem(number, lines, name, "this line continues the text above it", hint)


def _problem(number: int, lines: Sequence[str], name: str, message: str, hint: str) -> Problem:
    """A problem at the first character of a line that is no space."""
    column = len(lines[number]) - len(lines[number].lstrip(" \t"))
    return Problem(Location(name, number + 1, column + 1), Code.YAML_SYNTAX, message, hint)
