"""A hiring drive: what the drive's file says beside its openings."""

import datetime
from typing import Annotated

from pydantic import Field, StringConstraints

from interviewkit.models.base import Line, Model
from interviewkit.models.opening import Day, FileId, NameLanguage, Reference

Room = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, min_length=1, max_length=40, pattern=r"^[^\x00-\x1f\x7f-\x9f\u2028\u2029]*$"
    ),
]
"""A room or a link, 40 characters at most: it stands on the sheet beside the date."""


class DriveCandidate(Model):
    """A candidate and the opening they are seen for; without `opening` where the drive has but one."""

    id: FileId
    name: Line | None = None
    name_language: NameLanguage = None
    opening: FileId | None = None


class Appointment(Model):
    """One row of the schedule: who meets whom, when and where; `start` is the local time of the room."""

    opening: FileId | None = Field(
        default=None, description="Needed where the candidate is seen for several."
    )
    candidate: FileId
    stage: Reference
    interviewer: Line
    date: Day
    start: datetime.time | None = None
    room: Room | None = None
