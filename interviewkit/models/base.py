"""What every model of the kit shares: frozen, closed, fully typed, and text that is really text."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
"""Rubric ids are kebab-case: `software-engineering`."""

FILE_ID_PATTERN = r"^[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?$"
"""Ids that become file names."""

LINE_PATTERN = r"^[^\x00-\x1f\x7f-\x9f\u2028\u2029]*$"
TEXT_PATTERN = r"^[^\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]*$"
TIMESTAMP_PATTERN = r"^\d{2}:\d{2}:\d{2}(\.\d{3})?$"
COUNTRY_PATTERN = r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$"
COLOUR_PATTERN = r"^#[0-9a-fA-F]{6}$"
LANGUAGE_PATTERN = r"^[a-z]{2,3}$"

RULE_PATTERN = r"^IK4[0-9]{2}$"

PATTERN_WORDS = {
    ID_PATTERN: "lower-case words joined by hyphens, such as `ai-engineer`",
    FILE_ID_PATTERN: "letters, digits, hyphens and underscores, such as `C-014`",
    LINE_PATTERN: "one line without control characters",
    TEXT_PATTERN: "text without control characters",
    TIMESTAMP_PATTERN: "a timestamp such as `00:12:47`",
    COUNTRY_PATTERN: "a country code in capitals, such as `GB` or `US-CA`",
    COLOUR_PATTERN: '`#` and six digits or letters a to f, in straight quotes: `"#0b5d6b"`',
    RULE_PATTERN: "the code of a rule about fairness and law, such as `IK401`",
    LANGUAGE_PATTERN: "a language code of two or three lower-case letters, such as `en` or `pl`",
}
"""What to write where a pattern did not match; every pattern of the models stands here."""

MINUTES_IN_A_DAY = 8 * 60

ENGLISH = "en"
"""The language of the built-in rubrics, and of a kit whose opening names none."""


@dataclass(frozen=True)
class Wording:
    """Marks a type of text: may a translation change it?"""

    translatable: bool = True


VERBATIM = Wording(translatable=False)
"""Marks a text that is the same in every language, such as the name of a file."""

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=64)]
"""A rubric id: lower-case words joined by hyphens, 64 characters at most."""

Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=4000, pattern=TEXT_PATTERN),
    Wording(),
]
"""A sentence or a paragraph; never empty."""

Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=LINE_PATTERN),
    Wording(),
]
"""One line of text, 200 characters at most."""

Language = Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN)]
"""A language as its primary tag in BCP 47: `en`, `de`, `gsw`."""

Minutes = Annotated[int, Field(ge=1, le=MINUTES_IN_A_DAY)]
"""Whole minutes, one working day at most."""


class Model(BaseModel):
    """Base of every model: unknown keys are mistakes, values never change after validation."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)
