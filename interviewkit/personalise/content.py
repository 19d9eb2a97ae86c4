"""A page's content stream as instructions, some of which make room for others."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import pikepdf
from pikepdf import Matrix, Name, Operator, Page

_SHOW = frozenset(("Tj", "TJ", "'", '"'))
_PATH = frozenset(("m", "l", "c", "v", "y", "h", "re"))
_IDENTITY = Matrix()

Instruction = tuple[list[Any], str]
"""Operands and operator."""


@dataclass(frozen=True)
class Marked:
    """Marked content: its number, and the positions of its `BDC` and `EMC` among the instructions."""

    mark: int
    start: int
    end: int


class Content:
    """The instructions of a page, each with the matrix that holds where it stands."""

    def __init__(self, page: Page, empty: Mapping[int, int] = MappingProxyType({})) -> None:
        """`empty` adds marked content without letters: its number, and that of what it follows."""
        parsed = pikepdf.parse_content_stream(page)
        instructions: list[Instruction] = [(list(each.operands), str(each.operator)) for each in parsed]
        self._instructions = _with_empty(instructions, empty)
        self._matrices = _matrices(self._instructions)
        self._instead: dict[int, list[Instruction]] = {}

    def marked(self) -> Mapping[int, Marked]:
        """The marked content of the page that has a number, by number."""
        return _marked(self._instructions)

    def codes(self, spans: Iterable[Marked]) -> tuple[bytes, ...]:
        """The two-byte codes of the letters that are shown in marked content."""
        text = b"".join(
            bytes(part)
            for span in spans
            for operands, operator in self._instructions[span.start : span.end]
            if operator == "TJ"
            for part in operands[0]
            if isinstance(part, pikepdf.String)
        )
        return tuple(text[place : place + 2] for place in range(0, len(text), 2))

    def remove(self, spans: Iterable[Marked]) -> None:
        """Take marked content out with its marks; what it sets for others stays."""
        for span in spans:
            self._silence(span)
            self._instead[span.start] = self._instead[span.end] = []

    def lay_over(self, span: Marked, name: str, origin: tuple[float, float]) -> None:
        """Draw the form instead of the text, its bottom left corner at `origin` (points from the page's)."""
        begin = self._first(span, "BT")
        self._silence(span)
        place = Matrix(1, 0, 0, 1, *origin) @ self._matrices[begin].inverse()
        matrix = [round(value, 6) for value in place.shorthand]
        draw: list[Instruction] = [([], "q"), (matrix, "cm"), ([Name(name)], "Do"), ([], "Q")]
        self._instead[begin] = [*draw, self._instructions[begin]]

    def draw_text(self, span: Marked, name: str) -> tuple[bytes, bytes]:
        """Let a form show the text; returns the form's content before and after the codes of its letters."""
        begin, end = self._first(span, "BT"), self._first(span, "ET")
        shown = self._first(span, "TJ")
        self._replace(begin, end, name)
        before = self._written(self._instructions[begin:shown])
        after = self._written(self._instructions[shown + 1 : end + 1])
        return before + b" <", b"> Tj " + after

    def draw_path(self, span: Marked, name: str) -> tuple[bytes, bytes]:
        """Let a form draw what is drawn; returns the form's content before and after its longest path."""
        first, last = self._longest_path(span)
        before = self._written(self._instructions[span.start + 1 : first])
        after = self._written(self._instructions[last + 1 : span.end])
        self._replace(span.start + 1, span.end - 1, name)
        return before + b"\n", b"\n" + after

    def written(self) -> bytes:
        """The content stream."""
        kept = (
            each
            for position, instruction in enumerate(self._instructions)
            for each in self._instead.get(position, [instruction])
        )
        return self._written(kept)

    def _first(self, span: Marked, operator: str) -> int:
        """The first instruction of marked content with this operator; ValueError where there is none."""
        for position in range(span.start, span.end):
            if self._instructions[position][1] == operator:
                return position
        raise ValueError(f"marked content {span.mark} has no `{operator}`")

    def _silence(self, span: Marked) -> None:
        """Show none of the text between the marks; what the instructions set for others stays."""
        for position in range(span.start, span.end):
            if self._instructions[position][1] in _SHOW:
                self._instead[position] = []

    def _replace(self, first: int, last: int, name: str) -> None:
        """Draw a form instead of all from `first` to `last`."""
        self._instead |= {position: [] for position in range(first, last + 1)}
        self._instead[first] = [([Name(name)], "Do")]

    def _longest_path(self, span: Marked) -> tuple[int, int]:
        longest, start = (0, -1), None
        for position in range(span.start + 1, span.end):
            if self._instructions[position][1] not in _PATH:
                start = None
                continue
            start = position if start is None else start
            longest = max(longest, (start, position), key=lambda run: run[1] - run[0])
        if longest[1] <= 0:
            raise ValueError(f"marked content {span.mark} draws nothing")
        return longest

    @staticmethod
    def _written(instructions: Iterable[Instruction]) -> bytes:
        return pikepdf.unparse_content_stream(
            [(operands, Operator(operator)) for operands, operator in instructions]
        )


def _marked(instructions: Iterable[Instruction]) -> Mapping[int, Marked]:
    found: dict[int, Marked] = {}
    open_ones: list[tuple[int, int]] = []
    for position, (operands, operator) in enumerate(instructions):
        if operator in {"BDC", "BMC"}:
            properties = operands[1] if operator == "BDC" else None
            numbered = isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties
            open_ones.append((int(properties.MCID) if numbered and properties else -1, position))
        elif operator == "EMC":
            mark, start = open_ones.pop()
            found[mark] = Marked(mark, start, position)
    found.pop(-1, None)
    return found


def _with_empty(instructions: list[Instruction], empty: Mapping[int, int]) -> list[Instruction]:
    """The instructions with marked content (number, and whom it follows) that shows no letter yet."""
    marked = _marked(instructions) if empty else {}
    found = list(instructions)
    for mark, before in sorted(empty.items(), key=lambda pair: -marked[pair[1]].end):
        begin: Instruction = ([Name.Span, pikepdf.Dictionary(MCID=mark)], "BDC")
        end = marked[before].end + 1
        found[end:end] = [begin, ([], "BT"), ([], "ET"), ([], "EMC")]
    return found


def _matrices(instructions: Iterable[Instruction]) -> list[Matrix]:
    """The matrix from each instruction's own space to the page's."""
    current, saved, found = _IDENTITY, [], []
    for operands, operator in instructions:
        found.append(current)
        if operator == "q":
            saved.append(current)
        elif operator == "Q":
            current = saved.pop()
        elif operator == "cm":
            current = Matrix(*(float(operand) for operand in operands)) @ current
    return found
