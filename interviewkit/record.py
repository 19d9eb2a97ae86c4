"""`kit.json`: the kit as machines are told of it, from what was rendered."""

from collections.abc import Iterable, Mapping

from interviewkit import __version__
from interviewkit.digest import digest_of
from interviewkit.inputs import Inputs
from interviewkit.models.jurisdiction import Paper
from interviewkit.models.kit import Kit
from interviewkit.models.kit_record import (
    KitRecord,
    KitVersions,
    RecordedCompetency,
    RecordedField,
    RecordedFile,
    RecordedSheet,
    RecordedStage,
)
from interviewkit.models.sheet import Sheet
from interviewkit.pdf import RenderedPdf, weasyprint_version

FIELD_PREFIX = "field."
"""Ids of elements in a scorecard that are boxes or writing areas start with this."""


def kit_digest_parts(inputs: Inputs, templates: Iterable[str]) -> list[str]:
    """What the kit digest covers: rubric, templates, and the opening without its candidates."""
    rubric = inputs.rubric
    opening = inputs.opening.value.model_dump(mode="json", exclude={"candidates"})
    models = (
        rubric.role.value,
        rubric.scale.value,
        rubric.principles.value,
        rubric.job_tasks.value,
        *(entry.value for entry in rubric.competencies.values()),
        *(entry.value for entry in rubric.banks.values()),
        *(entry.value for entry in rubric.work_samples.values()),
        inputs.jurisdiction.value,
    )
    logo = inputs.logo.hex() if inputs.logo else ""
    dumps = [digest_of(model.model_dump(mode="json")) for model in models]
    return [*dumps, digest_of(opening), inputs.opening_id, digest_of(logo), *templates]


def kit_record(
    inputs: Inputs,
    kit: Kit,
    digests: tuple[str, str],
    paper: Paper,
    sheets: Iterable[tuple[Sheet, RenderedPdf]],
    files: Mapping[str, str],
) -> KitRecord:
    """The record of a rendered kit; `digests` are the kit's and the build's, `files` maps path to SHA-256."""
    kit_digest, build_digest = digests
    return KitRecord(
        opening=inputs.opening_id,
        role=kit.role_id,
        seniority=kit.seniority,
        form=kit.form,
        paper=paper,
        kit_digest=kit_digest,
        build_digest=build_digest,
        versions=KitVersions(interviewkit=__version__, weasyprint=weasyprint_version()),
        structure_score=kit.structure_score,
        competencies=tuple(
            RecordedCompetency(competency=c.id, weight=c.weight, bar=c.bar, must_have=c.must_have)
            for c in kit.competencies
        ),
        stages=tuple(
            RecordedStage(
                stage=stage.id,
                minutes=stage.minutes,
                questions=tuple(question.id for question in stage.questions),
                work_sample=stage.work_sample.id if stage.work_sample else None,
                rated=stage.rated,
            )
            for stage in kit.stages
        ),
        sheets=tuple(_sheet(kit, sheet, pdf) for sheet, pdf in sheets),
        files=tuple(RecordedFile(path=path, sha256=digest) for path, digest in sorted(files.items())),
    )


def _sheet(kit: Kit, sheet: Sheet, pdf: RenderedPdf) -> RecordedSheet:
    stage = next(stage for stage in kit.stages if stage.id == sheet.stage)
    return RecordedSheet(
        sheet=sheet.id,
        path=sheet.path,
        stage=sheet.stage,
        candidate=sheet.candidate.id if sheet.candidate else None,
        interviewer=sheet.interviewer.key if sheet.interviewer else None,
        competencies=stage.rated,
        pages=pdf.pages,
        page_size=(round(pdf.page_size[0], 3), round(pdf.page_size[1], 3)),
        fields=tuple(
            RecordedField(name=name.removeprefix(FIELD_PREFIX), page=page, rect=_rounded(rect))
            for name, (page, rect) in pdf.anchors.items()
            if name.startswith(FIELD_PREFIX)
        ),
    )


def _rounded(rect: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    left, top, right, bottom = rect
    return round(left, 3), round(top, 3), round(right, 3), round(bottom, 3)
