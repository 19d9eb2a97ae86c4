"""Openings and drives, gathered for checking."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from interviewkit.builtin import builtin_folder
from interviewkit.drive_input.reading import opening_inputs, read_drive
from interviewkit.errors import InputError
from interviewkit.inputs import Inputs, load_inputs
from interviewkit.library import Library
from interviewkit.lint.case import FileCase, PlanCase
from interviewkit.lint.sources.gathered import Gathered
from interviewkit.lint.sources.rubric_texts import texts_of
from interviewkit.loading import Loaded
from interviewkit.models.base import ENGLISH
from interviewkit.models.kit import Kit
from interviewkit.yaml_source import YamlSource


def gather_opening(path: Path, library: Library) -> Gathered:
    """An opening, its composed kit, and the user's own rubric files that it uses."""
    try:
        inputs = load_inputs(path, library)
        return gather_inputs(inputs, composed(inputs))
    except InputError as error:
        return Gathered.failed(error)


def composed(inputs: Inputs) -> Kit:
    """The kit of the inputs; raises InputError."""
    from interviewkit.compose.kit import compose_kit  # with the solver: lists are checked without it

    return compose_kit(inputs.rubric, inputs.opening, inputs.jurisdiction.value, inputs.opening_id)


def gather_inputs(inputs: Inputs, kit: Kit) -> Gathered:
    """What can be checked of an opening that is loaded and composed.

    Built-in rubric files are not read again: they are clean, which our tests see to. Texts in other languages
    than English are not read at all.
    """
    gathered = Gathered(country=inputs.opening.value.country)
    if inputs.opening.value.language == ENGLISH:
        gathered.add(texts_of(inputs.opening))
        if _is_own(inputs.rubric.role):
            gathered.add(texts_of(inputs.rubric.role))
        for loaded in _own_files(inputs):
            gathered.add(texts_of(loaded), [FileCase(loaded)])
    gathered.add(cases=[PlanCase(inputs.rubric, inputs, (kit,))])
    return gathered


def gather_drive(path: Path, library: Library) -> Iterator[Gathered]:
    """The openings of a drive, whatever kind of file it is; raises InputError where it cannot be read."""
    drive = read_drive(path, library)
    yield Gathered(problems=list(drive.problems))
    for opening in drive.openings:
        try:
            inputs = opening_inputs(opening, library)
            yield gather_inputs(inputs, composed(inputs))
        except InputError as error:
            yield Gathered.failed(error)


def _own_files(inputs: Inputs) -> Iterator[Any]:
    rubric = inputs.rubric
    files: tuple[Loaded[Any], ...] = (
        rubric.scale,
        *rubric.competencies.values(),
        *rubric.banks.values(),
        *rubric.work_samples.values(),
    )
    yield from (loaded for loaded in files if _is_own(loaded))


def _is_own(loaded: Loaded[Any]) -> bool:
    return not Path(loaded.source.name).is_relative_to(builtin_folder("rubrics"))


def is_opening(source: YamlSource) -> bool:
    """Do the keys say that this is an opening?"""
    keys = source.data if isinstance(source.data, dict) else {}
    return len({"role", "seniority", "title", "organisation", "country", "team"} & set(keys)) >= 2  # noqa: PLR2004


def is_drive(source: YamlSource) -> bool:
    """Do the keys say that this is a drive?"""
    return isinstance(source.data, dict) and isinstance(source.data.get("openings"), list)
