"""Everything about one person leaves an output folder.

*Why* files go first and records last: a record that still names the person is how a second attempt, after one
that was killed, finds what is left. Folders' names are looked at as well, for a folder without records.
"""

import json
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from interviewkit.drive_folder.entries import RECORD, dump_plain, is_path, json_lines, parse_record
from interviewkit.drive_folder.journal import journal_parts
from interviewkit.drive_folder.lock import folder_lock
from interviewkit.drive_folder.stamps import STAMPS
from interviewkit.drive_folder.store import Store
from interviewkit.drive_folder.traces import (
    Person,
    Traces,
    kept_packs,
    known_candidates,
    listed,
    plain_record,
    read_folder,
    same_person,
    shown,
    traces_of,
)
from interviewkit.output_folder import RECORD_NAME


class UnknownCandidateError(Exception):
    """The folder has nothing about this id; `known` are those that it has something about.

    `packs` are kept copies of print packs: nobody knows any more whom those are about.
    """

    def __init__(self, known: Iterable[str], packs: Iterable[str] = ()) -> None:
        self.known = tuple(sorted(known))
        self.packs = tuple(packs)
        super().__init__("nothing here is about a candidate of this id")


class Step(NamedTuple):
    """One file: removed, or a record that no longer names the person; `path` may be shown to anybody."""

    path: str
    removed: bool


def forget(
    store: Store, candidate: str, tell: Callable[[Step], None], *, dry_run: bool = False
) -> tuple[str, ...]:
    """Remove everything about a candidate, and `tell` of each file; `dry_run` only tells. Returns warnings.

    Raises UnknownCandidateError where there is nothing, OutputError where the folder is in use or cannot be
    changed: what was removed until then is gone, and a second attempt does the rest.
    """
    is_person = same_person(candidate, store)
    traces = _traces(store, is_person)
    if dry_run:
        _go_through(store, traces, is_person, tell, change=False)
        return ()
    with folder_lock(store) as lock:
        _go_through(store, _traces(store, is_person), is_person, tell, change=True)
        return lock.warnings


def _traces(store: Store, is_person: Person) -> Traces:
    folder = read_folder(store)
    traces = traces_of(store, folder, is_person)
    if traces is None:
        raise UnknownCandidateError(known_candidates(folder), kept_packs(folder))
    return traces


def _go_through(
    store: Store, traces: Traces, is_person: Person, tell: Callable[[Step], None], *, change: bool
) -> None:
    for path in traces.files:
        if change:
            store.delete(path)
        tell(Step(shown(path, traces.known), removed=True))
    for path in traces.records:
        if change and path == RECORD:
            _clear_journal(store, is_person)
            store.delete(STAMPS)
        if change:
            _rewrite(store, path, is_person)
        tell(Step(path, removed=False))
    if change and RECORD not in traces.records:
        _clear_journal(store, is_person)
        store.delete(STAMPS)


def _rewrite(store: Store, path: str, is_person: Person) -> None:
    """A record without the person; what was made from it counts as outdated, so that it is made again."""
    data = store.read(path) or b""
    if path == RECORD:
        drive = parse_record(data)
        if drive:
            store.write(path, dump_plain(_without(store, drive, is_person)), durable=True)
        return
    kit = plain_record(data)
    if kit:
        folder = path.removesuffix(RECORD_NAME)
        kit["build_digest"] = ""
        kit["sheets"] = [each for each in listed(kit, "sheets") if not _is_of(each, is_person)]
        kit["files"] = [each for each in listed(kit, "files") if _is_there(store, folder, each)]
        text = json.dumps(kit, ensure_ascii=False, indent=1) + "\n"
        store.write(path, text.encode(errors="replace"), durable=True)


def _is_of(sheet: Any, is_person: Person) -> bool:
    return isinstance(sheet, dict) and is_person(sheet.get("candidate"))


def _is_there(store: Store, folder: str, entry: Any) -> bool:
    path = entry.get("path") if isinstance(entry, dict) else None
    return is_path(path) and store.size_and_time(f"{folder}{path}") is not None


def _without(store: Store, drive: dict[str, Any], is_person: Person) -> dict[str, Any]:
    openings = []
    for opening in drive["openings"]:
        left = [each for each in listed(opening, "candidates") if not is_person(each)]
        openings.append({**opening, "candidates": left})
    kept = [_left_of(store, data, is_person) for data in drive["files"]]
    return {**drive, "inputs": "", "openings": openings, "files": [data for data in kept if data]}


def _left_of(store: Store, data: Any, is_person: Person) -> dict[str, Any] | None:
    """What remains of a recorded file: nothing where it was about the person, a kit's record as it is now."""
    if not isinstance(data, dict) or not is_path(data.get("path")):
        return None
    entry: dict[str, Any] = data
    about = [each for each in listed(entry, "about") if not is_person(each)]
    is_same = len(about) == len(listed(entry, "about"))
    if entry["path"].rpartition("/")[2] != RECORD_NAME:
        return entry if is_same else None
    digest = store.sha256(entry["path"]) or entry.get("sha256")
    if is_same and digest == entry.get("sha256"):
        return entry
    return {**entry, "inputs": "", "sha256": digest, "about": about}


def _clear_journal(store: Store, is_person: Person) -> None:
    """Finished files of a drive that was killed: only those that are not about the person stay."""
    for part in journal_parts(store):
        kept = [_left_of(store, data, is_person) for data in json_lines(store.read(part) or b"")]
        lines = [json.dumps(data, ensure_ascii=False) for data in kept if data]
        if lines:
            store.write(part, ("\n".join(lines) + "\n").encode(errors="replace"), durable=True)
        else:
            store.delete(part)
