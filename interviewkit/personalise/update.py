"""Incremental updates (ISO 32000-1, 7.5.6): a finished PDF goes on with new versions of some of its objects.

*Why*: the sheets of one interview are the same but for a few small objects. A master is written once; each
sheet is its bytes and a few hundred more.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby

import pikepdf

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")


@dataclass(frozen=True)
class Base:
    """A finished PDF to be gone on with: its bytes, and what its last cross-reference section says."""

    data: bytes
    size: int
    trailer: bytes
    identifier: bytes
    previous: int

    @classmethod
    def of(cls, data: bytes) -> "Base":
        """The file as a base; it must use cross-reference streams, as our own files do."""
        found = _START.search(data[-64:])
        if found is None:
            raise ValueError("this is not a PDF file as InterviewKit writes it")
        with pikepdf.open(BytesIO(data)) as pdf:
            trailer = pdf.trailer
            entries = [
                b"%s %s" % (name.encode(), trailer[name].unparse())
                for name in ("/Root", "/Info")
                if name in trailer
            ]
            identifier = bytes(trailer["/ID"][0])
            size = int(trailer["/Size"])
        return cls(data, size, b" ".join(entries), identifier, int(found[1]))


def updated(base: Base, objects: Mapping[int, bytes], identifier: bytes = b"") -> bytes:
    """The file with these objects (number to body) new or in place of old ones; the same give the same bytes.

    `identifier` is what the second half of the file's id is made from, the objects themselves without it.
    """
    parts, places = [base.data if base.data.endswith(b"\n") else base.data + b"\n"], {}
    end = len(parts[0])
    for number in sorted(objects):
        places[number] = end
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, objects[number]))
        end += len(parts[-1])
    own = max(base.size, max(objects, default=0) + 1)
    places[own] = end
    changed = hashlib.md5(identifier or b"".join(parts[1:]), usedforsecurity=False).hexdigest().encode()
    section = b"/Type /XRef /Size %d /Prev %d %s /ID [<%s> <%s>] /W [1 5 0] /Index [%s]" % (
        own + 1,
        base.previous,
        base.trailer,
        base.identifier.hex().encode(),
        changed,
        b" ".join(b"%d %d" % run for run in _runs(sorted(places))),
    )
    table = b"".join(b"\x01%s" % places[number].to_bytes(5) for number in sorted(places))
    stream = b"<< %s /Length %d >>\nstream\n%s\nendstream" % (section, len(table), table)
    parts.append(b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (own, stream, end))
    return b"".join(parts)


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    """Numbers as runs: the first and how many follow one another."""
    grouped = groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])
    runs = [[number for _, number in group] for _, group in grouped]
    return [(run[0], len(run)) for run in runs]
