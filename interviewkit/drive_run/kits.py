"""The documents of a drive's kits, printed by the workers; an opening's are written when all are there."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from interviewkit.documents import Document, documents_of, layout_name, sheets_of
from interviewkit.drive_folder.store import Store
from interviewkit.drive_run.folder import Folder, Place, Written, read_document, write
from interviewkit.drive_run.prepared import PreparedOpening
from interviewkit.errors import OutputError
from interviewkit.group_printing import print_group
from interviewkit.kit_printing import documents_in, groups_for, press_for
from interviewkit.models.drive_record import MadeKind
from interviewkit.models.kit_record import KitRecord, RecordedLayout
from interviewkit.models.sheet import Sheet
from interviewkit.output_folder import RECORD_NAME
from interviewkit.print_pack.merge import merge_pack
from interviewkit.print_pack.plan import Pack, packs_of
from interviewkit.printing import PrintedDocument, PrintJob
from interviewkit.record import layouts_of
from interviewkit.sheet_printing import SheetPress, masters_of
from interviewkit.workers import Failure, Workers


@dataclass
class Kit:
    """An opening on its way: what machines are told of it, what its sheets are made with, why it failed.

    `fresh` are documents that were printed for the packs alone: somebody has written in those of the folder.
    """

    opening: PreparedOpening
    fresh: dict[str, bytes] = field(default_factory=dict)
    layouts: dict[str, RecordedLayout] = field(default_factory=dict)
    press: SheetPress | None = None
    warnings: list[str] = field(default_factory=list)
    failure: Exception | None = None

    def fail(self, error: Exception) -> None:
        """End this opening; OutputError ends the drive."""
        if isinstance(error, OutputError):
            raise error
        self.failure = self.failure or error

    def keep_masters(self, printed: Sequence[PrintedDocument]) -> None:
        """Have these masters, too, for its sheets."""
        self.layouts |= {layout.layout: layout for layout in layouts_of(printed)}
        self.press = press_for(self.opening.prepared, printed, self.press)

    def path(self, name: str) -> str:
        """A path in the kit, as the output folder has it."""
        return f"{self.opening.id}/{name}"

    @property
    def id(self) -> str:
        """The opening's id."""
        return self.opening.id

    @property
    def inputs(self) -> str:
        """Digest of everything that the kit's documents depend on."""
        return self.opening.prepared.digests.documents


def print_kits(
    kits: Sequence[Kit],
    folder: Folder,
    workers: Workers,
    sheets: Mapping[str, Sequence[Sheet]] = MappingProxyType({}),
) -> None:
    """Print what is missing of every kit's documents, then of their packs.

    The masters for these `sheets` (by the opening's id) are printed with the blank ones, which look alike.
    """
    wanted = [(kit, _missing_groups(kit, folder, sheets.get(kit.id, ()))) for kit in kits]
    for kit, printed in print_groups(wanted, workers):
        _keep(kit, printed, folder)
    _print_packs([kit for kit in kits if kit.failure is None], folder, workers)


def print_groups(
    wanted: Sequence[tuple[Kit, Sequence[tuple[PrintJob, ...]]]], workers: Workers
) -> Iterator[tuple[Kit, list[PrintedDocument]]]:
    """What was printed of each kit; one of which a part cannot be printed fails, and is left out."""
    results = workers.attempt(print_group, (group for _, groups in wanted for group in groups))
    for kit, groups in wanted:
        printed = [next(results) for _ in groups]
        failures = [each for each in printed if isinstance(each, Failure)]
        if failures:
            kit.fail(failures[0].error)
        else:
            yield kit, documents_in(printed)


def _missing_groups(kit: Kit, folder: Folder, sheets: Iterable[Sheet]) -> list[tuple[PrintJob, ...]]:
    documents = list(missing_documents(kit, folder))
    return list(groups_for(kit.opening.prepared, [*documents, *missing_masters(kit, sheets)]))


