"""A sheet: one scorecard, for one interview and, where they are known, one candidate and one interviewer."""

from interviewkit.models.base import Model
from interviewkit.models.kit import KitInterviewer
from interviewkit.models.opening import Candidate


class Sheet(Model):
    """`id` says nothing about a person; a blank sheet has neither candidate nor interviewer."""

    id: str
    stage: str
    candidate: Candidate | None
    interviewer: KitInterviewer | None

    @property
    def path(self) -> str:
        """Where the scorecard stands in the kit's folder: ids only, never a candidate's name."""
        if self.candidate is None:
            return f"scorecards/{self.stage}.pdf"
        person = f"--{self.interviewer.key}" if self.interviewer else ""
        return f"scorecards/{self.candidate.id}/{self.stage}{person}.pdf"
