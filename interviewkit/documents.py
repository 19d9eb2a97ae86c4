"""The documents of a kit: which there are, where they stand, what their templates are given."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from interviewkit.digest import sheet_id
from interviewkit.models.jurisdiction import Paper
from interviewkit.models.kit import Kit
from interviewkit.models.opening import Candidate
from interviewkit.models.sheet import Sheet
from interviewkit.scorecard.layout import lay_out_scorecard

SCORECARD_PAGES = 2


@dataclass(frozen=True)
class Document:
    """One PDF to be: its path in the kit, its template, and what the template is given beside the kit."""

    path: str
    template: str
    context: Mapping[str, Any] = field(default_factory=dict)
    sheet: Sheet | None = None
    max_pages: int | None = None


def sheets_of(kit: Kit, digest: str, candidates: tuple[Candidate, ...]) -> tuple[Sheet, ...]:
    """A blank sheet per interview, then one per candidate, interview and interviewer."""
    return tuple(
        Sheet(
            id=sheet_id(
                digest, stage.id, candidate.id if candidate else None, person.key if person else None
            ),
            stage=stage.id,
            candidate=candidate,
            interviewer=person,
        )
        for candidate in (None, *candidates)
        for stage in kit.stages
        for person in (stage.panel if candidate and stage.panel else (None,))
    )


def documents_of(kit: Kit, sheets: tuple[Sheet, ...], paper: Paper) -> Iterator[Document]:
    """Every document of the kit, in the order in which a reader would open them."""
    yield Document("brief.pdf", "brief.html", max_pages=6)
    for stage in kit.stages:
        yield Document(f"guides/{stage.id}.pdf", "guide.html", {"stage": stage})
    stages = {stage.id: stage for stage in kit.stages}
    layouts = {stage.id: lay_out_scorecard(kit, stage, paper) for stage in kit.stages}
    for sheet in sheets:
        context = {"stage": stages[sheet.stage], "sheet": sheet, "layout": layouts[sheet.stage]}
        yield Document(sheet.path, "scorecard.html", context, sheet, SCORECARD_PAGES)
    samples = {stage.work_sample.id: stage.work_sample for stage in kit.stages if stage.work_sample}
    for name, sample in samples.items():
        yield Document(f"work-samples/{name}.pdf", "work_sample.html", {"work_sample": sample})
    yield Document("candidate.pdf", "candidate.html", max_pages=2)
    yield Document("debrief.pdf", "debrief.html", max_pages=2)


def shared_context(kit: Kit, digest: str, paper: Paper, *, has_logo: bool) -> dict[str, Any]:
    """What every template is given: the kit, its digest, the paper and whether there is a logo."""
    return {"kit": kit, "digest": digest, "paper": paper.value, "has_logo": has_logo}
