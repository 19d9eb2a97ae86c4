"""The machine-checkable conditions of the Matterhorn Protocol 1.1 that apply to a kit's documents (PDF/UA-1).

Each check bears the number of the failure condition that it looks for; a number such as `7.5` is a clause of
ISO 14289-1 that the protocol leaves without a condition. The words are ours. `python tests/matterhorn.py`
prints the table of `docs/accessibility.md`.
"""

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pikepdf
from tagged_pdf import Element, TaggedPdf, UsedFont

Find = Callable[[TaggedPdf], Iterator[str]]


@dataclass(frozen=True)
class Finding:
    """A failure condition that holds, and where."""

    checkpoint: str
    message: str


@dataclass(frozen=True)
class Check:
    """A failure condition in words, and what finds it."""

    checkpoint: str
    fails_if: str
    find: Find


STANDARD_TYPES = frozenset(
    """
    Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6
    L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot
    Ruby RB RT RP Warichu WT WP Figure Formula Form
    """.split()  # noqa: SIM905 — forty-eight names read best as text
)
"""The structure types of ISO 32000-1, 14.8.4."""

CHECKS: list[Check] = []


def fails_if(checkpoint: str, words: str) -> Callable[[Find], Find]:
    def register(find: Find) -> Find:
        CHECKS.append(Check(checkpoint, words, find))
        return find

    return register


def findings(pdf: pikepdf.Pdf) -> list[Finding]:
    """All failure conditions that hold in a PDF."""
    seen = TaggedPdf(pdf)
    return [Finding(check.checkpoint, message) for check in CHECKS for message in check.find(seen)]


# --- 01, 02: all content is tagged or an artefact, with standard types --------------------------------------


@fails_if("01-003", "an artefact stands inside tagged content")
def _(seen: TaggedPdf) -> Iterator[str]:
    for page, tag, around in seen.tags:
        if tag.artifact and any(outer.mcid is not None for outer in around):
            yield f"page {page + 1}"


@fails_if("01-004", "tagged content stands inside an artefact")
def _(seen: TaggedPdf) -> Iterator[str]:
    for page, tag, around in seen.tags:
        if tag.mcid is not None and any(outer.artifact for outer in around):
            yield f"page {page + 1}: content {tag.mcid}"


@fails_if("01-005", "something painted is neither an artefact nor reached from the structure tree")
def _(seen: TaggedPdf) -> Iterator[str]:
    lost: Counter[tuple[int, str]] = Counter()
    for painted in seen.painted:
        numbers = [tag.mcid for tag in painted.inside if tag.mcid is not None]
        reached = any((painted.page, number) in seen.tree_marks for number in numbers)
        if not reached and not any(tag.artifact for tag in painted.inside):
            lost[painted.page, f"content {numbers[-1]}" if numbers else "untagged"] += 1
    yield from (f"page {page + 1}: {what}" for page, what in lost)


@fails_if("01-007", "the catalogue says that the tags are suspect, or does not say that there are any")
def _(seen: TaggedPdf) -> Iterator[str]:
    marks = seen.root.get("/MarkInfo", pikepdf.Dictionary())
    if marks.get("/Suspects", False) or not marks.get("/Marked", False):
        yield str(dict(marks.items()))


@fails_if("7.1", "content and structure tree do not lead to each other, through the parent tree")
def _(seen: TaggedPdf) -> Iterator[str]:
    for (page, number), element in seen.tree_marks.items():
        key = int(seen.pdf.pages[page].obj.get("/StructParents", -1))
        parents = seen.parent_tree.get(key, ())
        if number >= len(parents) or _key(parents[number]) != element.object.objgen:
            yield f"page {page + 1}: content {number} of {element.path}"
    painted = {(page, tag.mcid) for page, tag, _ in seen.tags}
    for page, number in seen.tree_marks.keys() - painted:
        if number not in _mcids_of_page(seen.pdf.pages[page]):
            yield f"page {page + 1}: there is no content {number}"
    if int(seen.root.StructTreeRoot.get("/ParentTreeNextKey", 0)) <= max(seen.parent_tree, default=-1):
        yield "ParentTreeNextKey"


@fails_if("02-001", "a tag is no standard type, nor mapped to one")
def _(seen: TaggedPdf) -> Iterator[str]:
    yield from {element.path for element in seen.elements if element.kind not in STANDARD_TYPES}


