"""The workers of a Dask cluster, as a drive sees them."""

import asyncio
import logging
import pickle
import secrets
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Any, Self

from interviewkit.drive_folder.store import TEMPORARY, Store, open_store
from interviewkit.drive_folder.trouble import AGAIN
from interviewkit.errors import OutputError
from interviewkit.project import Layers
from interviewkit.schedulers.job import Packed, Raised, Terms, digest, do, pickled, programs, trouble
from interviewkit.workers import AHEAD, ATTEMPTS, Failure, ItemT, ResultT, WorkerDiedError

SECONDS = 10
"""So long a scheduler is called, and a first worker waited for."""

PATIENCE = 60
"""So many seconds a drive waits for a new worker when the last one is gone."""


class ClusterWorkerDiedError(WorkerDiedError):
    """Workers of a cluster died at the same job, one after the other."""

    def __init__(self) -> None:
        Exception.__init__(self, "workers of the cluster died at this, again and again: for want of memory?")


class Cluster:
    """The workers of a scheduler, called with the first job. See `Workers` for what the methods do."""

    def __init__(self, url: str, layers: Layers, out: str) -> None:
        self._url, self._out = url, out
        folders = tuple(folder.absolute() for folder in (*layers.rubrics, *layers.templates))
        self._terms = Terms(secrets.token_hex(8), Path.cwd(), folders, tuple(map(digest, folders)))
        self._client: Any = None
        self._count = 0
        self._open = ExitStack()

    def __enter__(self) -> Self:
        self._open.enter_context(_quiet())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client = None
        self._open.close()

    @property
    def jobs(self) -> int:
        """The threads of all workers."""
        with self._reached():
            return sum(self._connected().nthreads().values())

    def start(self) -> None:
        """Call the scheduler, and see that all workers write where this machine does; raises OutputError."""
        store = open_store(self._out)
        place, mark = f"{TEMPORARY}/cluster-{self._terms.name}", secrets.token_bytes(16)
        store.write(place, mark)
        self._open.callback(_remove, store, place)
        self._terms = replace(self._terms, name=secrets.token_hex(8), store=store, place=place, mark=mark)
        if self._client is None:
            self._connected()
        else:
            self._ask(self._client)

    def attempt(
        self, function: Callable[[ItemT], ResultT], items: Iterable[ItemT]
    ) -> Iterator[ResultT | Failure]:
        """The results in the order of the items, a failure in the place of one that there is not.

        So many items are taken ahead as keep the workers busy: a long list of them is never held at once.
        """
        ahead = AHEAD * max(1, self.jobs)
        waiting: deque[Any] = deque()
        for item in items:
            waiting.append(self._submit(function, item))
            if len(waiting) > ahead:
                yield self._result(waiting.popleft())
        while waiting:
            yield self._result(waiting.popleft())

    def _submit(self, function: Callable[[Any], Any], item: Any) -> Any:
        self._count += 1
        key = f"{getattr(function, '__name__', 'job')}-{self._terms.name}-{self._count}"
        job = Packed(programs(), pickled((self._terms, function, item)))
        with self._reached():
            return self._connected().submit(do, job, key=key, pure=False, retries=ATTEMPTS - 1)

    def _result(self, future: Any) -> Any:
        """What came of a job."""
        from distributed import KilledWorker

        error = self._error(future)
        if isinstance(error, KilledWorker):
            return Failure(ClusterWorkerDiedError())
        if isinstance(error, OutputError):
            return Failure(error)
        if error is not None:
            raise error
        with self._reached():
            data = future.result()
        result = pickle.loads(data)  # noqa: S301 -- from a worker of our own
        if isinstance(result, Raised):
            result.error.add_note(result.trace)
            raise result.error
        return result

    def _error(self, future: Any) -> BaseException | None:
        """What was raised; waits until the job is done, or nobody is there any more who could do it."""
        alone = 0
        while alone < PATIENCE:
            with self._reached():
                try:
                    return future.exception(timeout=SECONDS)  # type: ignore[no-any-return]
                except TimeoutError:
                    alone = 0 if self._connected().nthreads() else alone + SECONDS
        raise OutputError(f"{self._url} has no workers any more; start some, then {AGAIN}")

    def _connected(self) -> Any:
        """The connection; with the first one, every worker is asked whether it keeps the terms."""
        if self._client is None:
            client = _connect(self._url, self._open.enter_context(_loop()))
            self._open.callback(_leave, client)
            self._ask(client)
            self._client = client
        return self._client

    def _ask(self, client: Any) -> None:
        """Raises OutputError with what one of the workers, or the scheduler, could not do."""
        with self._reached():
            try:
                client.wait_for_workers(1, timeout=SECONDS)
            except TimeoutError:
                text = f"{self._url} has no workers; start them with `dask worker {self._url} --nthreads 1`"
                raise OutputError(text) from None
            answers = client.run(trouble, Packed(programs(), pickled(self._terms)), on_error="return")
        for address, answer in sorted(answers.items()):
            if isinstance(answer, Exception):
                text = f"the worker at {address} cannot load InterviewKit: {_line(answer)}"
                raise OutputError(f"{text}; install the same on all machines, and start the workers again")
            if answer:
                raise OutputError(answer)
        try:
            client.run_on_scheduler(repr, Packed((), b""))
        except Exception as error:  # noqa: BLE001 -- whatever keeps it from loading ours
            text = f"the scheduler at {self._url} cannot load InterviewKit: {_line(error)}"
            raise OutputError(f"{text}; start it where the same is installed as here") from None

    @contextmanager
    def _reached(self) -> Iterator[None]:
        """Whatever Dask raises when the other side is gone: one line and the next step."""
        try:
            yield
        except OutputError:
            raise
        except Exception as error:
            text = f"lost the scheduler at {self._url}: {_line(error)}; see that it runs, then {AGAIN}"
            raise OutputError(text) from error


