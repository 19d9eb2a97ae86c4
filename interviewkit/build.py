"""One opening in, one kit out: the steps of `interviewkit build`."""

import gc
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from interviewkit import __version__
from interviewkit.assets import FolderAssets
from interviewkit.builtin import PACKAGE
from interviewkit.compose.kit import compose_kit
from interviewkit.digest import digest_of, digest_of_files, short_digest
from interviewkit.documents import Document, Look, documents_of, shared_context, sheets_of
from interviewkit.errors import InputError, ProblemLog
from interviewkit.html import open_templates
from interviewkit.inputs import Inputs, load_inputs
from interviewkit.language import Language, open_language
from interviewkit.library import Library
from interviewkit.lint.opening_check import checked
from interviewkit.models.jurisdiction import Paper
from interviewkit.models.kit import Kit
from interviewkit.models.sheet import Sheet
from interviewkit.output_folder import RECORD_NAME, is_up_to_date, recover_kit, write_kit
from interviewkit.pdf import weasyprint_version
from interviewkit.preflight import language_problems, logo_problems, name_problems
from interviewkit.print_pack.merge import merge_pack
from interviewkit.print_pack.plan import packs_of
from interviewkit.printing import PrintedDocument, print_documents
from interviewkit.problems import Code, Location, Problem
from interviewkit.project import Layers
from interviewkit.record import KitDigests, kit_digest_parts, kit_record


@dataclass(frozen=True)
class BuildRequest:
    """What the user asked for; `paper` None means the country's.

    `unchecked` is the reason why the checker shall not be asked, nothing where it shall.
    """

    opening: Path
    out: Path
    layers: Layers
    paper: Paper | None = None
    large_print: bool = False
    keep_html: bool = False
    unchecked: str = ""


@dataclass(frozen=True)
class BuildReport:
    """What was done: the kit's folder and digest, the files written, the user's files kept, warnings."""

    folder: Path
    kit: Kit
    digest: str
    files: tuple[str, ...]
    kept: tuple[str, ...]
    warnings: tuple[str, ...]
    up_to_date: bool = False


def build_kit(request: BuildRequest) -> BuildReport:
    """Build the kit of an opening; raises InputError or OutputError, and then nothing has changed."""
    library = Library(request.layers.rubrics, request.layers.language)
    inputs = load_inputs(request.opening, library)
    kit = compose_kit(inputs.rubric, inputs.opening, inputs.jurisdiction.value, inputs.opening_id)
    remarks = () if request.unchecked else checked(inputs, kit, library)
    paper = request.paper or kit.jurisdiction.paper
    digests = _digests(request, inputs, paper)
    folder = request.out / inputs.opening_id
    warnings = (*(f"warning: {problem}" for problem in inputs.warnings), *map(str, remarks))
    recover_kit(folder)
    if is_up_to_date(folder, digests.build):
        return BuildReport(folder, kit, digests.kit, (), (), warnings, up_to_date=True)
    assets = FolderAssets(request.layers.templates, inputs.logo)
    _check_before_printing(inputs, assets)
    language = open_language(kit.language, kit.jurisdiction.code, request.layers.templates)
    look = Look(language, paper, request.large_print)
    sheets = sheets_of(kit, digests.kit, inputs.opening.value.candidates, look)
    shared = shared_context(
        kit,
        digests.kit,
        look,
        inputs.fallback_texts,
        has_logo=inputs.logo is not None,
        unchecked=request.unchecked,
    )
    printed = _print(assets, documents_of(kit, sheets, look), shared, look.language)
    files = {each.document.path: each.pdf.data for each in printed}
    files |= _packs(kit, sheets, files, language)
    files |= _html(printed) if request.keep_html else {}
    checksums = {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}
    record = kit_record(inputs, kit, digests, look, printed, checksums)
    files[RECORD_NAME] = (record.model_dump_json(indent=1) + "\n").encode()
    kept = write_kit(folder, files)
    logged = (f"warning: {each.document.path}: {warning}" for each in printed for warning in each.warnings)
    return BuildReport(folder, kit, digests.kit, tuple(files), kept, (*warnings, *logged))


def _check_before_printing(inputs: Inputs, assets: FolderAssets) -> None:
    log = ProblemLog()
    log.add(language_problems(inputs, assets))
    log.add(logo_problems(inputs, assets))
    log.add(name_problems(inputs, assets))
    log.stop_if_any()


def _print(
    assets: FolderAssets, documents: Iterable[Document], shared: Mapping[str, Any], language: Language
) -> list[PrintedDocument]:
    """Every document of the kit but the packs, in the order in which a reader would open them."""
    environment = open_templates(assets.folders, language)
    with _inputs_set_aside():
        return list(print_documents(documents, environment, shared, assets))


def _packs(
    kit: Kit, sheets: Sequence[Sheet], files: Mapping[str, bytes], language: Language
) -> dict[str, bytes]:
    """The print packs, made of the finished documents."""
    packs = packs_of(kit, sheets, language.gettext)
    return {pack.path: merge_pack(pack, files, language.code) for pack in packs}


def _html(printed: Iterable[PrintedDocument]) -> dict[str, bytes]:
    """The HTML beside each PDF."""
    return {f"{each.document.path.removesuffix('.pdf')}.html": each.html.encode() for each in printed}


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


def _digests(request: BuildRequest, inputs: Inputs, paper: Paper) -> KitDigests:
    """What the kit measures with, and everything the files depend on: that, candidates, look, programs."""
    kit = short_digest(kit_digest_parts(inputs, _template_digests(request.layers.templates)))
    candidates = [candidate.model_dump(mode="json") for candidate in inputs.opening.value.candidates]
    versions = [__version__, weasyprint_version(), digest_of_files(PACKAGE, "*.py")]
    look = [paper.value, request.large_print, request.keep_html, request.unchecked]
    fallback = dict(inputs.fallback_texts)
    return KitDigests(kit, digest_of([kit, candidates, fallback, look, versions]))


def _template_digests(folders: Iterable[Path]) -> list[str]:
    try:
        return [digest_of_files(folder) for folder in folders]
    except OSError as error:
        message = f"cannot be read ({error.strerror})"
        place = Location(str(error.filename))
        raise InputError([Problem(place, Code.FILE_UNREADABLE, message, "check its permissions")]) from None
