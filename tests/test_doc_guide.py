"""The guide as its reader holds it: what stands on which page, how large, and what never splits."""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import Image

from interviewkit.assets import FolderAssets
from interviewkit.builtin import builtin_folder
from interviewkit.compose.kit import compose_kit
from interviewkit.documents import Look, shared_context
from interviewkit.html import open_templates, render_html
from interviewkit.inputs import load_inputs
from interviewkit.language import open_language
from interviewkit.library import Library
from interviewkit.models.jurisdiction import Paper
from interviewkit.models.kit import Kit, KitQuestion, KitStage
from interviewkit.pdf import RenderedPdf, render_pdf

EXAMPLE = builtin_folder("examples") / "claims-assistant.yaml"
STAGES = ("engineering", "work-sample", "evaluation-design", "working-together")
PAPERS = ("a4", "letter")
OTHER_OPENING = """\
role: ai-engineer
seniority: {seniority}
form: {form}
title: AI Engineer
organisation: {{name: Example Works}}
country: US
team: {{mission: Build what others can check.}}
"""
QUESTIONS = {"engineering": 4, "work-sample": 0, "evaluation-design": 0, "working-together": 3}
"""How many questions an interview of the example asks."""

every_stage = pytest.mark.parametrize("stage", STAGES)
every_paper = pytest.mark.parametrize("paper", PAPERS)


@dataclass(frozen=True)
class Page:
    """A page as it is read: its squeezed words, and each character's size in points."""

    text: str
    spaced: str
    sizes: tuple[tuple[str, float], ...]

    def has(self, *texts: str) -> bool:
        """Whether all of these stand here, wherever their lines break."""
        return all(squeezed(text) in self.text for text in texts)


@dataclass(frozen=True)
class Guide:
    """A printed guide and what it was made of."""

    kit: Kit
    stage: KitStage
    pdf: RenderedPdf
    pages: tuple[Page, ...]

    def page_of(self, *texts: str) -> int | None:
        """The page (from 1) that has all of these texts, None where they are on no page together."""
        return next((number for number, page in enumerate(self.pages, 1) if page.has(*texts)), None)


def squeezed(text: str) -> str:
    """A text as it is found again: without spaces, and without hyphens, which end lines in many ways."""
    return re.sub(r"[\s\-\x02\ufffe]", "", text)


@cache
def kit_of(opening: Path) -> Kit:
    inputs = load_inputs(opening, Library((builtin_folder("rubrics"),)))
    return compose_kit(inputs.rubric, inputs.opening, inputs.jurisdiction.value, inputs.opening_id)


def guide_of(kit: Kit, stage: str, paper: str, *, large: bool = False) -> Guide:
    templates = (builtin_folder("templates"),)
    look = Look(open_language("en", kit.jurisdiction.code, templates), Paper(paper), large)
    shared = shared_context(kit, "f615ae839e19", look, {}, has_logo=False)
    its_stage = next(entry for entry in kit.stages if entry.id == stage)
    html = render_html(open_templates(templates, look.language), "guide.html", {**shared, "stage": its_stage})
    pdf = render_pdf(html, FolderAssets(templates, None), b"0" * 16)
    with pypdfium2.PdfDocument(pdf.data) as document:
        pages = tuple(read_page(page) for page in document)
    return Guide(kit, its_stage, pdf, pages)


@cache
def example_guide(stage: str, paper: str = "a4", *, large: bool = False) -> Guide:
    return guide_of(kit_of(EXAMPLE), stage, paper, large=large)


def read_page(page: Any) -> Page:
    content = page.get_textpage()
    spaced = " ".join(content.get_text_range().split())
    return Page(squeezed(spaced), spaced, tuple(sizes_in(content)))


def sizes_in(content: Any) -> Iterator[tuple[str, float]]:
    matrix = pdfium.FS_MATRIX()
    for index in range(content.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(content, index))
        if squeezed(character) and not pdfium.FPDFText_IsGenerated(content, index):
            pdfium.FPDFText_GetMatrix(content, index, matrix)
            yield character, round(pdfium.FPDFText_GetFontSize(content, index) * matrix.d, 2)


