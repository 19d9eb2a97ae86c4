"""From a rubric and an opening to the kit: pure, the same input gives the same kit."""

import calendar
import datetime

from interviewkit.compose.conflicts import conflict_problem
from interviewkit.compose.coverage import coverage_matrix
from interviewkit.compose.planner import solve_plan
from interviewkit.compose.planning import Infeasible, Plan, PlanProblem, PlanStage
from interviewkit.compose.questions import fill_slots, keyed_questions, plan_questions
from interviewkit.compose.stages import StagePlan, plan_stages
from interviewkit.compose.structure import structure_components
from interviewkit.compose.timeplan import time_plan
from interviewkit.compose.weights import applied_shifts, set_weights, shifted_weights
from interviewkit.errors import InputError
from interviewkit.loading import Loaded
from interviewkit.models.jurisdiction import Jurisdiction
from interviewkit.models.kit import Kit, KitCompetency, KitShift, KitStage
from interviewkit.models.opening import Opening
from interviewkit.models.principle import Principle
from interviewkit.models.role import Shift
from interviewkit.problems import Code
from interviewkit.rubric import Rubric


def compose_kit(rubric: Rubric, opening: Loaded[Opening], jurisdiction: Jurisdiction, opening_id: str) -> Kit:
    """The kit of an opening; raises InputError where weights or constraints cannot be met.

    Expects files whose references hold (`references`). Candidates play no part.
    """
    value, role = opening.value, rubric.role.value
    shifts = applied_shifts(role, value.team)
    competencies = _competencies(rubric, opening, shifts)
    samples = {name: sample.value for name, sample in rubric.work_samples.items()}
    plans = plan_stages(role, value, samples)
    plan = _solve(rubric, opening, plans, competencies)
    stages = tuple(_stage(entry, plan, rubric, value, competencies) for entry in plans)
    tasks = {task.id: task for task in rubric.job_tasks.value.job_tasks}
    return Kit(
        opening_id=opening_id,
        title=value.title,
        seniority=value.seniority,
        organisation=value.organisation,
        contact=value.contact,
        team=value.team,
        form=value.form,
        dates=value.dates,
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
        shifts=tuple(
            KitShift(because=s.because, principle=s.principle, moves=tuple(s.add.items())) for s in shifts
        ),
        stages=stages,
        coverage=coverage_matrix((entry.id for entry in competencies), stages),
        structure=structure_components(
            competencies, stages, len(role.job_tasks), value.form, value.dates.calibration
        ),
    )


def _competencies(
    rubric: Rubric, opening: Loaded[Opening], shifts: tuple[Shift, ...]
) -> tuple[KitCompetency, ...]:
    """The role's competencies with this opening's weights and bars, heaviest first."""
    role, changes = rubric.role.value, opening.value.changes
    try:
        weights = set_weights(shifted_weights(role, shifts), changes.weights)
    except ValueError as error:
        problem = opening.problem(Code.WEIGHTS, ("changes", "weights"), str(error), "change or delete some")
        raise InputError([problem]) from None
    rated = []
    for name, entry in role.competencies.items():
        competency = rubric.competencies[name].value
        bar = changes.bars.get(name) or entry.bars.at(opening.value.seniority)
        if bar is None:
            raise AssertionError("references check that the seniority has bars")
        rated.append(
            KitCompetency(
                **{key: getattr(competency, key) for key in type(competency).model_fields},
                weight=weights[name],
                role_weight=entry.weight,
                bar=bar,
                must_have=entry.must_have,
            )
        )
    return tuple(sorted(rated, key=lambda entry: -entry.weight))


def _solve(
    rubric: Rubric,
    opening: Loaded[Opening],
    plans: tuple[StagePlan, ...],
    competencies: tuple[KitCompetency, ...],
) -> Plan:
    """The interview plan; a replaced question's successor is asked where the old one would have been."""

    def solve(value: Opening) -> Plan:
        answer = solve_plan(plan_problem(rubric, value, plans, competencies))
        if isinstance(answer, Infeasible):
            raise InputError(conflict_problem(conflict, plans, opening) for conflict in answer.conflicts)
        return answer

    plan = solve(opening.value)
    replaced = opening.value.changes.questions.replace
    return solve(_with_replacements(opening, plan)) if replaced else plan


def _with_replacements(opening: Loaded[Opening], plan: Plan) -> Opening:
    """The opening with each replacement as a dropped question and one that is required in its stage."""
    value, questions = opening.value, opening.value.changes.questions
    stage_of = {name: stage for stage, names in plan.asked for name in names}
    add = {stage: list(names) for stage, names in questions.add.items()}
    for old, new in questions.replace.items():
        if old not in stage_of:
            path = ("changes", "questions", "replace", old)
            hint = "replace one that is asked, or use `add`"
            raise InputError(
                [opening.problem(Code.UNKNOWN_ID, path, f"`{old}` is not asked in this kit", hint)]
            )
        add.setdefault(stage_of[old], []).append(new)
    changed = {
        "add": {stage: tuple(names) for stage, names in add.items()},
        "drop": (*questions.drop, *questions.replace),
    }
    new_changes = value.changes.model_copy(update={"questions": questions.model_copy(update=changed)})
    return value.model_copy(update={"changes": new_changes})


def plan_problem(
    rubric: Rubric, opening: Opening, plans: tuple[StagePlan, ...], competencies: tuple[KitCompetency, ...]
) -> PlanProblem:
    """What the planner is asked for this opening."""
    banks = tuple(bank.value for bank in rubric.banks.values())
    keys = {question.id: key for bank in banks for key, question in keyed_questions(bank)}
    weights = {entry.id: entry.weight for entry in competencies}
    return PlanProblem(
        stages=tuple(
            PlanStage(
                id=plan.stage.id,
                question_minutes=plan.question_minutes,
                competencies=plan.stage.competencies,
                given=plan.given,
                raters=plan.raters,
                required=opening.changes.questions.add.get(plan.stage.id, ()),
                preferred=tuple(keys[name] for name in plan.stage.prefer),
            )
            for plan in plans
        ),
        questions=plan_questions(rubric.role.value, banks, opening, plans),
        weights=tuple((name, weights[name]) for name in rubric.role.value.competencies),
    )


def _stage(
    plan: StagePlan, answer: Plan, rubric: Rubric, opening: Opening, competencies: tuple[KitCompetency, ...]
) -> KitStage:
    asked, rated = dict(answer.asked), dict(answer.rated)
    owner = {question.id: name for name, bank in rubric.banks.items() for question in bank.value.questions}
    questions = tuple(
        fill_slots(rubric.questions[name], owner[name], opening.team) for name in asked[plan.stage.id]
    )
    names = {entry.id: entry.name for entry in competencies}
    return KitStage(
        id=plan.stage.id,
        title=plan.stage.title,
        purpose=plan.stage.purpose,
        interviewer=plan.stage.interviewer,
        minutes=plan.stage.minutes,
        time_plan=time_plan(plan, questions, names),
        questions=questions,
        work_sample=plan.work_sample,
        rated=rated[plan.stage.id],
        panel=plan.panel,
    )


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
