"""A folder on this machine. A file appears under its name when it is complete, by a rename."""

import errno
import hashlib
import os
import secrets
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path

from interviewkit.drive_folder.store import TEMPORARY, Stamp, checked
from interviewkit.drive_folder.trouble import ELSEWHERE, explained
from interviewkit.errors import OutputError, ValueT

_OWN_FILE = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
"""Bytes as they are, in no file that a link leads to, for no other program."""

_ATTEMPTS = 3
"""Another process may remove a folder that is empty just before a file gets into it."""


class LocalStore:
    """The files of a folder, which need not exist yet. See `Store` for what the methods do."""

    appends = True

    def __init__(self, folder: Path, name: str | None = None) -> None:
        self.name = name or str(folder)
        try:
            self.root = Path(os.path.realpath(folder))
        except (OSError, ValueError):
            raise OutputError(f"cannot use {self.name!a}: it is no name of a folder; {ELSEWHERE}") from None
        self._mark = secrets.token_hex(4)
        self._numbers = count(1)
        self._known_inside: set[str] = set()

    def __reduce__(self) -> tuple[type["LocalStore"], tuple[Path, str]]:
        return LocalStore, (self.root, self.name)

    @property
    def ignores_case(self) -> bool:
        """Tried with a name that is there; False where there is none with letters."""
        with suppress(OSError):
            for entry in (self.root, *self.root.iterdir()):
                other = entry.with_name(entry.name.swapcase())
                if other.name != entry.name:
                    return other.exists() and other.samefile(entry)
        return False

    def write(self, path: str, data: bytes, *, durable: bool = False) -> Stamp:
        """The file is written beside its place, then renamed."""
        target = self._place(path)
        with explained(self._shown(path)):
            temporary = self._place(f"{TEMPORARY}/{os.getpid()}-{self._mark}-{next(self._numbers)}")
            try:
                stamp = _write_new(temporary, data, durable=durable)
                with_folder(target, lambda: temporary.replace(target))
            except BaseException:
                with suppress(OSError):
                    temporary.unlink()
                raise
            if durable:
                _sync_folder(target.parent)
            return stamp

    def append(self, path: str, data: bytes) -> None:
        """One write at the end, so that lines of two processes never mix; never through a link."""
        with explained(self._shown(path)), open(self.opened(path, os.O_APPEND), "ab", 0) as file:  # noqa: PTH123
            while data:
                data = data[file.write(data) :]

    def opened(self, path: str, flags: int) -> int:
        """The descriptor of a file, which is made where there is none; OutputError where it is a link."""
        place, flags = self._place(path), os.O_RDWR | os.O_CREAT | flags | _OWN_FILE
        if place.is_symlink():
            text = f"cannot write {self._shown(path)}: it is a link"
            raise OutputError(f"{text}; remove it, or {ELSEWHERE}")
        with explained(self._shown(path)):
            return with_folder(place, lambda: os.open(place, flags, 0o666))

    def create(self, path: str, data: bytes) -> bool:
        """Write a file where there is none; False where there is one, or a link."""
        with explained(self._shown(path)):
            try:
                _write_new(self._place(path), data, durable=False)
            except FileExistsError:
                return False
        return True

    def read(self, path: str) -> bytes | None:
        """None where there is no file; OutputError where a link leads out of the folder."""
        place = self._place(path)
        if place.is_symlink() and not self._is_inside(place):
            raise OutputError(f"cannot read {self._shown(path)}: it is a link that leads out of the folder")
        with explained(self._shown(path)), suppress(FileNotFoundError, NotADirectoryError):
            return place.read_bytes()
        return None

    def sha256(self, path: str) -> str | None:
        """None where there is no file; a link is none, whatever it leads to."""
        place = self._place(path)
        with explained(self._shown(path)), suppress(FileNotFoundError):
            if place.is_file() and not place.is_symlink():
                with place.open("rb") as file:
                    return hashlib.file_digest(file, "sha256").hexdigest()
        return None

    def exists(self, path: str) -> bool:
        """Also a link that leads nowhere is something."""
        return os.path.lexists(self._place(path))

    def delete(self, path: str) -> None:
        """A link is removed, not what it leads to."""
        place = self._place(path)
        with explained(self._shown(path)), suppress(FileNotFoundError, NotADirectoryError):
            place.unlink()
        with suppress(OSError):
            for folder in place.relative_to(self.root).parents[:-1]:
                (self.root / folder).rmdir()

    def move(self, path: str, new: str) -> None:
        """The folder of the new name is made where it is missing."""
        place, target = self._place(path), self._place(new)
        with explained(self._shown(path)):
            with_folder(target, lambda: place.replace(target))

    def size_and_time(self, path: str) -> Stamp | None:
        """Of the link itself where it is one; None for a folder."""
        checked(path)
        try:
            found = (self.root / path).lstat()
        except (OSError, ValueError):
            return None
        return None if stat.S_ISDIR(found.st_mode) else (found.st_size, found.st_mtime_ns)

    def are_all(self, paths: Sequence[str], sizes: Sequence[int], times: Sequence[int]) -> bool:
        """As quick as the system answers: 2 µs a file."""
        start, look = f"{self.root}/", os.lstat
        try:
            for path, size, time in zip(paths, sizes, times, strict=True):
                found = look(start + path)
                if found.st_mtime_ns != time or found.st_size != size:
                    return False
        except (OSError, ValueError):
            return False
        return True

    def looks(self) -> Callable[[str], Stamp | None]:
        """This machine answers at once."""
        return self.size_and_time

    def list(self, prefix: str = "") -> list[str]:
        """Every file and link below the folder."""
        top = self._place(prefix) if prefix else self.root
        with explained(self._shown(prefix)):
            return sorted(_files_below(top, f"{prefix}/" if prefix else ""))

    def _shown(self, path: str) -> str:
        return f"{self.name}/{path}" if path else self.name

    def _place(self, path: str) -> Path:
        """Where the path is on the disk; OutputError where it leaves the folder, by itself or by a link."""
        folder = checked(path).rpartition("/")[0]
        if folder not in self._known_inside:
            if not self._is_inside(self.root / folder):
                text = f"cannot use {self._shown(path)}: a link there leads out of the folder"
                raise OutputError(f"{text}; put a folder in its place, or {ELSEWHERE}")
            self._known_inside.add(folder)
        return self.root / path

    def _is_inside(self, place: Path) -> bool:
        return Path(os.path.realpath(place)).is_relative_to(self.root)


def _write_new(place: Path, data: bytes, *, durable: bool) -> Stamp:
    with with_folder(place, lambda: place.open("xb")) as file:
        file.write(data)
        file.flush()
        if durable:
            os.fsync(file.fileno())
        found = os.fstat(file.fileno())
        return found.st_size, found.st_mtime_ns


def with_folder(place: Path, action: Callable[[], ValueT]) -> ValueT:
    """Do it; where the folder of the place is missing, make it and try again."""
    for _ in range(_ATTEMPTS):
        try:
            return action()
        except FileNotFoundError:
            place.parent.mkdir(parents=True, exist_ok=True)
    return action()


def _sync_folder(folder: Path) -> None:
    """Make a rename safe from a power cut, where the system can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _files_below(top: Path, prefix: str) -> Iterator[str]:
    waiting = [(str(top), prefix)]
    while waiting:
        folder, start = waiting.pop()
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append((entry.path, f"{start}{entry.name}/"))
                    else:
                        yield f"{start}{entry.name}"
        except OSError as error:
            if error.errno not in {errno.ENOENT, errno.ENOTDIR}:
                raise
