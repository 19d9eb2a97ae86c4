"""What is finished but not yet in `drive.json`: one JSON line per file, so that a killed drive can go on.

Whoever writes files says so beforehand, in lines that are `intended`. *Why*: between a file and the line
that it is finished a drive may be killed, and then the file must not be taken for somebody's own.
"""

import json
import re
from collections.abc import Iterable, Iterator

from interviewkit.drive_folder.entries import Entry, entry_of, json_lines, read_entry
from interviewkit.drive_folder.store import WORK_FOLDER, Store
from interviewkit.models.drive_record import MadeFile

BATCH = 32
PART_BATCH = 500
"""Behind a URL a file cannot grow, so that each batch is an object of its own."""

_START = f"{WORK_FOLDER}/journal"
_GROWING = f"{_START}.jsonl"
_NUMBERED = re.compile(re.escape(_START) + r"-(\d{1,18})\.jsonl", re.ASCII)


def journal_parts(store: Store) -> list[str]:
    """The files of the journal, in the order in which they were written.

    Those of the other kind of place come first: the folder was copied from there.
    """
    paths = [path for path in store.list(WORK_FOLDER) if path.startswith(_START)]
    return sorted(paths, key=lambda path: ((path == _GROWING) == store.appends, _number(path), path))


def _number(path: str) -> int:
    found = _NUMBERED.fullmatch(path)
    return int(found[1]) if found else 0


def intend(store: Store, files: Iterable[MadeFile]) -> None:
    """Say which files are about to be written, for a worker; not where each time would be an object more."""
    if store.appends:
        lines = [_line({**entry_of(file, None).plain(file.path), "intended": True}) for file in files]
        store.append(_GROWING, _block(lines))


def _line(data: dict[str, object]) -> str:
    return json.dumps(data, ensure_ascii=False)


def _block(lines: Iterable[str]) -> bytes:
    """It begins with an empty line: what a killed drive left torn before it stays a line of its own."""
    return ("\n" + "\n".join(lines) + "\n").encode()


class Journal:
    """The journal of an output folder."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lines: list[str] = []
        self._parts: list[str] | None = None

    @property
    def parts(self) -> list[str]:
        """The files that it consists of."""
        if self._parts is None:
            self._parts = journal_parts(self._store)
        return self._parts

    def entries(self) -> Iterator[tuple[str, Entry]]:
        """What it holds, the oldest first; torn lines are passed over."""
        intended: dict[str, list[Entry]] = {}
        for part in self.parts:
            for data in json_lines(self._store.read(part) or b""):
                found = read_entry(data)
                if found and data.get("intended"):
                    intended.setdefault(found[0], []).append(found[1])
                elif found:
                    intended.pop(found[0], None)
                    yield found
        for path, entries in intended.items():
            yield from self._written(path, entries)

    def _written(self, path: str, entries: Iterable[Entry]) -> Iterator[tuple[str, Entry]]:
        """Of the files that were intended the one that is there."""
        stamp, digest = self._store.size_and_time(path), self._store.sha256(path)
        for entry in entries:
            if entry.sha256.hex() == digest:
                entry.stamp = stamp
                yield path, entry

    def add(self, path: str, entry: Entry) -> None:
        """Keep a finished file; a batch at a time reaches the disk."""
        stamp = {"stamp": entry.stamp} if entry.stamp else {}
        self._lines.append(_line({**entry.plain(path), **stamp}))
        if len(self._lines) >= (BATCH if self._store.appends else PART_BATCH):
            self.flush()

    def flush(self) -> None:
        """Everything that was added is on the disk after this."""
        if not self._lines:
            return
        data = _block(self._lines)
        if self._store.appends:
            self._store.append(_GROWING, data)
        else:
            part = f"{_START}-{max(map(_number, self.parts), default=0) + 1:06d}.jsonl"
            self._store.write(part, data)
            self.parts.append(part)
        self._lines.clear()

    def remove(self) -> None:
        """The drive is finished; `drive.json` has it all."""
        self._lines.clear()
        for part in dict.fromkeys((*self.parts, *([_GROWING] if self._store.appends else ()))):
            self._store.delete(part)
        self._parts = []
