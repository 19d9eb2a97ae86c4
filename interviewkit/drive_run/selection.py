"""`--only`: one opening of a drive, or one candidate of one opening."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from interviewkit.drive_input.drive import Drive, DriveOpening
from interviewkit.drive_run.prepared import PreparedOpening
from interviewkit.errors import InputError
from interviewkit.models.sheet import Sheet
from interviewkit.problems import Code, Location, Problem, did_you_mean


@dataclass(frozen=True)
class Selection:
    """What of a drive is to be made; empty ids mean all of it."""

    opening: str = ""
    candidate: str = ""

    @classmethod
    def of(cls, only: str) -> "Selection":
        """The selection as it is typed: `OPENING` or `OPENING/CANDIDATE`."""
        opening, _, candidate = only.partition("/")
        return cls(opening, candidate)

    @property
    def is_all(self) -> bool:
        """Is it the whole drive?"""
        return not self.opening

    def openings(self, drive: Drive, path: Path) -> Sequence[DriveOpening]:
        """The selected openings; raises InputError where there is none of that name."""
        known = [opening.id for opening in drive.openings]
        if self.is_all:
            return drive.openings
        if self.opening not in known:
            raise _unknown(path, f"there is no opening `{self.opening}`", did_you_mean(self.opening, known))
        return [opening for opening in drive.openings if opening.id == self.opening]

    def sheets(self, opening: PreparedOpening, path: Path) -> tuple[Sheet, ...]:
        """The selected sheets; raises InputError where the opening has no such candidate."""
        if not self.candidate:
            return opening.sheets
        known = [candidate.id for candidate in opening.prepared.candidates]
        if self.candidate not in known:
            message = f"`{opening.id}` has no candidate `{self.candidate}`"
            raise _unknown(path, message, did_you_mean(self.candidate, known))
        return tuple(
            sheet for sheet in opening.sheets if sheet.candidate and sheet.candidate.id == self.candidate
        )


def _unknown(path: Path, message: str, hint: str) -> InputError:
    return InputError([Problem(Location(str(path)), Code.UNKNOWN_ID, message, f"--only: {hint}")])
