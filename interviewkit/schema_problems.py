"""What pydantic found, as problems in plain words at the place in the file."""

import types
import typing
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from interviewkit.models.base import PATTERN_WORDS
from interviewkit.problems import Code, Problem, did_you_mean
from interviewkit.yaml_source import YamlSource

KeyPath = Sequence[str | int]

_SHAPES = {
    "model_type": "a mapping (`key: value` lines)",
    "model_attributes_type": "a mapping (`key: value` lines)",
    "dict_type": "a mapping (`key: value` lines)",
    "tuple_type": "a list (`- item` lines)",
    "list_type": "a list (`- item` lines)",
    "string_type": "text",
    "int_type": "a whole number",
}
_ONE_VALUE = frozenset(("enum", "literal_error", "date_type", "bool_type"))
_HINTS = {
    "int_parsing": "write a whole number",
    "int_from_float": "write a whole number",
    "int_parsing_size": "write a smaller number",
    "bool_parsing": "write true or false",
    "greater_than_equal": "write at least {ge}",
    "less_than_equal": "write at most {le}",
    "too_short": "give at least {min_length}",
    "too_long": "give at most {max_length}",
    "string_too_short": "write something",
    "string_too_long": "write at most {max_length}",
    "date": "write a day that exists, as year-month-day: 2026-11-23",
}
SHOWN_LENGTH = 60
CANDIDATES = "candidates"


def schema_problems(error: ValidationError, model: type[BaseModel], source: YamlSource) -> list[Problem]:
    """One problem per mistake that `model` found in `source`."""
    errors = error.errors(include_url=False)
    extras = [details["loc"] for details in errors if details["type"] == "extra_forbidden"]
    return [_problem(details, model, source) for details in errors if not _is_misspelt(details, extras)]


def _is_misspelt(details: ErrorDetails, extras: list[tuple[str | int, ...]]) -> bool:
    """Is this missing key there under a misspelt name, which gets its own problem?"""
    path = details["loc"]
    siblings = [str(extra[-1]).partition(":")[0] for extra in extras if extra[:-1] == path[:-1]]
    return details["type"] == "missing" and bool(get_close_matches(str(path[-1]), siblings, cutoff=0.6))


def _problem(details: ErrorDetails, model: type[BaseModel], source: YamlSource) -> Problem:
    path = tuple(part for part in details["loc"] if part != "[key]")
    name = _dotted(path)
    kind = details["type"]
    if kind == "missing":
        place = source.locate(path[:-1], key=len(path) > 1)
        return Problem(place, Code.MISSING_KEY, f"`{name}` is missing", "add it")
    if kind == "extra_forbidden":
        hint = _key_hint(str(path[-1]), details["input"], _known_keys(model, path[:-1]))
        what = f"a key of `{_dotted(path[:-1])}`" if _is_private(name) else f"`{name}`"
        return Problem(source.locate(path, key=True), Code.UNKNOWN_KEY, f"{what} is not known here", hint)
    place = source.locate(path, key=details["loc"][-1:] == ("[key]",))
    if kind in _SHAPES:
        return _shape_problem(details, model, source, path)
    message, hint = _value_words(details, name)
    is_nested = kind in _ONE_VALUE and isinstance(details["input"], list | dict)
    return Problem(place, Code.WRONG_SHAPE if is_nested else Code.WRONG_VALUE, message, hint)


def _shape_problem(
    details: ErrorDetails, model: type[BaseModel], source: YamlSource, path: KeyPath
) -> Problem:
    wanted = _SHAPES[details["type"]]
    given = details["input"]
    what = f"`{_dotted(path)}`" if path else "the file"
    if given is None:
        hint = f"write {wanted}" if _is_required(model, path) else f"write {wanted} or delete the key"
        return Problem(source.locate(path, key=True), Code.WRONG_VALUE, f"{what} is empty", hint)
    found = _shown(given) if isinstance(given, list | dict) else "a single value"
    message = f"{what} is {found} where {wanted} belongs"
    hint = _shape_hint(details, _known_keys(model, path))
    return Problem(source.locate(path), Code.WRONG_SHAPE, message, hint)


