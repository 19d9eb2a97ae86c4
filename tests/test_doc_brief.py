"""The brief on paper: its picture of the plan, its heat table, its score, its dates, and its large print."""

import html
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
import pytest
from babel.support import NullTranslations
from pypdfium2 import raw

from interviewkit.assets import FolderAssets
from interviewkit.builtin import builtin_folder
from interviewkit.compose.kit import compose_kit
from interviewkit.documents import Look, shared_context
from interviewkit.html import open_templates, render_html
from interviewkit.inputs import load_inputs
from interviewkit.language import Language, open_language
from interviewkit.library import open_library
from interviewkit.models.jurisdiction import Paper
from interviewkit.models.kit import Kit, SlotKind
from interviewkit.models.scale import Seniority
from interviewkit.pdf import RenderedPdf, render_pdf

TEMPLATES = builtin_folder("templates")
EXAMPLE = builtin_folder("examples") / "claims-assistant.yaml"
BARE = """\
role: ai-engineer
seniority: senior
title: Engineer
organisation: {name: Example Works}
country: US
team: {mission: Build what others can check.}
"""
LONG = """\
role: ai-engineer
seniority: early_career
form: B
title: >-
  Early-career engineer for retrieval, evaluation and agent platforms of the claims & records assistant
  in the north
organisation: {name: "Example Health and Care Foundation for Records & Decisions of the Greater North"}
country: US
team: {mission: Decide well., technology: enabler, stage: optimising, loop: outer}
panel:
  - {name: "Maximiliane-Theodora von Hohenstaufen-Wittgenstein-Berleburg", stages: [engineering]}
  - {name: "محمد عبد الرحمن الخوارزمي", stages: [engineering, work-sample]}
changes:
  add_stages:
  - {id: one, title: "A first conversation about the domain: who knows what", purpose: Finds out.,
     interviewer: an expert, minutes: 50,
     competencies: [domain-understanding, human-facing-communication, hands-on-learning]}
  - {id: two, title: A second talk, purpose: Finds out more., interviewer: a colleague, minutes: 120,
     competencies: [interface-design, software-engineering, ai-and-data-literacy]}
"""
PAPERS = pytest.mark.parametrize("paper", list(Paper))


class Brief(NamedTuple):
    """A brief as page source, with the kit that it prints."""

    kit: Kit
    html: str

    @property
    def pdf(self) -> RenderedPdf:
        """The brief on paper."""
        return pdf_of(self.html)


@cache
def pdf_of(page: str) -> RenderedPdf:
    return render_pdf(page, FolderAssets((TEMPLATES,), None), b"0" * 16)


@cache
def kit_of(path: Path) -> Kit:
    inputs = load_inputs(path, open_library())
    return compose_kit(inputs.rubric, inputs.opening, inputs.jurisdiction.value, inputs.opening_id)


def html_of(kit: Kit, look: Look, unchecked: str = "") -> str:
    context = shared_context(kit, "0" * 12, look, {}, has_logo=False, unchecked=unchecked)
    return render_html(open_templates((TEMPLATES,), look.language), "brief.html", context)


@cache
def brief_of(path: Path, paper: Paper = Paper.A4, *, large: bool = False) -> Brief:
    kit = kit_of(path)
    look = Look(open_language("en", kit.jurisdiction.code, (TEMPLATES,)), paper, large)
    return Brief(kit, html_of(kit, look))


@pytest.fixture
def brief(tmp_path: Path) -> Callable[..., Brief]:
    """Lay out the brief of an opening that is given as text."""

    def lay_out(text: str, **look: Any) -> Brief:
        path = tmp_path / f"opening-{len(list(tmp_path.iterdir()))}.yaml"
        path.write_text(text, encoding="utf-8")
        return brief_of(path, **look)

    return lay_out


