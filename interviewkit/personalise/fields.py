"""Fields of a finished form that become slots: a place to write on one sheet, words on another."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from pikepdf import Array, Dictionary, Name, NumberTree, Pdf, String

from interviewkit.tags.tree import SLOT


def become_slots(pdf: Pdf, names: Collection[str]) -> Mapping[int, Mapping[int, int]]:
    """Take the fields of these names out of the form; their tags become slots that have no words yet.

    Returns for each page (from 1) the marked content that its slots need: its number, and the number of that
    which it follows. Raises ValueError where a field is not tagged, or comes before all else on its page.
    """
    if not names:
        return {}
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
    owners = NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    needed: dict[int, dict[int, int]] = {}
    for element, widget, before in list(_tagged_widgets(pdf)):
        name = _field_name(widget)
        if name not in names:
            continue
        if before < 0:
            raise ValueError(f"nothing stands before the field `{name}`")
        page = element.Pg
        marks = owners[int(page.StructParents)]
        mark = len(marks)
        marks.append(element)
        del owners[int(widget.StructParent)]
        _make_slot(element, name, mark)
        page.Annots = Array([each for each in page.Annots if each.objgen != widget.objgen])
        needed.setdefault(pages[page.objgen], {})[mark] = before
    form: Any = pdf.Root.AcroForm
    form.Fields = Array([field for field in form.Fields if str(field.get("/T", "")) not in names])
    return needed


def _make_slot(element: Any, name: str, mark: int) -> None:
    """What tagged a field tags words, which make a paragraph."""
    element.S, element.K = Name.Span, Array([mark])
    element[f"/{SLOT}"] = String(name)
    del element["/Alt"]
    element.P.S = Name.P


def _field_name(widget: Any) -> str:
    """The name of a field that has none above it; its widgets are its kids where it stands twice."""
    return str(widget.get("/T", widget.get("/Parent", {}).get("/T", "")))


def _tagged_widgets(pdf: Pdf) -> Iterator[tuple[Any, Any, int]]:
    """Every tag of a field, its widget, and the marked content before it on its page; -1 for none."""
    last: dict[Any, int] = {}
    for element, kid in _leaves(pdf.Root.StructTreeRoot.K):
        page = element.Pg.objgen if "/Pg" in element else None
        if isinstance(kid, int):
            last[page] = kid
        elif "/Obj" in kid and kid.Obj.get("/Subtype") == Name.Widget:
            yield element, kid.Obj, last.get(page, -1)


def _leaves(element: Any) -> Iterator[tuple[Any, Any]]:
    """What is no structure element, each with the one that holds it, in reading order."""
    kids = element.get("/K", Array()) if isinstance(element, Dictionary) else element
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield from _leaves(kid)
        elif isinstance(element, Dictionary):
            yield element, kid
