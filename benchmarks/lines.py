"""Ten thousand different lines of a list, checked, or only split into words."""

import itertools
import re

from interviewkit.library import open_library
from interviewkit.lint.case import DocumentCase
from interviewkit.lint.checking import CheckRequest, check_gathered
from interviewkit.lint.lists.reader import list_items
from interviewkit.lint.sources.gathered import Gathered

_FRAMES = (
    "Tell me about a time {when} you explained {what} to {who}.",
    "How would you test {what} before {who} uses it?",
    "What did you do when {what} failed {when}, and what did {who} say?",
    "Explains {what} to {who} in plain words",
    "Five years of experience with {what} for {who}",
    "Do you have children, and does {who} know {what}?",
    "Level 3: Names a risk in {what} that {who} can check",
    "Write down what was said about {what} {when}; do not help with {who}.",
)
_WHAT = tuple(
    f"{kind} {thing}"
    for kind in ("a failing", "the new", "a slow", "the shared", "an old")
    for thing in (
        "pipeline",
        "evaluation set",
        "prompt",
        "deployment",
        "data contract",
        "index",
        "agent",
        "guardrail",
    )
)
_WHO = (
    "a customer",
    "your team",
    "an auditor",
    "the vendor",
    "a nurse",
    "a colleague",
    "the manager",
    "users",
    "two stakeholders",
    "a claims handler",
)
_WHEN = (
    "last year",
    "under time pressure",
    "before a launch",
    "at short notice",
    "with a new team",
    "after a complaint",
    "when you had no data",
    "in your last role",
)
_SHAPES = itertools.product(_WHEN, _WHO, _WHAT, _FRAMES)
_WORD = re.compile(r"\w+")

LINES = tuple(
    itertools.islice(
        dict.fromkeys(frame.format(what=what, who=who, when=when) for when, who, what, frame in _SHAPES),
        10_000,
    )
)


def check_lines() -> None:
    """Read the lines as a .txt file and check them, lexicons loaded anew."""
    text = "\n".join(LINES)
    items = tuple(list_items("list.txt", text, ".txt"))
    gathered = Gathered(sources={"list.txt": text})
    gathered.add(items, [DocumentCase("list.txt", items)])
    check_gathered(CheckRequest(open_library()), [gathered])


def split_lines() -> None:
    """Split each line into its words."""
    for line in LINES:
        _WORD.findall(line)
