"""What is finished but not yet in `drive.json`: one JSON line per file, so that a killed drive can go on."""

import json
from collections.abc import Iterator

from interviewkit.drive_folder.entries import Entry, json_lines, read_entry
from interviewkit.drive_folder.store import WORK_FOLDER, Store

BATCH = 32
PART_BATCH = 500
"""Behind a URL a file cannot grow, so that each batch is an object of its own."""

_START = f"{WORK_FOLDER}/journal"


def journal_parts(store: Store) -> list[str]:
    """The files of the journal, in the order in which they were written."""
    return [path for path in store.list(WORK_FOLDER) if path.startswith(_START)]


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
        for part in self.parts:
            found = (read_entry(data) for data in json_lines(self._store.read(part) or b""))
            yield from (each for each in found if each)

    def add(self, path: str, entry: Entry) -> None:
        """Keep a finished file; a batch at a time reaches the disk."""
        stamp = {"stamp": entry.stamp} if entry.stamp else {}
        self._lines.append(json.dumps({**entry.plain(path), **stamp}, ensure_ascii=False))
        if len(self._lines) >= (BATCH if self._store.appends else PART_BATCH):
            self.flush()

    def flush(self) -> None:
        """Everything that was added is on the disk after this."""
        if not self._lines:
            return
        data = ("\n" + "\n".join(self._lines) + "\n").encode()
        if self._store.appends:
            self._grow(f"{_START}.jsonl", data)
        else:
            last = self.parts[-1] if self.parts else f"{_START}-000000.jsonl"
            number = int(last.removeprefix(f"{_START}-").removesuffix(".jsonl")) + 1
            self._store.write(f"{_START}-{number:06d}.jsonl", data)
            self.parts.append(f"{_START}-{number:06d}.jsonl")
        self._lines.clear()

    def remove(self) -> None:
        """The drive is finished; `drive.json` has it all."""
        self._lines.clear()
        while self.parts:
            self._store.delete(self.parts.pop())

    def _grow(self, path: str, data: bytes) -> None:
        """It begins with an empty line: what a killed drive left torn before it stays a line of its own."""
        self._store.append(path, data)
        if path not in self.parts:
            self.parts.append(path)
