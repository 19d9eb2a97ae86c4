"""What every kind of drive file comes to before its rows are given to their openings."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from interviewkit.drive_input.drafts import Draft
from interviewkit.drive_input.rows import DriveRow
from interviewkit.drive_input.settings import Settings
from interviewkit.problems import Problem
from interviewkit.yaml_source import YamlSource


@dataclass(frozen=True)
class DriveParts:
    """The settings, the openings, and the rows that name them."""

    settings: Settings
    drafts: tuple[Draft, ...]
    candidates: Sequence[DriveRow]
    panel: Sequence[DriveRow]
    schedule: Sequence[DriveRow]
    problems: tuple[Problem, ...]


def logo_path(source: YamlSource, file: Path | None, drive: Path) -> Path:
    """The file beside which the logo lies: the one that names it."""
    is_of_file = file is not None and source.locate(("organisation", "logo")).path == str(file)
    return file if file is not None and is_of_file else drive
