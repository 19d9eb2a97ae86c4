"""The records (`kit.json`) of finished kits, gathered for checking."""

from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from interviewkit.lint.case import RecordCase
from interviewkit.lint.sources.gathered import Gathered
from interviewkit.models.kit_record import KitRecord
from interviewkit.problems import Code, Location, Problem
from interviewkit.yaml_source import MIB, read_text

RECORD_NAME = "kit.json"
LIMIT = 16 * MIB


def record_paths(folder: Path) -> list[Path]:
    """The records in a kit's folder, or in a folder of kits."""
    return sorted((*folder.glob(RECORD_NAME), *folder.glob(f"*/{RECORD_NAME}")))


def gather_records(paths: Iterable[Path]) -> Gathered:
    """The records as one case; one that cannot be read is a problem."""
    gathered, records = Gathered(), {}
    for path in paths:
        text = read_text(path, limit=LIMIT)
        try:
            records[str(path)] = KitRecord.model_validate_json(text)
        except ValidationError:
            message, hint = "this is not the record of a kit", "build the kit again"
            gathered.problems.append(Problem(Location(str(path)), Code.WRONG_SHAPE, message, hint))
    if records:
        gathered.add(cases=[RecordCase(records)])
    return gathered
