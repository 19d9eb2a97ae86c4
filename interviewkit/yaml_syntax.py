"""What a YAML parser stumbles over, in plain words at the place to correct.

The patterns know the words of libyaml and of PyYAML's own parser.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import yaml

from interviewkit.problems import Code, Location, Problem
from interviewkit.yaml_lines import KEY_HINT, NO_KEY, misplaced_line, runaway_quote

_REFUSED = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""Characters that YAML refuses, and invisible line breaks, which editors do not count as lines."""

_BRACKET = re.compile(r"(?:[&!]\S*\s+)*[\[{]")
"""The bracket of a list or mapping, with the anchor and the tag before it."""

Place = tuple[int, int]
"""Line and column, counted from 0."""


@dataclass(frozen=True)
class _Wording:
    """What to say where the parser's words match `pattern`.

    `{char}`, or `{name}` of an alias, stands at the place that is shown: where the parser gave up, or with
    `opening` where the construct opens that it could not read.
    """

    pattern: str
    message: str
    hint: str
    opening: bool = False


_WORDINGS = (
    _Wording(
        r"mapping values are not allowed",
        "a `:` cannot stand here",
        "put text that holds `: ` in quotes",
    ),
    _Wording(
        r"found undefined alias",
        "`*{name}` repeats nothing: there is no `&{name}` before it",
        "put text that starts with `*` in quotes",
    ),
    _Wording(r"another document", "a second document starts here", "delete the `---` line"),
    _Wording(
        r"quoted scalar.*unexpected (end of stream|document)",
        "the quote that opens here is never closed",
        "close it",
        opening=True,
    ),
    _Wording(
        r"(could not find|while scanning a simple key).*':'",
        NO_KEY,
        KEY_HINT,
        opening=True,
    ),
    _Wording(
        r"quoted scalar.*(escape|hexdecimal|hexadecimal)",
        "a `\\` in double quotes has a meaning of its own",
        "use single quotes, or write `\\\\`",
    ),
    _Wording(
        r"comment or (a )?line break|indentation indicator",
        "nothing may follow `{char}` in its line",
        "start the text in the next line, or put it in quotes",
        opening=True,
    ),
    _Wording(
        r"sequence entries are not allowed",
        "a list cannot start here",
        "start it in the line after its key, or put text that starts with `-` in quotes",
    ),
    _Wording(
        r"an (anchor|alias).*expected alphabetic",
        "`{char}` cannot stand here",
        "put text that starts with it in quotes",
        opening=True,
    ),
    _Wording(
        r"cannot start any token|expected (the )?node content|mapping keys are not allowed",
        "`{char}` cannot stand here",
        "put text that starts with it in quotes",
    ),
    _Wording(
        r"expected key|expected '-' indicator|<document start>|<block end>",
        "this does not fit what stands before it",
        "put the whole text in quotes of the other kind, and check the brackets",
    ),
)


def refused_character(text: str, name: str) -> Problem | None:
    """The first character of the text that cannot stand in a file, all of them invisible."""
    found = _REFUSED.search(text)
    if found is None:
        return None
    message = f"the invisible character U+{ord(found[0]):04X} cannot stand here"
    return Problem(place_after(text[: found.start()], name), Code.YAML_SYNTAX, message, "delete it")


def place_after(before: str, name: str) -> Location:
    """Where the text goes on that starts with `before`."""
    return Location(name, before.count("\n") + 1, len(before) - before.rfind("\n"))


def syntax_problem(error: yaml.YAMLError, events: Iterable[yaml.Event], text: str, name: str) -> Problem:
    """The parser's error as a problem; `events` are those before it."""
    lines = [*text.split("\n"), ""]
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return Problem(Location(name), Code.YAML_SYNTAX, f"not YAML: {error}", "check the file")
    indentation = lines[mark.line][: len(lines[mark.line]) - len(lines[mark.line].lstrip())]
    if "\t" in indentation:
        place = Location(name, mark.line + 1, indentation.index("\t") + 1)
        return Problem(place, Code.YAML_SYNTAX, "a tab is used for indentation", "use spaces")
    reason = f"{getattr(error, 'context', None) or ''}: {getattr(error, 'problem', None) or ''}"
    read = list(events)
    opened = _open_bracket(read, lines)
    if opened and _breaks_off(reason, lines[mark.line][mark.column :]):
        return _bracket_problem(opened, mark, lines, name)
    return (
        runaway_quote((event for event in read if isinstance(event, yaml.ScalarEvent)), lines, name)
        or misplaced_line(reason, mark, lines, name)
        or _worded(reason, mark, getattr(error, "context_mark", None) or mark, lines, name)
    )


def _worded(reason: str, mark: Any, opening: Any, lines: list[str], name: str) -> Problem:
    wording = next((each for each in _WORDINGS if re.search(each.pattern, reason)), None)
    shown = opening if wording and wording.opening else mark
    last = len(lines) - 2
    place = Location(name, shown.line + 1, shown.column + 1)
    if shown.line > last:
        place = Location(name, last + 1, len(lines[last]) + 1)
    if wording is None:
        hint = "check quotes, brackets and indentation near this place"
        return Problem(place, Code.YAML_SYNTAX, f"not YAML: {reason.removeprefix(': ')}", hint)
    rest = lines[shown.line][shown.column :]
    anchor = (rest[1:].split() or [""])[0].rstrip(",]}")
    message = wording.message.format(char=rest[:1], name=anchor)
    return Problem(place, Code.YAML_SYNTAX, message, wording.hint)


def _open_bracket(events: Iterable[yaml.Event], lines: list[str]) -> Place | None:
    """Where the innermost list or mapping in brackets starts that the events leave open."""
    opened: list[yaml.Event] = []
    for event in events:
        if isinstance(event, yaml.CollectionStartEvent):
            opened.append(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            opened.pop()
    found = (_bracket_of(event, lines) for event in reversed(opened))
    return next((place for place in found if place), None)


def _bracket_of(event: yaml.Event, lines: list[str]) -> Place | None:
    """Where the bracket of a list or mapping stands; before it may come an anchor or a tag."""
    mark: Any = event.start_mark
    rest = "\n".join((lines[mark.line][mark.column :], *lines[mark.line + 1 :]))
    found = _BRACKET.match(rest)
    if found is None:
        return None
    before = found[0][:-1]
    line = mark.line + before.count("\n")
    return line, len(before) - before.rfind("\n") - 1 + (mark.column if line == mark.line else 0)


def _breaks_off(reason: str, rest: str) -> bool:
    """Does a list or mapping in brackets end before it is closed?"""
    return "expected ',' or" in reason or ("node content" in reason and rest[:1] in {"", "]", "}"})


def _bracket_problem(opened: Place, mark: Any, lines: list[str], name: str) -> Problem:
    line, column = opened
    start = lines[line][column]
    close = "]" if start == "[" else "}"
    if any(each.strip() for each in (lines[mark.line][mark.column :], *lines[mark.line + 1 :])):
        where = f"before line {mark.line + 1}, column {mark.column + 1}"
        message = f"the `{start}` that opens here lacks a `,` or its `{close}` {where}"
        hint = "close it, or put text that holds `,`, `#` or brackets in quotes"
    else:
        message, hint = f"the `{start}` that opens here is never closed", f"add its `{close}`"
    return Problem(Location(name, line + 1, column + 1), Code.YAML_SYNTAX, message, hint)
