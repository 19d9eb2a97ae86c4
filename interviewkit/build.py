"""One opening in, one kit out: the steps of `interviewkit build`."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from interviewkit.documents import sheets_of
from interviewkit.inputs import load_inputs
from interviewkit.kit_printing import KitInPrint, jobs_for, print_packs
from interviewkit.library import Library
from interviewkit.models.kit import Kit
from interviewkit.output_folder import RECORD_NAME, is_up_to_date, recover_kit, write_kit
from interviewkit.preflight import print_test_of
from interviewkit.preparing import Prepared, composed, refuse_unprintable, with_remarks
from interviewkit.print_options import PrintOptions
from interviewkit.print_test import try_on_paper
from interviewkit.printing import PrintedDocument, page_of
from interviewkit.record import Contents, kit_record, layouts_of
from interviewkit.workers import OneProcess, Workers, result_of


@dataclass(frozen=True)
class BuildRequest:
    """What the user asked for."""

    opening: Path
    out: Path
    options: PrintOptions


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


def build_kit(request: BuildRequest, workers: Workers = OneProcess()) -> BuildReport:  # noqa: B008
    """Build the kit of an opening; raises InputError or OutputError, and then nothing has changed."""
    options = request.options
    library = Library(options.layers.rubrics, options.layers.language)
    inputs = load_inputs(request.opening, library)
    folder = request.out / inputs.opening_id
    recover_kit(folder)
    prepared = composed(inputs, options)
    kit, digests = prepared.kit, prepared.digests
    if is_up_to_date(folder, digests.build):
        warnings = with_remarks(prepared, inputs, library, options).warnings
        return BuildReport(folder, kit, digests.kit, (), (), warnings, up_to_date=True)
    sheets = sheets_of(kit, digests.kit, prepared.candidates, prepared.look)
    tests = workers.attempt(try_on_paper, [print_test_of(inputs, prepared.assets)])
    printing = KitInPrint(prepared, [sheet for sheet in sheets if sheet.candidate], workers)
    prepared = with_remarks(prepared, inputs, library, options)
    refuse_unprintable(inputs, prepared.assets, result_of(next(tests)))
    printed = printing.finished()
    files = printed.files | print_packs(prepared, sheets, printed.files, workers)
    files |= _html(prepared, printed.documents) if options.keep_html else {}
    checksums = {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}
    contents = Contents(tuple(layouts_of(printed.layouts)), sheets, checksums)
    files[RECORD_NAME] = kit_record(kit, digests, prepared.look, contents)
    kept = write_kit(folder, files)
    warnings = (*prepared.warnings, *printed.warnings)
    return BuildReport(folder, kit, digests.kit, tuple(files), kept, warnings)


def _html(prepared: Prepared, documents: Iterable[PrintedDocument]) -> dict[str, bytes]:
    """The HTML beside each document that nobody is named on; a candidate's sheet is laid over such a page."""
    jobs = jobs_for(prepared, (each.document for each in documents))
    return {f"{job.document.path.removesuffix('.pdf')}.html": page_of(job).encode() for job in jobs}
