"""The pages of a pack as a balanced tree (ISO 32000-1, 7.7.3)."""

from interviewkit.drive_packs.stream import PdfStream

MOST_KIDS = 200


class PageTree:
    """Pages on their way into a file: each is written at once, the nodes above them at the end."""

    def __init__(self, stream: PdfStream) -> None:
        self._stream = stream
        self._leaves: list[tuple[int, list[int]]] = []
        self.count = 0

    def add(self, entries: bytes) -> int:
        """Write a page, given without its type and parent; returns its number."""
        if self.count % MOST_KIDS == 0:
            self._leaves.append((self._stream.reserve(), []))
        parent, kids = self._leaves[-1]
        kids.append(self._stream.add(b"<</Type/Page/Parent %d 0 R%s>>" % (parent, entries)))
        self.count += 1
        return kids[-1]

    def finish(self) -> int:
        """Write the nodes; returns the number of the root."""
        nodes = [(number, kids, len(kids)) for number, kids in self._leaves]
        while len(nodes) > 1:
            above = []
            for first in range(0, len(nodes), MOST_KIDS):
                below, parent = nodes[first : first + MOST_KIDS], self._stream.reserve()
                for node in below:
                    self._write(*node, parent)
                above.append((parent, [number for number, _, _ in below], sum(count for *_, count in below)))
            nodes = above
        self._write(*nodes[0], None)
        return nodes[0][0]

    def _write(self, number: int, kids: list[int], count: int, parent: int | None) -> None:
        listed = b" ".join(b"%d 0 R" % kid for kid in kids)
        above = b"" if parent is None else b"/Parent %d 0 R" % parent
        self._stream.fill(number, b"<</Type/Pages%s/Count %d/Kids[%s]>>" % (above, count, listed))
