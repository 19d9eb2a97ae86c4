"""A small quick drive: two openings of one interview, three candidates. A whole one takes half a second."""

import csv
import hashlib
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any
from unittest.mock import patch

import yaml
from drive_files import Sheets, write_workbook

from interviewkit import preparing
from interviewkit.builtin import PACKAGE, builtin_folder
from interviewkit.digest import digest_of_files
from interviewkit.drive_run.progress import QuietProgress
from interviewkit.drive_run.request import DriveReport, DriveRequest, Progress
from interviewkit.drive_run.runner import run_drive
from interviewkit.print_options import PrintOptions
from interviewkit.project import Layers
from interviewkit.workers import OneProcess, Workers

TESTS = Path(__file__).resolve().parent
RUBRICS, TEMPLATES = TESTS / "small_rubrics", (TESTS / "slot_templates", TESTS / "quick_templates")

NAMES = ("Qwzxvia Zyxwickx", "Łucjqx Świątkqv", "Brzqanx Vwxqoz")
"""Names of candidates, strings that stand nowhere by chance."""

TABLES: dict[str, Sequence[Sequence[str]]] = {
    "drive": (
        ("setting", "value"),
        ("drive", "autumn"),
        ("title", "Autumn"),
        ("role", "small"),
        ("seniority", "mid"),
        ("organisation", "Example Works"),
        ("country", "GB"),
        ("mission", "Build what others can check."),
    ),
    "openings": (("opening", "title"), ("claims", "Builder of claims"), ("ops", "Builder of ops")),
    "candidates": (
        ("candidate", "name", "opening"),
        ("C-1", NAMES[0], "claims"),
        ("C-2", NAMES[1], "claims"),
        ("C-3", NAMES[2], "ops"),
    ),
    "panel": (
        ("opening", "interviewer", "stages"),
        ("claims", "Ada Example", "only"),
        ("claims", "Bo Example", "only"),
        ("ops", "Ada Example", "only"),
    ),
    "schedule": (
        ("date", "start", "room", "opening", "candidate", "stage", "interviewer"),
        ("2026-12-01", "10:30", "R1", "claims", "C-1", "only", "Ada Example"),
    ),
}

DOCUMENTS = (
    "brief.pdf",
    "candidate.pdf",
    "debrief.pdf",
    "guides/only.pdf",
    "kit.json",
    "print-pack.pdf",
    "print-packs/ada-example.pdf",
    "scorecards/only.pdf",
    "work-samples/fault.pdf",
)
SHEETS = (
    "claims/scorecards/C-1/only--ada-example.pdf",
    "claims/scorecards/C-2/only--ada-example.pdf",
    "claims/scorecards/C-2/only--bo-example.pdf",
    "ops/scorecards/C-3/only--ada-example.pdf",
)
PACKS = (
    "print-packs/days/2026-12-01.pdf",
    "print-packs/interviewers/ada-example.pdf",
    "print-packs/interviewers/bo-example.pdf",
)
PATHS = tuple(
    sorted(
        (
            *(f"{opening}/{path}" for opening in ("claims", "ops") for path in DOCUMENTS),
            "claims/print-packs/bo-example.pdf",
            *SHEETS,
            *PACKS,
            "drive.json",
            "drive.pdf",
            "summary.csv",
        )
    )
)

# --- the drive's file ------------------------------------------------------------------------------------


def tables(**changed: Sequence[Sequence[str]]) -> dict[str, Sequence[Sequence[str]]]:
    """The drive with other sheets."""
    return {**TABLES, **changed}


def plus(sheet: str, *rows: Sequence[str]) -> dict[str, Sequence[Sequence[str]]]:
    """The drive with more rows in a sheet."""
    return tables(**{sheet: (*TABLES[sheet], *rows)})


def without(sheet: str, *cells: str) -> dict[str, Sequence[Sequence[str]]]:
    """The drive without the rows that have one of these cells."""
    return {
        name: [row for row in rows if name != sheet or not {*cells} & {*row}] for name, rows in TABLES.items()
    }


def replaced(old: str, new: str) -> dict[str, Sequence[Sequence[str]]]:
    """The drive with a cell changed wherever it stands."""
    return {
        name: [[new if cell == old else cell for cell in row] for row in rows]
        for name, rows in TABLES.items()
    }


