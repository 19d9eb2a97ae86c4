"""The openings of a drive, each prepared by itself: what is wrong with one stops no other."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from interviewkit.digest import digest_of
from interviewkit.documents import layout_name, sheet_for
from interviewkit.drive_input.drive import DriveOpening, PlacedAppointment
from interviewkit.drive_input.reading import opening_inputs
from interviewkit.drive_packs.people import same_name
from interviewkit.errors import InputError
from interviewkit.library import Library
from interviewkit.models.drive_outcome import OpeningPicture, PictureCompetency, PictureStage
from interviewkit.models.kit import Kit, KitInterviewer, KitStage
from interviewkit.models.sheet import Meeting, Sheet
from interviewkit.preflight import room_problems
from interviewkit.preparing import Prepared, check_before_printing, prepare
from interviewkit.print_options import PrintOptions
from interviewkit.problems import Code, Problem, did_you_mean

UNICORN = "IK210"
"""The rule that says when an opening's bars ask for somebody who does not exist."""


@dataclass(frozen=True)
class PrepareJob:
    """An opening, its part of the schedule, and the digest of what was built from it last."""

    opening: DriveOpening
    schedule: tuple[PlacedAppointment, ...]
    options: PrintOptions
    built: str


@dataclass(frozen=True)
class PreparedOpening:
    """An opening about to be printed, and every sheet that it needs."""

    id: str
    prepared: Prepared
    sheets: tuple[Sheet, ...]

    @property
    def inputs(self) -> str:
        """Digest of everything that the record of the kit depends on."""
        return digest_of([self.prepared.digests.build, [self.inputs_of(sheet) for sheet in self.sheets]])

    def inputs_of(self, sheet: Sheet) -> str:
        """Digest of everything that a sheet of this opening depends on."""
        return self._inputs_by_id[sheet.id]

    @cached_property
    def _inputs_by_id(self) -> dict[str, str]:
        """The digests of all sheets: every step of a drive asks for them."""
        documents = self.prepared.digests.documents
        return {
            sheet.id: digest_of([documents, layout_name(sheet), sheet.model_dump(mode="json")])
            for sheet in self.sheets
        }

    @property
    def picture(self) -> OpeningPicture:
        """What the team picture needs to know."""
        kit = self.prepared.kit
        return OpeningPicture(
            opening=self.id,
            title=kit.title,
            organisation=kit.organisation.name,
            role=kit.role_id,
            role_name=kit.role_name,
            seniority=kit.seniority,
            loop=kit.team.loop,
            team_stage=kit.team.stage,
            technology=kit.team.technology,
            competencies=tuple(
                PictureCompetency(id=c.id, name=c.name, weight=c.weight, bar=c.bar, must_have=c.must_have)
                for c in kit.competencies
            ),
            stages=tuple(PictureStage(id=s.id, title=s.title, minutes=s.minutes) for s in kit.stages),
            unicorn=tuple(each.message for each in self.prepared.remarks if each.code == UNICORN),
        )


def prepare_opening(job: PrepareJob) -> PreparedOpening:
    """The opening composed and checked; raises InputError with everything that is wrong with it."""
    library = Library(job.options.layers.rubrics, job.options.layers.language)
    inputs = opening_inputs(job.opening, library)
    prepared = prepare(inputs, library, job.options)
    problems = [problem for each in job.schedule for problem in _stage_problems(each, prepared.kit)]
    if problems:
        raise InputError(problems)
    made = PreparedOpening(job.opening.id, prepared, tuple(_sheets(prepared, job.schedule)))
    if made.inputs != job.built:
        check_before_printing(inputs, prepared.assets)
        _check_rooms(job.schedule, prepared)
    return made


def _check_rooms(schedule: Sequence[PlacedAppointment], prepared: Prepared) -> None:
    """Raises InputError where a room cannot be printed."""
    rooms = [(row.value.room, row.places["room"]) for row in schedule if row.value.room]
    problems = list(room_problems(rooms, prepared.assets))
    if problems:
        raise InputError(problems)


def _stage_problems(placed: PlacedAppointment, kit: Kit) -> list[Problem]:
    known = [stage.id for stage in kit.stages]
    if placed.value.stage in known:
        return []
    message = f"the opening `{placed.opening}` has no interview `{placed.value.stage}`"
    hint = did_you_mean(placed.value.stage, known)
    return [Problem(placed.places["stage"], Code.UNKNOWN_ID, message, hint)]


def _sheets(prepared: Prepared, schedule: Sequence[PlacedAppointment]) -> list[Sheet]:
    """A sheet per candidate, interview and interviewer: by the schedule where it says, else by the panel."""
    planned: dict[tuple[str, str], list[PlacedAppointment]] = {}
    for placed in schedule:
        planned.setdefault((placed.value.candidate, placed.value.stage), []).append(placed)
    found: dict[str, Sheet] = {}
    look = prepared.look
    for candidate in prepared.candidates:
        for stage in prepared.kit.stages:
            for person, meeting in _interviewers(stage, planned.get((candidate.id, stage.id), [])):
                sheet = sheet_for(prepared.digests.kit, look, stage, candidate, person, meeting)
                found.setdefault(sheet.path, sheet)
    return list(found.values())


def _interviewers(
    stage: KitStage, rows: Sequence[PlacedAppointment]
) -> list[tuple[KitInterviewer | None, Meeting | None]]:
    """Who runs an interview, and when as far as that is planned."""
    if rows:
        return [(_person(stage, row.value.interviewer), _meeting(row)) for row in rows]
    return [(person, None) for person in (stage.panel or (None,))]


def _person(stage: KitStage, name: str) -> KitInterviewer | None:
    """The member of the panel with this name, as people write it."""
    wanted = same_name(name)
    return next((person for person in stage.panel if same_name(person.name) == wanted), None)


def _meeting(row: PlacedAppointment) -> Meeting:
    return Meeting(date=row.value.date, start=row.value.start, room=row.value.room)
