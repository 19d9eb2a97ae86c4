"""Findings as GitHub's workflow commands, which become annotations of a pull request."""

from collections.abc import Iterable, Sequence

from interviewkit.lint.finding import Finding
from interviewkit.lint.formats.places import posix_path
from interviewkit.lint.rule import Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def as_github(findings: Sequence[Finding]) -> str:
    """`::error file=…,line=…,col=…,title=…::message`, one line each."""
    return "".join(f"{_command(finding)}\n" for finding in findings)


def _command(finding: Finding) -> str:
    path = posix_path(finding.location.path)
    place = (
        (("file", path), ("line", finding.location.line), ("col", finding.location.column)) if path else ()
    )
    properties: Iterable[tuple[str, str | int]] = (*place, ("title", f"{finding.code} {finding.name}"))
    shown = ",".join(f"{key}={_property(str(value))}" for key, value in properties)
    text = "; ".join(part for part in (finding.message, finding.hint) if part)
    source = f"\nSource: {finding.source}" if finding.source else ""
    return f"::{_COMMANDS[finding.severity]} {shown}::{_data(text + source)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
