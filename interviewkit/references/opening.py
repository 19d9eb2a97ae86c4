"""An opening: what it names exists in the rubric, and ids that become file names differ."""

from collections.abc import Iterator

from interviewkit.loading import Loaded
from interviewkit.models.opening import Opening
from interviewkit.models.role import Stage
from interviewkit.problems import Code, Problem, did_you_mean
from interviewkit.references.ids import KeyPath, Named, double_ids, keyed, listed, unknown_ids
from interviewkit.references.role import preference_problems, sample_problems
from interviewkit.rubric import Rubric


def opening_problems(opening: Loaded[Opening], rubric: Rubric) -> Iterator[Problem]:
    """Every reference of an opening that does not hold against its role's rubric."""
    value, role = opening.value, rubric.role.value
    if value.seniority not in role.seniorities:
        known = [seniority.value for seniority in role.seniorities]
        message = f"`{role.id}` has no bars for `{value.seniority.value}`"
        yield opening.problem(Code.NO_SUCH_SENIORITY, ("seniority",), message, did_you_mean("", known))
    yield from _work_sample_problems(opening, rubric)
    yield from double_ids(
        opening, "candidate", [(c.id, ("candidates", n, "id")) for n, c in enumerate(value.candidates)]
    )
    yield from _panel_problems(opening)
    yield from _stage_problems(opening, rubric)
    yield from _added_stage_problems(opening, rubric)
    yield from _competency_problems(opening, rubric)
    yield from _question_problems(opening, rubric)


def _work_sample_problems(opening: Loaded[Opening], rubric: Rubric) -> Iterator[Problem]:
    """Each work sample that takes place is for the opening's seniority."""
    value = opening.value
    planned = planned_stages(value, rubric.role.value.plan)
    for stage in (*rubric.role.value.plan, *value.changes.add_stages):
        sample = rubric.work_samples.get(stage.work_sample or "")
        if stage.id in planned and sample and value.seniority not in sample.value.seniorities:
            message = (
                f"the work sample `{sample.value.id}` of `{stage.id}` is not for `{value.seniority.value}`"
            )
            hint = (
                f"drop the interview or choose {', '.join(entry.value for entry in sample.value.seniorities)}"
            )
            yield opening.problem(Code.NOT_IN_FORM, ("seniority",), message, hint)


def _panel_problems(opening: Loaded[Opening]) -> Iterator[Problem]:
    """Interviewers stand once each: two raters must be two people."""
    panel = opening.value.panel
    people = [(person.id, ("panel", n, "id")) for n, person in enumerate(panel) if person.id]
    yield from double_ids(opening, "interviewer", people)
    seen: dict[str, bool] = {}
    for n, person in enumerate(panel):
        name = person.name.casefold()
        if name in seen and not (seen[name] and person.id):
            hint = "list all stages in one entry, or give two people of one name an `id` each"
            message = f"`{person.name}` stands in the panel a second time"
            yield opening.problem(Code.DUPLICATE_ID, ("panel", n, "name"), message, hint)
        seen[name] = person.id is not None
        yield from double_ids(opening, "stage", listed(person.stages, "panel", n, "stages"), "name it once")


def planned_stages(opening: Opening, plan: tuple[Stage, ...]) -> tuple[str, ...]:
    """Ids of the interviews that take place: the role's less the dropped ones, then the added ones."""
    kept = [stage.id for stage in plan if stage.id not in opening.changes.drop_stages]
    return (*kept, *(stage.id for stage in opening.changes.add_stages))


def _stage_problems(opening: Loaded[Opening], rubric: Rubric) -> Iterator[Problem]:
    value, changes = opening.value, opening.value.changes
    in_role = [stage.id for stage in rubric.role.value.plan]
    planned = planned_stages(value, rubric.role.value.plan)
    base = "changes"
    named = [
        *(entry for n, each in enumerate(value.panel) for entry in listed(each.stages, "panel", n, "stages")),
        *keyed(changes.stages, base, "stages"),
        *keyed(changes.questions.add, base, "questions", "add"),
    ]
    yield from unknown_ids(opening, "stage", named, (*planned, *changes.drop_stages))
    yield from unknown_ids(opening, "stage", listed(changes.drop_stages, base, "drop_stages"), in_role)
    for name, path in named:
        if name in changes.drop_stages and name not in planned:
            message, hint = f"the stage `{name}` is dropped", "delete it here or from `drop_stages`"
            yield opening.problem(Code.UNKNOWN_ID, path, message, hint)
    if not planned:
        hint = "keep at least one"
        message = "every interview is dropped"
        yield opening.problem(Code.WRONG_VALUE, ("changes", "drop_stages"), message, hint)


