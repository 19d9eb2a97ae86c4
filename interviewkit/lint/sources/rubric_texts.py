"""The texts of rubric files and openings, each with the field it stands in and its place in the file.

Exhibits are left out: they are logs, diffs and tables, not what anybody asks or rates.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from interviewkit.lint.text.item import Field, TextItem
from interviewkit.loading import Loaded
from interviewkit.models.competency import Anchors, Competency
from interviewkit.models.job_task import JobTaskList
from interviewkit.models.opening import Opening
from interviewkit.models.principle import PrincipleList
from interviewkit.models.question import Question, QuestionBank
from interviewkit.models.role import Role, Stage
from interviewkit.models.scale import LEVELS, RatingScale
from interviewkit.models.work_sample import WorkSample

KeyPath = tuple[str | int, ...]
Placed = tuple[KeyPath, str, Field]


def texts_of(loaded: Loaded[Any]) -> Iterator[TextItem]:
    """Every text of a loaded file, in the file's order of keys."""
    placed = _PLACED[type(loaded.value)]
    for path, text, field in placed(loaded.value):
        yield TextItem(text, field, loaded.locate(*path))


def _listed(texts: Iterable[str], field: Field, *path: str | int) -> Iterator[Placed]:
    for position, text in enumerate(texts):
        yield (*path, position), text, field


def _anchors(anchors: Anchors, *path: str | int) -> Iterator[Placed]:
    for level in LEVELS:
        yield (*path, f"level_{level}"), anchors.at(level), Field.ANCHOR


def _competency(competency: Competency) -> Iterator[Placed]:
    yield ("name",), competency.name, Field.CRITERION
    yield ("definition",), competency.definition, Field.CRITERION
    yield from _anchors(competency.anchors, "anchors")
    yield from _listed(competency.signals.weak, Field.SIGNAL, "signals", "weak")
    yield from _listed(competency.signals.strong, Field.SIGNAL, "signals", "strong")


def _bank(bank: QuestionBank) -> Iterator[Placed]:
    for position, question in enumerate(bank.questions):
        yield from _question(question, "questions", position)


def _question(question: Question, *path: str | int) -> Iterator[Placed]:
    yield (*path, "ask"), question.ask, Field.QUESTION
    yield from _listed(question.follow_ups, Field.FOLLOW_UP, *path, "follow_ups")
    yield from _listed(question.probes, Field.FOLLOW_UP, *path, "probes")
    for band, text in question.listen_for.model_dump().items():
        yield (*path, "listen_for", band), text, Field.SIGNAL


def _work_sample(sample: WorkSample) -> Iterator[Placed]:
    yield ("title",), sample.title, Field.CRITERION
    yield ("brief",), sample.brief, Field.QUESTION
    yield from _listed(sample.tasks, Field.QUESTION, "tasks")
    yield from _listed(sample.notes.how_to_run, Field.NOTE, "notes", "how_to_run")
    yield from _listed(sample.notes.what_is_in_it, Field.SIGNAL, "notes", "what_is_in_it")
    yield from _listed(sample.notes.hints, Field.NOTE, "notes", "hints")
    yield from _listed(sample.notes.follow_ups, Field.FOLLOW_UP, "notes", "follow_ups")
    for position, entry in enumerate(sample.levels):
        yield from _anchors(entry.levels, "levels", position, "levels")


def _role(role: Role) -> Iterator[Placed]:
    yield ("name",), role.name, Field.CRITERION
    yield ("mission",), role.mission, Field.NOTE
    for position, shift in enumerate(role.shifts):
        yield ("shifts", position, "because"), shift.because, Field.NOTE
    for position, stage in enumerate(role.plan):
        yield from _stage(stage, "plan", position)
    for position, note in enumerate(role.potential):
        yield ("potential", position, "origin"), note.origin, Field.NOTE
        yield ("potential", position, "look_for"), note.look_for, Field.NOTE


def _stage(stage: Stage, *path: str | int) -> Iterator[Placed]:
    yield (*path, "title"), stage.title, Field.CRITERION
    yield (*path, "purpose"), stage.purpose, Field.NOTE
    yield (*path, "interviewer"), stage.interviewer, Field.NOTE


def _opening(opening: Opening) -> Iterator[Placed]:
    yield ("title",), opening.title, Field.CRITERION
    yield ("team", "mission"), opening.team.mission, Field.NOTE
    for key in ("domain", "product"):
        text = getattr(opening.team, key)
        if text:
            yield ("team", key), text, Field.NOTE
    for name, change in opening.changes.stages.items():
        if change.interviewer:
            yield ("changes", "stages", name, "interviewer"), change.interviewer, Field.NOTE
    for position, stage in enumerate(opening.changes.add_stages):
        yield from _stage(stage, "changes", "add_stages", position)


def _scale(scale: RatingScale) -> Iterator[Placed]:
    for position, level in enumerate(scale.levels):
        yield ("levels", position, "meaning"), level.meaning, Field.NOTE
    yield ("not_assessed",), scale.not_assessed, Field.NOTE
    for position, choice in enumerate(scale.recommendations):
        yield ("recommendations", position, "meaning"), choice.meaning, Field.NOTE


def _principles(catalogue: PrincipleList) -> Iterator[Placed]:
    for position, principle in enumerate(catalogue.principles):
        yield ("principles", position, "statement"), principle.statement, Field.NOTE
        yield ("principles", position, "changes"), principle.changes, Field.NOTE


def _job_tasks(catalogue: JobTaskList) -> Iterator[Placed]:
    for position, task in enumerate(catalogue.job_tasks):
        yield ("job_tasks", position, "statement"), task.statement, Field.NOTE


_PLACED: dict[type[BaseModel], Callable[[Any], Iterator[Placed]]] = {
    Competency: _competency,
    QuestionBank: _bank,
    WorkSample: _work_sample,
    Role: _role,
    Opening: _opening,
    RatingScale: _scale,
    PrincipleList: _principles,
    JobTaskList: _job_tasks,
}
