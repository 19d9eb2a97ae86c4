"""How sure the checker is of a text: the rules' findings weighed, and what only the classifier sees."""

from interviewkit.lint.learned.model import Verdict
from interviewkit.lint.rule import Severity, TextFound
from interviewkit.lint.text.reading import Reading

SURE = 1.5
"""From this margin on, a rule's error stays an error; below, it is a warning."""


def weighed(severity: Severity, verdict: Verdict) -> Severity:
    """A finding's severity after the classifier was heard: as it is, a warning, or only a remark."""
    if verdict.margin < 0:
        return Severity.INFO
    if verdict.margin < SURE and severity is Severity.ERROR:
        return Severity.WARNING
    return severity


def resemblance(reading: Reading, verdict: Verdict, message: str) -> TextFound:
    """A finding of the classifier alone: its message says so and names the words that decided."""
    words = ", ".join(f"“{reading.said(hit)}”" for hit in verdict.hits)
    decided = f"; decided by {words}" if words else ""
    said = f"{message} (learned from examples{decided})"
    return TextFound(message=said, place=verdict.hits[0] if verdict.hits else None)
