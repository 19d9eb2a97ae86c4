"""The output folder of a running drive: what is there, what has to be made, what was made."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import NamedTuple

from interviewkit.drive_folder.journal import intend
from interviewkit.drive_folder.lock import FolderLock
from interviewkit.drive_folder.state import DriveState, FileStatus
from interviewkit.drive_folder.store import Stamp, Store
from interviewkit.drive_folder.writing import Known, put
from interviewkit.errors import OutputError
from interviewkit.models.drive_record import MadeFile, MadeKind


class Place(NamedTuple):
    """Where a file goes and what it is made from; plain data, for whoever writes it."""

    path: str
    kind: MadeKind
    inputs: str
    run: int
    known: Known
    opening: str | None = None


class Written(NamedTuple):
    """A file in its place: its record, its stamp, and where the user's changed one went."""

    file: MadeFile
    stamp: Stamp
    kept: str | None


class Draft(NamedTuple):
    """A file that is about to be written."""

    place: Place
    data: bytes
    sheet: str | None = None
    pages: int = 0
    about: tuple[str, ...] = ()

    def file(self) -> MadeFile:
        """Its record."""
        place = self.place
        return MadeFile(
            path=place.path,
            kind=place.kind,
            opening=place.opening,
            inputs=place.inputs,
            sha256=sha256(self.data).hexdigest(),
            run=place.run,
            sheet=self.sheet,
            pages=self.pages,
            about=self.about,
        )


def write_all(store: Store, drafts: Iterable[Draft]) -> tuple[Written, ...]:
    """Put files in their places, for a worker; raises OutputError.

    They are known before the first is written, so that none is anybody's own when the worker is killed.
    """
    files = [(draft, draft.file()) for draft in drafts]
    intend(store, (file for _, file in files))
    return tuple(_write(store, draft, file) for draft, file in files)


def _write(store: Store, draft: Draft, file: MadeFile) -> Written:
    done = put(store, file.path, draft.data, draft.place.known, digest=file.sha256)
    return Written(file, done.stamp, done.kept)


def write(store: Store, place: Place, data: bytes, *, pages: int = 0, about: Iterable[str] = ()) -> Written:
    """Put one file in its place, for a worker; raises OutputError."""
    return write_all(store, [Draft(place, data, pages=pages, about=tuple(about))])[0]


def read_document(store: Store, path: str) -> bytes:
    """A finished document, for a pack; raises OutputError where somebody has taken it away."""
    data = store.read(path)
    if not data:
        raise OutputError(f"{store.name}/{path} is gone while the drive needs it; run the command again")
    return data


@dataclass
class Folder:
    """The folder with what this run has done in it so far.

    In one that `rehearses` nothing is made. `wanted` are the paths that belong to the drive, `kept` what the
    user had changed and still has, in this order; `aside` what a rehearsal would put aside.
    """

    store: Store
    state: DriveState
    lock: FolderLock
    run: int
    force: bool = False
    rehearses: bool = False
    made: int = 0
    wanted: set[str] = field(default_factory=set)
    kept: dict[str, None] = field(default_factory=dict)
    aside: dict[str, None] = field(default_factory=dict)
    _given: dict[str, Place] = field(default_factory=dict)

    def needs(self, path: str, inputs: str) -> bool:
        """Has this file to be made? One that somebody has filled in stays, unless its inputs changed."""
        self.wanted.add(path)
        if self.force and not self.rehearses:
            return True
        status = self.state.status(path, inputs)
        if status is FileStatus.FILLED and not self.force:
            self.kept[path] = None
        elif self.rehearses and status in {FileStatus.FILLED, FileStatus.FILLED_OUTDATED}:
            self.aside[path] = None
        return self.force or status not in {FileStatus.CURRENT, FileStatus.FILLED}

    def wanted_in(self, start: str) -> list[str]:
        """The wanted paths that begin so."""
        return [path for path in self.wanted if path.startswith(start)]

    def gives_up(self, path: str) -> None:
        """What the user changed of a file that nobody fills in is put aside after all."""
        del self.kept[path]
        if self.rehearses:
            self.aside[path] = None

    def place(self, path: str, kind: MadeKind, inputs: str, opening: str | None = None) -> Place:
        """Where a file goes, with what is known of the one that is there."""
        self.wanted.add(path)
        place = self._given[path] = Place(path, kind, inputs, self.run, self.state.known(path), opening)
        return place

    def runs(self) -> Counter[tuple[str | None, int, MadeKind]]:
        """How many of the drive's files there are of each opening, run and kind."""
        files = filter(None, map(self.state.made, self.wanted))
        return Counter((file.opening, file.run, file.kind) for file in files)

    def put(self, place: Place, data: bytes, *, pages: int = 0, about: Iterable[str] = ()) -> None:
        """Write a file, and note that it is there."""
        self.note([write(self.store, place, data, pages=pages, about=about)])

    def note(self, written: Iterable[Written]) -> None:
        """Note files that were written: with the next batch they are known to whoever comes after a crash."""
        for file, stamp, kept in written:
            place = self._given.pop(file.path)
            self.state.record(file, stamp, (place.path, place.inputs))
            self.made += 1
            if kept:
                self.kept[kept] = None
        self.state.flush()
        self.lock.refresh()
