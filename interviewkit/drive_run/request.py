"""What is asked of a drive, and what comes of it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from interviewkit.models.drive_outcome import DriveOutcome
from interviewkit.print_options import PrintOptions


@dataclass(frozen=True)
class DriveRequest:
    """What the user asked for.

    `out` is a folder or a URL that fsspec knows. `only` names an opening, or an opening and a candidate
    (`OPENING/CANDIDATE`). `since` asks for packs of what is newer than that run, `last` for this run's.
    """

    drive: Path
    out: str
    options: PrintOptions
    only: str = ""
    force: bool = False
    dry_run: bool = False
    prune: bool = False
    since: int | Literal["last"] | None = None


@dataclass(frozen=True)
class DriveReport:
    """What was done: every opening, lines about the input (`problems` make a drive fail, `warnings` do not).

    `made` counts files that were written, `kept` are the user's files that were put aside under another name
    or left as they are, `stale` those that belong to nothing in the drive any more, `pruned` of these were
    removed. With `dry_run`, `made` are the files that would be written. `delta` are the packs of what is new.
    `first` is what to open first, `then` what to print, empty where there is none.
    """

    outcome: DriveOutcome
    out: str
    problems: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    made: int = 0
    kept: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    pruned: tuple[str, ...] = ()
    delta: tuple[str, ...] = ()
    unchanged: bool = False
    dry_run: bool = False
    first: str = ""
    then: str = ""

    @property
    def failed(self) -> bool:
        """Did any opening fail, or any row belong to none?"""
        return bool(self.problems) or any(opening.reasons for opening in self.outcome.openings)


class Progress(Protocol):
    """Who is told how far a drive is; all calls come from one thread."""

    def begin(self, openings: int, sheets: int) -> None:
        """So many openings and sheets are to be made."""
        ...

    def step(self, what: str) -> None:
        """What is being done now, such as `print packs`."""
        ...

    def opening_done(self, opening: str, status: str) -> None:
        """An opening is finished: `built`, `unchanged` or `failed`."""
        ...

    def sheets_done(self, number: int) -> None:
        """So many more sheets are finished."""
        ...
