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
    """A role that `extends` another needs only what differs."""
    extends = {"type": "string", "description": "Id of the role to start from; null deletes a key of it."}
    required = schema.pop("required")
    properties = {"extends": extends, **schema["properties"]}
    rule = {"if": {"not": {"required": ["extends"]}}, "then": {"required": required}}
    return {**schema, "properties": properties, "required": ["id"], **rule}
