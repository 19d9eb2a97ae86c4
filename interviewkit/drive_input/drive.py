"""A drive as it was read, whatever kind of file it came from."""

from dataclasses import dataclass, replace
from pathlib import Path

from interviewkit.models.drive import Appointment
from interviewkit.models.jurisdiction import Paper
from interviewkit.problems import Location, Problem
from interviewkit.yaml_source import YamlSource


@dataclass(frozen=True)
class DriveOpening:
    """An opening of a drive as YAML nodes: its own keys over the drive's defaults, with panel and candidates.

    `path` is the file beside which its logo lies; `source.locate` names the file or the cell of every value.
    `problems` are what is wrong already: the opening fails with them, the others go on.
    """

    id: str
    path: Path
    source: YamlSource | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class PlacedAppointment:
    """A row of the schedule, its opening known, and where each of its values stands."""

    value: Appointment
    opening: str
    places: dict[str, Location]


@dataclass(frozen=True)
class Drive:
    """Everything that a drive's file says; `problems` belong to no opening and stop none."""

    id: str
    title: str
    paper: Paper | None
    openings: tuple[DriveOpening, ...]
    schedule: tuple[PlacedAppointment, ...]
    problems: tuple[Problem, ...] = ()


def without_sources(drive: Drive) -> Drive:
    """The drive without the text of its openings, once that is understood."""
    return replace(drive, openings=tuple(replace(each, source=None) for each in drive.openings))
