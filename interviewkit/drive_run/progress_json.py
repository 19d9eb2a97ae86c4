"""The progress of a drive as one JSON object per line: ids and numbers, never names."""

import json
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Any, Self, TextIO

SECONDS_BETWEEN = 0.2
"""At least so long after a line, the next one that only counts sheets is written."""


class JsonProgress:
    """Writes a line for the beginning, every step and opening, five a second for sheets, and one at the end.

    The last line's event is `finished`, or `stopped` where an exception ended the drive.
    """

    def __init__(self, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream = stream
        self._clock = clock
        self._began = clock()
        self._last_line = self._began
        self._openings = 0
        self._sheets = 0
        self._sheets_done = 0
        self._statuses: Counter[str] = Counter()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        seconds = round(self._clock() - self._began, 1)
        self._write("stopped" if kind else "finished", seconds=seconds, statuses=dict(self._statuses))

    def begin(self, openings: int, sheets: int) -> None:
        """So many openings and sheets are to be made; the rate counts from here."""
        self._began = self._clock()
        self._openings, self._sheets = openings, sheets
        self._write("begin")

    def step(self, what: str) -> None:
        """What is being done now."""
        self._write("step", step=what)

    def opening_done(self, opening: str, status: str) -> None:
        """An opening is finished."""
        self._statuses[status] += 1
        self._write("opening", opening=opening, status=status)

    def sheets_done(self, number: int) -> None:
        """So many more sheets are finished."""
        self._sheets_done += number
        if self._clock() - self._last_line >= SECONDS_BETWEEN:
            self._write("sheets")

    def _write(self, event: str, **more: Any) -> None:
        self._last_line = self._clock()
        counts = {
            "openings_done": self._statuses.total(),
            "openings": self._openings,
            "sheets_done": self._sheets_done,
            "sheets": self._sheets,
            "rate": self._rate(),
        }
        line = json.dumps({"event": event, **counts, **more})
        with suppress(OSError):  # whoever listened may be gone; the drive goes on
            self._stream.write(f"{line}\n")
            self._stream.flush()

    def _rate(self) -> float:
        """Sheets per second since the beginning."""
        seconds = self._last_line - self._began
        return round(self._sheets_done / seconds, 1) if seconds > 0 else 0.0
