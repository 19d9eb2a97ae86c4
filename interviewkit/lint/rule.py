"""A rule: what it looks for, why, where that is written, and examples that prove it.

One file in `interviewkit/lint/rules/` holds one rule, as `RULE`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from interviewkit.lint.text.item import Field
from interviewkit.lint.text.matcher import Hit
from interviewkit.lint.text.reading import Reading
from interviewkit.problems import Location

if TYPE_CHECKING:
    from interviewkit.lint.case import DocumentCase, FileCase, PlanCase, RecordCase


class Severity(StrEnum):
    """What a finding does: an error stops a build, a warning is listed, an info is a remark."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True)
class Source:
    """What a rule rests on: a principle's id, or a text with the day it was last compared.

    A rule about law has the entries of `rubrics/jurisdictions/` that name its code beside this.
    """

    principle: str = ""
    text: str = ""
    as_of: str = ""


@dataclass(frozen=True)
class Example:
    """A text that a rule flags, or leaves alone, in a field."""

    text: str
    field: Field = Field.QUESTION


@dataclass(frozen=True)
class FileExample:
    """Files that a rule flags, or leaves alone: path in a folder of rubrics (or a list) to its text.

    `check` is the path that the user would name, the whole folder where it is empty.
    """

    files: dict[str, str]
    check: str = ""


@dataclass(frozen=True)
class TextFound:
    """What a text rule found: the words that decided, message and hint where they differ from the rule's.

    `hit` is quoted in the finding; `place` is only pointed at, where the message quotes words itself.
    """

    hit: Hit | None = None
    message: str = ""
    hint: str = ""
    place: Hit | None = None


@dataclass(frozen=True)
class CaseFound:
    """What a rule about plans, files or sheets found: where, and what."""

    location: Location
    message: str
    hint: str = ""


@dataclass(frozen=True)
class Rule:
    """What every rule says about itself; `explain` and docs/rules.md print it."""

    code: str
    name: str
    severity: Severity
    message: str
    hint: str
    why: str
    source: Source


@dataclass(frozen=True)
class TextRule(Rule):
    """A rule about one text. `check` is called where the text has a topic of `topics` (empty: always).

    `law` is true where the entries of `rubrics/jurisdictions/` decide in which countries it is an error.
    `weighed` is false where the classifier is not asked how sure a finding is: its examples do not know the
    topic, or the rule counts something.
    """

    check: Callable[[Reading], Iterable[TextFound]] = field(kw_only=True)
    fields: frozenset[Field] = field(default=frozenset(Field), kw_only=True)
    topics: frozenset[str] = field(default=frozenset(), kw_only=True)
    bad: tuple[Example, ...] = field(kw_only=True)
    good: tuple[Example, ...] = field(kw_only=True)
    law: bool = field(default=False, kw_only=True)
    weighed: bool = field(default=True, kw_only=True)

    @property
    def is_opinion(self) -> bool:
        """Does a finding speak against a text, so that it is weighed with what else is known of it?"""
        return self.severity is not Severity.INFO and self.weighed


@dataclass(frozen=True)
class LearnedRule(Rule):
    """What the classifier reports where no rule found anything: texts that resemble examples of `kind`."""

    kind: str = field(kw_only=True)
    bad: tuple[Example, ...] = field(kw_only=True)
    good: tuple[Example, ...] = field(kw_only=True)


@dataclass(frozen=True)
class CaseRule(Rule):
    """A rule about more than one text: a plan, a file, a list, a kit's record. Unused checks are None."""

    bad: tuple[FileExample, ...] = field(kw_only=True)
    good: tuple[FileExample, ...] = field(kw_only=True)
    plan: "Callable[[PlanCase], Iterable[CaseFound]] | None" = field(default=None, kw_only=True)
    file: "Callable[[FileCase], Iterable[CaseFound]] | None" = field(default=None, kw_only=True)
    document: "Callable[[DocumentCase], Iterable[CaseFound]] | None" = field(default=None, kw_only=True)
    records: "Callable[[RecordCase], Iterable[CaseFound]] | None" = field(default=None, kw_only=True)
