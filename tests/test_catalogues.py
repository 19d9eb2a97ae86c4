"""The catalogues of labels: fresh, complete, safe to print, and every fixed word of a document is in them."""

import io
import re
import runpy
import string
from collections.abc import Iterator, Mapping
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from babel.support import NullTranslations
from jinja2 import nodes
from pydantic import BaseModel

from interviewkit.builtin import builtin_folder
from interviewkit.compose.kit import compose_kit
from interviewkit.documents import Document, Look, documents_of, shared_context, sheets_of
from interviewkit.errors import InputError
from interviewkit.html import open_templates, render_html
from interviewkit.inputs import load_inputs
from interviewkit.language import CATALOGUES, Language, known_languages, open_language
from interviewkit.library import open_library
from interviewkit.models.jurisdiction import Paper
from interviewkit.models.kit import Kit
from interviewkit.models.opening import Candidate
from interviewkit.scorecard.geometry import GEOMETRIES
from interviewkit.scorecard.text_width import Weight, text_width
from interviewkit.scorecard.words import slot_labels

TEMPLATES = builtin_folder("templates")
LOCALES = TEMPLATES / CATALOGUES
SCRIPT = runpy.run_path(str(Path(__file__).resolve().parent.parent / "scripts" / "messages.py"))
LANGUAGES = pytest.mark.parametrize("language", sorted(path.stem for path in LOCALES.glob("*.po")))
TRANSLATED = pytest.mark.parametrize("language", ["de", "fr"])


# --- the catalogues themselves ------------------------------------------------------------------------------


@cache
def catalogue(language: str) -> Catalog:
    return read_po(io.BytesIO((LOCALES / f"{language}.po").read_bytes()), locale=language, abort_invalid=True)


def forms(text: Any) -> tuple[str, ...]:
    """A text in its plural forms, one where it has none."""
    return (text,) if isinstance(text, str) else tuple(text)


def messages(language: str) -> list[Message]:
    return [message for message in catalogue(language) if message.id]


def pairs(language: str) -> Iterator[tuple[str, str, Message]]:
    """Every translated text beside the English one whose place it takes."""
    for message in messages(language):
        english = forms(message.id)
        for number, text in enumerate(forms(message.string)):
            yield english[0 if number == 0 else -1], text, message


@cache
def messages_of_the_tree() -> tuple[Any, ...]:
    return tuple(SCRIPT["find_messages"](SCRIPT["ROOT"]))


@LANGUAGES
def test_a_catalogue_is_exactly_what_extraction_writes(language: str) -> None:
    path = LOCALES / f"{language}.po"
    fresh = SCRIPT["update_catalogue"](language, messages_of_the_tree(), path.read_bytes())
    written = SCRIPT["catalogue_text"](fresh).decode()
    assert written == path.read_text(encoding="utf-8"), "run `make messages`"


def test_english_german_and_french_come_along() -> None:
    assert known_languages((TEMPLATES,)) == ("de", "en", "fr")


@LANGUAGES
def test_every_message_is_translated_in_every_form(language: str) -> None:
    lacking = [m.id for m in messages(language) if not all(forms(m.string)) or m.fuzzy]
    assert lacking == []
    assert {len(forms(m.string)) for m in messages(language) if m.pluralizable} == {2}


def test_english_says_what_the_templates_say() -> None:
    assert [m.id for m in messages("en") if forms(m.string) != forms(m.id)] == []


def placeholders(text: str) -> list[str]:
    return sorted(re.findall(r"%\(\w+\)s|\{\w+\}", text))


@TRANSLATED
def test_a_translation_has_the_placeholders_of_its_message(language: str) -> None:
    wrong = [
        (english, text) for english, text, _ in pairs(language) if placeholders(english) != placeholders(text)
    ]
    assert wrong == []


@LANGUAGES
def test_every_message_can_be_formatted_as_templates_do(language: str) -> None:
    """A `%` that begins no placeholder would stop the page."""
    for _, text, message in pairs(language):
        names = {name: "x" for form in forms(message.id) for name in re.findall(r"%\((\w+)\)s", form)}
        assert "%(" not in text % names


@LANGUAGES
def test_messages_hold_no_markup_and_no_spaces_at_their_ends(language: str) -> None:
    for english, text, _ in pairs(language):
        assert not set("<>") & set(english + text), english
        assert (english, text) == (english.strip(), text.strip())


