"""A drive loses no work: killed, interrupted, without room, without its workers, it goes on where it was."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from conftest import Outcome
from drives import (
    PATHS,
    SHEETS,
    TESTS,
    arguments,
    contents,
    rewritten,
    run,
    write_drive,
    write_project,
)

from interviewkit.drive_run.progress import QuietProgress
from interviewkit.errors import OutputError
from interviewkit.models.drive_outcome import OpeningStatus
from interviewkit.workers import Failure, OneProcess, Processes, WorkerDiedError

Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A drive that nothing happened to; copy it."""
    folder = tmp_path_factory.mktemp("whole")
    write_drive(folder)
    assert not run(folder).failed
    return folder


@pytest.fixture(scope="session")
def reference(whole: Path) -> dict[str, bytes]:
    """What it holds."""
    return contents(whole / "out")


@pytest.fixture
def drive(tmp_path: Path) -> Path:
    """A drive that is about to begin, and the command for it."""
    write_drive(tmp_path)
    write_project(tmp_path)
    return tmp_path


def assert_goes_on(folder: Path, reference: dict[str, bytes]) -> None:
    """The next run does what is left, and nothing shows that there was another before."""
    report = run(folder)
    assert (report.failed, report.kept, report.stale) == (False, (), ())
    assert rewritten(contents(folder / "out"), reference) == set()
    assert [path for path in (folder / "out/.interviewkit").rglob("*") if path.parent.name == "tmp"] == []


# --- killed at any moment --------------------------------------------------------------------------------

KILLING = """\
import os, random, shutil, signal, sys, time
from pathlib import Path
from drives import contents, run, tables, write_drive

def forked(folder):
    pid = os.fork()
    if not pid:
        try:
            os._exit(int(run(folder).failed))
        finally:
            os._exit(9)
    return pid

def ended(pid):
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])

def folders(name):
    folder = Path(name)
    folder.mkdir()
    times = ("2026-12-01", "10:30", "R1", "ops", "C-3", "only", "Ada Example")
    kept = {name: [row for row in rows if "claims" not in row] for name, rows in tables().items()}
    write_drive(folder, {**kept, "schedule": (*kept["schedule"], times)})
    return folder

first, second, killed = map(folders, ("first", "second", "killed"))
assert not run(first).failed  # everything is imported and warm
begun = time.monotonic()
assert ended(forked(second)) == 0
seconds = time.monotonic() - begun
reference, out, chance = contents(first / "out"), killed / "out", random.Random(20261120)
assert contents(second / "out") == reference
finished = whole = 0
for number in range(1, 101):
    pid = forked(killed)
    time.sleep(chance.uniform(0, seconds * (0.2 + number % 3 * 0.4)))
    os.kill(pid, signal.SIGKILL)
    finished += ended(pid) == 0
    found = contents(out) if out.exists() else {}
    wrong = [path for path, data in found.items() if reference.get(path) != data]
    assert not wrong, (number, wrong)
    if number % 10 == 0 or "drive.json" in found:
        assert ended(forked(killed)) == 0
        assert contents(out) == reference, number
        left = [path for path in out.rglob("*") if path.is_file() and path.parent.name == "tmp"]
        assert not left, left
        assert not [path for path in (out / ".interviewkit").iterdir() if "journal" in path.name]
        shutil.rmtree(out)
        whole += 1
print(finished, whole)
"""


def test_a_drive_may_be_killed_at_any_moment(start_python: Start) -> None:
    found = os.pathsep.join((str(TESTS.parent), str(TESTS)))
    with start_python("-c", KILLING, PYTHONPATH=found) as process:
        out, err = process.communicate(timeout=500)
    assert (process.returncode, err) == (0, "")
    finished, whole = map(int, out.split())
    assert finished < 60  # most of them were really killed
    assert whole >= 10


# --- stopped from outside --------------------------------------------------------------------------------

COMMAND = """\
import os
from interviewkit.__main__ import main
from interviewkit.cli import cli
import interviewkit.cli.drive, interviewkit.drive_run.run, interviewkit.drive_reporting
os.setsid()
begin = cli.main
cli.main = lambda: (print("ready", flush=True), begin())
main()
"""
AT_ONCE = "interviewkit: interrupted\n"
BEFORE_ANYTHING = "interviewkit: interrupted; nothing was changed\n"
MESSAGE = "interviewkit: interrupted; everything finished so far is kept, run the same command to go on\n"


