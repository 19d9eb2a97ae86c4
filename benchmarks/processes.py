"""`rerun`, `growth`, `cold`, `memory`: our command as a process, as a user starts it."""

import shutil
import statistics
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks.bench import Bench
from benchmarks.drives import STAGES, write_drive
from benchmarks.figures import Figure, Ratio, Value
from benchmarks.kit import EXAMPLE, write_pages
from benchmarks.measure import peak_megabytes, ran, wall_seconds

OURS = [sys.executable, "-m", "interviewkit"]
BARE = [sys.executable, "-m", "benchmarks.bare"]
RERUN, COLD, MEMORY = 0.03, 0.65, 1.3
RERUNS = 3
"""So many unchanged reruns for each of `--runs`: they are short."""

GROWTH = 10
"""Each drive that grows has so many times as many sheets as the one before."""


def bench_rerun(bench: Bench) -> Figure:
    """A drive that is run again with nothing changed, against its first run."""
    command = _drive(bench.folder / "rerun", bench.candidates)
    first = wall_seconds(command)
    record = bench.folder / "rerun" / "out" / "drive.json"
    made = record.stat().st_mtime_ns
    again = [wall_seconds(command) for _ in range(RERUNS * bench.runs)]
    if record.stat().st_mtime_ns != made:
        raise RuntimeError("the second run of the drive found something to do")
    shutil.rmtree(bench.folder / "rerun")
    middle = statistics.median(again)
    return Figure(
        what=f"a drive of {STAGES * bench.candidates:,} sheets run again unchanged, as processes",
        ratios=(Ratio("of the first run's time", middle / first, RERUN),),
        values=(Value("the first run", first, "s"), Value("a rerun", middle, "s")),
    )


def _drive(folder: Path, candidates: int) -> list[str]:
    """The command that runs a new drive."""
    return [*OURS, "drive", str(write_drive(folder, candidates)), "--out", str(folder / "out")]


@dataclass(frozen=True)
class _Grown:
    """A drive of so many sheets: wall seconds, peak of all its processes in MB."""

    sheets: int
    seconds: float
    megabytes: float

    @property
    def each(self) -> float:
        """Milliseconds of a sheet."""
        return 1000 * self.seconds / self.sheets


def bench_growth(bench: Bench) -> Figure:
    """Seconds and memory of drives that grow tenfold twice."""
    if sys.platform != "linux":
        return Figure("growth: the memory of a process and its children is read from /proc, on Linux alone")
    least = max(1, bench.candidates // GROWTH)
    numbers = [least, GROWTH * least, GROWTH * GROWTH * least]
    small, usual, large = (_grown(bench.empty("growth"), number) for number in numbers)
    bench.empty("growth")
    more = {
        f"a sheet more, from {less.sheets:,} to {many.sheets:,}": 1000
        * (many.seconds - less.seconds)
        / (many.sheets - less.sheets)
        for less, many in ((small, usual), (usual, large))
    }
    return Figure(
        what="whole drives, as processes with the usual jobs",
        ratios=(
            Ratio(f"ms a sheet, {usual.sheets:,} against {small.sheets:,}", usual.each / small.each, 1),
            Ratio(f"ms a sheet, {large.sheets:,} against {usual.sheets:,}", large.each / usual.each, 1),
            Ratio(
                f"peak memory, {large.sheets:,} against {usual.sheets:,}",
                large.megabytes / usual.megabytes,
                MEMORY,
            ),
        ),
        values=(
            *(
                Value(f"a sheet of {run.sheets:,}, everything", run.each, "ms")
                for run in (small, usual, large)
            ),
            *(Value(what, value, "ms") for what, value in more.items()),
            *(Value(f"peak, {run.sheets:,} sheets", run.megabytes, "MB") for run in (small, usual, large)),
        ),
        notes=("memory: the sum over all processes of the drive, shared pages once (PSS), every 50 ms",),
    )


def _grown(folder: Path, candidates: int) -> _Grown:
    done = ran(_drive(folder, candidates), watched=True)
    return _Grown(STAGES * candidates, done.seconds, done.megabytes)


def bench_cold(bench: Bench) -> Figure:
    """`interviewkit build` of the example against a process that lays out the same pages with WeasyPrint."""
    pages = bench.empty("pages")
    number = write_pages(pages)
    ours, base = [], []
    for _ in range(bench.runs):
        ours.append(wall_seconds(_build(bench.empty("cold"))))
        base.append(wall_seconds([*BARE, str(pages)]))
    return Figure(
        what=f"the example's kit of {number} documents, as processes: build with its usual jobs",
        ratios=(
            Ratio(
                "against WeasyPrint alone on the same pages, one core",
                statistics.median(ours) / statistics.median(base),
                COLD,
            ),
        ),
        values=(
            Value("build", statistics.median(ours), "s"),
            Value("WeasyPrint alone", statistics.median(base), "s"),
        ),
    )


def _build(out: Path) -> list[str]:
    return [*OURS, "build", str(EXAMPLE), "--out", str(out)]


def bench_memory(bench: Bench) -> Figure:
    """Peak of a build by one process against that of WeasyPrint on the same pages."""
    pages = bench.empty("pages")
    write_pages(pages)
    ours = peak_megabytes([*_build(bench.empty("memory")), "--jobs", "1"])
    base = peak_megabytes([*BARE, str(pages)])
    return Figure(
        what="peak memory of a build with --jobs 1, as processes",
        ratios=(Ratio("against WeasyPrint alone on the same pages", ours / base),),
        values=(Value("build", ours, "MB"), Value("WeasyPrint alone", base, "MB")),
    )
