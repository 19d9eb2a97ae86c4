"""YAML text with its places: read within limits, compose to nodes, find the line of a value.

Every scalar stays the text that was written (`014` stays `014`, `NO` stays `NO`); the models decide its type.
Only an empty value, `~` and `null` become None.
"""

import codecs
import stat
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from interviewkit.errors import InputError
from interviewkit.problems import Code, Location, Problem
from interviewkit.yaml_checks import (
    depth_problem,
    expansion_problem,
    key_problems,
    location_of,
    tag_problems,
    walk,
)
from interviewkit.yaml_lines import runaway_quote
from interviewkit.yaml_syntax import place_after, refused_character, syntax_problem

MIB = 1024 * 1024
MAX_BYTES = MIB

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))


@dataclass(frozen=True)
class YamlSource:
    """A file as written: its name for messages and its composed nodes.

    `owners` names the file of a node where that is not `name`: after `extends:`, or with its translation, two
    files are one.
    """

    name: str
    root: yaml.Node = field(repr=False)
    owners: Mapping[yaml.Node, str] = field(default_factory=dict, repr=False)

    @property
    def data(self) -> Any:
        """The plain data: dicts, lists, str and None."""
        return plain(self.root)

    def locate(self, path: Sequence[str | int], *, key: bool = False) -> Location:
        """Where the value at a path stands (`key=True`: its key); the closest parent where it is missing."""
        node, mark = self.root, self.root.start_mark
        owner = self.owners.get(node, self.name)
        for part in path:
            found = child_of(node, part)
            if found is not None:
                node, key_mark = found
                mark = key_mark if key else node.start_mark
                owner = self.owners.get(node, owner)
        return location_of(mark, owner)

    def extended_by(self, child: "YamlSource") -> "YamlSource":
        """This file with what `child` says differently: mappings merge, null deletes, all else replaces."""
        owners = dict.fromkeys(walk(self.root), self.name)
        return YamlSource(child.name, _merged(self.root, child.root), {**owners, **self.owners})

    def without(self, key: str) -> "YamlSource":
        """This file without one of its top-level keys."""
        kept = [pair for pair in self.root.value if pair[0].value != key]
        root = yaml.MappingNode(self.root.tag, kept, self.root.start_mark, self.root.end_mark)
        return YamlSource(self.name, root, self.owners)


def read_yaml(path: Path, name: str | None = None) -> YamlSource:
    """Read and compose one YAML file; `name` is what messages call it.

    Raises InputError with the problems of the text: missing, unreadable, too large, not UTF-8, not YAML,
    too deep, too many aliases, doubled keys, tags.
    """
    shown = name if name is not None else str(path)
    return compose_yaml(read_text(path, shown), shown)


def read_text(path: Path, name: str | None = None, limit: int = MAX_BYTES) -> str:
    """The text of a file of at most `limit` bytes; `name` is what messages call it. Raises InputError."""
    shown = name if name is not None else str(path)
    return decoded(_read_bytes(path, shown, limit), shown)


def compose_yaml(text: str, name: str) -> YamlSource:
    """Compose YAML text; raises InputError like `read_yaml`."""
    text = _with_newlines(text)
    refused = refused_character(text, name)
    if refused:
        raise InputError([refused])
    try:
        deep = depth_problem(yaml.parse(text, Loader=_Loader), name)
        if deep:
            raise InputError([deep])
        root = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        raise InputError([syntax_problem(error, _events_of(text), text, name)]) from None
    if root is None or is_empty(root):
        hint = "start an opening with `interviewkit new ROLE`"
        raise InputError([Problem(Location(name), Code.EMPTY_FILE, "the file is empty", hint)])
    expansion = expansion_problem(root, text, name)
    scalars = (node for node in walk(root) if isinstance(node, yaml.ScalarNode))
    fatal = expansion or runaway_quote(scalars, text.split("\n"), name)
    problems = [fatal] if fatal else [*key_problems(root, name), *tag_problems(root, name)]
    if problems:
        raise InputError(problems)
    return YamlSource(name, root)


def _read_bytes(path: Path, name: str, limit: int) -> bytes:
    def refusal(code: Code, message: str, hint: str) -> InputError:
        return InputError([Problem(Location(name), code, message, hint)])

    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise refusal(Code.FILE_UNREADABLE, "this is a folder", "name a file in it")
        if not stat.S_ISREG(mode):
            raise refusal(Code.FILE_UNREADABLE, "this is not a regular file", "name another file")
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise refusal(Code.FILE_MISSING, "there is no such file", "check the name and the folder") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the name is not a path"
        raise refusal(Code.FILE_UNREADABLE, f"cannot be read ({reason})", "check its permissions") from None
    if len(data) > limit:
        message = f"the file is larger than {limit // MIB} MiB"
        raise refusal(Code.FILE_TOO_LARGE, message, "split it into smaller files")
    return data


def decoded(data: bytes, name: str) -> str:
    """The bytes as UTF-8 text; raises InputError at the first byte that is none."""
    hint = "save the file as UTF-8"
    if data.startswith(_UTF16) or b"\0" in data[:2]:
        raise InputError([Problem(Location(name), Code.NOT_UTF8, "this is UTF-16, not UTF-8", hint)])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace")
        place = place_after(_with_newlines(before), name)
        message = f"byte 0x{data[error.start]:02x} is not UTF-8"
        raise InputError([Problem(place, Code.NOT_UTF8, message, hint)]) from None


def _with_newlines(text: str) -> str:
    """The text with every line ended by a line feed, as editors count lines."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _events_of(text: str) -> Iterator[yaml.Event]:
    """The parser's events up to its first error."""
    with suppress(yaml.YAMLError):
        yield from yaml.parse(text, Loader=_Loader)


def plain(node: yaml.Node) -> Any:
    """The node as plain data: dicts, lists, str and None."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [plain(item) for item in node.value]
    is_null = isinstance(node, yaml.ScalarNode) and not node.style and node.value in _NULLS
    return None if is_null else node.value


def is_empty(node: yaml.Node) -> bool:
    """Is the node an empty value, `~` or `null`?"""
    return isinstance(node, yaml.ScalarNode) and plain(node) is None


def child_of(node: yaml.Node, part: str | int) -> tuple[yaml.Node, yaml.Mark] | None:
    """The value under a key or at a position, with the mark of its key."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(part):
                return value, key.start_mark
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part], node.value[part].start_mark
    return None


def _merged(base: yaml.Node, child: yaml.Node) -> yaml.Node:
    if not (isinstance(base, yaml.MappingNode) and isinstance(child, yaml.MappingNode)):
        return child
    changed = {key.value: (key, value) for key, value in child.value}
    pairs = [
        (changed[key.value][0], _merged(value, changed[key.value][1]))
        if key.value in changed
        else (key, value)
        for key, value in base.value
    ]
    known = {key.value for key, _ in base.value}
    pairs += [pair for name, pair in changed.items() if name not in known]
    kept = [(key, value) for key, value in pairs if not is_empty(value)]
    return yaml.MappingNode(child.tag, kept, child.start_mark, child.end_mark)
