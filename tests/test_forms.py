"""The scorecard as a form: one file for pen and keyboard, filled by what people really use."""

import ctypes
import re
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pypdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from numpy.typing import NDArray
from pikepdf.form import ExtendedAppearanceStreamGenerator, Form

from interviewkit.builtin import builtin_folder
from interviewkit.models.kit_record import KitRecord
from interviewkit.units import Rect

CARD = "scorecards/C-014/engineering--interviewer-one.pdf"
BLANK = "scorecards/engineering.pdf"
RATING = "rating.software_engineering"
EVIDENCE = "evidence.software_engineering"
NOTE = "Wrote the failing test first; asked who reads the log. Reverted within “ten minutes”, says why: café."
TYPED = "Wrote the failing test first; asked who reads the log. Reverted in 10 minutes."
CHOICES = {"v1", "v2", "v3", "v4", "v5", "not_assessed"}
MULTILINE = 1 << 12


@pytest.fixture(params=["a4", "letter"])
def kit(request: pytest.FixtureRequest, demo_kits: dict[str, Path]) -> Path:
    return demo_kits[request.param]


def record_of(kit: Path) -> KitRecord:
    return KitRecord.model_validate_json((kit / "kit.json").read_bytes())


def values(data: bytes) -> dict[str, str]:
    """Every field that has a value, by its full name."""
    fields = pypdf.PdfReader(BytesIO(data)).get_fields() or {}
    found = {name: str(field.get("/V", "")) for name, field in fields.items() if field.get("/FT")}
    return {name: value for name, value in found.items() if value not in {"", "/Off"}}


def states(data: bytes) -> dict[str, list[str]]:
    """What the boxes of every choice show."""
    with pikepdf.open(BytesIO(data)) as pdf:
        shown: dict[str, list[str]] = {}
        for page in pdf.pages:
            for widget in page.Annots:
                if "/AS" in widget:
                    shown.setdefault(full_name(widget), []).append(str(widget.AS))
        return shown


def full_name(field: Any) -> str:
    """The name of a field or of a widget's field: those parts that have one, joined by dots."""
    parent = full_name(field.Parent) if "/Parent" in field else ""
    return ".".join(part for part in (parent, str(field.get("/T", ""))) if part)


def filled_by_pypdf(data: bytes) -> bytes:
    writer = pypdf.PdfWriter(clone_from=BytesIO(data))
    for page in writer.pages:
        writer.update_page_form_field_values(page, {RATING: "/v4", EVIDENCE: NOTE}, auto_regenerate=False)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def filled_by_pikepdf(data: bytes) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        form = Form(pdf, ExtendedAppearanceStreamGenerator)
        form[EVIDENCE].value = NOTE
        rating: Any = form[RATING]
        next(option for option in rating.options if option.on_value == pikepdf.Name.v4).select()
        pdf.save(out)
    return out.getvalue()


def filled_by_hand_in_pdfium(data: bytes) -> bytes:
    """A click into the box and into the lines, then keys: as in Chrome's viewer."""
    with opened(data) as document:
        with viewed(document, 0) as viewer:
            viewer.click(centre(data, RATING, "v4"))
            viewer.click(centre(data, EVIDENCE))
            viewer.type(NOTE)
        out = BytesIO()
        document.save(out)
        return out.getvalue()


