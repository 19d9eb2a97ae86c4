"""What an output folder holds about one person: found by folders' names and by the records."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from interviewkit.drive_folder.entries import RECORD, json_lines, parse_record
from interviewkit.drive_folder.journal import journal_parts
from interviewkit.drive_folder.store import TEMPORARY, Store
from interviewkit.models.base import FILE_ID_PATTERN
from interviewkit.output_folder import KEPT_MARK, RECORD_NAME

CARDS = "scorecards"
REPORT = "drive.pdf"
SUMMARY = "summary.csv"
"""Why an opening failed may name somebody."""
_KEPT = re.compile(rf"\.{KEPT_MARK}-\d+(?=\.[^./]*$|$)")
_PACK = re.compile(r"(?P<kit>(?:.*?/)??)(?:print-packs/.*|print-pack(?:\.[^/]*)?)\.pdf")

Person = Callable[[Any], bool]
"""Is this the id of the person?"""


class Traces(NamedTuple):
    """What is there about a person.

    `files` are to be removed, in this order; `records` are to be rewritten, in this order; `known` are the
    paths that the program itself gave, which may be shown.
    """

    files: tuple[str, ...]
    records: tuple[str, ...]
    known: frozenset[str]


class Folder(NamedTuple):
    """An output folder as it is: all paths, and what can be read of the records in it."""

    paths: tuple[str, ...]
    kits: Mapping[str, dict[str, Any]]
    drive: dict[str, Any] | None
    journal: tuple[Any, ...]

    @property
    def entries(self) -> Iterator[dict[str, Any]]:
        """What drives have recorded, in `drive.json` and in the journal."""
        recorded = self.drive["files"] if self.drive else []
        entries = (data for data in (*recorded, *self.journal) if isinstance(data, dict))
        return (data for data in entries if isinstance(data.get("path"), str))


def same_person(candidate: str, store: Store) -> Person:
    """Compares ids exactly, and as the file system does; what cannot be an id is nobody's."""
    if not re.fullmatch(FILE_ID_PATTERN, candidate):
        return lambda _: False
    if store.ignores_case:
        return lambda other: isinstance(other, str) and other.casefold() == candidate.casefold()
    return lambda other: other == candidate


def read_folder(store: Store) -> Folder:
    """Read the records of an output folder; those that are damaged are none."""
    paths = tuple(store.list())
    records = [path for path in paths if PurePosixPath(path).name == RECORD_NAME]
    kits = {path: data for path in records if (data := plain_record(store.read(path))) is not None}
    journal = [data for part in journal_parts(store) for data in json_lines(store.read(part) or b"")]
    return Folder(paths, kits, parse_record(store.read(RECORD) or b""), tuple(journal))


def plain_record(data: bytes | None) -> dict[str, Any] | None:
    """A record as plain data; None where it is damaged."""
    try:
        found = json.loads(data or b"")
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def known_candidates(folder: Folder) -> set[str]:
    """The ids that the records name; without any, those that folders have as names."""
    named = [each for data in folder.entries for each in listed(data, "about")]
    named += [sheet.get("candidate") for kit in folder.kits.values() for sheet in sheets(kit)]
    named = named or [owner for path in folder.paths for _, owner in _owners(path)]
    return {each for each in named if isinstance(each, str) and re.fullmatch(FILE_ID_PATTERN, each)}


def traces_of(store: Store, folder: Folder, is_person: Person) -> Traces | None:
    """What there is about the person; None where there is nothing."""
    owned = {path: kit for path in folder.paths for kit, owner in _owners(path) if is_person(owner)}
    about = {data["path"] for data in folder.entries if any(map(is_person, listed(data, "about")))}
    in_kits = {path for path, kit in folder.kits.items() if _names(kit, is_person)}
    in_drive = folder.drive and any(
        is_person(each) for opening in folder.drive["openings"] for each in listed(opening, "candidates")
    )
    copies = [path for path in folder.paths if _is_spoilt_record(path, folder)]
    naming = [path for path in copies if _mentions(store.read(path) or b"", is_person)]
    if not (owned or about or in_kits or in_drive or naming):
        return None
    kits = {*owned.values(), *(path.removesuffix(RECORD_NAME).rstrip("/") for path in in_kits)}
    kits |= {kit for path in about for kit, owner in _owners(path) if is_person(owner)}
    packs = _packs_to_go(store, folder, kits, is_person)
    about |= {REPORT, SUMMARY}
    spared = {*owned, *folder.kits}
    others = [path for path in folder.paths if _base(path) in about and path not in spared]
    litter = [path for path in folder.paths if path.startswith(f"{TEMPORARY}/")]
    files = tuple(dict.fromkeys((*packs, *others, *litter, *owned, *naming)))
    return Traces(files, tuple(_records(folder, in_kits)), _given(folder))


