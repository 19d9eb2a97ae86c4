"""The pages of a pack: every part starts on the front of a sheet of paper."""

from collections.abc import Iterator
from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, String

from interviewkit.print_pack.part import Part, Placed, tree_leaves
from interviewkit.print_pack.sharing import share_copies

PAGE_SIZE_KEYS = ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/Rotate", "/UserUnit")


def place_part(pack: Pdf, part: Part, first_key: int, twin: Placed | None) -> Placed:
    """Put a part's pages at the end of the pack; its keys to tags count from `first_key`.

    With a `twin`, an earlier copy of the same file, both share what is drawn. Annotations come last: they
    may lead to any page, and only pages that are in the pack can be led to.
    """
    source = Pdf.open(BytesIO(part.data))
    annotations = [_taken_annotations(page) for page in source.pages]
    pages = tuple(_place_pages(pack, source, one_sided=part.one_sided))
    placed = Placed(part, source, pages, first_key)
    for page, annotated in zip(pages, annotations, strict=True):
        if annotated:
            page.obj.Annots = pack.copy_foreign(source.make_indirect(Array(annotated)))
            _rename_links(placed, page)
        _shift_keys(page, first_key)
    if twin:
        share_copies(placed, twin)
    return placed


def next_key(placed: Placed) -> int:
    """The first key to tags that the part does not use."""
    tags = placed.source.Root.StructTreeRoot.ParentTree
    return placed.first_key + 1 + max((int(key) for key, _ in tree_leaves(tags, "/Nums")), default=-1)


def _taken_annotations(page: Page) -> list[Object]:
    annotations = list(page.obj.get("/Annots", ()))
    if "/Annots" in page.obj:
        del page.obj["/Annots"]
    return annotations


def _place_pages(pack: Pdf, source: Pdf, *, one_sided: bool) -> Iterator[Page]:
    """The part's pages in the pack; blank ones fill the backs that must stay empty."""
    last = len(source.pages)
    for number, page in enumerate(source.pages, start=1):
        pack.pages.append(page)
        placed = pack.pages[-1]
        if one_sided or (number == last and number % 2):
            pack.pages.append(_blank_like(pack, placed))
        yield placed


def _blank_like(pack: Pdf, page: Page) -> Page:
    """A page of the same size without any content, and so without any tag."""
    size = {key: page.obj[key] for key in PAGE_SIZE_KEYS if key in page.obj}
    copied = {key: Array(list(box)) if isinstance(box, Array) else box for key, box in size.items()}
    return Page(pack.make_indirect(Dictionary({"/Type": Name.Page, "/Resources": Dictionary(), **copied})))


def _rename_links(placed: Placed, page: Page) -> None:
    """Links keep leading into their own part."""
    for annotation in page.obj.Annots:
        rename_target(placed, annotation)


def rename_target(placed: Placed, link: Object) -> None:
    """Lead a link or bookmark to its own part's destination, where it leads to one by name."""
    for holder, key in ((link, "/Dest"), (link.get("/A"), "/D")):
        if holder is not None and isinstance(holder.get(key), String | Name):
            holder[key] = String(placed.renamed(str(holder[key]).removeprefix("/")))


def _shift_keys(page: Page, first_key: int) -> None:
    """The page and its annotations find their tags under their new keys."""
    if "/StructParents" in page.obj:
        page.obj.StructParents += first_key
    for annotation in page.obj.get("/Annots", ()):
        if "/StructParent" in annotation:
            annotation.StructParent += first_key
