"""Work spread over the cores: pure functions of plain data, each result in the order of its input.

*Why* not threads: laying out pages holds Python's global lock.
"""

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from multiprocessing import connection, resource_tracker
from types import TracebackType
from typing import Any, Protocol, Self, TypeVar

from interviewkit.errors import InputError, OutputError

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")

ATTEMPTS = 3
"""So often a job is tried whose worker died; then it is the job's fault."""

AHEAD = 8
"""So many jobs per worker are handed out before the first result is waited for."""

SECONDS_TO_START = 0.02
"""So long whoever is interrupted waits for a worker that is starting."""

PRELOADED = "interviewkit.preloaded"
"""What every worker needs: loaded once, by the process that they are forked from."""


class WorkerDiedError(Exception):
    """A worker process died three times at the same job."""

    def __init__(self) -> None:
        super().__init__("a worker process died three times at this: for want of memory? try --jobs 1")


@dataclass(frozen=True)
class Failure:
    """What became of a job that has no result: InputError, OutputError or WorkerDiedError."""

    error: Exception


class Workers(Protocol):
    """Those who do the jobs."""

    @property
    def jobs(self) -> int:
        """How many jobs are done at once."""
        ...

    def start(self) -> None:
        """Let the workers get ready while the caller does something else."""
        ...

    def attempt(
        self, function: Callable[[ItemT], ResultT], items: Iterable[ItemT]
    ) -> Iterator[ResultT | Failure]:
        """The results in the order of the items, a failure in the place of one that there is not.

        Workers may begin before the first result is asked for.
        """
        ...


def results(workers: Workers, function: Callable[[ItemT], ResultT], items: Iterable[ItemT]) -> list[ResultT]:
    """All results in the order of the items; raises the first error, OutputError for a dead worker."""
    return [result_of(each) for each in workers.attempt(function, items)]


def result_of(result: ResultT | Failure) -> ResultT:
    """The result where there is one; raises what became of the job, OutputError for a dead worker."""
    if isinstance(result, Failure):
        dead = isinstance(result.error, WorkerDiedError)
        raise OutputError(str(result.error)) if dead else result.error
    return result


class OneProcess:
    """Everything in this process, one job after the other."""

    jobs = 1

    def start(self) -> None:
        """Nobody has to get ready."""

    def attempt(
        self, function: Callable[[ItemT], ResultT], items: Iterable[ItemT]
    ) -> Iterator[ResultT | Failure]:
        """The results in the order of the items, a failure in the place of one that there is not."""
        for item in items:
            try:
                result: ResultT | Failure = function(item)
            except (InputError, OutputError) as error:
                result = Failure(error)
            yield result


