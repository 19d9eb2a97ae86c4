"""Print packs: piles in the order of use, sheets that never share paper, forms that never mix."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from interviewkit.assets import BASE_URL, FolderAssets
from interviewkit.builtin import builtin_folder
from interviewkit.compose.kit import compose_kit
from interviewkit.documents import Look, sheets_of
from interviewkit.inputs import load_inputs
from interviewkit.language import open_language
from interviewkit.library import open_library
from interviewkit.models.jurisdiction import Paper
from interviewkit.models.kit import Kit, KitInterviewer
from interviewkit.models.opening import Candidate
from interviewkit.models.sheet import Sheet
from interviewkit.pdf import render_pdf
from interviewkit.print_pack.merge import merge_parts
from interviewkit.print_pack.part import Part
from interviewkit.print_pack.plan import Pack, packs_of

EXAMPLE = builtin_folder("examples") / "claims-assistant.yaml"
SMALL_RUBRICS = Path(__file__).resolve().parent / "small_rubrics"
TEMPLATES = (builtin_folder("templates"),)
ASSETS = FolderAssets(TEMPLATES)
LOOK = Look(open_language("en", "GB", TEMPLATES), Paper.A4)
PAPER_SIZES = {"a4": (595, 842), "letter": (612, 792)}

# --- the plan: which sheets, in which order ---------------------------------------------------------------

ADA = KitInterviewer(key="ada", name="Ada Example")
BEN = KitInterviewer(key="ben", name="Ben Example")
CANDIDATES = (Candidate(id="C-014", name="Łucja Świątek"), Candidate(id="C-015"))


@pytest.fixture
def packs(small: Callable[..., Path]) -> Callable[..., dict[str, Pack]]:
    """Packs of a kit with these interviews (id to panel); those called `w…` have a work sample."""

    def plan(
        panels: dict[str, tuple[KitInterviewer, ...]],
        candidates: tuple[Candidate, ...] = CANDIDATES,
        gettext: Callable[[str], str] = str,
    ) -> dict[str, Pack]:
        inputs = load_inputs(small(), open_library([SMALL_RUBRICS]))
        kit = compose_kit(inputs.rubric, inputs.opening, inputs.jurisdiction.value, inputs.opening_id)
        only = kit.stages[0]
        stages = tuple(
            only.model_copy(
                update={
                    "id": name,
                    "title": name.title(),
                    "panel": panel,
                    "work_sample": only.work_sample if name.startswith("w") else None,
                }
            )
            for name, panel in panels.items()
        )
        changed = kit.model_copy(update={"stages": stages})
        sheets = sheets_of(changed, "0" * 12, candidates, LOOK)
        return {pack.path: pack for pack in packs_of(changed, sheets, gettext)}

    return plan


def listed(pack: Pack) -> list[str]:
    return [f"{sheet.label} {sheet.path}{' | one-sided' * sheet.one_sided}" for sheet in pack.sheets]


ADAS_PILE = [
    "G1 guides/talk.pdf",
    "S1 scorecards/C-014/talk--ada.pdf",
    "S2 scorecards/C-015/talk--ada.pdf",
    "S3 scorecards/talk.pdf",
    "S4 scorecards/talk.pdf",
    "G2 guides/work.pdf",
    "W1 work-samples/fault.pdf | one-sided",
    "W2 work-samples/fault.pdf | one-sided",
    "W3 work-samples/fault.pdf | one-sided",
    "S5 scorecards/C-014/work--ada.pdf",
    "S6 scorecards/C-015/work--ada.pdf",
    "S7 scorecards/work.pdf",
    "S8 scorecards/work.pdf",
]


def test_an_interviewers_pile_has_all_of_one_interview_before_the_next(packs: Any) -> None:
    assert listed(packs({"talk": (ADA,), "work": (ADA, BEN)})["print-packs/ada.pdf"]) == ADAS_PILE


def test_titles_tell_whose_sheet_it_is_by_id(packs: Any) -> None:
    pack = packs({"work": (BEN,)})["print-packs/ben.pdf"]
    assert pack.title == "Print pack: Ben Example – Builder"
    assert [sheet.title for sheet in pack.sheets] == [
        "Guide: Work – Ben Example",
        "Work sample: Find the fault, form A, for the interviewer – Ben Example",
        "Work sample: Find the fault, form A, C-014 – Ben Example",
        "Work sample: Find the fault, form A, C-015 – Ben Example",
        "Scorecard: Work, C-014 – Ben Example",
        "Scorecard: Work, C-015 – Ben Example",
        "Scorecard: Work, blank 1 – Ben Example",
        "Scorecard: Work, blank 2 – Ben Example",
    ]


def test_the_whole_kit_lies_in_the_order_of_the_day(packs: Any) -> None:
    made = packs({"talk": (BEN,), "open": (), "more": (ADA, BEN)}, CANDIDATES[:1])
    assert list(made) == [
        "print-packs/ben.pdf",
        "print-packs/open.pdf",
        "print-packs/ada.pdf",
        "print-pack.pdf",
    ]
    whole = made["print-pack.pdf"]
    assert whole.title == "Print pack: whole kit – Builder"
    piles = [sheet.path for path, pack in made.items() if path != "print-pack.pdf" for sheet in pack.sheets]
    paths = [sheet.path for sheet in whole.sheets]
    assert paths == ["brief.pdf", "candidate.pdf", *piles, "debrief.pdf"]
    assert paths.count("guides/more.pdf") == 2, "one for each interviewer"


def test_every_candidate_has_a_page_exhibits_and_a_debrief(packs: Any) -> None:
    paths = Counter(sheet.path for sheet in packs({"work": (ADA,)})["print-pack.pdf"].sheets)
    expected = {"candidate.pdf": 2, "debrief.pdf": 2, "work-samples/fault.pdf": 3, "scorecards/work.pdf": 2}
    assert {path: paths[path] for path in expected} == expected


def test_before_candidates_are_known_there_is_one_of_each_and_the_blank_scorecards(packs: Any) -> None:
    assert listed(packs({"work": ()}, ())["print-pack.pdf"]) == [
        "B1 brief.pdf",
        "C1 candidate.pdf",
        "G1 guides/work.pdf",
        "W1 work-samples/fault.pdf | one-sided",
        "W2 work-samples/fault.pdf | one-sided",
        "S1 scorecards/work.pdf",
        "S2 scorecards/work.pdf",
        "D1 debrief.pdf",
    ]


@pytest.mark.parametrize("key", ["talk", "Talk"])
def test_an_interviewer_may_be_called_like_an_interview(packs: Any, key: str) -> None:
    person = KitInterviewer(key=key, name="Talk")
    made = packs({"talk": (), "more": (person,)})
    assert list(made) == ["print-packs/talk-interview.pdf", f"print-packs/{key}.pdf", "print-pack.pdf"]


def test_prefixes_are_sheet_ids_and_unique_within_a_pack(packs: Any) -> None:
    for pack in packs({"talk": (ADA, BEN), "work": (ADA,), "open": ()}).values():
        prefixes = [sheet.prefix for sheet in pack.sheets]
        assert len(set(prefixes)) == len(prefixes)
        for sheet in pack.sheets:
            shape = r"[A-Z2-7]{8}" if sheet.path.startswith("scorecards/C") else r"[A-Za-z0-9_-]+"
            assert re.fullmatch(shape, sheet.prefix), sheet


def test_no_pack_names_a_candidate(packs: Any) -> None:
    assert "Świątek" not in repr(packs({"talk": (ADA,), "work": ()}))


def test_titles_are_in_the_language_of_the_kit(packs: Any) -> None:
    german = {
        "Guide: {interview}": "Leitfaden: {interview}",
        "blank": "leer",
        "Scorecard: {interview}": "Bogen: {interview}",
    }
    pack = packs({"talk": (ADA,)}, gettext=lambda message: german.get(message, message))[
        "print-packs/ada.pdf"
    ]
    titles = [sheet.title for sheet in pack.sheets]
    assert (titles[0], titles[-1]) == ("Leitfaden: Talk – Ada Example", "Bogen: Talk, leer 2 – Ada Example")
    assert pack.blank == "leer"


# --- small finished documents to merge --------------------------------------------------------------------

FORM = """<form><label>Evidence <input name=evidence></label><textarea name=notes></textarea>
<input type=radio name=rating value=1><input type=radio name=rating value=2></form>"""


@cache
def document(name: str, pages: int = 1, paper: str = "a4", form: bool = False, lang: str = "en") -> bytes:
    """A finished document with headings, a table, links to and fro, and maybe a form."""
    fonts = ASSETS.read(f"{BASE_URL}fonts.css").decode()
    style = (
        f"{fonts} @page {{ size: {paper} }} input, textarea {{ appearance: auto; font-family: 'Kit Form' }}"
    )
    sections = "".join(
        f"""<section style="break-before: page" id=p{number}><h1>{name}, page {number}</h1>
        <p><a href="#p{pages}">To the end</a> <a href="#p1">To the start</a> <a href="https://example.org">Out</a></p>
        <h2>Table</h2><table><tr><th>Left<th>Right<tr><td>{name}<td>{number}</table></section>"""
        for number in range(1, pages + 1)
    )
    html = f"<html lang={lang}><title>{name}</title><style>{style}</style>{FORM * form}{sections}"
    html = html.replace(' style="break-before: page"', "", 1)
    data = render_pdf(html, ASSETS, name.encode()).data
    return repaired(data) if form else data


def repaired(data: bytes) -> bytes:
    """The form in groups, as the scorecards' is: `evidence.teamwork`, `rating.teamwork` with bare widgets."""
    with Pdf.open(BytesIO(data)) as pdf:
        form = pdf.Root.AcroForm
        fields = {str(field.T): field for field in form.Fields if "/Parent" not in field}
        for number, kid in enumerate(fields["rating"].Kids, start=1):
            del kid.T, kid.TU, kid.FT
            on = next(stream for state, stream in kid.AP.N.items() if state != "/Off")
            kid.AP.N = Dictionary({f"/v{number}": on, "/Off": pdf.make_stream(b"", BBox=[0, 0, 8, 8])})
        del fields["rating"].Opt
        form.Fields = Array([_group(pdf, field, "teamwork") for field in fields.values()])
        del form.NeedAppearances
        file = BytesIO()
        pdf.save(file, deterministic_id=True)
    return file.getvalue()


