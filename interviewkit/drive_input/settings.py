"""The settings of a drive: its id, its title, its paper."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import TypeAdapter, ValidationError
from slugify import slugify

from interviewkit.drive_input.cells import cleaned, folded_value
from interviewkit.drive_input.drafts import ID_WORDS, is_file_id
from interviewkit.drive_input.known import shown
from interviewkit.models.base import Line
from interviewkit.models.jurisdiction import Paper
from interviewkit.models.opening import DEVICE_NAMES
from interviewkit.problems import Code, Location, Problem, did_you_mean

_LINE: TypeAdapter[str] = TypeAdapter(Line)
Said = tuple[str, Location]
"""What is written, and where."""


@dataclass
class Settings:
    """What a drive's file says of the drive; mistakes are kept and the usual values hold instead."""

    id: str
    title: str
    paper: Paper | None = None
    problems: list[Problem] = field(default_factory=list)


def read_settings(path: Path, said: Callable[[str], Said | None]) -> Settings:
    """The settings, each asked for by its name; the drive's id is the file's name where none is given."""
    slug = slugify(path.stem if path.is_file() else path.name, max_length=60) or "drive"
    settings = Settings(f"{slug}-drive" if slug in DEVICE_NAMES else slug, "")
    given = said("drive")
    if given and is_file_id(given[0]):
        settings.id = given[0]
    elif given:
        message = f"`drive` is `{shown(given[0])}`"
        settings.problems.append(Problem(given[1], Code.WRONG_VALUE, message, f"{ID_WORDS} `autumn-drive`"))
    settings.title = _title(said("title"), settings)
    settings.paper = _paper(said("paper"), settings)
    return settings


def _title(given: Said | None, settings: Settings) -> str:
    if given is None:
        return settings.id
    try:
        return _LINE.validate_python(cleaned(given[0]))
    except ValidationError:
        hint = "write at most 200 characters on one line"
        problem = Problem(given[1], Code.WRONG_VALUE, "`title` is too long or empty", hint)
        settings.problems.append(problem)
        return settings.id


def _paper(given: Said | None, settings: Settings) -> Paper | None:
    if given is None:
        return None
    text = folded_value("paper", given[0])
    known = [paper.value for paper in Paper]
    if text in known:
        return Paper(text)
    problem = Problem(given[1], Code.WRONG_VALUE, f"`paper` is `{shown(text)}`", did_you_mean(text, known))
    settings.problems.append(problem)
    return None