# --- what belongs together stands together ----------------------------------------------------------------


def said(question: KitQuestion) -> tuple[str, ...]:
    return (question.ask, *question.follow_ups, *question.probes)


def heard(question: KitQuestion) -> tuple[str, ...]:
    return tuple(question.listen_for.model_dump().values())


def rated_by(kit: Kit, stage: KitStage, question: KitQuestion) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The signals and the anchors that stand at a question: where its competency is first asked for."""
    if stage.questions_for(question.competency)[0].id != question.id:
        return (), ()
    competency = kit.competency(question.competency)
    anchors = tuple(competency.anchors.at(level) for level in range(1, 6))
    return (*competency.signals.weak, *competency.signals.strong), anchors


def split_questions(guide: Guide) -> list[int]:
    """The numbers of the questions that do not stand on one page, with all that belongs to them."""
    whole = [
        guide.page_of(
            f"Question {number}: {guide.kit.competency(question.competency).name}",
            question_minutes(guide, question),
            *said(question),
            *heard(question),
            *(text for part in rated_by(guide.kit, guide.stage, question) for text in part),
        )
        for number, question in enumerate(guide.stage.questions, 1)
    ]
    return [number for number, page in enumerate(whole, 1) if page is None]


def question_minutes(guide: Guide, question: KitQuestion) -> str:
    return next(f"{slot.minutes} minutes" for slot in guide.stage.time_plan if slot.question == question.id)


@every_paper
@every_stage
def test_a_question_stands_on_one_page(stage: str, paper: str) -> None:
    guide = example_guide(stage, paper)
    assert (len(guide.stage.questions), split_questions(guide)) == (QUESTIONS[stage], [])


@pytest.mark.parametrize(("seniority", "form"), [("early_career", "B"), ("staff", "B")])
def test_so_do_the_questions_of_others(tmp_path: Path, seniority: str, form: str) -> None:
    opening = tmp_path / "opening.yaml"
    opening.write_text(OTHER_OPENING.format(seniority=seniority, form=form), encoding="utf-8")
    kit = kit_of(opening)
    guides = [guide_of(kit, stage.id, "letter") for stage in kit.stages if stage.questions]
    assert guides
    assert {guide.stage.id: split_questions(guide) for guide in guides} == {
        guide.stage.id: [] for guide in guides
    }


def split_parts(guide: Guide) -> list[tuple[int, str]]:
    """The parts of questions that do not stand on one page."""
    return [
        (number, name)
        for number, question in enumerate(guide.stage.questions, 1)
        for name, texts in (
            ("ask", said(question)),
            ("listen for", heard(question)),
            *zip(("signals", "anchors"), rated_by(guide.kit, guide.stage, question), strict=True),
        )
        if guide.page_of(*texts) is None
    ]


@every_paper
@pytest.mark.parametrize("stage", ["engineering", "working-together"])
def test_in_large_print_the_parts_of_a_question_stay_whole(stage: str, paper: str) -> None:
    assert split_parts(example_guide(stage, paper, large=True)) == []


LONG = {
    "two questions are longer than before, and still fit": (120, []),
    "two questions are longer than a page": (1500, [1, 3]),
}


@pytest.mark.parametrize("name", LONG)
def test_only_a_question_longer_than_a_page_is_split_and_then_between_its_parts(name: str) -> None:
    more, expected = LONG[name]
    guide = guide_of(with_longer_questions(kit_of(EXAMPLE), more, (0, 2)), "engineering", "a4")
    assert (split_questions(guide), split_parts(guide)) == (expected, [])


def with_longer_questions(kit: Kit, more: int, which: tuple[int, ...]) -> Kit:
    """The kit with so many more characters in what is asked and heard in these questions of `engineering`."""
    words = ("And then tell me more about what you did next, and why. " * 40)[:more].strip()

    def longer(question: KitQuestion) -> KitQuestion:
        heard = question.listen_for.model_copy(update={"level_3": f"{question.listen_for.level_3} {words}"})
        return question.model_copy(update={"ask": f"{question.ask} {words}", "listen_for": heard})

    stage = kit.stages[0]
    questions = tuple(longer(q) if index in which else q for index, q in enumerate(stage.questions))
    return kit.model_copy(
        update={"stages": (stage.model_copy(update={"questions": questions}), *kit.stages[1:])}
    )


def stretches(note: str) -> list[str]:
    """A note of the work sample, in pieces: between them stand the clock of its minutes, and what is said."""
    return [part for part in re.split(r'"|(?<=inute )\d+', note) if part.strip()]


@every_paper
@pytest.mark.parametrize("stage", ["work-sample", "evaluation-design"])
def test_all_that_is_needed_while_a_candidate_works_stands_on_one_page(stage: str, paper: str) -> None:
    guide = example_guide(stage, paper)
    sample = guide.stage.work_sample
    assert sample
    notes = sample.notes
    steps = [step.what for step in sample.steps]
    told = [part for note in (*notes.how_to_run, *notes.hints) for part in stretches(note)]
    at_work = [*sample.tasks, *steps, *told, *notes.follow_ups]
    page = guide.page_of(*at_work)
    assert page
    assert guide.page_of(*notes.what_is_in_it) == page + 1


@every_paper
@every_stage
def test_scripts_difficulties_and_what_not_to_ask_are_each_on_one_page(stage: str, paper: str) -> None:
    guide = example_guide(stage, paper)
    topics = [
        text for entry in guide.kit.jurisdiction.do_not_ask for text in (entry.topic, entry.source.name)
    ]
    parts = {
        "opening": ("Welcome, and thank you for coming.", "Shall we begin?"),
        "closing": (
            "That is all from my side",
            "You will hear from the recruiter",
            "Thank you for your time.",
        ),
        "difficulties": ("Misunderstood", "Interruption", "the recruiter arranges."),
        "hand-over": ("Within 15 minutes, on the spot", "Hand the scorecard to the recruiter the same day."),
        "what not to ask": ("Great Britain: none of this belongs", *topics),
    }
    assert [name for name, texts in parts.items() if guide.page_of(*texts) is None] == []


# --- used while talking -----------------------------------------------------------------------------------


@pytest.mark.parametrize("large", [False, True])
@every_stage
def test_the_clock_stands_at_every_stretch_and_the_plan_names_its_page(stage: str, large: bool) -> None:
    guide = example_guide(stage, large=large)
    headings = {
        "opening": "Opening",
        "candidate": "The candidate’s questions",
        "closing": "Closing",
        "work_sample": f"Work sample: {guide.stage.work_sample.title if guide.stage.work_sample else ''}",
    }
    plan = " ".join(page.spaced for page in guide.pages[:3])
    number = 0
    for slot in guide.stage.time_plan:
        if slot.kind == "spare":
            continue
        number += slot.kind == "question"
        asked = guide.stage.questions[number - 1] if slot.kind == "question" else None
        name = guide.kit.competency(asked.competency).name if asked else ""
        heading = headings.get(slot.kind.value, f"Question {number}: {name}")
        clock = f"{slot.start}–{slot.start + slot.minutes}"
        page = guide.page_of(f"{clock} min{heading}")
        assert page, heading
        if slot.kind != "work_sample":
            assert f"{clock} {heading} {slot.minutes} {page}" in plan


@pytest.mark.parametrize("large", [False, True])
def test_the_bar_in_the_margin_fills_the_stretch_that_is_on(large: bool) -> None:
    """Along the bar at question 3 of `engineering`, minutes 26 to 38 of 60 are black."""
    guide = example_guide("engineering", large=large)
    page = guide.page_of("Question 3: Evaluation design", "26–38 min", "12 minutes")
    assert page
    dark = longest_run(picture_of(guide, page), left=16, width=58 if large else 23.2)
    assert list(dark) == pytest.approx([26 / 60, 38 / 60], abs=0.02)


def picture_of(guide: Guide, page: int) -> Image.Image:
    with pypdfium2.PdfDocument(guide.pdf.data) as document:
        picture: Image.Image = document[page - 1].render(scale=200 / 72, grayscale=True).to_pil()
        return picture


def longest_run(picture: Image.Image, *, left: float, width: float) -> tuple[float, float]:
    """Where the longest black stretch begins and ends, in parts of the width (mm): no line around it."""
    dot = 200 / 25.4
    strip = picture.crop((int(left * dot), int(24 * dot), int((left + width) * dot), int(60 * dot)))
    dark = strip.point(lambda grey: ord("#" if grey < 128 else " ")).tobytes().decode()
    rows = [dark[start : start + strip.width] for start in range(0, len(dark), strip.width)]
    runs = [run.span() for row in rows for run in re.finditer("#+", row)]
    runs = [run for run in runs if strip.width * 0.1 < run[1] - run[0] < strip.width * 0.6]
    start, end = max(runs, key=lambda span: span[1] - span[0])
    return start / strip.width, end / strip.width


@pytest.mark.parametrize("stage", ["engineering", "working-together"])
def test_required_follow_ups_are_marked_apart_from_probes(stage: str) -> None:
    guide = example_guide(stage)
    for question in guide.stage.questions:
        both, probes = question.follow_ups, question.probes
        page = guide.pages[(guide.page_of(question.ask) or 0) - 1]
        assert page.has("Then ask both (required)", "Probes (optional): only if the answer stays general")
        sizes = [size_of(page, texts) for texts in ((question.ask,), both, probes)]
        assert sizes == [14, 12, 11]


@pytest.mark.parametrize("large", [False, True])
@every_stage
def test_required_follow_ups_are_numbered_because_a_box_would_be_used_up(stage: str, large: bool) -> None:
    guide = example_guide(stage, large=large)
    sample = guide.stage.work_sample
    groups = [question.follow_ups for question in guide.stage.questions]
    groups += [sample.notes.follow_ups] if sample else []
    assert groups
    for group in groups:
        page = guide.pages[(guide.page_of(*group) or 0) - 1]
        size = 22 if large else 12 if sample else 14
        numbers = "".join(character for character, its in page.sizes if its == size)
        assert "".join(f"{number}." for number in range(1, len(group) + 1)) in numbers
    assert guide.page_of("This guide serves every candidate: write on the scorecard.")
    assert guide.page_of("a guide you wrote on goes in with the scorecard")


SPOKEN = {
    "work-sample": [
        ("Minute 18 (clock 21), if the candidate has not said", "Compare the dates in the answer"),
        ("Minute 28 (clock 31), if the cause", "From here on, take this as given"),
        ("silent for two minutes, say:", "What have you ruled out so far, and by which line?"),
    ],
    "evaluation-design": [
        ("Minute 18 (clock 21), say:", "Ten minutes are left."),
        ("At minute 34 (clock 37), name once each task", "You have not mentioned task … yet."),
        ("To any other request for help:", "Please decide that yourself, and tell me what you assumed."),
    ],
}
"""What an interviewer's notes say aloud, with the words before it."""


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("stage", SPOKEN)
def test_what_is_said_in_a_work_sample_is_large_and_has_its_minute_on_the_clock(
    stage: str, large: bool
) -> None:
    guide = example_guide(stage, large=large)
    for before, words in SPOKEN[stage]:
        number = guide.page_of(before, words)
        assert number, before
        sizes = [size_of(guide.pages[number - 1], (text,)) for text in (before, words)]
        assert sizes == ([16, 18] if large else [9.5, 11])


