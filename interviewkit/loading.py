"""YAML files to validated models that remember where every value stood."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from interviewkit.errors import InputError
from interviewkit.problems import Code, Location, Problem
from interviewkit.schema_problems import schema_problems
from interviewkit.yaml_source import YamlSource, read_yaml

ModelT = TypeVar("ModelT", bound=BaseModel)


@dataclass(frozen=True)
class Loaded(Generic[ModelT]):
    """A validated model and the file it came from."""

    value: ModelT
    source: YamlSource

    def locate(self, *path: str | int) -> Location:
        """Where the value at `path` stands in the file."""
        return self.source.locate(path)

    def problem(self, code: Code, path: Sequence[str | int], message: str, hint: str = "") -> Problem:
        """A problem at the value at `path`."""
        return Problem(self.source.locate(path), code, message, hint)


def validate(model: type[ModelT], source: YamlSource) -> Loaded[ModelT]:
    """The source as a `model`; raises InputError with all of its schema problems."""
    try:
        return Loaded(model.model_validate(source.data), source)
    except ValidationError as error:
        raise InputError(schema_problems(error, model, source)) from None


def load(model: type[ModelT], path: Path, name: str | None = None) -> Loaded[ModelT]:
    """Read a YAML file as a `model`; raises InputError with everything that is wrong with it."""
    return validate(model, read_yaml(path, name))
