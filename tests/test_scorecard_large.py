"""The scorecard in large print: the same fields, nothing below 16 points, on as many pages as it takes."""

import ctypes
from functools import cache
from itertools import combinations

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from interviewkit.assets import FolderAssets
from interviewkit.builtin import builtin_folder
from interviewkit.compose.kit import compose_kit
from interviewkit.documents import Look, documents_of, shared_context, sheets_of
from interviewkit.finishing import FinishedPdf, finish_pdf
from interviewkit.form.controls import FieldKind
from interviewkit.html import open_templates, render_html
from interviewkit.ink_check import InkBox, ink_faults
from interviewkit.inputs import load_inputs
from interviewkit.language import open_language
from interviewkit.library import open_library
from interviewkit.models.jurisdiction import Paper
from interviewkit.models.kit import Kit
from interviewkit.pdf import render_pdf
from interviewkit.scorecard.large import lay_out_large
from interviewkit.units import POINTS_PER_MM, Rect

EXAMPLE = builtin_folder("examples") / "claims-assistant.yaml"
TEMPLATES = (builtin_folder("templates"),)
LONG = (
    "Moves other people's work into written interfaces with measured limits, so that several teams change "
    "and release them without asking anyone, and says beforehand what would show that it went wrong"
)
BOTH = pytest.mark.parametrize("paper", Paper)
CASES = [(paper, length) for paper in Paper for length in ("usual", "long")]


@cache
def example_kit() -> Kit:
    inputs = load_inputs(EXAMPLE, open_library())
    return compose_kit(inputs.rubric, inputs.opening, inputs.jurisdiction.value, inputs.opening_id)


def kit_with(length: str) -> Kit:
    kit = example_kit()
    if length == "usual":
        return kit
    competencies = tuple(
        entry.model_copy(
            update={
                "definition": LONG,
                "anchors": entry.anchors.model_copy(update={f"level_{n}": LONG for n in range(1, 6)}),
            }
        )
        for entry in kit.competencies
    )
    return kit.model_copy(update={"competencies": competencies})


@cache
def card(paper: Paper, length: str, *, large: bool = True) -> tuple[FinishedPdf, int | None]:
    """The first interview's blank scorecard and how many pages were counted for it."""
    kit, look = kit_with(length), Look(open_language("en", "GB", TEMPLATES), paper, large)
    document = next(d for d in documents_of(kit, sheets_of(kit, "0" * 12, (), look), look) if d.sheet)
    context = {**shared_context(kit, "0" * 12, look, {}, has_logo=False), **document.context}
    html = render_html(open_templates(TEMPLATES, look.language), document.template, context)
    rendered = render_pdf(html, FolderAssets(TEMPLATES), b"test")
    assert rendered.warnings == ()
    return finish_pdf(rendered, is_sheet=True), document.max_pages


def boxes_of(pdf: FinishedPdf) -> list[tuple[str, int, Rect]]:
    return [
        (f"{field.name} {field.state}", field.page, field.rect)
        for field in pdf.fields
        if field.kind is FieldKind.CHOICE
    ]


def gap(first: Rect, second: Rect) -> tuple[float, float]:
    """Horizontal and vertical distance in mm; negative where they overlap."""
    across = max(first[0], second[0]) - min(first[2], second[2])
    down = max(first[1], second[1]) - min(first[3], second[3])
    return across / POINTS_PER_MM, down / POINTS_PER_MM


@BOTH
def test_it_has_the_same_fields_as_the_usual_one(paper: Paper) -> None:
    large, usual = card(paper, "usual")[0], card(paper, "usual", large=False)[0]
    assert {(f.name, f.state) for f in large.fields} == {(f.name, f.state) for f in usual.fields}


@pytest.mark.parametrize(("paper", "length"), CASES)
def test_it_has_the_pages_that_were_counted(paper: Paper, length: str) -> None:
    pdf, counted = card(paper, length)
    assert pdf.pages == counted
    assert sorted(pdf.codes) == list(range(1, pdf.pages + 1))


