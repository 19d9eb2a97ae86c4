"""What is refused in YAML before any model sees it: depth, expansion, doubled keys, foreign tags."""

from collections.abc import Iterable, Iterator
from typing import Any

import yaml

from interviewkit.problems import Code, Location, Problem

MAX_DEPTH = 50
MAX_NODES = 10_000

_PLAIN_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}"
    for name in ("str", "int", "float", "bool", "null", "map", "seq", "timestamp", "merge", "value")
)


def location_of(mark: Any, name: str) -> Location:
    """A parser's mark (from 0) as a location (from 1) in the file called `name`."""
    return Location(name, mark.line + 1, mark.column + 1)


def depth_problem(events: Iterable[yaml.Event], name: str) -> Problem | None:
    """Nesting beyond MAX_DEPTH, counted on the event stream before anything recurses."""
    depth = 0
    for event in events:
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            message = f"lists and mappings are nested more than {MAX_DEPTH} deep"
            return Problem(location_of(event.start_mark, name), Code.TOO_DEEP, message, "flatten the file")
    return None


def expansion_problem(root: yaml.Node, text: str, name: str) -> Problem | None:
    """Aliases that contain themselves or expand beyond MAX_NODES, named by their anchor."""
    sizes: dict[int, int] = {}
    open_nodes: set[int] = set()
    shared: dict[int, yaml.Node] = {}
    loops: list[yaml.Node] = []

    def size(node: yaml.Node) -> int:
        key = id(node)
        if key in open_nodes:
            loops.append(node)
            return 0
        if key in sizes:
            shared[key] = node
            return sizes[key]
        open_nodes.add(key)
        sizes[key] = 1 + sum(size(child) for child in children(node))
        open_nodes.remove(key)
        return sizes[key]

    total = size(root)
    if loops:
        return _alias_problem(loops[0], text, name, "contains itself")
    if total > MAX_NODES and shared:
        widest = max(shared.values(), key=lambda node: sizes[id(node)])
        return _alias_problem(widest, text, name, f"expands the file beyond {MAX_NODES:,} nodes")
    return None


def _alias_problem(node: yaml.Node, text: str, name: str, reason: str) -> Problem:
    rest = text.split("\n")[node.start_mark.line][node.start_mark.column :]
    anchor = rest[1:].split()[0].rstrip(",]}") if rest.startswith("&") else "?"
    message = f"the alias `*{anchor}` {reason}"
    return Problem(location_of(node.start_mark, name), Code.TOO_MANY_ALIASES, message, "write the values out")


def key_problems(root: yaml.Node, name: str) -> Iterator[Problem]:
    """Keys that stand twice in a mapping, and keys that are not words."""
    for node in walk(root):
        if not isinstance(node, yaml.MappingNode):
            continue
        first_line: dict[str, int] = {}
        for key, _ in node.value:
            place = location_of(key.start_mark, name)
            if not isinstance(key, yaml.ScalarNode):
                yield Problem(place, Code.WRONG_SHAPE, "a list or mapping is used as a key", "use a word")
            elif key.value in first_line:
                message = (
                    f"the key `{key.value}` stands a second time (first in line {first_line[key.value]})"
                )
                yield Problem(place, Code.DUPLICATE_KEY, message, "delete one of them")
            else:
                first_line[key.value] = place.line


def tag_problems(root: yaml.Node, name: str) -> Iterator[Problem]:
    """Tags that ask for anything but plain data."""
    for node in walk(root):
        if node.tag not in _PLAIN_TAGS:
            place = location_of(node.start_mark, name)
            written = node.tag.replace("tag:yaml.org,2002:", "!!")
            message, hint = f"the tag `{written}` is refused", "put text that starts with `!` in quotes"
            yield Problem(place, Code.YAML_TAG, message, hint)


def walk(root: yaml.Node) -> Iterator[yaml.Node]:
    """Every node once, aliased ones too."""
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if id(node) not in seen:
            seen.add(id(node))
            yield node
            waiting.extend(children(node))


def children(node: yaml.Node) -> list[yaml.Node]:
    """The keys and values of a mapping, the items of a list, nothing of a scalar."""
    if isinstance(node, yaml.MappingNode):
        return [part for pair in node.value for part in pair]
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []
