"""Print packs of a drive: piles in the order of the day, and thousands of cards that share what they draw."""

import datetime
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pypdf
import pypdfium2
import pytest
import zxingcpp

from interviewkit.assets import FolderAssets
from interviewkit.builtin import builtin_folder
from interviewkit.compose.kit import compose_kit
from interviewkit.digest import sheet_id
from interviewkit.documents import Look, documents_of, shared_context
from interviewkit.drive_packs.cover import Cover
from interviewkit.drive_packs.cover_pages import TEMPLATE, CoverPress, lay_out_covers
from interviewkit.drive_packs.drawing import CardDrawing, Drawing, draw_document, draw_master
from interviewkit.drive_packs.models import (
    CardItem,
    CardKey,
    DocumentItem,
    DocumentKey,
    DriveOpening,
    DrivePack,
    Item,
    PageCounts,
    Since,
)
from interviewkit.drive_packs.people import people_of
from interviewkit.drive_packs.placing import Group
from interviewkit.drive_packs.planning import plan_packs
from interviewkit.drive_packs.stream import PdfStream
from interviewkit.drive_packs.writing import Card, write_pack
from interviewkit.errors import InputError
from interviewkit.finishing import finish_pdf
from interviewkit.html import open_templates, render_html
from interviewkit.inputs import load_inputs
from interviewkit.language import Language, LanguageSource, open_language
from interviewkit.library import open_library
from interviewkit.models.jurisdiction import Paper
from interviewkit.models.kit import Kit, KitInterviewer, KitStage
from interviewkit.models.opening import Candidate
from interviewkit.models.sheet import MASTER_ID, Meeting, Sheet
from interviewkit.pdf import render_pdf
from interviewkit.personalise.layout import Press, lay_out_words
from interviewkit.personalise.master import Master, SlotKind, make_master
from interviewkit.personalise.objects import Piece
from interviewkit.personalise.sheet import personalised
from interviewkit.personalise.words import Words
from interviewkit.qr import dark_path

TEMPLATES = (builtin_folder("templates"),)
LANGUAGE = open_language("en", "GB", TEMPLATES)
ADA = KitInterviewer(key="ada", name="Ada Example")
BEN = KitInterviewer(key="ben", name="Ben Example")

# --- the plan: what lies where, in which order ------------------------------------------------------------


@cache
def example() -> Kit:
    inputs = load_inputs(builtin_folder("examples") / "claims-assistant.yaml", open_library())
    return compose_kit(inputs.rubric, inputs.opening, inputs.jurisdiction.value, inputs.opening_id)


def stage(name: str, sample: str | None = None) -> KitStage:
    like = next(stage for stage in example().stages if stage.work_sample)
    work = (
        like.work_sample.model_copy(update={"id": sample, "title": sample.title()})
        if sample and like.work_sample
        else None
    )
    return like.model_copy(update={"id": name, "title": name.title(), "work_sample": work})


TALK, WORK = stage("talk"), stage("work", "fault")


def at(day: int, start: str | None = None, room: str | None = None) -> Meeting:
    time = datetime.time.fromisoformat(start) if start else None
    return Meeting(date=datetime.date(2026, 12, day), start=time, room=room)


def sheet(
    name: str,
    of: str,
    candidate: str = "",
    person: KitInterviewer | None = None,
    meeting: Meeting | None = None,
) -> Sheet:
    whom = Candidate(id=candidate, name=f"Name of {candidate}") if candidate else None
    return Sheet(id=name, stage=of, candidate=whom, interviewer=person, meeting=meeting)


def opening(name: str, *sheets: Sheet) -> DriveOpening:
    return DriveOpening(name, name.title(), (TALK, WORK), sheets)


class EveryDocument(dict[DocumentKey, int]):
    """Every document has three pages."""

    def __missing__(self, key: DocumentKey) -> int:
        return 3


PAGES = PageCounts(EveryDocument())


def planned(
    *openings: DriveOpening, since: Since | None = None, language: Language = LANGUAGE
) -> dict[str, DrivePack]:
    packs = plan_packs("Autumn", openings, PAGES, language, since)
    return {pack.path.removeprefix("print-packs/"): pack for pack in packs}


def listed(pack: DrivePack) -> list[str]:
    return [
        f"{item.label} {item.path}{' | one-sided' * item.one_sided}"
        if isinstance(item, DocumentItem)
        else f"{item.label} {item.sheet}"
        for item in pack.items
    ]


def cards(pack: DrivePack) -> list[str]:
    return [item.sheet for item in pack.items if isinstance(item, CardItem)]


