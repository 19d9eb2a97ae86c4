"""From a rubric and an opening to the kit: pure, the same input gives the same kit."""

import calendar
import datetime

from interviewkit.compose.competencies import rated_competencies
from interviewkit.compose.coverage import coverage_matrix
from interviewkit.compose.interviews import planned_interviews
from interviewkit.compose.structure import structure_components
from interviewkit.compose.weights import applied_shifts
from interviewkit.loading import Loaded
from interviewkit.models.jurisdiction import Jurisdiction
from interviewkit.models.kit import Kit, KitCompetency, KitShift
from interviewkit.models.opening import Opening
from interviewkit.models.principle import Principle
from interviewkit.models.role import Shift
from interviewkit.rubric import Rubric


def compose_kit(rubric: Rubric, opening: Loaded[Opening], jurisdiction: Jurisdiction, opening_id: str) -> Kit:
    """The kit of an opening; raises InputError where weights or constraints cannot be met.

    Expects files whose references hold (`references`). Candidates play no part.
    """
    value, role = opening.value, rubric.role.value
    shifts = applied_shifts(role, value.team)
    competencies = rated_competencies(rubric, opening, shifts)
    stages = planned_interviews(rubric, opening, competencies)
    tasks = {task.id: task for task in rubric.job_tasks.value.job_tasks}
    taken_over = {name: getattr(value, name) for name in TAKEN_OVER}
    return Kit(
        **taken_over,
        opening_id=opening_id,
        retention_until=_retention_until(value.dates.decision, jurisdiction.retention.months),
        jurisdiction=jurisdiction,
        role_id=role.id,
        role_name=role.name,
        mission=role.mission,
        job_tasks=tuple(tasks[name] for name in role.job_tasks),
        potential=role.potential,
        principles=_principles_at_work(rubric, competencies, shifts),
        scale=rubric.scale.value,
        competencies=competencies,
        shifts=tuple(_shift(shift) for shift in shifts),
        stages=stages,
        coverage=coverage_matrix((entry.id for entry in competencies), stages),
        structure=structure_components(
            competencies, stages, len(role.job_tasks), value.form, value.dates.calibration
        ),
    )


TAKEN_OVER = ("title", "language", "seniority", "organisation", "contact", "team", "form", "dates")
"""What the kit takes from the opening as it is."""


def _shift(shift: Shift) -> KitShift:
    return KitShift(because=shift.because, principle=shift.principle, moves=tuple(shift.add.items()))


def _principles_at_work(
    rubric: Rubric, competencies: tuple[KitCompetency, ...], shifts: tuple[Shift, ...]
) -> tuple[Principle, ...]:
    """The principles that the role, its competencies or a shift name, in the catalogue's order."""
    named = {
        *rubric.role.value.principles,
        *(name for entry in competencies for name in entry.principles),
        *(shift.principle for shift in shifts),
    }
    return tuple(entry for entry in rubric.principles.value.principles if entry.id in named)


def _retention_until(decision: datetime.date | None, months: int) -> datetime.date | None:
    """The same day so many months later, the month's last day where there is none."""
    if decision is None:
        return None
    year, month = divmod(decision.year * 12 + decision.month - 1 + months, 12)
    last_day = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(decision.day, last_day))
