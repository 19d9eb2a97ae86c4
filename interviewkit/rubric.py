"""Everything that measures one role, loaded from the library."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from pydantic import BaseModel

from interviewkit.errors import ProblemLog
from interviewkit.library import Library
from interviewkit.loading import Loaded
from interviewkit.models.competency import Competency
from interviewkit.models.job_task import JobTaskList
from interviewkit.models.opening import Opening
from interviewkit.models.principle import PrincipleList
from interviewkit.models.question import Form, Question, QuestionBank
from interviewkit.models.role import Role, Stage
from interviewkit.models.scale import RatingScale
from interviewkit.models.work_sample import WorkSample
from interviewkit.problems import Code, Problem, did_you_mean

ModelT = TypeVar("ModelT", bound=BaseModel)
KeyPath = tuple[str | int, ...]


@dataclass(frozen=True)
class Rubric:
    """A role and every file it needs; whether they agree is checked in `references`.

    `competencies` and `banks` are keyed by competency id, `work_samples` by work-sample id (both forms).
    """

    role: Loaded[Role]
    scale: Loaded[RatingScale]
    principles: Loaded[PrincipleList]
    job_tasks: Loaded[JobTaskList]
    competencies: dict[str, Loaded[Competency]]
    banks: dict[str, Loaded[QuestionBank]]
    work_samples: dict[str, Loaded[WorkSample]]

    def files(self, form: Form) -> tuple[Loaded[Any], ...]:
        """Every file that a kit of this form prints from."""
        samples = [sample for sample in self.work_samples.values() if sample.value.form is form]
        catalogues = (self.role, self.scale, self.principles, self.job_tasks)
        return (*catalogues, *self.competencies.values(), *self.banks.values(), *samples)

    @property
    def questions(self) -> dict[str, Question]:
        """Every question of the role's banks by id, in the banks' order."""
        return {question.id: question for bank in self.banks.values() for question in bank.value.questions}


def load_rubric(library: Library, role_id: str, opening: Loaded[Opening] | None = None) -> Rubric:
    """Load a role and every file it needs; raises InputError with the problems of all of them.

    The work samples of interviews that the `opening` adds are loaded as well.
    """
    log = ProblemLog()
    scale = log.attempt(lambda: library.load(RatingScale, "scale.yaml"))
    principles = log.attempt(lambda: library.load(PrincipleList, "principles.yaml"))
    job_tasks = log.attempt(lambda: library.load(JobTaskList, "job_tasks.yaml"))
    role = log.attempt(lambda: library.role(role_id))
    if role is None or scale is None or principles is None or job_tasks is None:
        log.stop_if_any()
        raise AssertionError("a file that is not loaded has a problem")
    wanted = [(name, ("competencies", name)) for name in role.value.competencies]
    competencies = _load_each(library, Competency, "competencies", wanted, role, log)
    banks = _load_each(library, QuestionBank, "questions", wanted, role, log)
    samples = _load_work_samples(library, role, opening, log)
    log.stop_if_any()
    return Rubric(role, scale, principles, job_tasks, competencies, banks, samples)


def _load_work_samples(
    library: Library, role: Loaded[Role], opening: Loaded[Opening] | None, log: ProblemLog
) -> dict[str, Loaded[WorkSample]]:
    """The work samples of the plan and of the interviews that the opening adds, and their parallel forms."""
    wanted = _work_samples_of(role.value.plan, "plan")
    found = _load_each(library, WorkSample, "work_samples", wanted, role, log)
    if opening is not None:
        added = _work_samples_of(opening.value.changes.add_stages, "changes", "add_stages")
        new = [(name, path) for name, path in added if name not in found]
        found |= _load_each(library, WorkSample, "work_samples", new, opening, log)
    parallels = [
        (sample.value.parallel, sample) for sample in found.values() if sample.value.parallel not in found
    ]
    for name, sample in parallels:
        found |= _load_each(library, WorkSample, "work_samples", [(name, ("parallel",))], sample, log)
    return found


def _work_samples_of(stages: Iterable[Stage], *base: str | int) -> list[tuple[str, KeyPath]]:
    """The work samples that the stages at `base` name, each with the path where it stands."""
    return [
        (stage.work_sample, (*base, position, "work_sample"))
        for position, stage in enumerate(stages)
        if stage.work_sample
    ]


def _load_each(
    library: Library,
    model: type[ModelT],
    folder: str,
    wanted: Iterable[tuple[str, KeyPath]],
    referrer: Loaded[Role] | Loaded[WorkSample] | Loaded[Opening],
    log: ProblemLog,
) -> dict[str, Loaded[ModelT]]:
    """Load `folder/ID.yaml` for each wanted id; an id without a file is a problem where it is referred to."""
    known = library.ids(folder)
    found: dict[str, Loaded[ModelT]] = {}
    for name, path in wanted:
        if name not in known:
            message = f"there is no `{folder}/{name}.yaml`"
            place = referrer.source.locate(path, key=True)
            log.add([Problem(place, Code.UNKNOWN_ID, message, did_you_mean(name, known))])
            continue
        loaded = log.attempt(partial(library.load, model, f"{folder}/{name}.yaml"))
        if loaded is not None:
            found[name] = loaded
    return found