def _added_stage_problems(opening: Loaded[Opening], rubric: Rubric) -> Iterator[Problem]:
    plan, base = rubric.role.value.plan, ("changes", "add_stages")
    added = list(enumerate(opening.value.changes.add_stages))
    yield from double_ids(opening, "stage", [(stage.id, (*base, n, "id")) for n, stage in added])
    for n, stage in added:
        yield from preference_problems(opening, rubric, listed(stage.prefer, *base, n, "prefer"))
        if stage.id in {entry.id for entry in plan}:
            message, hint = (
                f"the role already has a stage `{stage.id}`",
                "change that one or choose another id",
            )
            yield opening.problem(Code.DUPLICATE_ID, (*base, n, "id"), message, hint)
    samples = [(stage, (*base, n, "work_sample")) for n, stage in added]
    dropped = opening.value.changes.drop_stages
    kept = [stage for stage in plan if stage.id not in dropped]
    yield from sample_problems(opening, rubric, samples, kept)


def _competency_problems(opening: Loaded[Opening], rubric: Rubric) -> Iterator[Problem]:
    changes = opening.value.changes
    named: list[tuple[str, KeyPath]] = [
        *keyed(changes.weights, "changes", "weights"),
        *keyed(changes.bars, "changes", "bars"),
    ]
    for stage_id, change in changes.stages.items():
        named += listed(change.competencies or (), "changes", "stages", stage_id, "competencies")
    for n, extra in enumerate(changes.add_stages):
        named += listed(extra.competencies, "changes", "add_stages", n, "competencies")
    known = rubric.role.value.competencies
    yield from unknown_ids(opening, "competency", named, known, "in this role")


def _question_problems(opening: Loaded[Opening], rubric: Rubric) -> Iterator[Problem]:
    changes = opening.value.changes.questions
    base = ("changes", "questions")
    gone = [*listed(changes.drop, *base, "drop"), *keyed(changes.replace, *base, "replace")]
    added = [entry for stage, names in changes.add.items() for entry in listed(names, *base, "add", stage)]
    new: Named = [(name, (*base, "replace", old)) for old, name in changes.replace.items()]
    yield from unknown_ids(opening, "question", [*gone, *added, *new], rubric.questions, "for this role")
    for name, path in [*added, *new]:
        yield from _fitness_problems(opening, rubric, name, path)
    yield from double_ids(opening, "added question", [*added, *new], "name it once")
    for name, path in [*added, *new]:
        if name in {*changes.drop, *changes.replace}:
            message = f"`{name}` is taken out under `drop` or `replace` and asked for here"
            yield opening.problem(Code.WRONG_VALUE, path, message, "delete one of the two")
    owner = {question.id: name for name, bank in rubric.banks.items() for question in bank.value.questions}
    for old, name in changes.replace.items():
        if old in owner and name in owner and owner[old] != owner[name]:
            message = f"`{name}` is about {owner[name]}, `{old}` is about {owner[old]}"
            hint = "choose one of the same competency"
            yield opening.problem(Code.WRONG_VALUE, (*base, "replace", old), message, hint)


def _fitness_problems(
    opening: Loaded[Opening], rubric: Rubric, name: str, path: tuple[str | int, ...]
) -> Iterator[Problem]:
    """A question that is asked by name belongs to the form, the seniority and the role's job."""
    question, role, value = rubric.questions.get(name), rubric.role.value, opening.value
    if question is None:
        return
    if question.form is not value.form:
        message = f"`{name}` belongs to form {question.form.value}, this opening uses form {value.form.value}"
        yield opening.problem(Code.NOT_IN_FORM, path, message, f"name its parallel `{question.parallel}`")
    if value.seniority not in question.seniorities:
        message = f"`{name}` is not for `{value.seniority.value}`"
        hint = f"it is for {', '.join(seniority.value for seniority in question.seniorities)}"
        yield opening.problem(Code.NOT_IN_FORM, path, message, hint)
    if not set(question.job_tasks) & set(role.job_tasks):
        message = f"`{name}` samples none of the job tasks of `{role.id}`"
        yield opening.problem(Code.NOT_JOB_RELEVANT, path, message, "choose a question that does")
