"""A prepared kit as files: every document, the sheets of candidates, the print packs."""

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from interviewkit.documents import Document, documents_of, layout_name, sheets_of
from interviewkit.models.sheet import Sheet
from interviewkit.preparing import Prepared
from interviewkit.print_pack.merge import merge_pack
from interviewkit.print_pack.plan import Pack, packs_of
from interviewkit.printing import PrintedDocument, PrintJob, print_document
from interviewkit.sheet_printing import SheetPress, masters_of, places_of, print_sheets
from interviewkit.workers import Workers, results


@dataclass(frozen=True)
class PrintedKit:
    """The finished documents of a kit, and its masters as documents that nobody is handed."""

    documents: tuple[PrintedDocument, ...]
    masters: tuple[PrintedDocument, ...]

    @property
    def files(self) -> dict[str, bytes]:
        """Path to PDF."""
        return {each.document.path: each.pdf.data for each in self.documents}

    @property
    def layouts(self) -> tuple[PrintedDocument, ...]:
        """Everything laid out that has boxes which machines are told of."""
        return (*(each for each in self.documents if each.document.sheet), *self.masters)

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the log of the layout said, each line with its document."""
        return tuple(
            f"warning: {each.document.path}: {warning}"
            for each in self.documents
            for warning in each.warnings
        )


def print_kit(prepared: Prepared, personal: Sequence[Sheet], workers: Workers) -> PrintedKit:
    """Every document of a kit but its packs, and the masters for these sheets; raises InputError."""
    kit, look = prepared.kit, prepared.look
    blank = sheets_of(kit, prepared.digests.kit, (), look)
    documents = list(documents_of(kit, blank, look))
    masters = masters_of(kit, personal, look)
    with _inputs_set_aside():
        printed = results(workers, print_document, jobs_for(prepared, [*masters, *documents]))
    return PrintedKit(tuple(printed[len(masters) :]), tuple(printed[: len(masters)]))


def press_for(prepared: Prepared, masters: Iterable[PrintedDocument]) -> SheetPress:
    """What the sheets of a kit are made with, once its masters are printed."""
    by_layout = {layout_name(each.document.sheet): each for each in masters if each.document.sheet}
    return SheetPress(
        kit=prepared.kit,
        digest=prepared.digests.kit,
        paper=prepared.paper,
        large_print=prepared.large_print,
        language=prepared.language,
        shared=prepared.shared,
        assets=prepared.assets,
        masters={name: each.master for name, each in by_layout.items()},
        places={name: places_of(each.pdf) for name, each in by_layout.items()},
    )


def print_personal(prepared: Prepared, printed: PrintedKit, sheets: Sequence[Sheet]) -> dict[str, bytes]:
    """The sheets of candidates by their path in the kit."""
    if not sheets:
        return {}
    return {sheet.path: data for sheet, data in print_sheets(press_for(prepared, printed.masters), sheets)}


@dataclass(frozen=True)
class _PackJob:
    pack: Pack
    files: Mapping[str, bytes]
    language: str


def print_packs(
    prepared: Prepared, sheets: Sequence[Sheet], files: Mapping[str, bytes], workers: Workers
) -> dict[str, bytes]:
    """The print packs of a kit, made of its finished documents."""
    packs = packs_of(prepared.kit, sheets, prepared.look.language.gettext)
    jobs = [
        _PackJob(pack, {sheet.path: files[sheet.path] for sheet in pack.sheets}, prepared.language.code)
        for pack in packs
    ]
    return dict(zip((pack.path for pack in packs), results(workers, _print_pack, jobs), strict=True))


def _print_pack(job: _PackJob) -> bytes:
    return merge_pack(job.pack, job.files, job.language)


def jobs_for(prepared: Prepared, documents: Iterable[Document]) -> Iterator[PrintJob]:
    """How documents of a kit are printed."""
    for document in documents:
        yield PrintJob(document, prepared.shared, prepared.assets, prepared.language)


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
