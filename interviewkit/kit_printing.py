"""A prepared kit as files: every document, the sheets of candidates, the print packs."""

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from interviewkit.documents import Document, documents_of, layout_name, sheets_of
from interviewkit.group_printing import print_group
from interviewkit.models.sheet import Sheet
from interviewkit.preparing import Prepared
from interviewkit.print_pack.merge import PackJob, make_pack
from interviewkit.print_pack.plan import packs_of
from interviewkit.printing import PrintedDocument, PrintJob
from interviewkit.sheet_printing import SheetPress, masters_of, places_of, print_sheets
from interviewkit.workers import Failure, Workers, result_of, results

_LONGEST_FIRST = (
    "brief.html",
    "guide.html",
    "work_sample.html",
    "debrief.html",
    "scorecard.html",
    "scorecard_large.html",
)
"""Templates whose pages take longest to lay out: begun first, so that no worker is left alone with one."""


@dataclass(frozen=True)
class PrintedKit:
    """The finished documents of a kit, its masters, which nobody is handed, and the sheets of candidates."""

    documents: tuple[PrintedDocument, ...]
    masters: tuple[PrintedDocument, ...]
    personal: Mapping[str, bytes]

    @property
    def files(self) -> dict[str, bytes]:
        """Path to PDF."""
        return {each.document.path: each.pdf.data for each in self.documents} | dict(self.personal)

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


class KitInPrint:
    """Every document of a kit but its packs, and the masters for some sheets, in the workers' hands."""

    def __init__(self, prepared: Prepared, personal: Sequence[Sheet], workers: Workers) -> None:
        kit, look = prepared.kit, prepared.look
        blank = sheets_of(kit, prepared.digests.kit, (), look)
        documents = list(documents_of(kit, blank, look))
        self._prepared, self._personal = prepared, personal
        self._order = [document.path for document in documents]
        self._masters = masters_of(kit, personal, look)
        first = [*sorted(filter(_rank, documents), key=_rank), *self._masters]
        last = [document for document in documents if not _rank(document)]
        self._first = workers.attempt(print_group, groups_for(prepared, first))
        self._last = workers.attempt(print_group, groups_for(prepared, last))

    def finished(self) -> PrintedKit:
        """All of them, and the sheets, made as soon as their masters are there; raises InputError."""
        with _inputs_set_aside():
            first = documents_in(self._first)
            personal = self._sheets([each for each in first if each.is_master])
            found = {each.document.path: each for each in (*first, *documents_in(self._last))}
        documents = tuple(found[path] for path in self._order)
        return PrintedKit(documents, tuple(found[each.path] for each in self._masters), personal)

    def _sheets(self, masters: Sequence[PrintedDocument]) -> dict[str, bytes]:
        """The sheets of candidates by their path in the kit."""
        if not self._personal:
            return {}
        made = print_sheets(press_for(self._prepared, masters), self._personal)
        return {sheet.path: data for sheet, data in made}


def documents_in(groups: Iterable[tuple[PrintedDocument, ...] | Failure]) -> list[PrintedDocument]:
    """The documents of printed groups; raises what became of the first that failed."""
    return [document for group in groups for document in result_of(group)]


def _rank(document: Document) -> int:
    """Its place among those whose pages take long to lay out, from 1; 0 for all others."""
    templates = _LONGEST_FIRST
    return templates.index(document.template) + 1 if document.template in templates else 0


def press_for(
    prepared: Prepared, masters: Iterable[PrintedDocument], before: SheetPress | None = None
) -> SheetPress:
    """What the sheets of a kit are made with, once these masters are printed, and others `before`."""
    by_layout = {layout_name(each.document.sheet): each for each in masters if each.document.sheet}
    known, places = (before.masters, before.places) if before else ({}, {})
    return SheetPress(
        kit=prepared.kit,
        digest=prepared.digests.kit,
        paper=prepared.paper,
        large_print=prepared.large_print,
        language=prepared.language,
        shared=prepared.shared,
        assets=prepared.assets,
        masters={**known, **{name: each.master for name, each in by_layout.items()}},
        places={**places, **{name: places_of(each.pdf) for name, each in by_layout.items()}},
    )


def print_packs(
    prepared: Prepared, sheets: Sequence[Sheet], files: Mapping[str, bytes], workers: Workers
) -> dict[str, bytes]:
    """The print packs of a kit, made of its finished documents; the thickest is begun first."""
    packs = packs_of(prepared.kit, sheets, prepared.look.language.gettext)
    thickest_first = sorted(packs, key=lambda pack: -len(pack.sheets))
    jobs = [
        PackJob(pack, {sheet.path: files[sheet.path] for sheet in pack.sheets}, prepared.language.code)
        for pack in thickest_first
    ]
    made = dict(zip((pack.path for pack in thickest_first), results(workers, make_pack, jobs), strict=True))
    return {pack.path: made[pack.path] for pack in packs}


def jobs_for(prepared: Prepared, documents: Iterable[Document]) -> Iterator[PrintJob]:
    """How documents of a kit are printed."""
    for document in documents:
        yield PrintJob(document, prepared.shared, prepared.assets, prepared.language)


def groups_for(prepared: Prepared, documents: Iterable[Document]) -> Iterator[tuple[PrintJob, ...]]:
    """The jobs for documents of a kit: the blank sheet and the masters of an interview are one."""
    groups: dict[str, list[PrintJob]] = {}
    for job in jobs_for(prepared, documents):
        sheet = job.document.sheet
        groups.setdefault(sheet.stage if sheet else job.document.path, []).append(job)
    yield from map(tuple, groups.values())


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
