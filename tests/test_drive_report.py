"""The report on a drive: its counts, the team picture, the timetable, the summary, and the pages."""

import csv
import datetime
import io
import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

import pikepdf
import pypdfium2
import pytest
from babel import Locale
from babel.support import NullTranslations
from matterhorn import findings
from tagged_pdf import TaggedPdf

from interviewkit.assets import FolderAssets
from interviewkit.builtin import builtin_folder
from interviewkit.drive_report.coverage import team_coverage
from interviewkit.drive_report.matrices import matrices
from interviewkit.drive_report.measures import Measures, load_measures
from interviewkit.drive_report.printing import print_drive
from interviewkit.drive_report.report import drive_context
from interviewkit.drive_report.summary import summary_csv
from interviewkit.drive_report.team_picture import team_picture
from interviewkit.drive_report.timetable import Group, by_interviewer, by_room, natural_order, workloads
from interviewkit.html import open_templates, render_html
from interviewkit.language import Language, open_language
from interviewkit.library import open_library
from interviewkit.models.drive import Appointment
from interviewkit.models.drive_outcome import (
    DriveOutcome,
    OpeningOutcome,
    OpeningPicture,
    OpeningStatus,
    PictureCompetency,
    PictureStage,
)
from interviewkit.models.jurisdiction import Paper
from interviewkit.models.scale import Seniority
from interviewkit.models.team import TeamLoop, TeamStage, Technology

TEMPLATES = builtin_folder("templates")
ASSETS = FolderAssets((TEMPLATES,))
NAMES = {"building": "Building", "checking": "Checking", "leading": "Leading", "selling": "Selling"}
COUNTRIES = {"en": "GB", "de": "DE", "fr": "FR"}
PAPERS = pytest.mark.parametrize("paper", list(Paper))


# --- outcomes, made by hand -------------------------------------------------------------------------------


def opening(
    number: int, bars: dict[str, int], *, loop: TeamLoop = TeamLoop.INNER, title: str = "", name: str = ""
) -> OpeningOutcome:
    """An opening that was built; the first competency is its must-have."""
    name = name or f"opening-{number}"
    share = 100 // max(1, len(bars))
    picture = OpeningPicture(
        opening=name,
        title=title or f"Engineer {number}",
        organisation="Example Works",
        role="engineer",
        role_name="Engineer",
        seniority=Seniority.SENIOR,
        loop=loop,
        team_stage=TeamStage.SCALING,
        technology=Technology.CORE,
        competencies=tuple(
            PictureCompetency(id=each, name=f"Name of {each}", weight=share, bar=bar, must_have=place == 0)
            for place, (each, bar) in enumerate(bars.items())
        ),
        stages=(PictureStage(id="only", title="The interview", minutes=45),),
    )
    return OpeningOutcome(
        opening=name,
        status=OpeningStatus.BUILT,
        picture=picture,
        kit_digest=f"{number:012x}",
        candidates=2,
        sheets=4,
        made=4,
    )


def drive(*openings: OpeningOutcome, schedule: Iterable[Appointment] = ()) -> DriveOutcome:
    return DriveOutcome(
        drive="spring", title="Spring drive", run=3, openings=openings, schedule=tuple(schedule)
    )


def at(
    time: str, candidate: str, room: str | None, *, day: int = 23, who: str = "Ada", of: str = "opening-1"
) -> Appointment:
    start = datetime.time.fromisoformat(time) if time else None
    date = datetime.date(2026, 11, day)
    return Appointment(
        opening=of, candidate=candidate, stage="only", interviewer=who, date=date, start=start, room=room
    )


