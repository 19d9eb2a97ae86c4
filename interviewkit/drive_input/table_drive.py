"""A drive whose sheets are tables: a workbook, or .csv files."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from interviewkit.drive_input.columns import CANDIDATES, DRIVE, OPENINGS, PANEL, SCHEDULE
from interviewkit.drive_input.drafts import Draft
from interviewkit.drive_input.headings import kind_of
from interviewkit.drive_input.parts import DriveParts, logo_path
from interviewkit.drive_input.places import (
    PlacedSource,
    empty_node,
    mapping_node,
    scalar,
    with_value,
)
from interviewkit.drive_input.rows import DriveRow, SheetRows, rows_of_sheet
from interviewkit.drive_input.settings import read_settings
from interviewkit.drive_input.sheet_names import misnamed_tables, refuse_missing, sorted_tables
from interviewkit.drive_input.sheet_settings import SheetSettings, read_sheet_settings
from interviewkit.drive_input.tables import Table
from interviewkit.drive_input.yaml_drive import draft_of_file
from interviewkit.errors import InputError
from interviewkit.problems import Code, Problem
from interviewkit.yaml_source import YamlSource, child_of

REQUIRED = ("role", "seniority", "title", "organisation.name", "country", "team.mission")
"""What every opening must say: where it does not, the place is the empty cell."""


def read_table_drive(path: Path, tables: list[Table], beside: Path) -> DriveParts:
    """The parts of a drive in tables; `beside` is the file beside which opening files and logos lie.

    Raises InputError where a sheet or a column is missing that a drive must have, or no opening is there.
    """
    found, problems = sorted_tables(tables)
    refuse_missing(OPENINGS, str(path), tables, found)
    sheets = _rows_by_sheet(found)
    openings = sheets[OPENINGS.name]
    if not any(scalar(row.source.root, "file") for row in openings.rows):
        refuse_missing(CANDIDATES, found[OPENINGS.name].place, tables, found)
    setting_rows = sheets.get(DRIVE.name, SheetRows())
    given = read_sheet_settings(setting_rows, found[DRIVE.name].epoch if DRIVE.name in found else None)
    reading = _Openings(str(path), beside, given)
    problems += [problem for sheet in sheets.values() for problem in sheet.problems]
    return DriveParts(
        settings=read_settings(path, given.said),
        drafts=tuple(reading.draft(row) for row in openings.rows),
        candidates=sheets.get(CANDIDATES.name, SheetRows()).rows,
        panel=sheets.get(PANEL.name, SheetRows()).rows,
        schedule=sheets.get(SCHEDULE.name, SheetRows()).rows,
        problems=(*problems, *misnamed_tables(tables, found), *given.problems),
    )


def _rows_by_sheet(found: Mapping[str, Table]) -> dict[str, SheetRows]:
    """The rows of each sheet; raises InputError where one has not the columns that each row needs.

    *Why* nothing is built then: every opening would be built without these candidates, this panel.
    """
    sheets = {name: rows_of_sheet(table, kind_of(name) or OPENINGS) for name, table in found.items()}
    missing = [problem for sheet in sheets.values() for problem in sheet.missing]
    if missing:
        raise InputError(missing)
    opening_sheet = sheets[OPENINGS.name]
    if not opening_sheet.rows:
        place, hint = found[OPENINGS.name].place, "add a row per opening"
        empty = Problem(place, Code.EMPTY_FILE, "the sheet `openings` has no rows", hint)
        raise InputError(opening_sheet.problems or [empty])
    return sheets


@dataclass(frozen=True)
class _Openings:
    """Reads the rows of `openings`: over their file, over what the sheet `drive` says for all."""

    owner: str
    path: Path
    given: SheetSettings

    def draft(self, row: DriveRow) -> Draft:
        """The opening of a row."""
        root, locate = row.source.root, row.source.locate
        name, file = scalar(root, "id"), scalar(root, "file")
        draft = Draft(name or "", self.path, None, locate(("id",)), self.owner, list(row.problems))
        own: YamlSource = PlacedSource(self.owner, _nested(root))
        if file:
            draft.place = locate(("id",)) if name else locate(("file",))
            draft = draft_of_file(self.path.parent, file, draft)
            own = draft.source.extended_by(own) if draft.source else own
        elif name is None:
            self._without_id(draft)
        if not file or draft.source is not None:
            merged = PlacedSource(self.owner, self.given.defaults).extended_by(own)
            draft.source = PlacedSource(
                merged.name, _with_gaps(merged.root, root), {**merged.owners, **own.owners}
            )
            opening_file = draft.path if file else None
            draft.path = logo_path(draft.source, opening_file, self.path)
        return draft

    @staticmethod
    def _without_id(draft: Draft) -> None:
        draft.id = f"opening-in-row-{draft.place.line}"
        if not any(problem.location == draft.place for problem in draft.problems):
            hint = "write a short id, such as `ai-engineer-claims`"
            draft.problems.append(Problem(draft.place, Code.MISSING_KEY, "`opening` is empty", hint))


def _nested(root: yaml.Node) -> yaml.Node:
    """The row as an opening: `team.mission` under `team`; empty cells say nothing."""
    top: list[tuple[str, yaml.Node]] = []
    groups: dict[str, list[tuple[str, yaml.Node]]] = {}
    for key, node in root.value:
        if not node.value or key.value in {"file", "id"}:
            continue
        group, dot, name = key.value.partition(".")
        if dot:
            groups.setdefault(group, []).append((name, node))
        else:
            top.append((key.value, node))
    inner = [(group, mapping_node(pairs, pairs[0][1].start_mark)) for group, pairs in groups.items()]
    return mapping_node([*top, *inner], root.start_mark)


def _with_gaps(root: yaml.Node, row: yaml.Node) -> yaml.Node:
    """The opening with an empty value, at its cell, for what it must say and does not."""
    for path in REQUIRED:
        group, dot, name = path.partition(".")
        cell = child_of(row, path)
        outer = child_of(root, group) if dot else (root, None)
        holder = outer[0] if outer else mapping_node((), cell[0].start_mark if cell else row.start_mark)
        key = name if dot else group
        if child_of(holder, key) is None and cell is not None:
            holder = with_value(holder, key, empty_node(cell[0].start_mark))
        root = with_value(root, group, holder) if dot else holder
    return root
