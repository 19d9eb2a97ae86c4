"""A planned pack as PDF, written as it comes: what several sheets draw alike is in it once.

A pack is for printers. It has no form fields, links or tags: the files of the single sheets are tagged and
fillable.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from interviewkit.drive_packs.codes import code_form
from interviewkit.drive_packs.drawing import CardDrawing, Drawing, DrawnPage
from interviewkit.drive_packs.models import CardItem, CardKey, DocumentItem, DocumentKey, DrivePack, Item
from interviewkit.drive_packs.navigation import Labels, Mark, write_bookmarks
from interviewkit.drive_packs.page_tree import PageTree
from interviewkit.drive_packs.placing import Group, Placed
from interviewkit.drive_packs.stream import PdfStream
from interviewkit.personalise.master import SlotKind
from interviewkit.personalise.objects import text_string
from interviewkit.personalise.words import Words
from interviewkit.print_pack.merge import PRODUCER


@dataclass(frozen=True)
class Card:
    """A sheet to be drawn: its master, its words for every slot of words, the kit's digest, its own id."""

    master: CardDrawing
    words: Mapping[SlotKind, Words]
    digest: str
    sheet: str


def write_pack(
    pack: DrivePack,
    cover: Drawing,
    documents: Mapping[DocumentKey, Drawing],
    cards: Mapping[CardKey, Card],
    out: BinaryIO,
) -> int:
    """Write the pack with its cover on top; returns its number of pages.

    The same gives the same bytes. Each card is asked for once, when its turn comes: the mapping may make it
    then.
    """
    return _Writer(pack, documents, cards, PdfStream(out)).write(cover)


class _Writer:
    """A pack on its way into a file."""

    def __init__(
        self,
        pack: DrivePack,
        documents: Mapping[DocumentKey, Drawing],
        cards: Mapping[CardKey, Card],
        stream: PdfStream,
    ) -> None:
        self._pack = pack
        self._documents = documents
        self._cards = cards
        self._stream = stream
        self._tree = PageTree(stream)
        self._labels = Labels(pack.blank)
        self._placed: dict[int, Placed] = {}
        self._words: dict[Words, int] = {}

    def write(self, cover: Drawing) -> int:
        """Write everything; returns the number of pages."""
        name = self._pack.cover
        marks = [Mark(name.bookmark, self._write_pages(name.label, self._pages_of(cover), one_sided=False))]
        marks += [Mark(item.title, self._write_item(item), item.group) for item in self._pack.items]
        self._finish(marks)
        return self._tree.count

    def _write_item(self, item: Item) -> int:
        """Write an item's pages and the blank backs between them; returns the number of its first page."""
        if isinstance(item, DocumentItem):
            pages = self._pages_of(self._documents[item.opening, item.path])
            return self._write_pages(item.label, pages, one_sided=item.one_sided)
        return self._write_pages(item.label, self._card_pages(item), one_sided=False)

    def _write_pages(self, label: str, pages: Iterator[tuple[bytes, bytes]], *, one_sided: bool) -> int:
        first, number, size = 0, 0, b""
        for number, (size, entries) in enumerate(pages, start=1):
            if number == 1 or one_sided:
                self._labels.begin(self._tree.count, label, number)
            page = self._tree.add(size + entries)
            first = first or page
            if one_sided:
                self._write_blank(f"{label}-{number}", size)
        if not one_sided and number % 2:
            self._write_blank(f"{label}-{number}", size)
        return first

    def _write_blank(self, front: str, size: bytes) -> None:
        self._labels.name_blank(self._tree.count, front)
        self._tree.add(size + b"/Resources<<>>")

    def _pages_of(self, document: Drawing) -> Iterator[tuple[bytes, bytes]]:
        """Size and other entries of a document's pages."""
        for page in self._place(document).pages:
            yield page.size, _entries(page, b"")

    def _card_pages(self, item: CardItem) -> Iterator[tuple[bytes, bytes]]:
        """Size and other entries of a card's pages, whose forms are the card's own."""
        card = self._cards[item.opening, item.sheet]
        master = self._place(card.master)
        for page, slots in zip(master.pages, master.slots, strict=True):
            forms: list[bytes] = []
            for each in slots:
                if each.slot.kind.is_drawn:
                    form = code_form(each, card.master.letters, card.digest, card.sheet)
                    number = self._stream.add_stream(form)
                else:
                    number = self._words_number(card.words[each.slot.kind])
                forms.append(b"%s %d 0 R" % (each.name, number))
            yield page.size, _entries(page, b"".join(forms))

    def _words_number(self, words: Words) -> int:
        """The form of words, which is in the pack once."""
        if words not in self._words:
            self._words[words] = Group(self._stream, words.pieces).number(0)
        return self._words[words]

    def _place(self, drawing: Drawing) -> Placed:
        """A drawing in the pack, where it is known by itself; it is kept, so that no other has its `id`."""
        if id(drawing) not in self._placed:
            self._placed[id(drawing)] = Placed(self._stream, drawing)
        return self._placed[id(drawing)]

    def _finish(self, marks: list[Mark]) -> None:
        """Title, language, and how to print: both sides, turned at the long edge, at full size.

        *Why full size*: a scanner finds the boxes where they were laid out.
        """
        title, producer = text_string(self._pack.title), text_string(PRODUCER)
        info = self._stream.add(b"<</Title%s/Producer%s>>" % (title, producer))
        root = self._stream.add(
            b"<</Type/Catalog/Pages %d 0 R/Outlines %d 0 R/PageMode/UseOutlines/PageLabels %d 0 R/Lang%s"
            b"/ViewerPreferences<</DisplayDocTitle true/Duplex/DuplexFlipLongEdge/PrintScaling/None>>>>"
            % (
                self._tree.finish(),
                write_bookmarks(self._stream, marks),
                self._stream.add(self._labels.written()),
                text_string(self._pack.language),
            )
        )
        self._stream.finish(root, info)


def _entries(page: DrawnPage, slots: bytes) -> bytes:
    """A page's entries with its resources."""
    xobjects = b"/XObject<<%s%s>>" % (page.xobjects, slots) if page.xobjects or slots else b""
    return b"%s/Resources<<%s%s>>" % (page.content, page.resources, xobjects)
