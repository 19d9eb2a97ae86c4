"""The built-in rubrics, loaded once for the tests that read all of them."""

from collections.abc import Iterator
from functools import cache
from typing import TypeVar

from pydantic import BaseModel

from interviewkit.library import open_library
from interviewkit.models.competency import Competency
from interviewkit.models.job_task import JobTask, JobTaskList
from interviewkit.models.principle import Principle, PrincipleList
from interviewkit.models.question import Question, QuestionBank
from interviewkit.models.role import Role
from interviewkit.models.work_sample import LevelsForCompetency, WorkSample
from interviewkit.rubric import Rubric, load_rubric

LIBRARY = open_library()
ModelT = TypeVar("ModelT", bound=BaseModel)


def _all(model: type[ModelT], folder: str) -> dict[str, ModelT]:
    return {name: LIBRARY.load(model, f"{folder}/{name}.yaml").value for name in LIBRARY.ids(folder)}


ROLES: dict[str, Role] = {name: LIBRARY.role(name).value for name in LIBRARY.ids("roles")}
COMPETENCIES = _all(Competency, "competencies")
BANKS = _all(QuestionBank, "questions")
SAMPLES = _all(WorkSample, "work_samples")
JOB_TASKS: dict[str, JobTask] = {
    task.id: task for task in LIBRARY.load(JobTaskList, "job_tasks.yaml").value.job_tasks
}
PRINCIPLES: dict[str, Principle] = {
    principle.id: principle for principle in LIBRARY.load(PrincipleList, "principles.yaml").value.principles
}
QUESTIONS: dict[str, Question] = {
    question.id: question for bank in BANKS.values() for question in bank.questions
}


@cache
def rubric_of(role: str) -> Rubric:
    """Everything that measures a role."""
    return load_rubric(LIBRARY, role)


def samples_of(role: Role) -> Iterator[WorkSample]:
    """The work samples of a role's plan, form A and then form B of each."""
    for stage in role.plan:
        if stage.work_sample:
            yield SAMPLES[stage.work_sample]
            yield SAMPLES[SAMPLES[stage.work_sample].parallel]


def anchors_of(measured: Competency | LevelsForCompetency) -> tuple[str, ...]:
    """The five anchors of a competency, or what the five levels do with a work sample, from level 1."""
    anchors = measured.anchors if isinstance(measured, Competency) else measured.levels
    return tuple(anchors.at(level) for level in range(1, 6))
