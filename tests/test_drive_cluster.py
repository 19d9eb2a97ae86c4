"""`interviewkit drive --scheduler`: the same drive by two workers on this machine, some of whom die."""

import functools
import json
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from conftest import TESTS, Outcome

from interviewkit.builtin import builtin_folder
from interviewkit.cli import cli
from interviewkit.drive_folder.remote import RemoteStore
from interviewkit.drive_folder.store import open_store
from interviewkit.drive_run.progress import QuietProgress
from interviewkit.errors import InputError, OutputError
from interviewkit.project import Layers, find_layers
from interviewkit.schedulers import cluster as ours
from interviewkit.schedulers import open_scheduler
from interviewkit.schedulers.job import Packed, Terms, do, pickled, programs
from interviewkit.workers import Failure, WorkerDiedError, Workers

pytest.importorskip("distributed")

OPENING = """\
  - id: {id}
    role: small
    seniority: mid
    title: Builder
    organisation: {{name: Example Works}}
    country: GB
    team: {{mission: Build what others can check.}}
    panel: [{{name: Ada Example, stages: [only]}}, {{name: Bo Example, stages: [only]}}]
    candidates: [{people}]
"""
LAYERS = Layers((builtin_folder("rubrics"),), (builtin_folder("templates"),))
NOWHERE = "tcp://127.0.0.1:9"


