"""A PDF as an accessibility check sees it: its structure, painted content, annotations and fonts."""

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import pikepdf
from fontTools.ttLib import TTFont

TEXT = {"Tj", "TJ", "'", '"'}
PAINTING = {*TEXT, "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "INLINE IMAGE"}
Key = tuple[int, int]
"""An object's number and generation."""


@dataclass(frozen=True)
class Element:
    """A structure element with its place in the tree; `kind` is its standard type."""

    object: Any
    kind: str
    parents: tuple["Element", ...]

    @property
    def kids(self) -> list[Any]:
        kids = self.object.get("/K", pikepdf.Array())
        return list(kids) if isinstance(kids, pikepdf.Array) else [kids]

    @property
    def path(self) -> str:
        return "/".join([*(parent.kind for parent in self.parents), self.kind])

    def attribute(self, name: str) -> Any:
        attributes = self.object.get("/A", pikepdf.Dictionary())
        owners = list(attributes) if isinstance(attributes, pikepdf.Array) else [attributes]
        return next((owner[name] for owner in owners if name in owner), None)


@dataclass(frozen=True)
class Tag:
    """A marked-content sequence: an artefact, or content with the number of its element's kid."""

    artifact: bool
    mcid: int | None
    properties: Mapping[str, Any]


@dataclass(frozen=True)
class Painted:
    """One painting operator with the sequences around it, the text with its font."""

    page: int
    operator: str
    inside: tuple[Tag, ...]
    font: Any = None
    text: bytes = b""


@dataclass(frozen=True)
class TaggedPdf:
    """Everything is read once, when it is first asked for."""

    pdf: pikepdf.Pdf

    @cached_property
    def root(self) -> Any:
        return self.pdf.Root

    @cached_property
    def language(self) -> str:
        return str(self.root.get("/Lang", ""))

    @cached_property
    def roles(self) -> dict[str, str]:
        roles = self.root.get("/StructTreeRoot", {}).get("/RoleMap", pikepdf.Dictionary())
        return {name[1:]: str(roles[name])[1:] for name in roles.keys()}  # noqa: SIM118

    @cached_property
    def elements(self) -> list[Element]:
        """All elements that can be reached from the root, in reading order."""
        top = self.root.get("/StructTreeRoot", {}).get("/K", pikepdf.Array())
        tops = list(top) if isinstance(top, pikepdf.Array) else [top]
        return [element for each in tops for element in self._elements(each, ())]

    def _elements(self, found: Any, parents: tuple[Element, ...]) -> Iterator[Element]:
        name = str(found.S)[1:]
        element = Element(found, self.roles.get(name, name), parents)
        yield element
        for kid in element.kids:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield from self._elements(kid, (*parents, element))

    def kids_of(self, element: Element) -> list[Element]:
        return self._kids.get(element.object.objgen, [])

    @cached_property
    def _kids(self) -> dict[Key, list[Element]]:
        kids: dict[Key, list[Element]] = {}
        for element in self.elements:
            if element.parents:
                kids.setdefault(element.parents[-1].object.objgen, []).append(element)
        return kids

    @cached_property
    def pages(self) -> dict[Any, int]:
        return {page.objgen: number for number, page in enumerate(self.pdf.pages)}

    @cached_property
    def tree_marks(self) -> dict[tuple[int, int], Element]:
        """Page and number of the marked content that the tree holds, with its element."""
        marks = {}
        for element in self.elements:
            for kid in element.kids:
                if isinstance(kid, int):
                    marks[self.pages.get(element.object.Pg.objgen, -1), kid] = element
                elif "/MCID" in kid:
                    page = kid.get("/Pg", element.object.get("/Pg"))
                    marks[self.pages.get(page.objgen, -1), int(kid.MCID)] = element
        return marks

    @cached_property
    def owners(self) -> dict[Key, list[Element]]:
        """The elements that refer to an annotation, by its object."""
        owners: dict[Key, list[Element]] = {}
        for element in self.elements:
            for kid in element.kids:
                if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid:
                    owners.setdefault(kid.Obj.objgen, []).append(element)
        return owners

    @cached_property
    def parent_tree(self) -> dict[int, Any]:
        tree = self.root.get("/StructTreeRoot", {}).get("/ParentTree", pikepdf.Dictionary())
        return dict(_number_tree(tree))

    @cached_property
    def annotations(self) -> list[tuple[int, Any]]:
        """Page from 1 and annotation."""
        return [(n, each) for n, page in enumerate(self.pdf.pages, 1) for each in page.obj.get("/Annots", ())]

    @cached_property
    def fields(self) -> list[tuple[str, Any]]:
        """Name and dictionary of every field that holds a value: it has a type of its own, or from above."""
        return list(_fields(self.root.get("/AcroForm", {}).get("/Fields", ()), "", typed=False))

    @cached_property
    def outline_titles(self) -> list[str]:
        return list(_titles(self.root.get("/Outlines", pikepdf.Dictionary())))

    @cached_property
    def painted(self) -> list[Painted]:
        """All that the pages paint, form XObjects included."""
        return [
            painted
            for number, page in enumerate(self.pdf.pages)
            for painted in _painted(number, page, page.obj.get("/Resources", pikepdf.Dictionary()), ())
        ]

    @cached_property
    def texts(self) -> dict[tuple[int, int], str]:
        """The text of marked content, by page and number."""
        texts: dict[tuple[int, int], str] = {}
        for painted in self.painted:
            numbers = [tag.mcid for tag in painted.inside if tag.mcid is not None]
            if painted.font is not None and numbers:
                key = (painted.page, numbers[-1])
                texts[key] = texts.get(key, "") + UsedFont(painted.font, frozenset()).letters(painted.text)
        return texts

    def text_of(self, element: Element) -> str:
        """What a screen reader reads of an element, but for alternative texts and fields."""
        below = iter(self.kids_of(element))
        words = []
        for kid in element.kids:
            if isinstance(kid, int):
                words.append(self.texts.get((self.pages[element.object.Pg.objgen], kid), ""))
            elif "/S" in kid:
                words.append(self.text_of(next(below)))
            elif "/MCID" in kid:
                words.append(self.texts.get((self.pages[kid.Pg.objgen], int(kid.MCID)), ""))
        return "".join(words)

    @cached_property
    def tags(self) -> list[tuple[int, Tag, tuple[Tag, ...]]]:
        """Every marked-content sequence that paints, with its page and those around it."""
        found = {}
        for painted in self.painted:
            for depth, tag in enumerate(painted.inside):
                found[id(tag)] = (painted.page, tag, painted.inside[:depth])
        return list(found.values())

    @cached_property
    def fonts(self) -> dict[str, "UsedFont"]:
        """The fonts of painted text, by base name and object, with the character codes that are shown."""
        shown: dict[str, tuple[Any, set[int]]] = {}
        for painted in self.painted:
            if painted.font is not None:
                key = f"{painted.font.BaseFont} {painted.font.objgen}"
                codes = shown.setdefault(key, (painted.font, set()))[1]
                codes |= set(UsedFont(painted.font, frozenset()).codes_of(painted.text))
        return {key: UsedFont(font, frozenset(codes)) for key, (font, codes) in shown.items()}


@dataclass(frozen=True)
class UsedFont:
    """A font dictionary and the character codes that text shows with it."""

    font: Any
    codes: frozenset[int]

    @property
    def composite(self) -> bool:
        return bool(self.font.Subtype == "/Type0")

    def codes_of(self, text: bytes) -> list[int]:
        step = 2 if self.composite else 1
        return [int.from_bytes(text[n : n + step]) for n in range(0, len(text), step)]

    def letters(self, text: bytes) -> str:
        return "".join((self.unicode or {}).get(code, "") for code in self.codes_of(text))

    @property
    def descendant(self) -> Any:
        return self.font.DescendantFonts[0] if self.composite else self.font

    @cached_property
    def program(self) -> bytes | None:
        """The embedded font file."""
        descriptor = self.descendant.get("/FontDescriptor", pikepdf.Dictionary())
        files = [descriptor[name] for name in ("/FontFile", "/FontFile2", "/FontFile3") if name in descriptor]
        return files[0].read_bytes() if files else None

    @cached_property
    def unicode(self) -> dict[int, str] | None:
        """What the ToUnicode map says of each code; None without a map."""
        if "/ToUnicode" not in self.font:
            return None
        return _unicode_map(self.font.ToUnicode.read_bytes().decode("ascii"))

    @cached_property
    def widths(self) -> dict[int, float]:
        """Widths of the shown codes that a composite font declares, in thousandths."""
        declared: dict[int, float] = {}
        entries = list(self.descendant.get("/W", ()))
        while entries:
            first, second, *entries = entries
            if isinstance(second, pikepdf.Array):
                declared |= {int(first) + n: float(width) for n, width in enumerate(second)}
            else:
                last, *entries = entries
                declared |= dict.fromkeys(range(int(first), int(second) + 1), float(last))
        default = float(self.descendant.get("/DW", 1000))
        return {code: declared.get(code, default) for code in self.codes}

    @cached_property
    def drawn_widths(self) -> dict[int, float]:
        """Widths of the shown glyphs that the font file has, in thousandths."""
        with TTFont(io.BytesIO(self.program or b"")) as face:
            scale, order = 1000 / face["head"].unitsPerEm, face.getGlyphOrder()
            metrics = face["hmtx"].metrics
            return {code: metrics[order[code]][0] * scale for code in self.codes if code < len(order)}


def _number_tree(node: Any) -> Iterator[tuple[int, Any]]:
    nums = node.get("/Nums", ())
    yield from ((int(nums[n]), nums[n + 1]) for n in range(0, len(nums), 2))
    for kid in node.get("/Kids", ()):
        yield from _number_tree(kid)


def _fields(fields: Any, above: str, *, typed: bool) -> Iterator[tuple[str, Any]]:
    for field in fields:
        if "/T" not in field:
            continue  # a widget of the field above
        name = f"{above}.{field.T}" if above else str(field.T)
        has_type = typed or "/FT" in field
        if has_type:
            yield name, field
        yield from _fields(field.get("/Kids", ()), name, typed=has_type)


def _titles(outline: Any) -> Iterator[str]:
    item = outline.get("/First")
    while item is not None:
        yield str(item.get("/Title", ""))
        yield from _titles(item)
        item = item.get("/Next")


def _painted(page: int, stream: Any, resources: Any, around: tuple[Tag, ...]) -> Iterator[Painted]:
    tags, fonts = list(around), [None]
    for instruction in pikepdf.parse_content_stream(stream):
        operator, operands = str(instruction.operator), instruction.operands
        _follow(operator, operands, resources, tags, fonts)
        drawn = resources.XObject[str(operands[0])] if operator == "Do" else {}
        if drawn.get("/Subtype") == "/Form":
            yield from _painted(page, drawn, drawn.get("/Resources", resources), tuple(tags))
        elif operator in PAINTING:
            text = _shown(operands) if operator in TEXT else b""
            yield Painted(page, operator, tuple(tags), fonts[-1] if text else None, text)


def _follow(operator: str, operands: Any, resources: Any, tags: list[Tag], fonts: list[Any]) -> None:
    """What an operator changes: the open marked-content sequences, the font of each saved state."""
    match operator:
        case "BMC" | "BDC":
            tags.append(_tag(operands, resources))
        case "EMC":
            tags.pop()
        case "q":
            fonts.append(fonts[-1])
        case "Q":
            fonts.pop()
        case "Tf":
            fonts[-1] = resources.get("/Font", {}).get(str(operands[0]))


def _tag(operands: Any, resources: Any) -> Tag:
    properties = operands[1] if len(operands) > 1 else {}
    if isinstance(properties, pikepdf.Name):
        properties = resources.Properties[str(properties)]
    mcid = properties.get("/MCID")
    return Tag(operands[0] == "/Artifact", None if mcid is None else int(mcid), dict(properties.items()))


def _shown(operands: Any) -> bytes:
    text = operands[-1]
    parts = text if isinstance(text, pikepdf.Array) else [text]
    return b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))


@cache
def _unicode_map(cmap: str) -> dict[int, str]:
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for code, text in re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>", block):
            found[int(code, 16)] = _utf16(text)
    for block in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for first, last, text in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            for code in range(int(first, 16), int(last, 16) + 1):
                start = _utf16(text)
                found[code] = start[:-1] + chr(ord(start[-1]) + code - int(first, 16))
    return found


def _utf16(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-16-be", "replace")
