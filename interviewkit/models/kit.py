"""The kit of an opening: everything its documents print, and nothing about candidates."""

import datetime
from enum import StrEnum

from pydantic import Field

from interviewkit.models.base import Model
from interviewkit.models.competency import Anchors, Signals
from interviewkit.models.job_task import JobTask
from interviewkit.models.jurisdiction import Jurisdiction
from interviewkit.models.opening import Dates, Organisation
from interviewkit.models.principle import Principle
from interviewkit.models.question import Form, Question
from interviewkit.models.role import PotentialNote
from interviewkit.models.scale import RatingScale, Seniority
from interviewkit.models.team import Team
from interviewkit.models.work_sample import WorkSample


class KitCompetency(Model):
    """A competency with the weight (per cent) and bar (level 1–5) this opening gives it."""

    id: str
    name: str
    definition: str
    principles: tuple[str, ...]
    anchors: Anchors
    signals: Signals
    weight: int
    role_weight: int
    bar: int
    must_have: bool


class KitQuestion(Question):
    """A question with its slots filled, and the competency it gives evidence for."""

    competency: str


class SlotKind(StrEnum):
    """What a stretch of an interview is for."""

    OPENING = "opening"
    WORK_SAMPLE = "work_sample"
    QUESTION = "question"
    SPARE = "spare"
    CANDIDATE = "candidate"
    CLOSING = "closing"


class TimeSlot(Model):
    """A stretch of an interview; `start` and `minutes` in whole minutes from its beginning.

    A question's slot has its id, its competency's id, and as `label` the competency's name.
    """

    start: int
    minutes: int
    kind: SlotKind
    label: str = ""
    question: str | None = None
    competency: str | None = None


class KitInterviewer(Model):
    """A member of the panel; `key` stands in file names, `name_language` is a BCP 47 tag."""

    key: str
    name: str
    name_language: str | None = None


class KitStage(Model):
    """One interview: what is asked, what is rated (ids, heaviest first), who runs it."""

    id: str
    title: str
    purpose: str
    interviewer: str
    minutes: int
    time_plan: tuple[TimeSlot, ...]
    questions: tuple[KitQuestion, ...]
    work_sample: WorkSample | None
    rated: tuple[str, ...]
    panel: tuple[KitInterviewer, ...]

    def questions_for(self, competency: str) -> tuple[KitQuestion, ...]:
        """The questions of this interview that give evidence for a competency."""
        return tuple(question for question in self.questions if question.competency == competency)


class CoverageCell(Model):
    """How one interview covers one competency; all zero where it does not."""

    rated: bool
    questions: int
    work_sample: bool


class CoverageRow(Model):
    """One competency over all interviews, in plan order; `raters` counts distinct interviewers."""

    competency: str
    cells: tuple[CoverageCell, ...]
    raters: int


class StructureComponent(Model):
    """One of the 15 components of interview structure (Campion, Palmer & Campion 1997).

    `facts` are what its reason names; the words are the brief's.
    """

    number: int
    met: bool
    facts: dict[str, int | str] = Field(default_factory=dict)


class KitShift(Model):
    """A shift that applied to this opening's weights."""

    because: str
    principle: str
    moves: tuple[tuple[str, int], ...]


class Kit(Model):
    """Everything the documents of one opening print, except candidates."""

    opening_id: str
    title: str
    language: str
    seniority: Seniority
    organisation: Organisation
    contact: str | None
    team: Team
    form: Form
    dates: Dates
    retention_until: datetime.date | None
    jurisdiction: Jurisdiction
    role_id: str
    role_name: str
    mission: str
    job_tasks: tuple[JobTask, ...]
    potential: tuple[PotentialNote, ...]
    principles: tuple[Principle, ...]
    scale: RatingScale
    competencies: tuple[KitCompetency, ...]
    shifts: tuple[KitShift, ...]
    stages: tuple[KitStage, ...]
    coverage: tuple[CoverageRow, ...]
    structure: tuple[StructureComponent, ...]

    def competency(self, name: str) -> KitCompetency:
        """The competency with this id."""
        return next(entry for entry in self.competencies if entry.id == name)

    def rated_in(self, stage: KitStage) -> tuple[KitCompetency, ...]:
        """The competencies on the stage's scorecard, heaviest first."""
        return tuple(self.competency(name) for name in stage.rated)

    @property
    def structure_score(self) -> int:
        """How many of the 15 components of structure the kit has."""
        return sum(component.met for component in self.structure)

    @property
    def minutes(self) -> int:
        """Minutes of interview that one candidate is asked for."""
        return sum(stage.minutes for stage in self.stages)
