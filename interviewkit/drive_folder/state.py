"""What a drive finds in its output folder: what is finished, what is to be made, what is whose."""

import hashlib
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import NamedTuple

from interviewkit.drive_folder.entries import (
    RECORD,
    Entry,
    RecordHead,
    dump_record,
    entry_of,
    made_files,
    parse_record,
    read_entry,
)
from interviewkit.drive_folder.journal import Journal
from interviewkit.drive_folder.stamps import Stamps, load_stamps, save_stamps
from interviewkit.drive_folder.store import TEMPORARY, Stamp, Store
from interviewkit.drive_folder.writing import Known, keep_aside
from interviewkit.models.drive_record import DriveRecord, MadeFile


class FileStatus(StrEnum):
    """What is to be done about a file."""

    CURRENT = "current"
    """Recorded with these inputs, and on the disk as written: nothing is to be done."""

    MISSING = "missing"
    """Not there, or empty where it should not be: make it."""

    OUTDATED = "outdated"
    """As written, but from other inputs: make it again."""

    FILLED = "filled"
    """Made from these inputs and changed by somebody, who may have filled it in: it stays as it is."""

    FILLED_OUTDATED = "filled_outdated"
    """Changed or put there by somebody, and from other inputs: make it; theirs is kept under another name."""


class Pruned(NamedTuple):
    """Paths of files that were removed, or gone before, and of those that stay: somebody has changed them."""

    removed: tuple[str, ...]
    kept: tuple[str, ...]