@fails_if("02-003", "the role map leads in a circle")
def _(seen: TaggedPdf) -> Iterator[str]:
    for name in seen.roles:
        passed = [name]
        while (role := seen.roles.get(passed[-1])) and role not in passed:
            passed.append(role)
        if role:
            yield name


@fails_if("02-004", "a standard type is mapped to another")
def _(seen: TaggedPdf) -> Iterator[str]:
    yield from seen.roles.keys() & STANDARD_TYPES


# --- 06, 07: metadata and catalogue -------------------------------------------------------------------------


@fails_if("06-001", "there is no XMP metadata")
def _(seen: TaggedPdf) -> Iterator[str]:
    if not _metadata(seen):
        yield "catalogue"


@fails_if("06-002", "the metadata do not say PDF/UA-1")
def _(seen: TaggedPdf) -> Iterator[str]:
    if not re.search(r'pdfuaid:part(="1"|>1<)', _metadata(seen)):
        yield "pdfuaid:part"


@fails_if("06-003", "the metadata have no title, or another than the information dictionary")
def _(seen: TaggedPdf) -> Iterator[str]:
    with seen.pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        title = str(metadata.get("dc:title") or "")
    if not title.strip() or title != str(seen.pdf.docinfo.get("/Title", "")):
        yield f"dc:title is “{title}”"


@fails_if("07-001", "the catalogue does not say whether viewers show the title")
def _(seen: TaggedPdf) -> Iterator[str]:
    if "/DisplayDocTitle" not in seen.root.get("/ViewerPreferences", pikepdf.Dictionary()):
        yield "ViewerPreferences"


@fails_if("07-002", "viewers show the file name in place of the title")
def _(seen: TaggedPdf) -> Iterator[str]:
    if not seen.root.get("/ViewerPreferences", pikepdf.Dictionary()).get("/DisplayDocTitle", True):
        yield "DisplayDocTitle"


# --- 09: tags stand where ISO 32000-1, tables 333 to 338, lets them -----------------------------------------

LISTS, TABLES = {"L", "LI", "Caption"}, {"Table", "TR", "THead", "TBody", "TFoot"}
KIDS = {
    "Table": ("09-004", {"TR", "THead", "TBody", "TFoot", "Caption"}),
    **dict.fromkeys(("THead", "TBody", "TFoot"), ("09-004", {"TR"})),
    "TR": ("09-004", {"TH", "TD"}),
    "L": ("09-005", LISTS),
    "LI": ("09-005", {"Lbl", "LBody"}),
    "TOC": ("09-006", {"TOC", "TOCI", "Caption"}),
    "TOCI": ("09-006", {"Lbl", "Reference", "NonStruct", "P", "TOC"}),
    "Ruby": ("09-007", {"RB", "RT", "RP"}),
    "Warichu": ("09-008", {"WT", "WP"}),
}
"""What may stand directly in an element, and the condition that fails where something else does."""

PARENTS = {
    "TR": ("09-004", TABLES - {"TR"}),
    **dict.fromkeys(("TH", "TD"), ("09-004", {"TR"})),
    **dict.fromkeys(("THead", "TBody", "TFoot"), ("09-004", {"Table"})),
    "LI": ("09-005", {"L"}),
    "LBody": ("09-005", {"LI"}),
    "TOCI": ("09-006", {"TOC"}),
    **dict.fromkeys(("RB", "RT", "RP"), ("09-007", {"Ruby"})),
    **dict.fromkeys(("WT", "WP"), ("09-008", {"Warichu"})),
}


def _misplaced(checkpoint: str) -> Find:
    def find(seen: TaggedPdf) -> Iterator[str]:
        for element in seen.elements:
            parent = element.parents[-1].kind if element.parents else ""
            rule, allowed = PARENTS.get(element.kind, ("", set()))
            if rule == checkpoint and parent not in allowed:
                yield f"{element.path} stands in {parent or 'nothing'}"
            rule, allowed = KIDS.get(parent, ("", set()))
            if rule == checkpoint and element.kind not in allowed:
                yield f"{element.path} may not stand there"
            if KIDS.get(element.kind, ("",))[0] == checkpoint and _has_content(element):
                yield f"{element.path} holds content directly"

    return find