class LocalCluster:
    """A scheduler and two workers, started with the commands of docs/clusters.md."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.address = folder, ""
        self.scheduler: subprocess.Popen[bytes] | None = None
        self.workers: list[subprocess.Popen[bytes]] = []

    def ready(self) -> "LocalCluster":
        """Start whoever is missing, and wait until they are there."""
        if self.scheduler is None or self.scheduler.poll() is not None:
            self.close()
            self._start_scheduler()
        self.workers = [worker for worker in self.workers if worker.poll() is None]
        missing = 2 - len(self.workers)
        options = ("--nthreads", "1", "--no-nanny", "--no-dashboard")
        self.workers += [self._start("worker", self.address, *options) for _ in range(missing)]
        if missing:
            import distributed

            client: Callable[..., Any] = distributed.Client
            with client(self.address, set_as_default=False) as known:
                known.wait_for_workers(2, timeout=30)
                while len(known.nthreads()) > 2:
                    time.sleep(0.1)
        return self

    def _start_scheduler(self) -> None:
        told = self.folder / "scheduler.json"
        told.unlink(missing_ok=True)
        self.scheduler = self._start("scheduler", "--port", "0", "--no-dashboard", "--scheduler-file", told)
        end = time.monotonic() + 30
        while not (told.exists() and told.read_bytes().endswith(b"}")) and time.monotonic() < end:
            time.sleep(0.05)
        self.address = json.loads(told.read_bytes())["address"]

    def _start(self, *arguments: str | Path) -> subprocess.Popen[bytes]:
        environment = {
            "PYTHONPATH": str(TESTS.parent),
            "PYTHONDONTWRITEBYTECODE": "1",
            "DASK_TEMPORARY_DIRECTORY": str(self.folder),
            "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1",
        }
        with (self.folder / "log").open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", "dask", *arguments, "--host", "127.0.0.1"],
                cwd=self.folder,
                env=os.environ | environment,
                stdout=log,
                stderr=log,
            )

    def close(self) -> None:
        """End all; those of this cluster, and nobody else."""
        processes = [*self.workers, *([self.scheduler] if self.scheduler else [])]
        for process in processes:
            process.kill()
        for process in processes:
            process.wait(20)
        self.scheduler, self.workers = None, []


@pytest.fixture(scope="module")
def local_cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalCluster]:
    local = LocalCluster(tmp_path_factory.mktemp("cluster"))
    yield local
    local.close()


@pytest.fixture
def cluster(local_cluster: LocalCluster) -> LocalCluster:
    return local_cluster.ready()


@dataclass(frozen=True)
class Near:
    """A drive, and what one process makes of it."""

    folder: Path
    err: str
    files: dict[str, bytes]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Near:
    """Three openings with six candidates each."""
    folder = tmp_path_factory.mktemp("drive")
    project = f"rubrics: {TESTS / 'small_rubrics'}\ntemplates: {TESTS / 'quick_templates'}\n"
    (folder / "interviewkit.yaml").write_text(project, encoding="utf-8")
    openings = [OPENING.format(id=name, people=", ".join(_people(name))) for name in ("one", "two", "three")]
    (folder / "drive.yaml").write_text("openings:\n" + "".join(openings), encoding="utf-8")
    with chdir(folder):
        result = CliRunner().invoke(cli, ["drive", "drive.yaml", "--out", "near", "--jobs", "1"])
        assert result.exit_code == 0, result.output
        return Near(folder, result.stderr, files("near"))


def _people(name: str) -> list[str]:
    return [f"{{id: {name}-{number}, name: Łucja {number}}}" for number in range(6)]


@pytest.fixture
def near(built: Near, monkeypatch: pytest.MonkeyPatch) -> Near:
    monkeypatch.chdir(built.folder)
    return built


@pytest.fixture
def in_drive(interviewkit: Callable[..., Outcome], near: Near) -> Near:  # noqa: ARG001 -- in this order
    return near


def files(folder: str) -> dict[str, bytes]:
    """What people find in an output folder: not what the drive keeps for itself."""
    found = (path for path in Path(folder).rglob("*") if path.is_file())
    made = {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
    return {name: data for name, data in made.items() if not name.startswith(".interviewkit/")}


def cluster_threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name in {"cluster", "IO loop"}]


# --- whole drives ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["", "file://"])
def test_two_workers_make_the_same_files_byte_for_byte(
    cluster: LocalCluster,
    interviewkit: Callable[..., Outcome],
    near: Near,
    scheme: str,
) -> None:
    folder = near.folder / f"far-{len(scheme)}"
    out = f"{scheme}{folder}" if scheme else folder.name
    far = interviewkit("drive", "drive.yaml", "--out", out, "--scheduler", cluster.address)
    assert (far.code, far.err) == (0, near.err)
    assert files(folder.name) == near.files
    assert len(near.files) > 40
    assert not (folder / ".interviewkit" / "tmp").exists()
    assert cluster_threads() == []
    again = interviewkit("drive", "drive.yaml", "--out", out, "--scheduler", NOWHERE)
    assert again.code == 0, "a drive that has nothing to do needs no cluster"


def test_a_worker_that_is_killed_half_way_changes_nothing(
    cluster: LocalCluster,
    interviewkit: Callable[..., Outcome],
    near: Near,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    victim, *_ = cluster.workers

    def kill(_progress: QuietProgress, _number: int) -> None:
        victim.kill()
        victim.wait(20)

    monkeypatch.setattr("interviewkit.drive_run.sheets.SHEETS_IN_A_JOB", 2)
    monkeypatch.setattr(QuietProgress, "sheets_done", kill)
    far = interviewkit("drive", "drive.yaml", "--out", "far", "--scheduler", cluster.address)
    assert (far.code, far.err) == (0, near.err)
    assert victim.returncode == -signal.SIGKILL
    assert files("far") == near.files


def test_behind_a_url_there_are_the_same_files(
    interviewkit: Callable[..., Outcome], near: Near, tmp_path: Path
) -> None:
    url = f"memory://{tmp_path.name}"
    outcome = interviewkit("drive", "drive.yaml", "--out", url, "--jobs", "1")
    assert outcome.code == 0, outcome.err
    store = RemoteStore(url)
    names = [name for name in store.list() if not name.startswith(".interviewkit/")]
    assert {name: store.read(name) for name in names} == near.files


# --- jobs --------------------------------------------------------------------------------------------------


def test_results_come_in_order_and_mistakes_in_their_places(cluster: LocalCluster, tmp_path: Path) -> None:
    (tmp_path / "interviewkit.yaml").write_text("rubrics: nowhere\n", encoding="utf-8")
    with open_scheduler(cluster.address, LAYERS, str(tmp_path)) as workers:
        workers.start()
        assert workers.jobs == 2
        found = set(workers.attempt(eval, ["__import__('os').getpid()"] * 20))
        assert found == {worker.pid for worker in cluster.workers}
        assert list(workers.attempt(abs, range(-60, 0))) == list(range(60, 0, -1))
        first, wrong = workers.attempt(open_store, [str(tmp_path), "file://elsewhere/x"])
        assert not isinstance(first, Failure)
        assert isinstance(wrong, Failure)
        assert isinstance(wrong.error, OutputError)
        assert "it names no folder of this machine" in str(wrong.error)
        (bad,) = workers.attempt(functools.partial(find_layers, None, None), [tmp_path])
        assert isinstance(bad, Failure)
        assert isinstance(bad.error, InputError)
        assert [problem.code.value[0] for problem in bad.error.problems] == ["IK001"]
        with pytest.raises(ValueError, match="Łucja Świątek"):
            list(workers.attempt(int, ["Łucja Świątek"]))
    assert "Świątek" not in (cluster.folder / "log").read_text(encoding="utf-8")
    assert cluster_threads() == []


def test_relative_paths_are_those_of_the_drive(
    cluster: LocalCluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with open_scheduler(cluster.address, LAYERS, "out") as workers:
        assert list(workers.attempt(os.path.abspath, ["logo.svg"])) == [str(tmp_path / "logo.svg")]


def _interrupted(workers: Workers) -> Iterator[Any]:
    """Jobs for twenty seconds, and control-C soon after they have begun."""
    workers.start()
    threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT)).start()
    yield from workers.attempt(time.sleep, [1] * 40)


def test_control_c_ends_at_once_and_leaves_the_workers_free(cluster: LocalCluster, tmp_path: Path) -> None:
    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt), open_scheduler(cluster.address, LAYERS, str(tmp_path)) as workers:
        list(_interrupted(workers))
    assert time.monotonic() - began < 2
    assert cluster_threads() == []
    with open_scheduler(cluster.address, LAYERS, str(tmp_path)) as workers:
        assert list(workers.attempt(abs, [-1])) == [1]
    assert time.monotonic() - began < 8


# --- what has to be the same -------------------------------------------------------------------------------


def test_workers_with_other_programs_are_refused(
    cluster: LocalCluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = (("InterviewKit", "9.9"), *programs()[1:])
    monkeypatch.setattr(ours, "programs", lambda: other)
    text = rf"the worker on .* has InterviewKit {programs()[0][1]}, this machine has 9\.9; install the same"
    with (
        open_scheduler(cluster.address, LAYERS, str(tmp_path)) as workers,
        pytest.raises(OutputError, match=text),
    ):
        workers.start()
    with pytest.raises(OutputError, match=text):
        do(Packed(other, b""))  # one that came later


def test_workers_that_see_other_rubrics_are_refused(cluster: LocalCluster, tmp_path: Path) -> None:
    layers = Layers((tmp_path,), ())
    with open_scheduler(cluster.address, layers, str(tmp_path / "out")) as workers:
        (tmp_path / "principles.yaml").write_text("other", encoding="utf-8")
        with pytest.raises(OutputError, match=r"does not find in .* what is there on this machine;"):
            workers.start()
    assert list((tmp_path / "out").rglob("*.*")) == []


@pytest.mark.usefixtures("in_drive")
def test_an_output_folder_that_is_not_shared_is_refused(
    cluster: LocalCluster, interviewkit: Callable[..., Outcome]
) -> None:
    outcome = interviewkit("drive", "drive.yaml", "--out", "memory://far", "--scheduler", cluster.address)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (3, "", 1)
    assert "does not see what this machine writes to memory://far; --out has to be" in outcome.err


def test_a_built_in_folder_is_the_one_of_the_machine_where_it_arrives() -> None:
    folder = builtin_folder("rubrics") / "roles"
    data = pickled({"folder": folder, "other": Path("rubrics")})
    assert str(folder).encode() not in data
    assert pickle.loads(data) == {"folder": folder, "other": Path("rubrics")}  # noqa: S301 -- our own


def test_a_process_does_one_job_at_a_time(tmp_path: Path) -> None:
    job = Packed(programs(), pickled((Terms("test", tmp_path, (), ()), time.sleep, 0.2)))
    threads = [threading.Thread(target=do, args=(job,)) for _ in range(3)]
    began = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert time.monotonic() - began >= 0.6
    assert repr(job) == f"<{len(job.data)} bytes>"


# --- a scheduler that is not there -------------------------------------------------------------------------


@pytest.mark.usefixtures("in_drive")
def test_a_scheduler_that_does_not_answer_is_told_in_one_line(
    interviewkit: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ours.SECONDS <= 10
    monkeypatch.setattr(ours, "SECONDS", 1)
    outcome = interviewkit("drive", "drive.yaml", "--scheduler", NOWHERE)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (3, "", 1)
    assert outcome.err.startswith(f"interviewkit: no scheduler answers at {NOWHERE}: ")
    assert "start it with `dask scheduler`, or correct the address" in outcome.err
    assert cluster_threads() == []


@pytest.mark.usefixtures("in_drive")
def test_without_dask_the_package_is_named(
    interviewkit: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    outcome = interviewkit("drive", "drive.yaml", "--scheduler", NOWHERE)
    assert (outcome.code, outcome.out) == (2, "")
    assert "pip install 'interviewkit[cluster]'" in outcome.err


def test_a_cluster_that_dies_bit_by_bit_is_told_in_a_line_each_time(
    cluster: LocalCluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_scheduler(cluster.address, LAYERS, str(tmp_path)) as workers:
        (dead,) = workers.attempt(os._exit, [1])
        assert isinstance(dead, Failure)
        assert isinstance(dead.error, WorkerDiedError)
        assert str(dead.error).startswith("workers of the cluster died at this, again and again")
        assert [worker.wait(20) for worker in cluster.workers] == [1, 1]
        monkeypatch.setattr(ours, "SECONDS", 1)
        monkeypatch.setattr(ours, "PATIENCE", 1)
        with pytest.raises(OutputError, match=r"has no workers any more; start some, then run the command"):
            list(workers.attempt(abs, [-1]))
        with (
            open_scheduler(cluster.address, LAYERS, str(tmp_path)) as others,
            pytest.raises(OutputError, match=r"has no workers; start them with `dask worker tcp://"),
        ):
            others.start()
        assert cluster.scheduler
        threading.Timer(0.3, cluster.scheduler.kill).start()
        with pytest.raises(OutputError, match=rf"lost the scheduler at {cluster.address}: .*; see that it"):
            list(workers.attempt(abs, [-1]))
    assert cluster_threads() == []