def _connect(url: str, loop: Any) -> Any:
    """A client of the scheduler; raises OutputError where none answers."""
    import distributed

    make: Callable[..., Any] = distributed.Client
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # other versions of what Dask needs: `_ask` is stricter
            return make(url, loop=loop, timeout=SECONDS, set_as_default=False)
    except Exception as error:  # noqa: BLE001 -- an address, a network, a certificate
        text = f"no scheduler answers at {url}: {_line(error)}"
        raise OutputError(f"{text}; start it with `dask scheduler`, or correct the address") from None


def _leave(client: Any) -> None:
    """Leave the cluster at once: a scheduler forgets the jobs of a client that has gone."""
    with suppress(Exception):
        client.close(timeout=1)


def _remove(store: Store, place: str) -> None:
    with suppress(OutputError):
        store.delete(place)


@contextmanager
def _loop() -> Iterator[Any]:
    """An event loop in a thread: our own, so that it ends even where Dask has come to nothing."""
    from tornado.ioloop import IOLoop

    started: Future[tuple[IOLoop, asyncio.Event]] = Future()

    async def run() -> None:
        ended = asyncio.Event()
        started.set_result((IOLoop.current(), ended))
        await ended.wait()

    thread = Thread(target=lambda: asyncio.run(run()), name="cluster", daemon=True)
    thread.start()
    loop, ended = started.result()
    try:
        yield loop
    finally:
        loop.add_callback(ended.set)
        thread.join(1)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep Dask from writing to standard error: what goes wrong is told in one line of our own."""
    import dask

    logger = logging.getLogger("distributed")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        with dask.config.set({"distributed.admin.large-graph-warning-threshold": "1 TiB"}):
            yield
    finally:
        logger.setLevel(level)


def _line(error: BaseException) -> str:
    """The last cause in one line."""
    text = " ".join(str(getattr(error, "reason", "") or error).split()) or type(error).__name__
    return text.rpartition(">: ")[2]
