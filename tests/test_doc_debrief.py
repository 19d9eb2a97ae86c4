"""The debrief on paper and by keyboard: two pages for every plan, a field per cell, large print."""

import html as markup
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import pairwise
from typing import Any, NamedTuple

import pypdf
import pypdfium2
import pytest
from babel.support import NullTranslations
from pypdfium2 import raw

from interviewkit.assets import FolderAssets
from interviewkit.builtin import builtin_folder
from interviewkit.compose.kit import compose_kit
from interviewkit.documents import Look, shared_context
from interviewkit.finishing import FinishedPdf, finish_pdf
from interviewkit.html import open_templates, render_html
from interviewkit.inputs import load_inputs
from interviewkit.language import open_language
from interviewkit.library import open_library
from interviewkit.models.jurisdiction import Paper
from interviewkit.models.kit import CoverageCell, CoverageRow, Kit, KitInterviewer
from interviewkit.pdf import RenderedPdf, render_pdf

TEMPLATES = builtin_folder("templates")
EXAMPLE = builtin_folder("examples") / "claims-assistant.yaml"
LONG_NAME = "Maria-Magdalena von Hohenstein-Wittgenbergerhausen de la Cru"
LONG_TITLE = "Conversation with the domain experts of the claims department: how would you learn?"
LEAST_TYPE = 16
MM = 72 / 25.4
PAPERS = pytest.mark.parametrize("paper", list(Paper))


class Plan(NamedTuple):
    """How many competencies, interviews and interviewers of each; 0 where nobody is named yet."""

    competencies: int
    stages: int
    panel: int
    long: bool = False


PLANS = [
    Plan(3, 1, 1),
    Plan(8, 1, 0),
    Plan(8, 4, 1),
    Plan(8, 4, 2, long=True),
    Plan(8, 6, 0),
    Plan(10, 4, 1),
    Plan(8, 6, 3, long=True),
]


class Longer(NullTranslations):
    """A language whose messages are a third longer than English."""

    def ugettext(self, message: str) -> str:
        """The message and more words."""
        return f"{message} {('more of it ' * 20)[: len(message) // 3]}".strip()

    def ungettext(self, singular: str, plural: str, num: int) -> str:
        """The message for so many and more words."""
        return self.ugettext(singular if num == 1 else plural)

    def upgettext(self, context: str, message: str) -> str:  # noqa: ARG002
        """The message and more words."""
        return self.ugettext(message)


@cache
def example() -> Kit:
    inputs = load_inputs(EXAMPLE, open_library())
    return compose_kit(inputs.rubric, inputs.opening, inputs.jurisdiction.value, inputs.opening_id)


def kit_of(plan: Plan) -> Kit:
    """The example with another plan: each interview rates five competencies at most."""
    kit = example()
    competencies = tuple(
        kit.competencies[n % 8].model_copy(update={"id": f"competency-{n}", "must_have": n < 2})
        for n in range(plan.competencies)
    )
    stages = tuple(
        kit.stages[n % 4].model_copy(
            update={
                "id": f"stage-{n}",
                "title": LONG_TITLE if plan.long else kit.stages[n % 4].title,
                "rated": tuple(
                    competencies[(n * 3 + k) % plan.competencies].id for k in range(min(5, plan.competencies))
                ),
                "panel": tuple(
                    KitInterviewer(key=f"{n}-{k}", name=LONG_NAME if plan.long else f"Name {n} {k}")
                    for k in range(plan.panel)
                ),
            }
        )
        for n in range(plan.stages)
    )
    coverage = tuple(
        CoverageRow(
            competency=each.id,
            cells=tuple(
                CoverageCell(rated=each.id in s.rated, questions=1, work_sample=False) for s in stages
            ),
            raters=1,
        )
        for each in competencies
    )
    changes = {"competencies": competencies, "stages": stages, "coverage": coverage}
    return kit.model_copy(update=changes)


def page_of(kit: Kit, paper: Paper = Paper.A4, *, large: bool = False, longer: bool = False) -> str:
    language = open_language("en", "GB", (TEMPLATES,))
    if longer:
        language = replace(language, code="xx", translations=Longer())
    look = Look(language, paper, large)
    context = shared_context(kit, "0" * 12, look, {}, has_logo=False)
    return render_html(open_templates((TEMPLATES,), language), "debrief.html", context)


@cache
def pdf_of(page: str) -> RenderedPdf:
    return render_pdf(page, FolderAssets((TEMPLATES,), None), b"0" * 16)


@cache
def form_of(page: str) -> FinishedPdf:
    return finish_pdf(pdf_of(page), is_sheet=False)


def texts_of(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as pdf:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in pdf]


