"""The controls of a PDF as WeasyPrint writes them, and what their ids say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import pikepdf
from pikepdf import Name, Pdf

from interviewkit.units import Rect

FIELD_PREFIX = "field."
"""Ids of boxes and writing areas start with this."""

MULTILINE = 1 << 12
_FONT = re.compile(r"(/\S+) ([\d.]+) Tf")


class FieldKind(StrEnum):
    """What a field takes."""

    CHOICE = "choice"
    TICK = "tick"
    TEXT = "text"


@dataclass(frozen=True)
class FormField:
    """One box or writing area of a form; `state` is what a choice's box stands for (`v3`), empty otherwise.

    `page` counts from 1, `rect` is the printed box in points from the page's top left.
    """

    name: str
    kind: FieldKind
    state: str
    page: int
    rect: Rect


@dataclass(frozen=True)
class Control:
    """A widget as WeasyPrint wrote it, with the field that its id names; `font` and `size` of a text."""

    element_id: str
    name: str
    kind: FieldKind
    state: str
    widget: pikepdf.Object
    multiline: bool
    font: str
    size: float
    length: int
    tooltip: str

    def described(self, page: int, rect: Rect) -> FormField:
        """The control as what it has become, at its place."""
        return FormField(self.name, self.kind, self.state, page, rect)


def controls_of(pdf: Pdf) -> Iterator[Control]:
    """Every widget whose name is a field id, in the order of the pages."""
    for page in pdf.pages:
        for widget in page.get("/Annots", ()):
            element_id = str(widget.get("/T", ""))
            if element_id.startswith(FIELD_PREFIX):
                yield _control(element_id, widget)


def _control(element_id: str, widget: pikepdf.Object) -> Control:
    """The control of a widget; `@2` at the end of an id is the mark of a second place."""
    kind = _kind(widget)
    path = element_id.removeprefix(FIELD_PREFIX).partition("@")[0]
    name, _, state = path.rpartition(".") if kind is FieldKind.CHOICE else (path, "", "")
    font = _FONT.search(str(widget.get("/DA", "")))
    return Control(
        element_id=element_id,
        name=name,
        kind=kind,
        state=state,
        widget=widget,
        multiline=bool(int(widget.get("/Ff", 0)) & MULTILINE),
        font=font[1] if font else "",
        size=float(font[2]) if font else 0,
        length=int(widget.get("/MaxLen", 0)),
        tooltip=str(widget.get("/TU", element_id)),
    )


def _kind(widget: pikepdf.Object) -> FieldKind:
    """WeasyPrint gives radio buttons alone a parent."""
    if widget.get("/FT") != Name.Btn:
        return FieldKind.TEXT
    return FieldKind.CHOICE if "/Parent" in widget else FieldKind.TICK
