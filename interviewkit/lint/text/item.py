"""A text to check: what it says, what it is for, and where it stands."""

from dataclasses import dataclass
from enum import StrEnum

from interviewkit.problems import Location


class Field(StrEnum):
    """What a text is for; the same words can be harmless in one field and wrong in another."""

    QUESTION = "question"
    """What is asked: a main question, the brief of a work sample."""
    FOLLOW_UP = "follow_up"
    """A follow-up or a probe: short, and may be closed."""
    CRITERION = "criterion"
    """A requirement, a thing to rate, the name or definition of a competency, a title."""
    ANCHOR = "anchor"
    """What fixes one level of the rating scale."""
    SIGNAL = "signal"
    """What to listen for, weak and strong evidence, what is planted in a work sample."""
    NOTE = "note"
    """An instruction to interviewers, a mission, a principle."""
    SHEET = "sheet"
    """A label on a form."""


ASKED = frozenset((Field.QUESTION, Field.FOLLOW_UP))
RATED = frozenset((Field.CRITERION, Field.ANCHOR))


@dataclass(frozen=True, slots=True)
class TextItem:
    """One text and where it begins.

    `sure` is false where the field was guessed from the words (plain lists). `exact` is true where the text
    stands in its file as it is, on one line: then a finding points at the words themselves. `level` is an
    anchor's, where a list gives it.
    """

    text: str
    field: Field
    location: Location
    sure: bool = True
    exact: bool = False
    level: int | None = None

    def place(self, offset: int) -> Location:
        """Where character `offset` of the text stands, as far as that is known."""
        if not self.exact:
            return self.location
        return Location(self.location.path, self.location.line, self.location.column + offset)