def _group(pdf: Pdf, field: Object, name: str) -> Object:
    group = pdf.make_indirect(Dictionary(T=field.T, Kids=[field]))
    field.T, field.Parent = String(name), group
    return group


def part(label: str, data: bytes, *, one_sided: bool = False) -> Part:
    return Part(f"Sheet {label}", data, f"id-{label}", label, one_sided=one_sided)


def merged(*parts: Part) -> bytes:
    return merge_parts(parts, "A pack", "en")


TWO_COPIES = (part("S1", document("Card", 2, form=True)), part("S2", document("Card", 2, form=True)))
MIXED = (
    part("G1", document("Guide", 3)),
    part("W1", document("Sample", 2), one_sided=True),
    *TWO_COPIES,
    part("S3", document("Other", 1, form=True)),
)

# --- what a pack must be like, whatever is in it -----------------------------------------------------------


@cache
def pages_of(data: bytes) -> list[tuple[str, str, tuple[float, ...]]]:
    """Label, text and media box of each page, as a viewer has them."""
    with pypdfium2.PdfDocument(data) as pdf:
        return [
            (pdf.get_page_label(number), page.get_textpage().get_text_range(), page.get_mediabox())
            for number, page in enumerate(pdf)
        ]


def labels_of(data: bytes) -> list[str]:
    return [label for label, _, _ in pages_of(data)]


