"""The scorecard as an instrument: two pages, boxes and lines where pens and scanners need them."""

import datetime
import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path

import pypdfium2
import pytest

from interviewkit.assets import FolderAssets
from interviewkit.builtin import builtin_folder
from interviewkit.compose.kit import compose_kit
from interviewkit.documents import Document, Look, documents_of, shared_context, sheets_of
from interviewkit.finishing import FinishedPdf, finish_pdf
from interviewkit.html import open_templates, render_html
from interviewkit.inputs import load_inputs
from interviewkit.language import known_languages, open_language
from interviewkit.library import open_library
from interviewkit.models.competency import Anchors
from interviewkit.models.jurisdiction import Paper
from interviewkit.models.kit import Kit, KitCompetency
from interviewkit.models.opening import Candidate
from interviewkit.models.scale import Seniority
from interviewkit.pdf import render_pdf
from interviewkit.scorecard.geometry import GEOMETRIES
from interviewkit.scorecard.layout import LEAST_LINES, ScorecardLayout, foot_width, lay_out_scorecard
from interviewkit.scorecard.text_width import Weight, line_count, text_width
from interviewkit.units import Rect

EXAMPLE = builtin_folder("examples") / "claims-assistant.yaml"
TEMPLATES = (builtin_folder("templates"),)
MM = 72 / 25.4
LONG_ANCHOR = (
    "Moves other people's work into written interfaces with measured limits, so that several teams change "
    "and release them without asking anyone"
)
LONG_DEFINITION = (
    "Builds integrations and services that others can run, change and trust, " * 2 + "and says how they know."
)
SHORT_ANCHOR = "Asks."

CASES = [
    (paper, count, length)
    for paper in Paper
    for count in range(1, 6)
    for length in ("short", "usual", "long")
]


@cache
def example_kit() -> Kit:
    inputs = load_inputs(EXAMPLE, open_library())
    return compose_kit(inputs.rubric, inputs.opening, inputs.jurisdiction.value, inputs.opening_id)


def with_texts(competency: KitCompetency, length: str) -> KitCompetency:
    if length == "usual":
        return competency
    anchor = LONG_ANCHOR if length == "long" else SHORT_ANCHOR
    anchors = Anchors(**{f"level_{level}": anchor for level in range(1, 6)})
    definition = LONG_DEFINITION if length == "long" else "Asks questions."
    return competency.model_copy(update={"anchors": anchors, "definition": definition})


@cache
def sheet(paper: Paper, count: int, length: str, language: str = "en") -> FinishedPdf:
    """The first interview's scorecard with so many competencies and texts of that length."""
    kit = example_kit()
    competencies = tuple(with_texts(competency, length) for competency in kit.competencies)
    rated = tuple(competency.id for competency in competencies[:count])
    stage = kit.stages[0].model_copy(update={"rated": rated})
    kit = kit.model_copy(update={"competencies": competencies, "stages": (stage,)})
    candidate = Candidate(id="C-014", name="Łucja Świątek" if length != "long" else "Anna-Maria " * 5 + "Bo")
    look = Look(open_language(language, "GB", TEMPLATES), paper)
    return printed(kit, scorecards(kit, look, candidate)[-1], look)


def printed(kit: Kit, card: Document, look: Look) -> FinishedPdf:
    """The card as it is handed out; what WeasyPrint logs is a failure."""
    context = {**shared_context(kit, "0123456789ab", look, {}, has_logo=False), **card.context}
    html = render_html(open_templates(TEMPLATES, look.language), card.template, context)
    rendered = render_pdf(html, FolderAssets(TEMPLATES), b"test")
    assert rendered.warnings == ()
    return finish_pdf(rendered, is_sheet=True)


def scorecards(kit: Kit, look: Look, candidate: Candidate) -> list[Document]:
    sheets = sheets_of(kit, "0123456789ab", (candidate,), look)
    return [document for document in documents_of(kit, sheets, look) if document.sheet]


def fields(pdf: FinishedPdf, pattern: str) -> dict[str, tuple[int, Rect]]:
    """Page and rectangle in mm of the fields whose name matches; a box of a choice with its state."""
    named = {f"{field.name}.{field.state}".rstrip("."): field for field in pdf.fields}
    return {
        name: (
            field.page,
            (field.rect[0] / MM, field.rect[1] / MM, field.rect[2] / MM, field.rect[3] / MM),
        )
        for name, field in named.items()
        if re.fullmatch(pattern, name)
    }


