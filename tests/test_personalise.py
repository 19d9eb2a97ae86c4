"""Sheets that are laid over a master: as if laid out by themselves, and with nobody else's data in them."""

import datetime
import re
import shutil
import subprocess
import unicodedata
import zlib
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import matterhorn
import numpy as np
import pikepdf
import pypdf
import pypdfium2
import pytest
import zxingcpp
from fontTools.ttLib import TTFont
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from pydantic import ValidationError

from interviewkit import group_printing
from interviewkit.assets import FolderAssets
from interviewkit.builtin import builtin_folder
from interviewkit.documents import layout_name, scorecard, sheet_for, sheets_of
from interviewkit.errors import InputError
from interviewkit.finishing import FinishedPdf
from interviewkit.group_printing import print_group
from interviewkit.inputs import load_inputs
from interviewkit.kit_printing import groups_for, press_for
from interviewkit.library import Library
from interviewkit.models.jurisdiction import Paper
from interviewkit.models.kit import KitInterviewer
from interviewkit.models.opening import Candidate
from interviewkit.models.sheet import MASTER_ID, Meeting, Sheet
from interviewkit.preparing import Prepared, prepare
from interviewkit.print_options import PrintOptions
from interviewkit.printing import LaidOut, PrintedDocument, PrintJob, lay_out, print_document
from interviewkit.project import find_layers
from interviewkit.sheet_printing import SheetPress, masters_of, print_sheets

EXAMPLE = builtin_folder("examples") / "claims-assistant.yaml"
STAGE = "engineering"
DPI = 150
MOST_BYTES = 80_000
HEIGHT_OF_WHO = 9.2
"""Of the row of slots in the head, in mm: room for three lines."""

SHORT, LONG = "Bo", "Wilhelmine von Württemberg-Hohenzollern"
VERY_LONG = "Maria del Carmen Guadalupe Fernández de Córdoba y Álvarez de Toledo-Montmorency"
COMBINED, GREEK, CYRILLIC = "Nguyê̌n x̂ Łucja", "Ωριάνα Παπαδοπούλου", "Ольга Ковальчук"
ARABIC = "ليلى حداد"
ADA = KitInterviewer(key="ada", name="Ada Example")
ORIANA = KitInterviewer(key="oriana", name="Ωριάνα Example-Παπαδοπούλου", name_language="el")
FORENOON = Meeting(date=datetime.date(2026, 12, 1), start=datetime.time(10, 30), room="Room 2")
LONG_ROOM = Meeting(
    date=datetime.date(2026, 9, 30),
    start=datetime.time(10, 30),
    room="Conference Wilhelmina, 3rd floor, wing B",
)
SOME_DAY = Meeting(date=datetime.date(2026, 12, 1))


@dataclass(frozen=True)
class Case:
    """A sheet: how it is set, and whose it is."""

    look: str
    name: str | None
    language: str | None = None
    interviewer: KitInterviewer | None = None
    meeting: Meeting | None = None

    @property
    def words(self) -> dict[str, tuple[str, str | None]]:
        """What its slots say, each with its language."""
        own: dict[str, tuple[str, str | None]] = {
            "candidate": (" ".join(filter(None, ("C-1", self.name))), self.language)
        }
        if self.interviewer:
            own["interviewer"] = self.interviewer.name, self.interviewer.name_language
        if self.meeting:
            own["date"] = prepared(self.look).look.language.meeting(self.meeting), None
        return own


CASES = {
    "short": Case("a4", SHORT, None, ADA),
    "an id alone": Case("a4", None),
    "long, long room": Case("a4", LONG, "de", ORIANA, LONG_ROOM),
    "three lines, a day": Case("a4", VERY_LONG, "es", None, SOME_DAY),
    "combining marks": Case("a4", COMBINED, None, ADA),
    "Greek": Case("a4", GREEK, "el"),
    "Cyrillic": Case("a4", CYRILLIC, "uk", ADA, FORENOON),
    "Arabic": Case("a4", ARABIC, "ar", ORIANA),
    "Letter": Case("letter", VERY_LONG, None, ORIANA, LONG_ROOM),
    "Letter, Arabic": Case("letter", ARABIC, "ar", ADA, FORENOON),
    "large print, three lines": Case(
        "large", f"{VERY_LONG} y Pimentel de Mendoza-Figueroa", None, ADA, SOME_DAY
    ),
    "large print": Case("large", ARABIC, "ar", ORIANA, LONG_ROOM),
}
EVERY = pytest.mark.parametrize("case", CASES.values(), ids=CASES)
FULLY = pytest.mark.parametrize(
    "case",
    [
        CASES[name]
        for name in (
            "long, long room",
            "three lines, a day",
            "Arabic",
            "combining marks",
            "Letter",
            "large print",
        )
    ],
)


