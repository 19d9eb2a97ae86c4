"""A master: a finished sheet with a slot for everything that is one sheet's own, to be laid over.

The words that stood in a slot are taken out of the page, which draws a form XObject there instead; a sheet
brings its own one. What reads the page aloud finds the words of the sheet where those of the master stood.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Page, Pdf

from interviewkit.digest import SHEET_ID_LETTERS
from interviewkit.models.sheet import MASTER_ID
from interviewkit.personalise.content import Content, Marked
from interviewkit.personalise.fields import become_slots
from interviewkit.personalise.update import Base
from interviewkit.tags.tree import SLOT
from interviewkit.units import Rect

PLACE_PREFIX = "sheet.slot."
"""The id of a place to write is this, the slot's name and the page (from 1)."""

LETTERS = "letters"
"""A slot that no sheet has: it teaches how the letters of ids are drawn, and goes."""

Size = tuple[float, float]
"""Width and height in points."""


class SlotKind(StrEnum):
    """What is a sheet's own: words, which are laid out as the page is, and what is drawn from its ids."""

    CANDIDATE = "candidate"
    INTERVIEWER = "interviewer"
    DATE = "date"
    SHEET = "sheet"
    QR = "qr"

    @property
    def is_drawn(self) -> bool:
        """Is it drawn from ids, on every page anew?"""
        return self in {SlotKind.SHEET, SlotKind.QR}


@dataclass(frozen=True)
class Slot:
    """A slot of a page (from 1): the number of its form XObject and of its structure element.

    `element` is the element's text without its end, `form` that of the form's dictionary. `before` and
    `after` are the form's content around what is the sheet's own; both are empty for words.
    """

    kind: SlotKind
    page: int
    number: int
    tag: int
    element: bytes
    form: bytes
    before: bytes
    after: bytes


@dataclass(frozen=True)
class Master:
    """A sheet to lay others over: the file, its slots, the sizes of their places, its letters.

    `letters` maps each letter of an id to its code in the font of ids.
    """

    base: Base
    slots: tuple[Slot, ...]
    sizes: Mapping[SlotKind, Size]
    letters: Mapping[str, bytes]


_SLOT_OF_WORDS = re.compile(r'<span\b([^>]*\bdata-slot="\w+"[^>]*)>.*?</span>', re.DOTALL)
_CLASS = re.compile(r'\bclass="[^"]*"')


def keeps_to_slots(*pages: str) -> bool:
    """Do pages of several masters, for different people at different times, differ in their slots alone?

    *Why*: a template of a user's that shows a name elsewhere, or initials, or a shorter line for a longer
    name, is laid out for every sheet anew.
    """
    outside = {_SLOT_OF_WORDS.sub(lambda slot: _CLASS.sub("", slot[1]), page) for page in pages}
    return len(outside) == 1 and MASTER_ID.lower() not in outside.pop().lower()


