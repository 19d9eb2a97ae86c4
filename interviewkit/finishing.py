"""What WeasyPrint wrote, made ready to hand out: tags repaired, form rebuilt, corner marks laid over."""

import io
from collections.abc import Mapping
from dataclasses import dataclass

import pikepdf

from interviewkit.corner_marks import PlacedMark, stamp_marks
from interviewkit.form.acroform import rebuild_form
from interviewkit.form.controls import FIELD_PREFIX, FormField
from interviewkit.pdf import RenderedPdf
from interviewkit.tags.repair import repair_tags
from interviewkit.units import Rect

CODE_PREFIX = "sheet.qr."
"""The id of a QR code is this and the number of its page."""


@dataclass(frozen=True)
class FinishedPdf:
    """A PDF as it is handed out; rectangles in points from the top left of their page (pages count from 1).

    `codes` are the QR codes by page; `marks` and `codes` are empty where the document is no sheet.
    """

    data: bytes
    pages: int
    page_size: tuple[float, float]
    fields: tuple[FormField, ...]
    marks: tuple[PlacedMark, ...]
    codes: Mapping[int, Rect]


def finish_pdf(rendered: RenderedPdf, *, is_sheet: bool) -> FinishedPdf:
    """Repair tags and form; a sheet gets its corner marks. The same bytes give the same bytes."""
    anchors = rendered.anchors
    with pikepdf.open(io.BytesIO(rendered.data)) as pdf:
        repair_tags(pdf)
        places = {name: place for name, place in anchors.items() if name.startswith(FIELD_PREFIX)}
        fields = rebuild_form(pdf, places)
        marks = stamp_marks(pdf) if is_sheet else ()
        data = io.BytesIO()
        pdf.save(data, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    codes = {page: rect for name, (page, rect) in anchors.items() if name.startswith(CODE_PREFIX)}
    return FinishedPdf(data.getvalue(), rendered.pages, rendered.page_size, fields, marks, codes)