def test_a_pile_is_used_from_the_top() -> None:
    packs = planned(
        opening(
            "builder",
            sheet("BLANK", "talk"),
            sheet("A", "work", "C-1", ADA, at(2, "09:00")),
            sheet("B", "work", "C-2", ADA, at(1, "15:00")),
            sheet("C", "talk", "C-1", ADA),
            sheet("D", "talk", "C-2", ADA, at(1)),
        )
    )
    assert list(packs) == ["interviewers/ada-example.pdf", "days/2026-12-01.pdf", "days/2026-12-02.pdf"]
    pack = packs["interviewers/ada-example.pdf"]
    assert listed(pack) == [
        "G1 guides/work.pdf",
        "W1 work-samples/fault.pdf | one-sided",
        "W2 work-samples/fault.pdf | one-sided",
        "S1 B",
        "G2 guides/talk.pdf",
        "S2 D",
        "W3 work-samples/fault.pdf | one-sided",
        "S3 A",
        "S4 C",
        "S5 scorecards/work.pdf",
        "S6 scorecards/work.pdf",
        "S7 scorecards/talk.pdf",
        "S8 scorecards/talk.pdf",
    ]
    assert pack.title == "Print pack: Ada Example – Builder"
    assert [item.title for item in pack.items][:6] == [
        "Guide: Work",
        "Work sample: Fault, for the interviewer",
        "Work sample: Fault, C-2",
        "Work, C-2, 1 Dec 2026, 15:00",
        "Guide: Talk",
        "Talk, C-2, 1 Dec 2026",
    ]
    assert pack.items[-1].title == "Scorecard: Talk, blank 2"


def test_a_day_runs_by_time_room_and_opening_with_a_guide_for_every_interviewer() -> None:
    packs = planned(
        opening(
            "builder",
            sheet("A", "talk", "C-1", ADA, at(1, "10:00", "Room 10")),
            sheet("B", "talk", "C-2", BEN, at(1, "10:00", "Room 2")),
            sheet("C", "talk", "C-3", BEN, at(1, "09:00")),
            sheet("E", "talk", "C-5", BEN, at(1, None, "Room 1")),
        ),
        opening("tester", sheet("D", "talk", "C-4", BEN, at(1, "10:00", "Room 2"))),
    )
    day = packs["days/2026-12-01.pdf"]
    assert cards(day) == ["C", "B", "D", "A", "E"]
    assert day.title == "Print pack: Tuesday, 1 December 2026 – Builder (+1)"
    assert [(item.group, item.title) for item in day.items] == [
        ("09:00", "Guide: Talk, Builder – Ben Example"),
        ("09:00", "Talk, C-3, 09:00 – Ben Example"),
        ("10:00", "Talk, C-2, 10:00, Room 2 – Ben Example"),
        ("10:00", "Guide: Talk, Tester – Ben Example"),
        ("10:00", "Talk, C-4, 10:00, Room 2 – Ben Example"),
        ("10:00", "Guide: Talk, Builder – Ada Example"),
        ("10:00", "Talk, C-1, 10:00, Room 10 – Ada Example"),
        ("", "Talk, C-5, Room 1 – Ben Example"),
        ("", "Scorecard: Talk, Builder, blank 1"),
        ("", "Scorecard: Talk, Builder, blank 2"),
        ("", "Scorecard: Talk, Tester, blank 1"),
        ("", "Scorecard: Talk, Tester, blank 2"),
    ]


def test_one_name_is_one_person_in_all_openings() -> None:
    again = KitInterviewer(key="i1", name="  ada   EXAMPLE ")
    packs = planned(
        opening("a", sheet("A", "talk", "C-1", ADA)), opening("b", sheet("B", "talk", "C-2", again))
    )
    assert {path: cards(pack) for path, pack in packs.items()} == {"interviewers/ada-example.pdf": ["A", "B"]}
    assert listed(packs["interviewers/ada-example.pdf"]).count("G2 guides/talk.pdf") == 1


def test_people_whose_keys_would_be_one_are_numbered() -> None:
    keys = [person.key for person in people_of(["Jörg", "Jorg", "JÖRG", "Jorg 2", "李", "Con", "!"]).values()]
    assert keys == ["jorg", "jorg-2", "jorg-2-2", "li", "con-interviewer", "interviewer"]


def test_where_nobody_is_named_there_is_a_pack_per_interview() -> None:
    packs = planned(
        opening("a", sheet("A", "talk", "C-1"), sheet("B", "work", "C-1"), sheet("C", "talk", "C-2"))
    )
    found = {path: cards(pack) for path, pack in packs.items()}
    assert found == {"interviews/a--talk.pdf": ["A", "C"], "interviews/a--work.pdf": ["B"]}


