"""A role: what it names exists, its weights sum to 100 in every team, its bars are complete."""

from collections.abc import Iterable, Iterator
from itertools import product

from interviewkit.compose.weights import WEIGHT_SUM, applied_shifts, shifted_weights
from interviewkit.loading import Loaded
from interviewkit.models.opening import Opening
from interviewkit.models.question import Form
from interviewkit.models.role import Role, Stage
from interviewkit.models.scale import Seniority
from interviewkit.models.team import Team, TeamLoop, TeamStage, Technology
from interviewkit.problems import Code, Problem
from interviewkit.references.ids import KeyPath, Named, double_ids, keyed, listed, misnamed_file, unknown_ids
from interviewkit.rubric import Rubric


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
    yield from double_ids(loaded, "job task", named, "name it once")
    principles = [entry.id for entry in rubric.principles.value.principles]
    yield from unknown_ids(loaded, "principle", listed(role.principles, "principles"), principles)
    for n, shift in enumerate(role.shifts):
        yield from unknown_ids(
            loaded, "principle", [(shift.principle, ("shifts", n, "principle"))], principles
        )
        moved = keyed(shift.add, "shifts", n, "add")
        yield from unknown_ids(loaded, "competency", moved, role.competencies, "in this role")


def _stage_problems(rubric: Rubric) -> Iterator[Problem]:
    role, loaded = rubric.role.value, rubric.role
    yield from double_ids(
        loaded, "stage", [(stage.id, ("plan", n, "id")) for n, stage in enumerate(role.plan)]
    )
    for n, stage in enumerate(role.plan):
        named = listed(stage.competencies, "plan", n, "competencies")
        yield from unknown_ids(loaded, "competency", named, role.competencies, "in this role")
        yield from preference_problems(loaded, rubric, listed(stage.prefer, "plan", n, "prefer"))
    samples = [(stage, ("plan", n, "work_sample")) for n, stage in enumerate(role.plan)]
    yield from sample_problems(loaded, rubric, samples)


def preference_problems(
    loaded: Loaded[Role] | Loaded[Opening], rubric: Rubric, preferred: Named
) -> Iterator[Problem]:
    """Questions that an interview asks first (`prefer`): known ones of form A on the role's job tasks."""
    yield from unknown_ids(loaded, "question", preferred, rubric.questions, "for this role")
    yield from double_ids(loaded, "question", preferred, "name it once")
    for name, path in preferred:
        question = rubric.questions.get(name)
        if question is not None and question.form is not Form.A:
            message, hint = f"`{name}` is a form B question", f"name its parallel `{question.parallel}`"
            yield loaded.problem(Code.NOT_IN_FORM, path, message, hint)
        if question is not None and not set(question.job_tasks) & set(rubric.role.value.job_tasks):
            message = f"`{name}` samples none of this role's job tasks"
            yield loaded.problem(Code.NOT_JOB_RELEVANT, path, message, "choose another question")


def sample_problems(
    loaded: Loaded[Role] | Loaded[Opening],
    rubric: Rubric,
    stages: Iterable[tuple[Stage, KeyPath]],
    others: Iterable[Stage] = (),
) -> Iterator[Problem]:
    """Work samples of interviews: of form A, and none that one of them or of the `others` uses already."""
    user = {stage.work_sample: stage.id for stage in others}
    for stage, path in stages:
        sample = rubric.work_samples.get(stage.work_sample or "")
        if sample is None:
            continue
        name, role = sample.value.id, rubric.role.value
        if not set(sample.value.job_tasks) & set(role.job_tasks):
            message = f"the work sample `{name}` samples none of the job tasks of `{role.id}`"
            yield loaded.problem(Code.NOT_JOB_RELEVANT, path, message, "choose another one")
        if sample.value.form is not Form.A:
            message, hint = (
                f"`{name}` is a form B work sample",
                f"name its parallel `{sample.value.parallel}`",
            )
            yield loaded.problem(Code.NOT_IN_FORM, path, message, hint)
        if user.setdefault(stage.work_sample, stage.id) != stage.id:
            message = f"the work sample `{name}` is used in `{user[stage.work_sample]}` already"
            yield loaded.problem(Code.DUPLICATE_ID, path, message, "choose another one")


def _weight_problems(rubric: Rubric) -> Iterator[Problem]:
    role = rubric.role.value
    total = sum(entry.weight for entry in role.competencies.values())
    if total != WEIGHT_SUM:
        place = rubric.role.source.locate(("competencies",), key=True)
        message = f"the weights sum to {total}, not to {WEIGHT_SUM}"
        yield Problem(place, Code.WEIGHTS, message, f"change them by {WEIGHT_SUM - total:+d} in all")
        return
    place = rubric.role.source.locate(("shifts",), key=True)
    for name, (weight, facts) in _lowest_weights(role).items():
        if weight < 1 and name in role.competencies:
            message = f"the shifts for a team that is {facts} take `{name}` to {weight}"
            yield Problem(place, Code.WEIGHTS, message, "keep every weight at 1 or more")


def _lowest_weights(role: Role) -> dict[str, tuple[int, str]]:
    """The lowest weight that the shifts leave each competency, and the first kind of team with it."""
    lowest: dict[str, tuple[int, str]] = {}
    for technology, stage, loop in product(Technology, TeamStage, TeamLoop):
        team = Team(mission="-", technology=technology, stage=stage, loop=loop)
        facts = f"{technology.value}, {stage.value}, {loop.value}"
        for name, weight in shifted_weights(role, applied_shifts(role, team)).items():
            lowest[name] = min(lowest.get(name, (weight, facts)), (weight, facts), key=lambda pair: pair[0])
    return lowest


def _bar_problems(rubric: Rubric) -> Iterator[Problem]:
    competencies = rubric.role.value.competencies
    for seniority in Seniority:
        missing = [name for name, entry in competencies.items() if entry.bars.at(seniority) is None]
        if 0 < len(missing) < len(competencies):
            for name in missing:
                message = f"`{name}` has no bar for {seniority.value}, other competencies have one"
                place = rubric.role.source.locate(("competencies", name, "bars"), key=True)
                yield Problem(place, Code.MISSING_KEY, message, "add it, or leave it out everywhere")
