"""One drive at a time in an output folder.

On this machine the system holds the lock, and it ends with the process, however that ends. Behind a URL, and
where the system has no locks, the lock is an object that counts until nobody has refreshed it for 30 minutes.
"""

import datetime
import json
import os
import secrets
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from interviewkit.drive_folder.local import LocalStore
from interviewkit.drive_folder.store import TEMPORARY, WORK_FOLDER, Store
from interviewkit.drive_folder.trouble import explained
from interviewkit.errors import OutputError

LOCK = f"{WORK_FOLDER}/lock"
STALE = datetime.timedelta(minutes=30)
REFRESH_SECONDS = 60
SETTLE_SECONDS = 1.0
"""So long whoever took over a lock on this machine waits for another who did so at the same moment."""


class FolderLock(Protocol):
    """A lock that is held."""

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the user should know about how it was come by."""

    def refresh(self) -> None:
        """Say that this drive is still at it; call it as often as you like. OutputError where it is lost."""


@contextmanager
def folder_lock(store: Store) -> Iterator[FolderLock]:
    """Hold the output folder; raises OutputError where another drive does, with who and since when."""
    if isinstance(store, LocalStore):
        descriptor = _system_lock(store)
        if descriptor is not None:
            try:
                yield _SystemLock()
            finally:
                _OURS.discard(descriptor)
                _leave(store)
                os.close(descriptor)
            return
    held = _object_lock(store)
    try:
        yield held
    finally:
        held.release()


def _leave(store: LocalStore) -> None:
    """No lock file stays, nor an empty folder of ours."""
    with suppress(OSError):
        (store.root / TEMPORARY).rmdir()
    with suppress(OutputError):
        store.delete(LOCK)


@dataclass(frozen=True)
class _SystemLock:
    warnings: tuple[str, ...] = ()

    def refresh(self) -> None:
        """The system knows."""


# --- the system's lock -------------------------------------------------------------------------------------


def _system_lock(store: LocalStore) -> int | None:
    """The open lock file; None where the system, or this file system, has no locks."""
    if sys.platform == "win32":
        return None
    import fcntl

    place = store.root / LOCK
    while True:
        descriptor = store.opened(LOCK, 0)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            raise OutputError(_held_text(store.name, _content(store))) from None
        except OSError:
            if os.fstat(descriptor).st_size == 0 and _is_still(place, descriptor):
                store.delete(LOCK)
            os.close(descriptor)
            return None
        if _is_still(place, descriptor):
            with explained(f"{store.name}/{LOCK}"):
                os.ftruncate(descriptor, 0)
                os.write(descriptor, _described())
            _OURS.add(descriptor)
            return descriptor
        os.close(descriptor)


def _is_still(place: Path, descriptor: int) -> bool:
    """Is this file the lock? Whoever held it before may have removed it meanwhile."""
    try:
        return os.path.samestat(place.lstat(), os.fstat(descriptor))
    except OSError:
        return False


_OURS: set[int] = set()


def _let_go() -> None:
    """In a worker that was forked: it must not hold the lock when the drive is gone."""
    while _OURS:
        with suppress(OSError):
            os.close(_OURS.pop())


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_let_go)


# --- an object as a lock -----------------------------------------------------------------------------------


class _ObjectLock:
    """An object of which its drive is sure once it is still there after a moment.

    *Why that moment*: an object store puts the last one in the place of the others, and tells nobody.
    """

    def __init__(self, store: Store, warnings: tuple[str, ...]) -> None:
        self.warnings = warnings
        self._store = store
        self._token = secrets.token_hex(8)
        self._started = _now()
        self._refreshed = time.monotonic()

    def take(self) -> bool:
        """Write it for the first time; False where another drive did so just now."""
        store, data = self._store, _described(self._started, self._token)
        if isinstance(store, LocalStore):
            if self.warnings:
                store.delete(LOCK)
            if not store.create(LOCK, data):
                return False
        else:
            store.write(LOCK, data)
        self._refreshed = time.monotonic()
        if self.warnings or not isinstance(store, LocalStore):
            _settle(store)
        return self.is_ours()

    def refresh(self) -> None:
        """Write the time, once a minute at most."""
        if time.monotonic() - self._refreshed < REFRESH_SECONDS:
            return
        if not self.is_ours():
            raise OutputError(f"another drive took over {self._store.name}; run the command again after it")
        self._refreshed = time.monotonic()
        self._store.write(LOCK, _described(self._started, self._token))

    def is_ours(self) -> bool:
        return _content(self._store).get("token") == self._token

    def release(self) -> None:
        with suppress(OutputError):
            if self.is_ours():
                self._store.delete(LOCK)


def _object_lock(store: Store) -> _ObjectLock:
    content = _content(store)
    if not content and store.exists(LOCK):
        _settle(store)  # it may just be being written
        content = _content(store)
    refreshed = _time(content.get("refreshed"))
    if refreshed and _now() - refreshed < STALE:
        raise OutputError(_held_text(store.name, content))
    warnings: tuple[str, ...] = ()
    if store.exists(LOCK):
        minutes = int(STALE.total_seconds() / 60)
        text = f"the lock of {_holder(content)} was not refreshed for {minutes} minutes; taken over"
        warnings = (f"warning: {store.name}: {text}",)
    lock = _ObjectLock(store, warnings)
    if not lock.take():
        raise OutputError(_held_text(store.name, _content(store)))
    return lock


def _settle(store: Store) -> None:
    time.sleep(getattr(store, "settle_seconds", SETTLE_SECONDS))


# --- what a lock says --------------------------------------------------------------------------------------


def _now() -> datetime.datetime:
    """The only clock of a drive; nothing that is printed or recorded depends on it."""
    return datetime.datetime.now().astimezone()


def _described(started: datetime.datetime | None = None, token: str = "") -> bytes:
    now = _now()
    times = {
        "started": (started or now).isoformat("T", "seconds"),
        "refreshed": now.isoformat("T", "seconds"),
    }
    who = {"process": os.getpid(), "host": socket.gethostname()}
    return (json.dumps({**who, **times, "token": token}) + "\n").encode()


def _content(store: Store) -> dict[str, Any]:
    with suppress(ValueError, RecursionError):
        data = json.loads(store.read(LOCK) or b"{}")
        return data if isinstance(data, dict) else {}
    return {}


def _time(value: Any) -> datetime.datetime | None:
    with suppress(ValueError, TypeError):
        found = datetime.datetime.fromisoformat(value)
        return found if found.tzinfo else found.astimezone()
    return None


def _holder(content: dict[str, Any]) -> str:
    if not isinstance(content.get("process"), int):
        return "another drive"
    return f"process {content['process']} on {ascii(content.get('host')).strip(chr(39))}"


def _held_text(name: str, content: dict[str, Any]) -> str:
    """Who holds the folder, since when, and what to do."""
    started = _time(content.get("started"))
    since = ""
    if started:
        minutes = max(0, int((_now() - started).total_seconds() / 60))
        ago = "1 minute" if minutes == 1 else f"{minutes} minutes"
        since = f", since {started.astimezone():%H:%M} ({ago} ago)"
    who = f": {_holder(content)}{since}" if content.get("process") else ""
    return f"another drive is writing to {name}{who}; wait for it, or name another folder with --out"