LEADS = {
    "work-sample": ["The answer is wrong.", "Root cause:", "False trail 2, the memory:"],
    "evaluation-design": ["Case mix", "The judge", "Also there:", "No single plan is the right one."],
}


@pytest.mark.parametrize("stage", LEADS)
def test_a_planted_fact_is_found_by_its_bold_lead_words(stage: str) -> None:
    guide = example_guide(stage)
    bold = squeezed("".join(bold_in(guide, guide.page_of("Never show the candidate this page") or 0)))
    assert [lead for lead in LEADS[stage] if squeezed(lead) not in bold] == []
    sample = guide.stage.work_sample
    assert sample
    assert [fact for fact in sample.notes.what_is_in_it if squeezed(fact) in bold] == []


def bold_in(guide: Guide, page: int) -> Iterator[str]:
    with pypdfium2.PdfDocument(guide.pdf.data) as document:
        content = document[page - 1].get_textpage()
        for index in range(content.count_chars()):
            name = ctypes.create_string_buffer(100)
            pdfium.FPDFText_GetFontInfo(content, index, name, 100, None)
            if b"Bold" in name.value or b"bold" in name.value:
                yield chr(pdfium.FPDFText_GetUnicode(content, index))


@pytest.mark.parametrize("large", [False, True])
@every_stage
def test_the_first_pages_name_the_real_pages(stage: str, large: bool) -> None:
    """Of the country, of what is read in five minutes, of each step of the work sample, and of the levels."""
    guide = example_guide(stage, large=large)
    start = " ".join(page.spaced for page in guide.pages[:3])
    lists = (
        guide.page_of("none of this belongs in the interview"),
        guide.page_of("Misunderstood", "Interruption"),
    )
    assert f"Country Great Britain: see page {lists[0]} for what not to ask there" in start
    rate = guide.page_of("While the candidate talks, write")
    assert f"“How to rate” (page {rate})" in start
    assert f"“Difficulties” (page {lists[1]})" in start
    assert "In reserve: for what ran over; nothing new is asked" in start
    if sample := guide.stage.work_sample:
        notes = sample.notes
        middle = "Compare the dates in the answer" if stage == "work-sample" else "If you have not started"
        needed = (guide.page_of(sample.tasks[0]), guide.page_of(middle), guide.page_of(*notes.follow_ups))
        for step, page in zip((sample.steps[0], sample.steps[1], sample.steps[-1]), needed, strict=True):
            assert f"Work sample: {step.what} {step.minutes} {page}" in start
    levels = [guide.page_of(guide.kit.competency(name).anchors.level_1) for name in guide.stage.rated]
    assert None not in levels
    if len(levels) > 2:
        pages = [page for page in levels if page]
        assert f"by the levels on pages {min(pages)}–{max(pages)} 15" in start