@contextmanager
def opened(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    with closing(pypdfium2.PdfDocument(data)) as document:
        document.init_forms()
        yield document


class Viewer:
    """A page in PDFium's form filler; places in points from the bottom left."""

    def __init__(self, form: Any, page: Any) -> None:
        self._form, self._page = form, page

    def click(self, place: tuple[float, float]) -> None:
        for event in (pdfium.FORM_OnMouseMove, pdfium.FORM_OnLButtonDown, pdfium.FORM_OnLButtonUp):
            event(self._form, self._page, 0, *(ctypes.c_double(edge) for edge in place))

    def type(self, text: str) -> None:
        for character in text:
            pdfium.FORM_OnChar(self._form, self._page, ord(character), 0)

    def press_tab(self) -> None:
        pdfium.FORM_OnKeyDown(self._form, self._page, pdfium.FWL_VKEY_Tab, 0)


@contextmanager
def viewed(document: pypdfium2.PdfDocument, number: int) -> Iterator[Viewer]:
    assert document.formenv
    with closing(document[number]) as page:
        yield Viewer(document.formenv.raw, page.raw)
        pdfium.FORM_ForceToKillFocus(document.formenv.raw)


def centre(data: bytes, name: str, state: str = "") -> tuple[float, float]:
    """The middle of the widget of a field; of a choice, of the box for that state."""
    with pikepdf.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            for widget in page.Annots:
                if full_name(widget) == name and (not state or f"/{state}" in widget.AP.N):
                    left, bottom, right, top = (float(edge) for edge in widget.Rect)
                    return (left + right) / 2, (bottom + top) / 2
    raise AssertionError(name)


def pixels(data: bytes, number: int, *, forms: bool) -> NDArray[np.uint8]:
    """A page in grey at 100 dpi."""
    with opened(data) as document, closing(document[number]) as page:
        bitmap = page.render(scale=100 / 72, grayscale=True, may_draw_forms=forms, draw_annots=forms)
        with closing(bitmap):
            return np.array(bitmap.to_numpy())


CLIENTS = [filled_by_pypdf, filled_by_pikepdf, filled_by_hand_in_pdfium]


def test_every_field_of_the_record_is_in_the_pdf_at_its_printed_box(kit: Path) -> None:
    record = record_of(kit)
    for sheet in record.sheets:
        with pikepdf.open(kit / sheet.path) as pdf:
            for page in record.pages_of(sheet):
                told = [((field.name, field.state or ""), field.rect) for field in page.fields]
                found = dict(widgets(pdf.pages[page.page - 1]))
                assert [name for name, _ in told] == list(found), sheet.path
                assert all(found[name] == pytest.approx(rect, abs=0.01) for name, rect in told)
                assert page.size == tuple(round(float(edge), 3) for edge in pdf.pages[0].mediabox[2:])


def widgets(page: pikepdf.Page) -> Iterator[tuple[tuple[str, str], tuple[float, ...]]]:
    """Full name with state, and rectangle from the top left, of every widget on the page."""
    height = float(page.mediabox[3])
    for widget in page.obj.Annots:
        left, bottom, right, top = (float(edge) for edge in widget.Rect)
        shown = [str(key)[1:] for key in widget.AP.N if key != "/Off"] if "/AS" in widget else [""]
        yield (full_name(widget), shown[0]), (left, height - top, right, height - bottom)


def test_ratings_and_recommendation_are_groups_and_the_rest_is_text(kit: Path) -> None:
    fields = pypdf.PdfReader(kit / BLANK).get_fields() or {}
    choices = {name: set(field["/_States_"]) for name, field in fields.items() if field.get("/FT") == "/Btn"}
    rated = {"software_engineering", "hands_on_learning", "evaluation_design", "interface_design"}
    recommendations = {
        "/clearly_hire",
        "/hire",
        "/do_not_hire",
        "/clearly_do_not_hire",
        "/Off",
    }
    assert choices == {
        **{f"rating.{name}": {"/Off", *(f"/{state}" for state in CHOICES)} for name in rated},
        "recommendation": recommendations,
    }
    texts = {name: int(field.get("/Ff", 0)) for name, field in fields.items() if field.get("/FT") == "/Tx"}
    lines = {f"evidence.{name}" for name in rated} | {"reason"}
    slots = {"candidate", "interviewer", "date", "finished", "signature"}
    assert texts.keys() == lines | slots
    assert all(texts[name] & MULTILINE for name in lines)


def test_what_is_known_is_printed_and_the_rest_asked(kit: Path) -> None:
    names = set(pypdf.PdfReader(kit / CARD).get_fields() or {})
    assert names & {"candidate", "interviewer", "date"} == {"date"}
    assert "Łucja Świątek" in pypdf.PdfReader(kit / CARD).pages[0].extract_text()


@pytest.mark.parametrize(
    ("name", "state", "tooltip"),
    [
        (RATING, "", "Software engineering"),
        (RATING, "v3", r"Software engineering, level 3: \S.{20,}"),
        (RATING, "not_assessed", "Software engineering, not assessed"),
        (EVIDENCE, "", "Evidence for Software engineering"),
        ("recommendation", "hire", r"Recommendation, Hire: \S.{20,}"),
        ("reason", "", "Reason for the recommendation, from the evidence on this sheet"),
        ("date", "", "Date"),
    ],
)
def test_a_field_says_in_words_what_it_is(kit: Path, name: str, state: str, tooltip: str) -> None:
    with pikepdf.open(kit / BLANK) as pdf:
        found = [
            str((widget if state or ("/TU" in widget and "/AS" not in widget) else widget.Parent).TU)
            for page in pdf.pages
            for widget in page.Annots
            if full_name(widget) == name and (not state or f"/{state}" in widget.AP.N)
        ]
    assert found
    assert all(re.fullmatch(tooltip, text) for text in found), found


@pytest.mark.parametrize("fill", CLIENTS)
def test_what_is_filled_in_is_kept(kit: Path, fill: Callable[[bytes], bytes]) -> None:
    filled = fill((kit / CARD).read_bytes())
    assert values(filled) == {RATING: "/v4", EVIDENCE: NOTE}
    assert sorted(states(filled)[RATING]) == ["/Off"] * 5 + ["/v4"]


@pytest.mark.parametrize("fill", CLIENTS)
def test_what_is_filled_in_is_readable_and_stays_inside_its_place(
    kit: Path, fill: Callable[[bytes], bytes]
) -> None:
    blank = (kit / CARD).read_bytes()
    filled = fill(blank)
    ink = pixels(filled, 0, forms=True) != pixels(blank, 0, forms=True)
    record = record_of(kit)
    front = record.pages_of(next(sheet for sheet in record.sheets if sheet.path == CARD))[0]
    places = {(field.name, field.state): field.rect for field in front.fields}
    for place in (places[RATING, "v4"], places[EVIDENCE, None]):
        rows, columns = slices(place)
        assert ink[rows, columns].any()
        ink[rows, columns] = False
    assert not ink.any()


def slices(rect: Rect) -> tuple[slice, slice]:
    """The pixels of a rectangle and one around it."""
    left, top, right, bottom = (edge * 100 / 72 for edge in rect)
    return slice(int(top) - 1, int(bottom) + 2), slice(int(left) - 1, int(right) + 2)


def test_much_text_is_set_smaller_more_than_fits_is_not_taken_and_nothing_spills(kit: Path) -> None:
    blank = (kit / CARD).read_bytes()
    with opened(blank) as document:
        with viewed(document, 0) as viewer:
            viewer.click(centre(blank, EVIDENCE))
            viewer.type("What the candidate said and did, in words. " * 200)
        out = BytesIO()
        document.save(out)
    taken = values(out.getvalue())[EVIDENCE]
    assert 2000 < len(taken) < 8600
    rect = centre(blank, "evidence.hands_on_learning")
    ink = pixels(out.getvalue(), 0, forms=True) != pixels(blank, 0, forms=True)
    row = int((float(pypdf.PdfReader(kit / CARD).pages[0].mediabox.height) - rect[1]) * 100 / 72)
    assert not ink[row - 20 :].any()


def test_a_choice_moves_with_the_next_click(kit: Path) -> None:
    blank = (kit / CARD).read_bytes()
    with opened(blank) as document:
        with viewed(document, 0) as viewer:
            viewer.click(centre(blank, RATING, "v2"))
            viewer.click(centre(blank, RATING, "not_assessed"))
        out = BytesIO()
        document.save(out)
    assert values(out.getvalue()) == {RATING: "/not_assessed"}
    assert sorted(states(out.getvalue())[RATING]) == ["/Off"] * 5 + ["/not_assessed"]


@pytest.mark.parametrize("number", [0, 1])
def test_empty_fields_do_not_change_the_print(kit: Path, number: int) -> None:
    data = (kit / CARD).read_bytes()
    assert (pixels(data, number, forms=True) == pixels(data, number, forms=False)).all()


def test_the_tab_key_follows_the_page(kit: Path) -> None:
    with pikepdf.open(kit / BLANK) as pdf:
        assert [page.Tabs for page in pdf.pages] == ["/S", "/S"]
        order = [full_name(widget) for page in pdf.pages for widget in page.Annots]
    seen = list(dict.fromkeys(order))
    rated = ["software_engineering", "hands_on_learning", "evaluation_design", "interface_design"]
    pairs = [f"{part}.{name}" for name in rated for part in ("evidence", "rating")]
    last = ["recommendation", "reason", "finished", "signature"]
    assert seen == ["candidate", "interviewer", "date", *pairs, *last]


def test_the_font_of_fields_is_embedded_and_no_viewer_has_to_draw_them_anew(kit: Path) -> None:
    with pikepdf.open(kit / BLANK) as pdf:
        form = pdf.Root.AcroForm
        font = form.DR.Font.KitForm
        assert "/FontFile2" in font.FontDescriptor
        assert len(font.Widths) == 224
        assert "/NeedAppearances" not in form


def test_a_place_on_both_sides_is_one_field(kit: Path) -> None:
    with pikepdf.open(kit / BLANK) as pdf:
        field = next(field for field in pdf.Root.AcroForm.Fields if str(field.T) == "date")
        assert len(field.Kids) == 2


def test_a_template_that_prints_no_boxes_is_refused_and_nothing_is_written(
    interviewkit: Callable[..., Any], small: Callable[..., Path], tmp_path: Path
) -> None:
    small(quick=False)
    own = tmp_path / "own"
    own.mkdir()
    style = (builtin_folder("templates") / "scorecard.css").read_text(encoding="utf-8")
    (own / "scorecard.css").write_text(f"{style}\n.levels .box {{ border: 0 }}", encoding="utf-8")
    outcome = interviewkit("build", "opening.yaml", "--templates", "own")
    assert outcome.code == 1
    assert {line.split(": ")[1][:5] for line in outcome.err.splitlines()} == {"IK052"}
    assert "`rating.building` v1 has no outline on page 1; print each box as the outline" in outcome.err
    assert not (tmp_path / "output").exists()