BROKEN = OpeningOutcome(
    opening="broken",
    status=OpeningStatus.FAILED,
    picture=None,
    reasons=(
        "broken.yaml:1:1: IK001 cannot be read; check its permissions",
        "broken.yaml:2:1: IK002 <b>no</b>",
    ),
)
THREE = drive(
    opening(1, {"building": 4, "checking": 3}),
    opening(2, {"checking": 5, "selling": 2}, loop=TeamLoop.OUTER),
    opening(3, {"building": 2, "checking": 4}),
    BROKEN,
    schedule=(
        at("10:00", "C-2", "Room 10"),
        at("", "C-4", "Room 2"),
        at("09:00", "C-1", "Room 2", who="Bo"),
        at("08:30", "C-3", None),
        at("23:30", "C-9", "Room 2", day=24, who="Łucja <i>Świątek</i>"),
    ),
)


def many(count: int, appointments: int = 0, *, title: str = "") -> DriveOutcome:
    """As many openings, every third in the outer loop, with the competencies of the library in turn."""
    known = list(library_measures("en").competencies)
    openings = [
        opening(
            number,
            {known[(number + place) % len(known)]: 2 + (number + place) % 3 for place in range(8)},
            loop=TeamLoop.OUTER if number % 3 == 0 else TeamLoop.INNER,
            title=title,
            name=f"platform-engineer-{number}{'-of-the-claims-and-records-assistant' if title else ''}",
        )
        for number in range(1, count + 1)
    ]
    schedule = [
        at(f"{9 + place % 8:02}:00", f"C-{place}", f"Room {place % 5}", of=openings[place % count].opening)
        for place in range(appointments)
    ]
    return drive(*openings, schedule=schedule)


@cache
def library_measures(language: str) -> Measures:
    return load_measures(open_library(), language)


def language_of(code: str, country: str = "") -> Language:
    return open_language(code, country or COUNTRIES[code], (TEMPLATES,))


def html_of(outcome: DriveOutcome, language: Language | None = None, measures: Measures | None = None) -> str:
    words = language or language_of("en")
    context = drive_context(outcome, measures or Measures(NAMES), words, Paper.A4)
    return render_html(open_templates((TEMPLATES,), words), "drive.html", context)


def pdf_of(outcome: DriveOutcome, paper: Paper = Paper.A4, language: str = "en") -> bytes:
    return print_drive(outcome, library_measures(language), language_of(language), paper, ASSETS)