@pytest.mark.parametrize("large", [False, True])
@every_stage
def test_examples_stand_only_where_candidates_are_asked_for_some(stage: str, large: bool) -> None:
    guide = example_guide(stage, large=large)
    asked = any(question.kind == "behavioural" for question in guide.stage.questions)
    words = "They may come from work, study, or anywhere else.", "leave out that it was for a church"
    assert [guide.page_of(text) is not None for text in words] == [asked, asked]


def test_the_law_is_printed_without_marks_of_how_sure_we_are() -> None:
    guide = example_guide("engineering")
    law = guide.pages[(guide.page_of("none of this belongs in the interview") or 0) - 1]
    assert law.has("As of 20 November 2026. Not legal advice: ask the recruiter.")
    assert [mark for mark in ("*", "†", "from memory") if law.has(mark)] == []


def size_of(page: Page, texts: tuple[str, ...]) -> float:
    """The one size in which these texts are set."""
    characters = "".join(character for character, _ in page.sizes)
    starts = [characters.index(squeezed(text)) for text in texts]
    sizes = {
        page.sizes[index][1]
        for start, text in zip(starts, texts, strict=True)
        for index in range(start, start + len(squeezed(text)))
    }
    assert len(sizes) == 1, sizes
    return sizes.pop()


@every_stage
def test_what_an_interviewer_does_stands_in_the_order_of_doing_it(stage: str) -> None:
    guide = example_guide(stage)
    sample, questions = guide.stage.work_sample, guide.stage.questions
    marks = [
        "Time plan",
        "Before you start",
        "How to rate",
        "Welcome, and thank you for coming.",
        *([sample.notes.how_to_run[0]] if sample else []),
        *(question.ask for question in questions),
        "Misunderstood",
        "That is all from my side",
        "You will hear from the recruiter either way.",
        *(["Rate the work sample"] if sample else []),
        "Hand the scorecard to the recruiter the same day.",
        "none of this belongs in the interview",
    ]
    pages = [guide.page_of(mark) or 0 for mark in marks]
    assert pages[0] == 1
    assert pages == sorted(pages)