def missing_masters(kit: Kit, sheets: Iterable[Sheet]) -> list[Document]:
    """The masters that sheets lack, and those of layouts that nobody knows: the record tells of them."""
    known = kit.press.masters if kit.press else {}
    unknown = (sheet for sheet in kit.opening.sheets if layout_name(sheet) not in kit.layouts)
    wanted = [sheet for sheet in (*sheets, *unknown) if layout_name(sheet) not in known]
    return masters_of(kit.opening.prepared.kit, wanted, kit.opening.prepared.look)


def missing_documents(kit: Kit, folder: Folder) -> Iterator[Document]:
    """The documents that have to be printed; all, where nobody knows the layouts of the others.

    *Why also those that somebody has written in*: no pack may have what was written.
    """
    prepared = kit.opening.prepared
    blank = sheets_of(prepared.kit, prepared.digests.kit, (), prepared.look)
    documents = list(documents_of(prepared.kit, blank, prepared.look))
    missing = [
        each
        for each in documents
        if folder.needs(kit.path(each.path), kit.inputs) or kit.path(each.path) in folder.kept
    ]
    kit.layouts = known_layouts(kit, folder.store)
    sheets = {each.path for each in documents if each.sheet}
    if sheets - {each.path for each in missing} and not kit.layouts:
        missing = documents
    yield from missing


def known_layouts(kit: Kit, store: Store) -> dict[str, RecordedLayout]:
    """The layouts in the kit's record, where it is that of these documents."""
    data = store.read(kit.path(RECORD_NAME))
    if data is None:
        return {}
    try:
        record = KitRecord.model_validate_json(data)
    except ValueError:
        return {}
    same = record.kit_digest == kit.opening.prepared.digests.kit and record.documents_digest == kit.inputs
    return {layout.layout: layout for layout in record.layouts} if same else {}


def _keep(kit: Kit, printed: Sequence[PrintedDocument], folder: Folder) -> None:
    """Write an opening's documents, and keep its masters."""
    documents = [each for each in printed if not each.is_master]
    masters = [each for each in printed if each.is_master]
    for each in documents:
        path = kit.path(each.document.path)
        if path in folder.kept:
            kit.fresh[each.document.path] = each.pdf.data
            continue
        kit.warnings += [f"warning: {path}: {warning}" for warning in each.warnings]
        place = folder.place(path, MadeKind.KIT, kit.inputs, kit.opening.id)
        folder.put(place, each.pdf.data, pages=each.pdf.pages)
    kit.layouts |= {layout.layout: layout for layout in layouts_of(documents)}
    if masters:
        kit.keep_masters(masters)


@dataclass(frozen=True)
class PackJob:
    """A print pack of a kit, made of `fresh` documents and those in its folder."""

    store: Store
    place: Place
    root: str
    pack: Pack
    language: str
    fresh: Mapping[str, bytes]


def _print_packs(kits: Sequence[Kit], folder: Folder, workers: Workers) -> None:
    wanted = [(kit, list(missing_packs(kit, folder))) for kit in kits]
    results = workers.attempt(make_kit_pack, (job for _, jobs in wanted for job in jobs))
    for kit, jobs in wanted:
        for _ in jobs:
            written = next(results)
            if isinstance(written, Failure):
                kit.fail(written.error)
            else:
                folder.note([written])


def missing_packs(kit: Kit, folder: Folder) -> Iterator[PackJob]:
    """The kit's packs that have to be made."""
    prepared = kit.opening.prepared
    blank = sheets_of(prepared.kit, prepared.digests.kit, (), prepared.look)
    for pack in packs_of(prepared.kit, blank, prepared.look.language.gettext):
        path = kit.path(pack.path)
        if folder.needs(path, kit.inputs):
            place = folder.place(path, MadeKind.KIT, kit.inputs, kit.opening.id)
            yield PackJob(folder.store, place, kit.opening.id, pack, prepared.language.code, kit.fresh)


def make_kit_pack(job: PackJob) -> Written:
    """Merge the pack's documents, and write it."""
    paths = {sheet.path for sheet in job.pack.sheets}
    files = {path: job.fresh.get(path) or read_document(job.store, f"{job.root}/{path}") for path in paths}
    return write(job.store, job.place, merge_pack(job.pack, files, job.language))
