"""The schedule of a drive: each row with its opening, its candidate and an interviewer of that interview."""

from collections.abc import Sequence

import yaml

from interviewkit.drive_input.clashes import Clashes
from interviewkit.drive_input.drafts import Drafts
from interviewkit.drive_input.drive import PlacedAppointment
from interviewkit.drive_input.people import add_interviewers, candidate_id_problems, interviewer_entry
from interviewkit.drive_input.places import scalar
from interviewkit.drive_input.roster import Roster, Rosters, folded_name
from interviewkit.drive_input.rows import DriveRow
from interviewkit.errors import InputError
from interviewkit.library import Library
from interviewkit.loading import validate
from interviewkit.models.drive import Appointment
from interviewkit.problems import Code, Problem, did_you_mean
from interviewkit.yaml_source import child_of

FIELDS = tuple(Appointment.model_fields)


def read_schedule(
    rows: Sequence[DriveRow], drafts: Drafts, library: Library
) -> tuple[list[PlacedAppointment], list[Problem]]:
    """The rows that hold, and the problems of those that do not.

    Interviewers whom nothing but the schedule names for an interview join the panel of their opening.
    """
    if not rows:
        return [], []
    reading = _Schedule(drafts, library)
    for row in rows:
        reading.add(row)
    for roster in reading.rosters.all:
        add_interviewers(roster.draft, list(reading.joining.get(id(roster.draft), {}).values()))
    return reading.appointments, reading.problems


class _Schedule:
    """Collects the rows of a schedule."""

    def __init__(self, drafts: Drafts, library: Library) -> None:
        self.drafts = drafts
        self.rosters = Rosters(drafts.all, library)
        self.appointments: list[PlacedAppointment] = []
        self.problems: list[Problem] = []
        self.joining: dict[int, dict[tuple[str, str], yaml.Node]] = {}
        self._clashes = Clashes()

    def add(self, row: DriveRow) -> None:
        """Read one row."""
        problems = [*row.problems, *candidate_id_problems(row, "candidate")]
        value = None
        try:
            value = validate(Appointment, row.source).value
        except InputError as error:
            known = {problem.location for problem in problems}
            problems += [problem for problem in error.problems if problem.location not in known]
        if value is None or problems:
            self.problems += problems
            return
        roster = self._roster(row, value)
        if isinstance(roster, Problem):
            self.problems.append(roster)
        elif roster is not None:
            self._place(row, value, roster)

    def _roster(self, row: DriveRow, value: Appointment) -> Roster | Problem | None:
        """The opening that the row is about; None where it cannot be told because that opening is broken."""
        place = row.source.locate(("candidate",))
        if value.opening is not None:
            found = self.drafts.of_row(row, value.opening)
            if isinstance(found, Problem):
                return found
            roster = self.rosters.by_draft[id(found)]
            if value.candidate in roster.candidates:
                return roster
            return self._unknown_candidate(row, [roster])
        several = self.rosters.of_candidate.get(value.candidate.casefold(), [])
        if len(several) == 1:
            return several[0]
        if not several:
            return self._unknown_candidate(row, self.rosters.all)
        openings = " and ".join(f"`{roster.draft.id}`" for roster in several[:3])
        message = f"the candidate is seen for {openings}"
        place = row.source.locate(("opening",))
        return Problem(place, Code.MISSING_KEY, message, "write in `opening` which one this is")

    def _unknown_candidate(self, row: DriveRow, rosters: list[Roster]) -> Problem | None:
        """What is written may be a name, and is not said."""
        if any(roster.draft.source is None or roster.draft.problems for roster in rosters):
            return None
        known = rosters[0].candidates if len(rosters) == 1 else self.rosters.candidates
        where = f"`{rosters[0].draft.id}`" if len(rosters) == 1 else "the drive"
        word = scalar(row.source.root, "candidate") or ""
        message = f"{where} has no candidate with this id"
        return Problem(row.source.locate(("candidate",)), Code.UNKNOWN_ID, message, known.hint(word))

    def _place(self, row: DriveRow, value: Appointment, roster: Roster) -> None:
        problem, interviewer = self._interviewer(row, value, roster)
        if problem is not None:
            self.problems.append(problem)
            return
        changes = {
            "opening": roster.draft.id,
            "candidate": roster.candidates.find(value.candidate) or value.candidate,
            "interviewer": interviewer,
        }
        places = {name: row.source.locate((name,)) for name in FIELDS}
        placed = PlacedAppointment(value.model_copy(update=changes), roster.draft.id, places)
        clash = self._clashes.check(placed, row.source.locate(()))
        if clash is not None:
            self.problems.append(clash)
            return
        self.appointments.append(placed)
        if value.stage not in roster.runners:
            self._join(row, roster, interviewer, value.stage)

    def _interviewer(self, row: DriveRow, value: Appointment, roster: Roster) -> tuple[Problem | None, str]:
        """The interviewer as the panel writes the name, with what is wrong about it."""
        name = " ".join(value.interviewer.split())
        runners = roster.runners.get(value.stage)
        if runners is not None:
            found = runners.find(name)
            message = f"`{name}` does not run `{value.stage}` of `{roster.draft.id}`"
            hint = "" if found else runners.hint(name)
            place = row.source.locate(("interviewer",))
            return (None if found else Problem(place, Code.UNKNOWN_ID, message, hint)), found or name
        if roster.stages is not None and value.stage not in roster.stages:
            message, place = f"there is no stage `{value.stage}`", row.source.locate(("stage",))
            return Problem(place, Code.UNKNOWN_ID, message, did_you_mean(value.stage, roster.stages)), name
        return None, name

    def _join(self, row: DriveRow, roster: Roster, interviewer: str, stage: str) -> None:
        """Let the interviewer run the stage, as nobody else is said to."""
        joining = self.joining.setdefault(id(roster.draft), {})
        name, where = child_of(row.source.root, "interviewer"), child_of(row.source.root, "stage")
        key = (folded_name(interviewer), stage)
        if name and where and key not in joining:
            joining[key] = interviewer_entry(name[0], where[0])