def test_what_not_to_ask_is_that_of_the_country(tmp_path: Path) -> None:
    opening = tmp_path / "opening.yaml"
    opening.write_text(OTHER_OPENING.format(seniority="staff", form="B"), encoding="utf-8")
    american = guide_of(kit_of(opening), "working-together", "letter")
    british = example_guide("working-together")
    law = {"GB": "Equality Act 2010", "US": "EEOC"}
    assert [guide.page_of(text) is not None for guide in (british, american) for text in law.values()] == [
        True,
        False,
        False,
        True,
    ]


# --- pages and large print --------------------------------------------------------------------------------


@every_paper
@every_stage
def test_a_guide_has_four_to_eight_pages_without_a_warning(stage: str, paper: str) -> None:
    guide = example_guide(stage, paper)
    assert (4 <= guide.pdf.pages <= 8, guide.pdf.warnings) == (True, ())


@every_stage
def test_large_print_has_no_character_below_16_points_and_questions_of_22(stage: str) -> None:
    guide = example_guide(stage, large=True)
    small = {size for page in guide.pages for _, size in page.sizes if size < 16}
    asked = [
        size_of(page, (q.ask,)) for q in guide.stage.questions for page in guide.pages if page.has(q.ask)
    ]
    assert (small, asked, guide.pdf.warnings) == (set(), [22.0] * QUESTIONS[stage], ())


