"""The files that a drive has made, as plain data: 20,000 of them cost a few megabytes."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from interviewkit.drive_folder.store import Stamp, checked
from interviewkit.errors import OutputError
from interviewkit.models.drive_outcome import OpeningStatus
from interviewkit.models.drive_record import DriveRecord, MadeFile, MadeKind

RECORD = "drive.json"
FORMAT = 1

_KINDS = {kind.value for kind in MadeKind}


_ALL_KNOWN = {*MadeFile.model_fields}
"""One set for all files: pydantic would keep one for each."""


class Entry:
    """A recorded file; `stamp` is that of the file as it was written, None where it is not known."""

    __slots__ = ("about", "inputs", "kind", "opening", "pages", "run", "sha256", "sheet", "stamp")

    def __init__(self, data: Mapping[str, Any], stamp: Stamp | None = None) -> None:
        self.kind = sys.intern(data["kind"])
        self.opening = sys.intern(data["opening"]) if data.get("opening") else None
        self.inputs: str = data["inputs"]
        self.sha256 = bytes.fromhex(data["sha256"])
        self.run: int = data.get("run", 1)
        self.sheet: str | None = data.get("sheet")
        self.pages = int(data.get("pages", 0))
        self.about = tuple(map(sys.intern, data.get("about") or ()))
        self.stamp = stamp

    def plain(self, path: str) -> dict[str, Any]:
        """The entry as it stands in the record."""
        names = ("kind", "opening", "inputs", "sha256", "run", "sheet", "pages", "about")
        values = {name: getattr(self, name) for name in names}
        return {"path": path, **values, "sha256": self.sha256.hex(), "about": list(self.about)}

    def made(self, path: str) -> MadeFile:
        """The entry as a model; it was checked when it was read."""
        values = {**self.plain(path), "kind": MadeKind(self.kind), "about": self.about}
        return MadeFile.model_construct(_ALL_KNOWN, **values)


def entry_of(made: MadeFile, stamp: Stamp | None) -> Entry:
    """The entry of a finished file."""
    return Entry(made.model_dump(mode="json"), stamp)


def read_entry(data: Any) -> tuple[str, Entry] | None:
    """Path and entry; None for data that is none, or would lead out of the folder."""
    try:
        path = checked(data["path"])
        texts = [
            data["inputs"],
            data.get("opening") or "",
            data.get("sheet") or "",
            *(data.get("about") or ()),
        ]
        if data["kind"] not in _KINDS or not isinstance(data.get("run", 1), int):
            return None
        "".join((path, *texts)).encode()
        return path, Entry(data, _stamp(data.get("stamp")))
    except (OutputError, KeyError, TypeError, ValueError, AttributeError):
        return None


def is_path(data: Any) -> bool:
    """Is it a path in the folder? A damaged record may have anything in its place."""
    try:
        return isinstance(data, str) and bool(checked(data).encode())
    except (OutputError, UnicodeEncodeError):
        return False


def _stamp(data: Any) -> Stamp | None:
    if isinstance(data, list):
        size, time = data
        return int(size), int(time)
    return None


class RecordHead:
    """What `drive.json` says beside its files."""

    __slots__ = ("drive", "inputs", "run", "succeeded")

    def __init__(self, data: Mapping[str, Any]) -> None:
        openings = data["openings"]
        self.drive = str(data["drive"])
        self.run = int(data["run"])
        self.inputs = str(data["inputs"])
        self.succeeded = all(each["status"] != OpeningStatus.FAILED for each in openings)


def parse_record(data: bytes) -> dict[str, Any] | None:
    """`drive.json` as plain data; None where it is damaged or of another format."""
    try:
        record = json.loads(data)
        if record["format"] != FORMAT or not isinstance(record["files"], list):
            return None
        RecordHead(record)
    except (ValueError, RecursionError, KeyError, TypeError, OverflowError):
        return None
    return dict(record)


def dump_record(record: DriveRecord, entries: Mapping[str, Entry]) -> bytes:
    """`drive.json` with these entries by path as its files: an opening or a file a line."""
    head = record.model_dump(mode="json", exclude={"files"})
    return dump_plain({**head, "files": (entry.plain(path) for path, entry in entries.items())})


def dump_plain(record: Mapping[str, Any]) -> bytes:
    """The same for plain data; its last two keys are lists."""
    lines: list[bytes] = []
    for key, value in record.items():
        begin = f"{json.dumps(key)}: "
        if isinstance(value, str | int | float | Mapping) or value is None:
            lines.append(_line(value, begin))
        else:
            lines.append(f"{begin}[\n".encode() + b",\n".join(map(_line, value)) + b"\n]")
    return b"{\n%s\n}\n" % b",\n".join(lines)


def _line(value: Any, begin: str = "") -> bytes:
    return f"{begin}{json.dumps(value, ensure_ascii=False)}".encode(errors="replace")


def json_lines(data: bytes) -> Iterator[Any]:
    """The values of a file with one in each line; what is torn or damaged is passed over."""
    for line in data.splitlines():
        try:
            yield json.loads(line)
        except (ValueError, RecursionError):
            continue


def made_files(entries: Mapping[str, Entry], paths: Iterable[str]) -> tuple[MadeFile, ...]:
    """The entries of these paths as models, by path."""
    return tuple(entries[path].made(path) for path in sorted(paths) if path in entries)
