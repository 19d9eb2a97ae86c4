"""The interviews of an opening: what each asks and rates, minute by minute."""

from interviewkit.compose.conflicts import conflict_problem
from interviewkit.compose.planner import solve_plan
from interviewkit.compose.planning import Infeasible, Plan, PlanProblem, PlanStage
from interviewkit.compose.questions import fill_slots, keyed_questions, plan_questions
from interviewkit.compose.stages import StagePlan, plan_stages
from interviewkit.compose.timeplan import time_plan
from interviewkit.errors import InputError
from interviewkit.loading import Loaded
from interviewkit.models.kit import KitCompetency, KitStage
from interviewkit.models.opening import Opening
from interviewkit.problems import Code
from interviewkit.rubric import Rubric


def planned_interviews(
    rubric: Rubric, opening: Loaded[Opening], competencies: tuple[KitCompetency, ...]
) -> tuple[KitStage, ...]:
    """The interviews in order; raises InputError with the constraints that cannot hold together."""
    samples = {name: sample.value for name, sample in rubric.work_samples.items()}
    plans = plan_stages(rubric.role.value, opening.value, samples)
    answer = _solve(rubric, opening, plans, competencies)
    return tuple(_stage(plan, answer, rubric, opening.value, competencies) for plan in plans)


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
