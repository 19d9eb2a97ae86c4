"""The form of a PDF, rebuilt from WeasyPrint's widgets: fields that viewers and readers agree on.

WeasyPrint 70 repeats the field's keys in every radio widget, gives it the content box and an appearance of
its own. Here each control's `id`, which is also its `name`, says what it becomes:

- a radio `field.rating.critical_thinking.v3` is the state `/v3` of the field `rating.critical_thinking`;
- any other control `field.reason` is the field `reason`; `field.candidate@2` is the same at a second place.

Where a radio's `title` has two lines, the first is the tooltip of its field, both are its own.
Sources: ISO 32000-1, 12.7; ISO 14289-1 (PDF/UA-1), 7.18.4.
"""

from collections import Counter
from collections.abc import Collection, Mapping

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from interviewkit.form.appearances import Appearances
from interviewkit.form.controls import MULTILINE, Control, FieldKind, FormField, controls_of
from interviewkit.form.font import FONT_NAME, WEASYPRINT_NAME, form_font
from interviewkit.units import Rect

PRINT, RADIO, DO_NOT_SCROLL = 1 << 2, 1 << 15, 1 << 23
TITLE_BREAK = "\n"
LARGE, LEAST_SIZE = 14, 8
"""Points: from here on a size is large print, and the smallest that is readable."""

FEW = 6
"""So many letters at most are a number in a cell: centred, in the size of the others."""

LEADING, NARROW_LETTER = 1.3, 0.42
"""Height of a typed line and width of a narrow letter, in type sizes: what an area holds at most."""


def rebuild_form(pdf: Pdf, places: Mapping[str, tuple[int, Rect]]) -> tuple[FormField, ...]:
    """Replace the form by well-formed fields, each at its place, and say which; without controls, do nothing.

    `places` maps the id of every control to its page (from 1) and its printed box, points from the top left.
    """
    controls = list(controls_of(pdf))
    if not controls:
        return ()
    form = pdf.make_indirect(Dictionary(Fields=Array()))
    font_file = _form_font_file(pdf, {control.font for control in controls})
    if font_file is not None:
        form.DR = Dictionary(Font=Dictionary({FONT_NAME: form_font(pdf, font_file)}))
        form.DA = pikepdf.String(f"{FONT_NAME} 9 Tf 0 g")
    tree = _FieldTree(pdf, form)
    times = Counter(control.name for control in controls)
    appearances = Appearances(pdf)
    tags = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree) if "/StructTreeRoot" in pdf.Root else {}
    for control in controls:
        page, rect = places[control.element_id]
        height = float(pdf.pages[page - 1].mediabox[3])
        _reset_widget(control.widget, rect, height)
        if control.kind is FieldKind.CHOICE:
            _make_radio(control, tree, appearances)
        else:
            _make_text(control, tree, appearances, alone=times[control.name] == 1)
        # pdf.js, and so Firefox, names a control to a screen reader by the `Alt` of its tag.
        if "/StructParent" in control.widget:
            tags[int(control.widget.StructParent)].Alt = control.widget.TU
    pdf.Root.AcroForm = form
    return tuple(control.described(*places[control.element_id]) for control in controls)


def _reset_widget(widget: pikepdf.Object, rect: Rect, page_height: float) -> None:
    """Only what makes it a widget stays; its place is its printed box."""
    kept = {"/Type", "/Subtype", "/P", "/StructParent"}
    for key in [key for key in widget.keys() if key not in kept]:  # noqa: SIM118 — no mapping, a PDF object
        del widget[key]
    left, top, right, bottom = rect
    edges = (left, page_height - bottom, right, page_height - top)
    widget.Rect = Array([round(edge, 3) for edge in edges])
    widget.F = PRINT


