"""`make bench`: what InterviewKit costs beside the tools it stands on, as ratios inside one run.

build    `build_kit` of the example, in this process, against WeasyPrint alone on the same HTML
help     `interviewkit --help` against an empty click program, as processes
check    the checker over a list of 10,000 lines against splitting the same lines into words, in this process
start    `interviewkit check` of one line against an empty click program, as processes
memory   the peak of a build's process against the peak of a process that renders its largest document alone
"""

import argparse
import json
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.measure import peak_megabytes, seconds, wall_seconds

GOALS = {"build": 1.10, "help": 2.0}
EMPTY_CLICK = "import click\n@click.group()\ndef cli(): pass\ncli()"


def main() -> None:
    """Print one line per measurement; exit code 0 whatever the figures: they are for reading."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--runs", type=int, default=5, help="repeats of each measurement, default 5")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = {
            "build": bench_build(Path(folder), options.runs),
            "help": bench_help(options.runs * 4),
            "check": bench_check(options.runs),
            "start": bench_start(Path(folder), options.runs),
            "memory": bench_memory(Path(folder)),
        }
    if options.json:
        print(json.dumps(figures, indent=1))
        return
    for name, figure in figures.items():
        goal = f", goal ≤ {GOALS[name]:.2f}" if name in GOALS else ""
        print(
            f"{name:<8}{figure['ours']:9.3f} {figure['unit']} / {figure['base']:.3f} {figure['unit']}"
            f" = {figure['ratio']:.2f}{goal}   ({figure['what']})"
        )


def bench_build(folder: Path, runs: int) -> dict[str, object]:
    """Seconds to build the example's kit against WeasyPrint alone on the very same HTML; interleaved."""
    from benchmarks.kit import bare_weasyprint, build_example, kept_html

    pages = kept_html(folder / "html")
    build_example(folder / "warm")
    bare_weasyprint(pages)
    ours, base = [], []
    for run in range(runs):
        ours.append(seconds(lambda run=run: build_example(folder / f"run-{run}")))  # type: ignore[misc]
        base.append(seconds(lambda: bare_weasyprint(pages)))
    return _figure(ours, base, "s", f"a kit of {len(pages)} PDFs against WeasyPrint on its HTML")


def bench_help(runs: int) -> dict[str, object]:
    """Seconds of `interviewkit --help` against a click program that does nothing; interleaved."""
    ours, base = [], []
    for _ in range(runs):
        ours.append(wall_seconds([sys.executable, "-m", "interviewkit", "--help"]))
        base.append(wall_seconds([sys.executable, "-c", EMPTY_CLICK, "--help"]))
    return _figure(ours, base, "s", "--help against an empty click program")


def bench_check(runs: int) -> dict[str, object]:
    """Seconds to check a list against those to split it into words; interleaved."""
    from benchmarks.lines import LINES, check_lines, split_lines

    check_lines()
    ours, base = [], []
    for _ in range(runs):
        ours.append(seconds(check_lines))
        base.append(seconds(split_lines))
    return _figure(ours, base, "s", f"{len(LINES):,} lines checked against split into words")


def bench_start(folder: Path, runs: int) -> dict[str, object]:
    """Seconds to check a list of one line against a click program that does nothing; interleaved."""
    path = folder / "one.txt"
    path.write_text("How would you find out why a run was slow?\n", encoding="utf-8")
    ours, base = [], []
    for _ in range(runs):
        ours.append(wall_seconds([sys.executable, "-m", "interviewkit", "check", str(path)]))
        base.append(wall_seconds([sys.executable, "-c", EMPTY_CLICK, "--help"]))
    return _figure(ours, base, "s", "check of one line against an empty click program")


def bench_memory(folder: Path) -> dict[str, object]:
    """Peak memory of a build's process against a process that renders the same HTML with WeasyPrint alone."""
    from benchmarks.kit import BARE_PROGRAM, EXAMPLE

    build = [sys.executable, "-m", "interviewkit", "build", str(EXAMPLE), "--out", str(folder / "memory")]
    ours = peak_megabytes(build)
    base = peak_megabytes([sys.executable, "-c", BARE_PROGRAM, str(folder / "html")])
    return _figure([ours], [base], "MB", "peak memory of a build against WeasyPrint on its HTML")


def _figure(ours: list[float], base: list[float], unit: str, what: str) -> dict[str, object]:
    middle, below = statistics.median(ours), statistics.median(base)
    return {"ours": middle, "base": below, "ratio": middle / below, "unit": unit, "what": what}


if __name__ == "__main__":
    main()
