"""A drive that is written in YAML."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from slugify import slugify

from interviewkit.drive_input.cells import UnreadableError, read_cell
from interviewkit.drive_input.columns import SCHEDULE
from interviewkit.drive_input.drafts import Draft
from interviewkit.drive_input.known import shown
from interviewkit.drive_input.parts import DriveParts, logo_path
from interviewkit.drive_input.places import (
    PlacedSource,
    empty_node,
    scalar,
    text_node,
    with_value,
    without_key,
)
from interviewkit.drive_input.refusals import refusal
from interviewkit.drive_input.rows import DriveRow
from interviewkit.drive_input.settings import Said, read_settings
from interviewkit.drive_input.tables import WINDOWS_EPOCH
from interviewkit.errors import InputError
from interviewkit.problems import Code, Problem, did_you_mean
from interviewkit.yaml_source import YamlSource, child_of, is_empty, read_yaml

KEYS = ("drive", "title", "defaults", "openings", "candidates", "schedule")


def read_yaml_drive(path: Path) -> DriveParts:
    """The parts of a drive in YAML; raises InputError where it is no YAML or has no openings."""
    source = read_yaml(path)
    if not isinstance(source.root, yaml.MappingNode):
        hint = "start with `openings:` and a list of them"
        raise refusal(source.locate(()), Code.WRONG_SHAPE, "the file is not a mapping", hint)
    entries = _entries(source)
    problems = list(_key_problems(source))
    defaults = _defaults(source, problems)

    def said(key: str) -> Said | None:
        at = (key,) if key != "paper" else ("defaults", key)
        holder = source.root if key != "paper" else (defaults.root if defaults else source.root)
        text = scalar(holder, key)
        return (text, source.locate(at)) if text and text not in {"~", "null"} else None

    below = YamlSource(defaults.name, without_key(defaults.root, "paper")) if defaults else None
    reading = _Openings(source, path, below)
    return DriveParts(
        settings=read_settings(path, said),
        drafts=tuple(reading.draft(position, entry) for position, entry in enumerate(entries)),
        candidates=tuple(_rows(source, "candidates", problems)),
        panel=(),
        schedule=tuple(_converted(row) for row in _rows(source, "schedule", problems)),
        problems=tuple(problems),
    )


def _entries(source: YamlSource) -> list[yaml.Node]:
    found = child_of(source.root, "openings")
    if found is None:
        hint = "list the drive's openings; a single opening is built with `interviewkit build`"
        raise refusal(source.locate(()), Code.MISSING_KEY, "`openings` is missing", hint)
    place = source.locate(("openings",), key=True)
    if is_empty(found[0]) or not found[0].value:
        hint = "list opening files or openings"
        raise refusal(place, Code.EMPTY_FILE, "the drive has no openings", hint)
    if not isinstance(found[0], yaml.SequenceNode):
        hint = "start each opening with `- `"
        raise refusal(place, Code.WRONG_SHAPE, "`openings` is no list", hint)
    return list(found[0].value)


def _key_problems(source: YamlSource) -> Iterator[Problem]:
    for key, value in source.root.value:
        place = source.locate((key.value,), key=True)
        if key.value not in KEYS:
            hint = "write it under `defaults`" if key.value == "paper" else did_you_mean(key.value, KEYS)
            yield Problem(place, Code.UNKNOWN_KEY, f"`{key.value}` is not known here", hint)
        elif key.value in {"drive", "title"} and not isinstance(value, yaml.ScalarNode):
            yield Problem(place, Code.WRONG_SHAPE, f"`{key.value}` is no single value", "write text")


def _defaults(source: YamlSource, problems: list[Problem]) -> YamlSource | None:
    """What all openings share."""
    found = child_of(source.root, "defaults")
    if found is None or is_empty(found[0]):
        return None
    if not isinstance(found[0], yaml.MappingNode):
        place, hint = source.locate(("defaults",)), "write `key: value` lines"
        problems.append(Problem(place, Code.WRONG_SHAPE, "`defaults` is no mapping", hint))
        return None
    return YamlSource(source.name, found[0])


@dataclass(frozen=True)
class _Openings:
    """Reads the entries of `openings`: names of files beside the drive, or openings written in it."""

    source: YamlSource
    path: Path
    defaults: YamlSource | None

    def draft(self, position: int, entry: yaml.Node) -> Draft:
        """The opening of an entry."""
        if isinstance(entry, yaml.ScalarNode) and not is_empty(entry):
            return self._of_file(position, str(entry.value).strip())
        place = self.source.locate(("openings", position))
        draft = Draft(f"opening-{position + 1}", self.path, None, place, self.source.name)
        if not isinstance(entry, yaml.MappingNode):
            hint = "write the name of an opening file, or an opening's keys"
            draft.problems.append(Problem(place, Code.WRONG_SHAPE, "this is no opening", hint))
            return draft
        given = scalar(entry, "id")
        if given is None:
            hint = "add `id:`, such as `id: ai-engineer-claims`"
            draft.problems.append(Problem(place, Code.MISSING_KEY, "the opening has no `id`", hint))
        else:
            draft.id, draft.place = given, self.source.locate(("openings", position, "id"))
        draft.source = self._over_defaults(YamlSource(self.source.name, entry))
        return draft

    def _of_file(self, position: int, name: str) -> Draft:
        place = self.source.locate(("openings", position))
        draft = draft_of_file(self.path.parent, name, Draft("", self.path, None, place, self.source.name))
        if draft.source is not None:
            file = draft.path
            draft.source = self._over_defaults(draft.source)
            draft.path = logo_path(draft.source, file, self.path)
        return draft

    def _over_defaults(self, own: YamlSource) -> YamlSource:
        return self.defaults.extended_by(own) if self.defaults else own


def draft_of_file(folder: Path, name: str, draft: Draft) -> Draft:
    """Fill the draft from an opening file in the folder; its id is the file's or the file's name."""
    given, draft.id = draft.id, draft.id or slugify(Path(name).stem, max_length=60) or "opening"
    try:
        file = folder / name
        if not file.is_file():
            message, hint = f"there is no file `{shown(name)}`", "name an opening file beside the drive"
            draft.problems.append(Problem(draft.place, Code.FILE_MISSING, message, hint))
            return draft
        draft.source, draft.path = read_yaml(file), file
        draft.id = given or scalar(draft.source.root, "id") or draft.id
    except (OSError, ValueError):
        message, hint = "this is no name of a file", "name an opening file beside the drive"
        draft.problems.append(Problem(draft.place, Code.FILE_MISSING, message, hint))
    except InputError as error:
        draft.problems += error.problems
    return draft


def _rows(source: YamlSource, key: str, problems: list[Problem]) -> Iterator[DriveRow]:
    found = child_of(source.root, key)
    if found is None or is_empty(found[0]):
        return
    if not isinstance(found[0], yaml.SequenceNode):
        hint = "start each item with `- `"
        problems.append(Problem(source.locate((key,)), Code.WRONG_SHAPE, f"`{key}` is no list", hint))
        return
    for position, entry in enumerate(found[0].value):
        if isinstance(entry, yaml.MappingNode):
            yield DriveRow(YamlSource(source.name, entry))
        else:
            place, hint = source.locate((key, position)), "write `key: value` lines"
            problems.append(Problem(place, Code.WRONG_SHAPE, "this is no mapping", hint))


def _converted(row: DriveRow) -> DriveRow:
    """The row with its day and time as the models read them."""
    root, problems = row.source.root, []
    for name in ("date", "start"):
        found = child_of(root, name)
        if found is None or not isinstance(found[0], yaml.ScalarNode) or is_empty(found[0]):
            continue
        node, mark = found[0], found[0].start_mark
        try:
            text = read_cell(SCHEDULE.column(name), str(node.value), WINDOWS_EPOCH)
            root = with_value(root, name, text_node(text, mark) if text else empty_node(mark))
        except UnreadableError as error:
            problems.append(error.problem(row.source.locate((name,))))
    return DriveRow(PlacedSource(row.source.name, root), tuple(problems))