# --- making sheets ---------------------------------------------------------------------------------------


@cache
def prepared(look: str) -> Prepared:
    paper = Paper.LETTER if look == "letter" else Paper.A4
    layers = find_layers(None, None, Path("/"))
    library = Library(layers.rubrics, layers.language)
    options = PrintOptions(layers, paper, large_print=look == "large", unchecked="not what is tested here")
    return prepare(load_inputs(EXAMPLE, library), library, options)


@cache
def master(look: str, layout: str) -> PrintedDocument:
    """What sheets of this layout are laid over."""
    known = set(layout.split("--"))
    day = SOME_DAY if "date" in known else None
    some = sheet_of(look, "X", "X", interviewer=ADA if "interviewer" in known else None, meeting=day)
    ready = prepared(look)
    [group] = groups_for(ready, masters_of(ready.kit, [some], ready.look))
    [printed] = print_group(group)
    return printed


def press(look: str, sheets: Sequence[Sheet]) -> SheetPress:
    masters = {layout_name(sheet): master(look, layout_name(sheet)) for sheet in sheets}
    return press_for(prepared(look), masters.values())


def sheet_of(
    look: str,
    candidate: str,
    name: str | None,
    language: str | None = None,
    interviewer: KitInterviewer | None = None,
    meeting: Meeting | None = None,
) -> Sheet:
    ready = prepared(look)
    stage = next(stage for stage in ready.kit.stages if stage.id == STAGE)
    person = Candidate(id=candidate, name=name, name_language=language)
    return sheet_for(ready.digests.kit, ready.look, stage, person, interviewer, meeting)


def made(look: str, sheets: Sequence[Sheet]) -> list[bytes]:
    """These sheets, made in one go."""
    return [data for _, data in print_sheets(press(look, sheets), sheets)]


def own_sheet(case: Case) -> Sheet:
    return sheet_of(case.look, "C-1", case.name, case.language, case.interviewer, case.meeting)


@cache
def personal(case: Case) -> bytes:
    """The case's sheet, laid over its master."""
    (data,) = made(case.look, [own_sheet(case)])
    return data


@cache
def full(case: Case) -> FinishedPdf:
    """The case's sheet, laid out by itself."""
    ready = prepared(case.look)
    document = scorecard(ready.kit, own_sheet(case), ready.look)
    return print_document(PrintJob(document, ready.shared, ready.assets, ready.language)).pdf


def pictures(data: bytes, pages: Sequence[int] = (0, 1)) -> list[NDArray[np.uint8]]:
    """Pages in grey."""
    with closing(pypdfium2.PdfDocument(data)) as document:
        drawn = [document[page].render(scale=DPI / 72, grayscale=True) for page in pages]
        return [np.array(bitmap.to_numpy()) for bitmap in drawn]


# --- what people and machines see ------------------------------------------------------------------------


@FULLY
def test_a_sheet_looks_as_if_laid_out_by_itself_and_has_the_same_fields(case: Case) -> None:
    assert_same_sheet(personal(case), full(case).data)


def assert_same_sheet(data: bytes, expected: bytes) -> None:
    for one, other in zip(pictures(data), pictures(expected), strict=True):
        differing = one.astype(int) - other
        assert np.abs(differing).max() <= 64
        assert (np.abs(differing) > 16).sum() <= 20
    assert widgets(data) == widgets(expected)