def pages_of(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def rows(source: str, table: str) -> list[list[str]]:
    """The cells of the rows of the first table of a class, as text."""
    found = re.findall(rf'<table class="{table}"[^>]*>(.*?)</table>', source, re.DOTALL)[0]
    lines = re.findall(r"<tr.*?</tr>", found, re.DOTALL)
    return [[plain(cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", line, re.DOTALL)] for line in lines]


def plain(source: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", source).split())


# --- the team picture -------------------------------------------------------------------------------------


def test_the_inner_loop_stands_first_and_the_heaviest_competency_on_top() -> None:
    picture = team_picture(THREE, NAMES)
    assert [row.name for row in picture.rows] == ["Checking", "Building", "Selling"]
    assert [(column.number, column.loop.value) for column in picture.columns] == [
        (1, "inner"),
        (3, "inner"),
        (2, "outer"),
    ]
    bars = [[cell.bar if cell else None for cell in column.cells] for column in picture.columns]
    assert bars == [[3, 4, None], [4, 2, None], [5, None, 2]]
    assert [(column.high, column.rated) for column in picture.columns] == [(1, 2), (1, 2), (1, 2)]
    assert picture.missing == ("broken",)


def test_a_competency_that_the_library_does_not_know_has_the_name_of_its_opening() -> None:
    picture = team_picture(drive(opening(1, {"own": 3})), NAMES)
    assert [row.name for row in picture.rows] == ["Name of own"]


def test_what_the_hires_cover_together_and_what_nobody_covers() -> None:
    coverage = team_coverage(team_picture(THREE, NAMES), NAMES)
    assert [(c.row.id, c.highest, c.asked_by, c.high, c.sound, c.rated) for c in coverage.covers] == [
        ("checking", 5, (2,), 2, 3, 3),
        ("building", 4, (1,), 1, 1, 2),
        ("selling", 2, (2,), 0, 0, 1),
    ]
    assert [cover.row.id for cover in coverage.low] == ["selling"]
    assert coverage.unrated == ("Leading",)
    assert coverage.has_gaps


def test_the_matrix_prints_bar_must_have_and_weight() -> None:
    loops, head, *lines, total = rows(html_of(THREE), "matrix")
    assert loops == ["", "Inner loop", "Outer loop"]
    assert head == ["Competency", "opening-1 1", "opening-3 3", "opening-2 2"]
    assert lines == [
        ["Checking", "3 50", "4 50", "5 * 50"],
        ["Building", "4 * 50", "2 * 50", "–"],
        ["Selling", "–", "–", "2 50"],
    ]
    assert total == ["Bars at 4 or 5, of all", "1/2", "1/2", "1/2"]


def test_the_page_says_what_is_covered_and_what_is_not() -> None:
    page = html_of(THREE)
    assert rows(page, "covers")[1:] == [
        ["Checking", "5", "2", "2 of 3", "3 of 3", "3 of 3"],
        ["Building", "4", "1", "1 of 3", "1 of 3", "2 of 3"],
        ["Selling", "2", "2", "–", "–", "1 of 3"],
    ]
    text = plain(page)
    assert "Rated, with 2 as the highest bar: Selling." in text
    assert "Rated by no opening: Leading." in text
    assert "Not in the picture, because it could not be read: broken." in text
    assert "looks for one person" not in text


def test_a_drive_without_gaps_says_so() -> None:
    page = html_of(drive(opening(1, dict.fromkeys(NAMES, 3))))
    assert "Nothing: every competency of the library has a bar of 3 or more" in plain(page)


@pytest.mark.parametrize(
    ("count", "columns"), [(1, [1]), (12, [12]), (13, [6, 7]), (60, [12] * 5), (200, [11, 12] * 8)]
)
def test_many_openings_are_cut_into_matrices_of_about_the_same_width(count: int, columns: list[int]) -> None:
    found = matrices(team_picture(drive(*(opening(n, {"building": 3}) for n in range(count))), NAMES))
    widths = [len(matrix.columns) for matrix in found]
    assert sum(widths) == count
    assert max(widths) - min(widths) <= 1
    assert max(widths) <= 12
    assert widths[: len(columns)] == columns or count == 200


def test_a_long_id_stands_on_two_lines_and_is_cut_there() -> None:
    ids = ["short", "an-opening-with-a-name-of-nearly-any", "x" * 64]
    openings = (opening(number, {"building": 3}, name=name) for number, name in enumerate(ids))
    (matrix,) = matrices(team_picture(drive(*openings), NAMES))
    assert [head.two_lines for head in matrix.heads] == [False, True, True]
    assert [head.words for head in matrix.heads][:2] == ids[:2]
    assert matrix.heads[2].words.endswith("x…")
    assert matrix.height == 44


def test_warnings_about_bars_are_printed_with_their_opening() -> None:
    each = opening(1, {"building": 5})
    assert each.picture is not None
    warned = each.picture.model_copy(update={"unicorn": ("a.yaml:1:1: IK210 <3 bars> at the top",)})
    page = html_of(drive(each.model_copy(update={"picture": warned})))
    assert "Where an opening looks for one person who has everything" in page
    assert "a.yaml:1:1: IK210 &lt;3 bars&gt; at the top" in page


# --- what was built ---------------------------------------------------------------------------------------


def test_the_table_has_a_row_per_opening_and_reasons_in_full_below() -> None:
    page = html_of(THREE)
    head, first, *_, broken, together = rows(page, "built")
    assert head[1:3] == ["Opening", "Role and seniority"]
    assert first == [
        "1", "Engineer 1 opening-1", "Engineer, senior", "built", "2", "4", "000000000001",
    ]  # fmt: skip
    assert broken == ["4", "broken", "–", "failed", "0", "0", "–"]
    assert together == ["", "Together", "6", "12", ""]
    assert ["Openings", "4: 3 built and 1 failed"] in rows(page, "facts")
    assert ["Scorecards", "12; 12 of them made in this run"] in rows(page, "facts")
    assert "Why 1 opening failed" in page
    assert "IK001 cannot be read; check its permissions" in page
    assert "IK002 &lt;b&gt;no&lt;/b&gt;" in page


def test_a_drive_of_which_nothing_could_be_read_is_still_a_page() -> None:
    page = html_of(drive(BROKEN)).split("<body")[1]
    assert "Why 1 opening failed" in page
    assert "team picture" not in page
    assert "Schedule" not in page


def test_hostile_and_very_long_titles_stay_text() -> None:
    hostile = drive(opening(1, {"building": 3}, title="<script>alert(1)</script> & </title> " + "long " * 30))
    page = html_of(hostile.model_copy(update={"title": "</title><b>Drive</b>"}))
    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp;" in page
    assert "<title>Drive report – &lt;/title&gt;&lt;b&gt;Drive&lt;/b&gt;</title>" in page


# --- the schedule -----------------------------------------------------------------------------------------


def listed(groups: Iterable[Group]) -> list[tuple[str | None, list[str]]]:
    return [(group.name, [slot.candidate for slot in group.slots]) for group in groups]


def test_a_day_lists_rooms_in_natural_order_and_interviews_in_time_order() -> None:
    monday, tuesday = by_room(THREE)
    assert listed(monday.groups) == [("Room 2", ["C-1", "C-4"]), ("Room 10", ["C-2"]), (None, ["C-3"])]
    assert (monday.whole.candidates, monday.whole.first) == (4, datetime.time(8, 30))
    slot = tuesday.groups[0].slots[0]
    assert (slot.start, slot.end) == (datetime.time(23, 30), datetime.time(0, 15))


def test_a_day_lists_interviewers_and_those_without_a_time_last() -> None:
    monday, _ = by_interviewer(THREE)
    assert listed(monday.groups) == [("Ada", ["C-3", "C-2", "C-4"]), ("Bo", ["C-1"])]
    assert [(each.name, each.days, each.interviews) for each in workloads(THREE)][:2] == [
        ("Ada", 1, 3),
        ("Bo", 1, 1),
    ]


def test_an_interview_of_an_opening_that_could_not_be_read_has_its_id_and_no_end() -> None:
    (day,) = by_room(drive(BROKEN, schedule=[at("09:00", "C-1", "Room 1", of="broken")]))
    assert (day.groups[0].slots[0].interview, day.groups[0].slots[0].end) == ("only", None)


def test_names_with_digits_other_than_ours_are_sorted_as_well() -> None:
    assert sorted(["Raum ٣", "Raum ²", "2", "Raum 12", "Raum 3", ""], key=natural_order)[:4] == [
        "",
        "2",
        "Raum 3",
        "Raum 12",
    ]


def test_the_page_prints_the_schedule_by_room_and_by_interviewer() -> None:
    page = html_of(THREE)
    assert rows(page, "day")[:3] == [
        ["Time", "Candidate", "Interview", "Opening", "Interviewer"],
        ["Room 2"],
        ["09:00– 09:45", "C-1", "The interview", "opening-1", "Bo"],
    ]
    assert ["No room yet"] in rows(page, "day")
    text = plain(page)
    assert "Monday, 23 November 2026" in text
    assert "Łucja &lt;i&gt;Świątek&lt;/i&gt;" in page
    assert text.index("Schedule by room") < text.index("Schedule by interviewer")


def test_without_a_schedule_there_is_no_such_section() -> None:
    assert "Schedule" not in html_of(drive(opening(1, {"building": 3})))


@pytest.mark.parametrize(
    ("appointments", "tables", "counted"), [(600, 2, False), (601, 1, True), (1501, 0, True)]
)
def test_a_long_schedule_is_summed_up_and_says_so(appointments: int, tables: int, counted: bool) -> None:
    page = html_of(many(3, appointments))
    assert page.count('<table class="day">') == tables
    assert ("here they are only counted" in page) == counted
    assert ("too many to read on a page" in page) == (appointments > 1500)
    if appointments > 1500:
        assert rows(page, "sums")[1:3] == [
            ["Monday, 23 November 2026", "1,501", "1,501", "09:00", "16:00"],
            ["Room 0", "301", "301", "09:00", "16:00"],
        ]


def test_ten_thousand_rooms_are_not_named() -> None:
    schedule = [at("09:00", f"C-{n}", f"https://rooms.example/{n}") for n in range(10_000)]
    page = html_of(drive(opening(1, {"building": 3}), schedule=schedule))
    assert "There are too many rooms to name them" in page
    assert "rooms.example" not in page


# --- summary.csv ------------------------------------------------------------------------------------------


def test_the_summary_is_exactly_these_bytes() -> None:
    assert summary_csv(drive(THREE.openings[0], BROKEN)).decode() == (
        "\ufeffopening,title,role,seniority,status,candidates,sheets,made,kit,reasons\r\n"
        "opening-1,Engineer 1,engineer,senior,built,2,4,4,000000000001,\r\n"
        "broken,,,,failed,0,0,0,,broken.yaml:1:1: IK001 cannot be read; check its permissions"
        " | broken.yaml:2:1: IK002 <b>no</b>\r\n"
    )


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_no_cell_of_the_summary_begins_a_formula(start: str) -> None:
    title = f'{start}HYPERLINK("https://example.org", "a")'
    each = opening(1, {"building": 3})
    assert each.picture is not None
    picture = each.picture.model_copy(update={"title": title})
    text = summary_csv(drive(each.model_copy(update={"picture": picture}))).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text, newline="")))[1][1] == f"'{title}"


# --- languages --------------------------------------------------------------------------------------------


class _Silent(NullTranslations):
    """Every message without its words: what is left of a page is data, or was forgotten."""

    def ugettext(self, message: str) -> str:
        return " ".join(re.findall(r"%\(\w+\)s", message))

    def ungettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.ugettext(msgid1 if n == 1 else msgid2)

    def upgettext(self, _context: str, message: str) -> str:
        return self.ugettext(message)


@pytest.mark.parametrize("appointments", [4, 2000])
def test_every_fixed_word_is_in_the_catalogue(appointments: int) -> None:
    language = Language("uk", Locale.parse("uk"), _Silent())
    outcome = drive(*THREE.openings, schedule=[*THREE.schedule, *many(1, appointments).schedule])
    names = re.compile(
        r"opening-\d|platform-engineer-\d|Spring drive|(?:Name of )?\w+ing\b|Engineer|Example Works"
        r"|The interview|broken|Room|C-|Ada|Bo|Łucja|Świątek|only|IK\d+ .*|yaml"
    )
    page = html_of(outcome, language)
    text = re.sub(r"&\w+;|</?i>", " ", re.sub(r"<style>.*?</style>|<[^>]+>", "\n", page, flags=re.DOTALL))
    assert set(re.findall(r"[A-Za-z]{2,}", names.sub(" ", text))) <= {"html"}


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("de", ("Das Bild des Teams", "Innere Schleife", "2. Dezember 2026", "09:00–09:45", "3 erstellt")),
        ("fr", ("Le tableau de l’équipe", "Boucle interne", "2 décembre 2026", "09:00–09:45", "3 créés")),
    ],
)
def test_german_and_french_pages(code: str, words: tuple[str, ...]) -> None:
    day = THREE.schedule[2].model_copy(update={"date": datetime.date(2026, 12, 2)})
    outcome = drive(*THREE.openings, schedule=[day])
    page = html_of(outcome, language_of(code), library_measures(code)).replace(
        '</span><span class="nowrap">', ""
    )
    assert [each for each in words if each not in plain(page)] == []
    assert '<span lang="en">No one person holds every skill.' in page
    assert '<span lang="en">broken.yaml:1:1: IK001' in page