def is_white(data: bytes, number: int) -> bool:
    with pypdfium2.PdfDocument(data) as pdf:
        low, high = pdf[number].render(scale=0.3).to_pil().convert("L").getextrema()
    return bool(low == high == 255)


def assert_sheets_keep_to_themselves(data: bytes, parts: Sequence[Part]) -> None:
    """Every part on the front of its own paper, page by page as it was; what is between is blank."""
    pages, place = pages_of(data), 0
    for each in parts:
        assert place % 2 == 0, f"{each.label} starts on a back"
        own = pages_of(each.data)
        for number, (_, text, size) in enumerate(own, start=1):
            assert pages[place] == (f"{each.label}-{number}", text, size)
            place += 1
            if each.one_sided or (number == len(own) and number % 2):
                assert pages[place] == (f"{each.label}-{number} blank", "", size)
                assert is_white(data, place)
                place += 1
    assert place == len(pages)


def structure_faults(data: bytes) -> list[str]:
    """What is wrong between pages and tags, in both directions."""
    with Pdf.open(BytesIO(data)) as pdf:
        return list(_structure_faults(pdf))


def _structure_faults(pdf: Pdf) -> Iterator[str]:
    root: Any = pdf.Root.StructTreeRoot
    tags: dict[int, Any] = dict(pikepdf.NumberTree(root.ParentTree))
    reached = dict(_elements(root.K))
    for number, page in enumerate(pdf.pages, start=1):
        faults = (*_mark_faults(page, tags, reached), *_annotation_faults(page, tags))
        yield from (f"page {number}: {fault}" for fault in faults)
    keys = [key for page in pdf.pages for key in _keys(page)]
    if len(set(keys)) < len(keys) or sorted(keys) != sorted(tags) or root.ParentTreeNextKey <= max(keys):
        yield "keys to tags do not fit"
    yield from _head_faults(root, reached)