for number, what in [
    ("09-004", "a part of a table"),
    ("09-005", "a part of a list"),
    ("09-006", "a part of a table of contents"),
    ("09-007", "a part of a Ruby annotation"),
    ("09-008", "a part of a Warichu annotation"),
]:
    fails_if(number, f"{what} stands where it may not")(_misplaced(number))


# --- 10, 11: characters and languages -----------------------------------------------------------------------


@fails_if("10-001", "a character that is shown has no Unicode value")
def _(seen: TaggedPdf) -> Iterator[str]:
    for name, font in seen.fonts.items():
        if font.unicode is not None:
            missing = [code for code in sorted(font.codes) if not font.unicode.get(code)]
            yield from (f"{name}: code {code:04x}" for code in missing)


def _without_language(checkpoint: str, words: str, speaks: Callable[[TaggedPdf], bool]) -> None:
    """The document's language holds for all that names no other."""

    def find(seen: TaggedPdf) -> Iterator[str]:
        if speaks(seen) and not LANGUAGE.fullmatch(seen.language):
            yield f"the document's language is “{seen.language}”"

    fails_if(checkpoint, f"the language of {words} cannot be determined")(find)


LANGUAGE = re.compile(r"[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*")
_without_language("11-001", "a text", lambda seen: bool(seen.elements))
_without_language(
    "11-002", "an alternative text", lambda seen: any("/Alt" in e.object for e in seen.elements)
)
_without_language("11-003", "a bookmark", lambda seen: bool(seen.outline_titles))
_without_language("11-004", "an annotation's words", lambda seen: bool(seen.annotations))
_without_language("11-005", "a field's name", lambda seen: bool(seen.fields))
_without_language("11-006", "the metadata", lambda seen: bool(_metadata(seen)))


@fails_if("7.2", "an element names a language that is none")
def _(seen: TaggedPdf) -> Iterator[str]:
    for element in seen.elements:
        if "/Lang" in element.object and not LANGUAGE.fullmatch(str(element.object.Lang)):
            yield f"{element.path}: “{element.object.Lang}”"


# --- 13 to 19: figures, headings, tables, lists, formulae, notes --------------------------------------------


@fails_if("13-004", "a figure has no alternative text")
def _(seen: TaggedPdf) -> Iterator[str]:
    for element in seen.elements:
        words = [str(element.object.get(name, "")).strip() for name in ("/Alt", "/ActualText")]
        if element.kind == "Figure" and not any(words):
            yield element.path


@fails_if("7.3", "a figure does not say where it stands, or says a place off its page")
def _(seen: TaggedPdf) -> Iterator[str]:
    for element in seen.elements:
        if element.kind == "Figure":
            box = [float(edge) for edge in element.attribute("/BBox") or ()]
            page = [float(edge) for edge in element.object.Pg.MediaBox]
            if not box or not (
                page[0] <= box[0] < box[2] <= page[2] and page[1] <= box[1] < box[3] <= page[3]
            ):
                yield f"{element.path}: {box}"


def _levels(seen: TaggedPdf) -> list[int]:
    return [int(e.kind[1:]) for e in seen.elements if re.fullmatch(r"H\d", e.kind)]


@fails_if("14-002", "the first heading is not of the first level")
def _(seen: TaggedPdf) -> Iterator[str]:
    if _levels(seen)[:1] not in ([], [1]):
        yield f"H{_levels(seen)[0]}"


@fails_if("14-003", "a heading is more than one level below the one before it")
def _(seen: TaggedPdf) -> Iterator[str]:
    yield from (f"H{below} after H{above}" for above, below in pairwise(_levels(seen)) if below > above + 1)


@fails_if("14-006", "an element holds more than one H")
def _(seen: TaggedPdf) -> Iterator[str]:
    for element in seen.elements:
        if sum(kid.kind == "H" for kid in seen.kids_of(element)) > 1:
            yield element.path


@fails_if("14-007", "there are both headings with levels and without")
def _(seen: TaggedPdf) -> Iterator[str]:
    if _levels(seen) and any(element.kind == "H" for element in seen.elements):
        yield "H and H1"


