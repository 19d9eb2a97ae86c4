"""`kit.json`: what machines are told about a kit. Ids only, no names."""

from typing import Literal

from pydantic import Field

from interviewkit.models.base import Model
from interviewkit.models.jurisdiction import Paper
from interviewkit.models.question import Form
from interviewkit.models.scale import Seniority


class KitVersions(Model):
    """The programs that made the kit."""

    interviewkit: str
    weasyprint: str


class RecordedFile(Model):
    """A file of the kit as it was written."""

    path: str = Field(description="Relative to the kit's folder, with forward slashes.")
    sha256: str


class RecordedField(Model):
    """A box or a writing area; points from the top left of the page."""

    name: str = Field(description="Such as `rating.software-engineering.3`.")
    page: int = Field(ge=1)
    rect: tuple[float, float, float, float] = Field(description="Left, top, right, bottom.")


class RecordedSheet(Model):
    """One scorecard: one stage, and where they are known one candidate and one interviewer."""

    sheet: str
    path: str
    stage: str
    candidate: str | None
    interviewer: str | None
    competencies: tuple[str, ...]
    pages: int
    page_size: tuple[float, float] = Field(description="Width and height in points.")
    fields: tuple[RecordedField, ...]


class RecordedStage(Model):
    """What one interview asks and rates."""

    stage: str
    minutes: int
    questions: tuple[str, ...]
    work_sample: str | None
    rated: tuple[str, ...]


class RecordedCompetency(Model):
    """Weight (per cent) and bar (level 1–5)."""

    competency: str
    weight: int
    bar: int
    must_have: bool


class KitRecord(Model):
    """`kit.json`."""

    format: Literal[1] = 1
    opening: str
    role: str
    seniority: Seniority
    form: Form
    paper: Paper
    kit_digest: str = Field(description="Rubric, templates and opening without candidates; 12 hex digits.")
    build_digest: str = Field(description="Everything the files depend on; equal means up to date.")
    versions: KitVersions
    structure_score: int
    competencies: tuple[RecordedCompetency, ...]
    stages: tuple[RecordedStage, ...]
    sheets: tuple[RecordedSheet, ...]
    files: tuple[RecordedFile, ...]
