"""A role: what it names exists, its weights sum to 100 in every team, its bars are complete."""

from collections.abc import Iterator
from itertools import product

from interviewkit.compose.weights import applied_shifts, shifted_weights
from interviewkit.models.question import Form
from interviewkit.models.scale import Seniority
from interviewkit.models.team import Team, TeamLoop, TeamStage, Technology
from interviewkit.problems import Code, Problem
from interviewkit.references.ids import double_ids, keyed, listed, misnamed_file, unknown_ids
from interviewkit.rubric import Rubric

WEIGHT_SUM = 100


def role_problems(rubric: Rubric) -> Iterator[Problem]:
    """Everything in a role's file that does not hold."""
    yield from misnamed_file(rubric.role, rubric.role.value.id, "id")
    yield from _name_problems(rubric)
    yield from _stage_problems(rubric)
    yield from _weight_problems(rubric)
    yield from _bar_problems(rubric)


def _name_problems(rubric: Rubric) -> Iterator[Problem]:
    role, loaded = rubric.role.value, rubric.role
    tasks = [task.id for task in rubric.job_tasks.value.job_tasks]
    named = listed(role.job_tasks, "job_tasks")
    yield from unknown_ids(loaded, "job task", named, tasks)
    yield from double_ids(loaded, "job task", named)
    principles = [entry.id for entry in rubric.principles.value.principles]
    yield from unknown_ids(loaded, "principle", listed(role.principles, "principles"), principles)
    for n, shift in enumerate(role.shifts):
        yield from unknown_ids(
            loaded, "principle", [(shift.principle, ("shifts", n, "principle"))], principles
        )
        moved = keyed(shift.add, "shifts", n, "add")
        yield from unknown_ids(loaded, "competency of this role", moved, role.competencies)


def _stage_problems(rubric: Rubric) -> Iterator[Problem]:
    role, loaded, questions = rubric.role.value, rubric.role, rubric.questions
    yield from double_ids(
        loaded, "stage", [(stage.id, ("plan", n, "id")) for n, stage in enumerate(role.plan)]
    )
    for n, stage in enumerate(role.plan):
        named = listed(stage.competencies, "plan", n, "competencies")
        yield from unknown_ids(loaded, "competency of this role", named, role.competencies)
        preferred = listed(stage.prefer, "plan", n, "prefer")
        yield from unknown_ids(loaded, "question", preferred, questions)
        for name, path in preferred:
            question = questions.get(name)
            if question is None:
                continue
            if question.form is not Form.A:
                message = f"`{name}` is a form B question"
                yield loaded.problem(
                    Code.NOT_IN_FORM, path, message, f"name its parallel `{question.parallel}`"
                )
            if not set(question.job_tasks) & set(role.job_tasks):
                message = f"`{name}` samples none of this role's job tasks"
                yield loaded.problem(Code.NOT_JOB_RELEVANT, path, message, "choose another question")
        yield from _sample_problems(rubric, n)


def _sample_problems(rubric: Rubric, n: int) -> Iterator[Problem]:
    stage = rubric.role.value.plan[n]
    sample = rubric.work_samples.get(stage.work_sample or "")
    if sample is not None and sample.value.form is not Form.A:
        hint = f"name its parallel `{sample.value.parallel}`"
        message = f"`{stage.work_sample}` is a form B work sample"
        yield rubric.role.problem(Code.NOT_IN_FORM, ("plan", n, "work_sample"), message, hint)


def _weight_problems(rubric: Rubric) -> Iterator[Problem]:
    role = rubric.role.value
    total = sum(entry.weight for entry in role.competencies.values())
    if total != WEIGHT_SUM:
        place = rubric.role.source.locate(("competencies",), key=True)
        message = f"the weights sum to {total}, not to {WEIGHT_SUM}"
        yield Problem(place, Code.WEIGHTS, message, f"change them by {WEIGHT_SUM - total:+d} in all")
        return
    for technology, stage, loop in product(Technology, TeamStage, TeamLoop):
        team = Team(mission="-", technology=technology, stage=stage, loop=loop)
        shifts = applied_shifts(role, team)
        for name, weight in shifted_weights(role, shifts).items():
            if weight < 1:
                facts = f"{technology.value}, {stage.value}, {loop.value}"
                message = f"the shifts for a team that is {facts} take `{name}` to {weight}"
                place = rubric.role.source.locate(("shifts",), key=True)
                yield Problem(place, Code.WEIGHTS, message, "keep every weight at 1 or more")


def _bar_problems(rubric: Rubric) -> Iterator[Problem]:
    competencies = rubric.role.value.competencies
    for seniority in Seniority:
        missing = [name for name, entry in competencies.items() if entry.bars.at(seniority) is None]
        if 0 < len(missing) < len(competencies):
            for name in missing:
                message = f"`{name}` has no bar for {seniority.value}, other competencies have one"
                place = rubric.role.source.locate(("competencies", name, "bars"), key=True)
                yield Problem(place, Code.MISSING_KEY, message, "add it, or leave it out everywhere")
