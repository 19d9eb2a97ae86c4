"""The progress of a drive as two bars at the bottom of the terminal; they disappear at the end."""

import datetime
from collections.abc import Iterator
from types import TracebackType
from typing import Self, TextIO

from rich.console import Console
from rich.progress import BarColumn, ProgressColumn, Task
from rich.progress import Progress as Bars
from rich.table import Column
from rich.text import Text

BAR_WIDTH = 28
REDRAWS_PER_SECOND = 5


class RichProgress:
    """One bar for openings with the current step, one for sheets with their rate and the time left."""

    def __init__(self, stream: TextIO) -> None:
        self._bars = Bars(
            _Words(),
            BarColumn(BAR_WIDTH),
            _Count(),
            _Note(Column(no_wrap=True)),
            console=Console(file=stream),
            refresh_per_second=REDRAWS_PER_SECOND,
            transient=True,
            redirect_stdout=False,
        )
        self._openings = self._bars.add_task("openings", total=None, step="")
        self._sheets = self._bars.add_task("sheets", total=None, visible=False)

    def __enter__(self) -> Self:
        self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bars.stop()

    def begin(self, openings: int, sheets: int) -> None:
        """So many openings and sheets are to be made; the rate counts from here."""
        self._bars.update(self._openings, total=openings)  # some have failed before, and count
        self._bars.reset(self._sheets, total=sheets, visible=sheets > 0)

    def step(self, what: str) -> None:
        """What is being done now."""
        self._bars.update(self._openings, step=what)

    def opening_done(self, opening: str, status: str) -> None:  # noqa: ARG002 - the table at the end tells
        """An opening is finished."""
        self._bars.advance(self._openings)

    def sheets_done(self, number: int) -> None:
        """So many more sheets are finished."""
        self._bars.advance(self._sheets, number)


class _Words(ProgressColumn):
    """What the bar counts."""

    def render(self, task: Task) -> Text:
        return Text(task.description)


class _Count(ProgressColumn):
    """Such as 120/480; nothing until it is known how many there will be."""

    def render(self, task: Task) -> Text:
        return Text("" if task.total is None else f"{task.completed:.0f}/{task.total:.0f}")


class _Note(ProgressColumn):
    """The current step, or rate and time left."""

    def render(self, task: Task) -> Text:
        return Text(task.fields["step"] if "step" in task.fields else ", ".join(_pace(task)))


def _pace(task: Task) -> Iterator[str]:
    if task.speed:
        yield f"{task.speed:.0f} sheets/s"
    if task.time_remaining:
        yield f"{datetime.timedelta(seconds=task.time_remaining)} left"
