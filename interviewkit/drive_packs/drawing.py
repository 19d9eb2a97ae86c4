"""What a finished PDF draws, taken out of it once so that many packs can hold it.

Form fields, links and tags stay behind: a pack is for printers, and the files of the single sheets have them.
"""

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Page, Pdf

from interviewkit.personalise.master import Master, Slot
from interviewkit.personalise.objects import Piece, pieces_of
from interviewkit.print_pack.pages import PAGE_SIZE_KEYS

SLOT_PREFIX = "/IK"
"""How the names of a master's slots begin."""

_REFERENCE = re.compile(rb"\{(\d+)\}")


@dataclass(frozen=True)
class DrawnPage:
    """The entries of a page, of its resources but XObjects, and of its XObjects but slots.

    In these texts `{2}` stands for a reference to a piece, as in a `Piece`. `size` are the entries that a
    blank page of the same size has.
    """

    size: bytes
    content: bytes
    resources: bytes
    xobjects: bytes


@dataclass(frozen=True)
class Drawing:
    """A document's pages, and all the objects that they draw with."""

    pieces: tuple[Piece, ...]
    pages: tuple[DrawnPage, ...]


@dataclass(frozen=True)
class DrawnSlot:
    """A slot: its name among the XObjects, and the entries of its form's dictionary where it is drawn."""

    name: bytes
    slot: Slot
    form: bytes


@dataclass(frozen=True)
class CardDrawing(Drawing):
    """A master's pages, the slots of each, and the codes of the letters that ids are written in."""

    slots: tuple[tuple[DrawnSlot, ...], ...]
    letters: Mapping[str, bytes]


def draw_document(data: bytes) -> Drawing:
    """The pages of a finished PDF of ours."""
    with pikepdf.open(BytesIO(data)) as pdf:
        pieces, texts = _taken(pdf, [entries for page in pdf.pages for entries in _page_entries(pdf, page)])
    return Drawing(pieces, tuple(_pages(texts)))


def draw_master(master: Master) -> CardDrawing:
    """The pages of a master, each with its slots."""
    with pikepdf.open(BytesIO(master.base.data)) as pdf:
        pages = list(pdf.pages)
        slots = [(_slot_name(slot), slot) for slot in master.slots]
        forms = [_form(pages[slot.page - 1].obj.Resources.XObject[name]) for name, slot in slots]
        entries = [entries for page in pages for entries in _page_entries(pdf, page)]
        pieces, texts = _taken(pdf, [*entries, *forms])
    drawn = [
        DrawnSlot(name.encode(), slot, _packed(form))
        for (name, slot), form in zip(slots, texts[len(entries) :], strict=True)
    ]
    on_pages = (tuple(each for each in drawn if each.slot.page == n) for n in range(1, len(pages) + 1))
    return CardDrawing(pieces, tuple(_pages(texts[: len(entries)])), tuple(on_pages), master.letters)


def _slot_name(slot: Slot) -> str:
    return f"{SLOT_PREFIX}{slot.kind}{slot.page if slot.kind.is_drawn else ''}"


def _page_entries(pdf: Pdf, page: Page) -> Iterator[Dictionary]:
    """What a `DrawnPage` holds, as PDF objects."""
    size = {key: page.obj[key] for key in PAGE_SIZE_KEYS if key in page.obj}
    yield Dictionary({**size, "/MediaBox": Array(list(page.mediabox))})
    group = {"/Group": page.obj.Group} if "/Group" in page.obj else {}
    yield Dictionary({**group, "/Contents": _contents(pdf, page)})
    resources = page.obj.get("/Resources", Dictionary())
    kept = [key for key in resources.keys() if key not in {"/XObject", "/ProcSet"}]  # noqa: SIM118
    yield Dictionary({key: _indirect(pdf, resources[key]) for key in kept if len(resources[key])})
    xobjects = resources.get("/XObject", Dictionary())
    names = [name for name in xobjects.keys() if not name.startswith(SLOT_PREFIX)]  # noqa: SIM118
    yield Dictionary({name: xobjects[name] for name in names})


def _contents(pdf: Pdf, page: Page) -> Any:
    """The page's content as one compressed stream."""
    page.contents_coalesce()
    content = page.obj.Contents
    if "/Filter" in content:
        return content
    return pdf.make_stream(zlib.compress(content.read_bytes(), 9), Filter=Name.FlateDecode)


def _indirect(pdf: Pdf, value: Any) -> Any:
    return value if value.is_indirect else pdf.make_indirect(value)


def _form(form: Any) -> Dictionary:
    """The dictionary of a slot's form, without what its stream brings."""
    kept = {key: form[key] for key in form.keys() if key not in {"/Length", "/Filter", "/Type"}}  # noqa: SIM118
    kept["/BBox"] = Array([round(float(edge)) for edge in form.BBox])
    return Dictionary(kept)


def _packed(entries: bytes) -> bytes:
    """Names, numbers and references without the spaces that nobody needs: every card has them four times."""
    return entries.replace(b" /", b"/").replace(b"[ ", b"[").replace(b" ]", b"]")


def _taken(pdf: Pdf, entries: list[Dictionary]) -> tuple[tuple[Piece, ...], list[bytes]]:
    """All objects that the entries refer to, and the entries' own texts."""
    listed = pdf.make_indirect(Array([pdf.make_indirect(each) for each in entries]))
    pieces = pieces_of([listed])
    places = [int(found[1]) for found in _REFERENCE.finditer(pieces[0].text)]
    return pieces, [pieces[place].text.strip()[2:-2].strip() for place in places]


def _pages(texts: list[bytes]) -> Iterator[DrawnPage]:
    for first in range(0, len(texts), 4):
        yield DrawnPage(*texts[first : first + 4])
