"""How far a drive is: bars on a terminal, lines for machines, or nothing."""

from contextlib import AbstractContextManager
from types import TracebackType
from typing import Literal, Self, TextIO

from interviewkit.drive_run.request import Progress

LogFormat = Literal["text", "json"]


class QuietProgress:
    """Tells nobody."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing is open."""

    def begin(self, openings: int, sheets: int) -> None:
        """So many openings and sheets are to be made."""

    def step(self, what: str) -> None:
        """What is being done now."""

    def opening_done(self, opening: str, status: str) -> None:
        """An opening is finished."""

    def sheets_done(self, number: int) -> None:
        """So many more sheets are finished."""


def open_progress(log_format: LogFormat, stream: TextIO) -> AbstractContextManager[Progress]:
    """Lines of JSON if asked for, bars if `stream` is a terminal, else nothing."""
    if log_format == "json":
        from interviewkit.drive_run.progress_json import JsonProgress

        return JsonProgress(stream)
    if stream.isatty():
        from interviewkit.drive_run.progress_rich import RichProgress

        return RichProgress(stream)
    return QuietProgress()
