"""`make bench`: what InterviewKit costs beside the tools it stands on, as ratios inside one run.

docs/performance.md says how each of them is measured.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.basics import bench_build, bench_check, bench_help, bench_start
from benchmarks.bench import Bench
from benchmarks.cards import bench_packs, bench_sheets, bench_size
from benchmarks.figures import Figure, as_json
from benchmarks.machine import machine
from benchmarks.processes import bench_cold, bench_growth, bench_memory, bench_rerun

BENCHES: dict[str, Callable[[Bench], Figure]] = {
    "sheets": bench_sheets,
    "packs": bench_packs,
    "size": bench_size,
    "rerun": bench_rerun,
    "growth": bench_growth,
    "cold": bench_cold,
    "build": bench_build,
    "memory": bench_memory,
    "help": bench_help,
    "start": bench_start,
    "check": bench_check,
}
LARGE = frozenset(("growth",))
"""These take minutes."""


def main() -> None:
    """Print every measurement; exit code 0 whatever the figures: they are for reading."""
    options = _options()
    wanted = options.only or [name for name in BENCHES if options.large or name not in LARGE]
    own = machine()
    if not options.json:
        print("  ".join(f"{name}: {value}" for name, value in own.items()), flush=True)
    figures = {}
    with tempfile.TemporaryDirectory(prefix="interviewkit-bench-") as folder:
        for name, figure in _measured(wanted, Bench(Path(folder), options.runs, options.candidates)):
            figures[name] = figure
            if not options.json:
                print(f"\n{name}: {figure}", flush=True)
    if options.json:
        print(as_json(own, figures))


def _measured(names: list[str], bench: Bench) -> Iterator[tuple[str, Figure]]:
    for name in names:
        print(f"measuring {name} …", end="\r", file=sys.stderr, flush=True)
        yield name, BENCHES[name](bench)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.splitlines()[0])
    parser.add_argument("--only", nargs="+", choices=list(BENCHES), metavar="NAME", help=", ".join(BENCHES))
    parser.add_argument("--runs", type=count, default=3, help="repeats of each measurement, default 3")
    parser.add_argument(
        "--candidates", type=count, default=500, help="candidates of the drive, four sheets each; 500"
    )
    parser.add_argument("--large", action="store_true", help="measure growth as well: it takes minutes")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    return parser.parse_args()


def count(text: str) -> int:
    """A number from 1 on, as it is typed."""
    number = int(text)
    if number < 1:
        raise ValueError
    return number


if __name__ == "__main__":
    main()