def test_times_are_written_as_in_the_country() -> None:
    page = html_of(THREE, language_of("en", "US"))
    assert "11:30\u202fPM–" in page
    assert "Tuesday, November 24, 2026" in page


def test_the_principles_are_quoted_with_their_places() -> None:
    page = plain(html_of(THREE, measures=library_measures("en")))
    quoted = [
        "No one person holds every skill. Build a team of people with different skills",
        "Nobody can afford the top level in every skill. For each skill, set the level that the role needs",
        "The inner loop is the work that a team does together every day",
    ]
    assert [words for words in quoted if words not in page] == []
    assert "D &nbsp;Core Roles" in page
    assert "003_f8aed9b9123ea562.txt" in page
    assert "Where the principles come from" not in html_of(THREE)


# --- the pages --------------------------------------------------------------------------------------------


@PAPERS
@pytest.mark.parametrize(("count", "most"), [(1, 3), (12, 5)])
def test_pages_are_filled_and_the_picture_stands_on_one(paper: Paper, count: int, most: int) -> None:
    pages = pages_of(pdf_of(many(count, 12), paper))
    assert len(pages) <= most
    (picture,) = [page for page in pages if "Bars at 4 or 5, of all" in page]
    assert all(f"platform-engineer-{number}" in picture for number in range(1, count + 1))
    assert f"page 1 of {len(pages)}" in pages[0]
    assert "Drive report · run 3" in pages[-1]