def make_master(
    data: bytes, anchors: Mapping[str, tuple[int, Rect]], fields: Collection[SlotKind] = ()
) -> Master:
    """The master in a finished sheet whose slots are tagged; `anchors` has their places to write.

    On a blank sheet, these `fields` become slots: others have words where people write on it. Raises
    ValueError where a slot lacks its place, its words or its tag: such a sheet cannot be laid over.
    """
    with pikepdf.open(BytesIO(data)) as pdf:
        cutter = _Cutter(pdf, anchors, become_slots(pdf, fields))
        cutter.cut()
        file = BytesIO()
        pdf.save(file, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    base = Base.of(file.getvalue())
    with pikepdf.open(BytesIO(base.data)) as saved:
        slots = tuple(_slots(saved, cutter.drawn))
    return Master(base, slots, cutter.sizes, cutter.letters)


@dataclass
class _Cutter:
    """Takes the words out of the slots of a file: it finds sizes, the content of drawn forms, letters."""

    pdf: Pdf
    anchors: Mapping[str, tuple[int, Rect]]
    empty: Mapping[int, Mapping[int, int]]
    sizes: dict[SlotKind, Size] = field(default_factory=dict)
    drawn: dict[str, tuple[bytes, bytes]] = field(default_factory=dict)
    letters: dict[str, bytes] = field(default_factory=dict)
    _forms: dict[str, Any] = field(default_factory=dict)

    def cut(self) -> None:
        """Every slot; that of letters disappears."""
        elements = list(_slot_elements(self.pdf.Root.StructTreeRoot.K))
        for number, page in enumerate(self.pdf.pages, start=1):
            own = [element for element in elements if element.Pg.objgen == page.obj.objgen]
            if own:
                self._cut_page(_OpenPage(self.pdf, page, number, self.empty.get(number, {})), own)
        for element in elements:
            if str(element[f"/{SLOT}"]) == LETTERS:
                _detach(self.pdf, element)
        if not self.drawn or len(self.letters) != len(SHEET_ID_LETTERS):
            raise ValueError("the sheet does not show its id, or the letters of ids")

    def _cut_page(self, page: "_OpenPage", elements: Iterable[Any]) -> None:
        for element in elements:
            spans = page.spans(element)
            kind = str(element[f"/{SLOT}"])
            if kind == LETTERS:
                codes = page.content.codes(spans)
                self.letters = dict(zip(SHEET_ID_LETTERS, codes, strict=True))
                page.content.remove(spans)
                continue
            name = self._cut_slot(SlotKind(kind), page, spans)
            element.K = Array([spans[0].mark])
            element[f"/{SLOT}"] = Name(name)
        page.close()

    def _cut_slot(self, kind: SlotKind, page: "_OpenPage", spans: Sequence[Marked]) -> str:
        """Draw a form instead of what a slot shows; returns its name. Words have one form for all pages."""
        name = f"/IK{kind}{page.number if kind.is_drawn else ''}"
        first, *others = spans
        page.content.remove(others)
        if kind is SlotKind.SHEET:
            self.drawn[name] = page.content.draw_text(first, name)
        elif kind is SlotKind.QR:
            self.drawn[name] = page.content.draw_path(first, name)
        else:
            self._lay_over(kind, page, first, name)
        if name not in self._forms:
            self._forms[name] = page.empty_form()
        page.resources.XObject[name] = self._forms[name]
        return name

    def _lay_over(self, kind: SlotKind, page: "_OpenPage", span: Marked, name: str) -> None:
        """Let the form stand in the slot's place to write, which is as large on every page."""
        place = f"{PLACE_PREFIX}{kind}.{page.number}"
        if place not in self.anchors or self.anchors[place][0] != page.number:
            raise ValueError(f"the slot `{kind}` has no place on page {page.number}")
        left, top, right, bottom = self.anchors[place][1]
        size = round(right - left, 3), round(bottom - top, 3)
        if self.sizes.setdefault(kind, size) != size:
            raise ValueError(f"the slot `{kind}` has another size on page {page.number}")
        page.content.lay_over(span, name, (left, page.height - bottom))


class _OpenPage:
    """A page (from 1) in work: its content, and resources of its own to which forms may be added."""

    def __init__(self, pdf: Pdf, page: Page, number: int, empty: Mapping[int, int]) -> None:
        page.contents_coalesce()
        shared: Any = page.obj.Resources
        self.number = number
        self.content = Content(page, empty)
        self.resources = Dictionary(shared)
        self.resources.XObject = Dictionary(shared.get("/XObject", Dictionary()))
        self._pdf, self._page = pdf, page
        self._shared = shared if shared.is_indirect else pdf.make_indirect(shared)
        self._marked = self.content.marked()

    @property
    def height(self) -> float:
        """In points."""
        return float(self._page.mediabox[3])

    def spans(self, element: Any) -> list[Marked]:
        """The marked content of a slot's element; ValueError where it holds other elements, or nothing."""
        kids: Any = element.get("/K", Array())
        marks: list[Any] = list(kids) if isinstance(kids, Array) else [kids]
        if not marks or not all(isinstance(mark, int) and mark in self._marked for mark in marks):
            raise ValueError("a slot holds more than its words")
        return [self._marked[mark] for mark in marks]

    def empty_form(self) -> Any:
        """A form that draws nothing until a sheet brings its own."""
        edge = 4 * max(float(side) for side in self._page.mediabox)  # its own space is not the page's
        box = Array([-edge, -edge, edge, edge])
        return self._pdf.make_stream(
            b"", Type=Name.XObject, Subtype=Name.Form, BBox=box, Resources=self._shared
        )

    def close(self) -> None:
        """Let the page have what was made of it."""
        self._page.obj.Resources = self.resources
        self._page.obj.Contents = self._pdf.make_stream(self.content.written())


def _slot_elements(element: Any) -> Iterator[Any]:
    """The structure elements that are slots, in reading order."""
    if isinstance(element, Array):
        for kid in element:
            yield from _slot_elements(kid)
    elif isinstance(element, Dictionary) and "/S" in element:
        if f"/{SLOT}" in element:
            yield element
        elif "/K" in element:
            yield from _slot_elements(element.K)


def _detach(pdf: Pdf, element: Any) -> None:
    """Take a structure element out of the tree, and out of the way back to it."""
    parent = element.P
    parent.K = Array([kid for kid in parent.K if not _is_same(kid, element)])
    for parents in list(pdf.Root.StructTreeRoot.ParentTree.Nums)[1::2]:
        if isinstance(parents, Array):
            for place, owner in enumerate(parents):
                if _is_same(owner, element):
                    parents[place] = None


def _is_same(one: Any, other: Any) -> bool:
    return isinstance(one, Dictionary) and one.objgen == other.objgen


def _slots(pdf: Pdf, drawn: Mapping[str, tuple[bytes, bytes]]) -> Iterator[Slot]:
    """The slots of a saved master, under the numbers that its objects have there."""
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
    for element in _slot_elements(pdf.Root.StructTreeRoot.K):
        name = str(element[f"/{SLOT}"])
        page = pages[element.Pg.objgen]
        form = element.Pg.Resources.XObject[name]
        yield Slot(
            kind=SlotKind(name.removeprefix("/IK").rstrip("0123456789")),
            page=page,
            number=form.objgen[0],
            tag=element.objgen[0],
            element=_text(element, f"/{SLOT}").removesuffix(b">>"),
            form=_text(form, "/Length", "/Filter"),
            before=drawn.get(name, (b"", b""))[0],
            after=drawn.get(name, (b"", b""))[1],
        )


def _text(value: Any, *left_out: str) -> bytes:
    """The text of a dictionary, a structure element's or a stream's."""
    kept = {key: value[key] for key in value.keys() if key not in left_out}  # noqa: SIM118 — a PDF object
    return bytes(Dictionary(kept).unparse())
