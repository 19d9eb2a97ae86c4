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


Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points from the top left of the page."""


class RecordedField(Model):
    """A box or a writing area: its printed outline, which is also the field's place in the PDF."""

    name: str = Field(description="The field's full name in the PDF, such as `rating.software_engineering`.")
    kind: Literal["choice", "tick", "text"]
    state: str | None = Field(
        description="What the box of a choice stands for, such as `v3` or `not_assessed`."
    )
    rect: Box


class RecordedMark(Model):
    """A corner mark: its id in ArUco's dictionary DICT_4X4_50."""

    mark: int = Field(ge=0, le=49)
    rect: Box


class RecordedPage(Model):
    """What a reader of scans finds on a page; rectangles in points from its top left."""

    page: int = Field(ge=1)
    size: tuple[float, float] = Field(description="Width and height of the page box in points.")
    marks: tuple[RecordedMark, ...]
    qr: Box | None
    fields: tuple[RecordedField, ...]


class RecordedLayout(Model):
    """Where everything stands on the sheets of one interview, as far as they are laid out alike."""

    layout: str
    stage: str
    pages: tuple[RecordedPage, ...]


class RecordedSheet(Model):
    """One scorecard: one stage, and where they are known one candidate and one interviewer."""

    sheet: str
    path: str
    sha256: str = Field(description="Of the sheet as it was handed out, before anybody wrote on it.")
    stage: str
    candidate: str | None
    interviewer: str | None
    layout: str = Field(description="Which layout it has: the positions belong to that.")


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

    format: Literal[3] = 3
    opening: str
    role: str
    seniority: Seniority
    form: Form
    paper: Paper
    language: str
    large_print: bool
    kit_digest: str = Field(description="Rubric, templates and opening without candidates; 12 hex digits.")
    documents_digest: str = Field(description="Everything that the documents but the sheets depend on.")
    build_digest: str = Field(description="Everything the files depend on; equal means up to date.")
    versions: KitVersions
    structure_score: int
    competencies: tuple[RecordedCompetency, ...]
    stages: tuple[RecordedStage, ...]
    layouts: tuple[RecordedLayout, ...]
    sheets: tuple[RecordedSheet, ...]
    files: tuple[RecordedFile, ...]

    def pages_of(self, sheet: RecordedSheet) -> tuple[RecordedPage, ...]:
        """What a reader of scans finds on the pages of a sheet."""
        return next(layout.pages for layout in self.layouts if layout.layout == sheet.layout)