def many(number: int, stage_id: str = "work") -> list[Sheet]:
    return [sheet(f"S{n}", stage_id, f"C-{n}", ADA) for n in range(number)]


def test_parts_hold_250_sheets_and_tear_nothing_apart() -> None:
    packs = planned(opening("a", *many(200)))
    parts = list(packs.values())
    assert list(packs) == [f"interviewers/ada-example{part}.pdf" for part in ("", "-2", "-3", "-4")]
    assert [part.title for part in parts[:2]] == [
        "Print pack: Ada Example – A",
        "Print pack: Ada Example – A (2)",
    ]
    papers = [
        sum(3 if item.label[0] == "W" else 2 if item.label[0] == "G" else 1 for item in part.items)
        for part in parts
    ]
    assert [part.cover.sheets for part in parts] == [paper + 1 for paper in papers]
    assert all(part.cover.sheets <= 250 for part in parts)
    assert all(part.cover.sheets > 246 for part in parts[:-1])
    assert [part.cover.part for part in parts] == [1, 2, 3, 4]
    assert [part.items[0].label for part in parts] == ["G1", "W1", "W1", "W1"]
    assert all(isinstance(part.items[-1], CardItem) for part in parts[:-1])
    assert sum(len(cards(part)) for part in parts) == 200


def test_a_late_candidate_changes_the_last_part_alone() -> None:
    before, after = planned(opening("a", *many(200))), planned(opening("a", *many(201)))
    changed = [path for path, pack in after.items() if before.get(path) != pack]
    assert changed == ["interviewers/ada-example-4.pdf"]


def test_a_part_does_not_take_another_persons_place() -> None:
    other = KitInterviewer(key="x", name="Ada Example 2")
    packs = planned(opening("a", *many(100), sheet("X", "talk", "C-1", other)))
    assert cards(packs["interviewers/ada-example-2.pdf"]) == ["X"]
    assert len(cards(packs["interviewers/ada-example-part-2.pdf"])) > 20


def test_after_a_run_only_new_cards_and_new_guides_are_printed() -> None:
    drive = opening(
        "a",
        sheet("A", "talk", "C-1", ADA, at(1, "09:00")),
        sheet("B", "talk", "C-2", ADA, at(2, "09:00")),
        sheet("C", "work", "C-2", ADA, at(2, "10:00")),
        sheet("D", "talk", "C-1", BEN, at(1, "09:00")),
    )
    packs = planned(drive, since=Since(3, frozenset(("B", "C"))))
    assert {path: listed(pack) for path, pack in packs.items()} == {
        "since-run-3/interviewers/ada-example.pdf": [
            "S1 B",
            "G1 guides/work.pdf",
            "W1 work-samples/fault.pdf | one-sided",
            "W2 work-samples/fault.pdf | one-sided",
            "S2 C",
            "S3 scorecards/work.pdf",
            "S4 scorecards/work.pdf",
        ],
        "since-run-3/days/2026-12-02.pdf": [
            "G1 guides/talk.pdf",
            "S1 B",
            "G2 guides/work.pdf",
            "W1 work-samples/fault.pdf | one-sided",
            "W2 work-samples/fault.pdf | one-sided",
            "S2 C",
            "S3 scorecards/talk.pdf",
            "S4 scorecards/talk.pdf",
            "S5 scorecards/work.pdf",
            "S6 scorecards/work.pdf",
        ],
    }


def test_no_plan_names_a_candidate() -> None:
    packs = planned(opening("a", sheet("A", "work", "C-1", ADA, at(1)), sheet("B", "talk", "C-2")))
    assert "Name of" not in repr(packs)
    assert "C-1" in repr(packs)


# --- the cover: what lies in the pile ---------------------------------------------------------------------


def lines(cover: Cover) -> list[tuple[str, ...]]:
    """The columns of a listed cover, then its groups and rows."""
    columns = [column.name for column in cover.shape.columns[1:]] if cover.shape else []
    found: list[tuple[str, ...]] = [tuple(columns)]
    for group in cover.groups:
        found += [(group.title,)] if group.title else []
        found += [tuple(str(getattr(row, name)) for name in columns) for row in group.rows]
    return found


