"""Suppressions: `# check: ignore[IK412] reason …` on a line, or above an item, of a checked file.

In Markdown the comment is `<!-- check: ignore[IK412] reason … -->`. A suppression covers its own line and
what is indented below it; on a line of its own it covers the next line in the same way.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from interviewkit.lint.finding import Finding
from interviewkit.lint.lists.lines import physical_lines
from interviewkit.lint.registry import all_rules
from interviewkit.problems import Code, Location, Problem

_COMMENT = re.compile(r"(?:#|<!--) ?check: ?ignore(?:\[([^\]\n]{0,200})\])?([^\n]{0,500})")


@dataclass(frozen=True)
class Suppression:
    """One comment: its place, the codes it names, its reason, and the lines (from 1) it covers."""

    location: Location
    codes: tuple[str, ...]
    reason: str
    first: int
    last: int

    def covers(self, finding: Finding) -> bool:
        """Does it speak of this finding?"""
        here = finding.location.path == self.location.path
        return here and finding.code in self.codes and self.first <= finding.location.line <= self.last


def suppressions_in(path: str, text: str) -> tuple[Suppression, ...]:
    """Every suppression in a file's text."""
    if "check:" not in text:
        return ()
    lines = physical_lines(text)
    return tuple(_suppressions(path, lines))


def _suppressions(path: str, lines: list[str]) -> Iterator[Suppression]:
    for number, line in enumerate(lines, start=1):
        for match in _COMMENT.finditer(line):
            codes = tuple(_code(part.strip()) for part in (match.group(1) or "").split(",") if part.strip())
            reason = match.group(2).partition("-->")[0].strip(" :-–—")
            alone = not line[: match.start()].strip()
            start = number + 1 if alone else number
            place = Location(path, number, match.start() + 1)
            yield Suppression(place, codes, reason, start, _last_line(lines, start))


def _code(word: str) -> str:
    """A code in capitals; another word as it is."""
    return word.upper() if word.upper() in _known() else word


@cache
def _known() -> frozenset[str]:
    """All codes that a finding may have."""
    return frozenset((*(rule.code for rule in all_rules()), *(code.number for code in Code)))


def _hint(word: str) -> str:
    named = [rule.code for rule in all_rules() if rule.name == word.lower()]
    return f"write {named[0]}" if named else "write one such as IK412"


def _last_line(lines: list[str], start: int) -> int:
    """The last line of the item that begins at `start`: all that is indented deeper than it."""
    if start > len(lines):
        return start
    depth = _depth(lines[start - 1])
    last = start
    for number in range(start + 1, len(lines) + 1):
        line = lines[number - 1]
        if line.strip() and len(line) - len(line.lstrip()) <= depth:
            break
        last = number
    return last


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def apply_suppressions(
    findings: Iterable[Finding], suppressions: Iterable[Suppression], checked: frozenset[str]
) -> tuple[list[Finding], list[Problem]]:
    """The findings that are left, and what is wrong with the suppressions.

    `checked` are the codes that were looked for: a suppression of another one cannot be called unused.
    """
    usable = [each for each in suppressions if each.codes and each.reason]
    used: set[tuple[Suppression, str]] = set()
    left = []
    for finding in findings:
        covering = [each for each in usable if each.covers(finding)]
        used |= {(each, finding.code) for each in covering}
        if not covering:
            left.append(finding)
    return left, [problem for each in suppressions for problem in _problems(each, used, checked)]


def _problems(
    suppression: Suppression, used: set[tuple[Suppression, str]], checked: frozenset[str]
) -> Iterator[Problem]:
    place = suppression.location
    if not suppression.codes:
        message, hint = "this suppression names no rule", "write its code: check: ignore[IK412]"
        yield Problem(place, Code.SUPPRESSION_EMPTY, message, hint)
    elif not suppression.reason:
        message, hint = "this suppression has no reason", "say after the bracket why the finding may stand"
        yield Problem(place, Code.SUPPRESSION_EMPTY, message, hint)
    else:
        for code in suppression.codes:
            if code not in _known():
                message, hint = f"`{code}` is no code of a rule", _hint(code)
                yield Problem(place, Code.SUPPRESSION_EMPTY, message, hint)
            elif code in checked and (suppression, code) not in used:
                message, hint = f"nothing here has the code {code}", "delete it from the comment"
                yield Problem(place, Code.SUPPRESSION_UNUSED, message, hint)
