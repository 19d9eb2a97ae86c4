"""A master and what is one sheet's own: the sheet."""

import zlib
from collections.abc import Mapping

from interviewkit.personalise.master import Master, Slot, SlotKind
from interviewkit.personalise.objects import stream_object, text_string
from interviewkit.personalise.update import updated
from interviewkit.personalise.words import Words
from interviewkit.qr import dark_path
from interviewkit.sheet_code import sheet_code


def personalised(master: Master, words: Mapping[SlotKind, Words], digest: str, sheet: str) -> bytes:
    """The sheet of a master with its own words and ids; the same give the same bytes.

    `digest` is the kit's, `sheet` the sheet's id. Every slot of words that the master has must be given.
    """
    objects: dict[int, bytes] = {}
    free = master.base.size
    for slot in master.slots:
        if slot.kind.is_drawn:
            objects[slot.number] = drawn_form(master, slot, digest, sheet)
        elif slot.number not in objects:
            pieces = words[slot.kind].pieces
            numbers = [slot.number, *range(free, free + len(pieces) - 1)]
            free += len(pieces) - 1
            objects |= {number: piece.written(numbers) for number, piece in zip(numbers, pieces, strict=True)}
        objects[slot.tag] = _tagged(slot, words, sheet)
    return updated(master.base, objects)


def drawn_form(master: Master, slot: Slot, digest: str, sheet: str) -> bytes:
    """The body of the form that draws an id or its QR code."""
    if slot.kind is SlotKind.SHEET:
        own = b"".join(master.letters[letter] for letter in sheet).hex().encode()
    else:
        own = dark_path(sheet_code(digest, sheet, slot.page))
    content = zlib.compress(slot.before + own + slot.after)
    form = slot.form.removesuffix(b">>") + b"/Filter /FlateDecode >>"
    return stream_object(form, content)


def _tagged(slot: Slot, words: Mapping[SlotKind, Words], sheet: str) -> bytes:
    """The structure element of a slot, which says its words."""
    if slot.kind is SlotKind.QR:
        return slot.element + b">>"
    if slot.kind is SlotKind.SHEET:
        return slot.element + b"/ActualText %s >>" % text_string(sheet)
    own = words[slot.kind]
    language = b"/Lang (%s) " % own.language.encode() if own.language else b""
    return slot.element + b"%s/ActualText %s >>" % (language, text_string(own.text))
