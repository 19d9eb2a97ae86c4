"""PDF objects as bytes, ready to be written into any file under any number."""

import re
import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pikepdf

_REFERENCE = re.compile(rb"(\d+) 0 R\b")
_PLACE = re.compile(rb"\{(\d+)\}")
_LENGTHS = struct.Struct("<II")


@dataclass(frozen=True, slots=True)
class Piece:
    """An object: its text, and the bytes of its stream if it is one.

    In the text, `{2}` stands for a reference to the third piece of the group that this one belongs to.
    """

    text: bytes
    stream: bytes | None = None

    def written(self, numbers: Iterable[int] | Mapping[int, int]) -> bytes:
        """The body of the object in a file where the pieces of its group have these numbers."""
        known = numbers if isinstance(numbers, Mapping) else dict(enumerate(numbers))
        text = _PLACE.sub(lambda found: b"%d 0 R" % known[int(found[1])], self.text)
        return text if self.stream is None else stream_object(text, self.stream)


_NO_STREAM = 0xFFFFFFFF


def packed(pieces: Iterable[Piece]) -> bytes:
    """Pieces as one text: thousands of groups of them then take little more memory than a file would."""
    parts = []
    for piece in pieces:
        length = _NO_STREAM if piece.stream is None else len(piece.stream)
        parts += [_LENGTHS.pack(len(piece.text), length), piece.text, piece.stream or b""]
    return b"".join(parts)


def unpacked(data: bytes) -> tuple[Piece, ...]:
    """The pieces that were packed."""
    found, place = [], 0
    while place < len(data):
        text, stream = _LENGTHS.unpack_from(data, place)
        middle = place + _LENGTHS.size + text
        place = middle + (0 if stream == _NO_STREAM else stream)
        found.append(
            Piece(data[middle - text : middle], None if stream == _NO_STREAM else data[middle:place])
        )
    return tuple(found)


def stream_object(text: bytes, data: bytes) -> bytes:
    """A stream: its dictionary's text, given without `/Length`, and its data."""
    head = text.rstrip().removesuffix(b">>")
    return b"%s /Length %d >>\nstream\n%s\nendstream" % (head, len(data), data)


def pieces_of(roots: Iterable[pikepdf.Object]) -> tuple[Piece, ...]:
    """The objects, and all that they refer to, as one group: the roots come first, in their order.

    Streams keep their filters. Raises ValueError where a root is no indirect object.
    """
    found: dict[int, Any] = {}
    waiting = list(roots)
    if not all(root.is_indirect for root in waiting):
        raise ValueError("only an indirect object can begin a group")
    waiting.reverse()
    while waiting:
        current = waiting.pop()
        if current.objgen[0] not in found:
            found[current.objgen[0]] = current
            waiting.extend(_referred(current))
    order = {number: position for position, number in enumerate(found)}
    return tuple(_piece(each, order) for each in found.values())


def _referred(value: Any) -> list[Any]:
    """The indirect objects that a value refers to, last first."""
    inner: list[Any] = []
    if isinstance(value, pikepdf.Array):
        inner = list(value)
    elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        inner = [value[key] for key in sorted(value.keys())]  # a set: its order is another in every process
    found: list[Any] = []
    for each in inner:
        if getattr(each, "is_indirect", False):
            found.append(each)
        elif isinstance(each, pikepdf.Array | pikepdf.Dictionary):
            found.extend(reversed(_referred(each)))
    return found[::-1]


def _piece(value: Any, order: Mapping[int, int]) -> Piece:
    if not isinstance(value, pikepdf.Stream):
        return Piece(_with_places(value.unparse(resolved=True), order))
    kept = {key: value[key] for key in value.keys() if key != "/Length"}  # noqa: SIM118
    return Piece(_with_places(pikepdf.Dictionary(kept).unparse(), order), value.read_raw_bytes())


def _with_places(text: bytes, order: Mapping[int, int]) -> bytes:
    return _REFERENCE.sub(lambda found: b"{%d}" % order[int(found[1])], text)


def text_string(text: str) -> bytes:
    """A text as a PDF string, in hexadecimal digits: no letter needs care."""
    return b"<feff%s>" % text.encode("utf-16-be").hex().encode()
