"""`build`, `help`, `check`, `start`: one kit in this process, and what a short command costs."""

import statistics
import sys
from collections.abc import Callable

from benchmarks.bare import bare_weasyprint
from benchmarks.bench import Bench
from benchmarks.figures import Figure, Ratio, Value
from benchmarks.kit import build_example, example_pages
from benchmarks.lines import LINES, check_lines, split_lines
from benchmarks.measure import seconds, wall_seconds

BUILD, HELP = 1.0, 2.0
EMPTY_CLICK = [sys.executable, "-c", "import click\n@click.group()\ndef cli(): pass\ncli()", "--help"]
SHORT = 4
"""Short commands are repeated so many times as often as `--runs` says."""


def bench_build(bench: Bench) -> Figure:
    """One process builds the example's kit, against WeasyPrint alone on the same pages, both warm."""
    pages = list(example_pages().values())
    build_example(bench.empty("warm"))
    bare_weasyprint(pages)
    what = f"the example's kit of {len(pages)} documents, in one process"
    return _compared(
        what,
        ("build", lambda: build_example(bench.empty("build")), lambda: bare_weasyprint(pages)),
        bench.runs,
        BUILD,
    )


def bench_help(bench: Bench) -> Figure:
    """`interviewkit --help` against a click program that does nothing, as processes."""
    ours = [sys.executable, "-m", "interviewkit", "--help"]
    return _compared(
        "--help against an empty click program, as processes",
        ("--help", lambda: wall_seconds(ours), lambda: wall_seconds(EMPTY_CLICK)),
        SHORT * bench.runs,
        HELP,
    )


def bench_check(bench: Bench) -> Figure:
    """A list checked against the same lines split into words, in this process."""
    check_lines()
    what = f"{len(LINES):,} lines checked against split into words, in one process"
    return _compared(what, ("check", check_lines, split_lines), bench.runs)


def bench_start(bench: Bench) -> Figure:
    """`interviewkit check` of one line against a click program that does nothing, as processes."""
    path = bench.empty("start") / "one.txt"
    path.write_text("How would you find out why a run was slow?\n", encoding="utf-8")
    ours = [sys.executable, "-m", "interviewkit", "check", str(path)]
    return _compared(
        "check of one line against an empty click program, as processes",
        ("check", lambda: wall_seconds(ours), lambda: wall_seconds(EMPTY_CLICK)),
        SHORT * bench.runs,
    )


def _compared(
    what: str,
    calls: tuple[str, Callable[[], object], Callable[[], object]],
    runs: int,
    goal: float | None = None,
) -> Figure:
    """Our call and the other one in turn; their middle times."""
    name, ours, base = calls
    times = [(seconds(ours), seconds(base)) for _ in range(runs)]
    own, other = (statistics.median(column) for column in zip(*times, strict=True))
    values = (Value(name, own, "s"), Value("against it", other, "s"))
    return Figure(what, (Ratio("of its time", own / other, goal),), values)