def _keys(page: pikepdf.Page) -> Iterator[int]:
    holder: Any = page.obj
    if "/StructParents" in holder:
        yield holder.StructParents
    yield from (annotation.StructParent for annotation in holder.get("/Annots", ()))


def _mark_faults(page: pikepdf.Page, tags: dict[int, Any], reached: dict[Any, Any]) -> Iterator[str]:
    for mark in _marks(page):
        element = tags[int(page.obj.StructParents)][mark]
        if element.objgen not in reached:
            yield f"mark {mark} leads to a tag that is not in the tree"
        if mark not in element.K:
            yield f"the tag of mark {mark} does not hold it"
        if element.Pg.objgen != page.obj.objgen:
            yield f"the tag of mark {mark} stands on another page"


def _annotation_faults(page: pikepdf.Page, tags: dict[int, Any]) -> Iterator[str]:
    annotations: Any = page.obj.get("/Annots", ())
    for annotation in annotations:
        kids = tags[annotation.StructParent].K
        held = [
            (kid.Obj.objgen, kid.Pg.objgen) for kid in kids if isinstance(kid, Dictionary) and "/Obj" in kid
        ]
        if (annotation.objgen, page.obj.objgen) not in held:
            yield f"the tag of {annotation.Subtype} does not hold it"
        if "/P" in annotation and annotation.P.objgen != page.obj.objgen:
            yield f"{annotation.Subtype} says it is on another page"


def _head_faults(root: Any, reached: dict[Any, Any]) -> Iterator[str]:
    names = [str(element.ID) for element in reached.values() if "/ID" in element]
    if len(set(names)) < len(names):
        yield "an id is used twice"
    listed = pikepdf.NameTree(root.IDTree) if names else {}
    for name in names:
        if name not in listed or str(listed[name].ID) != name:
            yield f"the id {name} is not listed"
    for element in reached.values():
        headers = element.A.get("/Headers", ()) if isinstance(element.get("/A"), Dictionary) else ()
        for header in headers:
            if str(header) not in names:
                yield f"a cell names the head {header}, which is not there"


def _elements(top: Any) -> Iterator[tuple[Any, Any]]:
    """Every element below, once its parent is right; the walk is no recursion, trees are deep."""
    waiting = [top]
    while waiting:
        element = waiting.pop()
        yield element.objgen, element
        kids = element.get("/K", ())
        for kid in kids if isinstance(kids, Array) else [kids]:
            if isinstance(kid, Dictionary) and "/S" in kid:
                assert kid.P.objgen == element.objgen
                waiting.append(kid)


def _marks(page: pikepdf.Page) -> Iterator[int]:
    if "/Contents" not in page.obj:
        return
    for step in pikepdf.parse_content_stream(page):
        operands: Any = step.operands
        if str(step.operator) == "BDC" and isinstance(operands[1], Dictionary) and "/MCID" in operands[1]:
            yield int(operands[1].MCID)


def assert_links_stay(data: bytes, parts: Sequence[Part]) -> None:
    """Every linked page leads to its own part's last and first page, and out as before."""
    ends = {each.label: f"{each.label}-{len(pages_of(each.data))}" for each in parts}
    labels = labels_of(data)
    with Pdf.open(BytesIO(data)) as pdf:
        places: Any = pikepdf.NameTree(pdf.Root.Names.Dests)
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        for label, page in zip(labels, pdf.pages, strict=True):
            annotations: Any = page.obj.get("/Annots", ())
            links = [each for each in annotations if each.Subtype == Name.Link]
            sheet = label.partition("-")[0]
            if "blank" in label:
                assert links == []
                continue
            targets = [labels[numbers[places[str(link.Dest)][0].objgen]] for link in links[:2]]
            assert targets == [ends[sheet], f"{sheet}-1"]
            assert links[2].A.URI == "https://example.org"