@fails_if("15-003", "a header cell has no scope, in a table that does not name the headers of its cells")
def _(seen: TaggedPdf) -> Iterator[str]:
    for element in seen.elements:
        if element.kind == "TH" and element.attribute("/Scope") not in {"/Row", "/Column", "/Both"}:
            yield element.path


@fails_if("7.5", "the rows of a table are of different lengths")
def _(seen: TaggedPdf) -> Iterator[str]:
    for table in seen.elements:
        if table.kind == "Table":
            rows = [row for row in seen.elements if row.kind == "TR" and _nearest(row, "Table") is table]
            if len(lengths := _row_lengths(seen, rows)) > 1:
                yield f"{table.path}: {sorted(lengths)} columns"


@fails_if("7.6", "a list that numbers its items has no labels, or one with labels does not say of what kind")
def _(seen: TaggedPdf) -> Iterator[str]:
    for element in seen.elements:
        if element.kind == "L":
            labels = [kid.kind for item in seen.kids_of(element) for kid in seen.kids_of(item)].count("Lbl")
            if bool(labels) != (element.attribute("/ListNumbering") not in {None, "/None"}):
                yield f"{element.path}: {labels} labels, {element.attribute('/ListNumbering')}"


@fails_if("17-002", "a formula has no alternative text")
def _(seen: TaggedPdf) -> Iterator[str]:
    yield from (e.path for e in seen.elements if e.kind == "Formula" and not str(e.object.get("/Alt", "")))


@fails_if("19-003", "a note has no identifier")
def _(seen: TaggedPdf) -> Iterator[str]:
    yield from (e.path for e in seen.elements if e.kind == "Note" and "/ID" not in e.object)


@fails_if("19-004", "two notes (or any two elements) have the same identifier")
def _(seen: TaggedPdf) -> Iterator[str]:
    names = Counter(str(element.object.ID) for element in seen.elements if "/ID" in element.object)
    yield from (name for name, count in names.items() if count > 1)


# --- 20 to 26: nothing optional, embedded, dynamic or locked ------------------------------------------------


@fails_if("20-001", "there is optional content: text that is sometimes not there")
def _(seen: TaggedPdf) -> Iterator[str]:
    if "/OCProperties" in seen.root:
        yield "OCProperties"


@fails_if("21-001", "there is an embedded file, or one without its two names")
def _(seen: TaggedPdf) -> Iterator[str]:
    yield from seen.pdf.attachments


@fails_if("25-001", "the form is an XFA form")
def _(seen: TaggedPdf) -> Iterator[str]:
    if "/XFA" in seen.root.get("/AcroForm", pikepdf.Dictionary()):
        yield "AcroForm"


@fails_if("26-001", "the file is encrypted, and so might keep screen readers out")
def _(seen: TaggedPdf) -> Iterator[str]:
    if "/Encrypt" in seen.pdf.trailer:
        yield "Encrypt"


# --- 28: annotations and fields -----------------------------------------------------------------------------


@fails_if("28-002", "an annotation is neither a link nor a form field")
def _(seen: TaggedPdf) -> Iterator[str]:
    for page, annotation in seen.annotations:
        if annotation.Subtype not in {"/Link", "/Widget"}:
            yield f"page {page}: {annotation.Subtype}"


@fails_if("28-005", "a field, or a box of one, has no name in words")
def _(seen: TaggedPdf) -> Iterator[str]:
    yield from (name for name, field in seen.fields if not str(field.get("/TU", "")).strip())
    for page, widget in _annotations(seen, "/Widget"):
        own = widget if "/TU" in widget else widget.get("/Parent", widget)
        if not str(own.get("/TU", "")).strip():
            yield f"page {page}: {list(map(str, widget.Rect))}"


@fails_if("28-008", "a page with annotations does not say in which order the tab key goes")
def _(seen: TaggedPdf) -> Iterator[str]:
    yield from (
        f"page {n}" for n in {n for n, _ in seen.annotations} if "/Tabs" not in seen.pdf.pages[n - 1].obj
    )


@fails_if("28-009", "on a page with annotations the tab key does not follow the structure")
def _(seen: TaggedPdf) -> Iterator[str]:
    for number in {n for n, _ in seen.annotations}:
        if seen.pdf.pages[number - 1].obj.get("/Tabs", "/S") != "/S":
            yield f"page {number}"


