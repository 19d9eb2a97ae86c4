"""A rubric file with the texts of its translation: texts may change, and nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from pydantic import BaseModel

from interviewkit.errors import InputError
from interviewkit.problems import Code, Problem, did_you_mean
from interviewkit.wording import identity_of, is_text, item_of, model_of, text_fields
from interviewkit.yaml_checks import location_of, walk
from interviewkit.yaml_source import YamlSource, child_of, is_empty, plain

REMOVE_IT = "a translation changes texts only; remove it"


def translated(model: type[BaseModel], original: YamlSource, translation: YamlSource) -> YamlSource:
    """The original with the texts that the translation gives; every text stays located where it is written.

    Mappings merge by key, lists by the id of their entries or else by position; an empty value is not yet
    translated. Raises InputError where the translation holds anything but texts of the original.
    """
    merge = _Merge(original, translation)
    root = merge.merged(model, original.root, translation.root)
    if merge.problems:
        raise InputError(merge.problems)
    written = dict.fromkeys(walk(translation.root), translation.name)
    return YamlSource(original.name, root, {**original.owners, **written, **merge.owners})


@dataclass
class _Merge:
    """One translation on its way into its original: what is wrong with it, and whose the new nodes are."""

    original: YamlSource
    translation: YamlSource
    problems: list[Problem] = field(default_factory=list)
    owners: dict[yaml.Node, str] = field(default_factory=dict)

    def merged(self, kind: Any, base: yaml.Node, change: yaml.Node, identity: str | None = None) -> yaml.Node:
        """The node with its translation; a node of the wrong shape stays, for the model to refuse."""
        if is_empty(change):
            return base
        model, item = model_of(kind), item_of(kind)
        shape = yaml.MappingNode if model else yaml.SequenceNode
        if is_text(kind) or (isinstance(base, shape) and not isinstance(change, shape)):
            return change
        if not isinstance(base, shape):
            return base
        if model:
            return self._like(base, self._pairs(model, base, change, identity))
        if is_text(item):
            return change if self._same_length(base, change) else base
        return self._like(base, self._items(item, base, change))

    def _like(self, base: yaml.Node, value: list[Any]) -> yaml.Node:
        """A node that stands where `base` does."""
        node: yaml.Node = type(base)(base.tag, value, base.start_mark, base.end_mark)
        if base in self.original.owners:
            self.owners[node] = self.original.owners[base]
        return node

    def _pairs(
        self, model: type[BaseModel], base: yaml.Node, change: yaml.Node, identity: str | None
    ) -> list[tuple[yaml.Node, yaml.Node]]:
        kinds = text_fields(model)
        given = {}
        for key, value in change.value:
            if key.value == identity:
                continue
            problem = self._key_problem(model, base, key)
            if problem:
                self.problems.append(problem)
            else:
                given[key.value] = (key, value)
        pairs = []
        for key, value in base.value:
            name, node = given.get(key.value, (key, value))
            merged = self.merged(kinds[key.value], value, node) if key.value in given else value
            pairs.append((name if merged is node else key, merged))
        return pairs

    def _key_problem(self, model: type[BaseModel], base: yaml.Node, key: yaml.Node) -> Problem | None:
        if key.value not in model.model_fields:
            hint = did_you_mean(key.value, text_fields(model))
            return self._problem(key, Code.UNKNOWN_KEY, f"`{key.value}` is not known here", hint)
        if key.value not in text_fields(model):
            return self._problem(key, Code.NOT_A_TEXT, f"`{key.value}` is not a text", REMOVE_IT)
        if child_of(base, key.value) is None:
            return self._problem(key, Code.NOT_A_TEXT, f"the original has no `{key.value}` here", REMOVE_IT)
        return None

    def _items(self, item: Any, base: yaml.Node, change: yaml.Node) -> list[yaml.Node]:
        """The entries of a list, each with its translation."""
        identity = identity_of(item)
        if identity:
            entries = list(base.value)
            for place, entry in self._identified(identity, base, change):
                entries[place] = self.merged(item, entries[place], entry, identity)
            return entries
        if not self._same_length(base, change):
            return list(base.value)
        pairs = zip(base.value, change.value, strict=True)
        return [self.merged(item, entry, translation) for entry, translation in pairs]

    def _identified(
        self, identity: str, base: yaml.Node, change: yaml.Node
    ) -> Iterator[tuple[int, yaml.Node]]:
        """The translated entries, each with the place of its original."""
        names = [_name_of(entry, identity) for entry in base.value]
        seen: set[str] = set()
        for entry in change.value:
            name, place = _name_of(entry, identity), (child_of(entry, identity) or (entry,))[0]
            if name is None:
                hint = f"write `- {identity}: …` with its texts below"
                message = f"an entry without its `{identity}` stands here"
                self.problems.append(self._problem(entry, Code.MISSING_KEY, message, hint))
            elif name not in names:
                message, hint = f"the original has no `{name}` here", did_you_mean(name, filter(None, names))
                self.problems.append(self._problem(place, Code.UNKNOWN_ID, message, hint))
            elif name in seen:
                message = f"`{name}` stands here a second time"
                self.problems.append(self._problem(place, Code.DUPLICATE_ID, message, "translate it once"))
            else:
                seen.add(name)
                yield names.index(name), entry

    def _same_length(self, base: yaml.Node, change: yaml.Node) -> bool:
        given, wanted = len(change.value), len(base.value)
        if given != wanted:
            message = (
                f"{given} {'entry stands' if given == 1 else 'entries stand'} here, the original has {wanted}"
            )
            hint = "translate each, in the same order"
            self.problems.append(self._problem(change, Code.WRONG_VALUE, message, hint))
        return given == wanted

    def _problem(self, node: yaml.Node, code: Code, message: str, hint: str) -> Problem:
        return Problem(location_of(node.start_mark, self.translation.name), code, message, hint)


def _name_of(entry: yaml.Node, identity: str) -> str | None:
    child = child_of(entry, identity)
    name = plain(child[0]) if child else None
    return name if isinstance(name, str) else None
