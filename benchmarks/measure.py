"""Clocks and memory of a call or a process."""

import subprocess
import sys
import time
from collections.abc import Callable

KILOBYTES_PER_MEGABYTE = 1024
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
    return seconds(lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL))


def peak_megabytes(command: list[str]) -> float:
    """Peak resident memory of a process that must succeed, in MB (Linux counts kB, macOS bytes).

    A small process starts it: until it has loaded its own program, a child counts its parent's memory.
    """
    starter = [sys.executable, "-c", STARTER, *command]
    done = subprocess.run(starter, check=True, stdout=subprocess.PIPE, text=True)
    scale = KILOBYTES_PER_MEGABYTE if sys.platform != "darwin" else KILOBYTES_PER_MEGABYTE**2
    return int(done.stdout) / scale
