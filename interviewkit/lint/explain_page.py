"""A rule, a principle or a problem as plain text for the terminal."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from interviewkit.lint.engine import cited
from interviewkit.lint.families import FIELD_NAMES, family_of
from interviewkit.lint.rule import CaseRule, Example, FileExample, Rule, TextRule
from interviewkit.lint.text.item import Field
from interviewkit.models.jurisdiction import DoNotAsk, Jurisdiction
from interviewkit.models.principle import Principle, Source
from interviewkit.problems import Code

_MOST_LINES = 30
"""So much of a file is shown as an example."""
_MOST_FILES = 2


def rule_page(
    rule: Rule, principles: dict[str, Principle], countries: Sequence[Jurisdiction], width: int
) -> str:
    """Why a rule matters, what it flags and leaves alone, what to ask instead, what it rests on."""
    law = [
        (country, entry) for country in countries for entry in country.do_not_ask if rule.code in entry.checks
    ]
    lines = [
        *_heading(f"{rule.code} {rule.name}"),
        *_wrapped(f"{rule.message[:1].upper()}{rule.message[1:]}.", width),
        "",
        *_wrapped(f"Severity  {_severity(rule)}", width, " " * 10, first=""),
        f"Family    {rule.code[:3]}, {family_of(rule)}",
        *_wrapped(f"Looks at  {looked_at(rule)}", width, " " * 10, first=""),
        *_section("Why it matters", _wrapped(rule.why, width, "  ")),
        *_examples(rule, width),
        *_section("Instead", _wrapped(f"{rule.hint[:1].upper()}{rule.hint[1:]}.", width, "  ")),
        *_section("Source", _wrapped(cited(rule, principles) or "the law below", width, "  ")),
    ]
    if law:
        shown = (line for country, entry in law for line in _country(country, entry, width))
        lines += _section("Law: data with a date, never advice", shown)
    return "\n".join(lines)


def principle_page(principle: Principle, rules: Sequence[Rule], width: int) -> str:
    """What a principle says and changes, where it comes from, and the rules that serve it."""
    serving = [rule for rule in rules if rule.source.principle == principle.id]
    listed = (line for rule in serving for line in _listed(f"{rule.code} {rule.name}: {rule.message}", width))
    lines = [
        *_heading(f"{principle.name} ({principle.id})"),
        *_wrapped(principle.statement, width),
        *_section("What it changes in an interview", _wrapped(principle.changes, width, "  ")),
        *_section(
            "Sources", (line for source in principle.sources for line in _listed(place(source), width))
        ),
        *_section(
            "What follows for a rubric", (line for text in principle.rules for line in _listed(text, width))
        ),
        *_section("Rules that serve it", listed if serving else ["  none of its own"]),
    ]
    return "\n".join(lines)


def problem_page(code: Code, width: int) -> str:
    """What a problem of the input means."""
    name = code.name.lower().replace("_", "-")
    text = f"{code.meaning[:1].upper()}{code.meaning[1:]}."
    return "\n".join(
        [*_heading(f"{code.number} {name}"), *_wrapped(text, width), "", "All codes: docs/problems.md"]
    )


def _heading(text: str) -> list[str]:
    return [text, "-" * len(text)]


def _section(title: str, lines: Iterable[str]) -> list[str]:
    shown = list(lines)
    return ["", title, *shown] if shown else []


def _wrapped(text: str, width: int, indent: str = "", *, first: str | None = None) -> list[str]:
    begin = indent if first is None else first
    return textwrap.wrap(text, width, initial_indent=begin, subsequent_indent=indent, break_on_hyphens=False)


def _listed(text: str, width: int) -> list[str]:
    return _wrapped(text, width, "    ", first="  - ")


def _severity(rule: Rule) -> str:
    if isinstance(rule, TextRule) and rule.law:
        return "what each country says below; warning where none is checked for"
    return rule.severity.value


def looked_at(rule: Rule) -> str:
    """What a rule is given: texts of some fields, plans, files, sheets, records."""
    if isinstance(rule, CaseRule):
        names = (
            ("plans of interviews", rule.plan),
            ("single rubric files", rule.file),
            ("lists and sheets as a whole", rule.document),
            ("records of kits", rule.records),
        )
        return ", ".join(name for name, check in names if check is not None)
    fields = rule.fields if isinstance(rule, TextRule) else frozenset(Field)
    return (
        "every text"
        if fields == frozenset(Field)
        else ", ".join(FIELD_NAMES[each] for each in Field if each in fields)
    )


def _examples(rule: Rule, width: int) -> Iterator[str]:
    if isinstance(rule, TextRule):
        for title, examples in (("Flagged", rule.bad), ("Left alone", rule.good)):
            yield from _section(title, (line for each in examples for line in _listed(_quoted(each), width)))
    elif isinstance(rule, CaseRule):
        for title, files in (("Flagged", rule.bad), ("Left alone", rule.good)):
            yield from _section(title, (line for each in files[:_MOST_FILES] for line in _file_lines(each)))


def _quoted(example: Example) -> str:
    kind = "" if example.field is Field.QUESTION else f"  ({example.field.value.replace('_', '-')})"
    return f"{' '.join(example.text.split())}{kind}"


def _file_lines(example: FileExample) -> Iterator[str]:
    for name, text in example.files.items():
        lines = text.rstrip("\n").split("\n")
        yield f"  {name}:"
        yield from (f"    {line}" for line in lines[:_MOST_LINES])
        if len(lines) > _MOST_LINES:
            yield f"    … and {len(lines) - _MOST_LINES} more lines"


def _country(country: Jurisdiction, entry: DoNotAsk, width: int) -> Iterator[str]:
    source = entry.source
    yield from _wrapped(
        f"{country.code}  {country.name}, {entry.severity}: {entry.topic}", width, "      ", first="  "
    )
    yield from _wrapped(f"Ask instead: {entry.instead}", width, "      ")
    sure = source.confidence.replace("_", " ")
    yield from _wrapped(f"{source.name} (as of {source.as_of}, {sure})", width, "      ")


def place(source: Source) -> str:
    """A source document with its timestamps or its heading."""
    places = ", ".join(source.timestamps) or source.section or ""
    return f"{source.document} {places}".strip()
