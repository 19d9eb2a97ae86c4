"""Work samples: a piece of the job on paper, with what each level does with it."""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from interviewkit.models.base import TEXT_PATTERN, Id, Line, Minutes, Model, Text, Wording
from interviewkit.models.competency import Anchors
from interviewkit.models.question import Form
from interviewkit.models.scale import Seniority

ExhibitText = Annotated[str, Field(min_length=1, max_length=20_000, pattern=TEXT_PATTERN), Wording()]
Cell = Annotated[str, Wording()]


class ExhibitKind(StrEnum):
    """What the exhibit imitates; it decides the type it is set in."""

    LOG = "log"
    DIFF = "diff"
    TRACE = "trace"
    CODE = "code"
    TABLE = "table"
    PROSE = "prose"


class Table(Model):
    """A table of short strings: column heads, then rows of the same length."""

    columns: Annotated[tuple[Line, ...], Field(min_length=2, max_length=8)]
    rows: Annotated[tuple[tuple[Cell, ...], ...], Field(min_length=1, max_length=60)]

    @model_validator(mode="after")
    def _rows_are_as_long_as_the_head(self) -> Self:
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.columns):
                raise ValueError(f"row {number} has {len(row)} cells, the head has {len(self.columns)}")
        return self


class Exhibit(Model):
    """One thing the candidate is handed: a log, a diff, a trace, code, a table or prose.

    `text` for all kinds but `table`; in monospace, lines of at most 92 characters fit the page.
    """

    id: Id
    title: Line
    kind: ExhibitKind
    caption: Text | None = None
    text: ExhibitText | None = None
    table: Table | None = None

    @model_validator(mode="after")
    def _content_fits_the_kind(self) -> Self:
        if (self.table is not None) != (self.kind is ExhibitKind.TABLE) or (self.text is None) == (
            self.table is None
        ):
            raise ValueError("a table exhibit has `table`, every other kind has `text`")
        return self


class TimedStep(Model):
    """A part of the work sample and how long it may take."""

    what: Text
    minutes: Minutes


class LevelsForCompetency(Model):
    """What each level does with this work sample, for one competency."""

    competency: Id
    levels: Anchors


class InterviewerNotes(Model):
    """For the interviewer only: never printed on a candidate's page."""

    how_to_run: Annotated[tuple[Text, ...], Field(min_length=1)]
    what_is_in_it: Annotated[tuple[Text, ...], Field(min_length=1)] = Field(
        description="The planted facts, and where in the exhibits they stand."
    )
    hints: tuple[Text, ...] = Field(default=(), description="The only help that may be given.")
    follow_ups: Annotated[tuple[Text, ...], Field(min_length=2)] = Field(
        description="Required: asked of every candidate."
    )


class WorkSample(Model):
    """`work_samples/ID.yaml`."""

    id: Id
    title: Line
    form: Form
    parallel: Id
    seniorities: Annotated[tuple[Seniority, ...], Field(min_length=1)]
    job_tasks: Annotated[tuple[Id, ...], Field(min_length=1)]
    brief: Text = Field(description="The situation, told to the candidate. Paragraphs by blank line.")
    tasks: Annotated[tuple[Text, ...], Field(min_length=1, max_length=6)]
    steps: Annotated[tuple[TimedStep, ...], Field(min_length=1)]
    exhibits: Annotated[tuple[Exhibit, ...], Field(min_length=1)]
    notes: InterviewerNotes
    levels: Annotated[tuple[LevelsForCompetency, ...], Field(min_length=1, max_length=5)]

    @property
    def minutes(self) -> int:
        """Minutes from handing over the brief to the last follow-up."""
        return sum(step.minutes for step in self.steps)

    @property
    def competencies(self) -> tuple[str, ...]:
        """Ids of the competencies that this work sample gives evidence for."""
        return tuple(entry.competency for entry in self.levels)