def plain(source: str) -> str:
    """The text between tags, with single spaces."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", source)).split())


def body(source: str) -> str:
    return source[source.index("<body") :]


def rows(source: str, table: str) -> list[list[str]]:
    """The cells of a table's rows, as text; a cell that spans rows stands in its first."""
    (found,) = re.findall(rf'<table class="{table}">(.*?)</table>', source, re.DOTALL)
    lines = re.findall(r"<tr.*?</tr>", found, re.DOTALL)
    return [[plain(cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", line, re.DOTALL)] for line in lines]


@dataclass(frozen=True)
class Character:
    """A printed character, its size in points."""

    page: int
    text: str
    size: float


def characters(pdf: RenderedPdf) -> Iterator[Character]:
    with pypdfium2.PdfDocument(pdf.data) as document:
        for number, page in enumerate(document, start=1):
            text, matrix = page.get_textpage(), raw.FS_MATRIX()
            for index in range(text.count_chars()):
                raw.FPDFText_GetMatrix(text, index, matrix)
                size = raw.FPDFText_GetFontSize(text, index) * abs(matrix.d)
                yield Character(number, chr(raw.FPDFText_GetUnicode(text, index)), round(size, 2))


# --- pages and sizes -------------------------------------------------------------------------------------


@PAPERS
def test_the_examples_brief_fills_four_pages(paper: Paper) -> None:
    brief = brief_of(EXAMPLE, paper)
    assert (brief.pdf.pages, brief.pdf.warnings) == (4, ())
    assert min(Counter(each.page for each in characters(brief.pdf)).values()) > 1500


@PAPERS
@pytest.mark.parametrize("text", [BARE, LONG], ids=["bare", "long"])
def test_a_brief_has_at_most_six_pages(brief: Callable[..., Brief], text: str, paper: Paper) -> None:
    assert brief(text, paper=paper).pdf.pages <= 6


@PAPERS
def test_nothing_is_smaller_than_8_points_and_in_large_print_than_16(paper: Paper) -> None:
    for least, large in ((8, False), (16, True)):
        found = [each for each in characters(brief_of(EXAMPLE, paper, large=large).pdf) if each.text.strip()]
        assert [each for each in found if each.size < least] == []


def test_large_print_says_the_same_in_the_same_order() -> None:
    pages = [body(brief_of(EXAMPLE, large=large).html) for large in (False, True)]
    headings = [[plain(each) for each in re.findall(r"<h[12].*?</h[12]>", page)] for page in pages]
    assert headings[0] == headings[1]
    normal, large = (Counter(re.findall(r"[\w’/.-]+", plain(page))) for page in pages)
    assert set(normal) - set(large) == {"Competency", "In", "No."}, "the heads of columns that are stacked"


# --- the plan as a picture -------------------------------------------------------------------------------


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("text", [BARE, LONG], ids=["bare", "long"])
def test_every_minute_of_an_interview_is_named_beside_its_bar(
    brief: Callable[..., Brief], text: str, large: bool
) -> None:
    laid_out = brief(text, large=large)
    (timeline,) = re.findall(r'<ol class="timeline">(.*?)</ol>', laid_out.html, re.DOTALL)
    interviews = re.findall(r"<li>(.*?)</li>", timeline, re.DOTALL)
    assert len(interviews) == len(laid_out.kit.stages)
    for stage, source in zip(laid_out.kit.stages, interviews, strict=True):
        labels = re.findall(r'<div class="rated"[^>]*><b>(\d+)</b> ([^<]+)</div>', source)
        parts = re.findall(r"(\d+) min ([^·<]+)", plain(source.split('<p class="parts">')[1]))
        assert sum(int(minutes) for minutes, _ in labels + parts) == stage.minutes
        asked = [slot.label for slot in stage.time_plan if slot.kind is SlotKind.QUESTION]
        named = Counter(name.strip() for _, name in labels + parts)
        assert not Counter(asked) - named


def test_a_bar_is_as_long_as_its_minutes() -> None:
    brief = brief_of(EXAMPLE)
    drawn = [
        float(each)
        for each in re.findall(r'<div class="[^"]+" style="left:[^;]+;width:([\d.]+)%', brief.html)
    ]
    slots = [slot for stage in brief.kit.stages for slot in stage.time_plan]
    assert drawn == pytest.approx([100 * slot.minutes / 60 for slot in slots], abs=0.001)


# --- the heat table --------------------------------------------------------------------------------------


def test_the_matrix_gives_minutes_and_words_and_its_totals_add_up() -> None:
    brief = brief_of(EXAMPLE)
    head, *lines, total = rows(brief.html, "matrix")
    assert head[3:] == [
        "1 Engineering",
        "2 Work sample",
        "3 Evaluation design",
        "4 Working together",
        "Minutes",
        "Raters",
    ]
    assert lines[0] == [
        "Software engineering (must-have)",
        "26",
        "4",
        "12 min 1 question",
        "15 min work sample",
        "–",
        "–",
        "27",
        "2",
    ]
    assert [line[7] for line in lines] == ["27", "30", "22", "27", "12", "11", "12", "30"]
    assert [line[8] for line in lines].count("1 only") == 3
    assert total == [
        "Together",
        "100",
        "",
        "47 min 4 ratings",
        "45 min 3 ratings",
        "45 min 3 ratings",
        "34 min 3 ratings",
        "171",
        "",
    ]
    for column in range(3, 7):
        minutes = [int(line[column].split()[0]) for line in lines if line[column] != "–"]
        assert sum(minutes) == int(total[column].split()[0])
    assert sum(int(line[7]) for line in lines) == 171


def test_more_evidence_is_darker_and_black_stays_readable_on_every_shade() -> None:
    shades = [
        int(each, 16)
        for each in re.findall(r"\.shade-\d { background: #(\w\w)\1\1 }", brief_of(EXAMPLE).html)
    ]
    assert len(shades) == 4
    assert all(one > two for one, two in pairwise(shades))
    assert min(shades) >= 0.745 * 255, "a quarter of grey at most"
    found = re.findall(r'<td class="cell shade-(\d)"><b>(\d+)', brief_of(EXAMPLE).html)
    assert set(found) == {("2", "11"), ("2", "12"), ("3", "15")}


def test_many_interviews_have_numbers_and_letters(brief: Callable[..., Brief]) -> None:
    head, *lines, total = rows(brief(LONG).html, "matrix narrow")
    assert head[3:-2] == list("123456")
    assert lines[0][3:] == ["12 1 Q", "15 W", "–", "–", "–", "24 2 Q", "51", "3"]
    assert total[3:] == ["47 4", "45 3", "45 3", "34 3", "34 3", "72 3", "277", ""]


# --- the structure score ---------------------------------------------------------------------------------

REASONS = {
    1: "Every question names the job tasks it samples; the role has 12.",
    2: "All candidates of this opening get form A, word for word.",
    4: "2 work samples; questions are behavioural and situational.",
    5: "9 questions and work samples in 225 minutes.",
    8: "13 separate ratings over 4 interviews.",
    9: "8 competencies, five behavioural anchors each.",
    11: "4 people rate.",
    12: "Each interview has a named person, the same for all candidates.",
    14: "The panel practises rating together, on the day set in the check-list.",
}
UNMET = {
    11: "4 people rate, once named.",
    12: "Not yet: name a person for every interview ( panel ).",
    14: "Not yet: set a day on which the panel practises rating ( dates, calibration ).",
}


def test_each_component_of_structure_has_its_reason(brief: Callable[..., Brief]) -> None:
    lines = rows(brief_of(EXAMPLE).html, "structure")[1:]
    assert [line[0] for line in lines] == [str(number) for number in range(1, 16)]
    assert {line[2] for line in lines} == {"met"}
    assert {number: lines[number - 1][3] for number in REASONS} == REASONS
    bare = brief(BARE).html
    assert "How structured the interviews are: 13 of 15" in plain(bare)
    lines = rows(bare, "structure")[1:]
    assert [line[0] for line in lines if line[2] == "not yet"] == ["12", "14"]
    assert {number: lines[number - 1][3] for number in UNMET} == UNMET


# --- the check-list, the sources, the people --------------------------------------------------------------


def test_the_check_list_is_in_the_order_of_its_dates() -> None:
    first = [line[0] for line in rows(brief_of(EXAMPLE).html, "ticks")[1:]]
    found = [re.match(r"\d+ \w+ \d{4}", cell) for cell in first]
    days = [datetime.strptime(each[0], "%d %B %Y").date().isoformat() for each in found if each]  # noqa: DTZ007
    assert days == ["2026-11-30", "2026-12-02", "2026-12-04", "2026-12-07", "2027-12-07"]


def test_days_that_nobody_has_set_leave_a_line_to_write_on(brief: Callable[..., Brief]) -> None:
    first = [line[0] for line in rows(brief(BARE).html, "ticks")[1:]]
    days = ["date: interview days", "date: debrief", "date: decision", "12 months later"]
    assert [cell for cell in first if cell] == ["date:"] * 5 + days


def test_every_source_has_a_letter_and_every_letter_its_document() -> None:
    brief = brief_of(EXAMPLE)
    named = {source.document for principle in brief.kit.principles for source in principle.sources}
    table = dict(rows(brief.html, "documents")[1:])
    assert table == dict(zip("ABCDE", sorted(named), strict=True))
    text = plain(brief.html)
    assert "Source: A 12:01, 12:47; B 11:58, 12:47; E With LLMs." in re.sub(r" (?=[,;.])", "", text)


@PAPERS
def test_a_kit_that_was_not_checked_says_why(paper: Paper) -> None:
    kit, language = kit_of(EXAMPLE), open_language("en", "GB", (TEMPLATES,))
    reason = "the words were settled with counsel <before> the checker existed"
    html = html_of(kit, Look(language, paper), reason)
    facts = {row[0]: row[-1] for row in rows(html, "facts")}
    assert facts["Not checked"] == (
        "This kit was built without the checker, for this reason: the words were settled with counsel"
        " <before> the checker existed"
    )
    assert "Not checked" not in html_of(kit, Look(language, paper))
    assert pdf_of(html).pages <= 5


def test_names_of_any_script_stand_apart(brief: Callable[..., Brief]) -> None:
    page = brief(LONG).html
    assert page.count("<bdi>محمد عبد الرحمن الخوارزمي</bdi>") == 2
    assert "<b><bdi>Maximiliane-Theodora von" in page


def test_what_an_opening_says_is_text_and_never_markup(brief: Callable[..., Brief]) -> None:
    said = re.sub(r"(Engineer|Example Works|others)\b", r"\1 <i>& co", BARE)
    panel = 'panel: [{name: "Ada <i>& co", stages: [engineering]}]\n'
    changes = 'changes: {stages: {work-sample: {interviewer: "an expert <i>& co"}}}\n'
    page = brief(said + panel + changes).html
    assert "<i>" not in page
    assert plain(page).count("<i>& co") >= 6
    assert "&amp;amp;" not in page


# --- the language ----------------------------------------------------------------------------------------


class Blank(NullTranslations):
    """A catalogue in which every letter of every message is an x."""

    def ugettext(self, message: str) -> str:
        """The message in x."""
        return re.sub(r"%\(\w+\)s|\w", lambda found: found[0] if found[0].startswith("%") else "x", message)

    def ungettext(self, singular: str, plural: str, num: int) -> str:
        """The message for so many in x."""
        return self.ugettext(singular if num == 1 else plural)

    def upgettext(self, context: str, message: str) -> str:  # noqa: ARG002
        """The message in x."""
        return self.ugettext(message)


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("text", [BARE, LONG], ids=["bare", "long"])
def test_every_word_of_the_template_can_be_translated(
    brief: Callable[..., Brief], text: str, large: bool
) -> None:
    kit = brief(text).kit
    language: Language = replace(open_language("en", "GB", (TEMPLATES,)), code="xx", translations=Blank())
    printed = plain(body(html_of(kit, Look(language, Paper.A4, large))))
    words = set(re.findall(r"[^\W\d_]{2,}", printed))
    data = set(re.findall(r"[^\W\d_]{2,}", kit.model_dump_json()))
    names = {
        "pdf",
        "print",
        "pack",
        "packs",
        "candidate",
        "debrief",
        "dates",
        "calibration",
        "panel",
    }
    assert {word for word in words - data - names if set(word) != {"x"}} <= {"and", "November"}


@pytest.mark.parametrize("seniority", [each.value for each in Seniority])
def test_every_seniority_has_its_words(brief: Callable[..., Brief], seniority: str) -> None:
    page = brief(BARE.replace("senior\n", f"{seniority}\n", 1)).html
    assert f"AI engineer · {seniority.replace('_', ' ')}" in plain(page)
