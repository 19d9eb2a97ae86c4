"""Markdown: list items, paragraphs, headings, quotes and cells of tables, without their markup.

*Why* markdown-it-py and not a reader of lines: lists, tables, comments and code inside of each other are what
a reader of lines gets wrong, and what it skips by mistake is not checked.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice

from markdown_it import MarkdownIt
from markdown_it.token import Token

from interviewkit.lint.lists.columns import Column, Columns, columns_of
from interviewkit.lint.lists.items import fixed_item, item_of
from interviewkit.lint.lists.lines import (
    Line,
    Piece,
    bare_line,
    cell_pieces,
    is_sentence,
    joined,
    physical_lines,
    pieces,
)
from interviewkit.lint.lists.markdown_inline import html_lines, is_bold, plain_text, segments
from interviewkit.lint.lists.sections import forbids, section_field
from interviewkit.lint.text.item import Field, TextItem

_WRAPPED = 60
"""Lines of a paragraph that are longer than this were broken by an editor, not by their author."""
_LISTS = ("bullet_list_", "ordered_list_")
_FRONT_MATTER = 200


Cut = Callable[[Sequence[Line]], Iterable[Piece]]
"""How lines are made into texts."""


def _one(lines: Sequence[Line]) -> Iterable[Piece]:
    """All lines as one text."""
    shown = [line for line in lines if line.text]
    return [joined(shown)] if shown else []


def markdown_items(name: str, text: str) -> Iterator[TextItem]:
    """The items of a .md file; what stands below a heading such as `What not to ask` is left out."""
    return _Reader(name, _without_front_matter(physical_lines(text))).items()


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def _without_front_matter(lines: list[str]) -> list[str]:
    """The lines with a head between `---` emptied: keys and values for a website."""
    if lines[0].rstrip() != "---":
        return lines
    end = next((n for n, line in enumerate(lines[1:_FRONT_MATTER], 1) if line.rstrip() in {"---", "..."}), -1)
    return [""] * (end + 1) + lines[end + 1 :]


class _Reader:
    """Goes through the blocks of a text in order, and remembers the headings above and the lists around."""

    def __init__(self, name: str, lines: list[str]) -> None:
        self.name, self.lines = name, lines
        self.tokens: Sequence[Token] = _parser().parse("\n".join(lines))
        self.headings: list[tuple[int, Field | None]] = []
        self.forbidden = 0
        """The level of the heading that forbids what is below it; 0 for none."""
        self.label = False
        """Does a line such as `Do not ask:` stand right above?"""
        self.left_out = 0
        """How many lists deep we are in one that is left out; 0 for none."""

    def items(self) -> Iterator[TextItem]:
        for place, token in enumerate(self.tokens):
            before = self.tokens[place - 1].type if place else ""
            if before == "heading_open":
                yield from self._heading(token, int(self.tokens[place - 1].tag[1:]))
            elif token.type.startswith(_LISTS):
                self._list(opens=token.nesting > 0)
            elif not (self.forbidden or self.left_out):
                yield from self._block(token, before, place)

    def _heading(self, token: Token, level: int) -> Iterator[TextItem]:
        self.label = False
        if level <= self.forbidden:
            self.forbidden = 0
        if self.forbidden:
            return
        text = plain_text(token)
        self.headings = [each for each in self.headings if each[0] < level]
        if forbids(text):
            self.forbidden = level
            return
        section = self.section
        self.headings.append((level, section_field(text) or section))
        for piece in self._pieces(segments(token), pieces):
            item = item_of(self.name, piece)
            titled = item.field is Field.ANCHOR or (section_field(text) and "?" not in text)
            yield replace(item, field=Field.CRITERION) if titled else item

    @property
    def section(self) -> Field | None:
        """The field that the headings above name."""
        return self.headings[-1][1] if self.headings else None

    def _list(self, *, opens: bool) -> None:
        if opens:
            self.left_out += bool(self.left_out or self.label)
        else:
            self.left_out -= bool(self.left_out)
        self.label = False

    def _block(self, token: Token, before: str, place: int) -> Iterator[TextItem]:
        """The items of a paragraph, a table, HTML or indented text."""
        if before == "paragraph_open":
            text = plain_text(token)
            self.label = (text.endswith(":") or is_bold(token)) and forbids(text)
            if not self.label:
                yield from self._paragraph(token)
        elif token.type == "table_open":
            self.label = False
            yield from self._table(place)
        elif token.type in {"html_block", "code_block"} and token.map:
            begin = token.map[0]
            shown = html_lines(token.content) if token.type == "html_block" else token.content.split("\n")
            yield from self._texts([(text, begin + n) for n, text in enumerate(shown)])

    def _paragraph(self, token: Token) -> Iterator[TextItem]:
        """One text, or one for each line where every line is a sentence or stands alone."""
        lines = segments(token)
        wrapped = all(len(self.lines[number]) >= _WRAPPED for _, number in lines[:-1])
        whole = wrapped and not all(is_sentence(text) for text, _ in lines)
        yield from self._texts(lines, _one if whole else pieces)

    def _texts(self, shown: Sequence[tuple[str, int]], cut: Cut = pieces) -> Iterator[TextItem]:
        for piece in self._pieces(shown, cut):
            yield item_of(self.name, piece, self.section)

    def _pieces(self, shown: Sequence[tuple[str, int]], cut: Cut) -> Iterator[Piece]:
        """The pieces of text whose lines (from 0) are known; exact where the file has them to the letter."""
        lines, changed = [], set()
        for text, number in shown:
            if not text.strip():
                lines.append(Line("", number + 1, 1))
                continue
            column = self.lines[number].find(text.strip())
            if column < 0:
                changed.add(number + 1)
                column = max(0, self.lines[number].find(text.split()[0]))
            lines.append(bare_line(text.strip(), number + 1, column + 1))
        for piece in cut(lines):
            if any(char.isalpha() for char in piece.text):
                yield piece.inexact() if piece.line in changed else piece

    def _table(self, place: int) -> Iterator[TextItem]:
        rows = list(self._rows(place))
        header = [plain_text(cell) for cell in rows[0]]
        columns = columns_of(header)
        if columns is None:
            columns = Columns(tuple(Column(n, None) for n, cell in enumerate(header) if not forbids(cell)))
            yield from self._row(rows[0], columns)
        else:
            yield from self._labels(rows[0])
        for row in rows[1:]:
            yield from self._row(row, columns)

    def _labels(self, row: list[Token]) -> Iterator[TextItem]:
        """The names of columns: labels of a form, as far as they do not forbid what is below."""
        for cell in row:
            for piece in () if forbids(plain_text(cell)) else self._pieces(segments(cell), cell_pieces):
                yield fixed_item(self.name, piece, Field.SHEET)

    def _rows(self, place: int) -> Iterator[list[Token]]:
        row: list[Token] = []
        for token in islice(self.tokens, place, None):
            if token.type == "inline":
                row.append(token)
            elif token.type == "tr_close":
                yield row
                row = []
            elif token.type == "table_close":
                return

    def _row(self, row: list[Token], columns: Columns) -> Iterator[TextItem]:
        usual = columns.row_field([plain_text(cell) for cell in row])
        for column in columns.texts:
            field = column.field or usual
            for piece in self._pieces(segments(row[column.place]), cell_pieces):
                if field is None:
                    yield item_of(self.name, piece, self.section)
                else:
                    yield fixed_item(self.name, piece, field)
