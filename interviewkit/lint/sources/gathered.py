"""What is found at a path: texts and cases to check, and what could not be read."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from interviewkit.errors import InputError
from interviewkit.lint.case import DocumentCase, FileCase, PlanCase, RecordCase
from interviewkit.lint.text.item import TextItem
from interviewkit.problems import Problem

Case = PlanCase | FileCase | DocumentCase | RecordCase


@dataclass
class Gathered:
    """The contents of one path. `country` is the opening's, None where the path is no opening.

    `sources` holds the text of lists by name; rubric files are read again where their comments are wanted.
    """

    texts: list[TextItem] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    country: str | None = None
    sources: dict[str, str] = field(default_factory=dict)

    @classmethod
    def failed(cls, error: InputError) -> "Gathered":
        """Nothing but the problems of an error."""
        return cls(problems=list(error.problems))

    def add(self, texts: Iterable[TextItem] = (), cases: Iterable[Case] = ()) -> None:
        """Keep these."""
        self.texts.extend(texts)
        self.cases.extend(cases)
