"""Rows and cells of a .csv file, each with its place.

*Why* not Python's csv: it does not say where a cell stands, and its Sniffer takes letters for delimiters.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from interviewkit.lint.lists.lines import Line

_DELIMITERS = ("\t", ";", ",")
_SAMPLE = 20
"""So many rows show what stands between cells."""
_MOST = 0.8
_LONGEST = 200
"""A quote that is not closed within so many lines is no quote."""
_COMMENTS = ("# check:", "#check:")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its lines, each with its place; `exact` where they stand in the file as they are."""

    lines: tuple[Line, ...]
    exact: bool = True

    @property
    def text(self) -> str:
        """The cell as one text."""
        return " ".join(line.text.strip() for line in self.lines).strip()


def rows_of(lines: Sequence[str], delimiter: str) -> Iterator[list[Cell]]:
    """The rows with their cells; without a delimiter every row is one cell."""
    number = 0
    while number < len(lines):
        line = lines[number]
        if line.strip() and not line.lstrip().startswith(_COMMENTS):
            row = _Row(lines, number, delimiter)
            yield row.cells
            number = row.number
        number += 1


def widened(row: list[Cell], width: int, delimiter: str) -> list[Cell]:
    """The row with what is beyond `width` put back into its last cell: delimiters that nobody quoted."""
    if len(row) <= width or any(len(cell.lines) != 1 for cell in row[width - 1 :]):
        return row
    first = row[width - 1].lines[0]
    text = delimiter.join(cell.lines[0].text for cell in row[width - 1 :])
    exact = all(cell.exact for cell in row[width - 1 :])
    return [*row[: width - 1], Cell((Line(text, first.number, first.column),), exact)]


class _Row:
    """Reads one row, which may take several lines; `number` is its last line, from 0."""

    def __init__(self, lines: Sequence[str], number: int, delimiter: str) -> None:
        self.lines, self.number, self.delimiter = lines, number, delimiter
        self.at = 0
        line = lines[number]
        if '"' in line:
            self.cells = list(self._cells())
        else:
            self.cells = [self._plain(part, start) for part, start in self._parts(line)]

    def _parts(self, line: str) -> Iterator[tuple[str, int]]:
        start = 0
        for part in line.split(self.delimiter) if self.delimiter else (line,):
            yield part, start
            start += len(part) + 1

    def _plain(self, text: str, start: int) -> Cell:
        return Cell((Line(text, self.number + 1, start + 1),))

    def _cells(self) -> Iterator[Cell]:
        while self.at <= len(self.lines[self.number]):
            line = self.lines[self.number]
            start = self.at + len(line[self.at :]) - len(line[self.at :].lstrip(" "))
            quoted = self._quoted(start + 1) if line[start : start + 1] == '"' else None
            if quoted:
                yield quoted
                continue
            end = line.find(self.delimiter, self.at) if self.delimiter else -1
            end = len(line) if end < 0 else end
            yield self._plain(line[self.at : end], self.at)
            self.at = end + 1

    def _quoted(self, start: int) -> Cell | None:
        """The cell after an opening quote; None where no closing one stands before a delimiter."""
        found: list[Line] = []
        begun, doubled = start, False
        for number in range(self.number, min(self.number + _LONGEST, len(self.lines))):
            line = self.lines[number]
            end = line.find('"', start)
            while line[end + 1 : end + 2] == '"' and end >= 0:
                doubled, end = True, line.find('"', end + 2)
            column = begun if number == self.number else 0
            if end < 0:
                found.append(Line(line[column:], number + 1, column + 1))
                start = 0
                continue
            found.append(Line(line[column:end], number + 1, column + 1))
            return self._closed(found, number, end, doubled=doubled)
        return None

    def _closed(self, found: list[Line], number: int, end: int, *, doubled: bool) -> Cell | None:
        rest = self.lines[number][end + 1 :]
        space = len(rest) - len(rest.lstrip(" "))
        following = rest[space : space + 1]
        if following not in {"", self.delimiter} and following != "#":
            return None
        self.number = number
        self.at = end + 1 + space + 1 if following != "#" else len(self.lines[number]) + 1
        kept = (Line(line.text.replace('""', '"'), line.number, line.column) for line in found)
        return Cell(tuple(kept) if doubled else tuple(found), exact=not doubled)


def delimiter_of(lines: Sequence[str], is_header: Callable[[list[str]], bool]) -> str:
    """What stands between cells: what makes a header, or what every row has; nothing for one column."""
    rows = [row for row in (line for line in lines if line.strip()) if not row.lstrip().startswith(_COMMENTS)]
    sample = list(islice(_records(rows), _SAMPLE))
    if not sample:
        return ""
    for delimiter in _DELIMITERS:
        cells = sample[0].split(delimiter)
        if len(cells) > 1 and is_header(cells):
            return delimiter
    return next((delimiter for delimiter in _DELIMITERS if _parts_all(sample, delimiter)), "")


def _parts_all(sample: list[str], delimiter: str) -> bool:
    """Does it stand in (nearly) every row equally often, and not as punctuation with a space after it?"""
    first = sample[0].count(delimiter)
    if not first:
        return False
    spaced = sum(row.count(f"{delimiter} ") for row in sample)
    alike = sum(row.count(delimiter) >= first for row in sample)
    return alike >= _MOST * len(sample) and spaced * 2 < sum(row.count(delimiter) for row in sample)


def _records(lines: Sequence[str]) -> Iterator[str]:
    """The rows with what is in quotes left out, so that only delimiters between cells are counted."""
    held, inside = "", False
    for line in lines:
        parts = line.split('"')
        for place, part in enumerate(parts):
            if place:
                inside = not inside
            if not inside:
                held += part
        if not inside:
            yield held
            held = ""
    if held:
        yield held
