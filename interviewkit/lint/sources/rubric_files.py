"""Rubric files, a folder of them or one alone, gathered for checking."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import Any

from pydantic import BaseModel

from interviewkit.builtin import builtin_folder
from interviewkit.errors import InputError
from interviewkit.library import Library
from interviewkit.lint.case import FileCase, PlanCase
from interviewkit.lint.sources.gathered import Gathered
from interviewkit.lint.sources.rubric_texts import texts_of
from interviewkit.lint.text.lexicons import FOLDER as LEXICONS
from interviewkit.lint.text.lexicons import Lexicon
from interviewkit.loading import Loaded, validate
from interviewkit.models.competency import Competency
from interviewkit.models.job_task import JobTaskList
from interviewkit.models.jurisdiction import Jurisdiction
from interviewkit.models.opening import Opening
from interviewkit.models.principle import PrincipleList
from interviewkit.models.question import QuestionBank
from interviewkit.models.role import Role
from interviewkit.models.scale import RatingScale
from interviewkit.models.work_sample import WorkSample
from interviewkit.references import rubric_problems
from interviewkit.rubric import Rubric, load_rubric
from interviewkit.yaml_source import YamlSource, compose_yaml

FOLDERS: dict[str, type[BaseModel]] = {
    "competencies": Competency,
    "questions": QuestionBank,
    "work_samples": WorkSample,
}
"""Folders whose files can be read one by one; a role needs others."""

CATALOGUES: dict[str, type[BaseModel]] = {
    "scale.yaml": RatingScale,
    "principles.yaml": PrincipleList,
    "job_tasks.yaml": JobTaskList,
}

MARKS: dict[str, type[BaseModel]] = {
    "anchors": Competency,
    "questions": QuestionBank,
    "exhibits": WorkSample,
    "recommendations": RatingScale,
    "principles": PrincipleList,
    "job_tasks": JobTaskList,
}
"""Keys that only one kind of file has at its top."""

USUAL_OPENING = """\
role: {role}
seniority: {seniority}
title: Usual opening
organisation: {{name: Usual organisation}}
country: {country}
team: {{mission: What the team is there for.}}
"""
"""An opening with nothing but defaults: what a role's own plan looks like."""


def is_rubric_folder(folder: Path) -> bool:
    """Does the folder hold rubric files?"""
    names = (*FOLDERS, "roles", "jurisdictions", LEXICONS, *CATALOGUES)
    return any((folder / name).exists() for name in names)


def gather_rubrics(folder: Path, library: Library, *, plans: bool = True) -> Gathered:
    """Every rubric file in `folder`, the first of the library's folders; without `plans` only its texts."""
    gathered = Gathered()
    for name, model in CATALOGUES.items():
        if (folder / name).exists():
            gather_file(gathered, model, name, library)
    for kind, model in FOLDERS.items():
        for name in _own_ids(folder / kind):
            gather_file(gathered, model, f"{kind}/{name}.yaml", library)
    for name in _own_ids(folder / "jurisdictions"):
        with _kept(gathered):
            library.load(Jurisdiction, f"jurisdictions/{name}.yaml")
    if plans:
        _gather_words(gathered, folder, library)
    for name in _own_ids(folder / "roles"):
        gather_role(gathered, name, library, plans=plans)
    return gathered


def _gather_words(gathered: Gathered, folder: Path, library: Library) -> None:
    """What is wrong with the lexicons of a folder; the built-in ones are tested."""
    if not folder.is_relative_to(builtin_folder("rubrics")):
        for name in _own_ids(folder / LEXICONS):
            with _kept(gathered):
                library.load(Lexicon, f"{LEXICONS}/{name}.yaml")


def gather_file(gathered: Gathered, model: type[BaseModel], file: str, library: Library) -> None:
    """The texts of one file of the library, and the file as a case."""
    with _kept(gathered):
        loaded: Loaded[Any] = library.load(model, file)
        gathered.add(texts_of(loaded), [FileCase(loaded)])


def gather_role(gathered: Gathered, name: str, library: Library, *, plans: bool = True) -> None:
    """The texts of a role, and its plans for every seniority."""
    with _kept(gathered):
        rubric = load_rubric(library, name)
        gathered.add(texts_of(rubric.role))
        problems = list(rubric_problems(rubric))
        gathered.problems.extend(problems)
        if plans and not problems:
            gathered.add(cases=[PlanCase(rubric, None, tuple(_usual_kits(rubric, library)))])


def gather_alone(source: YamlSource) -> Gathered | None:
    """One rubric file outside a folder of rubrics, known by its keys; None where they say nothing."""
    keys = source.data if isinstance(source.data, dict) else {}
    model = next((model for key, model in MARKS.items() if key in keys), Role if "plan" in keys else None)
    if model is None:
        return None
    gathered = Gathered()
    with _kept(gathered):
        loaded: Loaded[Any] = validate(model, source)
        gathered.add(texts_of(loaded), [] if model is Role else [FileCase(loaded)])
    return gathered


def _usual_kits(rubric: Rubric, library: Library) -> Iterator[Any]:
    from interviewkit.compose.kit import compose_kit  # with the solver: lists are checked without it

    country = library.ids("jurisdictions")[0]
    jurisdiction = library.load(Jurisdiction, f"jurisdictions/{country}.yaml").value
    for seniority in rubric.role.value.seniorities:
        text = USUAL_OPENING.format(role=rubric.role.value.id, seniority=seniority.value, country=country)
        # Mistakes in the plan stand in the role, whose file the problems name.
        opening = validate(Opening, compose_yaml(text, rubric.role.source.name))
        yield compose_kit(rubric, opening, jurisdiction, "usual-opening")


def _own_ids(folder: Path) -> tuple[str, ...]:
    """The ids of the files of one folder, without translations."""
    return tuple(sorted(path.stem for path in folder.glob("*.yaml") if not PurePath(path.stem).suffix))


@contextmanager
def _kept(gathered: Gathered) -> Iterator[None]:
    """Keep the problems of what cannot be loaded, and go on with the next file."""
    try:
        yield
    except InputError as error:
        gathered.problems.extend(error.problems)
