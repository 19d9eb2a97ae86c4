"""Tables as text: comma, semicolon or tab between cells, quotes around them where they need it."""

from collections.abc import Iterator

from interviewkit.lint.lists.columns import Columns, columns_of, kind_of
from interviewkit.lint.lists.csv_cells import Cell, delimiter_of, rows_of, widened
from interviewkit.lint.lists.items import fixed_item, item_of
from interviewkit.lint.lists.lines import bare_line, cell_pieces, physical_lines
from interviewkit.lint.text.item import Field, TextItem

_WORDY = 3
"""A cell beyond the header's columns is a text from so many words on."""


def csv_items(name: str, text: str) -> Iterator[TextItem]:
    """The items of a .csv file: the columns that its header names, or every cell that holds words."""
    lines = physical_lines(text.removeprefix("\ufeff"))
    delimiter = delimiter_of(lines, lambda cells: columns_of(cells) is not None)
    rows = rows_of(lines, delimiter)
    first = next(rows, None)
    if first is None:
        return
    columns = columns_of([cell.text for cell in first])
    if columns is None:
        yield from _bare_row(name, first)
    for row in rows:
        if columns is None:
            yield from _bare_row(name, row)
        elif columns.last == len(first) - 1:
            yield from _row(name, widened(row, len(first), delimiter), columns)
        else:
            yield from _row(name, row, columns)
            yield from _beyond(name, row[len(first) :])


def _row(name: str, row: list[Cell], columns: Columns) -> Iterator[TextItem]:
    usual = columns.row_field([cell.text for cell in row])
    for column in columns.texts:
        if column.place < len(row):
            yield from _cell_items(name, row[column.place], column.field or usual)


def _bare_row(name: str, row: list[Cell]) -> Iterator[TextItem]:
    """A row without a header: a cell that only names a field says it of the others."""
    kinds = [kind_of(cell.text) for cell in row]
    field = None if all(kinds) else next((kind for kind in kinds if kind), None)
    for cell, kind in zip(row, kinds, strict=True):
        if field is None or kind is None:
            yield from _cell_items(name, cell, field)


def _beyond(name: str, cells: list[Cell]) -> Iterator[TextItem]:
    """What stands right of the header's last column, because a delimiter in a text was not quoted."""
    for cell in cells:
        if len(cell.text.split()) >= _WORDY:
            yield from _cell_items(name, cell, None)


def _cell_items(name: str, cell: Cell, field: Field | None) -> Iterator[TextItem]:
    for piece in cell_pieces([bare_line(line.text, line.number, line.column) for line in cell.lines]):
        if any(char.isalpha() for char in piece.text):
            kept = piece if cell.exact else piece.inexact()
            yield item_of(name, kept) if field is None else fixed_item(name, kept, field)
