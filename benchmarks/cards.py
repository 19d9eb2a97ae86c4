"""`sheets`, `packs` and `size`: the scorecards of a drive, each its own file, and all in print packs."""

import shutil
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.bench import WORKERS, Bench
from benchmarks.drives import OpenDrive, open_drive
from benchmarks.figures import Figure, Ratio, Value
from benchmarks.measure import seconds
from benchmarks.rivals import Sample, typst_compiler, warm_chromium
from interviewkit.drive_packs.cover_pages import CoverPress
from interviewkit.drive_run.kits import print_kits
from interviewkit.drive_run.packs import plan_drive_packs, print_drive_packs
from interviewkit.drive_run.prepared import PreparedOpening
from interviewkit.drive_run.progress import QuietProgress
from interviewkit.drive_run.sheets import Cards, cards_of, print_cards
from interviewkit.workers import OneProcess, Processes, Workers, results

OVER_LOOP, OVER_TYPST, PACKS_OVER_LOOP, LARGEST_SHEET = 60, 3, 250, 80
BYTES_PER_KB = 1000
GET_READY = 0.2
"""Seconds that every worker is kept busy, so that all are there before the clock starts."""


@contextmanager
def ready_workers(number: int) -> Iterator[Workers]:
    """Workers that have started and laid nothing out yet."""
    with Processes(number) as workers:
        workers.start()
        results(workers, time.sleep, [GET_READY] * number)
        yield workers


def print_sheets(opening: PreparedOpening, out: Path, workers: Workers) -> None:
    """What a drive does for its scorecards: masters, words, then every sheet in a file of its own."""
    with open_drive(opening, out) as drive:
        cards = cards_of(drive.kit, opening.sheets, drive.folder)
        print_cards([cards], drive.folder, workers, QuietProgress())


def bench_sheets(bench: Bench) -> Figure:
    """All sheets, against the same sheets made in other ways."""
    opening, ours = bench.opening, []
    for _ in range(bench.runs):
        out = bench.empty("sheets")
        with ready_workers(WORKERS) as workers:
            ours.append(seconds(lambda out=out, workers=workers: print_sheets(opening, out, workers)))  # type: ignore[misc]
    number, middle = len(opening.sheets), statistics.median(ours)
    started = time.process_time()
    alone = seconds(lambda: print_sheets(opening, bench.empty("alone"), OneProcess()))
    processor = (time.process_time() - started) / number
    shutil.rmtree(bench.folder / "alone")
    rivals = {
        "the plain WeasyPrint loop": (bench.loop, OVER_LOOP),
        "typst-py, one reused compiler": (typst_compiler(opening, bench.empty("typst")), OVER_TYPST),
        "headless Chromium, warm": (warm_chromium(opening, bench.empty("chromium")), None),
    }
    measured = {name: (sample, goal) for name, (sample, goal) in rivals.items() if sample is not None}
    return Figure(
        what=f"{number:,} scorecards, each its own file: ours with {WORKERS} workers, the others one process",
        ratios=tuple(
            ratio
            for name, (sample, goal) in measured.items()
            for ratio in _against(name, sample, number / middle, number / alone, goal)
        ),
        values=(
            Value(f"a sheet, ours, {WORKERS} workers", 1000 * middle / number, "ms"),
            Value("a sheet, ours, one process", 1000 * alone / number, "ms"),
            *(Value(f"a sheet, {name}", 1000 * sample.each, "ms") for name, (sample, _) in measured.items()),
        ),
        notes=(
            f"ours: from the prepared opening to the last file, {middle:.2f} s; workers had started",
            f"ours, one process: {1000 * processor:.1f} ms of processor time a sheet",
            *(
                f"{name}: {sample.words if sample else 'not on this machine'}"
                for name, (sample, _) in rivals.items()
            ),
        ),
    )


