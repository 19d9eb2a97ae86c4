"""A structure tree as plain nodes, and what makes it tidy; nothing here knows of a PDF."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

SOURCE = "IKSource"
"""Private key of a structure element: the number of the HTML element that it stands for, and its tag."""

ARTIFACT = "IKArtifact"
"""Private key of a structure element that is no content: `/Header`, `/Footer` or `/Layout`."""

GROUPS = frozenset({"Document", "Part", "Art", "Sect", "Div", "BlockQuote"})
"""Hold blocks: text that stands in one of these directly is a paragraph that nobody named."""

SLOT = "IKSlot"
"""Private key of a structure element whose content is laid over later: the name of its slot."""

INLINE = frozenset({"Span", "Link", "Form", "Figure", "Reference", "Quote", "Code"})
_KEPT_EMPTY = frozenset({"Document", "TD", "TH"})
_REPEATED = frozenset({"THead", "TFoot"})


class Mark(NamedTuple):
    """Marked content: the index of its page and its number on it."""

    page: int
    number: int


class Reference(NamedTuple):
    """An annotation on a page."""

    page: int
    annotation: Any


@dataclass(eq=False, slots=True)
class Node:
    """A structure element: `source` is the HTML element it came from, `origin` its object in the file."""

    kind: str
    page: int
    kids: list["Kid"] = field(default_factory=list)
    source: str = ""
    artifact: str = ""
    language: str = ""
    described: bool = False
    scope: str = ""
    origin: Any = None

    @property
    def labelled(self) -> bool:
        """Whether this is a list whose items have labels."""
        items = (kid for kid in self.kids if isinstance(kid, Node) and kid.kind == "LI")
        return any(isinstance(part, Node) and part.kind == "Lbl" for item in items for part in item.kids)


Kid: TypeAlias = Node | Mark | Reference


Dropped: TypeAlias = dict[str, list[Mark | Reference]]


def tidy(tree: Node, language: str) -> Dropped:
    """Tidy a tree in place; returns the marks and annotations dropped from it, by kind of artefact.

    `language` is the document's: elements repeat it only where they differ.
    """
    dropped: Dropped = defaultdict(list)
    _tidy(tree, language, dropped)
    return dropped


def nodes_of(node: Node) -> Iterator[Node]:
    """The node and all below it, in reading order."""
    yield node
    for kid in node.kids:
        if isinstance(kid, Node):
            yield from nodes_of(kid)


def _tidy(node: Node, language: str, dropped: Dropped) -> None:
    if node.language == language:
        node.language = ""
    language = node.language or language
    node.kids = _merged(_flat(node, language, dropped), dropped)
    if node.kind == "L":
        node.kids = _with_inner_lists_in_items(node.kids)
    for kid in node.kids:
        if isinstance(kid, Node):
            _tidy(kid, language, dropped)
    node.kids = [kid for kid in node.kids if not isinstance(kid, Node) or _says_something(kid)]
    _shape(node)


def _flat(node: Node, language: str, dropped: Dropped) -> list[Kid]:
    """The kids without those that mean nothing: theirs stand in their place."""
    flat: list[Kid] = []
    for kid in node.kids:
        if not isinstance(kid, Node):
            flat.append(kid)
        elif kid.artifact:
            dropped[kid.artifact] += _contents(kid)
        elif kid.kind == node.kind == "Link":
            dropped["/Layout"] += [part for part in kid.kids if isinstance(part, Reference)]
            kid.kids = [part for part in kid.kids if not isinstance(part, Reference)]
            flat += _flat(kid, language, dropped)
        elif _means_nothing(kid, node, language):
            flat += _flat(kid, language, dropped)
        else:
            flat.append(kid)
    return flat


def _means_nothing(kid: Node, node: Node, language: str) -> bool:
    """A plain span, a NonStruct, or the box that CSS put around a part of the parent itself."""
    if kid.described or kid.language not in {"", language}:
        return False
    anonymous = kid.source == node.source and kid.kind == node.kind and kid.source != ""
    return anonymous or kid.kind in {"Span", "NonStruct"} or (kid.kind == "Link" and not _has_annotation(kid))


def _merged(kids: list[Kid], dropped: Dropped) -> list[Kid]:
    """The kids with the pieces of one HTML element as one; a repeated table header is no content."""
    merged: list[Kid] = []
    first: dict[tuple[str, str], tuple[Node, int]] = {}
    for kid in kids:
        if not isinstance(kid, Node) or not kid.source:
            merged.append(kid)
            continue
        piece, page = first.get((kid.source, kid.kind), (None, -1))
        if piece is None or (kid.page == page and merged[-1] is not piece):
            merged.append(kid)
            piece = kid
        elif kid.kind in _REPEATED:
            dropped["/Pagination"] += _contents(kid)
        else:
            piece.kids += kid.kids
        first[kid.source, kid.kind] = (piece, kid.page)
    return merged


def _with_inner_lists_in_items(kids: list[Kid]) -> list[Kid]:
    """WeasyPrint puts a list of an item behind the item; it belongs to the item's body."""
    items: list[Kid] = []
    for kid in kids:
        last = items[-1] if items else None
        if isinstance(kid, Node) and kid.kind == "L" and isinstance(last, Node) and last.kind == "LI":
            last.kids.append(kid)
        else:
            items.append(kid)
    return items


