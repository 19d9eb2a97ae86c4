"""The sheet `drive`: a setting and its value in each row, for the drive or for all of its openings."""

import datetime
from dataclasses import dataclass, field

import yaml

from interviewkit.drive_input.cells import UnreadableError, read_cell
from interviewkit.drive_input.columns import OPENINGS, Column
from interviewkit.drive_input.headings import folded_heading
from interviewkit.drive_input.known import shown
from interviewkit.drive_input.places import mapping_node, scalar, text_node
from interviewkit.drive_input.rows import DriveRow, SheetRows
from interviewkit.drive_input.settings import Said
from interviewkit.drive_input.tables import WINDOWS_EPOCH
from interviewkit.problems import Code, Location, Problem, did_you_mean
from interviewkit.yaml_source import child_of

OF_THE_DRIVE = ("drive", "title", "paper")


@dataclass
class SheetSettings:
    """What the sheet says: of the drive, and as `defaults` of every opening (a mapping)."""

    values: dict[str, Said] = field(default_factory=dict)
    defaults: yaml.Node = field(default_factory=lambda: mapping_node((), yaml.Mark("", 0, 0, 0, None, 0)))
    problems: list[Problem] = field(default_factory=list)

    def said(self, name: str) -> Said | None:
        """What it says of the drive."""
        return self.values.get(name)


def read_sheet_settings(sheet: SheetRows, epoch: datetime.date | None) -> SheetSettings:
    """The settings of the sheet; its values were read as text, those of a day are read again as such."""
    settings = SheetSettings()
    shared: list[tuple[str, yaml.Node]] = []
    seen: dict[str, Location] = {}
    for row in sheet.rows:
        settings.problems += row.problems
        name, value = scalar(row.source.root, "setting"), scalar(row.source.root, "value")
        place = row.source.locate(("setting",))
        known = _known(name or "")
        if name is None or (value is None and known):
            continue
        if not known:
            hint = did_you_mean(name, {*OF_THE_DRIVE, *(column.name for column in _shared_columns())})
            message = f"there is no setting `{shown(name)}`"
            settings.problems.append(Problem(place, Code.UNKNOWN_KEY, message, hint))
        elif known in seen:
            message = f"the setting `{name}` stands a second time (first at {seen[known]})"
            settings.problems.append(Problem(place, Code.DUPLICATE_KEY, message, "delete one of them"))
        elif known in OF_THE_DRIVE:
            settings.values[known] = (value or "", row.source.locate(("value",)))
        else:
            shared += _default(row, OPENINGS.column(known), value or "", epoch, settings)
        seen.setdefault(known or "", place)
    settings.defaults = _grouped(shared) if shared else settings.defaults
    return settings


def _known(name: str) -> str:
    """The setting or the column of `openings` that is meant; empty where none is."""
    folded = folded_heading(name)
    if folded in OF_THE_DRIVE:
        return folded
    columns = (c for c in _shared_columns() if folded in {folded_heading(n) for n in (c.name, *c.others)})
    return next((column.name for column in columns), "")


def _shared_columns() -> list[Column]:
    return [column for column in OPENINGS.columns if column.key and column.key != "id"]


def _default(
    row: DriveRow, column: Column, text: str, epoch: datetime.date | None, settings: SheetSettings
) -> list[tuple[str, yaml.Node]]:
    place = row.source.locate(("value",))
    cell = child_of(row.source.root, "value")
    try:
        read = read_cell(column, text, epoch or WINDOWS_EPOCH)
    except UnreadableError as error:
        settings.problems.append(error.problem(place))
        return []
    return [(column.key, text_node(read, cell[0].start_mark))] if cell else []


def _grouped(shared: list[tuple[str, yaml.Node]]) -> yaml.Node:
    groups: dict[str, list[tuple[str, yaml.Node]]] = {}
    for key, node in shared:
        group, dot, name = key.partition(".")
        groups.setdefault(group, []).append((name if dot else "", node))
    mark = shared[0][1].start_mark
    pairs = [
        (group, found[0][1] if not found[0][0] else mapping_node(found, found[0][1].start_mark))
        for group, found in groups.items()
    ]
    return mapping_node(pairs, mark)