def bookmarks_of(data: bytes) -> list[tuple[str, str, list[str]]]:
    """Title, page label and the titles below, of each bookmark of the first level."""
    found: list[tuple[str, str, list[str]]] = []
    with pypdfium2.PdfDocument(data) as pdf:
        for mark in pdf.get_toc():
            if mark.level:
                found[-1][2].append(mark.get_title())
            else:
                found.append((mark.get_title(), pdf.get_page_label(mark.get_dest().get_index()), []))
    return found


def fields_of(data: bytes) -> dict[str, str]:
    """Value by full name, of the fields that have one."""
    fields = pypdf.PdfReader(BytesIO(data)).get_fields() or {}
    return {name: str(field.get("/V", "")) for name, field in fields.items() if "/FT" in field}


# --- merged packs ------------------------------------------------------------------------------------------


def test_a_mixed_pack_keeps_every_sheet_to_itself() -> None:
    data = merged(*MIXED)
    assert labels_of(data) == [
        *("G1-1", "G1-2", "G1-3", "G1-3 blank"),
        *("W1-1", "W1-1 blank", "W1-2", "W1-2 blank"),
        *("S1-1", "S1-2", "S2-1", "S2-2", "S3-1", "S3-1 blank"),
    ]
    assert_sheets_keep_to_themselves(data, MIXED)
    assert structure_faults(data) == []
    assert_links_stay(data, MIXED)


@given(
    st.lists(
        st.tuples(st.integers(1, 5), st.booleans(), st.booleans(), st.sampled_from(["a4", "letter"])),
        min_size=1,
        max_size=4,
    )
)
@settings(max_examples=15, deadline=None)
def test_any_pack_keeps_every_sheet_to_itself(kinds: list[tuple[int, bool, bool, str]]) -> None:
    parts = [
        part(f"S{number}", document("Any", pages, paper, form), one_sided=one_sided)
        for number, (pages, form, one_sided, paper) in enumerate(kinds, start=1)
    ]
    data = merged(*parts)
    assert_sheets_keep_to_themselves(data, parts)
    assert structure_faults(data) == []
    assert_links_stay(data, parts)
    assert len(fields_of(data)) == 3 * sum(form for _, form, _, _ in kinds)
    assert [title for title, _, _ in bookmarks_of(data)] == [each.title for each in parts]


def test_each_sheet_has_a_closed_bookmark_over_its_own() -> None:
    data = merged(part("G1", document("Guide", 2)), part("S1", document("Card")))
    guide = ["Guide, page 1", "Table", "Guide, page 2", "Table"]
    assert bookmarks_of(data) == [
        ("Sheet G1", "G1-1", guide),
        ("Sheet S1", "S1-1", ["Card, page 1", "Table"]),
    ]
    with Pdf.open(BytesIO(data)) as pdf:
        marks: Any = pdf.Root.Outlines
        assert (marks.Count, marks.First.Count, marks.Last.Count) == (2, -4, -2)
        kid = marks.Last.First
        assert (kid.Parent.objgen, marks.Last.Prev.objgen) == (marks.Last.objgen, marks.First.objgen)


def test_one_document_holds_one_titled_part_per_sheet() -> None:
    french = part("F1", document("Bref", lang="fr"))
    with Pdf.open(BytesIO(merged(*TWO_COPIES, french))) as pdf:
        top = pdf.Root.StructTreeRoot.K
        shown = [(str(kid.S), str(kid.T), str(kid.get("/Lang", ""))) for kid in top.K]
        assert (top.S, shown) == (
            Name.Document,
            [("/Part", "Sheet S1", ""), ("/Part", "Sheet S2", ""), ("/Part", "Sheet F1", "fr")],
        )