@pytest.mark.parametrize(("paper", "length"), CASES)
def test_no_letter_is_smaller_than_16_points_or_off_the_printable_area(paper: Paper, length: str) -> None:
    with pypdfium2.PdfDocument(card(paper, length)[0].data) as document:
        for page in document:
            text, (width, height) = page.get_textpage(), page.get_size()
            matrix = pdfium.FS_MATRIX()
            for index in range(text.count_chars()):
                letter = text.get_text_range(index, 1)
                if letter.strip():
                    pdfium.FPDFText_GetMatrix(text.raw, index, ctypes.byref(matrix))
                    size = pdfium.FPDFText_GetFontSize(text.raw, index) * abs(matrix.d or 1)
                    assert size >= 15.9, (letter, size)
                    left, bottom, right, top = text.get_charbox(index)
                    assert min(left, bottom, width - right, height - top) >= 12.6 * POINTS_PER_MM, letter


@pytest.mark.parametrize(("paper", "length"), CASES)
def test_boxes_keep_their_size_and_their_distance_from_each_other_and_from_writing(
    paper: Paper, length: str
) -> None:
    pdf, _ = card(paper, length)
    boxes = boxes_of(pdf)
    sides = {round((r[2] - r[0]) / POINTS_PER_MM, 1) for _, _, r in boxes}
    assert sides == {5.0}
    for (one, page, first), (two, other, second) in combinations(boxes, 2):
        across, down = gap(first, second)
        assert page != other or across >= 5 or down >= 3, (one, two)
    for one, page, box in boxes:
        for field in pdf.fields:
            if field.kind is FieldKind.TEXT and field.page == page:
                assert max(gap(box, field.rect)) >= 8, (one, field.name)


@pytest.mark.parametrize(("paper", "length"), CASES)
def test_every_box_is_where_its_ink_is(paper: Paper, length: str) -> None:
    pdf, _ = card(paper, length)
    assert ink_faults(pdf.data, [InkBox(name, page, rect) for name, page, rect in boxes_of(pdf)]) == []


@BOTH
def test_there_are_at_least_three_lines_for_each_evidence(paper: Paper) -> None:
    for field in card(paper, "long")[0].fields:
        if field.name.startswith(("evidence.", "reason")):
            assert (field.rect[3] - field.rect[1]) / POINTS_PER_MM >= 3 * 10.5, field.name


@BOTH
def test_the_cover_says_until_when_the_sheet_is_kept(paper: Paper) -> None:
    with pypdfium2.PdfDocument(card(paper, "usual")[0].data) as pdf:
        pages = [" ".join(page.get_textpage().get_text_bounded().split()) for page in pdf]
    assert ["Destroy this sheet after 7 Dec 2027." in text for text in pages] == [
        True,
        *[False] * (len(pages) - 1),
    ]


@pytest.mark.parametrize(
    ("language", "months", "sentence"),
    [
        ("en", 1, "Destroy this sheet 1 month after the decision."),
        ("en", 12, "Destroy this sheet 12 months after the decision."),
        ("de", 6, "Diesen Bogen 6 Monate nach der Entscheidung vernichten."),
        ("fr", 24, "Détruire cette fiche 24 mois après la décision."),
    ],
)
def test_without_a_day_of_decision_it_counts_the_months(language: str, months: int, sentence: str) -> None:
    kit = example_kit()
    retention = kit.jurisdiction.retention.model_copy(update={"months": months})
    jurisdiction = kit.jurisdiction.model_copy(update={"retention": retention})
    kit = kit.model_copy(update={"retention_until": None, "jurisdiction": jurisdiction})
    words = open_language(language, "GB", TEMPLATES)
    assert lay_out_large(kit, kit.stages[0], Paper.A4, words).rules[-1] == sentence
