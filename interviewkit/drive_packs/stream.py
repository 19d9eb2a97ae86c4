"""A PDF written as it comes: only the places of its objects are kept (ISO 32000-1, 7.5.7 and 7.5.8).

*Why* by hand: a library keeps every object of a file in memory until it is saved, and needs a hundred times
as long for each.
"""

import hashlib
import zlib
from collections.abc import Iterator
from typing import BinaryIO

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
IN_ONE_STREAM = 200
"""Objects without a stream of their own, packed together: they are much alike, and shrink to a tenth."""

_DIRECT, _PACKED = 1, 2
_Place = tuple[int, int, int]
_FREE: _Place = (0, 0, 65535)


class PdfStream:
    """A PDF file on its way out; the same objects in the same order give the same bytes."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._hash = hashlib.md5(usedforsecurity=False)
        self._end = 0
        self._places: list[_Place] = [_FREE]
        self._packed: list[tuple[int, bytes]] = []
        self._shared: dict[bytes, int] = {}
        self._emit(HEADER)

    def reserve(self) -> int:
        """The number of an object that is written later, or never."""
        self._places.append(_FREE)
        return len(self._places) - 1

    def add(self, body: bytes) -> int:
        """Write an object that is no stream; returns its number."""
        number = self.reserve()
        self.fill(number, body)
        return number

    def fill(self, number: int, body: bytes) -> None:
        """Write an object that is no stream under a number of its own."""
        self._packed.append((number, body))
        if len(self._packed) == IN_ONE_STREAM:
            self._write_packed()

    def add_stream(self, body: bytes) -> int:
        """Write a stream, given with its dictionary; returns its number."""
        number = self.reserve()
        self.fill_stream(number, body)
        return number

    def fill_stream(self, number: int, body: bytes) -> None:
        """Write a stream under a number of its own."""
        self._places[number] = (_DIRECT, self._end, 0)
        self._emit(b"%d 0 obj\n%s\nendobj\n" % (number, body))

    def share(self, body: bytes, *, is_stream: bool) -> int:
        """The number of an object that is in the file once, however often it is asked for."""
        digest = hashlib.sha256(body).digest()
        if digest not in self._shared:
            self._shared[digest] = self.add_stream(body) if is_stream else self.add(body)
        return self._shared[digest]

    def finish(self, root: int, info: int) -> None:
        """Write what is left, and the cross-reference stream; nothing can be added any more."""
        self._write_packed()
        start, number = self._end, self.reserve()
        self._places[number] = (_DIRECT, start, 0)
        table = zlib.compress(b"".join(_entries(self._places)), 9)
        identifier = self._hash.hexdigest().encode()
        self._emit(
            b"%d 0 obj\n<</Type/XRef/Size %d/W[1 5 2]/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]"
            b"/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n"
            % (number, len(self._places), root, info, identifier, identifier, len(table), table, start)
        )

    def _write_packed(self) -> None:
        """Write the waiting objects as one object stream."""
        if not self._packed:
            return
        number, packed, offset, head = self.reserve(), self._packed, 0, []
        for place, (each, body) in enumerate(packed):
            self._places[each] = (_PACKED, number, place)
            head.append(b"%d %d" % (each, offset))
            offset += len(body) + 1
        index = b" ".join(head) + b"\n"
        data = zlib.compress(index + b"\n".join(body for _, body in packed))
        sizes = len(packed), len(index), len(data)
        entries = b"/Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d" % sizes
        self._packed = []
        self.fill_stream(number, b"<<%s>>\nstream\n%s\nendstream" % (entries, data))

    def _emit(self, data: bytes) -> None:
        self._out.write(data)
        self._hash.update(data)
        self._end += len(data)


def _entries(places: list[_Place]) -> Iterator[bytes]:
    """The cross-reference table: kind in one byte, place in five, position or generation in two."""
    for kind, place, position in places:
        yield kind.to_bytes(1) + place.to_bytes(5) + position.to_bytes(2)
