"""A rubric as plain text for the terminal."""

import textwrap
from collections.abc import Iterator

from interviewkit.models.job_task import JobTask
from interviewkit.models.question import Form
from interviewkit.models.scale import LEVELS, Seniority
from interviewkit.rubric import Rubric


def rubric_page(rubric: Rubric, seniorities: tuple[Seniority, ...], width: int) -> str:
    """The page, wrapped to `width` columns: mission, competencies with bars, anchors, plan, questions."""
    role = rubric.role.value
    blocks = [
        f"{role.name} ({role.id})",
        _wrapped(role.mission, width),
        _heading("Competencies, weight in per cent, bar by seniority"),
        *_competency_lines(rubric, seniorities, width),
        _heading("Interview plan"),
        *(
            _wrapped(f"{s.id}, {s.minutes} minutes: {', '.join(s.competencies)}", width, "  ")
            for s in role.plan
        ),
        _heading("Job tasks"),
        *(_wrapped(task.statement, width, "  - ") for task in _tasks(rubric)),
        _heading("Questions, form A"),
        *_question_lines(rubric, seniorities, width),
    ]
    return "\n".join(blocks)


def _heading(text: str) -> str:
    return f"\n{text}\n{'-' * len(text)}"


def _wrapped(text: str, width: int, indent: str = "") -> str:
    return textwrap.fill(text, width, initial_indent=indent, subsequent_indent=" " * len(indent))


def _competency_lines(rubric: Rubric, seniorities: tuple[Seniority, ...], width: int) -> Iterator[str]:
    for name, entry in rubric.role.value.competencies.items():
        competency = rubric.competencies[name].value
        bars = ", ".join(f"{seniority.value} {entry.bars.at(seniority)}" for seniority in seniorities)
        must = " · must-have" if entry.must_have else ""
        yield f"{competency.name} ({name}) · {entry.weight} %{must} · {bars}"
        yield _wrapped(competency.definition, width, "  ")
        for level in LEVELS:
            yield _wrapped(competency.anchors.at(level), width, f"  {level}  ")
        yield ""


def _tasks(rubric: Rubric) -> Iterator[JobTask]:
    named = frozenset(rubric.role.value.job_tasks)
    return (task for task in rubric.job_tasks.value.job_tasks if task.id in named)


def _question_lines(rubric: Rubric, seniorities: tuple[Seniority, ...], width: int) -> Iterator[str]:
    for question in rubric.questions.values():
        if question.form is Form.A and set(question.seniorities) & set(seniorities):
            yield _wrapped(f"{question.id} ({question.kind.value}, {question.minutes} min)", width, "  ")
            yield _wrapped(question.ask, width, "    ")