@every_stage
def test_in_large_print_the_footer_is_one_line(stage: str) -> None:
    guide = example_guide(stage, large=True)
    with pypdfium2.PdfDocument(guide.pdf.data) as document:
        feet = [page.get_textpage().get_text_bounded(top=22 * 72 / 25.4).split("\r\n") for page in document]
    assert [foot for foot in feet if len(foot) != 1 or not foot[0].startswith("Guide: ")] == []


@every_paper
@pytest.mark.parametrize("stage", ["work-sample", "evaluation-design"])
def test_in_large_print_levels_that_go_on_on_another_page_name_their_competency(
    stage: str, paper: str
) -> None:
    guide = example_guide(stage, paper, large=True)
    for competency in guide.kit.rated_in(guide.stage):
        pages = {guide.page_of(competency.anchors.at(level)) for level in range(1, 6)}
        assert None not in pages
        heading = f"{competency.name}: the anchor, then what it looks like in this work sample"
        assert [page for page in pages if not guide.pages[(page or 0) - 1].has(heading)] == []


@every_stage
def test_large_print_says_the_same_in_the_same_order(stage: str) -> None:
    usual, large = (example_guide(stage, large=size) for size in (False, True))
    whole = ["".join(page.text for page in guide.pages) for guide in (usual, large)]
    texts = [squeezed(text) for text in texts_of(usual)]
    assert [text for text in texts if not all(text in pages for pages in whole)] == []
    asked = [squeezed(text) for question in usual.stage.questions for text in said(question)]
    assert [sorted(asked, key=pages.index) for pages in whole] == [asked, asked]


def texts_of(guide: Guide) -> Iterator[str]:
    """What the rubric gives this guide, as far as it does not run over a page."""
    for question in guide.stage.questions:
        yield from (*said(question), *heard(question))
        for part in rated_by(guide.kit, guide.stage, question):
            yield from part
    if sample := guide.stage.work_sample:
        yield from (*sample.tasks, *sample.notes.follow_ups, *sample.notes.what_is_in_it)
        for note in (*sample.notes.how_to_run, *sample.notes.hints):
            yield from stretches(note)
        for entry in sample.levels:
            yield from entry.levels.model_dump().values()
    for topic in guide.kit.jurisdiction.do_not_ask:
        yield from (topic.topic, topic.instead, topic.source.name)
