"""The documents of a kit: which there are, where they stand, what their templates are given."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from interviewkit.digest import SHEET_ID_LETTERS, sheet_id
from interviewkit.language import Language
from interviewkit.models.jurisdiction import Paper
from interviewkit.models.kit import Kit, KitInterviewer, KitStage
from interviewkit.models.opening import Candidate
from interviewkit.models.sheet import MASTER_ID, Meeting, Sheet
from interviewkit.scorecard.large import lay_out_large
from interviewkit.scorecard.layout import lay_out_scorecard

SCORECARD_PAGES = 2

LONG_NAME = "Someone Else of a Longer Name, " * 5
"""Longer than any that a template would make room for in another way."""


@dataclass(frozen=True)
class Look:
    """How the documents of a kit are set: their language, the paper, and whether in large print."""

    language: Language
    paper: Paper
    large_print: bool = False


@dataclass(frozen=True)
class Document:
    """One PDF to be: its path in the kit, its template, and what the template is given beside the kit."""

    path: str
    template: str
    context: Mapping[str, Any] = field(default_factory=dict)
    sheet: Sheet | None = None
    max_pages: int | None = None


def sheets_of(kit: Kit, digest: str, candidates: tuple[Candidate, ...], look: Look) -> tuple[Sheet, ...]:
    """A blank sheet per interview, then one per candidate, interview and interviewer."""
    return tuple(
        sheet_for(digest, look, stage, candidate, person)
        for candidate in (None, *candidates)
        for stage in kit.stages
        for person in (stage.panel if candidate and stage.panel else (None,))
    )


_ALL_KNOWN = {*Sheet.model_fields}
"""One set for all sheets: pydantic would keep one for each, as large as the sheet itself."""


def sheet_for(
    digest: str,
    look: Look,
    stage: KitStage,
    candidate: Candidate | None,
    person: KitInterviewer | None,
    meeting: Meeting | None = None,
) -> Sheet:
    """The sheet for an interview of a kit with this digest.

    The same sheet on other paper or in large print has another id: its boxes stand elsewhere.
    """
    set_as = f"{look.paper.value}{'-large' if look.large_print else ''}"
    own = (candidate.id if candidate else None, person.key if person else None)
    name = sheet_id(digest, set_as, stage.id, *own)
    return Sheet.model_construct(
        _ALL_KNOWN, id=name, stage=stage.id, candidate=candidate, interviewer=person, meeting=meeting
    )


def master_for(sheet: Sheet) -> Sheet:
    """What a sheet is laid over: the same things are known of it, all of them place holders."""
    return Sheet(
        id=MASTER_ID,
        stage=sheet.stage,
        candidate=Candidate(id=MASTER_ID, name=MASTER_ID) if sheet.candidate else None,
        interviewer=KitInterviewer(key=MASTER_ID, name=MASTER_ID) if sheet.interviewer else None,
        meeting=Meeting(date=datetime.date(2000, 1, 1), room=MASTER_ID) if sheet.meeting else None,
    )


def other_master_for(sheet: Sheet) -> Sheet:
    """A master for other people at another time: its page and the master's differ in their slots alone."""
    return Sheet(
        id=MASTER_ID,
        stage=sheet.stage,
        candidate=Candidate(id="X", name=LONG_NAME, name_language="cy") if sheet.candidate else None,
        interviewer=KitInterviewer(key="x", name=LONG_NAME, name_language="cy")
        if sheet.interviewer
        else None,
        meeting=Meeting(date=datetime.date(2001, 12, 31), start=datetime.time(13, 45))
        if sheet.meeting
        else None,
    )


def layout_name(sheet: Sheet) -> str:
    """What the layout of a sheet is called: its interview, and what is known of the sheet."""
    known = {"candidate": sheet.candidate, "interviewer": sheet.interviewer, "date": sheet.meeting}
    return "--".join((sheet.stage, *(name for name, value in known.items() if value is not None)))


def documents_of(kit: Kit, sheets: Iterable[Sheet], look: Look) -> Iterator[Document]:
    """Every document of the kit with these sheets, in the order in which a reader would open them."""
    yield Document("brief.pdf", "brief.html", max_pages=None if look.large_print else 6)
    for stage in kit.stages:
        yield Document(f"guides/{stage.id}.pdf", "guide.html", {"stage": stage})
    for sheet in sheets:
        yield scorecard(kit, sheet, look)
    samples = {stage.work_sample.id: stage.work_sample for stage in kit.stages if stage.work_sample}
    for name, sample in samples.items():
        yield Document(f"work-samples/{name}.pdf", "work_sample.html", {"work_sample": sample})
    yield Document("candidate.pdf", "candidate.html", max_pages=None if look.large_print else 2)
    yield Document("debrief.pdf", "debrief.html", max_pages=None if look.large_print else 4)


def scorecard(kit: Kit, sheet: Sheet, look: Look) -> Document:
    """One duplex sheet; in large print the pages that were counted."""
    stage = next(stage for stage in kit.stages if stage.id == sheet.stage)
    context = {"stage": stage, "sheet": sheet, "id_letters": SHEET_ID_LETTERS}
    if look.large_print:
        large = lay_out_large(kit, stage, look.paper, look.language)
        return Document(
            sheet.path, "scorecard_large.html", {**context, "layout": large}, sheet, len(large.pages)
        )
    layout = lay_out_scorecard(kit, stage, look.paper, look.language)
    return Document(sheet.path, "scorecard.html", {**context, "layout": layout}, sheet, SCORECARD_PAGES)


def shared_context(
    kit: Kit,
    digest: str,
    look: Look,
    fallback_texts: Mapping[str, str],
    *,
    has_logo: bool,
    unchecked: str = "",
) -> dict[str, Any]:
    """What every template is given.

    `fallback_texts` maps a text in another language than the kit's to that language; `unchecked` is the
    reason why the kit was built without the checker, nothing where it was checked.
    """
    return {
        "kit": kit,
        "digest": digest,
        "paper": look.paper.value,
        "large_print": look.large_print,
        "language": look.language.code,
        "direction": look.language.locale.text_direction,
        "fallback_texts": fallback_texts,
        "questions_in": _language_of_questions(kit, look.language, fallback_texts),
        "has_logo": has_logo,
        "unchecked": unchecked,
    }


def _language_of_questions(kit: Kit, language: Language, fallback_texts: Mapping[str, str]) -> str:
    """What the kit's language calls the language of the questions where it is another one, else nothing."""
    asked = (question.ask for stage in kit.stages for question in stage.questions)
    found = (fallback_texts[ask] for ask in asked if ask in fallback_texts)
    other = next(found, None)
    return language.name_of(other) if other else ""