def _against(
    name: str, sample: Sample, rate: float, rate_alone: float, goal: float | None
) -> Iterator[Ratio]:
    """How many times faster sheets are made so many a second, with all workers and by one process."""
    against = f"{WORKERS} workers against 1 process of {name}"
    yield Ratio(against, rate * sample.each, goal, at_least=True, times=True)
    yield Ratio("… with one worker", rate_alone * sample.each, times=True)


@dataclass(frozen=True)
class _PackTimes:
    """Seconds to lay out masters and words, seconds to make the packs of them."""

    layout: float
    packs: float


def bench_packs(bench: Bench) -> Figure:
    """All scorecards in print packs, masters and words laid out in the same measurement."""
    times, alone = _made_packs(bench)
    number = len(bench.opening.sheets)
    middle = statistics.median(each.layout + each.packs for each in times)
    packs = statistics.median(each.packs for each in times)
    only = alone.layout + alone.packs
    files = list((bench.packs / "print-packs").rglob("*.pdf"))
    loop = "1 process of the plain WeasyPrint loop"
    return Figure(
        what=f"{number:,} scorecards in {len(files)} print packs: ours with {WORKERS} workers",
        ratios=(
            Ratio(
                f"{WORKERS} workers against {loop}",
                bench.loop_seconds / middle,
                PACKS_OVER_LOOP,
                at_least=True,
                times=True,
            ),
            Ratio("… with one worker", bench.loop_seconds / only, times=True),
            Ratio("… the packs alone, masters and words being there", bench.loop_seconds / packs, times=True),
        ),
        values=(
            Value("all, masters and words laid out", middle, "s"),
            Value("the packs alone", packs, "s"),
            Value("a card, all told", 1000 * middle / number, "ms"),
        ),
        notes=("guides and work samples, which lie in the packs, were printed before",),
    )


def _made_packs(bench: Bench) -> tuple[list[_PackTimes], _PackTimes]:
    """The packs made several times by all workers, then once by this process; the files stay."""
    with open_drive(bench.opening, bench.empty("packs")) as drive:
        with ready_workers(WORKERS) as workers:
            print_kits([drive.kit], drive.folder, workers)
        drive.folder.force = True
        found = []
        for _ in range(bench.runs):
            with ready_workers(WORKERS) as workers:
                found.append(_print_packs(drive, workers))
        return found, _print_packs(drive, OneProcess())


def _print_packs(drive: OpenDrive, workers: Workers) -> _PackTimes:
    """What a drive does for its packs where no sheet is wanted as a file."""
    sheets, folder = drive.kit.opening.sheets, drive.folder
    start = time.perf_counter()
    prepared = drive.kit.opening.prepared
    plans = plan_drive_packs(prepared.kit.title, [drive.kit], folder, prepared.look.language)
    cards = Cards(drive.kit, [], [])
    cards.need([sheet.id for sheet in sheets])
    print_cards([cards], folder, workers, QuietProgress())
    middle = time.perf_counter()
    press = CoverPress(prepared.language, prepared.assets.folders)
    print_drive_packs(plans, [cards], press, folder, workers)
    return _PackTimes(middle - start, time.perf_counter() - middle)


def bench_size(bench: Bench) -> Figure:
    """Bytes of a sheet's file, and what a card adds to a pack."""
    out = bench.folder / "sheets"
    if not out.exists():
        print_sheets(bench.opening, out, OneProcess())
    if not bench.packs.exists():
        _made_packs(Bench(bench.folder, 0, bench.candidates))
    sheets = [path.stat().st_size / BYTES_PER_KB for path in out.rglob("scorecards/*/*.pdf")]
    packs = sum(path.stat().st_size for path in bench.packs.rglob("print-packs/interviewers/*.pdf"))
    number = len(bench.opening.sheets)
    return Figure(
        what=f"bytes of {number:,} scorecards",
        ratios=(Ratio("kB, the largest sheet", max(sheets), LARGEST_SHEET),),
        values=(
            Value("a sheet, the middle one", statistics.median(sheets), "kB"),
            Value("a card in a pack, with its share of everything", packs / number / BYTES_PER_KB, "kB"),
        ),
    )