def gap(first: Rect, second: Rect) -> tuple[float, float]:
    """Horizontal and vertical distance of two rectangles; negative where they overlap."""
    return (
        max(first[0], second[0]) - min(first[2], second[2]),
        max(first[1], second[1]) - min(first[3], second[3]),
    )


BOXES, WRITING = r"rating\..*|recommendation\..*", r"evidence\..*|reason"


@pytest.mark.parametrize(("paper", "count", "length"), CASES)
def test_a_sheet_is_one_duplex_sheet(paper: Paper, count: int, length: str) -> None:
    pdf = sheet(paper, count, length)
    assert pdf.pages == 2


@pytest.mark.parametrize(("paper", "count", "length"), CASES)
def test_every_box_is_4_5_mm_and_every_competency_has_six(paper: Paper, count: int, length: str) -> None:
    boxes = fields(sheet(paper, count, length), BOXES)
    sizes = {(round(box[2] - box[0], 1), round(box[3] - box[1], 1)) for _, box in boxes.values()}
    assert sizes == {(4.5, 4.5)}
    assert len(boxes) == count * 6 + 4


@pytest.mark.parametrize(("paper", "count", "length"), CASES)
def test_boxes_stand_apart_from_each_other_and_from_writing(paper: Paper, count: int, length: str) -> None:
    pdf = sheet(paper, count, length)
    boxes, writing = fields(pdf, BOXES), fields(pdf, WRITING)
    for (one, (page, first)), (two, (other, second)) in combinations(boxes.items(), 2):
        aside, above = gap(first, second)
        assert page != other or aside >= 5 or above >= 3, (one, two)
    for one, (page, first) in boxes.items():
        for two, (other, second) in writing.items():
            assert page != other or max(gap(first, second)) >= 8, (one, two)


@pytest.mark.parametrize(("paper", "count", "length"), CASES)
def test_there_is_room_to_write_whole_lines(paper: Paper, count: int, length: str) -> None:
    least = 3 if count == 5 or length == "long" else 4
    for name, (_, area) in fields(sheet(paper, count, length), WRITING).items():
        lines = (area[3] - area[1]) / 8.47
        assert abs(lines - round(lines)) < 0.02, name
        assert round(lines) >= (3 if name == "reason" else least), name
        assert area[2] - area[0] == pytest.approx(184.6, abs=0.1)


@pytest.mark.parametrize(("paper", "count", "length"), CASES)
def test_fields_lie_inside_what_both_papers_print_and_off_the_corner_marks(
    paper: Paper, count: int, length: str
) -> None:
    pdf = sheet(paper, count, length)
    width, height = (edge / MM for edge in pdf.page_size)
    marks = [(x, y, x + 14, y + 14) for x in (10, width - 24) for y in (10, height - 24)]
    for name, (_, box) in fields(pdf, ".*").items():
        assert min(box[0], box[1], width - box[2], height - box[3]) >= 12.6, name
        assert all(max(gap(box, mark)) >= 0 for mark in marks), name


LABEL_GAP, EDGE = 1.5, 12.6


@pytest.mark.parametrize(("paper", "count", "length"), CASES)
def test_text_keeps_off_edges_marks_boxes_and_writing_areas(paper: Paper, count: int, length: str) -> None:
    pdf = sheet(paper, count, length)
    width, height = (edge / MM for edge in pdf.page_size)
    marks = [(x, y, x + 14, y + 14) for x in (10, width - 24) for y in (10, height - 24)]
    boxes, writing = fields(pdf, BOXES).values(), fields(pdf, WRITING).values()
    for page, letter, place in letters(pdf):
        assert min(place[0], place[1], width - place[2], height - place[3]) >= EDGE, letter
        assert all(max(gap(place, mark)) >= 0 for mark in marks), letter
        assert all(page != other or max(gap(place, box)) >= LABEL_GAP for other, box in boxes), letter
        assert all(page != other or max(gap(place, area)) >= 0 for other, area in writing), letter


def letters(pdf: FinishedPdf) -> Iterator[tuple[int, str, Rect]]:
    """Page, letter and the rectangle of its ink in mm from the top left, of everything printed."""
    with pypdfium2.PdfDocument(pdf.data) as document:
        for number, page in enumerate(document, start=1):
            text, height = page.get_textpage(), page.get_height()
            for index in range(text.count_chars()):
                letter = text.get_text_range(index, 1)
                if letter.strip():
                    left, bottom, right, top = text.get_charbox(index)
                    yield number, letter, (left / MM, (height - top) / MM, right / MM, (height - bottom) / MM)


