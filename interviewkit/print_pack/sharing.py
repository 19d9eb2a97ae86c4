"""What several parts draw alike is in the pack once: twenty copies are not twenty times as large."""

import hashlib
from collections.abc import Iterable

from pikepdf import Name, Object, Pdf

from interviewkit.print_pack.part import Placed, objects_of_type

FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


def share_copies(copy: Placed, twin: Placed) -> None:
    """Let the pages of a copy draw with the twin's streams; tags, links and fields stay the copy's own.

    Appearances of fields are not shared: a viewer may write what is typed into the stream that is there.
    """
    for page, drawn in zip(copy.pages, twin.pages, strict=True):
        page.obj.Contents = drawn.obj.Contents
        for name, resource in drawn.obj.Resources.items():
            page.obj.Resources[name] = resource


def share_fonts(pack: Pdf, parts: Iterable[Placed]) -> None:
    """Keep one of all font files that are the same, byte for byte."""
    known: dict[bytes, Object] = {}
    for part in parts:
        for descriptor in objects_of_type(part.source, Name.FontDescriptor):
            copied = pack.copy_foreign(descriptor)
            for name in FONT_FILES:
                if name in copied:
                    font = copied[name]
                    copied[name] = known.setdefault(hashlib.sha256(font.read_raw_bytes()).digest(), font)
