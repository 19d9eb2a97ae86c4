"""An opening: the twenty lines a recruiter writes."""

import datetime
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints, field_validator

from interviewkit.models.base import COLOUR_PATTERN, ENGLISH, FILE_ID_PATTERN, Language, Line, Minutes, Model
from interviewkit.models.question import Form
from interviewkit.models.role import Stage, Weight
from interviewkit.models.scale import Level, Seniority
from interviewkit.models.team import Team

DEVICE_NAMES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)))
)


def _refuse_device_names(value: str) -> str:
    if value.lower() in DEVICE_NAMES:
        raise ValueError(f"`{value}` is the name of a device on Windows; choose another id")
    return value


FileId = Annotated[
    str, StringConstraints(pattern=FILE_ID_PATTERN, max_length=64), AfterValidator(_refuse_device_names)
]
"""An id that becomes a file name: letters, digits, hyphen, underscore; 64 characters at most."""

Reference = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=64)]
"""The id of something in the rubrics; whether it exists is checked against them."""

Colour = Annotated[str, StringConstraints(pattern=COLOUR_PATTERN)]
"""A colour as six hexadecimal digits: `#0b5d6b`."""

Day = Annotated[datetime.date, Field(ge=datetime.date(2000, 1, 1), le=datetime.date(2199, 12, 31))]
"""A day of this or the next century: a mistyped year is a mistake."""

NameLanguage = Annotated[
    Language | None,
    Field(description="Language that the name is written in, so that screen readers say it right: `pl`."),
]
"""Not what a person speaks: how to read out their name."""


class Organisation(Model):
    """Whose opening it is."""

    name: Line
    logo: Line | None = Field(default=None, description="SVG or PNG file beside the opening file.")
    colour: Colour | None = None

    @field_validator("colour", mode="before")
    @classmethod
    def _is_no_comment(cls, value: object) -> object:
        """Refuse an empty colour: unquoted, YAML takes `#0b5d6b` for a comment."""
        if value is None:
            raise ValueError('no colour is given; put it in quotes, such as `"#0b5d6b"`')
        return value


class Interviewer(Model):
    """A member of the panel and the interviews they run."""

    name: Line
    id: FileId | None = Field(default=None, description="For file names; made from the name if absent.")
    name_language: NameLanguage = None
    stages: Annotated[tuple[Reference, ...], Field(min_length=1)]


class Candidate(Model):
    """Personal data: the id may reach file names, the name only the sheet."""

    id: FileId
    name: Line | None = None
    name_language: NameLanguage = None


class StageChange(Model):
    """What an opening changes in one interview of the role's plan."""

    minutes: Annotated[Minutes, Field(ge=15, le=240)] | None = None
    competencies: Annotated[tuple[Reference, ...], Field(min_length=1)] | None = None
    interviewer: Line | None = None


class QuestionChanges(Model):
    """Questions an opening adds to, drops from or replaces in the composed plan."""

    add: dict[Reference, tuple[Reference, ...]] = Field(
        default_factory=dict, description="Stage id to the questions it must ask."
    )
    drop: tuple[Reference, ...] = ()
    replace: dict[Reference, Reference] = Field(
        default_factory=dict, description="Old question id to new one."
    )


class Changes(Model):
    """Everything an opening may change in the role's rubric."""

    weights: dict[Reference, Weight] = Field(
        default_factory=dict, description="The others keep their proportions; the sum stays 100."
    )
    bars: dict[Reference, Level] = Field(default_factory=dict)
    questions: QuestionChanges = QuestionChanges()
    stages: dict[Reference, StageChange] = Field(default_factory=dict)
    drop_stages: tuple[Reference, ...] = ()
    add_stages: Annotated[tuple[Stage, ...], Field(max_length=4)] = ()


class Dates(Model):
    """The days that the documents print; there is no clock anywhere else."""

    opens: Day | None = None
    calibration: Day | None = Field(
        default=None, description="The panel practises rating together on this day."
    )
    interviews: Day | None = None
    debrief: Day | None = None
    decision: Day | None = Field(default=None, description="Retention runs from here.")


class Opening(Model):
    """`OPENING.yaml`."""

    id: FileId | None = Field(default=None, description="Folder name of the kit; the file's name if absent.")
    role: Reference
    seniority: Seniority
    title: Line
    organisation: Organisation
    country: Reference = Field(description="ISO 3166: `GB`, `US`, or with a subdivision `US-CA`.")
    team: Team
    language: Language = Field(default=ENGLISH, description="Language of the kit: `en`, `de`, `fr`.")
    contact: Line | None = Field(default=None, description="Whom candidates write to.")
    form: Form = Form.A
    dates: Dates = Dates()
    panel: tuple[Interviewer, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    changes: Changes = Changes()
