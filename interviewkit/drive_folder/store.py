"""Where a drive's files go: a folder on this machine or a place named by a URL, behind the same few verbs."""

import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path, PureWindowsPath
from typing import Protocol
from urllib.parse import unquote, urlsplit

from interviewkit.drive_folder.trouble import ELSEWHERE
from interviewkit.errors import OutputError

WORK_FOLDER = ".interviewkit"
"""In the output folder: what a drive needs for itself."""

TEMPORARY = f"{WORK_FOLDER}/tmp"  # noqa: S108 -- a folder of our own

Stamp = tuple[int, int]
"""Size in bytes and time of the last change in nanoseconds: equal means unchanged."""

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.:-]*://")
_LOCAL = ("file", "local")


class Store(Protocol):
    """The files of an output folder by their paths: relative, with forward slashes.

    Every method raises OutputError with the next step where the place cannot be used, and for a path that
    leaves the folder. Stores can be pickled: worker processes get a copy.
    """

    @property
    def name(self) -> str:
        """What the user calls it; without secrets."""

    @property
    def ignores_case(self) -> bool:
        """Are `C-1` and `c-1` the same file?"""

    @property
    def appends(self) -> bool:
        """Can a file grow? Objects behind a URL cannot."""

    def write(self, path: str, data: bytes, *, durable: bool = False) -> Stamp:
        """Put a file there, whole or not at all; `durable`: not before it is safe from a power cut."""

    def append(self, path: str, data: bytes) -> None:
        """Add to the end of a file; it may be torn when the process is killed."""

    def read(self, path: str) -> bytes | None:
        """The bytes; None where there is no such file."""

    def sha256(self, path: str) -> str | None:
        """The digest of the bytes; None where there is no file that belongs to this folder."""

    def exists(self, path: str) -> bool:
        """Is anything there: a file, a folder, a link?"""

    def delete(self, path: str) -> None:
        """Remove a file, and the folders that it leaves empty; nothing happens where there is none."""

    def move(self, path: str, new: str) -> None:
        """Give a file another name."""

    def size_and_time(self, path: str) -> Stamp | None:
        """The stamp of what is there now; None where there is no file."""

    def are_all(self, paths: Sequence[str], sizes: Sequence[int], times: Sequence[int]) -> bool:
        """Does every one of many files have its stamp? Answered quickly."""

    def looks(self) -> Callable[[str], Stamp | None]:
        """A quick way to ask for one stamp after the other; it may show the moment when it was made."""

    def list(self, prefix: str = "") -> list[str]:
        """All files below a folder, sorted; links are listed, not followed."""


def open_store(out: str) -> Store:
    """The store at a folder's path or at a URL (`s3://…`, `memory://…`, `file://…`).

    Raises OutputError where the place cannot be used or a package for it is missing.
    """
    from interviewkit.drive_folder.local import LocalStore

    if not _URL.match(out):
        return LocalStore(Path(out))
    if out.partition("://")[0].lower() in _LOCAL:
        return LocalStore(_local_folder(out))
    from interviewkit.drive_folder.remote import RemoteStore

    return RemoteStore(out)


def _local_folder(url: str) -> Path:
    """The folder that a `file://` URL names on this machine."""
    parts = urlsplit(url)
    if parts.netloc not in {"", "localhost"} or not parts.path:
        raise OutputError(f"cannot use {url}: it names no folder of this machine; write file:///folder")
    path = unquote(parts.path)
    drive = re.match(r"/[A-Za-z]:", path)
    return Path(path[1:] if drive else path)


def checked(path: str) -> str:
    """The path, or OutputError where it is not one of a file inside the folder."""
    parts = path.split("/")
    if "\0" in path or not {"", ".", ".."}.isdisjoint(parts) or _is_windows_place(path):
        raise OutputError(f"{path!a} leaves the output folder; {ELSEWHERE}")
    return path


def _is_windows_place(path: str) -> bool:
    return os.sep == "\\" and ("\\" in path or bool(PureWindowsPath(path).drive))