def _shape_hint(details: ErrorDetails, known: Sequence[str]) -> str:
    """How to write it instead."""
    given, kind = details["input"], details["type"]
    if kind == "int_type":
        return "write a number"
    if kind == "string_type":
        return "put text that starts with a bracket in quotes"
    if kind in {"tuple_type", "list_type"}:
        is_short = not isinstance(given, dict) and len(str(given)) <= SHOWN_LENGTH
        is_short = is_short and details["loc"][:1] != (CANDIDATES,)
        return f"write `[{given}]`" if is_short else "start each item with `- `"
    if known and kind != "dict_type":
        return f"its keys are {', '.join(f'`{key}`' for key in known)}"
    return "write `key: value` lines without `-`"


def _key_hint(key: str, value: object, known: Sequence[str]) -> str:
    """What the key was meant to be; commas and missing spaces make keys that nobody meant."""
    if key.partition(":")[0] in known:
        return "put a space after the `:`"
    hint = did_you_mean(key, known)
    is_no_word = value is None and hint.startswith("known")
    return f"{hint}; put text that holds `,` in quotes" if is_no_word else hint


def _value_words(details: ErrorDetails, name: str) -> tuple[str, str]:
    """Message and hint for a value of the right shape that cannot stand here."""
    kind, context = details["type"], details.get("ctx", {})
    if kind == "value_error":
        return (f"`{name}`: {context['error']}" if name else str(context["error"])), ""
    if kind in {"too_short", "too_long"}:
        return f"`{name}` has {context['actual_length']} entries", _HINTS[kind].format(**context)
    if kind == "string_too_long":
        return f"`{name}` is {len(str(details['input']))} characters long", _HINTS[kind].format(**context)
    if kind in {"enum", "literal_error"}:
        expected = str(context["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
        word = details["input"] if isinstance(details["input"], str) else ""
        return _what(details["input"], name), did_you_mean(word, expected)
    if kind == "string_pattern_mismatch":
        words = PATTERN_WORDS.get(str(context["pattern"]), f"text that matches {context['pattern']}")
        return _what(details["input"], name), f"write {words}"
    return _what(details["input"], name), _hint(details)


def _what(value: Any, name: str) -> str:
    """The wrong value; of a candidate's only that it is wrong."""
    if _is_private(name) and not isinstance(value, list | dict) and str(value or "").strip():
        return f"`{name}` cannot be used"
    return f"`{name}` is {_shown(value)}"


def _is_private(name: str) -> bool:
    """Is it a candidate's? *Why*: a name may stand anywhere there, and messages go to logs and on paper."""
    return name.startswith(f"{CANDIDATES}[")


def _hint(details: ErrorDetails) -> str:
    kind = "date" if details["type"].startswith("date") else details["type"]
    template = _HINTS.get(kind)
    return template.format(**details.get("ctx", {})) if template else details["msg"]


def _shown(value: Any) -> str:
    """The value for a message: text in backticks, anything else by what it is."""
    if isinstance(value, list | dict):
        return "a list" if isinstance(value, list) else "a mapping"
    text = "" if value is None else str(value)
    if not text.strip():
        return "empty"
    return f"`{text if len(text) <= SHOWN_LENGTH else text[:SHOWN_LENGTH] + '…'}`"


def _dotted(path: KeyPath) -> str:
    """`questions[2].minutes`: list positions count from 1, as people do."""
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text


def _known_keys(model: type[BaseModel], path: KeyPath) -> list[str]:
    """The keys that the mapping at `path` may have."""
    return [key for entry in _models_at(model, path) for key in entry.model_fields]


def _is_required(model: type[BaseModel], path: KeyPath) -> bool:
    fields = [entry.model_fields.get(str(path[-1])) for entry in _models_at(model, path[:-1])]
    return any(field is not None and field.is_required() for field in fields)


def _models_at(model: type[BaseModel], path: KeyPath) -> list[type[BaseModel]]:
    """The models that the mapping at `path` may be."""
    found: list[type[BaseModel]] = [model]
    for part in path:
        fields = [
            entry.model_fields[str(part)].annotation for entry in found if str(part) in entry.model_fields
        ]
        found = [inner for annotation in fields for inner in _models_in(annotation)] or found
    return found


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    if isinstance(annotation, types.GenericAlias | types.UnionType) or typing.get_origin(annotation):
        return [model for inner in typing.get_args(annotation) for model in _models_in(inner)]
    return []
