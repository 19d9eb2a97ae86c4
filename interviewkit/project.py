"""`interviewkit.yaml`: a team's own rubrics and templates, so that nobody has to type the options."""

from dataclasses import dataclass
from pathlib import Path

from pydantic import Field

from interviewkit.builtin import builtin_folder
from interviewkit.errors import InputError
from interviewkit.loading import load
from interviewkit.models.base import ENGLISH, Language, Line, Model
from interviewkit.problems import Code

PROJECT_FILE = "interviewkit.yaml"
FOLDERS = {"rubrics", "templates"}
"""The keys that name a folder."""


class Project(Model):
    """`interviewkit.yaml` in the current folder; paths are relative to it."""

    rubrics: Line | None = None
    templates: Line | None = None
    language: Language = Field(default=ENGLISH, description="What your own rubrics are written in.")


@dataclass(frozen=True)
class Layers:
    """Folders of rubrics and of templates, the first that has a file wins; the built-in ones come last.

    `language` is what the user's rubrics are written in; the built-in ones are English.
    """

    rubrics: tuple[Path, ...]
    templates: tuple[Path, ...]
    language: str = ENGLISH


def find_layers(rubrics: Path | None, templates: Path | None, folder: Path) -> Layers:
    """`--rubrics` and `--templates`, then `interviewkit.yaml` in `folder`, then the built-in ones.

    Raises InputError where `interviewkit.yaml` has mistakes or names a folder that is not there.
    """
    from_file = _read_project(folder / PROJECT_FILE)
    return Layers(
        rubrics=(*_given(rubrics), *_given(from_file.rubrics), builtin_folder("rubrics")),
        templates=(*_given(templates), *_given(from_file.templates), builtin_folder("templates")),
        language=from_file.language,
    )


@dataclass(frozen=True)
class _ProjectFolders:
    rubrics: Path | None = None
    templates: Path | None = None
    language: str = ENGLISH


def _read_project(path: Path) -> _ProjectFolders:
    if not path.exists():
        return _ProjectFolders()
    project = load(Project, path, PROJECT_FILE)
    named = {key: folder for key, folder in project.value.model_dump(include=FOLDERS).items() if folder}
    hint = "correct its name, or delete this line"
    problems = [
        project.problem(Code.FILE_MISSING, (key,), f"there is no folder `{folder}`", hint)
        for key, folder in named.items()
        if not (path.parent / folder).is_dir()
    ]
    if problems:
        raise InputError(problems)
    folders = {key: path.parent / folder for key, folder in named.items()}
    return _ProjectFolders(**folders, language=project.value.language)


def _given(folder: Path | None) -> tuple[Path, ...]:
    return (folder,) if folder else ()
