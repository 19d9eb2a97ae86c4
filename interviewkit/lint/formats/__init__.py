"""Findings as text: lines for people, JSON, GitHub's workflow commands, SARIF."""

from collections.abc import Callable, Mapping, Sequence

from interviewkit.lint.finding import Finding
from interviewkit.lint.formats.github import as_github
from interviewkit.lint.formats.plain import as_json, as_text
from interviewkit.lint.formats.sarif import as_sarif

FORMATS: Mapping[str, Callable[[Sequence[Finding]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
"""What `check --format` takes. Every one gives whole lines, or nothing where it says nothing."""

__all__ = ["FORMATS"]
