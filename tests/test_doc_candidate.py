"""The page for candidates: one page, exact, friendly, and as many as it takes in large print."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import pypdfium2
import pytest
import yaml
from babel.support import NullTranslations
from pypdfium2 import raw

from interviewkit.assets import FolderAssets
from interviewkit.builtin import builtin_folder
from interviewkit.compose.kit import compose_kit
from interviewkit.documents import Look, shared_context
from interviewkit.html import open_templates, render_html
from interviewkit.inputs import load_inputs
from interviewkit.language import open_language
from interviewkit.library import open_library
from interviewkit.models.jurisdiction import Paper
from interviewkit.models.kit import Kit
from interviewkit.pdf import RenderedPdf, render_pdf

EXAMPLE = builtin_folder("examples") / "claims-assistant.yaml"
TEMPLATES = (builtin_folder("templates"),)
COUNTRIES = ("DE", "FR", "GB", "US", "US-CA")
SENIORITIES = ("early_career", "mid", "senior", "staff")
LONG_TITLE = (
    "Principal Staff Engineer for Retrieval, Evaluation and Agents in the Claims and Records Division (EMEA)"
)
HYPHEN = "\ufffe"
"""What pdfium calls a hyphen at the end of a line."""
RUNNING = re.compile(
    r"Example Health|Senior AI Engineer, claims assistant$|What to expect · kit|page \d+ of \d+$"
)
KitOf = Callable[..., Kit]
BOTH = pytest.mark.parametrize("paper", Paper)


def longer(text: str, share: float = 0.3) -> str:
    """The text and so much of it again, without its placeholders."""
    plain = re.sub(r"%\(\w+\)s|%%", "", text)
    return f"{text} {plain[: int(len(text) * share)]}".strip()


class Longer(NullTranslations):
    """A catalogue whose every message is 30 % longer than the English one."""

    def gettext(self, message: str) -> str:
        return longer(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return longer(msgid1 if n == 1 else msgid2)

    ugettext, ungettext = gettext, ngettext


@pytest.fixture(scope="module")
def kit_of(tmp_path_factory: pytest.TempPathFactory) -> KitOf:
    """The example's kit with other values in its opening."""
    folder = tmp_path_factory.mktemp("openings")

    def build(**changes: Any) -> Kit:
        return made(json.dumps(changes))

    @cache
    def made(given: str) -> Kit:
        changes = json.loads(given)
        data = yaml.safe_load(EXAMPLE.read_text(encoding="utf-8"))
        data |= {name: value for name, value in changes.items() if value is not None}
        for name, value in changes.items():
            if value is None:
                del data[name]
        path = folder / "opening.yaml"
        path.write_text(yaml.safe_dump(data), encoding="utf-8")
        inputs = load_inputs(path, open_library())
        return compose_kit(inputs.rubric, inputs.opening, inputs.jurisdiction.value, inputs.opening_id)

    return build


def with_longer_texts(kit: Kit) -> Kit:
    """The kit with every rubric text of this page 30 % longer."""
    law = kit.jurisdiction
    texts = {"adjustments": longer(law.adjustments), "candidate_rights": longer(law.candidate_rights)}
    competencies = (
        entry.model_copy(update={"name": longer(entry.name), "definition": longer(entry.definition)})
        for entry in kit.competencies
    )
    stages = (
        stage.model_copy(update={"title": longer(stage.title), "interviewer": longer(stage.interviewer)})
        for stage in kit.stages
    )
    changes = {
        "jurisdiction": law.model_copy(update=texts),
        "competencies": tuple(competencies),
        "stages": tuple(stages),
    }
    return kit.model_copy(update=changes)


def page_of(
    kit: Kit,
    paper: Paper,
    *,
    large: bool = False,
    is_longer: bool = False,
    logo: bytes | None = None,
    language: str = "en",
) -> RenderedPdf:
    words = open_language(language, kit.jurisdiction.code, TEMPLATES)
    if is_longer:
        words = replace(words, translations=Longer())
    look = Look(words, paper, large)
    context = shared_context(kit, "0123456789ab", look, {}, has_logo=logo is not None)
    html = render_html(open_templates(TEMPLATES, words), "candidate.html", context)
    return rendered(html, logo)


