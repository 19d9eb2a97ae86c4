"""Other ways to make the same sheets, each measured on a sample: one sheet after the other, one process."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.bare import Bare
from benchmarks.drives import SheetPages, spread
from interviewkit.drive_run.prepared import PreparedOpening
from interviewkit.models.sheet import Sheet

LOOP_SAMPLE, TYPST_SAMPLE, CHROMIUM_SAMPLE = 40, 200, 40


@dataclass(frozen=True)
class Sample:
    """Some sheets made: seconds of each by the clock, and of the processor on average."""

    clock: tuple[float, ...]
    processor: float

    @property
    def each(self) -> float:
        """Seconds of a sheet; all others of the drive are taken to need as much."""
        return statistics.fmean(self.clock)

    @property
    def drift(self) -> float:
        """Time of the second half over that of the first: about 1 where time grows with the number."""
        half = len(self.clock) // 2
        return sum(self.clock[half : 2 * half]) / sum(self.clock[:half])

    @property
    def words(self) -> str:
        """What is to be known of the sample."""
        return (
            f"sample of {len(self.clock)}, scaled to all; its second half took {self.drift:.2f} of the first;"
            f" {1000 * self.processor:.1f} ms of processor time a sheet"
        )


def sampled(make: Callable[[Sheet], bytes], sheets: Sequence[Sheet], out: Path) -> Sample:
    """Make the sheets and write them, one file each; a first one is not counted."""
    out.mkdir(parents=True, exist_ok=True)
    make(sheets[0])
    clock, started = [], time.process_time()
    for sheet in sheets:
        start = time.perf_counter()
        (out / f"{sheet.id}.pdf").write_bytes(make(sheet))
        clock.append(time.perf_counter() - start)
    return Sample(tuple(clock), (time.process_time() - started) / len(sheets))


def plain_loop(opening: PreparedOpening, out: Path) -> Sample:
    """WeasyPrint on the full page of every sheet."""
    pages, bare = SheetPages(opening.prepared), Bare()
    return sampled(lambda sheet: bare.pdf(pages.html(sheet)), spread(opening.sheets, LOOP_SAMPLE), out)


def typst_compiler(opening: PreparedOpening, out: Path) -> Sample | None:
    """One reused Typst compiler; None where the package is not installed."""
    try:
        from benchmarks.typst_cards import TypstCards
    except ImportError:
        return None
    cards = TypstCards(opening.prepared, opening.sheets, out / "project")
    return sampled(cards.pdf, spread(opening.sheets, TYPST_SAMPLE), out)


def warm_chromium(opening: PreparedOpening, out: Path) -> Sample | None:
    """One warm headless Chromium on the full page of every sheet; None where there is none that works.

    Its processor time is not ours to see: it is that of this process alone.
    """
    from benchmarks.chromium import BrowserError, Chromium
    from benchmarks.machine import browser

    path = browser()
    if path is None:
        return None
    pages, sheets = SheetPages(opening.prepared), spread(opening.sheets, CHROMIUM_SAMPLE)
    try:
        with Chromium(path, out / "browser") as chromium:
            return sampled(lambda sheet: chromium.pdf(pages.html(sheet)), sheets, out)
    except BrowserError:
        return None
