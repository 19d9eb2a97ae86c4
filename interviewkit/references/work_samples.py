"""Work samples: known job tasks, known competencies, and parallel forms."""

from collections.abc import Iterator

from interviewkit.loading import Loaded
from interviewkit.models.work_sample import WorkSample
from interviewkit.problems import Code, Problem
from interviewkit.references.ids import Named, double_ids, listed, misnamed_file, unknown_ids
from interviewkit.rubric import Rubric

_SAME_IN_BOTH = ("minutes", "competencies", "seniorities")


def work_sample_problems(rubric: Rubric) -> Iterator[Problem]:
    """Every reference in the role's work samples that does not hold."""
    tasks = frozenset(task.id for task in rubric.job_tasks.value.job_tasks)
    for sample in rubric.work_samples.values():
        yield from misnamed_file(sample, sample.value.id, "id")
        named = listed(sample.value.job_tasks, "job_tasks")
        yield from unknown_ids(sample, "job task", named, tasks)
        levels: Named = [
            (name, ("levels", n, "competency")) for n, name in enumerate(sample.value.competencies)
        ]
        yield from double_ids(sample, "competency", levels)
        exhibits: Named = [
            (exhibit.id, ("exhibits", n, "id")) for n, exhibit in enumerate(sample.value.exhibits)
        ]
        yield from double_ids(sample, "exhibit", exhibits)
        yield from _pair_problems(sample, rubric)


def _pair_problems(sample: Loaded[WorkSample], rubric: Rubric) -> Iterator[Problem]:
    value = sample.value
    found = rubric.work_samples.get(value.parallel)
    twin = found.value if found else None
    if twin is None or twin.parallel != value.id or twin.form == value.form:
        message = f"`{value.id}` and `{value.parallel}` must name each other, one in form A and one in form B"
        yield sample.problem(
            Code.NOT_PARALLEL, ("parallel",), message, "correct `parallel` and `form` of both"
        )
        return
    for name in _SAME_IN_BOTH:
        if getattr(twin, name) != getattr(value, name) and value.form.value == "A":
            message = f"`{value.id}` and its parallel `{twin.id}` differ in {name}"
            yield sample.problem(Code.NOT_PARALLEL, ("parallel",), message, "make the two the same")
