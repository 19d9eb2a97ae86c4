"""What rules about more than one text are given: a plan, a file, a plain document, the records of kits."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from interviewkit.inputs import Inputs
from interviewkit.lint.text.item import TextItem
from interviewkit.loading import Loaded
from interviewkit.models.kit import Kit
from interviewkit.models.kit_record import KitRecord
from interviewkit.rubric import Rubric


@dataclass(frozen=True)
class PlanCase:
    """A role's rubric, and where an opening is checked, its inputs.

    `kits` are the kits of the role itself, one for each seniority (form A, a team as openings have it by
    default), or the one kit of the opening.
    """

    rubric: Rubric
    inputs: Inputs | None
    kits: tuple[Kit, ...]


@dataclass(frozen=True)
class FileCase:
    """One rubric file alone: a competency, a bank, a work sample, the scale."""

    loaded: Loaded[Any]


@dataclass(frozen=True)
class DocumentCase:
    """A plain list or a sheet as text (.txt, .md, .csv): its items in order."""

    path: str
    items: tuple[TextItem, ...]


@dataclass(frozen=True)
class RecordCase:
    """The records (`kit.json`) of the kits in a folder, by the path of each file."""

    records: Mapping[str, KitRecord]