@fails_if("28-010", "a field's widget does not stand in one Form element that it leads back to")
def _(seen: TaggedPdf) -> Iterator[str]:
    yield from _not_owned(seen, "/Widget", "Form")


@fails_if("28-011", "a link does not stand in one Link element that it leads back to")
def _(seen: TaggedPdf) -> Iterator[str]:
    yield from _not_owned(seen, "/Link", "Link")


@fails_if("28-012", "a link has no words, or those of a program (its target's name)")
def _(seen: TaggedPdf) -> Iterator[str]:
    for page, link in _annotations(seen, "/Link"):
        words = str(link.get("/Contents", "")).strip()
        if not words or words == str(link.get("/Dest", "")):
            yield f"page {page}: “{words}”"


@fails_if("7.18", "an annotation in the tree is on no page")
def _(seen: TaggedPdf) -> Iterator[str]:
    on_pages = {annotation.objgen for _, annotation in seen.annotations}
    yield from (elements[0].path for key, elements in seen.owners.items() if key not in on_pages)


# --- 30, 31: XObjects and fonts -----------------------------------------------------------------------------


@fails_if("30-001", "a drawing stands in another file")
def _(seen: TaggedPdf) -> Iterator[str]:
    yield from (str(form.objgen) for form in _forms(seen) if "/Ref" in form)


@fails_if("30-002", "a drawing with tagged content of its own is drawn more than once")
def _(seen: TaggedPdf) -> Iterator[str]:
    times = Counter((page, tag.mcid) for page, tag, _ in seen.tags if tag.mcid is not None)
    yield from (f"page {page + 1}: content {number}" for (page, number), count in times.items() if count > 1)


@fails_if("31-005", "a composite font does not say which glyphs its codes are")
def _(seen: TaggedPdf) -> Iterator[str]:
    for name, font in _composite(seen):
        if font.descendant.Subtype == "/CIDFontType2" and "/CIDToGIDMap" not in font.descendant:
            yield name


@fails_if("31-004", "a composite font maps its codes to glyphs neither one to one nor by a table")
def _(seen: TaggedPdf) -> Iterator[str]:
    for name, font in _composite(seen):
        mapping = font.descendant.get("/CIDToGIDMap", pikepdf.Name.Identity)
        if mapping != "/Identity" and not isinstance(mapping, pikepdf.Stream):
            yield f"{name}: {mapping}"


@fails_if("31-006", "a composite font has an encoding that is not built into every viewer")
def _(seen: TaggedPdf) -> Iterator[str]:
    for name, font in _composite(seen):
        if font.font.Encoding not in {"/Identity-H", "/Identity-V"}:
            yield f"{name}: {font.font.Encoding}"


@fails_if("31-009", "a font of shown text, or of a form, is not embedded")
def _(seen: TaggedPdf) -> Iterator[str]:
    for page in {painted.page for painted in seen.painted if painted.text and painted.font is None}:
        yield f"page {page + 1}: the font of a text is not there"
    yield from (name for name, font in seen.fonts.items() if font.program is None)
    yield from (name for name, font in _form_fonts(seen) if font.program is None)


@fails_if(
    "31-016",
    "a glyph is not in the font file, or its width differs from the declared one by more than 1/1000",
)
def _(seen: TaggedPdf) -> Iterator[str]:
    for name, font in _composite(seen):
        if font.program is not None and font.descendant.Subtype == "/CIDFontType2":
            drawn = font.drawn_widths
            for code, width in font.widths.items():
                if code not in drawn or abs(drawn[code] - width) > 1:
                    yield f"{name}: code {code:04x} is {drawn.get(code)}, declared {width}"


@fails_if(
    "31-021", "a simple font of shown text, or of a form, has no encoding of letters that all viewers know"
)
def _(seen: TaggedPdf) -> Iterator[str]:
    for name, font in [*seen.fonts.items(), *_form_fonts(seen)]:
        encoding = font.font.get("/Encoding", "")
        if not font.composite and encoding not in {"/WinAnsiEncoding", "/MacRomanEncoding"}:
            yield name


@fails_if("31-027", "a font does not map its codes to Unicode")
def _(seen: TaggedPdf) -> Iterator[str]:
    yield from (name for name, font in _composite(seen) if font.unicode is None)


