"""The openings of a drive while they are put together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from pydantic import TypeAdapter, ValidationError
from slugify import slugify

from interviewkit.drive_input.drive import DriveOpening
from interviewkit.drive_input.known import Known, shown
from interviewkit.drive_input.places import PlacedSource, sequence_node, text_node, with_value
from interviewkit.drive_input.rows import DriveRow
from interviewkit.models.opening import FileId
from interviewkit.problems import Code, Location, Problem, sorted_problems
from interviewkit.yaml_source import YamlSource, child_of, is_empty

RESERVED = Known(("print-packs", "drive"))
"""What the output folder of every drive holds beside the openings."""

_FILE_ID: TypeAdapter[str] = TypeAdapter(FileId)
ID_WORDS = "write letters, digits, hyphens and underscores, 64 at most, such as"


@dataclass
class Draft:
    """An opening: `place` is where its id stands, `owner` the drive's file, which added nodes belong to."""

    id: str
    path: Path
    source: YamlSource | None
    place: Location
    owner: str
    problems: list[Problem] = field(default_factory=list)

    def items(self, key: str) -> list[yaml.Node]:
        """The entries of its panel or candidates; none where that is no list."""
        found = child_of(self.source.root, key) if self.source else None
        return list(found[0].value) if found and isinstance(found[0], yaml.SequenceNode) else []

    def set_items(self, key: str, items: Sequence[yaml.Node], added: Iterable[yaml.Node]) -> None:
        """Give it these entries; `added` are those nodes among them that stand in the drive's file."""
        if self.source is None or not items or not self._takes_list(key):
            return
        found = child_of(self.source.root, key)
        is_list = found is not None and isinstance(found[0], yaml.SequenceNode)
        mark = found[0].start_mark if found and is_list else items[0].start_mark
        root = with_value(self.source.root, key, sequence_node(items, mark))
        owners = {**self.source.owners, **dict.fromkeys(added, self.owner)}
        self.source = PlacedSource(self.source.name, root, owners)

    def _takes_list(self, key: str) -> bool:
        """Is there a list under the key, or nothing?"""
        found = child_of(self.source.root, key) if self.source else None
        return found is None or isinstance(found[0], yaml.SequenceNode) or is_empty(found[0])

    def finished(self) -> DriveOpening:
        """The opening as it is handed on."""
        return DriveOpening(self.id, self.path, self.source, sorted_problems(self.problems))


class Drafts:
    """The openings in order, each with an id of its own."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self.all: list[Draft] = []
        self.by_id: dict[str, Draft] = {}
        self.ids = Known()
        for draft in drafts:
            self._add(draft)

    def _add(self, draft: Draft) -> None:
        given, first = draft.id, self.by_id.get(draft.id.casefold())
        if not is_file_id(given):
            hint = f"{ID_WORDS} `ai-engineer-claims`"
            draft.problems.append(Problem(draft.place, Code.WRONG_VALUE, f"`{shown(given)}` is no id", hint))
            draft.id = slugify(given, max_length=60) or "opening"
        if given in RESERVED:
            message = f"every drive has a folder or file `{given}`"
            draft.problems.append(Problem(draft.place, Code.RESERVED_NAME, message, "choose another id"))
            draft.id = f"{given}-opening"
        if first is not None:
            message = f"the opening `{shown(given)}` stands here a second time (first at {first.place})"
            hint = "give each its own id; capitals make no difference"
            draft.problems.append(Problem(draft.place, Code.DUPLICATE_ID, message, hint))
        self.by_id.setdefault(given.casefold(), draft)
        self.ids.add(given)
        taken = {other.id.casefold() for other in self.all} if draft.problems else set()
        stem, number = draft.id, 2
        while draft.id.casefold() in taken:
            draft.id, number = f"{stem}-{number}", number + 1
        if draft.source is not None:
            mark = draft.source.root.start_mark
            known = child_of(draft.source.root, "id")
            node = text_node(draft.id, known[0].start_mark if known else mark)
            root = with_value(draft.source.root, "id", node)
            draft.source = PlacedSource(draft.source.name, root, draft.source.owners)
        self.all.append(draft)

    def of_row(self, row: DriveRow, given: str | None) -> Draft | Problem:
        """The opening that a row names, or the only one; else what is wrong."""
        place = row.source.locate(("opening",))
        if given is None:
            if len(self.all) == 1:
                return self.all[0]
            hint = f"name one of the drive's openings; {self.ids.hint('')}"
            return Problem(place, Code.MISSING_KEY, "`opening` is empty", hint)
        found = self.by_id.get(given.casefold())
        if found is None:
            message = f"there is no opening `{shown(given)}`"
            return Problem(place, Code.UNKNOWN_ID, message, self.ids.hint(given))
        return found


def is_file_id(text: str) -> bool:
    """May the text be a file's name?"""
    try:
        _FILE_ID.validate_python(text)
    except ValidationError:
        return False
    return True