@cache
def rendered(html: str, logo: bytes | None) -> RenderedPdf:
    """Seniorities that print the same page are laid out once."""
    return render_pdf(html, FolderAssets(TEMPLATES, logo), b"0123456789abcdef")


def text_of(pdf: RenderedPdf) -> str:
    """The text of all pages with single spaces, without the running header and footer."""
    with pypdfium2.PdfDocument(pdf.data) as document:
        pages = [page.get_textpage().get_text_range().replace(HYPHEN, "-") for page in document]
    lines = [line.strip() for page in pages for line in page.splitlines()]
    return " ".join(" ".join(line for line in lines if not RUNNING.match(line)).split())


def type_sizes(pdf: RenderedPdf) -> set[float]:
    """The sizes in points of all characters that can be seen."""
    sizes = set()
    with pypdfium2.PdfDocument(pdf.data) as document:
        for page in document:
            text, matrix = page.get_textpage(), raw.FS_MATRIX()
            for index, character in enumerate(text.get_text_range()):
                if character.strip() and raw.FPDFText_GetMatrix(text, index, matrix):
                    sizes.add(round(raw.FPDFText_GetFontSize(text, index) * abs(matrix.d), 1))
    return sizes


# --- one page -------------------------------------------------------------------------------------------


@BOTH
@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("seniority", SENIORITIES)
def test_it_is_one_page_for_every_country_seniority_and_paper(
    kit_of: KitOf, country: str, seniority: str, paper: Paper
) -> None:
    pdf = page_of(kit_of(country=country, seniority=seniority), paper)
    assert (pdf.pages, pdf.warnings) == (1, ())


@BOTH
@pytest.mark.parametrize("country", COUNTRIES)
def test_it_is_one_page_where_the_words_of_another_language_are_longer(
    kit_of: KitOf, country: str, paper: Paper
) -> None:
    kit = kit_of(country=country)
    assert page_of(kit, paper, is_longer=True).pages == 1
    pdf = page_of(with_longer_texts(kit), paper, is_longer=True)
    assert (pdf.pages, pdf.warnings) == (1, ())


@BOTH
@pytest.mark.parametrize(("language", "country"), [("de", "DE"), ("de", "US-CA"), ("fr", "FR"), ("fr", "US")])
def test_it_is_one_page_in_german_and_french(
    kit_of: KitOf, language: str, country: str, paper: Paper
) -> None:
    kit = kit_of(country=country)
    for texts in (kit, with_longer_texts(kit)):
        pdf = page_of(texts, paper, language=language)
        assert (pdf.pages, pdf.warnings) == (1, ())


@BOTH
def test_it_is_one_page_with_a_long_title_and_no_dates(kit_of: KitOf, paper: Paper) -> None:
    assert page_of(kit_of(title=LONG_TITLE, dates=None, contact=None), paper).pages == 1


@BOTH
def test_texts_that_cannot_stand_on_one_page_get_two_with_comfortable_type(
    kit_of: KitOf, paper: Paper
) -> None:
    kit = kit_of()
    law = kit.jurisdiction.model_copy(update={"candidate_rights": kit.jurisdiction.candidate_rights * 10})
    pdf = page_of(kit.model_copy(update={"jurisdiction": law}), paper)
    assert pdf.pages == 2
    assert 10.5 in type_sizes(pdf)


@BOTH
def test_nothing_is_smaller_than_8_points_and_the_text_is_9_5_or_more(kit_of: KitOf, paper: Paper) -> None:
    sizes = type_sizes(page_of(kit_of(), paper))
    assert min(sizes) >= 8
    assert any(9.5 <= size <= 10.5 for size in sizes)
    assert not sizes & {9.2, 9.3}


@BOTH
def test_a_page_with_a_logo_is_still_one_page(kit_of: KitOf, paper: Paper) -> None:
    logo = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"><path d="M0 0h9v3z"/></svg>'
    pdf = page_of(kit_of(), paper, logo=logo)
    assert (pdf.pages, pdf.warnings) == (1, ())


# --- what it says ---------------------------------------------------------------------------------------

