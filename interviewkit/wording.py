"""Which values of a rubric file are texts, worked out from the types of its model."""

import types
import typing
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, Any

import yaml
from pydantic import BaseModel

from interviewkit.models.base import Wording
from interviewkit.yaml_source import child_of, is_empty, plain

IDENTITIES = ("id", "level", "competency")
"""The keys that tell the entries of a list apart; the first one that the model has."""

TextPath = tuple[str, ...]
"""Where a text stands, in words for people: `("plan", "[engineering]", "title")`."""


def is_text(kind: Any) -> bool:
    """Is a value of this type a text that a translation may change?"""
    marks = [mark for mark in _unwrapped(kind)[1] if isinstance(mark, Wording)]
    return bool(marks) and all(mark.translatable for mark in marks)


def model_of(kind: Any) -> type[BaseModel] | None:
    """The model that a value of this type is, if it is one."""
    bare = _unwrapped(kind)[0]
    return bare if isinstance(bare, type) and issubclass(bare, BaseModel) else None


def item_of(kind: Any) -> Any:
    """The type of the entries of a list, None where the type is no list."""
    bare = _unwrapped(kind)[0]
    return typing.get_args(bare)[0] if typing.get_origin(bare) is tuple else None


@cache
def text_fields(model: type[BaseModel]) -> Mapping[str, Any]:
    """The model's keys that are texts or have texts below them, each with its type."""
    hints = typing.get_type_hints(model, include_extras=True)
    return {name: hints[name] for name in model.model_fields if _has_text(hints[name])}


def identity_of(kind: Any) -> str | None:
    """The key that tells entries of this type apart, None where only their order does."""
    model = model_of(kind)
    return next((key for key in IDENTITIES if model and key in model.model_fields), None)


def texts_in(kind: Any, node: yaml.Node, path: TextPath = ()) -> Iterator[tuple[TextPath, yaml.Node]]:
    """Every text at or below a node of this type; the entries of a list of texts share a path."""
    item, model = item_of(kind), model_of(kind)
    if is_text(kind):
        if not is_empty(node):
            yield path, node
    elif model and isinstance(node, yaml.MappingNode):
        for name, inner in text_fields(model).items():
            child = child_of(node, name)
            if child:
                yield from texts_in(inner, child[0], (*path, name))
    elif item and isinstance(node, yaml.SequenceNode):
        for number, entry in enumerate(node.value, start=1):
            step = () if is_text(item) else (f"[{_label(item, entry, number)}]",)
            yield from texts_in(item, entry, (*path, *step))


def _label(item: Any, entry: yaml.Node, number: int) -> str:
    identity = identity_of(item)
    child = child_of(entry, identity) if identity else None
    return str(plain(child[0])) if child else str(number)


def _has_text(kind: Any) -> bool:
    item, model = item_of(kind), model_of(kind)
    return is_text(kind) or (item and _has_text(item)) or bool(model and text_fields(model))


def _unwrapped(kind: Any) -> tuple[Any, list[Any]]:
    """The type without `Annotated` and `| None`, and all that it was annotated with."""
    marks: list[Any] = []
    while True:
        origin, inner = typing.get_origin(kind), typing.get_args(kind)
        options = [each for each in inner if each is not types.NoneType]
        if origin is Annotated:
            kind, marks = inner[0], [*marks, *inner[1:]]
        elif origin in {typing.Union, types.UnionType} and len(options) == 1:
            kind = options[0]
        else:
            return kind, marks