def test_no_message_is_once_with_and_once_without_a_plural() -> None:
    found = {(each.context, forms(each.id)[0], isinstance(each.id, str)) for each in messages_of_the_tree()}
    assert len(found) == len({(context, text) for context, text, _ in found})


TYPOGRAPHY = {
    "de": {
        "straight quotation marks": r'"',
        "English quotation marks": r"[“”][^“”„]*”",
        "a straight apostrophe": r"'",
        "a colon inside a word": r"[a-zäöüß]:[a-zäöüß]",
    },
    "fr": {
        "straight quotation marks": r'"',
        "a straight apostrophe": r"'",
        "no fixed space before a colon": r"(?<![\u00a0]):",
        "no narrow fixed space before ; ? !": r"(?<!\u202f)[;?!]",
        "no narrow fixed space inside « »": r"«(?!\u202f)|(?<!\u202f)»",
        "a full stop inside a word": r"[a-zé]·[a-zé]",
    },
}


@pytest.mark.parametrize(
    ("language", "fault"), [(language, fault) for language, faults in TYPOGRAPHY.items() for fault in faults]
)
def test_translations_are_typeset_in_their_language(language: str, fault: str) -> None:
    pattern = re.compile(TYPOGRAPHY[language][fault])
    assert [text for _, text, _ in pairs(language) if pattern.search(text)] == []


# --- how a catalogue is kept --------------------------------------------------------------------------------

OLD = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

# Agreed with the works council.
msgid "Bar"
msgstr "Latte"

#, fuzzy
msgid "Weight"
msgstr "Vielleicht"

msgid "No longer printed"
msgstr "Weg"
"""


def test_a_catalogue_keeps_translations_and_notes_drops_the_rest_and_guesses_nothing() -> None:
    found = SCRIPT["Found"]
    sources = [
        found("templates/a.html", "Bar", None, ("the level asked for",)),
        found("templates/b.html", "Bar", None, ()),
        found("templates/b.html", "Weight", None, ()),
        found("templates/b.html", ("%(n)s bar", "%(n)s bars"), "noun", ()),
    ]
    updated = SCRIPT["update_catalogue"]("de", sources, OLD.encode())
    text = SCRIPT["catalogue_text"](updated).decode()
    assert (
        text.split("\n\n", 1)[1]
        == """\
# Agreed with the works council.
#. the level asked for
#: templates/a.html templates/b.html
msgid "Bar"
msgstr "Latte"

#: templates/b.html
msgid "Weight"
msgstr ""

#: templates/b.html
#, python-format
msgctxt "noun"
msgid "%(n)s bar"
msgid_plural "%(n)s bars"
msgstr[0] ""
msgstr[1] ""

"""
    )
    again = SCRIPT["update_catalogue"]("de", sources, text.encode())
    assert SCRIPT["catalogue_text"](again).decode() == text


def test_a_language_begins_as_a_copy_of_english_with_its_own_plurals(tmp_path: Path) -> None:
    """Polish has more plural forms than English; the copy's name says which."""
    (tmp_path / CATALOGUES).mkdir()
    copy = (LOCALES / "en.po").read_text(encoding="utf-8")
    english = 'msgstr[0] "%(n)s minute"\nmsgstr[1] "%(n)s minutes"\n'
    polish = 'msgstr[0] "%(n)s minuta"\nmsgstr[1] "%(n)s minuty"\nmsgstr[2] "%(n)s minut"\n'
    assert english in copy
    (tmp_path / CATALOGUES / "pl.po").write_text(copy.replace(english, polish), encoding="utf-8")
    language = open_language("pl", "PL", (tmp_path, TEMPLATES))
    counted = [language.ngettext("%(n)s minute", "%(n)s minutes", n) % {"n": n} for n in (1, 2, 5)]
    assert counted == ["1 minuta", "2 minuty", "5 minut"]


def test_one_label_is_reworded_by_a_catalogue_that_holds_nothing_else(tmp_path: Path) -> None:
    (tmp_path / CATALOGUES).mkdir()
    (tmp_path / CATALOGUES / "de.po").write_text('msgid "Bar"\nmsgstr "Ziel"\n', encoding="utf-8")
    language = open_language("de", "DE", (tmp_path, TEMPLATES))
    assert (language.gettext("Bar"), language.gettext("Weight")) == ("Ziel", "Gewicht")