def test_a_cover_lists_the_scorecards_in_the_order_of_use() -> None:
    packs = planned(
        opening(
            "builder",
            sheet("A", "work", "C-1", ADA, at(2, "09:00", "Room 2")),
            sheet("B", "talk", "C-2", ADA, at(1)),
            sheet("C", "talk", "C-1", ADA),
        ),
        opening("tester", sheet("D", "talk", "C-2", BEN, at(1, "10:00"))),
    )
    cover = packs["interviewers/ada-example.pdf"].cover
    assert lines(cover) == [
        ("time", "room", "candidate", "interview", "sheet"),
        ("Tuesday, 1 December 2026",),
        ("", "", "C-2", "Talk", "B"),
        ("Wednesday, 2 December 2026",),
        ("09:00", "Room 2", "C-1", "Work", "A"),
        ("No date yet",),
        ("", "", "C-1", "Talk", "C"),
    ]
    assert (cover.owner, cover.part, cover.drive, cover.opening) == ("Ada Example", 0, "Autumn", "Builder")
    counted = (cover.whole.interviews, cover.whole.candidates, cover.guides, cover.samples, cover.blanks)
    assert (*counted, cover.sheets) == (3, 2, 2, 2, 4, 1 + 2 * 2 + 2 * 3 + 3 + 4)
    day = packs["days/2026-12-01.pdf"].cover
    assert lines(day) == [
        ("time", "candidate", "interview", "opening", "interviewer", "sheet"),
        ("10:00", "C-2", "Talk", "Tester", "Ben Example", "D"),
        ("", "C-2", "Talk", "Builder", "Ada Example", "B"),
    ]
    assert (day.opening, day.groups[0].rows[0].name) == ("", "Name of C-2")
    delta = planned(opening("a", *many(3)), since=Since(3, frozenset({"S1"})))
    assert [pack.cover.since for pack in delta.values()] == [3]


def test_without_a_schedule_a_cover_has_no_time_and_no_room() -> None:
    cover = planned(opening("a", *many(2)))["interviewers/ada-example.pdf"].cover
    assert lines(cover) == [("candidate", "interview", "sheet"), ("C-0", "Work", "S0"), ("C-1", "Work", "S1")]


def sums(cover: Cover) -> list[tuple[str, int, int, str, str]]:
    assert cover.shape is None
    return [(each.title, each.interviews, each.candidates, each.first, each.last) for each in cover.groups]