@pytest.mark.parametrize("look", ["a4", "letter", "large"])
def test_a_blank_sheet_and_its_masters_are_laid_out_once(look: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ready = prepared(look)
    (blank,) = (
        each for each in sheets_of(ready.kit, ready.digests.kit, (), ready.look) if each.stage == STAGE
    )
    others = [sheet_of(look, "X", "X"), sheet_of(look, "X", "X", interviewer=ADA, meeting=SOME_DAY)]
    documents = [scorecard(ready.kit, blank, ready.look), *masters_of(ready.kit, others, ready.look)]
    laid_out: list[PrintJob] = []

    def counted(job: PrintJob) -> LaidOut:
        laid_out.append(job)
        return lay_out(job)

    monkeypatch.setattr(group_printing, "lay_out", counted)
    [group] = groups_for(ready, documents)
    printed, *masters = print_group(group)
    assert len(laid_out) == 1
    assert [set(each.master.sizes) if each.master else None for each in masters] == [
        {"candidate"},
        {"candidate", "interviewer", "date"},
    ]
    alone = print_document(group[0])
    assert (printed.pdf.fields, printed.pdf.codes) == (alone.pdf.fields, alone.pdf.codes)
    assert_same_sheet(printed.pdf.data, alone.pdf.data)
    with pikepdf.open(BytesIO(printed.pdf.data)) as pdf:
        assert [text for text, _ in read_aloud(pdf)] == [blank.id] * printed.pdf.pages
        assert matterhorn.findings(pdf) == []
    said = [code.text for picture in pictures(printed.pdf.data) for code in zxingcpp.read_barcodes(picture)]
    assert said[:2] == [f"IK1:{ready.digests.kit}:{blank.id}:{number}" for number in (1, 2)]


def widgets(data: bytes) -> list[tuple[str, ...]]:
    """Every widget of every page: name or state, and place."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return [
            (
                str(widget.get("/T", widget.get("/AS", ""))),
                *sorted(widget.AP.N.keys()),
                str(widget.Rect.unparse()),
            )
            for page in pdf.pages
            for widget in page.get("/Annots", ())
        ]


@EVERY
def test_the_words_of_a_sheet_stand_in_their_slots_and_are_found_there(case: Case) -> None:
    with closing(pypdfium2.PdfDocument(personal(case))) as document:
        text = folded(document[0].get_textpage().get_text_bounded())
    by_pypdf = folded(pypdf.PdfReader(BytesIO(personal(case))).pages[0].extract_text())
    for words, _ in case.words.values():
        assert folded(words) in by_pypdf
        own = words.removeprefix("C-1 ")  # PDFium turns an id before a name that is written from the right
        assert folded(own) in text


def folded(text: str) -> str:
    """Without spaces, marks of direction and what PDFium makes of a hyphen at the end of a line."""
    text = unicodedata.normalize("NFC", text).replace("\x02", "-").replace("\ufffe", "-")
    return re.sub(r"[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]+", "", text)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils are not installed")
@pytest.mark.parametrize("name", ["short", "combining marks", "Greek", "Cyrillic", "Arabic"])
def test_poppler_finds_the_name(name: str, tmp_path: Path) -> None:
    (tmp_path / "sheet.pdf").write_bytes(personal(CASES[name]))
    run = subprocess.run(
        ["pdftotext", "-l", "1", "sheet.pdf", "-"], cwd=tmp_path, capture_output=True, check=True
    )
    assert folded(str(CASES[name].name)) in folded(run.stdout.decode())


@EVERY
def test_the_words_of_a_sheet_are_read_aloud_in_their_language(case: Case) -> None:
    own = own_sheet(case)
    with pikepdf.open(BytesIO(personal(case))) as pdf:
        spoken = [(text, element.get("/Lang")) for text, element in read_aloud(pdf)]
        pages = len(pdf.pages)
    expected = [(words, language) for words, language in case.words.values()]
    found = [(text, str(language) if language else None) for text, language in spoken]
    assert {entry for entry in found if entry[0] != own.id} == set(expected)
    assert sum(text == own.id for text, _ in found) == pages
    assert sum(entry == expected[0] for entry in found) == pages


def read_aloud(pdf: pikepdf.Pdf) -> list[tuple[str, Any]]:
    """The words of every structure element that says them instead of what is printed, with the element."""
    elements = [
        thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and "/ActualText" in thing
    ]
    return [(str(element.ActualText), element) for element in elements]


@FULLY
def test_a_sheet_is_as_accessible_as_any_document(case: Case) -> None:
    with pikepdf.open(BytesIO(personal(case))) as pdf:
        assert matterhorn.findings(pdf) == []


@EVERY
def test_every_page_says_its_sheet_in_letters_and_in_its_code(case: Case) -> None:
    own, data = own_sheet(case), personal(case)
    digest = prepared(case.look).digests.kit
    reader = pypdf.PdfReader(BytesIO(data))
    for number, picture in enumerate(pictures(data), start=1):
        assert [code.text for code in zxingcpp.read_barcodes(picture)] == [f"IK1:{digest}:{own.id}:{number}"]
        text = reader.pages[number - 1].extract_text()
        assert own.id in text
        assert MASTER_ID not in text


@EVERY
def test_a_sheet_is_a_sound_and_small_file(case: Case) -> None:
    data = personal(case)
    with pikepdf.open(BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert [page.get("/Contents") is not None for page in pdf.pages] == [True] * len(pdf.pages)
    if case.look != "large":
        assert len(data) <= MOST_BYTES


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")
def test_qpdf_has_nothing_to_say(tmp_path: Path) -> None:
    (tmp_path / "sheet.pdf").write_bytes(personal(CASES["Arabic"]))
    command = ["qpdf", "--check", "sheet.pdf"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (run.returncode, "WARNING" in run.stderr) == (0, False)


@pytest.mark.parametrize("look", ["a4", "letter"])
def test_a_long_room_stays_in_its_slot(look: str) -> None:
    """What the date adds to the page lies beside the code and below the titles, on three lines at most."""
    rooms = [
        LONG_ROOM,
        FORENOON,
        Meeting(date=datetime.date(2026, 9, 30), room="KONFERENZRAUM NORDWEST, OBERGESCHOSS 3"),
    ]
    empty = sheet_of(look, "C-1", SHORT, None, ADA)
    place = dict(master(look, f"{STAGE}--candidate--interviewer").pdf.codes)[1]
    (before,) = pictures(made(look, [empty])[0], [0])
    for data in made(look, [sheet_of(look, "C-1", SHORT, None, ADA, room) for room in rooms]):
        rows, columns = np.nonzero(np.abs(pictures(data, [0])[0].astype(int) - before) > 64)
        top, bottom, left, right = (
            edge * 72 / DPI for edge in (rows.min(), rows.max() + 1, columns.min(), columns.max() + 1)
        )
        assert right < place[0] or top > place[3]
        assert bottom - top < HEIGHT_OF_WHO * 72 / 25.4
        assert left > 24 * 72 / 25.4


# --- one sheet among many --------------------------------------------------------------------------------

CROWD = [
    *(
        "Ă̂na X̂avier",
        "Zoë Žižek",
        "Ω Ohm",
        "Xavier Ω",
        "Bo Li",
        "fi ffi",
        "Ἀλέξανδρος Ω",
        "Ёлка Щукина",
        "ʻOkina",
        "حداد ليلى",
    ),
    *(
        f"{first} {last}"
        for first in ("Ann", "Ólafur", "Jürgen", "Quentin")
        for last in ("Vá", "Kjær", "Ğül", "Þór", "Wü")
    ),
]


def crowd() -> list[Sheet]:
    """Thirty sheets with letters in common, long and short, some with the same letters in other clusters."""
    people = (None, ADA, ORIANA)
    return [sheet_of("a4", f"K-{n}", name, None, people[n % 3]) for n, name in enumerate(CROWD)]


def test_a_sheet_is_the_same_made_twice_alone_among_others_and_in_another_order() -> None:
    sheets = crowd()
    together = made("a4", sheets)
    assert made("a4", sheets[::-1])[::-1] == together
    for place in (0, 2, 3, 6, 9, 29):
        assert made("a4", [sheets[place]]) == [together[place]], sheets[place].candidate


def test_a_sheet_holds_no_data_of_other_candidates() -> None:
    sheets = crowd()
    for sheet, data in list(zip(sheets, made("a4", sheets), strict=True))[::4]:
        everything = b"\n".join(all_bytes(data)).lower()
        others = {part for name in CROWD for part in name.split()} - set(str(sheet.candidate.name).split())  # type: ignore[union-attr]
        found = [part for part in others for form in spelled(part) if form in everything]
        assert found == []
        own = str(sheet.candidate.name).split()  # type: ignore[union-attr]
        assert all(any(form in everything for form in spelled(part)) for part in own)


def spelled(word: str) -> list[bytes]:
    """A word of some length as it could stand in a file, in small letters; short ones do so by chance."""
    utf16 = word.encode("utf-16-be")
    forms = [utf16.hex().encode()] if len(word) > 1 else []
    return [form.lower() for form in (*forms, *([word.encode(), utf16] if len(word) > 4 else []))]


def all_bytes(data: bytes) -> Iterator[bytes]:
    """The file and all its streams, also those of objects that an update has replaced."""
    yield data
    for found in re.finditer(rb"stream\r?\n", data):
        try:
            yield zlib.decompressobj().decompress(data[found.end() :])
        except zlib.error:
            continue


def test_the_font_of_a_name_has_its_own_letters_alone() -> None:
    sheets = crowd()
    for sheet, data in list(zip(sheets, made("a4", sheets), strict=True))[::4]:
        with pikepdf.open(BytesIO(data)) as pdf:
            form = pdf.pages[0].Resources.XObject.IKcandidate
            name = f"{sheet.candidate.id} {sheet.candidate.name}"  # type: ignore[union-attr]
            assert form.Resources.Font.keys()
            for key in sorted(form.Resources.Font.keys()):
                check_font(form.Resources.Font[key], codes_shown(form, key), name)


def codes_shown(form: Any, wanted: str) -> set[int]:
    """The glyphs that a form shows in a font."""
    font, found = "", b""
    for instruction in pikepdf.parse_content_stream(form):
        operands, operator = instruction.operands, instruction.operator
        font = str(operands[0]) if str(operator) == "Tf" else font
        if str(operator) in {"TJ", "Tj"} and font == wanted:
            parts = operands[0] if isinstance(operands[0], pikepdf.Array) else [operands[0]]
            found += b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
    return {int.from_bytes(found[place : place + 2]) for place in range(0, len(found), 2)}


def check_font(font: Any, codes: set[int], name: str) -> None:
    """Outlines of these glyphs and of what they are composed of, letters of the name."""
    descriptor = font.DescendantFonts[0].FontDescriptor
    with TTFont(BytesIO(descriptor.FontFile2.read_bytes())) as file:
        order, outlines = file.getGlyphOrder(), file["glyf"]
        needed = {order[code] for code in codes}
        for glyph in tuple(needed):
            needed |= set(outlines[glyph].getComponentNames(outlines))
        drawn = {glyph for glyph in order if outlines[glyph].numberOfContours}
    assert drawn - {".notdef"} <= needed
    (mapped,) = re.findall(rb"beginbfchar(.*?)endbfchar", font.ToUnicode.read_bytes(), re.DOTALL)
    letters = re.findall(rb"<[0-9a-f]{4}> <([0-9a-f]*)>", mapped)
    own = unicodedata.normalize("NFC", name).replace(" ", "\u00a0") + name
    assert {bytes.fromhex(each.decode()).decode("utf-16-be") for each in letters} <= {
        own[start:end] for start in range(len(own)) for end in range(start, start + 4)
    }


# --- templates of a user's own ---------------------------------------------------------------------------

FOOT = '<p class="folio">'
OUTSIDE_OF_SLOTS = {
    "the name": "{{ sheet.candidate.name if sheet.candidate }}",
    "the name in small letters": "{{ sheet.candidate.name|lower if sheet.candidate }}",
    "the length of the name": "{{ '·' * sheet.candidate.name|length if sheet.candidate }}",
    "the sheet": "{{ sheet.id|lower }}",
    "the day": "{{ sheet.meeting.date|long_date if sheet.meeting }}",
}


def press_with(folder: Path, more: str, sheets: Sequence[Sheet], before: str = "") -> SheetPress:
    """A press whose scorecard says more: in its foot, or before something else."""
    text = (builtin_folder("templates") / "scorecard.html").read_text(encoding="utf-8")
    (folder / "scorecard.html").write_text(
        text.replace(before or FOOT, f"{more}{before}" if before else f"{FOOT}{more} "), encoding="utf-8"
    )
    ready = prepared("a4")
    assets = FolderAssets((folder, *ready.assets.folders), ready.assets.logo)
    changed = Prepared(**{**vars(ready), "assets": assets})
    documents = masters_of(ready.kit, sheets, changed.look)
    jobs = [PrintJob(document, ready.shared, assets, ready.language) for document in documents]
    return press_for(changed, map(print_document, jobs))


@pytest.mark.parametrize("more", OUTSIDE_OF_SLOTS.values(), ids=OUTSIDE_OF_SLOTS)
def test_a_template_that_shows_what_is_a_sheets_own_elsewhere_is_never_laid_over(
    more: str, tmp_path: Path
) -> None:
    own = sheet_of("a4", "C-1", SHORT, None, ADA, SOME_DAY)
    assert list(press_with(tmp_path, more, [own]).masters.values()) == [None]


def test_sheets_of_such_a_template_are_laid_out_one_by_one(tmp_path: Path) -> None:
    sheets = [sheet_of("a4", f"C-{n}", name) for n, name in enumerate((CYRILLIC, GREEK))]
    shown = press_with(tmp_path, OUTSIDE_OF_SLOTS["the name"], sheets)
    for (sheet, data), own, other in zip(
        print_sheets(shown, sheets), (CYRILLIC, GREEK), (GREEK, CYRILLIC), strict=True
    ):
        for page in pypdf.PdfReader(BytesIO(data)).pages:
            text = page.extract_text()
            assert (text.count(own), text.count(other), MASTER_ID in text) == (2, 0, False)
            assert sheet.id in text


def test_a_template_whose_boxes_move_with_a_name_is_refused(tmp_path: Path) -> None:
    """The record has one place for the boxes of all: a reader would look for ticks in the wrong ones."""
    sheets = [sheet_of("a4", f"C-{n}", name) for n, name in enumerate(("X", "X" * 40))]
    more = '<div style="height: {{ sheet.candidate.name|length // 40 }}pt"></div>'
    moved = press_with(tmp_path, more, sheets, before='<section class="competency"')
    with pytest.raises(InputError, match=r"IK052.*boxes stand elsewhere"):
        list(print_sheets(moved, sheets))


# --- any name --------------------------------------------------------------------------------------------


@cache
def printable() -> str:
    """Every character that the packaged font has and a name may hold."""
    with TTFont(builtin_folder("templates") / "fonts" / "SourceSans3-Regular.ttf") as font:
        letters = [chr(code) for code in font.getBestCmap()]
    return "".join(letter for letter in letters if accepted(f"a{letter}a"))


def accepted(name: str) -> bool:
    try:
        return bool(Candidate(id="C-1", name=name).name)
    except ValidationError:
        return False


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(data=st.data())
def test_any_name_is_printed_and_read_aloud_as_it_is(data: st.DataObject) -> None:
    alphabet = st.sampled_from(printable())
    names = data.draw(
        st.lists(st.text(alphabet, min_size=1, max_size=120).filter(accepted), min_size=1, max_size=6)
    )
    sheets = [sheet_of("a4", f"C-{n}", name) for n, name in enumerate(names)]
    for sheet, made_sheet in zip(sheets, made("a4", sheets), strict=True):
        with pikepdf.open(BytesIO(made_sheet)) as pdf:
            spoken = [text for text, _ in read_aloud(pdf)]
            assert pdf.check_pdf_syntax() == []
        expected = f"{sheet.candidate.id} {sheet.candidate.name}"  # type: ignore[union-attr]
        assert spoken.count(expected) == len(pdf_pages(made_sheet))


def pdf_pages(data: bytes) -> list[Any]:
    return list(pypdf.PdfReader(BytesIO(data)).pages)
