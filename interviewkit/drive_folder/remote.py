"""A place named by a URL, through fsspec: `s3://…`, `gs://…`, `memory://…`. An object appears whole."""

import datetime
import hashlib
import importlib
import operator
import os
import re
import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import count
from typing import Any

from interviewkit.drive_folder.store import TEMPORARY, Stamp, checked
from interviewkit.drive_folder.trouble import AGAIN, ELSEWHERE
from interviewkit.errors import OutputError

OBJECT_STORES = {"s3", "s3a", "gs", "gcs", "az", "abfs", "abfss", "oss", "oci", "tos", "memory"}
"""Where one put shows the whole object or nothing; elsewhere a file is written aside, then moved."""

SETTLE_SECONDS = 1.0
"""So long two who write the same object at once do not see each other's; memory is this process's own."""

_TIMES = ("mtime", "LastModified", "last_modified", "updated", "modified", "created")
_SECRET = re.compile(r"//[^/@]*@")


class RemoteStore:
    """The objects below a URL. See `Store` for what the methods do."""

    appends = False
    ignores_case = False

    def __init__(self, url: str) -> None:
        self.url = url
        self.name = _SECRET.sub("//", url).rstrip("/")
        self._connected: tuple[int, Any, str] | None = None
        self.settle_seconds = 0.0 if url.lower().startswith("memory:") else SETTLE_SECONDS
        self._mark = secrets.token_hex(4)
        self._numbers = count(1)
        self._connection()

    def __reduce__(self) -> tuple[Callable[[str], "RemoteStore"], tuple[str]]:
        return _store_of_job, (self.url,)

    def write(self, path: str, data: bytes, *, durable: bool = False) -> Stamp:  # noqa: ARG002 -- a put is
        """One put; where a put can be seen half-way, a put aside and a move."""
        with self._reached(path) as (files, place):
            if self.url.partition("://")[0].lower() in OBJECT_STORES:
                files.pipe_file(place, data)
            else:
                aside = self._place(f"{TEMPORARY}/{os.getpid()}-{self._mark}-{next(self._numbers)}")
                for each in (aside, place):
                    files.makedirs(each.rpartition("/")[0], exist_ok=True)
                files.pipe_file(aside, data)
                files.mv(aside, place)
            files.invalidate_cache()
            return _stamp(files.info(place)) or (len(data), 0)

    def append(self, path: str, data: bytes) -> None:
        """Objects do not grow: what there was is written again."""
        self.write(path, (self.read(path) or b"") + data)

    def read(self, path: str) -> bytes | None:
        """None where there is no such object."""
        with self._reached(path) as (files, place):
            try:
                data: bytes = files.cat_file(place)
            except FileNotFoundError:
                return None
            return data

    def sha256(self, path: str) -> str | None:
        """Of the bytes, which travel here for it."""
        data = self.read(path)
        return None if data is None else hashlib.sha256(data).hexdigest()

    def exists(self, path: str) -> bool:
        """Is there an object, or are there objects below?"""
        with self._reached(path) as (files, place):
            return bool(files.exists(place))

    def delete(self, path: str) -> None:
        """There are no folders to remove."""
        with self._reached(path) as (files, place):
            try:
                files.rm_file(place)
            except FileNotFoundError:
                return

    def move(self, path: str, new: str) -> None:
        """A copy first, so that it is never nowhere."""
        with self._reached(path) as (files, place):
            files.cp_file(place, self._place(new))
            files.rm_file(place)

    def size_and_time(self, path: str) -> Stamp | None:
        """One question to the other side."""
        with self._reached(path) as (files, place):
            try:
                return _stamp(files.info(place))
            except FileNotFoundError:
                return None

    def are_all(self, paths: Sequence[str], sizes: Sequence[int], times: Sequence[int]) -> bool:
        """One listing answers for all."""
        return all(map(operator.eq, map(self.looks(), paths), zip(sizes, times, strict=True)))

    def looks(self) -> Callable[[str], Stamp | None]:
        """One listing, now."""
        return self._listing("").get

    def list(self, prefix: str = "") -> list[str]:
        """Every object below."""
        return sorted(self._listing(prefix))

    def _listing(self, prefix: str) -> Mapping[str, Stamp | None]:
        files, root = self._connection()
        place = self._place(prefix) if prefix else root
        with _explained(f"{self.name}/{prefix}"):
            files.invalidate_cache()
            try:
                found = files.find(place, detail=True)
            except FileNotFoundError:
                return {}
            return {path[len(root) + 1 :]: _stamp(info) for path, info in found.items()}

    def _place(self, path: str) -> str:
        return f"{self._connection()[1]}/{checked(path)}"

    def _connection(self) -> tuple[Any, str]:
        """The file system and the folder in it; a process that was forked connects for itself."""
        if self._connected is None or self._connected[0] != os.getpid():
            with _explained(self.name):
                files, root = _connect(self.url)
            self._connected = os.getpid(), files, root.rstrip("/")
        return self._connected[1:]

    @contextmanager
    def _reached(self, path: str) -> Iterator[tuple[Any, str]]:
        """The file system, and where the path is in it."""
        place = self._place(path)
        with _explained(f"{self.name}/{path}"):
            yield self._connection()[0], place


_OF_JOBS: dict[str, RemoteStore] = {}
"""One for all jobs of a process: each connection costs round trips."""


def _store_of_job(url: str) -> RemoteStore:
    if url not in _OF_JOBS:
        _OF_JOBS[url] = RemoteStore(url)
    return _OF_JOBS[url]


def _connect(url: str) -> tuple[Any, str]:
    """The file system for the URL; raises OutputError that names the package to install."""
    try:
        fsspec = importlib.import_module("fsspec")
    except ImportError:
        text = f"a URL such as {_SECRET.sub('//', url)} needs the package fsspec; run: pip install fsspec"
        raise OutputError(text) from None
    try:
        return fsspec.core.url_to_fs(url, skip_instance_cache=True)  # type: ignore[no-any-return]
    except ImportError as error:
        scheme = url.partition("://")[0]
        text = f"{scheme}:// needs one more package: {' '.join(str(error).split())}"
        raise OutputError(f"{text} (with pip install), or {ELSEWHERE}") from None


@contextmanager
def _explained(place: str) -> Iterator[None]:
    """Whatever fsspec and the packages below it raise: one line and the next step."""
    try:
        yield
    except OutputError:
        raise
    except Exception as error:  # noqa: BLE001 -- each package has exceptions of its own
        reason = " ".join(_SECRET.sub("//", str(error)).split()) or type(error).__name__
        text = f"cannot use {place}: {reason}; check the address and your access, then {AGAIN}"
        raise OutputError(text) from None


def _stamp(info: Mapping[str, Any]) -> Stamp | None:
    """Size and time as the service tells them; without a time, what identifies the version."""
    if info.get("type") == "directory":
        return None
    time = next((info[key] for key in _TIMES if info.get(key)), None)
    return int(info.get("size") or 0), _nanoseconds(time if time is not None else info.get("ETag", ""))


def _nanoseconds(time: Any) -> int:
    if isinstance(time, datetime.datetime):
        return round(time.timestamp() * 1_000_000) * 1000
    if isinstance(time, int | float):
        return round(time * 1_000_000) * 1000
    return int(hashlib.sha256(str(time).encode()).hexdigest()[:12], 16)
