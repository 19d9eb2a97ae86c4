"""The schedule of a drive: each row with its opening, its candidate and an interviewer of that interview."""

from collections.abc import Sequence

import yaml

from interviewkit.drive_input.clashes import Clashes
from interviewkit.drive_input.drafts import Draft, Drafts, is_file_id
from interviewkit.drive_input.drive import PlacedAppointment
from interviewkit.drive_input.people import (
    add_interviewers,
    candidate_id_problems,
    interviewer_entry,
    lost_letters_problems,
)
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
SHOWN_OPENINGS = 3


def read_schedule(
    rows: Sequence[DriveRow], drafts: Drafts, library: Library
) -> tuple[list[PlacedAppointment], list[Problem]]:
    """The rows that hold, and the problems of rows that can be given to no opening.

    An opening with a row that does not hold has its problems: it must not be built without that row.
    Interviewers whom nothing but the schedule names for an interview join the panel of their opening.
    """
    if not rows:
        return [], []
    reading = _Schedule(drafts, library)
    for row in rows:
        reading.add(row)
    for roster in reading.rosters.all:
        add_interviewers(roster.draft, list(reading.joining.get(id(roster.draft), {}).values()))
    return reading.appointments, reading.stray_problems()


class _Schedule:
    """Collects the rows of a schedule."""

    def __init__(self, drafts: Drafts, library: Library) -> None:
        self.drafts = drafts
        self.rosters = Rosters(drafts.all, library)
        self.appointments: list[PlacedAppointment] = []
        self.problems: list[tuple[Draft | None, Problem]] = []
        self.joining: dict[int, dict[tuple[str, str], yaml.Node]] = {}
        self._not_on_panel: set[tuple[int, str]] = set()
        self._clashes = Clashes()

    def add(self, row: DriveRow) -> None:
        """Read one row."""
        owner = self._owner(row)
        problems = [*row.problems, *candidate_id_problems(row, "candidate")]
        lost = lost_letters_problems(row, "interviewer")
        value = None
        try:
            value = validate(Appointment, row.source).value
        except InputError as error:
            known = {problem.location for problem in problems}
            known |= {row.source.locate(("opening",))} if self._names_broken_id(row) else set()
            problems += [problem for problem in error.problems if problem.location not in known]
        if value is None or problems or lost:
            self.problems += [(owner, problem) for problem in problems]
            for problem in lost:
                self._add_about_interviewer(row, problem, owner)
            return
        roster = self._roster(row, value)
        if isinstance(roster, Problem):
            others = self._owners_by_candidate(row)
            owners = {id(draft): draft for draft in (owner, *others) if draft is not None}
            self.problems += [(draft, roster) for draft in owners.values() or [None]]
        elif roster is not None:
            self._place(row, value, roster)

    def stray_problems(self) -> list[Problem]:
        """Give the problems of rows to their openings; the others."""
        for draft, problem in self.problems:
            if draft is not None:
                draft.problems.append(problem)
        return [problem for draft, problem in self.problems if draft is None]

    def _owner(self, row: DriveRow) -> Draft | None:
        """The opening that cannot do without the row: the one it names, else the candidate's only one."""
        given = scalar(row.source.root, "opening")
        if given is not None and given.casefold() in self.drafts.by_id:
            return self.drafts.by_id[given.casefold()]
        if given is None and len(self.drafts.all) == 1:
            return self.drafts.all[0]
        return next(iter(self._owners_by_candidate(row)), None)

    def _owners_by_candidate(self, row: DriveRow) -> list[Draft]:
        """The one opening that the candidate is seen for; none where these are several."""
        candidate = scalar(row.source.root, "candidate") or ""
        several = self.rosters.of_candidate.get(candidate.casefold(), [])
        return [roster.draft for roster in several] if len(several) == 1 else []

    def _names_broken_id(self, row: DriveRow) -> bool:
        """Does the row name an opening by an id that is none? The opening itself says so."""
        given = scalar(row.source.root, "opening") or ""
        return given.casefold() in self.drafts.by_id and not is_file_id(given)

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
            return self._unknown_candidate(row, value.candidate, [roster])
        several = self.rosters.of_candidate.get(value.candidate.casefold(), [])
        if len(several) == 1:
            return several[0]
        if not several:
            return self._unknown_candidate(row, value.candidate, self.rosters.all)
        openings = " and ".join(f"`{roster.draft.id}`" for roster in several[:SHOWN_OPENINGS])
        message = f"the candidate is seen for {openings}"
        place = row.source.locate(("opening",))
        return Problem(place, Code.MISSING_KEY, message, "write in `opening` which one this is")

    def _unknown_candidate(self, row: DriveRow, word: str, rosters: list[Roster]) -> Problem | None:
        """What is written may be a name, and is not said; nor is another person's id, however like it."""
        if any(roster.draft.source is None or roster.draft.problems for roster in rosters):
            return None
        where = f"`{rosters[0].draft.id}`" if len(rosters) == 1 else "the drive"
        message = f"{where} has no candidate with this id"
        hint = "correct the id, or add the candidate"
        others = self.rosters.of_candidate.get(word.casefold(), [])
        if others:
            openings = " and ".join(f"`{roster.draft.id}`" for roster in others[:SHOWN_OPENINGS])
            hint = f"`{others[0].candidates.find(word)}` applies for {openings}"
        return Problem(row.source.locate(("candidate",)), Code.UNKNOWN_ID, message, hint)

    def _place(self, row: DriveRow, value: Appointment, roster: Roster) -> None:
        problem, interviewer = self._interviewer(row, value, roster)
        if problem is not None:
            self._add_about_interviewer(row, problem, roster.draft)
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
            self.problems.append((roster.draft, clash))
            return
        self.appointments.append(placed)
        if value.stage not in roster.runners:
            self._join(row, roster, interviewer, value.stage)

    def _add_about_interviewer(self, row: DriveRow, problem: Problem, draft: Draft | None) -> None:
        """Of an interviewer whom the panel has not, once is enough: the mistake may be in the panel."""
        key = (id(draft), folded_name(scalar(row.source.root, "interviewer") or ""))
        is_of_person = problem.location == row.source.locate(("interviewer",))
        if not (is_of_person and key in self._not_on_panel):
            self.problems.append((draft, problem))
        if is_of_person:
            self._not_on_panel.add(key)

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