class DriveState:
    """The files of a drive as recorded and as they are. Open it with the folder's lock held.

    Nothing that is damaged stops it; every method raises OutputError where the folder cannot be used.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._journal = Journal(store)
        self._stamps: Stamps | None = None
        self._head: RecordHead | None = None
        self._known: dict[str, Entry] | None = None
        self._changed: dict[str, tuple[Stamp, str]] = {}
        self._warnings: list[str] = []
        self._damaged = False
        self._look: Callable[[str], Stamp | None] | None = None
        self._fresh: set[str] = set()
        for path in store.list(TEMPORARY):
            store.delete(path)

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the user should know about what was found."""
        self._entries()
        return tuple(self._warnings)

    @property
    def run(self) -> int:
        """The number of the last run that ended; 0 where there was none."""
        self._entries()
        return self._head.run if self._head else 0

    @property
    def drive(self) -> str:
        """The id of the drive that the folder is of; empty where none has ended in it."""
        self._entries()
        return self._head.drive if self._head else ""

    def unchanged(self, inputs_digest: str) -> bool:
        """Did the last run read the same and end well, and is every file there as recorded?"""
        if self._journal.parts:
            return False
        stamps = self._stamps = load_stamps(self._store)
        if stamps and self._store.size_and_time(RECORD) == stamps.record:
            if stamps.inputs != inputs_digest:
                return False
            if self._store.are_all(stamps.paths, stamps.sizes, stamps.times):
                return True
        entries = self._entries()
        if not self._head or self._head.inputs != inputs_digest or not self._head.succeeded:
            return False
        if not all(self._is_as_recorded(path, entry) for path, entry in entries.items()):
            return False
        self._save_stamps(self._store.read(RECORD) or b"", entries)
        return True

    def status(self, path: str, inputs: str) -> FileStatus:
        """What is to be done about the file that these inputs make."""
        entry = self._entries().get(path)
        if self._look is None:
            self._look = self._store.looks()
        stamp = (self._store.size_and_time if path in self._fresh else self._look)(path)
        if stamp is None:
            return FileStatus.MISSING
        if entry and self._is_as_recorded(path, entry, stamp):
            return FileStatus.CURRENT if entry.inputs == inputs else FileStatus.OUTDATED
        if stamp[0] == 0:
            return FileStatus.MISSING
        return FileStatus.FILLED if entry and entry.inputs == inputs else FileStatus.FILLED_OUTDATED

    def known(self, path: str) -> Known:
        """What `put` needs to know of the file."""
        entry = self._entries().get(path)
        return Known(entry.sha256.hex(), entry.stamp) if entry else Known()

    def made(self, path: str) -> MadeFile | None:
        """The record of a file, by this run or one before."""
        entry = self._entries().get(path)
        return entry.made(path) if entry else None

    def record(
        self, made: MadeFile, stamp: Stamp | None = None, texts: tuple[str, str] | None = None
    ) -> None:
        """A file is finished; `stamp` is what `put` returned, without it the file is read again later.

        `texts` are its path and its inputs as somebody holds them anyway: no copies of them are kept.
        """
        entry = entry_of(made, stamp)
        path, entry.inputs = texts or (made.path, entry.inputs)
        self._entries()[path] = entry
        self._changed.pop(path, None)
        self._fresh.add(path)
        self._journal.add(path, entry)

    def flush(self) -> None:
        """Have everything that was recorded on the disk, at the end of a batch."""
        self._journal.flush()

    def stale(self, wanted_paths: Iterable[str]) -> list[MadeFile]:
        """The recorded files that no longer belong, as their candidate or opening is gone, and are there."""
        entries = self._entries()
        paths = entries.keys() - set(wanted_paths)
        if not paths:
            return []
        look = self._store.looks()
        return list(made_files(entries, (path for path in paths if look(path) is not None)))

    def prune(self, stale: Iterable[MadeFile]) -> Pruned:
        """Remove those that are as recorded; those that somebody has changed stay."""
        removed, kept = [], []
        for made in stale:
            entry, stamp = self._entries().get(made.path), self._store.size_and_time(made.path)
            if stamp is None:
                removed.append(made.path)
            elif entry and self._is_as_recorded(made.path, entry, stamp):
                self._store.delete(made.path)
                removed.append(made.path)
            else:
                kept.append(made.path)
        return Pruned(tuple(removed), tuple(kept))

    def finish(self, record: DriveRecord, wanted: Iterable[str]) -> None:
        """The run has ended: write `drive.json` if it says anything new, and drop the journal.

        The files are those of the `wanted` paths that are recorded; no model is made of each.
        """
        self._journal.flush()
        known = self._entries()
        entries = {path: known[path] for path in sorted(wanted) if path in known}
        data = dump_record(record, entries)
        if self._damaged:
            keep_aside(self._store, RECORD)
            self._damaged = False
        if self._store.read(RECORD) != data:
            self._store.write(RECORD, data, durable=True)
        self._known, self._head = entries, RecordHead(record.model_dump(mode="json", exclude={"files"}))
        self._look = None
        self._fresh.clear()
        for path, entry in entries.items():
            if entry.stamp is None:
                self._is_as_recorded(path, entry)
        self._save_stamps(data, entries)
        self._journal.remove()

    # --- what was found ------------------------------------------------------------------------------------

    def _entries(self) -> dict[str, Entry]:
        """Record and journal, read when they are first needed."""
        if self._known is None:
            self._known = {}
            data = self._store.read(RECORD)
            if data is not None:
                self._read(data, self._known)
            self._known.update(self._journal.entries())
        return self._known

    def _read(self, data: bytes, entries: dict[str, Entry]) -> None:
        record = parse_record(data)
        if record is None:
            self._damaged = bool(data)
            text = f"{self._store.name}/{RECORD} is damaged or of another version"
            self._warnings.append(f"warning: {text}; the drive starts anew, and your own files stay")
            return
        self._head = RecordHead(record)
        entries.update(found for found in map(read_entry, record["files"]) if found)
        stamps = self._stamps or load_stamps(self._store)
        if stamps and stamps.digest == hashlib.sha256(data).hexdigest():
            self._changed = stamps.changed
            for path, size, time in zip(stamps.paths, stamps.sizes, stamps.times, strict=True):
                if path in entries:
                    entries[path].stamp = (size, time)
        self._stamps = None

    def _is_as_recorded(self, path: str, entry: Entry, stamp: Stamp | None = None) -> bool:
        """By its stamp, else by its bytes; what was found out is remembered."""
        found = stamp or self._store.size_and_time(path)
        if found is None or found == entry.stamp:
            return found is not None
        seen = self._changed.get(path)
        digest = seen[1] if seen and seen[0] == found else self._store.sha256(path)
        if digest == entry.sha256.hex():
            entry.stamp = found
            return True
        if digest:
            self._changed[path] = (found, digest)
        return False

    def _save_stamps(self, data: bytes, entries: dict[str, Entry]) -> None:
        inputs = self._head.inputs if self._head and self._head.succeeded else None
        digest = hashlib.sha256(data).hexdigest()
        head = {"record": self._store.size_and_time(RECORD), "digest": digest, "inputs": inputs}
        save_stamps(self._store, head, entries, self._changed)