def started(start_python: Start, folder: Path) -> subprocess.Popen[str]:
    """The command with two workers, at the moment when its work begins."""
    process = start_python("-c", COMMAND, *arguments(folder), "--jobs", "2", IK_MARK=str(folder))
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def alive(folder: Path) -> list[int]:
    """The processes that a command has started."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            if f"IK_MARK={folder}\0".encode() in (place / "environ").read_bytes():
                found.append(int(place.name))
        except OSError:
            continue
    return found


def assert_all_gone(folder: Path) -> None:
    end = time.monotonic() + 2
    while alive(folder) and time.monotonic() < end:
        time.sleep(0.02)
    assert alive(folder) == []


@pytest.mark.parametrize(
    ("after", "whom"),
    [(0.0, os.killpg), (0.3, os.killpg), (1.2, os.kill)],
)
def test_ctrl_c_ends_a_drive_at_once(
    after: float,
    whom: Callable[[int, int], None],
    start_python: Start,
    drive: Path,
    reference: dict[str, bytes],
) -> None:
    with started(start_python, drive) as process:
        time.sleep(after)
        whom(process.pid, signal.SIGINT)
        begun = time.monotonic()
        out, err = process.communicate(timeout=20)
        seconds = time.monotonic() - begun
    messages = {MESSAGE, BEFORE_ANYTHING, AT_ONCE} if after == 0 else {MESSAGE}
    assert (process.returncode, out, err in messages) == (130, "", True), err
    assert seconds < 2  # half a second where nobody else is at work
    assert_all_gone(drive)
    assert_goes_on(drive, reference)


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 130), (signal.SIGKILL, -signal.SIGKILL)])
def test_workers_end_with_their_drive(
    number: signal.Signals, status: int, start_python: Start, drive: Path, reference: dict[str, bytes]
) -> None:
    with started(start_python, drive) as process:
        while not (drive / "out/claims/guides").exists():
            time.sleep(0.01)
        process.send_signal(number)
        _, err = process.communicate(timeout=20)
    assert process.returncode == status
    assert "Traceback" not in err
    assert_all_gone(drive)
    assert_goes_on(drive, reference)


# --- workers that die ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Deadly:
    """Kills the worker that does a job: the first (`once`), or whichever is to print the brief of `ops`."""

    function: Callable[[Any], Any]
    once: Path | None

    def __call__(self, item: Any) -> Any:
        if self.once is None and is_of_ops(item) and item[0].document.path == "brief.pdf":
            os.kill(os.getpid(), signal.SIGKILL)
        if self.once is not None and not self.once.exists():
            self.once.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return self.function(item)


def is_of_ops(item: Any) -> bool:
    """Is it a job of that opening?"""
    if isinstance(item, tuple):
        return is_of_ops(item[0])
    if hasattr(item, "root"):
        return bool(item.root == "ops")
    if hasattr(item, "press"):
        return bool(item.press.kit.opening_id == "ops")
    return hasattr(item, "shared") and bool(item.shared["kit"].opening_id == "ops")


class DeadlyProcesses(Processes):
    """Workers, one of which dies at jobs of this name."""

    def __init__(self, name: str, once: Path | None = None) -> None:
        super().__init__(2)
        self.name, self.once = name, once

    def attempt(self, function: Callable[[Any], Any], items: Iterable[Any]) -> Iterator[Any]:
        deadly = getattr(function, "__name__", "") == self.name
        return super().attempt(Deadly(function, self.once) if deadly else function, items)


def test_a_worker_that_dies_costs_nothing(drive: Path, reference: dict[str, bytes]) -> None:
    with DeadlyProcesses("make_sheets", drive / "died") as workers:
        assert not run(drive, workers).failed
    assert (drive / "died").exists()
    assert rewritten(contents(drive / "out"), reference) == set()


def test_a_job_that_kills_its_workers_ends_one_opening(drive: Path, reference: dict[str, bytes]) -> None:
    with DeadlyProcesses("print_group") as workers:
        report = run(drive, workers)
    assert_ops_failed(drive, report.outcome.openings[1].reasons, reference)
    assert_goes_on_after_failure(drive)


def assert_ops_failed(folder: Path, reasons: tuple[str, ...], reference: dict[str, bytes]) -> None:
    assert reasons == ("a worker process died three times at this: for want of memory? try --jobs 1",)
    found = contents(folder / "out")
    claims = {path: data for path, data in reference.items() if path.startswith("claims/")}
    assert {path: data for path, data in found.items() if path.startswith("claims/")} == claims
    assert "ops/kit.json" not in found


def assert_goes_on_after_failure(folder: Path) -> None:
    report = run(folder)
    assert (report.failed, report.kept, report.stale) == (False, (), ())
    assert contents(folder / "out").keys() == {*PATHS}


class DoomedWorkers(OneProcess):
    """Whoever does a job of this name for `ops` dies, and whoever makes a pack of the drive if asked to."""

    def __init__(self, name: str) -> None:
        self.name = name

    def attempt(self, function: Callable[[Any], Any], items: Iterable[Any]) -> Iterator[Any]:
        for item in items:
            doomed = getattr(function, "__name__", "") == self.name
            if doomed and (is_of_ops(item) or self.name == "make_drive_pack"):
                yield Failure(WorkerDiedError())
            else:
                yield from super().attempt(function, [item])


@pytest.mark.parametrize("name", ["make_kit_pack", "lay_out_words_of", "make_sheets"])
def test_what_fails_is_told_of_its_opening(name: str, drive: Path, reference: dict[str, bytes]) -> None:
    report = run(drive, DoomedWorkers(name))
    assert [each.status for each in report.outcome.openings] == [OpeningStatus.BUILT, OpeningStatus.FAILED]
    assert_ops_failed(drive, report.outcome.openings[1].reasons, reference)
    assert_goes_on_after_failure(drive)


def test_a_pack_that_cannot_be_made_is_named(drive: Path, reference: dict[str, bytes]) -> None:
    with pytest.raises(OutputError) as caught:
        run(drive, DoomedWorkers("make_drive_pack"))
    first = str(caught.value).splitlines()[0]
    assert first.startswith(f"cannot make {drive}/out/print-packs/")
    assert first.endswith("three times at this: for want of memory? try --jobs 1")
    assert_goes_on(drive, reference)


# --- places that cannot be written -----------------------------------------------------------------------

NO_ROOM = """\
import resource, sys
from interviewkit.__main__ import main
from interviewkit.drive_run.progress import QuietProgress

