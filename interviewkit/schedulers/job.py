"""A job on its way to a worker of a cluster, and there.

It travels as bytes that only a worker opens: neither the scheduler nor a log sees whom it is about. Before
its first job a worker is asked whether it would do it as the machine that sent it does: with the same
programs, rubrics and templates, and into the same output folder.
"""

import importlib.metadata
import io
import pickle
import platform
import socket
import threading
import time
import traceback
from collections.abc import Callable
from contextlib import chdir, nullcontext
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from interviewkit.builtin import builtin_folder
from interviewkit.digest import digest_of_files
from interviewkit.drive_folder.store import Store
from interviewkit.errors import InputError, OutputError
from interviewkit.print_options import program_versions
from interviewkit.workers import Failure

LOOKS = 6
"""So often, every half second, a worker looks for a file: network folders show new ones late."""

PROGRAMS = ("fonttools", "pikepdf", "pydantic", "pydyf")
"""What decides on the bytes of a page, besides WeasyPrint, and on the data that travel."""

BUILT_IN = ("rubrics", "templates", "examples")


# --- what travels ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Terms:
    """What has to be the same for every worker as for this machine.

    `place` is a file in the output folder, and `mark` what is in it; no place, where nothing is written.
    """

    name: str
    here: Path
    layers: tuple[Path, ...]
    digests: tuple[str, ...]
    store: Store | None = None
    place: str = ""
    mark: bytes = b""


@dataclass(frozen=True, repr=False)
class Packed:
    """A job as bytes, and the programs that it was packed by."""

    programs: tuple[tuple[str, str], ...]
    data: bytes = field(repr=False)

    def __repr__(self) -> str:
        """Not what is in it: Dask writes the arguments of a job that failed to its log."""
        return f"<{len(self.data)} bytes>"


@dataclass(frozen=True)
class Raised:
    """A mistake of ours in a job. It is brought home like a result: Dask would write it to its log."""

    error: Exception
    trace: str


class _Pickler(pickle.Pickler):
    """Pickles; a built-in folder becomes that of the machine where it arrives."""

    def reducer_override(self, value: Any) -> Any:
        if isinstance(value, Path):
            for name in BUILT_IN:
                if value.is_relative_to(_built_in(name)):
                    return _built_in, (name, value.relative_to(_built_in(name)).as_posix())
        return NotImplemented


@cache
def _built_in(name: str, path: str = ".") -> Path:
    return builtin_folder(name) / path


def pickled(value: Any) -> bytes:
    """The value as bytes, for another machine."""
    out = io.BytesIO()
    _Pickler(out, pickle.HIGHEST_PROTOCOL).dump(value)
    return out.getvalue()


@cache
def programs() -> tuple[tuple[str, str], ...]:
    """Names and versions of everything that has to be the same."""
    own, weasyprint, code = program_versions()
    others = [(name, importlib.metadata.version(name)) for name in PROGRAMS]
    python = ".".join(platform.python_version_tuple()[:2])
    return (
        ("InterviewKit", own),
        ("WeasyPrint", weasyprint),
        ("Python", python),
        *others,
        ("InterviewKit's code", code[:12]),
    )


# --- on a worker -------------------------------------------------------------------------------------------

_ONE_AT_A_TIME = threading.Lock()
"""Held by whoever does a job in this process.

*Why*: WeasyPrint lays out text with Pango, whose font maps no two threads may use at once, and a worker of
Dask has a thread per core unless it is told otherwise. And the current folder belongs to the whole process.
"""

_SOUND: set[str] = set()
"""The names of the terms that this process has found kept."""


def do(job: Packed) -> bytes:
    """Do a job; what came of it as bytes. Raises OutputError, with which Dask tries it again."""
    wrong = _other_programs(job)
    if wrong:
        raise OutputError(wrong)
    with _ONE_AT_A_TIME:
        terms, function, item = pickle.loads(job.data)  # noqa: S301 -- from whoever may run code here anyway
        if terms.name not in _SOUND:
            wrong = _broken(terms)
            if wrong:
                raise OutputError(wrong)
            _SOUND.add(terms.name)
        with chdir(terms.here) if terms.here.is_dir() else nullcontext():
            return pickled(_done(function, item))


def _done(function: Callable[[Any], Any], item: Any) -> Any:
    try:
        return function(item)
    except InputError as error:
        return Failure(error)
    except (OutputError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 -- it is raised again where the drive runs
        return Raised(error, traceback.format_exc())


def trouble(job: Packed) -> str:
    """Why this process could not do jobs of these terms; nothing where it can."""
    try:
        return _other_programs(job) or _broken(pickle.loads(job.data))  # noqa: S301 -- as above
    except OutputError as error:
        return f"{_me()}: {error}"


def _me() -> str:
    return f"the worker on {socket.gethostname()}"


def _other_programs(job: Packed) -> str:
    theirs = dict(programs())
    for name, version in job.programs:
        if theirs.get(name) != version:
            text = f"{_me()} has {name} {theirs.get(name)}, this machine has {version}"
            return f"{text}; install the same on all machines, and start the workers again"
    return ""


def _broken(terms: Terms) -> str:
    """Which of the terms this machine does not keep."""
    for folder, wanted in zip(terms.layers, terms.digests, strict=True):
        if digest(folder) != wanted:
            text = f"{_me()} does not find in {folder} what is there on this machine"
            return f"{text}; it has to be a folder that all machines share, under the same path"
    if terms.store is None:
        return ""
    for _ in range(LOOKS):
        if terms.store.read(terms.place) == terms.mark:
            return ""
        time.sleep(0.5)
    text = f"{_me()} does not see what this machine writes to {terms.store.name}"
    return f"{text}; --out has to be a folder that all machines share, or a URL such as s3://bucket/autumn"


def digest(folder: Path) -> str:
    """The digest of a folder's files; of none where there is no such folder."""
    try:
        return digest_of_files(folder)
    except OSError:
        return "unreadable"
