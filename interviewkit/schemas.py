"""JSON Schema of the files that people edit, and of the records `kit.json` and `drive.json`."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from pydantic import BaseModel, Field

from interviewkit.drive_input.table_drive import REQUIRED
from interviewkit.models.base import Line, Model
from interviewkit.models.competency import Competency
from interviewkit.models.drive import Appointment, DriveCandidate
from interviewkit.models.drive_record import DriveRecord
from interviewkit.models.jurisdiction import Paper
from interviewkit.models.kit_record import KitRecord
from interviewkit.models.opening import FileId, Opening
from interviewkit.models.question import QuestionBank
from interviewkit.models.role import Role
from interviewkit.models.work_sample import WorkSample

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class DriveDefaults(Opening):
    """What all openings of a drive share, unless they say otherwise."""

    paper: Paper | None = Field(default=None, description="Of all kits; the countries' if absent.")


class DriveEntry(Opening):
    """An opening that is written in the drive itself; what it does not say is said by `defaults`."""

    id: FileId = Field(description="Folder name of the kit.")


class DriveFile(Model):
    """`DRIVE.yaml`, for editors: when it is read, each opening is put together before it is checked."""

    drive: FileId | None = Field(default=None, description="Id of the drive; the file's name if absent.")
    title: Line | None = Field(default=None, description="Of the drive's report; its id if absent.")
    defaults: DriveDefaults | None = None
    openings: Annotated[tuple[Line | DriveEntry, ...], Field(min_length=1)] = Field(
        description="Names of opening files beside this one, or openings with an id."
    )
    candidates: tuple[DriveCandidate, ...] | None = None
    schedule: tuple[Appointment, ...] | None = None


MODELS: dict[str, type[BaseModel]] = {
    "opening": Opening,
    "drive": DriveFile,
    "role": Role,
    "competency": Competency,
    "question": QuestionBank,
    "work-sample": WorkSample,
    "kit": KitRecord,
    "drive-record": DriveRecord,
}


def json_schema(name: str) -> dict[str, Any]:
    """The schema of a file, by its name in `MODELS`."""
    schema = {"$schema": DIALECT, **MODELS[name].model_json_schema()}
    changed = {"drive": _drive_schema, "role": _role_schema}
    return changed[name](schema) if name in changed else schema


def _drive_schema(schema: dict[str, Any]) -> dict[str, Any]:
    """An opening must say what `defaults` do not; days and times are read as people write them."""
    models = schema["$defs"]
    for name in ("DriveDefaults", "Organisation", "Team"):
        models[name].pop("required")
    models["DriveDefaults"]["properties"].pop("id")
    models["DriveEntry"]["required"] = ["id"]
    for key, example in {"date": "2026-12-01", "start": "10:30"}.items():
        models["Appointment"]["properties"][key] = {"type": "string", "description": f"Such as {example}."}
    return {**schema, "allOf": [_said_once(path.split(".")) for path in REQUIRED]}


def _said_once(path: Iterable[str]) -> dict[str, Any]:
    """What stands at the path is said by `defaults`, or by every opening that is written in the drive."""
    said: Mapping[str, Any] = {}
    for key in reversed(list(path)):
        said = {"type": "object", "required": [key], "properties": {key: said}}
    by_each = {"if": {"type": "object"}, "then": said}
    return {
        "if": {"not": {"required": ["defaults"], "properties": {"defaults": said}}},
        "then": {"properties": {"openings": {"items": by_each}}},
    }


def _role_schema(schema: dict[str, Any]) -> dict[str, Any]:
    """A role that `extends` another needs only what differs, and deletes with null."""
    extends = {"type": "string", "description": "Id of the role to start from; null deletes a key of it."}
    properties = {"extends": extends, **schema["properties"]}
    for key in ("shifts", "potential", "principles"):
        properties[key]["type"] = ["array", "null"]
    competency = schema["$defs"]["RoleCompetency"]
    competency["type"] = ["object", "null"]
    entries = {"type": "object", "required": competency.pop("required")}
    complete = {
        "minProperties": properties["competencies"].pop("minProperties"),
        "additionalProperties": entries,
    }
    rule = {"required": schema["required"], "properties": {"competencies": complete}}
    conditions = {"if": {"not": {"required": ["extends"]}}, "then": rule}
    return {**schema, "properties": properties, "required": ["id"], **conditions}
