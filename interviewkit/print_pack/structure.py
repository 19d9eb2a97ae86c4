"""The tags of a pack: one document, and in it one part per sheet, each with its title."""

from collections.abc import Iterator, Sequence
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from interviewkit.print_pack.pages import next_key
from interviewkit.print_pack.part import Placed, objects_of_type, tree_leaves


def join_structure(pack: Pdf, parts: Sequence[Placed], language: str) -> None:
    """Give the pack one structure tree of all parts' tags (ISO 32000-1, 14.7)."""
    root = pack.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    document = pack.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root, K=Array()))
    keyed: list[Any] = []
    named: dict[str, Object] = {}
    roles = Dictionary()
    for part in parts:
        named |= dict(_rename_elements(part))
        document.K.extend(_top_elements(pack, part, document, language))
        keyed.extend(_tags_of_pages(pack, part))
        for role, standard in part.source.Root.StructTreeRoot.get("/RoleMap", Dictionary()).items():
            roles[role] = standard
    root.K = document
    root.ParentTree = pack.make_indirect(Dictionary(Nums=Array(keyed)))
    root.ParentTreeNextKey = next_key(parts[-1])
    if named:
        root.IDTree = pack.make_indirect(_id_tree(pack, named))
    if roles.keys():
        root.RoleMap = roles
    pack.Root.StructTreeRoot = root
    pack.Root.MarkInfo = Dictionary(Marked=True)


def _rename_elements(part: Placed) -> Iterator[tuple[str, Object]]:
    """Make the ids of table heads the part's own, where they stand and where cells name them."""
    for element in objects_of_type(part.source, Name.StructElem):
        if "/A" in element:
            element.A = _renamed_headers(part, element.A)
        if "/ID" in element:
            name = part.renamed(element.ID)
            element.ID = String(name)
            yield name, element


def _renamed_headers(part: Placed, attributes: Object) -> Object:
    """The attributes as a new object: several elements may share the old one."""
    if isinstance(attributes, Array):
        return Array([_renamed_headers(part, each) for each in attributes])
    if not isinstance(attributes, Dictionary) or "/Headers" not in attributes:
        return attributes
    headers = Array([String(part.renamed(name)) for name in attributes.Headers])
    return Dictionary({**attributes, "/Headers": headers})


def _top_elements(pack: Pdf, part: Placed, document: Object, language: str) -> Iterator[Object]:
    """The part's own document as a part of the pack's."""
    top = part.source.Root.StructTreeRoot.K
    elements = Array(list(top)) if isinstance(top, Array) else Array([top])
    for element in elements:
        del element.P  # or the part's whole tree would be copied along with its root
    spoken = part.source.Root.get("/Lang")
    for element in pack.copy_foreign(part.source.make_indirect(elements)):
        element.P, element.T = document, String(part.part.title)
        element.S = Name.Part
        if spoken is not None and str(spoken) != language:
            element.Lang = spoken
        yield element


def _tags_of_pages(pack: Pdf, part: Placed) -> Iterator[Any]:
    """Key and tags of each page and annotation, as a number tree lists them."""
    leaves = tuple(tree_leaves(part.source.Root.StructTreeRoot.ParentTree, "/Nums"))
    tags = part.source.make_indirect(Array([value for _, value in leaves]))
    for (key, _), value in zip(leaves, pack.copy_foreign(tags), strict=True):
        yield part.first_key + int(key)
        yield value


def _id_tree(pack: Pdf, named: dict[str, Object]) -> Dictionary:
    """Elements by id, in the order of the bytes, as a name tree must be."""
    ordered = sorted((bytes(String(name)), element) for name, element in named.items())
    return Dictionary(
        Names=Array(
            [each for name, element in ordered for each in (String(name), pack.copy_foreign(element))]
        )
    )
