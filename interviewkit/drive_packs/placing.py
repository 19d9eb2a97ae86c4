"""Drawings in a pack: every object that several draw with is written once, when it is first needed."""

import re
from collections.abc import Sequence
from dataclasses import replace

from interviewkit.drive_packs.drawing import CardDrawing, Drawing, DrawnPage, DrawnSlot
from interviewkit.drive_packs.stream import PdfStream
from interviewkit.personalise.objects import Piece, stream_object

_PLACE = re.compile(rb"\{(\d+)\}")


class Placed:
    """A drawing whose texts name the objects of the pack.

    *Why* only what is needed: a drawing's pieces are also the lists that the texts were taken from.
    """

    def __init__(self, stream: PdfStream, drawing: Drawing) -> None:
        self.drawing = drawing
        group = Group(stream, drawing.pieces)
        self.pages = tuple(_resolved(group, page) for page in drawing.pages)
        slots = drawing.slots if isinstance(drawing, CardDrawing) else ()
        self.slots: tuple[tuple[DrawnSlot, ...], ...] = tuple(
            tuple(replace(each, form=group.resolved(each.form)) for each in on_page) for on_page in slots
        )


def _resolved(group: "Group", page: DrawnPage) -> DrawnPage:
    return DrawnPage(
        group.resolved(page.size),
        group.resolved(page.content),
        group.resolved(page.resources),
        group.resolved(page.xobjects),
    )


class Group:
    """Pieces that refer to one another, on their way into a pack."""

    def __init__(self, stream: PdfStream, pieces: Sequence[Piece]) -> None:
        self._stream = stream
        self._pieces = pieces
        self._numbers: dict[int, int] = {}
        self._open: set[int] = set()

    def resolved(self, text: bytes) -> bytes:
        """A text with references to the pack's objects; what it refers to is written first."""
        return _PLACE.sub(lambda found: b"%d 0 R" % self.number(int(found[1])), text)

    def number(self, place: int) -> int:
        """The number of a piece in the pack: that of its twin where the pack has one already.

        A piece that leads back to itself has no twin.
        """
        if place not in self._numbers:
            if place in self._open:
                self._numbers[place] = self._stream.reserve()
            else:
                self._write(place)
        return self._numbers[place]

    def _write(self, place: int) -> None:
        self._open.add(place)
        piece = self._pieces[place]
        text, data = self.resolved(piece.text), piece.stream
        body = text if data is None else stream_object(text, data)
        if place not in self._numbers:
            self._numbers[place] = self._stream.share(body, is_stream=data is not None)
        elif data is None:
            self._stream.fill(self._numbers[place], body)
        else:
            self._stream.fill_stream(self._numbers[place], body)
