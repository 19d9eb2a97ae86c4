"""Do the files agree with each other? One module per kind of file that refers to others."""

from collections.abc import Iterator

from interviewkit.problems import Problem
from interviewkit.references.catalogue import catalogue_problems
from interviewkit.references.questions import question_problems
from interviewkit.references.role import role_problems
from interviewkit.references.work_samples import work_sample_problems
from interviewkit.rubric import Rubric


def rubric_problems(rubric: Rubric) -> Iterator[Problem]:
    """Every cross reference of a role's rubric that does not hold."""
    yield from catalogue_problems(rubric)
    yield from role_problems(rubric)
    yield from question_problems(rubric)
    yield from work_sample_problems(rubric)