@fails_if("31-028", "a code is mapped to U+0000")
def _(seen: TaggedPdf) -> Iterator[str]:
    yield from _mapped_to(seen, "\0")


@fails_if("31-029", "a code is mapped to U+FEFF or U+FFFE")
def _(seen: TaggedPdf) -> Iterator[str]:
    yield from _mapped_to(seen, "\ufeff\ufffe")


@fails_if("31-030", "a text shows the glyph that stands for a missing one")
def _(seen: TaggedPdf) -> Iterator[str]:
    yield from (name for name, font in _composite(seen) if 0 in font.codes)


# --- what the checks share ----------------------------------------------------------------------------------


def _key(thing: Any) -> Any:
    return thing.objgen if isinstance(thing, pikepdf.Object) else None


def _metadata(seen: TaggedPdf) -> str:
    stream = seen.root.get("/Metadata")
    return stream.read_bytes().decode() if stream is not None else ""


def _mcids_of_page(page: pikepdf.Page) -> set[int]:
    """All numbers that a page's content names, also around nothing that is painted."""
    tags = [step for step in pikepdf.parse_content_stream(page) if str(step.operator) == "BDC"]
    return {int(step.operands[1].MCID) for step in tags if "/MCID" in step.operands[1]}


def _has_content(element: Element) -> bool:
    return any(isinstance(kid, int) or "/S" not in kid for kid in element.kids)


def _nearest(element: Element, kind: str) -> Element | None:
    return next((parent for parent in reversed(element.parents) if parent.kind == kind), None)


def _row_lengths(seen: TaggedPdf, rows: list[Element]) -> set[int]:
    """How many columns the rows of a table have, with cells that reach over columns and rows."""
    lengths, from_above = set(), Counter[int]()
    for n, row in enumerate(rows):
        length = from_above[n]
        for cell in seen.kids_of(row):
            columns, below = (int(cell.attribute(name) or 1) for name in ("/ColSpan", "/RowSpan"))
            length += columns
            from_above.update({n + k: columns for k in range(1, below)})
        lengths.add(length)
    return lengths


def _annotations(seen: TaggedPdf, subtype: str) -> Iterator[tuple[int, Any]]:
    yield from ((page, each) for page, each in seen.annotations if each.Subtype == subtype)


def _not_owned(seen: TaggedPdf, subtype: str, kind: str) -> Iterator[str]:
    for page, annotation in _annotations(seen, subtype):
        owners = seen.owners.get(annotation.objgen, [])
        back = seen.parent_tree.get(int(annotation.get("/StructParent", -1)))
        if [owner.kind for owner in owners] != [kind] or _key(back) != owners[0].object.objgen:
            where = ", ".join(owner.path for owner in owners) or "in no element"
            yield f"page {page}: {annotation.get('/TU', annotation.get('/Contents', ''))} {where}"


def _forms(seen: TaggedPdf) -> Iterator[Any]:
    streams = (thing for thing in seen.pdf.objects if isinstance(thing, pikepdf.Stream))
    yield from (stream for stream in streams if stream.get("/Subtype") == "/Form")


def _form_fonts(seen: TaggedPdf) -> Iterator[tuple[str, UsedFont]]:
    fonts = seen.root.get("/AcroForm", {}).get("/DR", {}).get("/Font", pikepdf.Dictionary())
    yield from ((name, UsedFont(fonts[name], frozenset())) for name in fonts.keys())  # noqa: SIM118


def _composite(seen: TaggedPdf) -> Iterator[tuple[str, UsedFont]]:
    yield from ((name, font) for name, font in seen.fonts.items() if font.composite)


def _mapped_to(seen: TaggedPdf, characters: str) -> Iterator[str]:
    for name, font in seen.fonts.items():
        for code, text in (font.unicode or {}).items():
            if set(text) & set(characters):
                yield f"{name}: code {code:04x}"


def table() -> str:
    """The table of checks in `docs/accessibility.md`."""
    checks = sorted(CHECKS, key=lambda check: check.checkpoint)
    rows = [f"| {check.checkpoint} | {check.fails_if} |\n" for check in checks]
    return "".join(["| condition | fails if |\n", "|---|---|\n", *rows])


if __name__ == "__main__":
    sys.stdout.write(table())