def controls_of(page: str) -> dict[str, str]:
    """Name of each control to its tooltip."""
    tags = re.findall(r"<(?:input|textarea)[^>]*>", page)
    found = [re.search(r'name="([^"]*)"[^>]*title="([^"]*)"', tag) for tag in tags]
    return {each[1]: markup.unescape(each[2]) for each in found if each}


def area_of(page: str, name: str) -> tuple[int, tuple[float, float, float, float]]:
    """Page and box of a field in mm."""
    number, rect = pdf_of(page).anchors[name]
    left, top, right, bottom = (edge / MM for edge in rect)
    return number, (left, top, right, bottom)


def sizes_of(data: bytes) -> Iterator[tuple[str, float]]:
    """Every printed character with its size in points."""
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            text, matrix = page.get_textpage(), raw.FS_MATRIX()
            for index in range(text.count_chars()):
                raw.FPDFText_GetMatrix(text, index, matrix)
                size = raw.FPDFText_GetFontSize(text, index) * abs(matrix.d)
                yield chr(raw.FPDFText_GetUnicode(text, index)), round(size, 2)


# --- pages -----------------------------------------------------------------------------------------------


@PAPERS
@pytest.mark.parametrize("longer", [False, True], ids=["english", "longer"])
@pytest.mark.parametrize("plan", PLANS, ids=str)
def test_every_plan_has_two_pages_with_room_to_write(plan: Plan, paper: Paper, longer: bool) -> None:
    page = page_of(kit_of(plan), paper, longer=longer)
    pdf = pdf_of(page)
    assert (pdf.pages, pdf.warnings) == (2, ())
    assert set(controls_of(page)) <= set(pdf.anchors)
    assert "what is written here." in texts_of(pdf.data)[1]
    _, (_, top, _, bottom) = area_of(page, "field.reasons")
    assert bottom - top >= 2 * 8.4
    for name in controls_of(page):
        number, (left, top, right, bottom) = area_of(page, name)
        assert (number in {1, 2}, left >= 15.9, right <= pdf.page_size[0] / MM - 15.9) == (True, True, True)
        assert (top >= 20, bottom <= pdf.page_size[1] / MM - 18.5) == (True, True), name


@pytest.mark.parametrize(
    ("plan", "least"), [(Plan(8, 4, 1), (10.5, 7)), (Plan(8, 6, 3, long=True), (3.5, 5))]
)
def test_a_rating_has_a_cell_for_a_digit_by_pen(plan: Plan, least: tuple[float, float]) -> None:
    page = page_of(kit_of(plan))
    cells = [area_of(page, name)[1] for name in controls_of(page) if name.startswith("field.rating.")]
    assert cells
    assert min(right - left for left, _, right, _ in cells) >= least[0]
    assert min(bottom - top for _, top, _, bottom in cells) >= least[1]


@PAPERS
def test_the_largest_plan_has_two_pages(paper: Paper) -> None:
    assert pdf_of(page_of(kit_of(Plan(10, 6, 3, long=True)), paper)).pages == 2


@PAPERS
@pytest.mark.parametrize(("language", "country"), [("de", "DE"), ("fr", "FR")])
@pytest.mark.parametrize("plan", [Plan(8, 4, 2, long=True), Plan(8, 6, 0)], ids=str)
def test_german_and_french_have_two_pages(plan: Plan, language: str, country: str, paper: Paper) -> None:
    look = Look(open_language(language, country, (TEMPLATES,)), paper)
    context = shared_context(kit_of(plan), "0" * 12, look, {}, has_logo=False)
    page = render_html(open_templates((TEMPLATES,), look.language), "debrief.html", context)
    assert (pdf_of(page).pages, pdf_of(page).warnings) == (2, ())


def test_controls_do_not_overlap() -> None:
    for plan in (Plan(8, 4, 2), Plan(10, 6, 3, long=True)):
        page = page_of(kit_of(plan))
        areas = [area_of(page, name) for name in controls_of(page)]
        for index, (number, (left, top, right, bottom)) in enumerate(areas):
            for other, (x1, y1, x2, y2) in areas[index + 1 :]:
                assert other != number or x2 <= left or right <= x1 or y2 <= top or bottom <= y1


def test_more_interviewers_than_columns_get_a_block_per_competency() -> None:
    page = page_of(kit_of(Plan(8, 6, 5)))
    assert "<h3>Scorecard is in</h3>" in page
    assert pdf_of(page).warnings == ()
    assert len([name for name in controls_of(page) if name.startswith("field.rating.")]) == 6 * 5 * 5


# --- what stands on it -----------------------------------------------------------------------------------


def test_each_competency_has_a_cell_for_each_interviewer_who_rates_it() -> None:
    kit = example()
    expected = {
        f"field.rating.{competency}.{stage.id}".replace("-", "_")
        for stage in kit.stages
        for competency in stage.rated
    }
    assert {name for name in controls_of(page_of(kit)) if name.startswith("field.rating.")} == expected


