"""Documents to finished PDFs, refused where the paper would not be what is declared."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import jinja2

from interviewkit.assets import FolderAssets
from interviewkit.documents import Document
from interviewkit.errors import InputError, RefusedUrlError
from interviewkit.finishing import FinishedPdf, finish_pdf
from interviewkit.form.controls import FieldKind, FormField
from interviewkit.html import render_html
from interviewkit.ink_check import InkBox, InkKind, ink_faults
from interviewkit.pdf import RenderedPdf, render_pdf
from interviewkit.problems import Code, Location, Problem


@dataclass(frozen=True)
class PrintedDocument:
    """A document as HTML and as finished PDF."""

    document: Document
    html: str
    pdf: FinishedPdf
    warnings: tuple[str, ...]


def print_documents(
    documents: Iterable[Document],
    environment: jinja2.Environment,
    shared: Mapping[str, Any],
    assets: FolderAssets,
) -> Iterator[PrintedDocument]:
    """Every document in turn; raises InputError where a template or what it prints is at fault."""
    for document in documents:
        html = render_html(environment, document.template, {**shared, **document.context})
        rendered = _render(document, html, assets)
        finished = finish_pdf(rendered, is_sheet=document.sheet is not None)
        if document.sheet:
            _check_ink(document, finished)
        yield PrintedDocument(document, html, finished, rendered.warnings)


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