def test_the_pack_says_what_it_is_and_how_to_print_it() -> None:
    with Pdf.open(BytesIO(merge_parts(TWO_COPIES, "A & B <pack>", "de-AT"))) as pdf:
        root: Any = pdf.Root
        assert root.ViewerPreferences == Dictionary(
            DisplayDocTitle=True, Duplex=Name.DuplexFlipLongEdge, PrintScaling=Name("/None")
        )
        assert (str(root.Lang), root.MarkInfo.Marked, pdf.pdf_version) == ("de-AT", True, "1.7")
        assert str(pdf.docinfo.Title) == "A & B <pack>"
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            assert (metadata["dc:title"], metadata["pdfuaid:part"]) == ("A & B <pack>", "1")
            assert metadata["pdf:Producer"] == str(pdf.docinfo.Producer)
        assert not [key for key in ("/CreationDate", "/ModDate") if key in pdf.docinfo]
        assert pdf.check_pdf_syntax() == []


# --- forms -------------------------------------------------------------------------------------------------

FIELDS = ("evidence.teamwork", "notes.teamwork", "rating.teamwork")


def test_every_sheet_has_fields_of_its_own() -> None:
    data = merged(*MIXED)
    assert sorted(fields_of(data)) == [f"id-S{n}.{name}" for n in (1, 2, 3) for name in FIELDS]
    with Pdf.open(BytesIO(data)) as pdf:
        assert sorted(pdf.Root.AcroForm.keys()) == ["/DR", "/Fields"]


def test_what_is_typed_on_one_copy_stays_there() -> None:
    writer = pypdf.PdfWriter(clone_from=BytesIO(merged(*TWO_COPIES)))
    typed = {
        "id-S1.evidence.teamwork": "Asked twice",
        "id-S1.notes.teamwork": "Calm",
        "id-S1.rating.teamwork": "/v2",
    }
    writer.update_page_form_field_values(writer.pages[0], typed)
    file = BytesIO()
    writer.write(file)
    empty = {f"id-S2.{name}": value for name, value in zip(FIELDS, ("", "", "/Off"), strict=True)}
    assert fields_of(file.getvalue()) == {**typed, **empty}
    assert not is_same_picture(file.getvalue(), 0, 2), "the first copy shows what was typed"
    assert is_same_picture(file.getvalue(), 2, 0, merged(*TWO_COPIES)), "the second one is untouched"


def test_a_click_ticks_one_copy_only() -> None:
    with pypdfium2.PdfDocument(merged(*TWO_COPIES)) as pdf:
        pdf.init_forms()
        page = pdf[0]
        for event in (pypdfium2.raw.FORM_OnLButtonDown, pypdfium2.raw.FORM_OnLButtonUp):
            event(pdf.formenv, page, 0, *middle_of_last_box(TWO_COPIES[0].data))
        file = BytesIO()
        pdf.save(file)
    values = fields_of(file.getvalue())
    assert (values["id-S1.rating.teamwork"], values["id-S2.rating.teamwork"]) == ("/v2", "/Off")


def middle_of_last_box(data: bytes) -> tuple[float, float]:
    with Pdf.open(BytesIO(data)) as pdf:
        annotations: Any = pdf.pages[0].obj.Annots
        left, bottom, right, top = (
            float(edge) for edge in [each for each in annotations if "/AP" in each][-1].Rect
        )
    return (left + right) / 2, (bottom + top) / 2


def is_same_picture(data: bytes, number: int, other: int, other_data: bytes | None = None) -> bool:
    def picture(source: bytes, page: int) -> bytes:
        with pypdfium2.PdfDocument(source) as pdf:
            pdf.init_forms()
            return bytes(pdf[page].render(scale=1).to_pil().tobytes())

    return picture(data, number) == picture(other_data or data, other)


def test_fields_keep_the_font_their_own_sheet_calls_by_that_name() -> None:
    """Two sheets call different fonts by one name: what is typed must not change its letters."""
    ours = document("Card", form=True)
    theirs = _with_other_font(ours)
    with Pdf.open(BytesIO(ours)) as pdf:
        own = len(pdf.Root.AcroForm.DR.Font.keys())
    with Pdf.open(BytesIO(merged(part("S1", ours), part("S2", theirs), part("S3", theirs)))) as pdf:
        fonts = pdf.Root.AcroForm.DR.Font
        names = len(fonts.keys())
        used: dict[str, str] = {}
        for field in pdf.Root.AcroForm.Fields:
            typed: Any = next(kid for group in field.Kids for kid in group.Kids if "/DA" in kid)
            name = re.search(r"(/\S+) [\d.]+ Tf", str(typed.DA))
            assert name, typed.DA
            used[str(field.T)] = str(fonts[name[1]].BaseFont)
    assert used.pop("id-S1").endswith("Kit-Form")
    assert used == {"id-S2": "/Courier", "id-S3": "/Courier"}
    assert names == 2 * own, "sheets with the same font share its name"


