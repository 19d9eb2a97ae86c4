"""What became of a drive: each opening after a run, and what the team picture needs to know of it."""

from enum import StrEnum

from interviewkit.models.base import Model
from interviewkit.models.drive import Appointment
from interviewkit.models.scale import Seniority
from interviewkit.models.team import TeamLoop, TeamStage, Technology


class PictureCompetency(Model):
    """A competency of an opening with its weight (per cent) and bar (level 1–5)."""

    id: str
    name: str
    weight: int
    bar: int
    must_have: bool


class PictureStage(Model):
    """An interview of an opening: id, title, minutes."""

    id: str
    title: str
    minutes: int


class OpeningPicture(Model):
    """What the team picture needs to know of an opening; `unicorn` are the checker's findings on its bars."""

    opening: str
    title: str
    organisation: str
    role: str
    role_name: str
    seniority: Seniority
    loop: TeamLoop
    team_stage: TeamStage
    technology: Technology
    competencies: tuple[PictureCompetency, ...]
    stages: tuple[PictureStage, ...]
    unicorn: tuple[str, ...] = ()


class OpeningStatus(StrEnum):
    """What became of an opening in this run."""

    BUILT = "built"
    UNCHANGED = "unchanged"
    FAILED = "failed"


class OpeningOutcome(Model):
    """An opening after a run: its picture where it is known, how many sheets there are and were made.

    `reasons` are the problems of a failed opening, one line each.
    """

    opening: str
    status: OpeningStatus
    picture: OpeningPicture | None
    kit_digest: str = ""
    candidates: int = 0
    sheets: int = 0
    made: int = 0
    reasons: tuple[str, ...] = ()


class DriveOutcome(Model):
    """A drive after a run; every appointment here names its opening."""

    drive: str
    title: str
    run: int
    openings: tuple[OpeningOutcome, ...]
    schedule: tuple[Appointment, ...]
