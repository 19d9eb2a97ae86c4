"""A sheet: one scorecard, for one interview and, where they are known, one candidate and one interviewer."""

import datetime

from interviewkit.models.base import Model
from interviewkit.models.kit import KitInterviewer
from interviewkit.models.opening import Candidate

MASTER_ID = "MASTER00"
"""The id on a master, in letters and digits that no sheet's own id has."""


class Meeting(Model):
    """When and where an interview takes place, as far as known; `start` is the local time of the room."""

    date: datetime.date
    start: datetime.time | None = None
    room: str | None = None


class Sheet(Model):
    """`id` says nothing about a person; a blank sheet has neither candidate nor interviewer."""

    id: str
    stage: str
    candidate: Candidate | None
    interviewer: KitInterviewer | None
    meeting: Meeting | None = None

    @property
    def is_master(self) -> bool:
        """Is this what others are laid over, its own words but place holders?"""
        return self.id == MASTER_ID

    @property
    def path(self) -> str:
        """Where the scorecard stands in the kit's folder: ids only, never a candidate's name."""
        if self.candidate is None:
            return f"scorecards/{self.stage}.pdf"
        person = f"--{self.interviewer.key}" if self.interviewer else ""
        return f"scorecards/{self.candidate.id}/{self.stage}{person}.pdf"
