"""The end of a drive: the records of its kits, what people are told, and its own record."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from interviewkit.digest import digest_of
from interviewkit.documents import layout_name, sheets_of
from interviewkit.drive_folder.store import Store
from interviewkit.drive_input.drive import Drive
from interviewkit.drive_run.folder import Folder
from interviewkit.drive_run.head import read_head
from interviewkit.drive_run.kits import Kit
from interviewkit.models.drive_outcome import DriveOutcome, OpeningOutcome, OpeningStatus
from interviewkit.models.drive_record import DriveRecord, MadeKind, MadeOpening
from interviewkit.models.sheet import Sheet
from interviewkit.output_folder import RECORD_NAME
from interviewkit.record import Contents, kit_record


def write_kit_records(kits: Iterable[Kit], folder: Folder) -> None:
    """Write every `kit.json` that does not yet say what its kit's folder holds."""
    paths: dict[str, list[str]] = {}
    for path in folder.wanted:
        paths.setdefault(path.partition("/")[0], []).append(path)
    for kit in kits:
        inputs = due_record(kit, folder)
        if inputs is not None:
            _write_kit_record(kit, inputs, paths.get(kit.id, []), folder)


def due_record(kit: Kit, folder: Folder, coming: Iterable[Sheet] = ()) -> str | None:
    """The inputs of `kit.json` where it has to be written, with the sheets that are `coming`; else None."""
    opening, path = kit.opening, kit.path(RECORD_NAME)
    own = _made_sheets(kit, folder) | {sheet.path: opening.inputs_of(sheet) for sheet in coming}
    inputs = opening.inputs
    if any(own.get(sheet.path) != opening.inputs_of(sheet) for sheet in opening.sheets):
        inputs = digest_of([inputs, own])  # --only left others as they were: a whole drive looks again
    if folder.needs(path, inputs):
        return inputs
    if path in folder.kept:
        folder.gives_up(path)  # nobody fills in a record: the changed one is put aside
        return inputs
    return None


def _write_kit_record(kit: Kit, inputs: str, paths: Iterable[str], folder: Folder) -> None:
    opening, prepared = kit.opening, kit.opening.prepared
    path = kit.path(RECORD_NAME)
    blank = sheets_of(prepared.kit, prepared.digests.kit, (), prepared.look)
    own = _made_sheets(kit, folder)
    sheets = [*blank, *(sheet for sheet in opening.sheets if sheet.path in own)]
    layouts = dict.fromkeys(map(layout_name, sheets))
    digests = _digests(kit, paths, folder)
    contents = Contents([kit.layouts[name] for name in layouts], sheets, digests, own)
    data = kit_record(prepared.kit, prepared.digests, prepared.look, contents)
    place = folder.place(path, MadeKind.KIT, inputs, kit.id)
    folder.put(place, data, about=[candidate.id for candidate in prepared.candidates])


def _made_sheets(kit: Kit, folder: Folder) -> dict[str, str]:
    """The sheets of this kit's candidates that are made, each with its inputs; not those of an older kit."""
    found = {}
    for sheet in kit.opening.sheets:
        made = folder.state.made(kit.path(sheet.path))
        if made is not None and made.sheet == sheet.id:
            found[sheet.path] = made.inputs
    return found


def _digests(kit: Kit, paths: Iterable[str], folder: Folder) -> dict[str, str]:
    """The digest of each of these files of the kit, and of its sheets, but not of its record."""
    start = kit.path("")
    known = {*paths, *(kit.path(sheet.path) for sheet in kit.opening.sheets)} - {kit.path(RECORD_NAME)}
    made = ((path, folder.state.made(path)) for path in known)
    return {path.removeprefix(start): file.sha256 for path, file in made if file is not None}


@dataclass(frozen=True)
class Changes:
    """What a run has made: the openings that it changed, and the number of sheets in each."""

    run: int
    openings: Collection[str]
    sheets: Mapping[str, int]

    @classmethod
    def of(cls, run: int, folder: Folder) -> "Changes":
        """What that run has made, the part before it was stopped and went on as well."""
        made = {(name, kind): n for (name, of, kind), n in folder.runs().items() if of == run and name}
        sheets = {name: n for (name, kind), n in made.items() if kind is MadeKind.SHEET}
        return cls(run, {name for name, _ in made}, sheets)


def outcome_of(
    drive: Drive, kits: Sequence[Kit], failures: Mapping[str, Exception], changes: Changes
) -> DriveOutcome:
    """The outcome as people are told of it."""
    known = {kit.id: kit for kit in kits}
    openings = tuple(
        _failed(each.id, failures[each.id], known.get(each.id))
        if each.id in failures
        else _outcome(known[each.id], changes)
        for each in drive.openings
        if each.id in failures or each.id in known
    )
    schedule = tuple(
        row.value.model_copy(update={"opening": row.opening})
        for row in drive.schedule
        if row.opening in known and row.opening not in failures
    )
    return DriveOutcome(
        drive=drive.id, title=drive.title, run=changes.run, openings=openings, schedule=schedule
    )


def _failed(name: str, error: Exception, kit: Kit | None) -> OpeningOutcome:
    picture = kit.opening.picture if kit else None
    reasons = tuple(str(error).splitlines())
    return OpeningOutcome(opening=name, status=OpeningStatus.FAILED, picture=picture, reasons=reasons)


def _outcome(kit: Kit, changes: Changes) -> OpeningOutcome:
    return OpeningOutcome(
        opening=kit.id,
        status=OpeningStatus.BUILT if kit.id in changes.openings else OpeningStatus.UNCHANGED,
        picture=kit.opening.picture,
        kit_digest=kit.opening.prepared.digests.kit,
        candidates=len(kit.opening.prepared.candidates),
        sheets=len(kit.opening.sheets),
        made=changes.sheets.get(kit.id, 0),
    )


def record_of(outcome: DriveOutcome, kits: Sequence[Kit], inputs: str) -> DriveRecord:
    """The record of the drive after this run, but for its files."""
    candidates = {kit.id: tuple(c.id for c in kit.opening.prepared.candidates) for kit in kits}
    return DriveRecord(
        drive=outcome.drive,
        run=outcome.run,
        inputs=inputs,
        openings=tuple(
            MadeOpening(
                opening=each.opening,
                status=each.status,
                kit_digest=each.kit_digest,
                picture=each.picture,
                candidates=candidates.get(each.opening, ()),
            )
            for each in outcome.openings
        ),
        files=(),
    )


def with_other_openings(record: DriveRecord, store: Store) -> DriveRecord:
    """The record of a part of a drive, with what is recorded of its other openings."""
    old = read_head(store)
    named = {each.opening for each in record.openings}
    others = [] if old is None else [each for each in old.openings if each.opening not in named]
    return record.model_copy(update={"openings": (*record.openings, *others)})
