"""PDF/UA-1: what a screen reader gets of a kit, and that each check of `matterhorn.py` can fail."""

import hashlib
import inspect
import io
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from matterhorn import CHECKS, findings, table
from pikepdf import Array, Dictionary, Name, Pdf
from tagged_pdf import Element, TaggedPdf

from interviewkit.assets import FolderAssets
from interviewkit.builtin import builtin_folder
from interviewkit.pdf import render_pdf
from interviewkit.tags.repair import repair_tags

ASSETS = FolderAssets((builtin_folder("templates"),))
DOCS = Path(__file__).parents[1] / "docs" / "accessibility.md"

STYLE = """
@import url(fonts.css);
@page { size: 100mm 120mm; margin: 15mm;
        @top-left { content: element(header) } @bottom-left { content: "page " counter(page) } }
body { font: 10pt "Kit Sans"; margin: 0 }
#head { position: running(header) } .next { break-before: page }
.pageref::after { content: target-counter(attr(href), page) }
svg { width: 20mm; height: 10mm } .columns { columns: 2 } .bare { list-style: none }
"""

BODY = """
<div id="head">Running head</div>
<h1 id="top">Heading one</h1>
<div>Loose words with a <b>bold <i>part</i></b> and a name,
<span lang="pl">Łucja Świątek</span>, in a div.</div>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><title>A black field</title>
<rect width="2" height="1"/></svg>
<p aria-hidden="true">Decoration</p>
<h2>Lists</h2>
<ol><li>First<ul><li>inner one</li><li>inner two</li></ul></li><li>Second</li></ol>
<ul class="bare"><li>bare</li></ul>
<p>More on page <a class="pageref" title="page" href="#far"></a>, or at
<a href="https://example.org/far">a place whose name goes on and on, longer than any line of it</a>.</p>
<table class="next"><caption>Numbers</caption>
<thead><tr><th>Word</th><th scope="col">Number</th></tr></thead>
<tbody>@ROWS@<tr><th scope="rowgroup" colspan="2">All</th></tr></tbody>
</table>
<div class="columns"><ul><li>@WORDS@</li><li>last</li></ul></div>
<h2 id="far">Far away</h2>
<form><p><input type="radio" name="rating" title="Level 1" value="1">
<input type="radio" name="rating" title="Level 2" value="2"> levels</p>
<textarea name="reason" title="Reason"></textarea></form>
<div role="img" aria-label="Two of five">●● ○○○</div>
"""
ROWS = "".join(f"<tr><th>Row {n}</th><td>{n} {'and so on ' * 3}</td></tr>" for n in range(1, 31))
SAMPLE = BODY.replace("@ROWS@", ROWS).replace("@WORDS@", "Words that go on. " * 20)


def rendered(body: str, language: str = "en") -> bytes:
    head = f"<title>A sample</title><style>{STYLE}</style>"
    page = f'<html lang="{language}"><head>{head}</head><body>{body}</body></html>'
    return render_pdf(page, ASSETS, hashlib.sha256(page.encode()).digest()[:16]).data


