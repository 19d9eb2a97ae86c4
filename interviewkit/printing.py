"""Documents to finished PDFs, refused where the paper would not be what is declared."""

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from interviewkit.assets import FolderAssets
from interviewkit.documents import Document, other_master_for
from interviewkit.errors import InputError, RefusedUrlError
from interviewkit.finishing import FinishedPdf, finish_pdf
from interviewkit.form.controls import FieldKind, FormField
from interviewkit.html import open_templates, render_html
from interviewkit.ink_check import InkBox, InkKind, ink_faults
from interviewkit.language import LanguageSource
from interviewkit.models.sheet import Sheet
from interviewkit.pdf import RenderedPdf, render_pdf
from interviewkit.personalise.master import Master, keeps_to_slots, make_master
from interviewkit.problems import Code, Location, Problem


@dataclass(frozen=True)
class PrintedDocument:
    """A document as finished PDF; a master to lay over, where its template keeps to slots."""

    document: Document
    pdf: FinishedPdf
    warnings: tuple[str, ...]
    master: Master | None = None

    @property
    def is_master(self) -> bool:
        """Is it laid over, and handed to nobody?"""
        return self.document.sheet is not None and self.document.sheet.is_master


@dataclass(frozen=True)
class PrintJob:
    """A document, what every template of its kit is given, and where its templates and assets are."""

    document: Document
    shared: Mapping[str, Any]
    assets: FolderAssets
    language: LanguageSource


@dataclass(frozen=True)
class LaidOut:
    """A document as HTML, as WeasyPrint laid it out, and finished."""

    html: str
    rendered: RenderedPdf
    finished: FinishedPdf


def print_document(job: PrintJob) -> PrintedDocument:
    """The document printed; raises InputError where a template or what it prints is at fault."""
    document = job.document
    laid_out = lay_out(job)
    master = None
    if document.sheet and document.sheet.is_master:
        other = page_of(job, other_master_for(document.sheet))
        if keeps_to_slots(laid_out.html, other):
            with suppress(ValueError):
                master = make_master(laid_out.finished.data, laid_out.rendered.anchors)
    return PrintedDocument(document, laid_out.finished, laid_out.rendered.warnings, master)


def lay_out(job: PrintJob) -> LaidOut:
    """The document laid out, and a sheet's boxes looked at; raises InputError like `print_document`."""
    document = job.document
    html = page_of(job)
    rendered = _render(document, html, job.assets)
    finished = finish_pdf(rendered, is_sheet=document.sheet is not None)
    if document.sheet:
        _check_ink(document, finished)
    return LaidOut(html, rendered, finished)


def page_of(job: PrintJob, sheet: Sheet | None = None) -> str:
    """The document's HTML, also for another sheet than its own."""
    environment = open_templates(job.assets.folders, job.language.opened(job.assets.folders))
    own = {**job.shared, **job.document.context}
    return render_html(environment, job.document.template, own if sheet is None else {**own, "sheet": sheet})


def _render(document: Document, html: str, assets: FolderAssets) -> RenderedPdf:
    """The document laid out; InputError where it loads a foreign URL, lacks an image or is too long."""
    place = Location(document.template)
    try:
        pdf = render_pdf(html, assets, hashlib.sha256(html.encode()).digest()[:16])
    except RefusedUrlError as error:
        message, hint = f"the document asks for {error}", "only files in the templates folder can be loaded"
        raise InputError([Problem(place, Code.TEMPLATE, message, hint)]) from None
    if pdf.missing_images:
        message, hint = f"an image of `{document.path}` cannot be drawn", "correct it, or build again"
        raise InputError([Problem(place, Code.TEMPLATE, message, hint)])
    if document.max_pages and pdf.pages > document.max_pages:
        message = f"`{document.path}` needs {pdf.pages} pages and may have {document.max_pages}"
        hint = "shorten its texts or rate less in this interview"
        raise InputError([Problem(place, Code.SHEET_OVERFULL, message, hint)])
    return pdf


def _check_ink(document: Document, pdf: FinishedPdf) -> None:
    """Refuse a sheet whose boxes are not printed where machines are told."""
    faults = ink_faults(pdf.data, [_printed_box(field) for field in pdf.fields])
    if faults:
        place, hint = (
            Location(document.template),
            "print each box as the outline of its control, 0.75pt black",
        )
        raise InputError(
            [Problem(place, Code.INK, f"in `{document.path}`, {fault}", hint) for fault in faults]
        )


def _printed_box(field: FormField) -> InkBox:
    """What stands on paper for a field: an outline to tick in, or a rule below a place to write."""
    name = f"`{field.name}` {field.state}".strip()
    if field.kind is FieldKind.TEXT:
        return InkBox(name, field.page, field.rect, kind=InkKind.RULE)
    return InkBox(name, field.page, field.rect)