BROKEN = [
    ('msgid "Bars: %(bars)s."\nmsgstr "B %(nope)s"\n', "1:1: IK050 a label has the placeholder `%(nope)s`"),
    ('msgid "a"\nmsgstr "a"\n\nmsgid "b"\nmsgstr "5 % b"\n', "4:1: IK050 a label has a single `%`"),
    ("garbage\n", "1:1: IK050 the catalogue cannot be read"),
]


@pytest.mark.parametrize(("text", "message"), BROKEN, ids=["placeholder", "per cent", "no catalogue"])
def test_a_catalogue_that_could_not_be_printed_is_named_with_its_line(
    tmp_path: Path, text: str, message: str
) -> None:
    (tmp_path / CATALOGUES).mkdir()
    (tmp_path / CATALOGUES / "en.po").write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        open_language("en", "GB", (tmp_path,))
    assert f"en.po:{message}" in str(caught.value)


# --- what is printed ----------------------------------------------------------------------------------------

DATES = (
    "dates: {calibration: 2026-11-30, interviews: 2026-12-02, debrief: 2026-12-04, decision: 2026-12-07}\n"
)
OPENING = """\
role: ai-engineer
seniority: senior
title: Engineer
organisation: {name: Example Works}
team: {mission: Build what others can check., loop: outer}
"""
PANEL = """\
contact: hiring@example.org
panel:
  - {name: Ada Example, stages: [engineering, work-sample]}
  - {name: Bo Example, stages: [work-sample]}
"""


@pytest.fixture
def kit_of(tmp_path: Path) -> Any:
    """Compose the kit of an opening that is given as text."""

    def compose(text: str) -> Kit:
        path = tmp_path / "opening.yaml"
        path.write_text(text, encoding="utf-8")
        inputs = load_inputs(path, open_library())
        return compose_kit(inputs.rubric, inputs.opening, inputs.jurisdiction.value, inputs.opening_id)

    return compose


def pages(kit: Kit, look: Look) -> Iterator[tuple[Document, str]]:
    """Every document of a kit as page source."""
    sheets = sheets_of(kit, "0" * 12, (Candidate(id="C-1", name="Ж"),), look)
    shared = shared_context(kit, "0" * 12, look, {}, has_logo=True)
    environment = open_templates((TEMPLATES,), look.language)
    for document in documents_of(kit, sheets, look):
        yield document, render_html(environment, document.template, {**shared, **document.context})


def text_of(source: str) -> str:
    """What a reader sees or hears: text, and the words of fields and pictures."""
    reader = _Reader()
    reader.feed(source)
    return "\n".join(reader.texts)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.style = tag == "style"
        self.texts += [value for name, value in attrs if name in {"title", "alt", "aria-label"} and value]

    def handle_endtag(self, _tag: str) -> None:
        self.style = False

    def handle_data(self, data: str) -> None:
        if not self.style:
            self.texts.append(data)


DATED = [("DE", "de", "4. Dezember 2026", "26\u00a0%"), ("FR", "fr", "4 décembre 2026", "26\u00a0%")]
DATED += [("US", "en", "December 4, 2026", "26%"), ("GB", "en", "4 December 2026", "26%")]


@pytest.mark.parametrize(("country", "language", "day", "percent"), DATED)
def test_dates_and_numbers_are_written_as_in_the_country(
    kit_of: Any, country: str, language: str, day: str, percent: str
) -> None:
    kit = kit_of(f"{OPENING}{DATES}country: {country}\nlanguage: {language}\n")
    look = Look(open_language(language, country, (TEMPLATES,)), kit.jurisdiction.paper)
    texts = {document.path: text_of(source) for document, source in pages(kit, look)}
    share = percent.replace("26", str(kit.competencies[0].weight))
    assert all(day in texts[path] for path in ("brief.pdf", "debrief.pdf", "guides/engineering.pdf"))
    assert share in texts["guides/engineering.pdf"]
    assert share in texts["scorecards/engineering.pdf"]


NARROW = {
    "Weight": 12.5,
    "Bar": 7.6,
    "Apart": 8.5,
    "Mean": 10.0,
    "After talk": 10.5,
    "Level × weight": 12,
}
"""The headings of the debrief's narrow columns, and how wide a word of them may be in mm."""


@LANGUAGES
def test_headings_of_narrow_columns_are_not_broken_inside_a_word(language: str) -> None:
    words = open_language(language, "GB", (TEMPLATES,))
    headings = {heading: words.gettext(heading).split() for heading in NARROW}
    widths = {
        heading: max(text_width(word, 8, Weight.BOLD) for word in found)
        for heading, found in headings.items()
    }
    assert {heading: width for heading, width in widths.items() if width > NARROW[heading]} == {}


