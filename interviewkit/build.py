"""One opening in, one kit out: the steps of `interviewkit build`."""

import gc
import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from interviewkit import __version__
from interviewkit.assets import LOGO_NAME, FolderAssets
from interviewkit.builtin import PACKAGE
from interviewkit.compose.kit import compose_kit
from interviewkit.digest import digest_of, digest_of_files, short_digest
from interviewkit.documents import Document, documents_of, shared_context, sheets_of
from interviewkit.errors import InputError, ProblemLog, RefusedUrlError
from interviewkit.html import open_templates, render_html
from interviewkit.inputs import Inputs, load_inputs
from interviewkit.library import Library
from interviewkit.models.jurisdiction import Paper
from interviewkit.models.kit import Kit
from interviewkit.output_folder import RECORD_NAME, is_up_to_date, recover_kit, write_kit
from interviewkit.pdf import (
    RenderedPdf,
    image_fault,
    render_pdf,
    unprintable_characters,
    weasyprint_version,
)
from interviewkit.problems import Code, Location, Problem
from interviewkit.project import Layers
from interviewkit.record import kit_digest_parts, kit_record


@dataclass(frozen=True)
class BuildRequest:
    """What the user asked for; `paper` None means the country's."""

    opening: Path
    out: Path
    layers: Layers
    paper: Paper | None = None
    keep_html: bool = False


@dataclass(frozen=True)
class BuildReport:
    """What was done: the kit's folder, its digest, the files written, the user's files kept, warnings."""

    folder: Path
    kit: Kit
    digest: str
    files: tuple[str, ...]
    kept: tuple[str, ...]
    warnings: tuple[str, ...]
    up_to_date: bool = False


def build_kit(request: BuildRequest) -> BuildReport:
    """Build the kit of an opening; raises InputError or OutputError, and then nothing has changed."""
    inputs = load_inputs(request.opening, Library(request.layers.rubrics))
    kit = compose_kit(inputs.rubric, inputs.opening, inputs.jurisdiction.value, inputs.opening_id)
    paper = request.paper or kit.jurisdiction.paper
    digest = short_digest(kit_digest_parts(inputs, _template_digests(request.layers.templates)))
    build_digest = _build_digest(request, inputs, paper, digest)
    folder = request.out / inputs.opening_id
    recover_kit(folder)
    if is_up_to_date(folder, build_digest):
        return BuildReport(folder, kit, digest, (), (), (), up_to_date=True)
    assets = FolderAssets(request.layers.templates, inputs.logo)
    log = ProblemLog()
    log.add(_logo_problems(inputs, assets))
    log.add(_name_problems(inputs, assets))
    log.stop_if_any()
    pages = _render_html(request, inputs, kit, digest, paper)
    with _inputs_set_aside():
        rendered = [(document, html, _render_pdf(document, html, assets)) for document, html in pages]
    files = {document.path: pdf.data for document, _, pdf in rendered}
    if request.keep_html:
        files |= {_html_path(document): html.encode() for document, html, _ in rendered}
    digests = {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}
    sheets = [(document.sheet, pdf) for document, _, pdf in rendered if document.sheet]
    record = kit_record(inputs, kit, (digest, build_digest), paper, sheets, digests)
    files[RECORD_NAME] = (record.model_dump_json(indent=1) + "\n").encode()
    kept = write_kit(folder, files)
    warnings = tuple(f"{doc.path}: {warning}" for doc, _, pdf in rendered for warning in pdf.warnings)
    return BuildReport(folder, kit, digest, tuple(files), kept, warnings)


@contextmanager
def _inputs_set_aside() -> Iterator[None]:
    """Keep the garbage collector from walking the loaded files while pages are laid out.

    *Why*: they are a hundred thousand objects that outlive every page; it is 6 % of a build.
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _build_digest(request: BuildRequest, inputs: Inputs, paper: Paper, digest: str) -> str:
    """Everything the files depend on: the kit, the candidates, the paper, the programs."""
    candidates = [candidate.model_dump(mode="json") for candidate in inputs.opening.value.candidates]
    versions = [__version__, weasyprint_version(), digest_of_files(PACKAGE, "*.py")]
    return digest_of([digest, candidates, paper.value, request.keep_html, versions])


def _template_digests(folders: Iterable[Path]) -> list[str]:
    try:
        return [digest_of_files(folder) for folder in folders]
    except OSError as error:
        message = f"cannot be read ({error.strerror})"
        place = Location(str(error.filename))
        raise InputError([Problem(place, Code.FILE_UNREADABLE, message, "check its permissions")]) from None


def _logo_problems(inputs: Inputs, assets: FolderAssets) -> Iterator[Problem]:
    """A logo that cannot be drawn, or that would load something, before anything is printed."""
    fault = image_fault(f"{assets.base_url}{LOGO_NAME}", assets) if inputs.logo else None
    if fault:
        hint = "give an SVG file that holds all it shows, or a PNG file"
        yield inputs.opening.problem(Code.LOGO, ("organisation", "logo"), f"the logo {fault}", hint)


def _name_problems(inputs: Inputs, assets: FolderAssets) -> Iterator[Problem]:
    """Names that the paper could not show, before anything is printed."""
    opening = inputs.opening
    names = [
        *((c.name, ("candidates", n, "name")) for n, c in enumerate(opening.value.candidates) if c.name),
        *((person.name, ("panel", n, "name")) for n, person in enumerate(opening.value.panel)),
        (opening.value.organisation.name, ("organisation", "name")),
        (opening.value.title, ("title",)),
    ]
    stylesheet = assets.read(f"{assets.base_url}fonts.css").decode()
    unprintable = unprintable_characters((name for name, _ in names), stylesheet, assets)
    for name, path in names:
        if name in unprintable:
            message = f"no font on this computer can show {_spelt(unprintable[name])}"
            hint = (
                "install one (Debian, Ubuntu: fonts-noto-core, fonts-noto-cjk), or write it in Latin letters"
            )
            yield opening.problem(Code.NAME_NOT_PRINTABLE, path, message, hint)


def _spelt(characters: str) -> str:
    return ", ".join(f"U+{ord(character):04X}" for character in characters[:5])


def _render_html(
    request: BuildRequest, inputs: Inputs, kit: Kit, digest: str, paper: Paper
) -> list[tuple[Document, str]]:
    environment = open_templates(request.layers.templates)
    shared = shared_context(kit, digest, paper, has_logo=inputs.logo is not None)
    sheets = sheets_of(kit, digest, inputs.opening.value.candidates)
    return [
        (document, render_html(environment, document.template, {**shared, **document.context}))
        for document in documents_of(kit, sheets, paper)
    ]


def _render_pdf(document: Document, html: str, assets: FolderAssets) -> RenderedPdf:
    """The document as PDF; raises InputError where it loads a foreign URL, lacks an image or is too long."""
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
        raise InputError(
            [Problem(place, Code.SHEET_OVERFULL, message, "shorten its texts or rate less in this interview")]
        )
    return pdf


def _html_path(document: Document) -> str:
    return document.path.removesuffix(".pdf") + ".html"
