"""Plain text: one question or criterion per line."""

from collections.abc import Iterator

from interviewkit.lint.lists.items import item_of
from interviewkit.lint.lists.lines import Line, bare_line, physical_lines, pieces
from interviewkit.lint.lists.sections import forbids, section_field
from interviewkit.lint.text.item import TextItem


def plain_items(name: str, text: str) -> Iterator[TextItem]:
    """The items of a .txt file or of standard input.

    Bullets below a line such as `Do not ask:` are left out; a line such as `Requirements:` says what follows.
    """
    skipping, section = False, None
    for piece in pieces(_lines(text)):
        label = piece.text.endswith(":") and not piece.marked
        if skipping and piece.marked:
            continue
        skipping = label and forbids(piece.text)
        if skipping:
            continue
        if label:
            section = section_field(piece.text)
        yield item_of(name, piece, section)


def _lines(text: str) -> Iterator[Line]:
    for number, line in enumerate(physical_lines(text), start=1):
        if not line.lstrip(" \t\ufeff").startswith("#"):
            yield bare_line(line, number)