def listed(data: Any, key: str) -> list[Any]:
    """The list under a key; empty where there is none."""
    found = data.get(key) if isinstance(data, dict) else None
    return found if isinstance(found, list) else []


def sheets(kit: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The sheets that a kit's record lists."""
    return (sheet for sheet in listed(kit, "sheets") if isinstance(sheet, dict))


def shown(path: str, known: frozenset[str]) -> str:
    """The path; what people called files of their own is left out, as it may be somebody's name."""
    if _base(path) in known or path.startswith(f"{TEMPORARY}/"):
        return path
    parts = path.split("/")[:-1]
    parts = parts[: parts.index(CARDS) + 2] if CARDS in parts else parts
    return "".join(f"{part}/" for part in parts) + " (a file that was put there)"


def _owners(path: str) -> Iterator[tuple[str, str]]:
    """Kit and name of each folder in a path that is one of scorecards for one person."""
    parts = path.split("/")
    for place, part in enumerate(parts[:-1]):
        if part == CARDS:
            yield "/".join(parts[:place]), parts[place + 1]


def _names(kit: Mapping[str, Any], is_person: Person) -> bool:
    return any(is_person(sheet.get("candidate")) for sheet in sheets(kit))


def _base(path: str) -> str:
    """The path without the mark of a kept copy."""
    return _KEPT.sub("", path)


def _is_spoilt_record(path: str, folder: Folder) -> bool:
    """Is it a record that cannot be rewritten: a kept copy, or a damaged one?"""
    name = PurePosixPath(path).name
    damaged = name == RECORD_NAME and path not in folder.kits
    damaged = damaged or (path == RECORD and folder.drive is None)
    return damaged or (name != _base(name) and _base(name) in {RECORD, RECORD_NAME})


def _mentions(data: bytes, is_person: Person) -> bool:
    words = re.findall(r'"([A-Za-z0-9_-]+)"', data.decode(errors="replace"))
    return any(map(is_person, words))


def _packs_to_go(store: Store, folder: Folder, kits: set[str], is_person: Person) -> Iterator[str]:
    """The print packs that have, or may have, a sheet of the person."""
    recorded = {data["path"]: data for data in folder.entries}
    for path in folder.paths:
        pack = _PACK.fullmatch(path)
        if not pack:
            continue
        entry, kit = recorded.get(path), pack["kit"].rstrip("/")
        if entry and entry.get("sha256") == store.sha256(path):
            goes = any(map(is_person, listed(entry, "about")))
        else:
            goes = kit in kits or not kit
        if goes:
            yield path


def kept_packs(folder: Folder) -> Iterator[str]:
    """The copies of print packs that somebody had changed."""
    return (path for path in folder.paths if _PACK.fullmatch(path) and _base(path) != path)


def _records(folder: Folder, in_kits: Iterable[str]) -> Iterator[str]:
    """*Why* `drive.json` comes last: as long as it names the person, a second attempt finds the rest."""
    yield from sorted(in_kits)
    yield from (path for path in (RECORD,) if folder.drive)


def _given(folder: Folder) -> frozenset[str]:
    """The paths that the program gave to files."""
    paths = {data["path"] for data in folder.entries} | {RECORD, REPORT, SUMMARY} | folder.kits.keys()
    for place, kit in folder.kits.items():
        start = place.removesuffix(RECORD_NAME)
        files = [each for each in (*listed(kit, "files"), *sheets(kit)) if isinstance(each, dict)]
        paths |= {f"{start}{each.get('path')}" for each in files} | {f"{start}print-pack.pdf"}
    return frozenset(paths)
