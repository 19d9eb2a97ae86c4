"""The tags of a finished PDF, put right for PDF/UA-1: what WeasyPrint's structure tree leaves wrong."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pikepdf

from interviewkit.tags.tree import ARTIFACT, SLOT, SOURCE, Kid, Mark, Node, Reference, nodes_of, tidy

PdfObject = Any
"""What pikepdf hands out: its classes hide which kind of object it is."""

Pages = Mapping[PdfObject, int]
_PRIVATE = (f"/{SOURCE}", f"/{ARTIFACT}", "/ID")
_MARKED = re.compile(rb"/\w+\s*<<\s*/MCID (\d+)\s*>>\s*BDC")
_ARTIFACTS = {
    "/Layout": b"/Artifact <</Type /Layout>> BDC",
    "/Header": b"/Artifact <</Type /Pagination /Subtype /Header>> BDC",
    "/Footer": b"/Artifact <</Type /Pagination /Subtype /Footer>> BDC",
    "/Pagination": b"/Artifact <</Type /Pagination>> BDC",
}


def repair_tags(pdf: pikepdf.Pdf) -> None:
    """Make the structure tree of a PDF from WeasyPrint one that PDF/UA-1 allows, in place.

    What is no part of the tree becomes an artefact; the pieces of one HTML element (over pages, lines,
    columns) become one element; elements without meaning or content go; lists, header cells, parent tree
    and tab order are put right. A second call changes nothing; a PDF without tags is left as it is.
    """
    if "/StructTreeRoot" not in pdf.Root:
        return
    root = pdf.Root.StructTreeRoot
    pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
    document = root.K[0] if isinstance(root.K, pikepdf.Array) else root.K
    tree = _read(document, pages)
    dropped = tidy(tree, str(pdf.Root.get("/Lang", "")))
    _Writer(pdf).write(tree, root)
    nodes = list(nodes_of(tree))
    owners = {kid: node for node in nodes for kid in node.kids if isinstance(kid, Mark)}
    artifacts = {mark: kind for kind, marks in dropped.items() for mark in marks if isinstance(mark, Mark)}
    _mark_artifacts(pdf, owners, artifacts)
    _remove_annotations(pdf, [kid for kids in dropped.values() for kid in kids if isinstance(kid, Reference)])
    _write_parent_tree(pdf, nodes, owners)
    _write_catalogue(pdf)
    _replace_byte_order_marks(pdf)


def _read(element: PdfObject, pages: Pages, page: int = 0) -> Node:
    """A structure element with all below it."""
    entries = dict(element.items())
    page = pages.get(entries["/Pg"].objgen, page) if "/Pg" in entries else page
    kind = str(entries["/S"])[1:]
    kids = entries.get("/K", ())
    return Node(
        kind=kind,
        page=page,
        kids=[_read_kid(kid, pages, page) for kid in (kids if isinstance(kids, pikepdf.Array) else [kids])],
        source=str(entries.get(f"/{SOURCE}", "")),
        artifact=str(entries.get(f"/{ARTIFACT}", "")),
        language=str(entries.get("/Lang", "")),
        described=any(key in entries for key in ("/Alt", "/ActualText", f"/{SLOT}")),
        scope=str(entries["/A"].get("/Scope", "")) if kind == "TH" and "/A" in entries else "",
        origin=element,
    )


def _read_kid(kid: PdfObject, pages: Pages, page: int) -> Kid:
    if isinstance(kid, int):
        return Mark(page, kid)
    if "/S" in kid:
        return _read(kid, pages, page)
    page = pages.get(kid.Pg.objgen, page) if "/Pg" in kid else page
    return Mark(page, int(kid.MCID)) if "/MCID" in kid else Reference(page, kid.Obj)


class _Writer:
    """Writes nodes into the objects they came from, and makes objects for new ones."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self.pages = [page.obj for page in pdf.pages]

    def write(self, node: Node, parent: PdfObject) -> PdfObject:
        """The structure element of a node, with all below it."""
        if node.origin is None:
            node.origin = self.pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructElem))
        element = node.origin
        element.S, element.P, element.Pg = pikepdf.Name(f"/{node.kind}"), parent, self.pages[node.page]
        for name in _PRIVATE:
            if name in element:
                del element[name]
        _write_language(node, element)
        _write_attributes(node, element)
        element.K = pikepdf.Array([self._kid(kid, node) for kid in node.kids])
        return element

    def _kid(self, kid: Kid, node: Node) -> PdfObject | int:
        if isinstance(kid, Node):
            return self.write(kid, node.origin)
        page = self.pages[kid.page]
        if isinstance(kid, Reference):
            return pikepdf.Dictionary(Type=pikepdf.Name.OBJR, Obj=kid.annotation, Pg=page)
        if kid.page == node.page:
            return kid.number
        return pikepdf.Dictionary(Type=pikepdf.Name.MCR, MCID=kid.number, Pg=page)


def _write_language(node: Node, element: PdfObject) -> None:
    if node.language:
        element.Lang = pikepdf.String(node.language)
    elif "/Lang" in element:
        del element["/Lang"]