def test_what_does_not_fit_on_a_cover_is_summed_up() -> None:
    dated = [each.model_copy(update={"meeting": at(1 + n // 30, "09:00")}) for n, each in enumerate(many(58))]
    pack = planned(opening("a", *dated, sheet("X", "talk", "C-1", ADA)))["interviewers/ada-example.pdf"]
    assert sums(pack.cover) == [
        ("Tuesday, 1 December 2026", 30, 30, "S0", "S29"),
        ("Wednesday, 2 December 2026", 28, 28, "S30", "S57"),
        ("Talk", 1, 1, "X", "X"),
    ]
    times = [at(1, f"{9 + n // 6:02}:{n % 6}0") if n < 48 else at(1) for n in range(49)]
    day = [
        sheet(f"S{n}", "talk", f"C-{n // 2}", person=None, meeting=meeting) for n, meeting in enumerate(times)
    ]
    cover = planned(opening("a", *day))["days/2026-12-01.pdf"].cover
    assert sums(cover)[:2] == [("09:00–09:59", 6, 3, "S0", "S5"), ("10:00–10:59", 6, 3, "S6", "S11")]
    assert sums(cover)[-1] == ("No time yet", 1, 1, "S48", "S48")
    openings = [
        opening(f"o{n}", sheet(f"S{n}", "talk", "C-1", ADA), sheet(f"T{n}", "talk", "C-2", ADA))
        for n in range(30)
    ]
    cover = planned(*openings)["interviewers/ada-example.pdf"].cover
    assert sums(cover) == [("", 60, 2, "S0", "T29")]


def test_a_part_of_blank_scorecards_alone_has_a_cover() -> None:
    *_, last = planned(opening("a", *many(61))).values()
    assert last.cover.part == 2
    assert (last.cover.whole.interviews, last.cover.groups, last.cover.blanks, last.cover.sheets) == (
        0,
        (),
        2,
        3,
    )


def long_pile(number: int, paper: Paper) -> DriveOpening:
    """Names, rooms and titles of forty letters and more, all on one day."""
    person = KitInterviewer(key="x", name="Interviewer Maximiliane-Theodora Beispiel")
    of_day = [
        sheet(
            f"S{n:07}",
            "work",
            f"C-{n}",
            person,
            at(1, f"{9 + n // 6:02}:{n % 6}0", "A room with a name of forty letters, yes"),
        )
        for n in range(number)
    ]
    named = [
        each.model_copy(
            update={"candidate": Candidate(id=f"C-{n}", name="Candidate Theodora von und zu Hohenbeispiel")}
        )
        for n, each in enumerate(of_day)
    ]
    return replace(opening("a", *named), title="Builder of what others can check, staff level", paper=paper)


@pytest.mark.parametrize(("code", "country", "paper"), [("de", "DE", Paper.A4), ("fr", "FR", Paper.LETTER)])
def test_the_fullest_list_stands_on_one_page(code: str, country: str, paper: Paper) -> None:
    press = CoverPress(LanguageSource(code, country), TEMPLATES)
    language = press.language.opened(TEMPLATES)
    every = Since(1, frozenset(each.id for each in long_pile(40, paper).sheets))
    fullest: dict[str, Cover] = {}
    for number in range(8, 40):
        packs = planned(long_pile(number, paper), since=every, language=language)
        fullest |= {path: pack.cover for path, pack in packs.items() if pack.cover.shape}
    assert len(fullest) == 2
    for cover, page in zip(fullest.values(), lay_out_covers([*fullest.values()], press), strict=True):
        (text,) = page_texts(page).values()
        words = " ".join(text.split())
        assert all(words.count(row.sheet) == 1 for row in cover.groups[0].rows)
        assert words.count("Candidate Theodora") == cover.whole.interviews


def test_a_list_that_needs_a_second_page_after_all_is_summed_up(tmp_path: Path) -> None:
    press = CoverPress(LanguageSource("en", "GB"), (tmp_path, *TEMPLATES))
    listed = planned(opening("a", *many(2)))["interviewers/ada-example.pdf"].cover
    row = "<p style='height: 20cm'>{{ row.sheet }}</p>"
    template = (
        f"{{% for row in covers[0].groups[0].rows %}}{row}{{% endfor %}}to {{{{ covers[0].whole.last }}}}"
    )
    (tmp_path / TEMPLATE).write_text(template, encoding="utf-8")
    assert [list(page_texts(each).values()) for each in lay_out_covers([listed], press)] == [["to S1"]]
    (tmp_path / TEMPLATE).write_text("<p style='break-after: page'>1</p>2", encoding="utf-8")
    with pytest.raises(InputError, match=f"{TEMPLATE}.*a cover does not stand on one page"):
        lay_out_covers([listed], press)


# --- the writing: pages that share what they draw ---------------------------------------------------------

DIGEST = "0123456789ab"
PATHS = ("guides/talk.pdf", "work-samples/fault.pdf", "scorecards/talk.pdf")
QUICK = """\
<!doctype html><html lang="en"><title>quick</title><style>@page {{size: {0}}}
h2 {{break-before: page}}</style>
<h1>{1}</h1><p style="opacity: .5">first</p><svg width="90" height="90"><circle r="40" opacity=".5"/></svg>
<h2 id="second">second <a href="#second">page</a></h2><input name="field">
"""
CARD_STAGES = ("engineering", "work-sample")
NAMES = ("Łucja Świątek", "محمد علي", "Grace Example", "Ελένη Παπα")


@dataclass(frozen=True)
class Workshop:
    """What packs of one paper are made of: masters and documents, and what words are laid out with."""

    masters: Mapping[str, Master]
    drawn: Mapping[str, CardDrawing]
    files: Mapping[DocumentKey, bytes]
    documents: Mapping[DocumentKey, Drawing]
    cover: Drawing
    press: Press

    def words(self, wanted: Sequence[tuple[SlotKind, Any]]) -> list[Words]:
        return lay_out_words(self.press, self.masters["engineering"].sizes, wanted)


def master_sheet(of: str) -> Sheet:
    place = KitInterviewer(key="m", name=MASTER_ID)
    return Sheet(
        id=MASTER_ID, stage=of, candidate=Candidate(id=MASTER_ID), interviewer=place, meeting=at(1, "10:30")
    )


def own_cover() -> Cover:
    """The cover of a pack with a card for each of the names."""
    own = [
        Sheet(
            id=name,
            stage="talk",
            candidate=Candidate(id=f"C-{n}", name=NAMES[n]),
            interviewer=ADA,
            meeting=at(1, "10:30", "Room 2"),
        )
        for n, name in enumerate(sheet_ids(len(NAMES)))
    ]
    return planned(opening("claims", *own))["interviewers/ada-example.pdf"].cover


def open_workshop(paper: Paper, stages: Sequence[str]) -> Workshop:
    """Real masters, which the cards are laid over, and documents of a line each, which need less time."""
    look = Look(LANGUAGE, paper)
    assets = FolderAssets(TEMPLATES)
    environment = open_templates(TEMPLATES, LANGUAGE)
    shared = shared_context(example(), DIGEST, look, {}, has_logo=False)
    masters: dict[str, Master] = {}
    context: dict[str, Any] = {}
    for document in documents_of(example(), tuple(map(master_sheet, stages)), look):
        if document.sheet:
            context = {**shared, **document.context}
            rendered = render_pdf(render_html(environment, document.template, context), assets, b"0" * 16)
            masters[document.sheet.stage] = make_master(
                finish_pdf(rendered, is_sheet=True).data, rendered.anchors
            )
    drawn = {name: draw_master(master) for name, master in masters.items()}
    files = {
        ("claims", path): render_pdf(QUICK.format(paper.value, path), assets, b"0" * 16).data
        for path in PATHS
    }
    documents = {key: draw_document(data) for key, data in files.items()}
    press = CoverPress(LanguageSource("en", "GB"), TEMPLATES)
    cover = draw_document(lay_out_covers([replace(own_cover(), paper=paper)], press)[0])
    return Workshop(masters, drawn, files, documents, cover, Press(environment, context, assets, LANGUAGE))


@pytest.fixture(scope="module")
def a4() -> Workshop:
    return open_workshop(Paper.A4, CARD_STAGES)


@dataclass(frozen=True)
class Written:
    """A pack with what it was made of."""

    pack: DrivePack
    cards: Mapping[CardKey, Card]
    data: bytes


def sheet_ids(number: int) -> list[str]:
    return [sheet_id(DIGEST, str(n)) for n in range(number)]


def written(items: Sequence[Item], workshop: Workshop, own: Mapping[CardKey, Card]) -> Written:
    pack = DrivePack(
        "print-packs/x.pdf", "Print pack: Ada – Builder", own_cover(), tuple(items), "en", "blank"
    )
    out = io.BytesIO()
    write_pack(pack, workshop.cover, workshop.documents, own, out)
    return Written(pack, own, out.getvalue())


def make_written(workshop: Workshop) -> Written:
    wanted: list[tuple[SlotKind, Any]] = [
        (SlotKind.CANDIDATE, Candidate(id=f"C-{n}", name=name)) for n, name in enumerate(NAMES)
    ]
    *candidates, who, when = workshop.words(
        [*wanted, (SlotKind.INTERVIEWER, ADA), (SlotKind.DATE, at(1, "10:30", "Room 2"))]
    )
    items: list[Item] = [
        DocumentItem("claims", "guides/talk.pdf", "Guide", "G1", group="10:30"),
        DocumentItem("claims", "work-samples/fault.pdf", "Work sample", "W1", one_sided=True, group="10:30"),
    ]
    own: dict[CardKey, Card] = {}
    for n, (name, words) in enumerate(zip(sheet_ids(len(NAMES)), candidates, strict=True)):
        master = workshop.drawn[list(workshop.drawn)[n % len(workshop.drawn)]]
        slots = {SlotKind.CANDIDATE: words, SlotKind.INTERVIEWER: who, SlotKind.DATE: when}
        own["claims", name] = Card(master, slots, DIGEST, name)
        items.append(CardItem("claims", name, f"Talk, C-{n}", f"S{n + 1}", group="10:30" if n < 2 else ""))
    items.append(DocumentItem("claims", "scorecards/talk.pdf", "Scorecard, blank 1", "S5"))
    return written(items, workshop, own)


@pytest.fixture(scope="module")
def whole(a4: Workshop) -> Written:
    return make_written(a4)


def test_the_file_is_sound_and_says_how_to_print_it(whole: Written) -> None:
    with pikepdf.open(io.BytesIO(whole.data)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert str(pdf.docinfo.Title) == "Print pack: Ada – Builder"
        assert str(pdf.Root.Lang) == "en"
        preferences = pdf.Root.ViewerPreferences
        assert (str(preferences.Duplex), str(preferences.PrintScaling)) == ("/DuplexFlipLongEdge", "/None")
        assert {"/AcroForm", "/StructTreeRoot", "/MarkInfo"}.isdisjoint(pdf.Root.keys())
        assert not any("/Annots" in page.obj for page in pdf.pages)


@cache
def page_names(data: bytes) -> list[str]:
    return list(pypdf.PdfReader(io.BytesIO(data)).page_labels)


@cache
def page_texts(data: bytes) -> dict[str, str]:
    with pypdfium2.PdfDocument(data) as pdf:
        texts = [page.get_textpage().get_text_bounded() for page in pdf]
    return dict(zip(page_names(data), texts, strict=True))


def test_every_item_begins_on_the_front_of_a_sheet_of_paper(whole: Written) -> None:
    cards_pages = [f"S{card}-{page}" for card in range(1, 6) for page in (1, 2)]
    samples = ["W1-1", "W1-1 blank", "W1-2", "W1-2 blank"]
    cover = ["C1-1", "C1-1 blank"]
    assert page_names(whole.data) == [*cover, "G1-1", "G1-2", *samples, *cards_pages]
    blank = {name for name, text in page_texts(whole.data).items() if not text.strip()}
    assert blank == {cover[1], *samples[1::2]}


def test_the_first_page_says_what_lies_in_the_pile(whole: Written) -> None:
    words = " ".join(page_texts(whole.data)["C1-1"].split())
    for said in (
        "Print pack of a hiring drive Ada Example Drive Autumn Opening Claims",
        "Interviews 4, with 4 candidates Paper 9 sheets, this one included: 1 guide, 4 scorecards with",
        "Tuesday, 1 December 2026",
        f"10:30 Room 2 C-0 Łucja Świątek Talk {sheet_ids(1)[0]}",
        "At the bottom lie 2 blank scorecards for each interview",
        "This page names candidates. Keep it with the pile",
    ):
        assert said in words


def test_an_odd_last_page_has_a_blank_back(a4: Workshop) -> None:
    whole_guide = a4.documents["claims", "guides/talk.pdf"]
    short = {("claims", "guides/talk.pdf"): replace(whole_guide, pages=whole_guide.pages[:1])}
    items = [DocumentItem("claims", "guides/talk.pdf", "Guide", label) for label in ("G1", "G2")]
    data = written(items, replace(a4, documents=short), {}).data
    assert page_names(data)[2:] == ["G1-1", "G1-1 blank", "G2-1", "G2-1 blank"]


def test_documents_look_as_their_own_files_do(whole: Written, a4: Workshop) -> None:
    for label, path in zip(("G1", "W1", "S5"), PATHS, strict=True):
        for page in range(2):
            place = page_names(whole.data).index(f"{label}-{page + 1}")
            assert np.array_equal(pixels(whole.data, place), pixels(a4.files["claims", path], page))


def test_bookmarks_lead_to_items_by_time(whole: Written) -> None:
    with pikepdf.open(io.BytesIO(whole.data)) as pdf, pdf.open_outline() as outline:
        found = [(mark.title, [kid.title for kid in mark.children]) for mark in outline.root]
        pages = [page.objgen for page in pdf.pages]
        target: Any = outline.root[1].children[2].destination
        assert page_names(whole.data)[pages.index(target[0].objgen)] == "S1-1"
    assert found == [
        ("Contents", []),
        ("10:30", ["Guide", "Work sample", "Talk, C-0", "Talk, C-1"]),
        ("Talk, C-2", []),
        ("Talk, C-3", []),
        ("Scorecard, blank 1", []),
    ]


def test_a_name_is_on_its_own_pages_and_the_cover_alone(whole: Written) -> None:
    texts, names = page_texts(whole.data), page_names(whole.data)
    words = dict(zip(sheet_ids(len(NAMES)), range(1, 5), strict=True)) | {
        "Świątek": 1,
        "Grace": 3,
        "Ελένη": 4,
    }
    for word, card in words.items():
        assert {name for name, text in texts.items() if word in text} == {"C1-1", f"S{card}-1", f"S{card}-2"}
    assert "Świątek" in pypdf.PdfReader(io.BytesIO(whole.data)).pages[names.index("S1-2")].extract_text()
    with pikepdf.open(io.BytesIO(whole.data)) as pdf:
        own = pdf.pages[names.index("S1-1")].obj.Resources.XObject["/IKcandidate"]
        twin = pdf.pages[names.index("S1-2")].obj.Resources.XObject["/IKcandidate"]
        other = pdf.pages[names.index("S3-1")].obj.Resources.XObject["/IKcandidate"]
        assert own.objgen == twin.objgen != other.objgen


def pixels(data: bytes, page: int, dpi: int = 100) -> Any:
    with pypdfium2.PdfDocument(data) as pdf:
        return np.array(pdf[page].render(scale=dpi / 72, grayscale=True).to_numpy())


@pytest.mark.parametrize("number", [0, 1])
def test_a_card_looks_as_its_own_file_does(whole: Written, a4: Workshop, number: int) -> None:
    name = sheet_ids(len(NAMES))[number]
    card = whole.cards["claims", name]
    alone = personalised(a4.masters[CARD_STAGES[number]], card.words, DIGEST, name)
    first = page_names(whole.data).index(f"S{number + 1}-1")
    for page in range(2):
        assert np.array_equal(pixels(whole.data, first + page), pixels(alone, page))


def test_codes_are_read_from_the_pages(whole: Written) -> None:
    names = page_names(whole.data)
    for card, page in ((1, 1), (3, 2)):
        found = zxingcpp.read_barcodes(pixels(whole.data, names.index(f"S{card}-{page}"), 200))
        texts = [code.text for code in found if code.format == zxingcpp.BarcodeFormat.QRCode]
        assert texts == [f"IK1:{DIGEST}:{sheet_ids(len(NAMES))[card - 1]}:{page}"]


def test_joined_rectangles_are_the_modules_of_the_code() -> None:
    data = f"IK1:{DIGEST}:ABCDEFGH:1"
    code = zxingcpp.create_barcode(data, zxingcpp.BarcodeFormat.QRCode, ec_level="M", version=3)
    modules = np.pad(np.asarray(code.to_image(add_quiet_zones=False)) == 0, 4).astype(int)
    drawn = np.zeros_like(modules)
    for line in dark_path(data).splitlines():
        column, row, width, height = map(int, line.split()[:4])
        drawn[row : row + height, column : column + width] += 1
    assert np.array_equal(drawn, modules)


def test_the_same_pack_has_the_same_bytes(whole: Written, a4: Workshop) -> None:
    assert written(whole.pack.items, a4, whole.cards).data == whole.data
    other = written([replace(whole.pack.items[0], title="Another"), *whole.pack.items[1:]], a4, whole.cards)
    with pikepdf.open(io.BytesIO(whole.data)) as one, pikepdf.open(io.BytesIO(other.data)) as two:
        assert bytes(one.trailer.ID[0]) != bytes(two.trailer.ID[0])


def test_objects_that_are_alike_are_written_once_and_those_in_a_ring_at_all() -> None:
    out = io.BytesIO()
    stream = PdfStream(out)
    tree = (Piece(b"<< /A {1} /B {2} >>"), Piece(b"<< >>", b"same"), Piece(b"<< >>", b"same"))
    ring = (Piece(b"<< /Next {1} >>"), Piece(b"<< /Next {0} >>"))
    twins = [Group(stream, tree).number(0) for _ in range(2)]
    first = Group(stream, ring).number(0)
    pages = stream.add(b"<</Type/Pages/Count 0/Kids[]>>")
    root = stream.add(b"<</Type/Catalog/Pages %d 0 R/Tree %d 0 R/Ring %d 0 R>>" % (pages, twins[1], first))
    stream.finish(root, stream.add(b"<<>>"))
    with pikepdf.open(out) as pdf:
        assert twins[0] == twins[1]
        assert pdf.Root.Tree.A.objgen == pdf.Root.Tree.B.objgen
        assert pdf.Root.Ring.Next.Next.objgen == pdf.Root.Ring.objgen


def test_letter_paper_is_kept() -> None:
    letter = make_written(open_workshop(Paper.LETTER, CARD_STAGES[:1]))
    with pikepdf.open(io.BytesIO(letter.data)) as pdf:
        assert {tuple(map(round, map(float, page.mediabox))) for page in pdf.pages} == {(0, 0, 612, 792)}
        assert pdf.check_pdf_syntax() == []


def test_a_thousand_cards_weigh_two_kilobytes_each(whole: Written, a4: Workshop) -> None:
    words = next(iter(whole.cards.values())).words
    ids = sheet_ids(1001)
    own = {("claims", name): Card(a4.drawn["engineering"], words, DIGEST, name) for name in ids}
    items = [CardItem("claims", name, f"Talk, C-{n}", f"S{n}") for n, name in enumerate(ids, start=1)]
    one, thousand = written(items[:1], a4, own), written(items, a4, own)
    assert (len(thousand.data) - len(one.data)) / 1000 < 2200
    with pikepdf.open(io.BytesIO(thousand.data)) as pdf:
        assert len(pdf.pages) == 2004
        assert len(pdf.Root.Pages.Kids) == 11
        assert pdf.pages[2].obj.Contents.objgen == pdf.pages[2002].obj.Contents.objgen
    assert page_names(thousand.data)[-1] == "S1001-2"