def test_the_steps_stand_above_their_columns_and_beside_the_sum() -> None:
    with pypdfium2.PdfDocument(pdf_of(page_of(example())).data) as pdf:
        page = pdf[0].get_textpage()
        places = {text: find(page, text) for text in ("Step 1", "Mean", "After talk", "Step 2", "Step 3")}
    mean, talk, level = places["Mean"], places["After talk"], places["Step 2"]
    assert mean[0] - 10 < places["Step 1"][0] < talk[2]
    assert places["Step 1"][1] > mean[3]
    assert level[0] > talk[2]
    name = "field.sum"
    _, (left, top, _, bottom) = area_of(page_of(example()), name)
    middle = (pdf_of(page_of(example())).page_size[1] - (places["Step 3"][1] + places["Step 3"][3]) / 2) / MM
    assert top < middle < bottom
    assert places["Step 3"][2] / MM < left


def find(page: Any, text: str) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of the first occurrence, in points from the bottom left."""
    first, count = page.search(text, match_case=True).get_next()
    boxes = [page.get_charbox(first + n) for n in range(count) if text[n] != " "]
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def test_the_worked_example_is_right_and_leaves_out_what_nobody_assessed() -> None:
    (line,) = re.findall(r"Example with weights .*? = 3\.", texts_of(pdf_of(page_of(example())).data)[0])
    weights = [int(number) for number in re.findall(r"weights (\d+), (\d+), (\d+) \(not", line)[0]]
    before, mean = (4 + 2) / 2, (4 + 3) / 2
    products = [mean * weights[0], 2 * weights[1]]
    assert f"4 and 2: {before:.0f}; with the 2 moved to 3: {mean}. The other: 2." in line
    assert f"{mean} × {weights[0]} = {products[0]:.0f}, 2 × {weights[1]} = {products[1]:.0f}." in line
    quotient = sum(products) / sum(weights[:2])
    assert f"{sum(products):.0f} ÷ ({weights[0]} + {weights[1]}) = {quotient:.0f}." in line


def test_the_mean_of_somebody_exactly_at_every_bar_is_printed_for_comparison() -> None:
    kit = example()
    at_bars = sum(entry.weight * entry.bar for entry in kit.competencies) / 100
    assert (
        f"exactly at their bars, the mean would be {at_bars:.2f}." in texts_of(pdf_of(page_of(kit)).data)[0]
    )


def test_numbers_of_the_example_follow_the_language() -> None:
    german = open_language("de", "DE", (TEMPLATES,))
    context = shared_context(example(), "0" * 12, Look(german, Paper.A4), {}, has_logo=False)
    page = render_html(open_templates((TEMPLATES,), german), "debrief.html", context)
    assert "3,5 × 60 = 210" in page
    assert "4. Dezember 2026" in page


def test_two_levels_apart_can_be_marked_where_two_people_rate() -> None:
    kit = example()
    shared = {row.competency for row in kit.coverage if sum(cell.rated for cell in row.cells) > 1}
    marks = {name for name in controls_of(page_of(kit)) if name.startswith("field.apart.")}
    assert marks == {f"field.apart.{name.replace('-', '_')}" for name in shared}
    assert "Circle ratings of one competency that lie two or more levels apart" in page_of(kit)


def test_no_name_of_a_candidate_and_every_interviewer_signs() -> None:
    first, second = texts_of(pdf_of(page_of(example())).data)
    assert "Świątek" not in first + second
    for number in ("One", "Two", "Three", "Four"):
        assert f"Interviewer {number}" in first
        assert f"Interviewer {number}" in second
    many = texts_of(pdf_of(page_of(kit_of(Plan(8, 6, 3)))).data)
    assert "Interviewer’s initials" in many[0]
    assert "put their initials below the ratings" in many[1]


def test_names_of_any_script_keep_to_themselves() -> None:
    kit = example()
    member = KitInterviewer(key="m", name="محمد عبد الرحمن", name_language="ar")
    stage = kit.stages[0].model_copy(update={"panel": (member,)})
    page = page_of(kit.model_copy(update={"stages": (stage, *kit.stages[1:])}))
    assert page.count('<bdi lang="ar">محمد عبد الرحمن</bdi>') == 2
    assert pdf_of(page).warnings == ()


def test_headings_go_down_one_level_at_a_time() -> None:
    for page in (page_of(example()), page_of(example(), large=True), page_of(kit_of(Plan(8, 6, 0)))):
        levels = [int(level) for level in re.findall(r"<h([1-6])\b", page)]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


# --- by keyboard -----------------------------------------------------------------------------------------


def test_fields_have_names_and_tooltips_in_words() -> None:
    page = page_of(example())
    tooltips = controls_of(page)
    assert all(tooltip.strip() for tooltip in tooltips.values())
    once = [tip for name, tip in tooltips.items() if "@" not in name]
    assert len(once) == len(set(once))
    assert tooltips["field.rating.software_engineering.engineering"] == (
        "Software engineering, rating 1 to 5 or –: Interviewer One, interview 1"
    )
    assert tooltips["field.scorecard_in.work_sample"] == "Scorecard is in: Interviewer Two, interview 2"
    assert tooltips["field.decision.do_not_hire"] == "What is decided\nDo not hire"
    fields = pypdf.PdfReader(BytesIO(form_of(page).data)).get_fields() or {}
    assert {str(field["/TU"]) for name, field in fields.items() if name == "decision"} == {"What is decided"}
    whole = {"candidate", "leads", "settled", "must_haves", "decision", "more_evidence", "reasons", "sum"}
    assert whole | {"weights_assessed", "weighted_mean", "decides", "decided_on"} <= set(fields)


def test_what_is_typed_is_kept_and_shows_in_its_own_cell_only() -> None:
    page = page_of(example())
    typed = {
        "rating.software_engineering.engineering": "2",
        "rating.software_engineering.work_sample": "4",
        "mean.software_engineering": "3",
        "candidate": "C-014",
        "scorecard_in.engineering": "/on",
        "decision": "/hire",
    }
    writer = pypdf.PdfWriter(clone_from=BytesIO(form_of(page).data))
    for sheet in writer.pages:
        writer.update_page_form_field_values(sheet, typed, auto_regenerate=False)
    filled = BytesIO()
    writer.write(filled)
    fields = pypdf.PdfReader(filled).get_fields() or {}
    assert {name: fields[name]["/V"] for name in typed} == typed
    with pypdfium2.PdfDocument(filled.getvalue()) as pdf:
        pdf.init_forms()
        shown = [
            written(pdf, page, f"field.{name}") for name in (*typed, "candidate@2") if "decision" not in name
        ]
        empty = [written(pdf, page, f"field.{name}") for name in EMPTY]
    assert (shown, empty) == ([True] * len(shown), [False] * len(empty))


EMPTY = (
    "rating.critical_thinking.work_sample",
    "mean.critical_thinking",
    "after_talk.software_engineering",
    "sum",
    "leads",
    "scorecard_in.work_sample",
    "decision.do_not_hire",
)


def written(pdf: pypdfium2.PdfDocument, page: str, name: str) -> bool:
    """Whether there is ink in the middle of a field's box."""
    scale = 200 / 72
    number, rect = pdf_of(page).anchors[name]
    picture = pdf[number - 1].render(scale=scale, may_draw_forms=True).to_pil().convert("L")
    left, top, right, bottom = (edge * scale for edge in rect)
    inside = picture.crop((round(left) + 4, round(top) + 4, round(right) - 4, round(bottom) - 4))
    return bool(inside.getextrema()[0] < 128)