def _write_attributes(node: Node, element: PdfObject) -> None:
    """Scopes take the place of `Headers`, whose identifiers WeasyPrint repeats where a table goes on."""
    if node.kind == "TH":
        element.A.Scope = pikepdf.Name(node.scope)
    elif node.kind == "L" and not node.labelled and "/A" in element:
        element.A.ListNumbering = pikepdf.Name("/None")
    if node.kind in {"TH", "TD"} and "/Headers" in element.A:
        del element.A["/Headers"]


def _mark_artifacts(pdf: pikepdf.Pdf, owners: Mapping[Mark, Node], artifacts: dict[Mark, str]) -> None:
    """Marked content that no element owns becomes an artefact, in the content streams."""
    elements = _parent_tree(pdf)
    for number, page in enumerate(pdf.pages):
        parents = elements.get(int(page.obj.get("/StructParents", -1)), ())
        orphans = {mcid: parent for mcid, parent in enumerate(parents) if Mark(number, mcid) not in owners}
        kinds = {
            str(mcid).encode(): _ARTIFACTS[artifacts.get(Mark(number, mcid)) or _kind_of_artifact(parent)]
            for mcid, parent in orphans.items()
        }
        for stream in _streams(page) if kinds else ():
            old = stream.read_bytes()
            new = _MARKED.sub(lambda found, kinds=kinds: kinds.get(found[1], found[0]), old)  # type: ignore[misc]
            if new != old:
                stream.write(new)


def _remove_annotations(pdf: pikepdf.Pdf, references: Iterable[Reference]) -> None:
    """WeasyPrint writes a link twice where its text is generated by CSS."""
    gone = {reference.annotation.objgen for reference in references}
    for number in {reference.page for reference in references}:
        page = pdf.pages[number].obj
        page.Annots = pikepdf.Array([kept for kept in page.Annots if kept.objgen not in gone])


def _kind_of_artifact(element: PdfObject) -> str:
    """What the nearest element above says that this is."""
    while isinstance(element, pikepdf.Dictionary) and "/S" in element:
        if f"/{ARTIFACT}" in element:
            return str(element[f"/{ARTIFACT}"])
        element = element.get("/P")
    return "/Layout"


def _streams(page: pikepdf.Page) -> Iterable[PdfObject]:
    contents: PdfObject = page.obj.get("/Contents", ())
    return [contents] if isinstance(contents, pikepdf.Stream) else contents


def _parent_tree(pdf: pikepdf.Pdf) -> dict[int, PdfObject]:
    nums: PdfObject = pdf.Root.StructTreeRoot.get("/ParentTree", pikepdf.Dictionary()).get("/Nums", ())
    return {int(nums[n]): nums[n + 1] for n in range(0, len(nums), 2)}


def _write_parent_tree(pdf: pikepdf.Pdf, nodes: Iterable[Node], owners: Mapping[Mark, Node]) -> None:
    """The way back from marked content and annotations to their elements, numbered afresh."""
    pages = [page.obj for page in pdf.pages]
    marked: list[dict[int, Node]] = [{} for _ in pages]
    for mark, node in owners.items():
        marked[mark.page][mark.number] = node
    nums: list[object] = []
    for number, (page, on_page) in enumerate(zip(pages, marked, strict=True)):
        page.StructParents = number
        parents = [on_page[n].origin if n in on_page else None for n in range(max(on_page, default=-1) + 1)]
        nums += [number, pikepdf.Array(parents)]
    for number, (annotation, node) in enumerate(_annotations(nodes), start=len(pages)):
        annotation.StructParent = number
        nums += [number, node.origin]
    root = pdf.Root.StructTreeRoot
    root.ParentTree = pdf.make_indirect(pikepdf.Dictionary(Nums=pikepdf.Array(nums)))
    root.ParentTreeNextKey = len(nums) // 2


def _annotations(nodes: Iterable[Node]) -> Iterator[tuple[PdfObject, Node]]:
    for node in nodes:
        yield from ((kid.annotation, node) for kid in node.kids if isinstance(kid, Reference))


def _write_catalogue(pdf: pikepdf.Pdf) -> None:
    """Show the title, follow the structure with the tab key."""
    preferences = pdf.Root.get("/ViewerPreferences", pikepdf.Dictionary())
    preferences.DisplayDocTitle = True
    pdf.Root.ViewerPreferences = preferences
    for page in pdf.pages:
        page.obj.Tabs = pikepdf.Name.S


def _replace_byte_order_marks(pdf: pikepdf.Pdf) -> None:
    """A font for forms is embedded whole, and U+FEFF, the name of one of its glyphs, is not allowed in a PDF.

    U+2060 means the same: a space of no width, where no line breaks.
    """
    resources: PdfObject = pdf.pages[0].obj.get("/Resources", pikepdf.Dictionary())
    for font in dict(resources.get("/Font", pikepdf.Dictionary()).items()).values():
        if "/ToUnicode" in font:
            old = font.ToUnicode.read_bytes()
            new = old.replace(b"> <feff>", b"> <2060>")
            if new != old:
                font.ToUnicode.write(new)
