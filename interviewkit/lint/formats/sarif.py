"""Findings as SARIF 2.1.0, which code scanners and editors read."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from interviewkit import __version__
from interviewkit.lint.finding import Finding
from interviewkit.lint.formats.places import uri
from interviewkit.lint.registry import all_rules
from interviewkit.lint.rule import Rule, Severity, TextRule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def as_sarif(findings: Sequence[Finding]) -> str:
    """One run with every rule and every finding, in ASCII."""
    rules = [*map(_described, all_rules()), *_problems(findings)]
    places = {rule["id"]: number for number, rule in enumerate(rules)}
    driver = {"name": "interviewkit", "version": __version__, "rules": rules}
    results = [_result(finding, places[finding.code]) for finding in findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _described(rule: Rule) -> dict[str, Any]:
    help_text = f"{rule.why}\n\nInstead: {rule.hint}."
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": f"{_sentence(rule.message)}."},
        "fullDescription": {"text": rule.why},
        "help": {"text": help_text, "markdown": help_text + _examples(rule)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _examples(rule: Rule) -> str:
    """What a rule about texts flags and leaves alone, as Markdown; nothing for one about files."""
    if not isinstance(rule, TextRule):
        return ""
    shown = (("Flagged", rule.bad), ("Fine", rule.good))
    return "".join(
        f"\n\n**{title}**\n\n" + "\n".join(f"- {example.text}" for example in examples)
        for title, examples in shown
    )


def _problems(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Problems of the input that were found, described like rules."""
    rules = frozenset(rule.code for rule in all_rules())
    found = {finding.code: finding for finding in findings if finding.code not in rules}
    return [
        {
            "id": code,
            "name": finding.name,
            "shortDescription": {"text": finding.source},
            "defaultConfiguration": {"level": _LEVELS[finding.severity]},
        }
        for code, finding in sorted(found.items())
    ]


def _result(finding: Finding, place: int) -> dict[str, Any]:
    text = "; ".join(part for part in (finding.message, finding.hint) if part)
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": place,
        "level": _LEVELS[finding.severity],
        "message": {"text": _literal(f"{_sentence(text)}. Source: {finding.source}")},
    }
    artifact = uri(finding.location.path)
    if artifact:
        region = {"startLine": finding.location.line, "startColumn": finding.location.column}
        result["locations"] = [
            {"physicalLocation": {"artifactLocation": {"uri": artifact}, "region": region}}
        ]
    return result


def _literal(text: str) -> str:
    """The text where a brace means a brace (SARIF 2.1.0, 3.11.5)."""
    return text.replace("{", "{{").replace("}", "}}")


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
