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
_SIZE = re.compile(r"([\d.]+) Tf")


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
class FieldId:
    """What an id says: the field's name, the state of a radio button (`v3`), empty for other controls."""

    name: str
    state: str = ""

    @classmethod
    def of(cls, element_id: str, *, radio: bool) -> "FieldId":
        """The meaning of `field.…`, with the mark of a second place (`@2`) taken off."""
        path = element_id.removeprefix(FIELD_PREFIX).partition("@")[0]
        name, _, state = path.rpartition(".") if radio else (path, "", "")
        return cls(name, state)


@dataclass(frozen=True)
class Control:
    """A widget as WeasyPrint wrote it."""

    element_id: str
    widget: pikepdf.Object
    radio: bool
    checkbox: bool
    multiline: bool
    size: float
    length: int
    tooltip: str

    @property
    def field(self) -> FieldId:
        """What its id says."""
        return FieldId.of(self.element_id, radio=self.radio)

    def described(self, page: int, rect: Rect) -> FormField:
        """The control as what it has become, at its place."""
        kind = FieldKind.CHOICE if self.radio else FieldKind.TICK if self.checkbox else FieldKind.TEXT
        return FormField(self.field.name, kind, self.field.state, page, rect)


def controls_of(pdf: Pdf) -> Iterator[Control]:
    """Every widget whose name is a field id, in the order of the pages."""
    for page in pdf.pages:
        for widget in page.get("/Annots", ()):
            name = str(widget.get("/T", ""))
            if not name.startswith(FIELD_PREFIX):
                continue
            button = widget.get("/FT") == Name.Btn
            size = _SIZE.search(str(widget.get("/DA", "")))
            yield Control(
                element_id=name,
                widget=widget,
                radio=button and "/Parent" in widget,
                checkbox=button and "/Parent" not in widget,
                multiline=bool(int(widget.get("/Ff", 0)) & MULTILINE),
                size=float(size[1]) if size else 0,
                length=int(widget.get("/MaxLen", 0)),
                tooltip=str(widget.get("/TU", name)),
            )
