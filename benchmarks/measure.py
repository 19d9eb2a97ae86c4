"""Clocks and memory of a call or a process."""

import os
import subprocess
import time
from collections.abc import Callable

KILOBYTE_PER_MEGABYTE = 1024


def seconds(action: Callable[[], object]) -> float:
    """Wall seconds of a call."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def wall_seconds(command: list[str]) -> float:
    """Wall seconds of a process that must succeed."""
    return seconds(lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL))


def peak_megabytes(command: list[str]) -> float:
    """Peak resident memory of a process that must succeed, in MB (Linux counts kB, macOS bytes)."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{command} ended with {process.returncode}")
    scale = KILOBYTE_PER_MEGABYTE if os.uname().sysname != "Darwin" else KILOBYTE_PER_MEGABYTE**2
    return usage.ru_maxrss / scale