def _shape(node: Node) -> None:
    """Give the node the kids that its kind may have."""
    if node.kind == "NonStruct":
        node.kind = "Span" if all(map(_is_inline, node.kids)) else "Div"
    if node.kind in GROUPS:
        _name_paragraphs(node)
    elif node.kind == "LI":
        _gather_body(node)
    elif node.kind == "TR":
        _complete_scopes(node)


def _name_paragraphs(node: Node) -> None:
    """Runs of text among blocks become paragraphs, and a Div that holds nothing but text is one."""
    runs: list[list[Kid]] = []
    for kid in node.kids:
        if runs and _is_inline(kid) and _is_inline(runs[-1][0]):
            runs[-1].append(kid)
        else:
            runs.append([kid])
    if node.kind == "Div" and len(runs) == 1 and any(map(_is_text, runs[0])):
        node.kind = "P"
        return
    node.kids = []
    for run in runs:
        text = any(map(_is_text, run))
        node.kids += [Node("P", run[0].page, run)] if text else run


def _gather_body(item: Node) -> None:
    """A label, then one body with all the rest."""
    labels = [kid for kid in item.kids if isinstance(kid, Node) and kid.kind == "Lbl"]
    bodies = [kid for kid in item.kids if isinstance(kid, Node) and kid.kind == "LBody"]
    rest = [kid for kid in item.kids if kid not in labels]
    body = bodies[0] if bodies else Node("LBody", item.page)
    body.kids = [part for kid in rest for part in (kid.kids if kid in bodies else [kid])]
    item.kids = [*labels, body] if body.kids else [*labels]


def _complete_scopes(node: Node) -> None:
    """A header cell without a scope heads its column where all of its row are headers, else its row."""
    cells = [kid for kid in node.kids if isinstance(kid, Node)]
    scope = "/Column" if all(cell.kind == "TH" for cell in cells) else "/Row"
    for cell in cells:
        if cell.kind == "TH" and not cell.scope:
            cell.scope = scope


def _says_something(node: Node) -> bool:
    return bool(node.kids) or node.described or node.kind in _KEPT_EMPTY


def _is_inline(kid: Kid) -> bool:
    return not isinstance(kid, Node) or kid.kind in INLINE


def _is_text(kid: Kid) -> bool:
    if isinstance(kid, Node):
        return kid.kind not in {"Form", "Figure"} and kid.kind in INLINE
    return isinstance(kid, Mark)


def _has_annotation(node: Node) -> bool:
    return any(isinstance(kid, Reference) for part in nodes_of(node) for kid in part.kids)


def _contents(node: Node) -> list[Mark | Reference]:
    return [kid for part in nodes_of(node) for kid in part.kids if not isinstance(kid, Node)]
