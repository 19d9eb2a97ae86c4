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
from interviewkit.pdf import RenderedPdf, render_pdf
from interviewkit.personalise.master import Master, keeps_to_slots, make_master
from interviewkit.problems import Code, Location, Problem


@dataclass(frozen=True)
class PrintedDocument:
    """A document as HTML and as finished PDF; a master to lay over, where its template keeps to slots."""

    document: Document
    html: str
    pdf: FinishedPdf
    warnings: tuple[str, ...]
    master: Master | None = None


@dataclass(frozen=True)
class PrintJob:
    """A document, what every template of its kit is given, and where its templates and assets are."""

    document: Document
    shared: Mapping[str, Any]
    assets: FolderAssets
    language: LanguageSource


def print_document(job: PrintJob) -> PrintedDocument:
    """The document printed; raises InputError where a template or what it prints is at fault."""
    document = job.document
    environment = open_templates(job.assets.folders, job.language.opened(job.assets.folders))
    context = {**job.shared, **document.context}
    html = render_html(environment, document.template, context)
    rendered = _render(document, html, job.assets)
    finished = finish_pdf(rendered, is_sheet=document.sheet is not None)
    master = None
    if document.sheet:
        _check_ink(document, finished)
        if document.sheet.is_master:
            other = {**context, "sheet": other_master_for(document.sheet)}
            if keeps_to_slots(html, render_html(environment, document.template, other)):
                with suppress(ValueError):
                    master = make_master(finished.data, rendered.anchors)
    return PrintedDocument(document, html, finished, rendered.warnings, master)


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
