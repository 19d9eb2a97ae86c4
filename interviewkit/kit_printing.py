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
from interviewkit.sheet_printing import PersonalJob, SheetPress, masters_of, places_of, print_personal
from interviewkit.workers import Failure, Workers, chunked, result_of, results

_ORDER = (
    "brief.html",
    "guide.html",
    "scorecard.html",
    "scorecard_large.html",
    "debrief.html",
    "work_sample.html",
    "candidate.html",
)
"""Templates in the order in which they are printed: no worker is left alone with a long one at the end."""

_RANK_OF_SHEETS = _ORDER.index("scorecard_large.html")

_SHEETS_IN_A_JOB = 50


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
        self._prepared, self._personal, self._workers = prepared, personal, workers
        self._documents = list(documents_of(kit, blank, look))
        self._masters = masters_of(kit, personal, look)
        queue = sorted([*self._documents, *self._masters], key=_rank)
        with_masters = [each for each in queue if _rank(each) <= _RANK_OF_SHEETS]
        self._first = workers.attempt(print_group, groups_for(prepared, with_masters))
        self._last = workers.attempt(print_group, groups_for(prepared, queue[len(with_masters) :]))

    def finished(self) -> PrintedKit:
        """All of them, and the sheets, begun as soon as their masters are there; raises InputError."""
        with _inputs_set_aside():
            first = documents_in(self._first)
            sheets = self._sheets([each for each in first if each.is_master])
            found = {each.document.path: each for each in (*first, *documents_in(self._last))}
            personal = {path: data for some in sheets for path, data in result_of(some).items()}
        documents, masters = (
            [found[each.path] for each in some] for some in (self._documents, self._masters)
        )
        return PrintedKit(tuple(documents), tuple(masters), personal)

    def _sheets(self, masters: Sequence[PrintedDocument]) -> Iterator[dict[str, bytes] | Failure]:
        """The sheets of candidates by their path in the kit."""
        press = press_for(self._prepared, masters)
        jobs = (PersonalJob(press, some) for some in chunked(self._personal, _SHEETS_IN_A_JOB))
        return self._workers.attempt(print_personal, jobs)


def documents_in(groups: Iterable[tuple[PrintedDocument, ...] | Failure]) -> list[PrintedDocument]:
    """The documents of printed groups; raises what became of the first that failed."""
    return [document for group in groups for document in result_of(group)]


def _rank(document: Document) -> int:
    """Its place in the queue: the sheets before what nobody waits for, and a short document last."""
    return _ORDER.index(document.template) if document.template in _ORDER else 0


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