def repaired(data: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        repair_tags(pdf)
        return saved(pdf)


def saved(pdf: Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()


def reading(data: bytes) -> TaggedPdf:
    return TaggedPdf(pikepdf.open(io.BytesIO(data)))


@pytest.fixture(scope="module")
def raw() -> bytes:
    return rendered(SAMPLE)


@pytest.fixture(scope="module")
def sample(raw: bytes) -> bytes:
    return repaired(raw)


@pytest.fixture(scope="module")
def seen(sample: bytes) -> TaggedPdf:
    return reading(sample)


# --- the documents of a kit ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("paper", "left_out"), [("a4", "nothing"), ("letter", "print-pack")])
def test_no_document_of_the_kit_fails_a_condition(
    demo_kits: dict[str, Path], paper: str, left_out: str
) -> None:
    """The packs repeat all other documents, hence once only."""
    documents = [path for path in sorted(demo_kits[paper].rglob("*.pdf")) if left_out not in str(path)]
    found = {str(path): findings(repaired_file(path)) for path in documents}
    assert {name: failed for name, failed in found.items() if failed} == {}
    assert len(found) > 5


def repaired_file(path: Path) -> Pdf:
    return pikepdf.open(io.BytesIO(repaired(path.read_bytes())))


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_every_document_is_read_in_the_order_of_its_html(demo_kits: dict[str, Path], paper: str) -> None:
    for page in sorted(demo_kits[paper].rglob("*.html")):
        document = TaggedPdf(repaired_file(page.with_suffix(".pdf")))
        spoken, at = plain(document.text_of(document.elements[0])), 0
        for text in texts_of_html(page.read_text(encoding="utf-8")):
            found = spoken.find(text, at)
            assert found >= 0, f"{page.name}: {text!r} is not read after {spoken[max(0, at - 80) : at]!r}"
            at = found + len(text)


@pytest.mark.parametrize("kind", ["guides", "scorecards", "work-samples"])
def test_tables_have_header_cells_and_documents_a_first_heading(
    demo_kits: dict[str, Path], kind: str
) -> None:
    for path in sorted((demo_kits["a4"] / kind).rglob("*.pdf")):
        document = TaggedPdf(repaired_file(path))
        for element in document.elements:
            if element.kind == "Table":
                assert "TH" in kinds_below(document, element), (
                    f"{path.name}: {document.text_of(element)[:80]}"
                )
        assert [element.kind for element in document.elements].count("H1") == 1


def test_a_guide_has_a_bookmark_for_each_heading_of_the_first_two_levels(demo_kits: dict[str, Path]) -> None:
    for path in sorted((demo_kits["a4"] / "guides").glob("*.pdf")):
        document = TaggedPdf(repaired_file(path))
        headings = [document.text_of(each) for each in document.elements if each.kind in {"H1", "H2"}]
        titles = [plain(title) for title in document.outline_titles]
        assert [heading for heading in map(plain, headings) if heading not in titles] == []


class _Texts(HTMLParser):
    """The texts of a document's body, without what is not shown, not read, or is a running header."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.open: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            given = dict(attrs)
            left_out = (
                tag in {"head", "svg", "textarea"}
                or given.get("aria-hidden") == "true"
                or (given.get("id") or "").startswith("running-")
                or given.get("class") == "notes"  # as many lines as the last page has room for, or nothing
            )
            self.open.append(left_out or any(self.open[-1:]))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if plain(data) and not any(self.open[-1:]):
            self.texts.append(plain(data))


VOID = {"meta", "link", "img", "br", "col", "input", "hr"}


def texts_of_html(page: str) -> list[str]:
    parser = _Texts()
    parser.feed(re.sub(r"<(path|rect)[^>]*/>", "", page))
    return parser.texts


def plain(text: str) -> str:
    return re.sub(r"[\s\u00ad\u200b\u2060]+", "", text).lower()


def kinds_below(document: TaggedPdf, element: Element) -> set[str]:
    below = document.kids_of(element)
    return {kid.kind for kid in below}.union(*(kinds_below(document, kid) for kid in below))


# --- what the repair makes of a sample --------------------------------------------------------------------


def test_the_sample_fails_no_condition_and_had_failed_many(raw: bytes, sample: bytes) -> None:
    before = {found.checkpoint for found in findings(pikepdf.open(io.BytesIO(raw)))}
    assert {"01-005", "7.1", "7.6", "15-003"} <= before
    assert findings(pikepdf.open(io.BytesIO(sample))) == []


def test_a_second_repair_changes_nothing(sample: bytes) -> None:
    with pikepdf.open(io.BytesIO(sample)) as pdf:
        assert repaired(sample) == saved(pdf)


def test_the_same_html_gives_the_same_bytes() -> None:
    assert repaired(rendered(SAMPLE)) == repaired(rendered(SAMPLE))


def test_a_pdf_without_tags_is_left_as_it_is() -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    repair_tags(pdf)
    assert "/StructTreeRoot" not in pdf.Root


def test_nothing_private_is_left_in_the_file(sample: bytes) -> None:
    with pikepdf.open(io.BytesIO(sample)) as pdf:
        assert [
            thing for thing in pdf.objects if isinstance(thing, Dictionary) and "IK" in str(thing.keys())
        ] == []


OUTLINE = """
Document
  H1: Heading one
  P: Loose words with a bold part and a name, Łucja Świątek, in a div.
    Span: Łucja Świątek
  P
    Figure
  H2: Lists
  L
    LI
      Lbl: 1.
      LBody: First◦ inner one◦ inner two
        L
          LI
            Lbl: ◦
            LBody: inner one
          LI
            Lbl: ◦
            LBody: inner two
    LI
      Lbl: 2.
      LBody: Second
  L
    LI
      LBody: bare
  P: More on page 7, or at a place whose name goeson and on, longer than any line of it.
    Link: 7
    Link: a place whose name goeson and on, longer than any line of it
"""


def test_the_tree_reads_like_the_html(seen: TaggedPdf) -> None:
    assert outline(seen, seen.elements[0])[: len(OUTLINE.split("\n")) - 2] == OUTLINE.strip().split("\n")


def outline(seen: TaggedPdf, element: Element, depth: int = 0) -> list[str]:
    """The tree, with the text of what holds text itself."""
    holds_text = any(isinstance(kid, int) for kid in element.kids)
    text = " ".join(seen.text_of(element).split()) if holds_text and element.kind != "Figure" else ""
    line = f"{'  ' * depth}{element.kind}{': ' if text else ''}{text}"
    return [line, *(line for kid in seen.kids_of(element) for line in outline(seen, kid, depth + 1))]


def only(seen: TaggedPdf, kind: str) -> list[Element]:
    return [element for element in seen.elements if element.kind == kind]


def test_a_table_over_pages_is_one_and_its_header_is_read_once(seen: TaggedPdf) -> None:
    (numbers,) = only(seen, "Table")
    parts = [kid.kind for kid in seen.kids_of(numbers)]
    rows = [row for row in only(seen, "TR") if numbers in row.parents]
    assert (parts, len(rows)) == (["Caption", "THead", "TBody"], 32)
    assert len({page for page, _ in seen.tree_marks}) > 2
    assert seen.text_of(seen.elements[0]).count("Word") == 1 + SAMPLE.count("Words")


def test_header_cells_say_what_they_head(seen: TaggedPdf) -> None:
    scopes = [str(cell.attribute("/Scope")) for cell in only(seen, "TH")]
    assert scopes == ["/Column", "/Column", *["/Row"] * 30, "/Both"]


def test_an_item_over_columns_is_one_item(seen: TaggedPdf) -> None:
    items = [seen.text_of(item).replace(" ", "") for item in only(seen, "LI")]
    assert items[-2:] == ["•" + "Wordsthatgoon." * 20, "•last"]


def test_foreign_names_have_their_language_and_nothing_else_has_one(seen: TaggedPdf) -> None:
    named = [(str(e.object.Lang), seen.text_of(e)) for e in seen.elements if "/Lang" in e.object]
    assert named == [("pl", "Łucja Świątek")]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p lang=pl>Łucja</p>", [("P", "pl", "Łucja")]),
        ("<p lang=en>Lucy</p>", []),
        ("<section lang=de><h1>Eins</h1><p lang=de>zwei</p></section>", [("Sect", "de", "Einszwei")]),
        ("<p>by <b lang=uk>Їжакевич</b></p>", [("Span", "uk", "Їжакевич")]),
        ("<ul><li lang=fr>un</li></ul>", [("LI", "fr", "• un")]),
        ("<table><tr><th lang=es>uno</th></tr></table>", [("TH", "es", "uno")]),
    ],
)
def test_an_element_of_another_language_says_so_once(html: str, expected: list[tuple[str, str, str]]) -> None:
    seen = reading(repaired(rendered(html)))
    marked = [e for e in seen.elements if "/Lang" in e.object]
    assert [(e.kind, str(e.object.Lang), seen.text_of(e)) for e in marked] == expected


def test_running_headers_and_footers_are_artefacts_of_their_kind(seen: TaggedPdf) -> None:
    kinds: dict[int, set[str]] = {}
    for page, tag, _ in seen.tags:
        if tag.artifact and tag.properties.get("/Type") == "/Pagination" and "/Subtype" in tag.properties:
            kinds.setdefault(page, set()).add(str(tag.properties["/Subtype"]))
    assert kinds == {page: {"/Header", "/Footer"} for page in range(len(seen.pdf.pages))}
    assert "Running" not in seen.text_of(seen.elements[0])


def test_what_is_hidden_from_screen_readers_is_an_artefact(seen: TaggedPdf) -> None:
    assert "Decoration" not in seen.text_of(seen.elements[0])


def test_links_say_where_they_lead_and_stand_in_one_element_each(seen: TaggedPdf) -> None:
    words = [str(link.Contents) for _, link in seen.annotations if link.Subtype == "/Link"]
    place = "a place whose name goes on and on, longer than any line of it"
    assert words[0] == "page 7"
    assert set(words[1:]) == {place}
    assert len(only(seen, "Link")) == 2


def test_figures_have_their_words_and_their_place(seen: TaggedPdf) -> None:
    drawn, dots = only(seen, "Figure")
    assert [str(drawn.object.Alt), str(dots.object.Alt)] == ["A black field", "Two of five"]
    left, bottom, right, top = (float(edge) for edge in drawn.attribute("/BBox"))
    assert (right - left, top - bottom) == pytest.approx((20 * 72 / 25.4, 10 * 72 / 25.4), abs=0.1)
    assert left == pytest.approx(15 * 72 / 25.4, abs=0.1)
    first = seen.pdf.pages[0].mediabox
    below_the_text = float(first[3]) - 15 * 72 / 25.4 - 20
    assert below_the_text - 90 < bottom < top < below_the_text


def test_lists_say_how_they_are_numbered(seen: TaggedPdf) -> None:
    assert [str(each.attribute("/ListNumbering")) for each in only(seen, "L")] == [
        "/Decimal", "/Circle", "/None", "/Disc",
    ]  # fmt: skip


def test_form_fields_stand_in_form_elements_in_reading_order(seen: TaggedPdf) -> None:
    names = [str(kid.Obj.TU) for form in only(seen, "Form") for kid in form.kids]
    assert names == ["Level 1", "Level 2", "Reason"]


def test_weasyprint_still_builds_its_tags_as_we_rely_on() -> None:
    """The one private name that `interviewkit.pdf` touches, and that it is put back after a rendering."""
    from weasyprint.pdf import tags

    parameters = ["box", "parent", "pdf", "page_number", "nums", "annotations", "tags"]
    assert list(inspect.signature(tags._build_box_tree).parameters) == parameters
    assert inspect.getmodule(tags._build_box_tree) is tags


# --- each check can fail ------------------------------------------------------------------------------------

Edit = Callable[[Pdf], object]


def set_to(find: Callable[[Pdf], Any], key: str, value: object) -> Edit:
    return lambda pdf: find(pdf).__setitem__(f"/{key}", value(pdf) if callable(value) else value)


def without(find: Callable[[Pdf], Any], key: str) -> Edit:
    return lambda pdf: find(pdf).__delitem__(f"/{key}")


def tag(kind: str, nth: int = 0) -> Callable[[Pdf], Any]:
    return lambda pdf: [each.object for each in TaggedPdf(pdf).elements if each.kind == kind][nth]


def annotation(subtype: str) -> Callable[[Pdf], Any]:
    return lambda pdf: next(each for _, each in TaggedPdf(pdf).annotations if each.Subtype == f"/{subtype}")


def root(pdf: Pdf) -> Any:
    return pdf.Root


def font(pdf: Pdf) -> Any:
    return next(iter(TaggedPdf(pdf).fonts.values())).font


def glyphs(pdf: Pdf) -> Any:
    return font(pdf).DescendantFonts[0]


def page_of_links(pdf: Pdf) -> Any:
    return pdf.pages[TaggedPdf(pdf).annotations[0][0] - 1].obj


def rewrite(find: Callable[[Pdf], Any], old: str, new: str) -> Edit:
    def edit(pdf: Pdf) -> None:
        stream = find(pdf)
        text = stream.read_bytes().decode("latin-1")
        changed = re.sub(old, new, text, count=1, flags=re.DOTALL)
        assert changed != text
        stream.write(changed.encode("latin-1"))

    return edit


def contents(pdf: Pdf) -> Any:
    return pdf.pages[0].obj.Contents


def name_twice(pdf: Pdf) -> None:
    for nth in (0, 1):
        tag("P", nth)(pdf).ID = pikepdf.String("same")


def two_plain_headings(pdf: Pdf) -> None:
    tag("H1")(pdf).S = Name.H
    tag("H2")(pdf).S = Name.H


def embed_a_file(pdf: Pdf) -> None:
    pdf.attachments["a.txt"] = b"a"


def forget_a_title(pdf: Pdf) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        del metadata["dc:title"]


def draw_from_another_file(pdf: Pdf) -> None:
    form = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, Ref=Dictionary())
    pdf.Root.Drawn = pdf.make_indirect(form)


def type_in_an_unknown_font(pdf: Pdf) -> None:
    simple = Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name.Odd)
    pdf.Root.AcroForm.DR = Dictionary(Font=Dictionary(Odd=simple))


def circle(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(One=Name.Two, Two=Name.One)


def remap(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(P=Name.H1)


BOX = "0 0 1 1 re f"
FIRST_CONTENT = r"(<</MCID 0>>\s*BDC)"
BROKEN: list[tuple[str, Edit]] = [
    ("01-003", rewrite(contents, FIRST_CONTENT, rf"\1 /Artifact BMC {BOX} EMC")),
    ("01-004", rewrite(contents, r"$", rf" /Artifact BMC /P <</MCID 900>> BDC {BOX} EMC EMC")),
    ("01-005", rewrite(contents, r"$", f" {BOX}")),
    ("01-005", rewrite(contents, r"$", rf" /P <</MCID 900>> BDC {BOX} EMC")),
    ("01-007", set_to(lambda pdf: pdf.Root.MarkInfo, "Suspects", True)),
    ("02-001", set_to(tag("P"), "S", Name.Paragraph)),
    ("02-003", circle),
    ("02-004", remap),
    ("06-001", without(root, "Metadata")),
    ("06-002", rewrite(lambda pdf: pdf.Root.Metadata, r'pdfuaid:part="1"', "")),
    ("06-003", forget_a_title),
    ("07-001", without(lambda pdf: pdf.Root.ViewerPreferences, "DisplayDocTitle")),
    ("07-002", set_to(lambda pdf: pdf.Root.ViewerPreferences, "DisplayDocTitle", False)),
    ("09-004", set_to(tag("TR"), "S", Name.P)),
    ("09-005", set_to(tag("LBody"), "S", Name.P)),
    ("09-006", set_to(tag("P"), "S", Name.TOCI)),
    ("09-007", set_to(tag("P"), "S", Name.RB)),
    ("09-008", set_to(tag("P"), "S", Name.WT)),
    ("10-001", rewrite(lambda pdf: font(pdf).ToUnicode, r"beginbfchar\n<\w+> <\w+>\n", "beginbfchar\n")),
    *((number, set_to(root, "Lang", pikepdf.String(""))) for number in ["11-001", "11-002", "11-003"]),
    *((number, without(root, "Lang")) for number in ["11-004", "11-005", "11-006"]),
    ("13-004", without(tag("Figure"), "Alt")),
    ("14-002", set_to(tag("H1"), "S", Name.H2)),
    ("14-003", set_to(tag("H2"), "S", Name.H3)),
    ("14-006", two_plain_headings),
    ("14-007", set_to(tag("H2"), "S", Name.H)),
    ("15-003", without(lambda pdf: tag("TH")(pdf).A, "Scope")),
    ("17-002", set_to(tag("P"), "S", Name.Formula)),
    ("19-003", set_to(tag("P"), "S", Name.Note)),
    ("19-004", name_twice),
    ("20-001", set_to(root, "OCProperties", Dictionary())),
    ("21-001", embed_a_file),
    ("25-001", set_to(lambda pdf: pdf.Root.AcroForm, "XFA", Array())),
    ("26-001", set_to(lambda pdf: pdf.trailer, "Encrypt", Dictionary())),
    ("28-002", set_to(annotation("Link"), "Subtype", Name.Text)),
    ("28-005", set_to(annotation("Widget"), "TU", pikepdf.String(" "))),
    ("28-008", without(page_of_links, "Tabs")),
    ("28-009", set_to(page_of_links, "Tabs", Name.R)),
    ("28-010", set_to(tag("Form"), "S", Name.Span)),
    ("28-010", set_to(annotation("Widget"), "StructParent", 0)),
    ("28-011", set_to(tag("Link"), "S", Name.Span)),
    ("28-012", set_to(annotation("Link"), "Contents", lambda pdf: annotation("Link")(pdf).Dest)),
    ("30-001", draw_from_another_file),
    ("30-002", rewrite(contents, r"$", rf" /P <</MCID 0>> BDC {BOX} EMC")),
    ("31-004", set_to(glyphs, "CIDToGIDMap", Name.Other)),
    ("31-005", without(glyphs, "CIDToGIDMap")),
    ("31-006", set_to(font, "Encoding", Name.Other)),
    ("31-009", without(lambda pdf: glyphs(pdf).FontDescriptor, "FontFile2")),
    ("31-009", without(lambda pdf: pdf.pages[0].obj.Resources, "Font")),
    ("31-016", without(glyphs, "W")),
    ("31-021", type_in_an_unknown_font),
    ("31-027", without(font, "ToUnicode")),
    ("31-028", rewrite(lambda pdf: font(pdf).ToUnicode, r"(beginbfchar\n<\w+>) <\w+>", r"\1 <0000>")),
    ("31-029", rewrite(lambda pdf: font(pdf).ToUnicode, r"(beginbfchar\n<\w+>) <\w+>", r"\1 <feff>")),
    ("31-030", rewrite(contents, r"\[<\w+>", "[<0000>")),
    ("7.1", set_to(lambda pdf: pdf.pages[0].obj, "StructParents", 999)),
    ("7.2", set_to(tag("Span"), "Lang", pikepdf.String("po polsku"))),
    ("7.3", set_to(lambda pdf: tag("Figure")(pdf).A, "BBox", Array([0, 0, 9999, 10]))),
    ("7.5", lambda pdf: tag("TR", 5)(pdf).K.__delitem__(1)),
    ("7.6", set_to(lambda pdf: tag("L")(pdf).A, "ListNumbering", Name("/None"))),
    ("7.18", set_to(page_of_links, "Annots", Array())),
]


@pytest.mark.parametrize(("checkpoint", "edit"), BROKEN, ids=[each for each, _ in BROKEN])
def test_a_document_broken_for_it_fails_the_check(sample: bytes, checkpoint: str, edit: Edit) -> None:
    with pikepdf.open(io.BytesIO(sample)) as pdf:
        edit(pdf)
        assert checkpoint in {found.checkpoint for found in findings(pdf)}


def test_every_check_has_a_document_broken_for_it() -> None:
    assert {checkpoint for checkpoint, _ in BROKEN} == {check.checkpoint for check in CHECKS}


# --- the docs -----------------------------------------------------------------------------------------------


def test_the_docs_name_every_check_in_its_words() -> None:
    assert table() in DOCS.read_text(encoding="utf-8")


def test_the_docs_say_something_of_every_checkpoint_of_the_protocol() -> None:
    named = {int(number) for number in re.findall(r"\b(\d\d)(?:-\d{3})?\b", DOCS.read_text(encoding="utf-8"))}
    assert set(range(1, 32)) <= named
