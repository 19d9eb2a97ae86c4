"""How many cores there are to work with."""

import os


def usual_jobs() -> int:
    """As many jobs as this process may use cores."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
