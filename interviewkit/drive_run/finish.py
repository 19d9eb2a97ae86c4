"""The end of a drive: the records of kits, the page and the table of the whole drive, what is stale."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from interviewkit.assets import FolderAssets
from interviewkit.digest import digest_of
from interviewkit.documents import layout_name, sheets_of
from interviewkit.drive_folder.entries import RECORD, parse_record
from interviewkit.drive_folder.store import Store
from interviewkit.drive_input.drive import Drive
from interviewkit.drive_report.measures import load_measures
from interviewkit.drive_report.printing import print_drive
from interviewkit.drive_report.summary import summary_csv
from interviewkit.drive_run.folder import Folder
from interviewkit.drive_run.kits import Kit
from interviewkit.language import LanguageSource
from interviewkit.library import Library
from interviewkit.models.base import ENGLISH
from interviewkit.models.drive_outcome import DriveOutcome, OpeningOutcome, OpeningStatus
from interviewkit.models.drive_record import DriveRecord, MadeKind, MadeOpening
from interviewkit.models.jurisdiction import Paper
from interviewkit.output_folder import RECORD_NAME
from interviewkit.print_options import PrintOptions, program_versions
from interviewkit.record import Contents, kit_record

PAGE, TABLE = "drive.pdf", "summary.csv"


def write_kit_record(kit: Kit, folder: Folder) -> None:
    """Write `kit.json` where it does not yet say what the kit's folder holds."""
    opening, prepared = kit.opening, kit.opening.prepared
    path = kit.path(RECORD_NAME)
    blank = sheets_of(prepared.kit, prepared.digests.kit, (), prepared.look)
    own = _made_sheets(kit, folder)
    inputs = opening.inputs
    if any(own.get(sheet.path) != opening.inputs_of(sheet) for sheet in opening.sheets):
        inputs = digest_of([inputs, own])  # --only left others as they were: a whole drive looks again
    if not folder.needs(path, inputs) and path not in folder.kept:
        return
    if path in folder.kept:
        folder.kept.remove(path)  # nobody fills in a record: the changed one is put aside
    sheets = [*blank, *(sheet for sheet in opening.sheets if sheet.path in own)]
    layouts = dict.fromkeys(map(layout_name, sheets))
    contents = Contents([kit.layouts[name] for name in layouts], sheets, _digests(kit, folder))
    record = kit_record(prepared.kit, prepared.digests, prepared.look, contents)
    kept = tuple(file for file in record.files if file.path not in own)
    data = (record.model_copy(update={"files": kept}).model_dump_json(indent=1) + "\n").encode()
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


def _digests(kit: Kit, folder: Folder) -> dict[str, str]:
    """The digest of each file of the kit but its record."""
    start = kit.path("")
    known = {*folder.wanted, *(kit.path(sheet.path) for sheet in kit.opening.sheets)}
    paths = [path for path in known if path.startswith(start) and path != kit.path(RECORD_NAME)]
    made = {path.removeprefix(start): folder.state.made(path) for path in paths}
    return {name: file.sha256 for name, file in made.items() if file is not None}


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


def write_summary(outcome: DriveOutcome, kits: Sequence[Kit], options: PrintOptions, folder: Folder) -> None:
    """Write the page and the table of the whole drive; they tell of the last run that made anything."""
    first = kits[0].opening.prepared if kits else None
    language = first.language if first else LanguageSource(ENGLISH, "GB")
    paper = options.paper or (first.paper if first else Paper.A4)
    inputs = digest_of([outcome.model_dump(mode="json"), language.code, paper.value, program_versions()])
    missing = [path for path in (PAGE, TABLE) if folder.needs(path, inputs)]
    if folder.rehearses:
        folder.made += len(missing)
        return
    for path in missing:
        place = folder.place(path, MadeKind.SUMMARY, inputs)._replace(run=outcome.run)
        if path == TABLE:
            folder.put(place, summary_csv(outcome))
        else:
            about = sorted({row.candidate for row in outcome.schedule})
            folder.put(place, _page(outcome, language, paper, options), about=about)


def _page(outcome: DriveOutcome, language: LanguageSource, paper: Paper, options: PrintOptions) -> bytes:
    templates = options.layers.templates
    measures = load_measures(Library(options.layers.rubrics, options.layers.language), language.code)
    return print_drive(outcome, measures, language.opened(templates), paper, FolderAssets(templates, None))


def record_of(outcome: DriveOutcome, kits: Sequence[Kit], folder: Folder, inputs: str) -> DriveRecord:
    """The record of the drive after this run: what belongs to it, and what is stale and still there."""
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
        files=folder.state.files(folder.wanted),
    )


def with_other_openings(record: DriveRecord, store: Store) -> DriveRecord:
    """The record of a part of a drive, with what is recorded of its other openings."""
    old = read_head(store)
    named = {each.opening for each in record.openings}
    others = [] if old is None else [each for each in old.openings if each.opening not in named]
    return record.model_copy(update={"openings": (*record.openings, *others)})


def read_head(store: Store) -> DriveRecord | None:
    """`drive.json` without its files, None where there is none that can be read."""
    plain = parse_record(store.read(RECORD) or b"")
    if plain is None:
        return None
    try:
        return DriveRecord.model_validate({**plain, "files": ()})
    except ValidationError:
        return None