def _with_other_font(data: bytes) -> bytes:
    with Pdf.open(BytesIO(data)) as pdf:
        form = pdf.Root.AcroForm
        font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courier))
        form.DR = Dictionary(Font=Dictionary(dict.fromkeys(form.DR.Font.keys(), font)))
        file = BytesIO()
        pdf.save(file, deterministic_id=True)
    return file.getvalue()


def test_what_fields_inherit_from_their_sheets_form_they_inherit_in_the_pack() -> None:
    with Pdf.open(BytesIO(document("Card", form=True))) as pdf:
        pdf.Root.AcroForm.DA, pdf.Root.AcroForm.Q = String("0 g"), 1
        file = BytesIO()
        pdf.save(file, deterministic_id=True)
    with Pdf.open(BytesIO(merged(part("S1", file.getvalue()), part("S2", document("Guide"))))) as pdf:
        field: Any = pdf.Root.AcroForm.Fields[0]
        assert (str(field.DA), field.Q) == ("0 g", 1)


def test_a_form_that_lists_its_boxes_twice_is_put_right() -> None:
    """WeasyPrint lists the boxes of a group beside the group; listed so, each would be a field of its own."""
    html = f"<html lang=en><title>Raw</title><style>input {{ appearance: auto }}</style>{FORM}"
    with Pdf.open(BytesIO(merged(part("S1", render_pdf(html, ASSETS, b"raw").data)))) as pdf:
        sheet: Any = pdf.Root.AcroForm.Fields[0]
        assert sorted(str(field.T) for field in sheet.Kids) == ["evidence", "notes", "rating"]


def test_a_pack_without_forms_has_no_form() -> None:
    with Pdf.open(BytesIO(merged(part("G1", document("Guide"))))) as pdf:
        assert "/AcroForm" not in pdf.Root


# --- older ways to say the same ----------------------------------------------------------------------------


def test_roles_nested_trees_and_old_destinations_are_merged() -> None:
    with Pdf.open(BytesIO(document("Old", 2))) as pdf:
        root = pdf.Root
        root.StructTreeRoot.RoleMap = Dictionary(Aside=Name.Sect)
        root.StructTreeRoot.ParentTree = Dictionary(Kids=[pdf.make_indirect(root.StructTreeRoot.ParentTree)])
        flat = list(root.Names.Dests.Names)
        root.Dests = Dictionary(
            {f"/{name}": place for name, place in zip(flat[::2], flat[1::2], strict=True)}
        )
        del root.Names
        for page in pdf.pages:
            for link in page.obj.Annots:
                if "/Dest" in link:
                    link.A = Dictionary(S=Name.GoTo, D=Name(f"/{link.Dest}"))
                    del link.Dest
        root.Outlines.First.Dest = String("p2")
        file = BytesIO()
        pdf.save(file, deterministic_id=True)
    data = merged(part("S1", file.getvalue()), part("S2", file.getvalue()))
    assert structure_faults(data) == []
    with Pdf.open(BytesIO(data)) as pdf:
        assert pdf.Root.StructTreeRoot.RoleMap == Dictionary(Aside=Name.Sect)
        places = pikepdf.NameTree(pdf.Root.Names.Dests)
        link = pdf.pages[2].Annots[0]
        assert places[str(link.A.D)][0].objgen == pdf.pages[3].obj.objgen
        mark = pdf.Root.Outlines.Last.First
        assert places[str(mark.Dest)][0].objgen == pdf.pages[3].obj.objgen


# --- size and sameness -------------------------------------------------------------------------------------


