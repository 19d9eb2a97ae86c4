"""The forms that are drawn from a card's ids, the id in letters and its QR code, as short as they can be."""

import zlib
from collections.abc import Mapping

from interviewkit.drive_packs.drawing import DrawnSlot
from interviewkit.personalise.master import SlotKind
from interviewkit.qr import dark_path
from interviewkit.sheet_code import sheet_code


def code_form(slot: DrawnSlot, letters: Mapping[str, bytes], digest: str, sheet: str) -> bytes:
    """The stream of the form that draws a sheet's id or its QR code; `digest` is the kit's."""
    if slot.slot.kind is SlotKind.SHEET:
        own = b"".join([letters[letter] for letter in sheet]).hex().encode()
        return _stream(slot.form, slot.slot.before + own + slot.slot.after)
    own = dark_path(sheet_code(digest, sheet, slot.slot.page))
    return _stream(slot.form + b"/Filter/FlateDecode", _deflated(slot.slot.before + own + slot.slot.after))


def _deflated(content: bytes) -> bytes:
    """The content compressed; most of it are short numbers, which repeat less than words do."""
    packer = zlib.compressobj(5, zlib.DEFLATED, zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, zlib.Z_FILTERED)
    return packer.compress(content) + packer.flush()


def _stream(entries: bytes, content: bytes) -> bytes:
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(content), content)
