"""What went wrong with a file, in one line that says what to do next."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from interviewkit.errors import OutputError

ELSEWHERE = "name another folder with --out"
AGAIN = "run the command again: what is finished stays"

_STEPS = {
    errno.ENOSPC: f"the disk is full; make room and {AGAIN}",
    errno.EDQUOT: f"your share of the disk is used up; make room and {AGAIN}",
    errno.EFBIG: f"the system allows no file of this size (`ulimit -f`); raise the limit and {AGAIN}",
    errno.EROFS: f"the disk can only be read; {ELSEWHERE}",
    errno.EACCES: f"you have no permission; {ELSEWHERE}",
    errno.EPERM: f"you have no permission; {ELSEWHERE}",
    errno.EISDIR: f"a folder stands where a file is needed; move it away, or {ELSEWHERE}",
    errno.ENOTDIR: f"a file stands where a folder is needed; move it away, or {ELSEWHERE}",
    errno.EEXIST: f"a file stands where a folder is needed; move it away, or {ELSEWHERE}",
    errno.ENAMETOOLONG: f"the name is too long for this disk; {ELSEWHERE}, with a shorter name",
    errno.ELOOP: f"links lead in a circle; replace them by folders, or {ELSEWHERE}",
    errno.ENOENT: f"the folder is gone; see that nobody moves or deletes it, and {AGAIN}",
    errno.ENODEV: f"the disk is gone; connect it and {AGAIN}",
    errno.ESTALE: f"the network folder is gone; connect it and {AGAIN}",
    errno.EIO: f"the disk reports a fault; check it, or {ELSEWHERE}",
    errno.EMFILE: f"too many files are open (`ulimit -n`); raise the limit and {AGAIN}",
    errno.EXDEV: f"a part of the folder is on another disk; {ELSEWHERE}",
}

_HELD = (5, 32, 33)
"""Windows: access denied, sharing violation, lock violation."""


@contextmanager
def explained(place: str) -> Iterator[None]:
    """Turn an OSError into an OutputError that names the place and the next step."""
    try:
        yield
    except OSError as error:
        raise OutputError(explanation(place, error)) from None


def explanation(place: str, error: OSError) -> str:
    """One line: what could not be done, why, and what to do."""
    if getattr(error, "winerror", None) in _HELD:
        return f"cannot change {place}: another program has it open; close it there and {AGAIN}"
    reason = " ".join((error.strerror or str(error) or type(error).__name__).split())
    return f"cannot use {place}: {_STEPS.get(error.errno or 0, f'{reason}; {ELSEWHERE}')}"