class Processes:
    """Worker processes on this machine, started with the first job.

    *Why a clerk*: a thread that hands over jobs, and starts processes for them. Ctrl-C reaches the main
    thread alone, which therefore never leaves a process behind that is half started.
    """

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs
        self._clerk = ThreadPoolExecutor(1, initializer=_block_interrupts)
        self._busy = threading.Lock()
        self._pool: ProcessPoolExecutor | None = None
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close(at_once=kind is not None)

    def start(self) -> None:
        """Let the workers get ready while the caller does something else."""
        for _ in range(self.jobs):
            self._clerk.submit(self._hand_over, _nothing, None)

    def attempt(
        self, function: Callable[[ItemT], ResultT], items: Iterable[ItemT]
    ) -> Iterator[ResultT | Failure]:
        """The results in the order of the items, a failure in the place of one that there is not.

        So many items are taken ahead as keep the workers busy, the first of them at once: a long list of them
        is never held.
        """
        coming = iter(items)
        waiting = deque(self._job(function, item) for item in islice(coming, AHEAD * self.jobs))
        return self._results(function, coming, waiting)

    def _results(
        self, function: Callable[[ItemT], ResultT], coming: Iterator[ItemT], waiting: "deque[_Job]"
    ) -> Iterator[ResultT | Failure]:
        for item in coming:
            waiting.append(self._job(function, item))
            yield self._result(waiting.popleft())
        while waiting:
            yield self._result(waiting.popleft())

    def _job(self, function: Callable[[ItemT], ResultT], item: ItemT) -> "_Job":
        return _Job(function, item, self._submit(function, item))

    def close(self, *, at_once: bool = False) -> None:
        """End the workers: after their jobs, or at once."""
        self._clerk.shutdown(wait=not at_once, cancel_futures=at_once)
        while not self._busy.acquire(timeout=SECONDS_TO_START if at_once else -1):
            _kill_server()  # the clerk is waiting for it
        pool, self._pool, self._closed = self._pool, None, True
        self._busy.release()
        if pool is None:
            return
        if at_once:
            _kill(pool)
        pool.shutdown(wait=not at_once, cancel_futures=True)

    def _submit(self, function: Callable[[Any], Any], item: Any) -> "Future[Any]":
        return self._clerk.submit(self._hand_over, function, item).result()

    def _hand_over(self, function: Callable[[Any], Any], item: Any) -> "Future[Any]":
        """Give a job to the pool; to a new one where there is none, or a worker of it died."""
        with self._busy:
            if self._closed:
                raise CancelledError
            if self._pool is None:
                self._pool = _new_pool(self.jobs)
            try:
                return self._pool.submit(function, item)
            except BrokenProcessPool:
                self._pool = _new_pool(self.jobs)
                return self._pool.submit(function, item)

    def _result(self, job: "_Job") -> Any:
        """The result of a job; where a worker died, all jobs that it had are given to others."""
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return job.future.result()
            except BrokenProcessPool:
                if attempt < ATTEMPTS:
                    job.future = self._submit(job.function, job.item)
            except (InputError, OutputError) as error:
                return Failure(error)
        return Failure(WorkerDiedError())


@dataclass
class _Job:
    """A job and the future that has its result."""

    function: Callable[[Any], Any]
    item: Any
    future: "Future[Any]"


def _new_pool(jobs: int) -> ProcessPoolExecutor:
    """A pool whose processes have loaded what printing needs, and leave it to their parent to stop them."""
    if sys.platform == "linux":
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload([PRELOADED])
    else:
        context = multiprocessing.get_context("spawn")  # type: ignore[assignment]
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin_work)


def _block_interrupts() -> None:
    """Let no process that this thread starts hear of Ctrl-C, from its first moment on.

    *Why the tracker first*: Python starts it as well, and then lets interrupts through.
    """
    if sys.platform != "win32":
        resource_tracker.ensure_running()
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


def _begin_work() -> None:
    """In a worker: it leaves Ctrl-C to its parent, and ends when that is gone, however it ended.

    What was loaded before is no garbage: it need not be looked at, nor copied because somebody looked.
    """
    gc.freeze()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)


def _nothing(_item: object) -> None:
    return None


def _kill(pool: ProcessPoolExecutor) -> None:
    """Kill the pool's processes: nobody waits for what they do."""
    for process in list((getattr(pool, "_processes", None) or {}).values()):
        process.kill()


def _kill_server() -> None:
    """Kill the process that forks the workers: it may just be about to fork another."""
    if sys.platform == "linux":
        from multiprocessing import forkserver

        server = getattr(getattr(forkserver, "_forkserver", None), "_forkserver_pid", None)
        if server is not None:
            with suppress(ProcessLookupError):
                os.kill(server, signal.SIGKILL)


@contextmanager
def open_workers(jobs: int) -> Iterator["Workers"]:
    """So many workers; with an exception they are stopped at once."""
    if jobs == 1:
        yield OneProcess()
    else:
        with Processes(jobs) as workers:
            yield workers


def chunked(items: Sequence[ItemT], size: int) -> Iterator[Sequence[ItemT]]:
    """The items in runs of at most `size`."""
    return (items[start : start + size] for start in range(0, len(items), size))
