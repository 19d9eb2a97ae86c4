"""Clocks and memory of a call, a process, or a process with all its children."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

KILOBYTES_PER_MEGABYTE = 1024
POLL_SECONDS = 0.05
STARTER = """\
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def seconds(action: Callable[[], object]) -> float:
    """Wall seconds of a call."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def wall_seconds(command: list[str]) -> float:
    """Wall seconds of a process that must succeed."""
    return ran(command).seconds


def peak_megabytes(command: list[str]) -> float:
    """Peak resident memory of a process that must succeed, in MB (Linux counts kB, macOS bytes).

    A small process starts it: until it has loaded its own program, a child counts its parent's memory. Of its
    own children it counts the largest, not their sum.
    """
    starter = [sys.executable, "-c", STARTER, *command]
    done = subprocess.run(starter, check=True, stdout=subprocess.PIPE, text=True)
    scale = KILOBYTES_PER_MEGABYTE if sys.platform != "darwin" else KILOBYTES_PER_MEGABYTE**2
    return int(done.stdout) / scale


@dataclass(frozen=True)
class Ran:
    """A process that has ended: wall seconds, and the peak of its whole tree in MB where that was watched."""

    seconds: float
    megabytes: float


def ran(command: list[str], *, watched: bool = False) -> Ran:
    """A process that must succeed; RuntimeError with what it said where it does not.

    Where it is `watched`, with the peak memory of it and all below it, looked at every 50 ms: the sum of each
    one's proportional share (PSS), so that pages which several processes share count once. Linux only.
    """
    with tempfile.TemporaryFile() as said:
        start, peak = time.perf_counter(), 0.0
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said) as process:
            while watched and process.poll() is None:
                peak = max(peak, sum(_share(each) for each in _tree(process.pid)))
                time.sleep(POLL_SECONDS)
        taken = time.perf_counter() - start
        if process.returncode:
            said.seek(0)
            words = said.read().decode(errors="replace").strip()
            raise RuntimeError(f"exit code {process.returncode} of {' '.join(command)}\n{words}")
    return Ran(taken, peak / KILOBYTES_PER_MEGABYTE)


def _tree(root: int) -> list[int]:
    """The process and all below it."""
    found = [root]
    for process in found:
        for path in Path("/proc", str(process), "task").glob("*/children"):
            with suppress(OSError):
                found += map(int, path.read_text().split())
    return found


def _share(process: int) -> int:
    """The proportional share of memory of a process in kB; 0 where it has gone meanwhile."""
    try:
        lines = Path("/proc", str(process), "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