FACTS = [
    "In all 4 interviews, 3 h 45 min",
    "Interviews from 2 December 2026",
    "Decision planned 7 December 2026",
    "Papers kept until 7 December 2027",
    "Write to us hiring@example.org",
]


def test_the_facts_stand_on_top(kit_of: KitOf) -> None:
    text = text_of(page_of(kit_of(), Paper.A4))
    for part in " ".join(FACTS).split():
        assert part in text.split("Your interviews")[0]
    large = text_of(page_of(kit_of(), Paper.A4, large=True))
    assert [fact for fact in FACTS if fact not in large] == []


def test_without_dates_and_contact_no_fact_is_empty(kit_of: KitOf) -> None:
    text = text_of(page_of(kit_of(dates=None, contact=None), Paper.A4))
    assert "reply to the invitation" in text
    assert [
        label for label in ("Interviews from", "Decision planned", "Papers kept until") if label in text
    ] == []
    assert "for 12 months after the decision" in text


def test_it_says_in_which_interviews_a_competency_is_rated(kit_of: KitOf) -> None:
    text = text_of(page_of(kit_of(), Paper.A4))
    assert "Critical thinking (2 and 3). Tests claims" in text
    assert "Interface design (1). Designs APIs" in text


def test_it_tells_nothing_of_what_is_asked_and_names_nobody(kit_of: KitOf) -> None:
    kit = kit_of()
    text = text_of(page_of(kit, Paper.A4)) + text_of(page_of(kit, Paper.A4, large=True))
    secrets = [question.ask for stage in kit.stages for question in stage.questions]
    secrets += [stage.purpose for stage in kit.stages]
    secrets += [stage.title.split(": ")[1] for stage in kit.stages if ": " in stage.title]
    secrets += [stage.work_sample.title for stage in kit.stages if stage.work_sample]
    secrets += [person.name for stage in kit.stages for person in stage.panel]
    assert [secret for secret in secrets if secret in text] == []


def test_several_interviewers_of_one_interview_are_counted(kit_of: KitOf) -> None:
    panel = [{"name": name, "stages": ["engineering"]} for name in ("Ada", "Bo")]
    kit = kit_of(panel=panel)
    text = text_of(page_of(kit, Paper.A4))
    assert "2 people, each of them an engineer who reviews" in text


def test_a_text_in_another_language_says_so(kit_of: KitOf) -> None:
    kit = kit_of()
    language = open_language("de", "DE", TEMPLATES)
    english = {stage.title: "en" for stage in kit.stages} | {kit.stages[0].interviewer: "en"}
    context = shared_context(kit, "0123456789ab", Look(language, Paper.A4), english, has_logo=False)
    html = render_html(open_templates(TEMPLATES, language), "candidate.html", context)
    assert '<span lang="en">Work sample</span>' in html
    assert f'<span lang="en">{kit.stages[0].interviewer}</span>'.replace("\u2019", "’") in html


# --- large print ----------------------------------------------------------------------------------------


@BOTH
def test_in_large_print_no_character_is_below_16_points(kit_of: KitOf, paper: Paper) -> None:
    pdf = page_of(kit_of(), paper, large=True)
    assert pdf.warnings == ()
    assert min(type_sizes(pdf)) >= 16


@BOTH
def test_large_print_says_the_same_in_the_same_order(kit_of: KitOf, paper: Paper) -> None:
    kit = kit_of()
    said = [
        entry.definition for entry in (kit.competency(row.competency) for row in kit.coverage if row.raters)
    ]
    said += [
        kit.jurisdiction.adjustments,
        kit.jurisdiction.candidate_rights,
        kit.jurisdiction.retention.source.name,
    ]
    said = [
        "There are no puzzles",
        "4 interviews",
        "Work you have done",
        "You do not need to bring anything",
        *said,
    ]
    said = ["".join(text.split()) for text in said]
    large = "".join(text_of(page_of(kit, paper, large=True)).split())
    places = [large.find(text) for text in said]
    assert -1 not in places
    assert places == sorted(places)
    normal = "".join(text_of(page_of(kit, paper)).split())
    assert [text for text in said if text not in normal] == []
