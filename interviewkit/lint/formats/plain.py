"""One line for each finding, the same as JSON, and the sum of all."""

import json
from collections import Counter
from collections.abc import Sequence

from interviewkit.lint.finding import Finding
from interviewkit.lint.rule import Severity

_NAMES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "remark"}


def as_text(findings: Sequence[Finding]) -> str:
    """`file:line:column: CODE severity: message; next step`, one line each."""
    return "".join(f"{finding}\n" for finding in findings)


def as_json(findings: Sequence[Finding]) -> str:
    """A list of objects, in ASCII, so that no terminal's encoding can spoil it."""
    return json.dumps([finding.as_json() for finding in findings], indent=2) + "\n"


def summary(findings: Sequence[Finding], texts: int) -> str:
    """`3 errors, 2 warnings in 120 texts`."""
    counts = Counter(finding.severity for finding in findings)
    found = ", ".join(_counted(counts[each], name) for each, name in _NAMES.items() if counts[each])
    return f"{found or 'nothing found'} in {_counted(texts, 'text')}"


def _counted(number: int, name: str) -> str:
    return f"{number:,} {name}" if number == 1 else f"{number:,} {name}s"
