"""The stamps of the files as they were written: 20,000 of them are known as unchanged without reading one.

They hold for one `drive.json` and stand outside it: it has no clocks.
"""

import json
from collections.abc import Mapping
from typing import Any

from interviewkit.drive_folder.entries import Entry
from interviewkit.drive_folder.store import WORK_FOLDER, Stamp, Store

STAMPS = f"{WORK_FOLDER}/stat.json"
GONE: Stamp = (-1, -1)
"""No file has it."""


class Stamps:
    """What `stat.json` says.

    `record` is the stamp of the `drive.json` that it belongs to, `digest` that one's SHA-256, `inputs` its
    inputs where nothing failed and None else; `paths`, `sizes` and `times` are the recorded files as
    written, `changed` is what files look like (stamp, SHA-256) that somebody has changed.
    """

    __slots__ = ("changed", "digest", "inputs", "paths", "record", "sizes", "times")

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.record: Stamp = (int(data["record"][0]), int(data["record"][1]))
        self.digest = str(data["digest"])
        self.inputs: str | None = data["inputs"]
        self.paths: list[str] = data["paths"]
        self.sizes: list[int] = data["sizes"]
        self.times: list[int] = data["times"]
        self.changed = {str(path): ((size, time), digest) for path, size, time, digest in data["changed"]}
        if not len(self.paths) == len(self.sizes) == len(self.times):
            raise ValueError


def load_stamps(store: Store) -> Stamps | None:
    """None where there are none, or they are damaged: then every file is read once."""
    try:
        return Stamps(json.loads(store.read(STAMPS) or b""))
    except (ValueError, RecursionError, KeyError, TypeError, IndexError, OverflowError):
        return None


def save_stamps(
    store: Store,
    head: Mapping[str, Any],
    entries: Mapping[str, Entry],
    changed: Mapping[str, tuple[Stamp, str]],
) -> None:
    """Write `stat.json`; `head` has `record`, `digest` and `inputs`."""
    stamps = [entry.stamp or GONE for entry in entries.values()]
    data = {
        **head,
        "paths": list(entries),
        "sizes": [size for size, _ in stamps],
        "times": [time for _, time in stamps],
        "changed": [(path, *stamp, digest) for path, (stamp, digest) in changed.items() if path in entries],
    }
    store.write(STAMPS, json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode())
