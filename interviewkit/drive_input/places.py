"""YAML nodes that were never YAML: each value with the cell that it stands in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from interviewkit.problems import Location
from interviewkit.yaml_source import YamlSource, child_of

LETTERS = 26


@dataclass(frozen=True)
class CellLocation(Location):
    """A cell of a workbook, as the spreadsheet names it: `drive.xlsx[candidates!C14]`."""

    sheet: str = ""

    def __str__(self) -> str:
        return f"{self.path}[{self.sheet}!{column_letters(self.column)}{self.line}]"

    def __lt__(self, other: object) -> bool:
        return _order(self) < _order(other)

    def __le__(self, other: object) -> bool:
        return _order(self) <= _order(other)

    def __gt__(self, other: object) -> bool:
        return _order(self) > _order(other)

    def __ge__(self, other: object) -> bool:
        return _order(self) >= _order(other)


def _order(place: Any) -> tuple[str, str, int, int]:
    return place.path, getattr(place, "sheet", ""), place.line, place.column


def column_letters(number: int) -> str:
    """`A` for 1, `AA` for 27."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


class PlaceMark(yaml.Mark):
    """A mark that knows its place, whatever file the node around it comes from."""

    def __init__(self, place: Location) -> None:
        super().__init__(place.path, 0, place.line - 1, place.column - 1, None, 0)
        self.place = place


class PlacedSource(YamlSource):
    """A source some of whose nodes stand in cells."""

    def locate(self, path: Sequence[str | int], *, key: bool = False) -> Location:
        """Where the value at a path stands (`key=True`: its key); the closest parent where it is missing."""
        node, mark = self.root, self.root.start_mark
        for part in path:
            found = child_of(node, part)
            if found is not None:
                node, key_mark = found
                mark = key_mark if key else node.start_mark
        return mark.place if isinstance(mark, PlaceMark) else super().locate(path, key=key)


def text_node(text: str, mark: Any) -> yaml.ScalarNode:
    """Text as it is: `null` and `~` are words here."""
    return yaml.ScalarNode("tag:yaml.org,2002:str", text, mark, mark, style='"')


def empty_node(mark: Any) -> yaml.ScalarNode:
    """No value."""
    return yaml.ScalarNode("tag:yaml.org,2002:null", "", mark, mark)


def sequence_node(items: Iterable[yaml.Node], mark: Any) -> yaml.SequenceNode:
    """A list."""
    return yaml.SequenceNode("tag:yaml.org,2002:seq", list(items), mark, mark)


def mapping_node(pairs: Iterable[tuple[str, yaml.Node]], mark: Any) -> yaml.MappingNode:
    """A mapping whose keys stand where their values do."""
    keyed = [(text_node(key, value.start_mark), value) for key, value in pairs]
    return yaml.MappingNode("tag:yaml.org,2002:map", keyed, mark, mark)


def with_value(node: yaml.Node, key: str, value: yaml.Node) -> yaml.Node:
    """The mapping with this value under the key, in place of what is there; any other node as it is."""
    if not isinstance(node, yaml.MappingNode):
        return node
    pairs = [(name, value if name.value == key else old) for name, old in node.value]
    if all(name.value != key for name, _ in pairs):
        pairs.append((text_node(key, value.start_mark), value))
    return yaml.MappingNode(node.tag, pairs, node.start_mark, node.end_mark)


def without_key(node: yaml.Node, key: str) -> yaml.Node:
    """The mapping without the key; any other node as it is."""
    if not isinstance(node, yaml.MappingNode):
        return node
    kept = [pair for pair in node.value if pair[0].value != key]
    return yaml.MappingNode(node.tag, kept, node.start_mark, node.end_mark)


def scalar(node: yaml.Node, key: str) -> str | None:
    """The text under a key; None where there is none."""
    found = child_of(node, key)
    if found is None or not isinstance(found[0], yaml.ScalarNode):
        return None
    return str(found[0].value).strip() or None
