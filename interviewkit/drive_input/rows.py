"""The rows of a sheet as mappings in YAML nodes, each value at its cell."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from interviewkit.drive_input.cells import UnreadableError, is_blank, listed_stages, read_cell
from interviewkit.drive_input.columns import Column, SheetKind
from interviewkit.drive_input.headings import Headings, find_headings
from interviewkit.drive_input.places import (
    PlacedSource,
    PlaceMark,
    empty_node,
    mapping_node,
    sequence_node,
    text_node,
)
from interviewkit.drive_input.tables import Row, Table
from interviewkit.problems import Problem
from interviewkit.yaml_source import YamlSource


@dataclass(frozen=True)
class DriveRow:
    """A row of a drive, whatever file it stands in, and which of its cells could not be read.

    A value that is not there or cannot be read is an empty node, where the file has a cell for it.
    """

    source: YamlSource
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class SheetRows:
    """The rows of a sheet, what is wrong with the sheet as a whole, and which columns every row needs."""

    rows: tuple[DriveRow, ...] = ()
    problems: tuple[Problem, ...] = ()
    missing: tuple[Problem, ...] = ()


def rows_of_sheet(table: Table, kind: SheetKind) -> SheetRows:
    """The rows below the headings; none where a column is missing that every row needs."""
    headings = find_headings(table, kind)
    if headings is None:
        return SheetRows(problems=table.problems)
    problems = (*table.problems, *headings.problems)
    if headings.missing:
        return SheetRows(problems=problems, missing=headings.missing)
    return SheetRows(tuple(_rows(table, headings)), problems)


def _rows(table: Table, headings: Headings) -> Iterator[DriveRow]:
    start = next(n for n, row in enumerate(table.rows) if row is headings.row) + 1
    for row in table.rows[start:]:
        values = row.values
        if any(n < len(values) and not is_blank(values[n]) for n in headings.columns):
            yield _drive_row(row, headings.columns, table.epoch)


def _drive_row(row: Row, columns: dict[int, Column], epoch: datetime.date) -> DriveRow:
    pairs: list[tuple[str, yaml.Node]] = []
    problems: list[Problem] = []
    for position, column in columns.items():
        mark = PlaceMark(row.place(position))
        node: yaml.Node = empty_node(mark)
        value = row.values[position] if position < len(row.values) else None
        try:
            if column.key == "stages":
                node = sequence_node([text_node(name, mark) for name in listed_stages(value)], mark)
            else:
                text = read_cell(column, value, epoch)
                node = text_node(text, mark) if text else node
        except UnreadableError as error:
            problems.append(error.problem(mark.place))
        pairs.append((column.key or column.name, node))
    root = mapping_node(pairs, PlaceMark(row.place(0)))
    return DriveRow(PlacedSource(row.place(0).path, root), tuple(problems))