@pytest.mark.parametrize("role", open_library().ids("roles"))
def test_every_role_in_the_tree_has_sheets_of_two_pages(role: str, tmp_path: Path) -> None:
    """The fullest sheet over all seniorities and languages is printed; the others have more room to write."""
    seniorities = open_library().role(role).value.seniorities
    kits = [kit_in(tmp_path, role, seniority) for seniority in seniorities]
    for paper in Paper:
        cards = [
            (kit, card, look)
            for kit in kits
            for language in known_languages(TEMPLATES)
            for look in (Look(open_language(language, "GB", TEMPLATES), paper),)
            for card in scorecards(kit, look, Candidate(id="C-014", name="Anna-Maria " * 5 + "Bo"))
        ]
        kit, fullest, look = min(cards, key=lambda found: fewest_lines(found[1].context["layout"]))
        assert fewest_lines(fullest.context["layout"]) >= LEAST_LINES
        assert printed(kit, fullest, look).pages == 2


def kit_in(folder: Path, role: str, seniority: Seniority) -> Kit:
    """The kit of an opening with long words for title and organisation."""
    opening = folder / f"{seniority.value}.yaml"
    lines = [f"role: {role}", f"seniority: {seniority.value}", *OPENING]
    opening.write_text("\n".join(lines), encoding="utf-8")
    inputs = load_inputs(opening, open_library())
    return compose_kit(inputs.rubric, inputs.opening, inputs.jurisdiction.value, inputs.opening_id)


OPENING = (
    "title: Head of the assistants that read incoming letters and file them where people look first",
    "organisation: {name: The Society for Careful Reading of Incoming Letters and Claims}",
    "country: GB",
    "team: {mission: Build what others can check.}",
)


def fewest_lines(layout: ScorecardLayout) -> int:
    return min(block.lines for block in (*layout.front, *layout.back))


@pytest.mark.parametrize("language", ["de", "fr"])
@pytest.mark.parametrize("count", [1, 3, 5])
@pytest.mark.parametrize("paper", Paper)
def test_longer_labels_leave_two_pages_as_well(paper: Paper, count: int, language: str) -> None:
    pdf = sheet(paper, count, "long", language)
    boxes, writing = fields(pdf, BOXES), fields(pdf, WRITING)
    assert (pdf.pages, len(boxes), len(writing)) == (2, count * 6 + 4, count + 1)
    for page, letter, place in letters(pdf):
        assert all(page != other or max(gap(place, box)) >= LABEL_GAP for other, box in boxes.values()), (
            letter
        )


@pytest.mark.parametrize("paper", Paper)
def test_evidence_comes_before_its_rating_and_the_recommendation_last(paper: Paper) -> None:
    places = {name: (page, box[1]) for name, (page, box) in fields(sheet(paper, 5, "usual"), ".*").items()}
    for name, place in places.items():
        if name.startswith("rating."):
            assert places[f"evidence.{name.split('.')[1]}"] < place
    ratings = [place for name, place in places.items() if name.startswith("rating.")]
    assert max(ratings) < min(place for name, place in places.items() if name.startswith("recommendation."))


@pytest.mark.parametrize("paper", Paper)
def test_boxes_and_lines_stand_in_the_same_places_with_and_without_a_name(paper: Paper) -> None:
    kit = example_kit()
    look = Look(open_language("en", "GB", TEMPLATES), paper)
    cards = [
        card for card in scorecards(kit, look, Candidate(id="C-1")) if card.context["stage"] == kit.stages[0]
    ]
    blank, named = (fields(printed(kit, card, look), ".*") for card in cards)
    assert blank.keys() - named.keys() == {"candidate", "interviewer"}
    assert {name: place for name, place in blank.items() if name in named} == named


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 50, 1),
        ("one", 50, 1),
        ("one two three", 200, 1),
        ("one two three", 12, 2),
        ("Donaudampfschifffahrtsgesellschaft", 20, 3),
    ],
)
def test_lines_are_counted_as_they_break(text: str, width: float, lines: int) -> None:
    assert line_count(text, 8.5, width) == lines


def test_bold_is_wider_and_an_ideograph_is_a_full_square() -> None:
    assert text_width("Evidence", 10, Weight.BOLD) > text_width("Evidence", 10)
    assert text_width("日", 72 / 25.4) == pytest.approx(1)


def test_heavier_competencies_get_the_lines_that_do_not_divide() -> None:
    layout = lay_out_scorecard(
        example_kit(), example_kit().stages[0], Paper.A4, open_language("en", "GB", TEMPLATES)
    )
    for page in (layout.front, layout.back):
        lines = [block.lines for block in page]
        assert lines == sorted(lines, reverse=True)
        assert max(lines) - min(lines) <= 1