def write_drive(
    folder: Path, sheets: Mapping[str, Sequence[Sequence[str]]] = TABLES, form: str = "folder"
) -> Path:
    """Write the drive as `folder` (of .csv files), `zip`, `xlsx` or `yaml`; returns its path."""
    path = folder / ("autumn" if form == "folder" else f"autumn.{form}")
    texts = {f"{name}.csv": _csv(rows) for name, rows in sheets.items()}
    if form == "folder":
        path.mkdir(exist_ok=True, parents=True)
        for name, text in texts.items():
            (path / name).write_text(text, encoding="utf-8")
    elif form == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            for name, text in texts.items():
                archive.writestr(name, text)
    elif form == "xlsx":
        found: Sheets = sheets
        write_workbook(path, found)
    else:
        path.write_text(yaml.safe_dump(_plain(sheets), allow_unicode=True), encoding="utf-8")
    return path


def _csv(rows: Sequence[Sequence[str]]) -> str:
    text = StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()


def _plain(sheets: Mapping[str, Sequence[Sequence[str]]]) -> dict[str, Any]:
    """The drive as its YAML file says it."""
    said = {row[0]: row[1] for row in sheets["drive"][1:]}
    openings = [
        {"id": name, "title": title, "panel": list(_panel(sheets, name))}
        for name, title in sheets["openings"][1:]
    ]
    rows = {
        name: [dict(zip(sheets[name][0], row, strict=True)) for row in sheets[name][1:]]
        for name in ("candidates", "schedule")
    }
    candidates = [{"id": row.pop("candidate"), **row} for row in rows["candidates"]]
    defaults = {
        **{key: said[key] for key in ("role", "seniority", "country")},
        "organisation": {"name": said["organisation"]},
        "team": {"mission": said["mission"]},
    }
    head = {"drive": said["drive"], "title": said["title"], "defaults": defaults}
    return {**head, "openings": openings, "candidates": candidates, "schedule": rows["schedule"]}


def _panel(sheets: Mapping[str, Sequence[Sequence[str]]], opening: str) -> Iterator[dict[str, Any]]:
    for name, person, stages in sheets["panel"][1:]:
        if name == opening:
            yield {"name": person, "stages": stages.split(",")}


# --- a run of it -----------------------------------------------------------------------------------------


def layers(rubrics: Path = RUBRICS, *templates: Path) -> Layers:
    """Small rubrics and quick templates over the built-in ones."""
    folders = (*templates, *TEMPLATES, builtin_folder("templates"))
    return Layers((rubrics, builtin_folder("rubrics")), folders, "en")


def write_project(folder: Path) -> None:
    """Let commands in this folder use what `layers` says."""
    text = f"rubrics: {RUBRICS}\ntemplates: {TEMPLATES[1]}\n"
    (folder / "interviewkit.yaml").write_text(text, encoding="utf-8")


def arguments(folder: Path) -> tuple[str, ...]:
    """The command that does what `run` does."""
    out = str(folder / "out")
    return ("drive", str(folder / "autumn"), "--out", out, "--templates", str(TEMPLATES[0]))


def run(
    folder: Path,
    workers: Workers | None = None,
    progress: Progress | None = None,
    *,
    form: str = "folder",
    used: Layers | None = None,
    **asked: Any,
) -> DriveReport:
    """Run the drive of a folder into its `out`, in this process unless there are workers."""
    drive = folder / ("autumn" if form == "folder" else f"autumn.{form}")
    request = DriveRequest(drive, str(folder / "out"), PrintOptions(used or layers()), **asked)
    with patch.object(preparing, "digest_of_files", _digest):
        return run_drive(request, workers or OneProcess(), progress or QuietProgress())


_digest_once = cache(digest_of_files)


def _digest(folder: Path, pattern: str = "*") -> str:
    """The program's own digest is a third of a small drive's work: here it is read once."""
    return (_digest_once if folder == PACKAGE else digest_of_files)(folder, pattern)


def contents(out: Path) -> dict[str, bytes]:
    """What the folder holds, but for what a drive keeps for itself."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in out.rglob("*")
        if path.is_file() and ".interviewkit" not in path.parts
    }


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """When each file and folder was written last, and what it is."""
    found = ((path, path.lstat()) for path in folder.rglob("*"))
    return {str(path): (stat.st_mtime_ns, stat.st_ino) for path, stat in found}


def rewritten(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> set[str]:
    """The paths whose content is another."""
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def sha256(data: bytes) -> str:
    """The digest as the records have it."""
    return hashlib.sha256(data).hexdigest()
