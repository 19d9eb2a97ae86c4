"""A drive that has nothing to do: told from the digests of its files, before any of them is understood."""

import json
from collections import Counter
from collections.abc import Iterable

from interviewkit.drive_folder.entries import RECORD, parse_record
from interviewkit.drive_folder.state import DriveState
from interviewkit.drive_folder.store import WORK_FOLDER, Store
from interviewkit.drive_run.head import head_of
from interviewkit.drive_run.request import DriveReport, DriveRequest
from interviewkit.drive_run.sources import inputs_digest
from interviewkit.models.drive_outcome import DriveOutcome, OpeningOutcome, OpeningStatus
from interviewkit.models.drive_record import MadeKind, MadeOpening

SOURCES = f"{WORK_FOLDER}/sources.json"


def remember_sources(store: Store, others: Iterable[str]) -> None:
    """Note which files beside its own a drive was read from."""
    store.write(SOURCES, json.dumps(sorted(others)).encode())


def nothing_to_do(request: DriveRequest, store: Store, state: DriveState) -> DriveReport | None:
    """The report of a drive that is as it should be, None where something may have to be done."""
    if request.force or request.only or request.prune or request.since is not None:
        return None
    others = _sources(store)
    if others is None or not state.unchanged(inputs_digest(request, others)):
        return None
    plain = parse_record(store.read(RECORD) or b"")
    record = head_of(plain) if plain else None
    if plain is None or record is None:
        return None
    files = (file for file in plain["files"] if isinstance(file, dict))
    sheets = Counter(str(file.get("opening")) for file in files if file.get("kind") == MadeKind.SHEET)
    outcome = DriveOutcome(
        drive=record.drive,
        title=record.drive,
        run=record.run,
        openings=tuple(_unchanged(each, sheets[each.opening]) for each in record.openings),
        schedule=(),
    )
    return DriveReport(outcome, store.name, unchanged=True, dry_run=request.dry_run)


def _sources(store: Store) -> list[str] | None:
    data = store.read(SOURCES)
    try:
        names = json.loads(data) if data else None
    except ValueError:
        return None
    return [str(name) for name in names] if isinstance(names, list) else None


def _unchanged(opening: MadeOpening, sheets: int) -> OpeningOutcome:
    return OpeningOutcome(
        opening=opening.opening,
        status=OpeningStatus.UNCHANGED,
        picture=opening.picture,
        kit_digest=opening.kit_digest,
        candidates=len(opening.candidates),
        sheets=sheets,
    )
