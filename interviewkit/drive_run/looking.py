"""A folder that is only looked at: what a dry run does to its files does not happen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from interviewkit.drive_folder.store import Stamp, Store


@dataclass(frozen=True)
class LookedAtStore:
    """Another store as it is. See `Store` for what the methods do."""

    store: Store

    @property
    def name(self) -> str:
        """As the other's."""
        return self.store.name

    @property
    def ignores_case(self) -> bool:
        """As the other does."""
        return self.store.ignores_case

    @property
    def appends(self) -> bool:
        """As the other does."""
        return self.store.appends

    def write(self, path: str, data: bytes, *, durable: bool = False) -> Stamp:  # noqa: ARG002
        """Not done."""
        return len(data), 0

    def append(self, path: str, data: bytes) -> None:
        """Not done."""

    def delete(self, path: str) -> None:
        """Not done."""

    def move(self, path: str, new: str) -> None:
        """Not done."""

    def read(self, path: str) -> bytes | None:
        """The bytes."""
        return self.store.read(path)

    def sha256(self, path: str) -> str | None:
        """The digest."""
        return self.store.sha256(path)

    def exists(self, path: str) -> bool:
        """Is anything there?"""
        return self.store.exists(path)

    def size_and_time(self, path: str) -> Stamp | None:
        """The stamp."""
        return self.store.size_and_time(path)

    def are_all(self, paths: Sequence[str], sizes: Sequence[int], times: Sequence[int]) -> bool:
        """Does every file have its stamp?"""
        return self.store.are_all(paths, sizes, times)

    def looks(self) -> Callable[[str], Stamp | None]:
        """A quick way to ask for many stamps."""
        return self.store.looks()

    def list(self, prefix: str = "") -> list[str]:
        """All files below a folder."""
        return self.store.list(prefix)


@dataclass(frozen=True)
class NoLock:
    """Who only looks keeps nobody out."""

    warnings: tuple[str, ...] = ()

    def refresh(self) -> None:
        """Nothing is held."""