# --- until when the sheet is kept -------------------------------------------------------------------------

KEPT = [
    ("en", "GB", True, "destroy after 7 Dec 2027", "page 1 of 2"),
    ("en", "US", True, "destroy after Dec 7, 2027", "page 1 of 2"),
    ("en", "GB", False, "destroy 12 months after the decision", "page 1 of 2"),
    ("de", "DE", True, "nach dem 07.12.2027 vernichten", "Seite 1 von 2"),
    ("de", "AT", False, "12 Monate nach der Entscheidung vernichten", "Seite 1 von 2"),
    ("fr", "FR", True, "à détruire après le 7 déc. 2027", "page 1 sur 2"),
    ("fr", "FR", False, "à détruire 12 mois après la décision", "page 1 sur 2"),
]


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize(("language", "country", "decided", "words", "number"), KEPT)
def test_the_foot_of_every_page_says_until_when_the_sheet_is_kept(
    paper: Paper, language: str, country: str, decided: bool, words: str, number: str
) -> None:
    kit = example_kit() if decided else example_kit().model_copy(update={"retention_until": None})
    look = Look(open_language(language, country, TEMPLATES), paper)
    pdf = printed(kit, scorecards(kit, look, Candidate(id="C-014"))[-1], look)
    for page in (1, 2):
        printed_letters = [(letter, place) for on, letter, place in letters(pdf) if on == page]
        kept, folio = (place_of(printed_letters, text) for text in (words, number.replace("1", str(page), 1)))
        across, down = gap(kept, folio)
        assert across > 2
        assert down < 0
        assert kept[1] > GEOMETRIES[paper].page_height - GEOMETRIES[paper].mark


def place_of(printed_letters: list[tuple[str, Rect]], words: str) -> Rect:
    """Where these words stand on one line, in mm."""
    text = "".join(letter for letter, _ in printed_letters)
    start = text.index("".join(words.split()))
    places = [place for _, place in printed_letters[start : start + len("".join(words.split()))]]
    lefts, tops, rights, bottoms = zip(*places, strict=True)
    assert max(bottoms) - min(tops) < GEOMETRIES[Paper.A4].fine.line
    return min(lefts), min(tops), max(rights), max(bottoms)


@pytest.mark.parametrize(
    ("months", "words"), [(1, "destroy 1 month after the decision"), (2, "2 months after")]
)
def test_months_are_counted_in_words(months: int, words: str) -> None:
    kit = example_kit()
    retention = kit.jurisdiction.retention.model_copy(update={"months": months})
    jurisdiction = kit.jurisdiction.model_copy(update={"retention": retention})
    kit = kit.model_copy(update={"retention_until": None, "jurisdiction": jurisdiction})
    english = open_language("en", "GB", TEMPLATES)
    assert words in lay_out_scorecard(kit, kit.stages[0], Paper.A4, english).kept


def test_a_foot_of_many_words_leaves_out_what_the_head_says_as_well(tmp_path: Path) -> None:
    (tmp_path / "locales").mkdir()
    longer = f"keep under lock, destroy after %(date)s {'and every copy ' * 3}as well"
    catalogue = (
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "destroy after %(date)s"\n'
    )
    (tmp_path / "locales/en.po").write_text(f'{catalogue}msgstr "{longer}"\n', encoding="utf-8")
    kit, folders = example_kit(), (tmp_path, *TEMPLATES)
    for folder, named in ((folders, False), (TEMPLATES, True)):
        language = open_language("en", "GB", folder)
        assert lay_out_scorecard(kit, kit.stages[0], Paper.A4, language).named_in_foot is named


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("language", known_languages(TEMPLATES))
def test_every_foot_has_room_for_the_name_of_the_document(paper: Paper, language: str) -> None:
    kit, geometry = example_kit(), GEOMETRIES[paper]
    for until in (None, datetime.date(2030, 9, 30)):
        kept = kit.model_copy(update={"retention_until": until})
        assert foot_width(kept, open_language(language, "GB", TEMPLATES), geometry) < geometry.foot


@pytest.mark.parametrize(
    ("language", "country", "words"),
    [
        ("en", "GB", "7 Jun 2027"),
        ("en", "US", "Jun 7, 2027"),
        ("de", "DE", "07.06.2027"),
        ("fr", "FR", "7 juin 2027"),
    ],
)
def test_a_short_date_is_written_as_in_its_country(language: str, country: str, words: str) -> None:
    assert open_language(language, country, TEMPLATES).short_date(datetime.date(2027, 6, 7)) == words