class _FieldTree:
    """Fields by their full names; every part of a name before the last is a node of its own."""

    def __init__(self, pdf: Pdf, form: Dictionary) -> None:
        self._pdf = pdf
        self._form = form
        self._nodes: dict[str, pikepdf.Object] = {}

    def node(self, name: str, widget: pikepdf.Object | None = None) -> pikepdf.Object:
        """The field with this full name, made where it is new; out of its `widget` where it has but one."""
        if name not in self._nodes:
            parent, _, own = name.rpartition(".")
            field = self._pdf.make_indirect(Dictionary()) if widget is None else widget
            field.T = pikepdf.String(own)
            self._nodes[name] = field
            if parent:
                field.Parent = self.node(parent)
            _append(field.Parent, "/Kids", field) if parent else self._form.Fields.append(field)
        return self._nodes[name]


def _append(field: pikepdf.Object, key: str, kid: pikepdf.Object) -> None:
    if key not in field:
        field[key] = Array()
    field[key].append(kid)


def _make_radio(control: Control, tree: _FieldTree, appearances: Appearances) -> None:
    """A widget of a radio field: states have names, nothing is chosen, and a choice can be taken back."""
    group, _, _ = control.tooltip.partition(TITLE_BREAK)
    field, widget = tree.node(control.name), control.widget
    if "/FT" not in field:
        field.FT, field.Ff, field.V = Name.Btn, RADIO, Name.Off
        field.TU = pikepdf.String(group)
    widget.TU = pikepdf.String(control.tooltip.replace(TITLE_BREAK, ", "))
    widget.Parent = field
    _append(field, "/Kids", widget)
    appearances.give_cross(widget, control.state)


def _make_text(control: Control, tree: _FieldTree, appearances: Appearances, *, alone: bool) -> None:
    """A text field or a check box; one that stands at two places has two widgets, and one value.

    *Why one dictionary where it stands alone*: several programs look for the place in the field itself.
    """
    widget = control.widget
    field = tree.node(control.name, widget if alone else None)
    widget.TU = pikepdf.String(control.tooltip)  # pdf.js looks for it in the widget alone
    if "/FT" not in field:
        field.TU = widget.TU
        field.FT = Name.Btn if control.kind is FieldKind.TICK else Name.Tx
        if control.kind is FieldKind.TEXT:
            _set_text(field, control)
    if not alone:
        widget.Parent = field
        _append(field, "/Kids", widget)
    if control.kind is FieldKind.TICK:
        field.V = Name.Off
        appearances.give_cross(widget, "on")
    else:
        widget.BS = Dictionary(W=0)
        if control.multiline:  # what is typed covers the printed lines
            widget.MK = Dictionary(BG=Array([1, 1, 1]))
        appearances.give_nothing(widget)


def _set_text(field: pikepdf.Object, control: Control) -> None:
    """How a text is typed: its size, its lines, and no more of it than the paper can show.

    Size 0 lets viewers choose one in which all that was typed fits; large print and what is short have
    their own.
    """
    own = control.size if control.size >= LARGE or control.length else 0
    field.DA = pikepdf.String(f"{FONT_NAME} {own:g} Tf 0 g")
    field.V = pikepdf.String("")
    field.Ff = (MULTILINE if control.multiline else 0) | DO_NOT_SCROLL
    if control.length:
        field.MaxLen = control.length
        field.Q = 1 if control.length <= FEW else 0
    elif control.multiline:
        left, bottom, right, top = (float(edge) for edge in control.widget.Rect)
        size = own or LEAST_SIZE
        lines = max(1, int((top - bottom) / (size * LEADING)))
        field.MaxLen = lines * int((right - left) / (size * NARROW_LETTER))


def _form_font_file(pdf: Pdf, names: Collection[str]) -> pikepdf.Object | None:
    """The embedded file of the fonts that text controls name, None without them.

    As a font of two bytes per letter nobody needs it any more, unless a template sets text in it as well.
    """
    found = None
    for page in pdf.pages:
        fonts = page.resources.get("/Font", Dictionary())
        for name in set(names) & set(fonts.keys()):
            found = fonts[name].DescendantFonts[0].FontDescriptor.FontFile2
            if str(fonts[name].BaseFont).endswith(WEASYPRINT_NAME):
                del fonts[name]
    return found
