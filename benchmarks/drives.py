"""A drive to be measured: the example's opening with many candidates, as files and prepared to be printed."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from benchmarks.kit import EXAMPLE, print_options
from benchmarks.people import candidates
from interviewkit.assets import FolderAssets
from interviewkit.documents import Document, layout_name, scorecard
from interviewkit.drive_folder.lock import folder_lock
from interviewkit.drive_folder.state import DriveState
from interviewkit.drive_folder.store import open_store
from interviewkit.drive_input.reading import read_drive
from interviewkit.drive_run.folder import Folder
from interviewkit.drive_run.kits import Kit
from interviewkit.drive_run.prepared import PreparedOpening, PrepareJob, prepare_opening
from interviewkit.html import open_templates, render_html
from interviewkit.library import Library
from interviewkit.models.sheet import Sheet
from interviewkit.pdf import unprintable_characters
from interviewkit.preparing import Prepared

STAGES = 4
"""Interviews of the example's opening; each has one interviewer."""


@cache
def can_show(letters: str) -> bool:
    """Has some font on this computer all these letters?"""
    options = print_options()
    assets = FolderAssets(options.layers.templates)
    stylesheet = assets.read(f"{assets.base_url}fonts.css").decode()
    return not unprintable_characters([letters], stylesheet, assets)


def write_drive(folder: Path, number: int) -> Path:
    """The files of a drive with so many candidates for the example's opening; the drive's own."""
    folder.mkdir(parents=True, exist_ok=True)
    opening = yaml.safe_load(EXAMPLE.read_text(encoding="utf-8"))
    del opening["candidates"]
    text = json.dumps(opening, default=str, ensure_ascii=False, indent=1)  # which is YAML as well
    (folder / "opening.yaml").write_text(text, encoding="utf-8")
    drive = {"drive": "benchmark", "openings": ["opening.yaml"], "candidates": candidates(number, can_show)}
    path = folder / "drive.yaml"
    path.write_text(yaml.safe_dump(drive, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


def prepared_drive(folder: Path, number: int) -> PreparedOpening:
    """The opening of such a drive, composed and checked, nothing printed."""
    options = print_options()
    library = Library(options.layers.rubrics, options.layers.language)
    (opening,) = read_drive(write_drive(folder, number), library).openings
    return prepare_opening(PrepareJob(opening, (), options, ""))


@dataclass(frozen=True)
class OpenDrive:
    """A prepared opening and the folder that it is printed into."""

    kit: Kit
    folder: Folder


@contextmanager
def open_drive(opening: PreparedOpening, out: Path) -> Iterator[OpenDrive]:
    """The folder held, as a drive does while it prints."""
    store = open_store(str(out))
    with folder_lock(store) as lock:
        state = DriveState(store)
        yield OpenDrive(Kit(opening), Folder(store, state, lock, run=1))
        state.flush()


def spread(sheets: Sequence[Sheet], number: int) -> list[Sheet]:
    """So many sheets out of all, of each interview the same number, spread over all candidates."""
    people = [sheets[start : start + STAGES] for start in range(0, len(sheets), STAGES)]
    wanted = max(1, min(len(people), number // STAGES))
    return [sheet for place in range(wanted) for sheet in people[place * len(people) // wanted]]


class SheetPages:
    """The HTML of sheets: the full page of each, by the product's own templates."""

    def __init__(self, prepared: Prepared) -> None:
        look = prepared.look
        self._environment = open_templates(prepared.assets.folders, look.language)
        self._prepared, self._look = prepared, look
        self._layouts: dict[str, Document] = {}

    def html(self, sheet: Sheet) -> str:
        """The page of a sheet; how long its lines are is counted once per interview, as for a master."""
        prepared, name = self._prepared, layout_name(sheet)
        if name not in self._layouts:
            self._layouts[name] = scorecard(prepared.kit, sheet, self._look)
        document = self._layouts[name]
        context = {**prepared.shared, **document.context, "sheet": sheet}
        return render_html(self._environment, document.template, context)