def test_sixty_openings_with_long_titles_and_ids() -> None:
    outcome = many(60, title="Engineer for the claims assistant, " * 2)
    pages = pages_of(pdf_of(outcome))
    text = " ".join(pages)
    assert [number for number in range(1, 6) if f"Openings, part {number} of 5" not in text] == []
    assert sum("Bars at 4 or 5, of all" in page for page in pages) == 5
    assert len(pages) < 24


def test_nothing_stands_outside_the_margins() -> None:
    """In German, whose words are long, on the narrower paper."""
    margin = 16 / 25.4 * 72 - 0.5
    with pypdfium2.PdfDocument(pdf_of(many(12, 12), language="de")) as document:
        for page in document:
            text = page.get_textpage()
            boxes = [text.get_rect(place) for place in range(text.count_rects())]
            assert min(box[0] for box in boxes) > margin
            assert max(box[2] for box in boxes) < page.get_width() - margin


def test_a_screen_reader_gets_headings_and_tables() -> None:
    data = pdf_of(THREE)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert findings(pdf) == []
        seen = TaggedPdf(pdf)
        kinds = [element.kind for element in seen.elements]
        headings = [seen.text_of(each).strip() for each in seen.elements if each.kind in {"H1", "H2"}]
    assert headings == [
        "Spring drive",
        "What was built",
        "The team picture",
        "What the hires cover together",
        "Schedule by room",
        "Schedule by interviewer",
        "Where the principles come from",
    ]
    assert kinds.count("Table") == 9


def test_the_same_outcome_gives_the_same_bytes() -> None:
    assert pdf_of(drive(opening(1, {"building": 3}))) == pdf_of(drive(opening(1, {"building": 3})))


def test_no_colour_carries_meaning() -> None:
    style = html_of(THREE).split("<style>")[1].split("</style>")[0]
    shades = [int(each, 16) for each in re.findall(r"\.bar-\d { background: #(\w\w)\1\1 }", style)]
    assert shades == sorted(shades, reverse=True)
    assert min(shades) >= 0.745 * 255, "black stays readable on a quarter of grey"


def test_texts_of_the_library_in_another_language_are_known() -> None:
    english, german = library_measures("en"), library_measures("de")
    assert english.fallback_texts == {}
    assert german.competencies["critical-thinking"] == "Kritisches Denken"
    assert set(german.fallback_texts.values()) == {"en"}
    assert replace(german, fallback_texts={}).principles == english.principles
