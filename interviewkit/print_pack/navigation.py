"""Finding the way in a pack on the screen: bookmarks, page labels, and links that stay in their part."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from interviewkit.print_pack.pages import rename_target
from interviewkit.print_pack.part import Placed, tree_leaves


def join_destinations(pack: Pdf, parts: Sequence[Placed]) -> None:
    """Name the places of all parts, each with its part's prefix."""
    named = sorted((bytes(name), name, place) for part in parts for name, place in _destinations(pack, part))
    if named:
        names = pack.make_indirect(Dictionary(Names=Array([each for _, *pair in named for each in pair])))
        pack.Root.Names = Dictionary(Dests=names)


def _destinations(pack: Pdf, part: Placed) -> Iterator[tuple[String, Object]]:
    """The part's named places, from its name tree and from the dictionary of older files."""
    root = part.source.Root
    listed = root.get("/Names", Dictionary()).get("/Dests", Dictionary())
    named = [(str(name), place) for name, place in tree_leaves(listed, "/Names")]
    named += [(name.removeprefix("/"), place) for name, place in root.get("/Dests", Dictionary()).items()]
    places = part.source.make_indirect(Array([place for _, place in named]))
    for (name, _), place in zip(named, pack.copy_foreign(places), strict=True):
        yield String(part.renamed(name)), place


def join_bookmarks(pack: Pdf, parts: Sequence[Placed]) -> None:
    """A bookmark per part, closed over the part's own."""
    root = pack.make_indirect(Dictionary(Type=Name.Outlines, Count=len(parts)))
    marks = [pack.make_indirect(_bookmark(pack, part, root)) for part in parts]
    for before, after in pairwise(marks):
        before.Next, after.Prev = after, before
    for mark in marks:
        for kid in _siblings(mark.get("/First")):
            kid.Parent = mark
    root.First, root.Last = marks[0], marks[-1]
    pack.Root.Outlines = root
    pack.Root.PageMode = Name.UseOutlines


def _bookmark(pack: Pdf, part: Placed, root: Object) -> Dictionary:
    target = Array([part.pages[0].obj, Name.Fit])
    mark = Dictionary(Title=String(part.part.title), Parent=root, Dest=target)
    own = part.source.Root.get("/Outlines", Dictionary())
    if "/First" in own:
        _rename_targets(part, own)
        copied = pack.copy_foreign(part.source.make_indirect(Dictionary({**own})))
        mark.First, mark.Last, mark.Count = copied.First, copied.Last, -abs(int(copied.Count))
    return mark


def _rename_targets(part: Placed, mark: Object) -> None:
    for kid in _siblings(mark.get("/First")):
        rename_target(part, kid)
        _rename_targets(part, kid)


def _siblings(mark: Object | None) -> Iterator[Object]:
    while mark is not None:
        yield mark
        mark = mark.get("/Next")


def label_pages(pack: Pdf, parts: Sequence[Placed], blank: str) -> None:
    """Call pages by their sheet: `S3-1`, `S3-2`; a blank back after the page in front of it."""
    own = {
        page.obj.objgen: f"{part.part.label}-{n}" for part in parts for n, page in enumerate(part.pages, 1)
    }
    labels: list[Any]
    labels, front = [], ""
    for number, page in enumerate(pack.pages):
        label = own.get(page.obj.objgen)
        labels.extend([number, Dictionary(P=String(label or f"{front} {blank}"))])
        front = label or front
    pack.Root.PageLabels = pack.make_indirect(Dictionary(Nums=Array(labels)))
