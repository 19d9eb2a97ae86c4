"""From a piece of a list to the text that is checked: level prefix taken off, field named or guessed."""

from interviewkit.lint.lists.guessing import guess_field, level_of, level_prefix
from interviewkit.lint.lists.lines import Piece, shifted
from interviewkit.lint.lists.sections import settled
from interviewkit.lint.text.item import Field, TextItem
from interviewkit.problems import Location


def item_of(name: str, piece: Piece, section: Field | None = None) -> TextItem:
    """The piece with a guessed field; only `Level 3: …` is sure to be an anchor."""
    field = guess_field(piece.text)
    prefix = level_prefix(piece.text)
    if prefix and field is Field.ANCHOR:
        return fixed_item(name, piece, Field.ANCHOR)
    field = settled(field, section)
    return TextItem(piece.text, field, _place(name, piece), sure=False, exact=piece.exact)


def fixed_item(name: str, piece: Piece, field: Field) -> TextItem:
    """The piece with the field that its column or prefix says."""
    prefix = level_prefix(piece.text) if field is Field.ANCHOR else 0
    kept, level = shifted(piece, prefix), level_of(piece.text[:prefix])
    return TextItem(kept.text, field, _place(name, kept), exact=kept.exact, level=level)


def _place(name: str, piece: Piece) -> Location:
    return Location(name, piece.line, piece.column)