def test_twenty_copies_are_drawn_once() -> None:
    data = document("Card", 2, form=True)
    copies = merged(*(part(f"S{number}", data) for number in range(20)))
    assert len(copies) < 20 * len(data) / 3
    with Pdf.open(BytesIO(copies)) as pdf:
        assert len({page.obj.Contents.objgen for page in pdf.pages}) == 2
        assert len(font_files(pdf)) == len(font_files(Pdf.open(BytesIO(data))))
        assert len({field.objgen for page in pdf.pages[::2] for field in page.obj.Annots}) == 20 * 7


def test_a_picture_on_twenty_copies_is_in_the_pack_once() -> None:
    picture = "<html lang=en><title>Logo</title><h1>Logo</h1><p style='opacity: 0.5'>drawn as a group</p>"
    data = render_pdf(picture, ASSETS, b"picture").data
    assert groups_of(data) == 1
    assert groups_of(merged(*(part(f"S{number}", data) for number in range(20)))) == 1


def groups_of(data: bytes) -> int:
    with Pdf.open(BytesIO(data)) as pdf:
        streams = [each for each in pdf.objects if isinstance(each, Stream)]
        return sum(each.get("/Subtype") == Name.Form for each in streams)


def test_different_sheets_share_the_fonts_they_have_in_common() -> None:
    with Pdf.open(
        BytesIO(merged(*(part(f"S{n}", document(f"Card {n}", form=True)) for n in range(3))))
    ) as pdf:
        assert [name for name, count in font_files(pdf).items() if count > 1] == []


def font_files(pdf: Pdf) -> Counter[bytes]:
    """Every font file once per stream."""
    descriptors = (each for each in pdf.objects if isinstance(each, Dictionary) and "/FontDescriptor" in each)
    streams = {
        stream.objgen: stream.read_raw_bytes()
        for each in descriptors
        for name, stream in each.FontDescriptor.items()
        if name.startswith("/FontFile")
    }
    return Counter(streams.values())


def test_the_same_parts_give_the_same_bytes_in_every_process(tmp_path: Path, in_python: Any) -> None:
    script = (
        "import hashlib, json, pathlib\n"
        "from interviewkit.print_pack.merge import Part, merge_parts\n"
        "parts = [Part(t, pathlib.Path(f).read_bytes(), t, t) for t, f in json.load(open('parts.json'))]\n"
        "print(hashlib.sha256(merge_parts(parts, 'A pack', 'en')).hexdigest())\n"
    )
    for each in MIXED:
        (tmp_path / each.label).write_bytes(each.data)
    (tmp_path / "parts.json").write_text(json.dumps([(each.label, each.label) for each in MIXED]))
    runs = [in_python("-c", script, PYTHONHASHSEED=seed) for seed in ("1", "2")]
    assert [run.err for run in runs] == ["", ""]
    assert runs[0].out == runs[1].out


# --- the example's packs -----------------------------------------------------------------------------------


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_examples_whole_kit_is_one_good_document(demo_kits: dict[str, Path], paper: str) -> None:
    folder = demo_kits[paper]
    sheets = packs_of(*example_kit())[-1].sheets
    parts = [
        Part(s.title, (folder / s.path).read_bytes(), s.prefix, s.label, one_sided=s.one_sided)
        for s in sheets
    ]
    data = (folder / "print-pack.pdf").read_bytes()
    assert_sheets_keep_to_themselves(data, parts)
    assert structure_faults(data) == []
    assert [title for title, _, _ in bookmarks_of(data)] == [sheet.title for sheet in sheets]
    assert {(round(right), round(top)) for _, _, (_, _, right, top) in pages_of(data)} == {PAPER_SIZES[paper]}
    assert len(data) < 0.8 * sum(len(each.data) for each in parts)


def test_nothing_of_the_examples_kit_is_forgotten(demo_kits: dict[str, Path]) -> None:
    folder = demo_kits["a4"]
    packs = packs_of(*example_kit())
    written = {path.relative_to(folder).as_posix() for path in folder.rglob("*.pdf")}
    assert written == {pack.path for pack in packs} | {sheet.path for sheet in packs[-1].sheets}


@cache
def example_kit() -> tuple[Kit, tuple[Sheet, ...]]:
    """The example's kit and sheets, with the ids of another digest."""
    inputs = load_inputs(EXAMPLE, open_library())
    kit = compose_kit(inputs.rubric, inputs.opening, inputs.jurisdiction.value, inputs.opening_id)
    return kit, sheets_of(kit, "0" * 12, inputs.opening.value.candidates, LOOK)