def test_the_empty_form_prints_like_the_paper() -> None:
    page = page_of(example())
    pictures = []
    for data in (pdf_of(page).data, form_of(page).data):
        with pypdfium2.PdfDocument(data) as pdf:
            pdf.init_forms()
            drawn = [sheet.render(scale=1, may_draw_forms=data is not pdf_of(page).data) for sheet in pdf]
            pictures.append([sheet.to_pil().tobytes() for sheet in drawn])
    assert pictures[0] == pictures[1]


# --- large print -----------------------------------------------------------------------------------------


@PAPERS
@pytest.mark.parametrize("plan", [None, Plan(8, 6, 2, long=True)], ids=str)
def test_large_print_has_no_small_letter_and_every_field(plan: Plan | None, paper: Paper) -> None:
    kit = kit_of(plan) if plan else example()
    page = page_of(kit, paper, large=True)
    pdf = pdf_of(page)
    assert pdf.warnings == ()
    assert {text for text, size in sizes_of(pdf.data) if size < LEAST_TYPE - 0.05 and text.strip()} == set()
    assert set(controls_of(page)) >= set(controls_of(page_of(kit, paper)))
    assert set(controls_of(page)) <= set(pdf.anchors)


def test_large_print_keeps_the_order_and_gives_room() -> None:
    large = page_of(example(), large=True)
    headings = re.findall(r"<h[123][^>]*>(.*?)</h", large)
    kept = [text for text in headings if text in re.findall(r"<h[123][^>]*>(.*?)</h", page_of(example()))]
    assert kept == re.findall(r"<h[123][^>]*>(.*?)</h", page_of(example()))
    boxes = [name for name in controls_of(large) if re.match(r"field\.(scorecard_in|apart|decision)\.", name)]
    widths = [round(area[2] - area[0], 1) for _, area in (area_of(large, name) for name in boxes)]
    assert set(widths) == {6.0}
    assert pdf_of(large).pages <= 10
