"""JSON Schema of the files that people edit and of `kit.json`."""

from typing import Any

from pydantic import BaseModel

from interviewkit.models.competency import Competency
from interviewkit.models.kit_record import KitRecord
from interviewkit.models.opening import Opening
from interviewkit.models.question import QuestionBank
from interviewkit.models.role import Role
from interviewkit.models.work_sample import WorkSample

DIALECT = "https://json-schema.org/draft/2020-12/schema"

MODELS: dict[str, type[BaseModel]] = {
    "opening": Opening,
    "role": Role,
    "competency": Competency,
    "question": QuestionBank,
    "work-sample": WorkSample,
    "kit": KitRecord,
}


def json_schema(name: str) -> dict[str, Any]:
    """The schema of `opening`, `role`, `competency`, `question`, `work-sample` or `kit`."""
    schema = {"$schema": DIALECT, **MODELS[name].model_json_schema()}
    return _role_schema(schema) if name == "role" else schema


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