def step(self, what):
    if what == "print packs":
        resource.setrlimit(resource.RLIMIT_FSIZE, (40000, resource.RLIM_INFINITY))

QuietProgress.step = step
main()
"""


def test_without_room_a_drive_says_so_and_goes_on_later(
    in_python: Callable[..., Outcome], drive: Path, reference: dict[str, bytes]
) -> None:
    outcome = in_python("-c", NO_ROOM, *arguments(drive))
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (3, "", 1)
    assert "raise the limit and run the command again: what is finished stays" in outcome.err
    found = contents(drive / "out")
    assert found
    assert {path: reference[path] for path in found} == found
    assert_goes_on(drive, reference)


@pytest.mark.parametrize(
    ("out", "said"),
    [
        ("/proc/interviewkit", "interviewkit: cannot use /proc/interviewkit"),
        ("file", "interviewkit: cannot use file/.interviewkit/lock: a file stands where a folder is needed"),
    ],
)
def test_a_place_that_cannot_be_written_is_one_line(
    out: str, said: str, drive: Path, interviewkit: Callable[..., Outcome]
) -> None:
    (drive / "file").write_text("a file", encoding="utf-8")
    given = list(arguments(drive))
    given[given.index("--out") + 1] = out
    outcome = interviewkit(*given)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (3, "", 1)
    assert outcome.err.startswith(said)
    assert (drive / "file").read_text(encoding="utf-8") == "a file"


def test_a_file_that_a_viewer_holds_is_named(
    drive: Path, monkeypatch: pytest.MonkeyPatch, reference: dict[str, bytes]
) -> None:
    replace = Path.replace

    def held(self: Path, target: Path) -> Path:
        if str(target).endswith(SHEETS[2]):
            error = PermissionError(13, "Permission denied")
            error.winerror = 32  # type: ignore[attr-defined] # Windows sets it
            raise error
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", held)
        with pytest.raises(OutputError, match=f"{SHEETS[2]}: another program has it open; close it there"):
            run(drive)
    assert_goes_on(drive, reference)


# --- two at once, and damage -----------------------------------------------------------------------------


class Second(QuietProgress):
    """Starts another drive into the same folder while the first one works."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.said = folder, ""

    def step(self, what: str) -> None:
        if what == "scorecards":
            with pytest.raises(OutputError) as caught:
                run(self.folder)
            self.said = str(caught.value)


def test_a_second_drive_into_a_folder_waits_outside(drive: Path, reference: dict[str, bytes]) -> None:
    second = Second(drive)
    assert not run(drive, progress=second).failed
    assert second.said.startswith(f"another drive is writing to {drive}/out: process {os.getpid()} on ")
    assert "(0 minutes ago); wait for it, or name another folder with --out" in second.said
    assert rewritten(contents(drive / "out"), reference) == set()


@pytest.mark.parametrize("content", [b"", b'{"format": 1,'])
@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("drive.json", "drive.yours-1.json"),
        (".interviewkit/stat.json", None),
        (".interviewkit/sources.json", None),
        (".interviewkit/journal.jsonl", None),
        ("claims/kit.json", "claims/kit.yours-1.json"),
    ],
)
def test_a_damaged_record_costs_nothing(
    path: str, kept: str | None, content: bytes, whole: Path, tmp_path: Path, reference: dict[str, bytes]
) -> None:
    drive = shutil.copytree(whole, tmp_path / "drive")
    (drive / "out" / path).write_bytes(content)
    run(drive)
    found = contents(drive / "out")
    aside = {kept} if kept and content else set()
    assert found.keys() == {*PATHS} | aside
    again = {"drive.json", "drive.pdf", "summary.csv"} if path == "claims/kit.json" else set()
    assert rewritten(found, reference) <= aside | again
    assert run(drive).unchanged
