"""The documents of a kit: which there are, where they stand, what their templates are given."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from interviewkit.digest import sheet_id
from interviewkit.language import Language
from interviewkit.models.jurisdiction import Paper
from interviewkit.models.kit import Kit, KitStage
from interviewkit.models.opening import Candidate
from interviewkit.models.sheet import Sheet
from interviewkit.scorecard.large import lay_out_large
from interviewkit.scorecard.layout import lay_out_scorecard

SCORECARD_PAGES = 2


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
    """A blank sheet per interview, then one per candidate, interview and interviewer.

    The same sheet on other paper or in large print has another id: its boxes stand elsewhere.
    """
    set_as = f"{look.paper.value}{'-large' if look.large_print else ''}"
    return tuple(
        Sheet(
            id=sheet_id(
                digest, set_as, stage.id, candidate.id if candidate else None, person.key if person else None
            ),
            stage=stage.id,
            candidate=candidate,
            interviewer=person,
        )
        for candidate in (None, *candidates)
        for stage in kit.stages
        for person in (stage.panel if candidate and stage.panel else (None,))
    )


def documents_of(kit: Kit, sheets: tuple[Sheet, ...], look: Look) -> Iterator[Document]:
    """Every document of the kit, in the order in which a reader would open them."""
    yield Document("brief.pdf", "brief.html", max_pages=None if look.large_print else 6)
    for stage in kit.stages:
        yield Document(f"guides/{stage.id}.pdf", "guide.html", {"stage": stage})
    stages = {stage.id: stage for stage in kit.stages}
    for sheet in sheets:
        yield _scorecard(kit, stages[sheet.stage], sheet, look)
    samples = {stage.work_sample.id: stage.work_sample for stage in kit.stages if stage.work_sample}
    for name, sample in samples.items():
        yield Document(f"work-samples/{name}.pdf", "work_sample.html", {"work_sample": sample})
    yield Document("candidate.pdf", "candidate.html", max_pages=None if look.large_print else 2)
    yield Document("debrief.pdf", "debrief.html", max_pages=None if look.large_print else 4)


def _scorecard(kit: Kit, stage: KitStage, sheet: Sheet, look: Look) -> Document:
    """One duplex sheet; in large print the pages that were counted."""
    context = {"stage": stage, "sheet": sheet}
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