@LANGUAGES
def test_labels_in_the_scorecards_head_leave_room_for_names(language: str) -> None:
    labels = slot_labels(open_language(language, "GB", (TEMPLATES,)))
    widths = {name: text_width(label, GEOMETRIES[Paper.A4].fine.size) for name, label in labels.items()}
    assert (widths["candidate"] < 18, widths["interviewer"] < 18, widths["date"] < 10) == (True, True, True)


# --- nothing fixed that is not in a catalogue ---------------------------------------------------------------


class _Bracketed(NullTranslations):
    """Every message in brackets, so that what stands outside was not translated."""

    def ugettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ungettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"

    def upgettext(self, _context: str, message: str) -> str:
        return f"⟦{message}⟧"


def outside(text: str) -> str:
    """What stands outside the brackets, which may hold each other."""
    found, depth = [], 0
    for character in text:
        depth -= character == "⟧"
        if not depth:
            found.append("\n" if character in "⟦⟧" else character)
        depth += character == "⟦"
    return "".join(found)


CYRILLIC = str.maketrans(string.ascii_letters, "абцдефгхийклмнопярстувшкызАБЦДЕФГХИЙКЛМНОПЯРСТУВШКЫЗ")


def in_cyrillic(value: Any) -> Any:
    """The same with every text in Cyrillic letters; ids and single words in lower case stay."""
    if isinstance(value, BaseModel):
        names = type(value).model_fields
        return value.model_copy(update={name: in_cyrillic(getattr(value, name)) for name in names})
    if isinstance(value, tuple):
        return tuple(in_cyrillic(entry) for entry in value)
    if isinstance(value, Mapping):
        return {key: in_cyrillic(entry) for key, entry in value.items()}
    is_text = type(value) is str and not re.fullmatch(r"[a-z0-9_-]+", value)
    return value.translate(CYRILLIC) if is_text else value


def own_words(value: Any) -> set[str]:
    """What `in_cyrillic` leaves: ids, and cells of exhibits."""
    return set(re.findall(r"(?<=')[a-z0-9_-]+(?=')", repr(value)))


KITS = {
    "full": OPENING + DATES + PANEL + "country: GB\n",
    "bare": OPENING + "country: US\n",
}


@pytest.mark.parametrize("large", [False, True], ids=["normal", "large print"])
@pytest.mark.parametrize("opening", KITS)
def test_every_fixed_word_of_every_document_is_in_the_catalogue(
    kit_of: Any, opening: str, large: bool
) -> None:
    """The kit's own texts are in Cyrillic, messages in brackets: any other word was forgotten."""
    kit = kit_of(KITS[opening])
    spelled = in_cyrillic(kit)
    look = Look(Language("en", Locale.parse("uk"), _Bracketed()), Paper.A4, large)
    forgotten = {}
    for document, source in pages(spelled, look):
        known = own_words(kit) | {document.sheet.id if document.sheet else ""}
        words = " ".join(word for word in outside(text_of(source)).split() if word not in known)
        found = set(re.findall(r"[A-Za-z]{2,}(?:[ -][A-Za-z]+)*", words))
        if found:
            forgotten[document.path] = found
    assert forgotten == {}


CODE = {
    "slots.html": {"data", "id", "sheet", "slot"},
    "work_sample.html": {"added", "entry", "head", "hunk", "more", "name", "removed"},
}
"""Attributes and classes that a macro of the template says by themselves; they are never printed."""


@pytest.mark.parametrize("template", sorted(path.name for path in TEMPLATES.glob("*.html")))
def test_no_template_has_words_of_its_own(template: str) -> None:
    """In no branch, also where no kit of these tests goes."""
    environment = open_templates((TEMPLATES,), open_language("en", "GB", (TEMPLATES,)))
    parsed = environment.parse((TEMPLATES / template).read_text(encoding="utf-8"))
    pieces = [
        piece.data if isinstance(piece, nodes.TemplateData) else "§"
        for output in parsed.find_all(nodes.Output)
        for piece in output.nodes
    ]
    text = re.sub(r"<style>.*?</style>|<!--.*?-->|<[^>]*>|&\w+;", " ", "".join(pieces), flags=re.DOTALL)
    assert set(re.findall(r"[^\W\d_]{2,}", text)) == CODE.get(template, set())
