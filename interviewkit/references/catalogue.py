"""Principles, job tasks, the scale and competencies: ids, and what they name."""

from collections.abc import Iterator

from interviewkit.models.scale import LEVELS
from interviewkit.problems import Code, Problem
from interviewkit.references.ids import Named, double_ids, listed, misnamed_file, unknown_ids
from interviewkit.rubric import Rubric


def catalogue_problems(rubric: Rubric) -> Iterator[Problem]:
    """Double ids in the catalogues, a scale out of order, competencies that name unknown principles."""
    principles = rubric.principles.value.principles
    tasks = rubric.job_tasks.value.job_tasks
    places: Named = [(entry.id, ("principles", n, "id")) for n, entry in enumerate(principles)]
    yield from double_ids(rubric.principles, "principle", places)
    yield from double_ids(
        rubric.job_tasks, "job task", [(task.id, ("job_tasks", n, "id")) for n, task in enumerate(tasks)]
    )
    yield from _scale_problems(rubric)
    for competency in rubric.competencies.values():
        yield from misnamed_file(competency, competency.value.id, "id")
        named = listed(competency.value.principles, "principles")
        yield from unknown_ids(competency, "principle", named, (entry.id for entry in principles))


def _scale_problems(rubric: Rubric) -> Iterator[Problem]:
    for position, (entry, level) in enumerate(zip(rubric.scale.value.levels, LEVELS, strict=True)):
        if entry.level != level:
            message = f"level {entry.level} stands where level {level} belongs"
            path = ("levels", position, "level")
            yield rubric.scale.problem(Code.WRONG_VALUE, path, message, "list the levels from 1 to 5")
