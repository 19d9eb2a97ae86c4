"""`kit.json`: the kit as machines are told of it, from what was rendered."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pydantic_core import to_json

from interviewkit import __version__
from interviewkit.digest import digest_of
from interviewkit.documents import Look, layout_name
from interviewkit.finishing import FinishedPdf
from interviewkit.inputs import Inputs
from interviewkit.models.kit import Kit, KitStage
from interviewkit.models.kit_record import (
    KitRecord,
    KitVersions,
    RecordedCompetency,
    RecordedField,
    RecordedFile,
    RecordedLayout,
    RecordedMark,
    RecordedPage,
    RecordedSheet,
    RecordedStage,
)
from interviewkit.models.sheet import Sheet
from interviewkit.pdf import weasyprint_version
from interviewkit.printing import PrintedDocument
from interviewkit.units import Rect
from interviewkit.workers import chunked


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


@dataclass(frozen=True)
class KitDigests:
    """The kit's digest, which is printed; everything its documents depend on; and with candidates."""

    kit: str
    documents: str
    build: str


@dataclass(frozen=True)
class Contents:
    """What a kit's folder holds: layouts, sheets, and the SHA-256 of every file by its path.

    The `unlisted` are sheets that somebody else keeps the list of.
    """

    layouts: Sequence[RecordedLayout]
    sheets: Sequence[Sheet]
    files: Mapping[str, str]
    unlisted: Container[str] = ()


def kit_record(kit: Kit, digests: KitDigests, look: Look, contents: Contents) -> bytes:
    """The record of a printed kit, as it is written: JSON of a `KitRecord`.

    *Why not the model*: a drive may have 20,000 sheets, which nobody has to hold at once.
    """
    record = to_json(_without_sheets(kit, digests, look, contents), indent=1)
    if not contents.sheets:
        return record + b"\n"
    before, _, after = record.partition(b'"sheets": []')
    texts = [_listed(some, contents) for some in chunked(contents.sheets, _SHEETS_AT_ONCE)]
    joined = [part for text in texts for part in (b",\n", text)][1:]
    return b"".join((before, b'"sheets": [\n', *joined, b"\n ]", after, b"\n"))


_SHEETS_AT_ONCE = 500


def _listed(sheets: Sequence[Sheet], contents: Contents) -> bytes:
    """Sheets as they stand in the record, without the brackets of the list."""
    listed = to_json({"sheets": [_sheet(each, contents.files[each.path]) for each in sheets]}, indent=1)
    return listed.removeprefix(b'{\n "sheets": [\n').removesuffix(b"\n ]\n}")


def _without_sheets(kit: Kit, digests: KitDigests, look: Look, contents: Contents) -> KitRecord:
    return KitRecord(
        opening=kit.opening_id,
        role=kit.role_id,
        seniority=kit.seniority,
        form=kit.form,
        paper=look.paper,
        language=look.language.code,
        large_print=look.large_print,
        kit_digest=digests.kit,
        documents_digest=digests.documents,
        build_digest=digests.build,
        versions=KitVersions(interviewkit=__version__, weasyprint=weasyprint_version()),
        structure_score=kit.structure_score,
        competencies=tuple(
            RecordedCompetency(competency=c.id, weight=c.weight, bar=c.bar, must_have=c.must_have)
            for c in kit.competencies
        ),
        stages=tuple(_stage(stage) for stage in kit.stages),
        layouts=tuple(contents.layouts),
        sheets=(),
        files=tuple(
            RecordedFile(path=path, sha256=digest)
            for path, digest in sorted(contents.files.items())
            if path not in contents.unlisted
        ),
    )


def _stage(stage: KitStage) -> RecordedStage:
    return RecordedStage(
        stage=stage.id,
        minutes=stage.minutes,
        questions=tuple(question.id for question in stage.questions),
        work_sample=stage.work_sample.id if stage.work_sample else None,
        rated=stage.rated,
    )


def layouts_of(printed: Iterable[PrintedDocument]) -> Iterator[RecordedLayout]:
    """What machines are told of the sheets that were laid out."""
    for each in printed:
        if each.document.sheet:
            yield RecordedLayout(
                layout=layout_name(each.document.sheet),
                stage=each.document.sheet.stage,
                pages=tuple(_page(each.pdf, number) for number in range(1, each.pdf.pages + 1)),
            )


def _sheet(sheet: Sheet, sha256: str) -> RecordedSheet:
    return RecordedSheet(
        sheet=sheet.id,
        path=sheet.path,
        sha256=sha256,
        stage=sheet.stage,
        candidate=sheet.candidate.id if sheet.candidate else None,
        interviewer=sheet.interviewer.key if sheet.interviewer else None,
        layout=layout_name(sheet),
    )


def _page(pdf: FinishedPdf, number: int) -> RecordedPage:
    code = pdf.codes.get(number)
    return RecordedPage(
        page=number,
        size=(round(pdf.page_size[0], 3), round(pdf.page_size[1], 3)),
        marks=tuple(
            RecordedMark(mark=mark.mark, rect=_rounded(mark.rect))
            for mark in pdf.marks
            if mark.page == number
        ),
        qr=_rounded(code) if code else None,
        fields=tuple(
            RecordedField(
                name=field.name,
                kind=field.kind.value,
                state=field.state or None,
                rect=_rounded(field.rect),
            )
            for field in pdf.fields
            if field.page == number
        ),
    )


def _rounded(rect: Rect) -> Rect:
    left, top, right, bottom = rect
    return round(left, 3), round(top, 3), round(right, 3), round(bottom, 3)
