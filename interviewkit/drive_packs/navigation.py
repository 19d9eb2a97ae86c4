"""Finding the way in a pack on the screen: bookmarks and page labels."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from interviewkit.drive_packs.stream import PdfStream
from interviewkit.personalise.objects import text_string

_PLAIN = re.compile(r"[ !-'*-\[\]-~]*")
"""Printable ASCII without what a string in brackets has to escape."""


@dataclass(frozen=True)
class Mark:
    """A bookmark: its title, the number of the page that it leads to, and what it stands under, if any."""

    title: str
    page: int
    group: str = ""


def short_text(text: str) -> bytes:
    """A text as a PDF string, a byte per letter where that will do."""
    return b"(%s)" % text.encode() if _PLAIN.fullmatch(text) else text_string(text)


class Labels:
    """Page labels: `S3-1`, `S3-2`; a blank back is called after the page in front of it."""

    def __init__(self, blank: str) -> None:
        self._blank = blank
        self._ranges: list[bytes] = []

    def begin(self, page: int, label: str, first: int) -> None:
        """From this page (from 0), count pages of an item from `first`."""
        prefix = short_text(f"{label}-")
        self._ranges.append(b"%d<</P%s/S/D/St %d>>" % (page, prefix, first))

    def name_blank(self, page: int, front: str) -> None:
        """This page (from 0) is the blank back of another, which is called so."""
        self._ranges.append(b"%d<</P%s>>" % (page, short_text(f"{front} {self._blank}")))

    def written(self) -> bytes:
        """The number tree."""
        return b"<</Nums[%s]>>" % b"".join(self._ranges)


def write_bookmarks(stream: PdfStream, marks: Sequence[Mark]) -> int:
    """The bookmarks, at least one; returns the number of their root."""
    root = stream.reserve()
    top: list[tuple[int, Mark, list[Mark]]] = []
    for group, each in groupby(marks, lambda mark: mark.group):
        members = list(each)
        if group:
            top.append((stream.reserve(), Mark(group, members[0].page), members))
        else:
            top += [(stream.reserve(), mark, []) for mark in members]
    numbers = [number for number, _, _ in top]
    for place, (number, mark, members) in enumerate(top):
        below = _write_members(stream, number, members) if members else b""
        stream.fill(number, _bookmark(mark, root, numbers, place, below))
    shown = len(top) + sum(len(members) for *_, members in top)
    stream.fill(
        root, b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % (numbers[0], numbers[-1], shown)
    )
    return root


def _write_members(stream: PdfStream, parent: int, marks: Sequence[Mark]) -> bytes:
    """The bookmarks below another one; returns the entries that lead from there to them."""
    numbers = [stream.reserve() for _ in marks]
    for place, mark in enumerate(marks):
        stream.fill(numbers[place], _bookmark(mark, parent, numbers, place))
    return b"/First %d 0 R/Last %d 0 R/Count %d" % (numbers[0], numbers[-1], len(marks))


def _bookmark(mark: Mark, parent: int, numbers: Sequence[int], place: int, below: bytes = b"") -> bytes:
    before = b"/Prev %d 0 R" % numbers[place - 1] if place else b""
    after = b"/Next %d 0 R" % numbers[place + 1] if place + 1 < len(numbers) else b""
    title = short_text(mark.title)
    target = b"/Parent %d 0 R/Dest[%d 0 R/Fit]" % (parent, mark.page)
    return b"<</Title%s%s%s%s%s>>" % (title, target, before, after, below)
