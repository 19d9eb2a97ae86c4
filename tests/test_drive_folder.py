"""What stands between a drive and the disk: whole files, one drive at a time, nothing finished twice."""

import contextlib
import errno
import hashlib
import json
import os
import pickle
import re
import signal
import subprocess
import sys
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from interviewkit.drive_folder import lock as lock_module
from interviewkit.drive_folder import remote
from interviewkit.drive_folder.entries import entry_of
from interviewkit.drive_folder.journal import intend, journal_parts
from interviewkit.drive_folder.local import LocalStore
from interviewkit.drive_folder.lock import LOCK, folder_lock
from interviewkit.drive_folder.remote import RemoteStore
from interviewkit.drive_folder.state import DriveState, FileStatus
from interviewkit.drive_folder.store import Stamp, Store, open_store
from interviewkit.drive_folder.trouble import explanation
from interviewkit.drive_folder.writing import Known, put
from interviewkit.drive_run.folder import Draft, Place, write_all
from interviewkit.errors import OutputError
from interviewkit.models.drive_outcome import OpeningStatus
from interviewkit.models.drive_record import DriveRecord, MadeFile, MadeKind, MadeOpening

Start = Callable[..., subprocess.Popen[str]]
CARD = "kit/scorecards/C-1/only--ada.pdf"
OTHER = "kit/scorecards/C-2/only--ada.pdf"


@pytest.fixture(params=["folder", "file", "memory", "moved"])
def store(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Each kind of place; `moved` is one where a put can be seen half-way."""
    if request.param == "moved":
        monkeypatch.setattr(remote, "OBJECT_STORES", set())
    out = tmp_path / "out put"
    places = {"folder": str(out), "file": out.as_uri()}
    return open_store(places.get(request.param, f"memory://{uuid.uuid4().hex}/out"))


def local(folder: Path) -> LocalStore:
    return LocalStore(folder)


def made(path: str, data: bytes, inputs: str = "one", about: tuple[str, ...] = ()) -> MadeFile:
    digest = hashlib.sha256(data).hexdigest()
    return MadeFile(path=path, kind=MadeKind.SHEET, opening="kit", inputs=inputs, sha256=digest, about=about)


def make(store: Store, state: DriveState, path: str, data: bytes, inputs: str = "one") -> str | None:
    """Put a file and record it; returns where a changed one went."""
    done = put(store, path, data, state.known(path))
    state.record(made(path, data, inputs), done.stamp)
    return done.kept


def record(inputs: str = "all", status: OpeningStatus = OpeningStatus.BUILT) -> DriveRecord:
    openings = (MadeOpening(opening="kit", status=status),)
    return DriveRecord(drive="d", run=1, inputs=inputs, openings=openings, files=())


def finished(store: Store, **files: str) -> DriveState:
    """A drive that has ended with these two files."""
    state = DriveState(store)
    for path in (CARD, OTHER):
        make(store, state, path, path.encode())
    state.finish(record(**files), [CARD, OTHER])  # type: ignore[arg-type]
    return state


def names(store: Store) -> list[str]:
    return [path for path in store.list() if not path.startswith(".interviewkit/")]


# --- stores ----------------------------------------------------------------------------------------------


def test_a_store_keeps_files(store: Store) -> None:
    assert (store.list(), store.read("a/b.pdf"), store.sha256("a/b.pdf")) == ([], None, None)
    assert store.write("a/b.pdf", b"one") == store.size_and_time("a/b.pdf")
    store.write("a/b.pdf", b"three", durable=True)
    store.write("a b/ü.csv", b"")
    copy: Store = pickle.loads(pickle.dumps(store))  # noqa: S301 -- our own
    assert copy.read("a/b.pdf") == b"three"
    assert copy.sha256("a/b.pdf") == hashlib.sha256(b"three").hexdigest()
    assert copy.list() == ["a b/ü.csv", "a/b.pdf"]
    assert copy.list("a") == ["a/b.pdf"]
    stamp = copy.size_and_time("a/b.pdf")
    assert stamp == store.looks()("a/b.pdf")
    assert stamp
    assert store.are_all(["a/b.pdf"], [5], [stamp[1]])
    assert not store.are_all(["a/b.pdf"], [6], [stamp[1]])
    assert not store.are_all(["a/b.pdf", "gone"], [5, 1], [stamp[1], 1])
    store.append("log", b"x\n")
    store.append("log", b"y\n")
    assert store.read("log") == b"x\ny\n"
    store.move("a/b.pdf", "c/d.pdf")
    store.delete("a b/ü.csv")
    store.delete("a b/ü.csv")
    assert store.list() == ["c/d.pdf", "log"]
    assert (store.exists("c/d.pdf"), store.exists("a/b.pdf")) == (True, False)


@pytest.mark.parametrize("path", ["/etc/x", "../x", "a/../../x", "a//b", "", ".", "a/.", "a\0b", "a/"])
def test_a_path_that_leaves_the_folder_is_refused(path: str, store: Store) -> None:
    actions: list[Callable[[], object]] = [
        lambda: store.write(path, b"x"),
        lambda: store.read(path),
        lambda: store.delete(path),
        lambda: store.move(path, "x"),
    ]
    for action in actions:
        with pytest.raises(OutputError, match="leaves the output folder"):
            action()


def test_a_link_that_leads_out_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/x.pdf").write_bytes(b"secret")
    (tmp_path / "out/inner").mkdir(parents=True)
    (tmp_path / "out/kit").symlink_to(tmp_path / "secret")
    (tmp_path / "out/link.pdf").symlink_to("../secret/x.pdf")
    (tmp_path / "out/within").symlink_to("inner")
    store = local(tmp_path / "out")
    for path in ("kit/x.pdf", "kit/deep/x.pdf"):
        for action in (store.read, store.delete, store.sha256, lambda path: store.write(path, b"x")):
            with pytest.raises(OutputError, match="a link there leads out of the folder"):
                action(path)
    with pytest.raises(OutputError, match="it is a link that leads out"):
        store.read("link.pdf")
    assert store.sha256("link.pdf") is None
    store.delete("link.pdf")
    store.write("within/x.pdf", b"x")
    assert (tmp_path / "secret/x.pdf").read_bytes() == b"secret"
    assert (tmp_path / "out/inner/x.pdf").read_bytes() == b"x"
    assert store.list() == ["inner/x.pdf", "kit", "within"]


@pytest.mark.skipif(not hasattr(os, "O_NOFOLLOW"), reason="has no such links")
@pytest.mark.parametrize("leads", ["file", "folder", "inside"])
def test_what_a_drive_needs_for_itself_goes_through_no_link(leads: str, tmp_path: Path) -> None:
    """Neither the lock, which is emptied, nor the journal, which grows."""
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    for folder in (out, elsewhere):
        folder.mkdir()
    names = ("lock", "journal.jsonl")
    for name in names:
        (elsewhere / name).write_bytes(b"victim")
        (out / name).write_bytes(b"victim")
    if leads == "folder":
        (out / ".interviewkit").symlink_to(elsewhere)
    else:
        (out / ".interviewkit").mkdir()
        for name in names:
            (out / ".interviewkit" / name).symlink_to((elsewhere if leads == "file" else out) / name)
    store = local(out)
    with pytest.raises(OutputError, match="link") as error, folder_lock(store):
        pass
    assert "--out" in str(error.value)
    with pytest.raises(OutputError, match="link"):
        store.append(".interviewkit/journal.jsonl", b"x")
    for folder in (out, elsewhere):
        assert [(folder / name).read_bytes() for name in names] == [b"victim"] * 2


def test_a_link_in_the_place_of_a_file_is_kept(tmp_path: Path) -> None:
    (tmp_path / "mine.pdf").write_bytes(b"mine")
    (tmp_path / "out/kit").mkdir(parents=True)
    (tmp_path / "out/kit/brief.pdf").symlink_to(tmp_path / "mine.pdf")
    store = local(tmp_path / "out")
    assert put(store, "kit/brief.pdf", b"brief").kept == "kit/brief.yours-1.pdf"
    assert (tmp_path / "out/kit/brief.yours-1.pdf").read_bytes() == b"mine"
    assert (tmp_path / "mine.pdf").read_bytes() == b"mine"
    assert store.read("kit/brief.pdf") == b"brief"


def test_empty_folders_go_with_their_last_file(tmp_path: Path) -> None:
    store = local(tmp_path)
    store.write("a/b/c.pdf", b"x")
    store.write("a/d.pdf", b"x")
    store.delete("a/b/c.pdf")
    assert not (tmp_path / "a/b").exists()
    store.delete("a/d.pdf")
    assert tmp_path.is_dir()
    assert store.list() == []
    assert not (tmp_path / "a").exists()


def test_what_stands_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "folder.pdf/in").mkdir(parents=True)
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "circle").symlink_to("circle")
    for out, path, words in (
        (tmp_path, "folder.pdf", "a folder stands where a file is needed"),
        (tmp_path, "file/x.pdf", "a file stands where a folder is needed"),
        (tmp_path / "file", "x.pdf", "a file stands where a folder is needed"),
        (tmp_path, f"{'n' * 300}.pdf", "the name is too long"),
        (tmp_path / ("n" * 300), "x.pdf", "the name is too long"),
        (tmp_path / "circle", "x.pdf", "circle"),
    ):
        with pytest.raises(OutputError, match=words) as error:
            local(out).write(path, b"x")
        assert "--out" in str(error.value)
        assert "\n" not in str(error.value)
    assert [path for path in local(tmp_path).list() if "tmp" in path] == []


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full; make room"),
        (errno.EDQUOT, "your share of the disk is used up"),
        (errno.EROFS, "the disk can only be read; name another folder with --out"),
        (errno.EACCES, "you have no permission; name another folder with --out"),
        (errno.ESTALE, "the network folder is gone"),
        (errno.EIO, "the disk reports a fault"),
        (errno.EBUSY, "name another folder with --out"),
    ],
)
def test_what_the_disk_says_is_explained(
    number: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Raised by hand: the tests may run as root, whom no permission stops."""

    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    store = local(tmp_path)
    store.write("x.pdf", b"old")
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OutputError, match=re.escape(words)):
        store.write("x.pdf", b"new")
    assert store.read("x.pdf") == b"old"
    assert store.list() == ["x.pdf"]


def test_a_file_that_a_viewer_holds_is_named() -> None:
    error = PermissionError(errno.EACCES, "Access is denied")
    error.winerror = 32  # type: ignore[attr-defined]
    assert "another program has it open; close it there" in explanation("out/x.pdf", error)


FULL = """
import resource, sys
from interviewkit.drive_folder.store import open_store
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
store = open_store("out")
store.write("small.pdf", b"x" * 1000)
try:
    store.write("large.pdf", b"x" * 1_000_000)
except Exception as error:
    print(type(error).__name__, error)
print(store.list())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="has no such limit")
def test_a_file_that_does_not_fit_leaves_nothing(in_python: Callable[..., Any]) -> None:
    outcome = in_python("-c", FULL)
    error, files = outcome.out.splitlines()
    assert error.startswith("OutputError cannot use out/large.pdf: the system allows no file of this size")
    assert files == "['small.pdf']"


KILLED = """
import os, random, signal, sys, time
from hashlib import sha256
from interviewkit.drive_folder.state import DriveState, FileStatus
from interviewkit.drive_folder.store import open_store
from interviewkit.drive_folder.writing import put
from interviewkit.models.drive_record import MadeFile

def content(number):
    return sha256(b"%d" % number).digest() * (2000 + number % 7 * 500)

def path_of(number):
    return f"kit/scorecards/C-{number % 40}/{number}.pdf"

def work(folder):
    store = open_store(folder)
    state = DriveState(store)
    for number in range(100_000):
        path = path_of(number)
        if state.status(path, "same") is FileStatus.CURRENT:
            continue
        data = content(number)
        done = put(store, path, data, state.known(path))
        state.record(MadeFile(path=path, kind="sheet", inputs="same", sha256=done.sha256), done.stamp)

random.seed(7)
most = 0
for attempt in range(30):
    child = os.fork()
    if not child:
        work("out")
    time.sleep(random.uniform(0.005, 0.05))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    store = open_store("out")
    for path in store.list("kit") if os.path.isdir("out/kit") else []:
        number = int(path.rpartition("/")[2].removesuffix(".pdf"))
        assert store.read(path) == content(number), path
    state = DriveState(store)
    assert not state.warnings and not store.list(".interviewkit/tmp")
    known = [n for n in range(3000) if state.made(path_of(n))]
    assert all(state.status(path_of(n), "same") is FileStatus.CURRENT for n in known)
    assert len(known) >= most
    most = len(known)
print("survived", most > 0, not [path for path in store.list() if "yours" in path])
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_drive_that_is_killed_leaves_whole_files_and_goes_on(in_python: Callable[..., Any]) -> None:
    outcome = in_python("-c", KILLED)
    assert (outcome.err, outcome.out) == ("", "survived True True\n")


# --- places behind a URL ---------------------------------------------------------------------------------


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "s3fs", None)
    with pytest.raises(OutputError, match=r"s3:// needs one more package: Install s3fs to access S3"):
        open_store("s3://bucket/out")
    monkeypatch.setitem(sys.modules, "fsspec", None)
    with pytest.raises(OutputError, match="run: pip install fsspec"):
        open_store("memory://out")


def test_what_a_service_says_is_one_line_without_secrets() -> None:
    with pytest.raises(OutputError) as error:
        open_store("nothing://key:secret@bucket/out")
    assert "nothing://bucket/out" in str(error.value)
    assert "secret" not in str(error.value)
    assert "\n" not in str(error.value)


def test_fsspec_is_imported_for_urls_only(in_python: Callable[..., Any]) -> None:
    code = "import sys; from interviewkit.drive_folder.state import DriveState as S\n"
    code += "from interviewkit.drive_folder.store import open_store as o; S(o('out')).unchanged('x')\n"
    assert in_python("-c", f"{code}print('fsspec' in sys.modules)").out == "False\n"


def test_all_jobs_of_a_process_have_one_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    connected = []
    real = remote._connect

    def connect(url: str) -> tuple[Any, str]:
        connected.append(url)
        return real(url)

    monkeypatch.setattr(remote, "_connect", connect)
    store = object_store()
    job = pickle.dumps(store)
    for number in range(3):
        pickle.loads(job).write(f"{number}", b"x")  # noqa: S301 -- our own
    assert connected == [store.url] * 2
    assert store.list() == ["0", "1", "2"]


@pytest.mark.parametrize("url", ["file://host/folder", "file://"])
def test_a_file_url_names_this_machine(url: str) -> None:
    with pytest.raises(OutputError, match="names no folder of this machine"):
        open_store(url)


# --- the lock --------------------------------------------------------------------------------------------

HOLDER = """
import os, sys, time
from interviewkit.drive_folder.lock import folder_lock
from interviewkit.drive_folder.store import open_store
with folder_lock(open_store("out")):
    child = os.fork() if "fork" in sys.argv else 1
    if child:
        print("held", child, flush=True)
    time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="its lock is an object")
@pytest.mark.parametrize("how", ["alone", "fork"])
def test_a_folder_has_one_drive_and_a_killed_one_holds_nothing(
    how: str, tmp_path: Path, start_python: Start
) -> None:
    """With a worker that was forked and lives on, too."""
    store = local(tmp_path / "out")
    with start_python("-c", HOLDER, how) as process:
        assert process.stdout
        line = process.stdout.readline().split()
        assert line[0] == "held"
        words = (
            rf"another drive is writing to .*out: process {process.pid} on .+, since \d\d:\d\d \(\d minutes"
        )
        with pytest.raises(OutputError, match=words), folder_lock(store):
            pass
        process.kill()
        process.wait()
        with folder_lock(store) as held:
            assert held.warnings == ()
            held.refresh()
        if how == "fork":
            os.kill(int(line[1]), signal.SIGKILL)
    assert store.list() == []


def test_a_lock_is_free_again_after_an_error(store: Store) -> None:
    def fail() -> None:
        with folder_lock(store):
            assert store.exists(LOCK)
            with pytest.raises(OutputError, match="another drive is writing"), folder_lock(store):
                pass
            raise KeyError

    for _ in range(2):
        with pytest.raises(KeyError):
            fail()
    assert not store.exists(LOCK)


def object_store() -> RemoteStore:
    return RemoteStore(f"memory://{uuid.uuid4().hex}/out")


def written(minutes: float) -> bytes:
    """A lock that was refreshed so many minutes ago."""
    import datetime

    then = (datetime.datetime.now().astimezone() - datetime.timedelta(minutes=minutes)).isoformat()
    content = {"process": 7, "host": "far", "started": then, "refreshed": then, "token": "theirs"}
    return json.dumps(content).encode()


def test_a_lock_that_nobody_refreshes_is_taken_over() -> None:
    store = object_store()
    store.write(LOCK, written(29))
    with (
        pytest.raises(OutputError, match=r"process 7 on far, since \d\d:\d\d \(29 minutes ago\)"),
        folder_lock(store),
    ):
        pass
    store.write(LOCK, written(31))
    with folder_lock(store) as held:
        (warning,) = held.warnings
        assert "the lock of process 7 on far was not refreshed for 30 minutes; taken over" in warning
    assert store.list() == []


def test_a_lock_that_was_taken_over_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock_module, "REFRESH_SECONDS", 0)
    store = object_store()
    with folder_lock(store) as held:
        held.refresh()
        store.write(LOCK, written(0))
        with pytest.raises(OutputError, match="another drive took over"):
            held.refresh()
    assert b"theirs" in (store.read(LOCK) or b"")


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\0", b'{"refreshed": 3}', b"[" * 100_000])
def test_a_damaged_lock_is_taken_over(content: bytes) -> None:
    store = object_store()
    store.write(LOCK, content)
    with folder_lock(store) as held:
        assert "another drive" in held.warnings[0]


def test_of_two_drives_that_start_at_once_one_is_let_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other one writes its lock while this one waits."""
    store = object_store()
    monkeypatch.setattr("time.sleep", lambda _: store.write(LOCK, written(0)))
    with pytest.raises(OutputError, match="process 7 on far"), folder_lock(store):
        pass
    assert b"theirs" in (store.read(LOCK) or b"")


def test_only_memory_needs_no_time_to_settle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "_connect", lambda url: (None, url))
    found = [RemoteStore(url).settle_seconds for url in ("memory://x", "s3://x")]
    assert found == [0, remote.SETTLE_SECONDS]


@pytest.fixture
def no_system_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LocalStore:
    """A folder on a file system without locks."""
    fcntl = pytest.importorskip("fcntl")

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    return local(tmp_path)


def test_without_locks_of_the_system_one_drive_makes_the_file(
    no_system_locks: LocalStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another one makes it between this one's look and its own."""
    store, real = no_system_locks, LocalStore.create

    def late(self: LocalStore, path: str, data: bytes) -> bool:
        store.write(LOCK, written(0))
        return real(self, path, data)

    monkeypatch.setattr(LocalStore, "create", late)
    with pytest.raises(OutputError, match="process 7 on far"), folder_lock(store):
        pass
    assert b"theirs" in (store.read(LOCK) or b"")


def test_a_lock_that_is_just_being_written_is_not_damaged(
    no_system_locks: LocalStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = no_system_locks
    monkeypatch.setattr(lock_module, "_system_lock", lambda _: None)
    monkeypatch.setattr("time.sleep", lambda _: store.write(LOCK, written(0)))
    monkeypatch.setattr(LocalStore, "create", lambda *_: pytest.fail("was taken over"))
    store.write(LOCK, b"")
    with pytest.raises(OutputError, match="process 7 on far"), folder_lock(store):
        pass


def test_a_lock_of_a_file_system_without_locks_is_taken_over(
    no_system_locks: LocalStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = no_system_locks
    waited: list[float] = []
    monkeypatch.setattr("time.sleep", waited.append)
    with folder_lock(store) as held:
        assert held.warnings == ()
    store.write(LOCK, written(31))
    with folder_lock(store) as held:
        assert "taken over" in held.warnings[0]
    assert waited == [lock_module.SETTLE_SECONDS]


def test_where_the_file_system_has_no_locks_an_object_is_one(
    no_system_locks: LocalStore,
) -> None:
    store = no_system_locks
    with folder_lock(store), pytest.raises(OutputError, match="another drive is writing"), folder_lock(store):
        pass
    assert store.list() == []


# --- what is finished ------------------------------------------------------------------------------------


def test_the_states_of_a_file(store: Store) -> None:
    finished(store)
    state = DriveState(store)
    assert state.status(CARD, "one") is FileStatus.CURRENT
    assert state.status(CARD, "two") is FileStatus.OUTDATED
    assert state.status("kit/new.pdf", "one") is FileStatus.MISSING
    store.write(CARD, b"filled in")
    store.write("kit/mine.pdf", b"mine")
    store.delete(OTHER)
    state = DriveState(store)
    assert state.status(CARD, "one") is FileStatus.FILLED
    assert state.status(CARD, "two") is FileStatus.FILLED_OUTDATED
    assert state.status("kit/mine.pdf", "one") is FileStatus.FILLED_OUTDATED
    assert state.status(OTHER, "one") is FileStatus.MISSING
    store.write(CARD, b"")
    assert DriveState(store).status(CARD, "one") is FileStatus.MISSING


def test_what_this_run_made_is_current(store: Store) -> None:
    state = finished(store)
    assert state.status(CARD, "two") is FileStatus.OUTDATED
    for path in (CARD, "kit/new.pdf"):
        make(store, state, path, b"new", "two")
        assert state.status(path, "two") is FileStatus.CURRENT


def test_a_file_that_was_only_touched_is_as_recorded(tmp_path: Path) -> None:
    store = local(tmp_path)
    finished(store)
    os.utime(tmp_path / CARD, (1, 1))
    assert DriveState(store).status(CARD, "one") is FileStatus.CURRENT
    assert DriveState(store).unchanged("all")


def test_unchanged_files_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = local(tmp_path)
    finished(store)
    monkeypatch.setattr(LocalStore, "sha256", lambda *_: pytest.fail("was read"))
    assert DriveState(store).unchanged("all")
    assert DriveState(store).status(CARD, "one") is FileStatus.CURRENT


def test_a_changed_file_is_kept_when_another_takes_its_place(store: Store) -> None:
    finished(store)
    kept = []
    for number in "12":
        store.write(CARD, b"filled in " + number.encode())
        state = DriveState(store)
        kept.append(make(store, state, CARD, b"new " + number.encode(), number))
        state.finish(record(), [CARD, OTHER])
    assert kept == ["kit/scorecards/C-1/only--ada.yours-1.pdf", "kit/scorecards/C-1/only--ada.yours-2.pdf"]
    assert [store.read(path or "") for path in kept] == [b"filled in 1", b"filled in 2"]
    assert store.read(CARD) == b"new 2"


def test_what_is_the_same_was_changed_by_nobody(store: Store) -> None:
    store.write(CARD, b"card")
    assert put(store, CARD, b"card").kept is None
    assert put(store, CARD, b"other", Known(hashlib.sha256(b"card").hexdigest())).kept is None
    assert names(store) == [CARD]


def test_a_file_that_changes_while_the_drive_runs_is_kept(store: Store) -> None:
    finished(store)
    known = DriveState(store).known(CARD)
    store.write(CARD, b"filled in just now")
    assert put(store, CARD, b"new", known).kept


def test_a_killed_drive_is_known_by_its_journal(store: Store) -> None:
    finished(store)
    before = DriveState(store)
    make(store, before, CARD, b"newer", "two")
    before.flush()
    store.append(".interviewkit/journal-000001.jsonl", b'{"path": "kit/x.pdf", "kind": "she')
    state = DriveState(store)
    assert state.status(CARD, "two") is FileStatus.CURRENT
    assert state.status(OTHER, "one") is FileStatus.CURRENT
    assert not state.unchanged("all")
    make(store, state, OTHER, b"newer, too", "two")
    state.flush()
    state = DriveState(store)
    assert state.status(OTHER, "two") is FileStatus.CURRENT
    state.finish(record(), [CARD, OTHER])
    assert [path for path in store.list() if "journal" in path] == []
    assert DriveState(store).unchanged("all")


def test_a_torn_line_of_the_journal_hides_no_other(tmp_path: Path) -> None:
    store = local(tmp_path)
    state = DriveState(store)
    make(store, state, CARD, b"card")
    state.flush()
    journal = tmp_path / ".interviewkit/journal.jsonl"
    with journal.open("ab") as file:
        file.write(journal.read_bytes()[:50] + b"\xff\0" + b"[" * 50_000)
    state = DriveState(store)
    make(store, state, OTHER, b"other")
    state.flush()
    state = DriveState(store)
    assert [state.status(path, "one") for path in (CARD, OTHER)] == [FileStatus.CURRENT] * 2


class _KilledError(Exception):
    """The worker is killed here."""


@pytest.mark.parametrize("written_before", [0, 1, 2])
def test_what_a_killed_worker_wrote_is_nobodys_own(
    written_before: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The coordinator has noted none of it; a name was corrected, so that all is made again."""
    store = local(tmp_path)
    finished(store)
    left = iter(range(written_before))
    real = LocalStore.write

    def dying(self: LocalStore, path: str, data: bytes, *, durable: bool = False) -> Stamp:
        if next(left, None) is None:
            raise _KilledError
        return real(self, path, data, durable=durable)

    with monkeypatch.context() as patch:
        patch.setattr(LocalStore, "write", dying)
        for inputs in ("two", "three"):
            known = DriveState(store).known
            places = [Place(path, MadeKind.SHEET, inputs, 2, known(path)) for path in (CARD, OTHER)]
            with contextlib.suppress(_KilledError):
                write_all(store, [Draft(place, inputs.encode()) for place in places])
    state = DriveState(store)
    old = FileStatus.OUTDATED
    found = [FileStatus.CURRENT if written_before > number else old for number in range(2)]
    assert [state.status(path, "two") for path in (CARD, OTHER)] == found
    assert [make(store, state, path, b"four", "four") for path in (CARD, OTHER)] == [None, None]
    state.finish(record(), [CARD, OTHER])
    assert not [path for path in store.list() if "yours" in path or "journal" in path]


def test_what_was_intended_and_is_not_there_says_nothing(tmp_path: Path) -> None:
    store = local(tmp_path)
    finished(store)
    intend(store, [made(CARD, b"new", "two"), made("kit/new.pdf", b"new", "two")])
    store.write("kit/new.pdf", b"mine")
    state = DriveState(store)
    assert state.status(CARD, "one") is FileStatus.CURRENT
    assert state.status("kit/new.pdf", "two") is FileStatus.FILLED_OUTDATED
    assert make(store, state, "kit/new.pdf", b"new", "two") == "kit/new.yours-1.pdf"


def test_a_batch_is_one_append_to_the_journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    appended = []
    real = LocalStore.append

    def append(self: LocalStore, path: str, data: bytes) -> None:
        appended.append(path)
        real(self, path, data)

    monkeypatch.setattr(LocalStore, "append", append)
    drafts = [Draft(Place(f"kit/{n}.pdf", MadeKind.SHEET, "one", 1, Known()), b"x") for n in range(100)]
    write_all(local(tmp_path), drafts)
    assert appended == [".interviewkit/journal.jsonl"]


def test_behind_a_url_nothing_is_intended() -> None:
    store = object_store()
    (done,) = write_all(store, [Draft(Place(CARD, MadeKind.SHEET, "one", 1, Known()), b"x")])
    assert (store.list(), done.file.sha256) == ([CARD], hashlib.sha256(b"x").hexdigest())


def test_a_journal_that_was_copied_to_another_kind_of_place_is_read_first(tmp_path: Path) -> None:
    names = ["journal.jsonl", "journal-x.jsonl", "journal-000002.jsonl"]
    for store, order in ((object_store(), [0, 1, 2]), (local(tmp_path), [1, 2, 0])):
        for number, name in enumerate(names):
            store.write(f".interviewkit/{name}", b"")
            intent = made(CARD, b"%d" % number, name)
            line = {**entry_of(intent, None).plain(CARD)}
            store.write(f".interviewkit/{name}", json.dumps(line).encode())
        assert journal_parts(store) == [f".interviewkit/{names[each]}" for each in order]
        state = DriveState(store)
        found = state.made(CARD)
        assert found
        assert found.inputs == names[order[-1]]
        state.record(made(CARD, b"newer", "newer"))
        state.flush()
        newest = DriveState(store).made(CARD)
        assert newest
        assert newest.inputs == "newer"


def test_the_journal_reaches_the_disk_in_batches(store: Store) -> None:
    state = DriveState(store)
    for number in range(1100):
        state.record(made(f"kit/{number}.pdf", b"x"))
    assert DriveState(store).made("kit/999.pdf") == made("kit/999.pdf", b"x")
    state.flush()
    assert DriveState(store).made("kit/1099.pdf")


def test_unchanged_means_same_inputs_no_failures_and_every_file_as_recorded(store: Store) -> None:
    assert not DriveState(store).unchanged("all")
    finished(store)
    assert DriveState(store).unchanged("all")
    assert not DriveState(store).unchanged("other")
    store.delete(".interviewkit/stat.json")
    assert DriveState(store).unchanged("all")
    assert store.exists(".interviewkit/stat.json")
    stored = store.read(CARD) or b""
    for spoil in (lambda: store.write(CARD, b"filled in"), lambda: store.delete(CARD)):
        spoil()
        assert not DriveState(store).unchanged("all")
        store.write(CARD, stored)
        assert DriveState(store).unchanged("all")
    store.delete("drive.json")
    assert not DriveState(store).unchanged("all")


def test_a_run_that_failed_is_not_unchanged(store: Store) -> None:
    state = finished(store)
    state.finish(record(status=OpeningStatus.FAILED), [CARD])
    assert not DriveState(store).unchanged("all")


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"\xff", b"[" * 50_000, b'{"record": 3}'])
def test_damaged_stamps_are_made_again(content: bytes, store: Store) -> None:
    finished(store)
    store.write(".interviewkit/stat.json", content)
    assert DriveState(store).unchanged("all")
    assert DriveState(store).status(CARD, "one") is FileStatus.CURRENT


def test_drive_json_is_the_same_for_the_same_files(store: Store) -> None:
    finished(store)
    data = store.read("drive.json") or b""
    assert DriveRecord.model_validate_json(data).files == (
        made(CARD, CARD.encode()),
        made(OTHER, OTHER.encode()),
    )
    stamp = store.size_and_time("drive.json")
    state = DriveState(store)
    assert state.run == 1
    state.finish(record(), [CARD, OTHER])
    assert (store.read("drive.json"), store.size_and_time("drive.json")) == (data, stamp)


BAD_FILES = [
    {"path": "../x", "kind": "sheet", "inputs": "i", "sha256": "00"},
    {"path": "a", "kind": "x", "inputs": "i", "sha256": "00"},
    {"path": "a", "kind": "sheet", "inputs": 3, "sha256": "00"},
    {"path": "a", "kind": "sheet", "inputs": "i", "sha256": "zz"},
    {"path": "a\ud800", "kind": "sheet", "inputs": "i", "sha256": "00"},
    {"path": "a", "kind": "sheet", "inputs": "i", "sha256": "00", "about": 3},
    [],
    None,
]


@pytest.mark.parametrize(
    "content",
    [
        b"\x00\xff\x89PDF",
        b"{}",
        b"[]",
        b"null",
        b'"text"',
        b"[" * 200_000,
        b'{"a":' * 50_000,
        b'{"format": 2, "files": []}',
        b'{"format": 1, "files": 3}',
        b'{"format": 1, "drive": "d", "run": "x", "inputs": "i", "openings": 3, "files": []}',
    ],
)
def test_a_damaged_record_starts_anew_and_costs_nobody_a_file(content: bytes, store: Store) -> None:
    finished(store)
    store.write(CARD, b"filled in")
    store.write("drive.json", content)
    state = DriveState(store)
    (warning,) = state.warnings
    assert "drive.json is damaged or of another version; the drive starts anew" in warning
    assert not DriveState(store).unchanged("all")
    assert state.status(CARD, "one") is FileStatus.FILLED_OUTDATED
    assert make(store, state, CARD, CARD.encode())
    assert not make(store, state, OTHER, OTHER.encode())
    state.finish(record(), [CARD, OTHER])
    kept = ["drive.yours-1.json", "kit/scorecards/C-1/only--ada.yours-1.pdf"]
    assert [store.read(path) for path in kept] == [content, b"filled in"]
    assert names(store) == sorted([*kept, "drive.json", CARD, OTHER])
    assert DriveState(store).unchanged("all")


def test_entries_that_make_no_sense_are_passed_over(store: Store) -> None:
    finished(store)
    data = json.loads(store.read("drive.json") or b"")
    data["files"] += BAD_FILES
    store.write("drive.json", json.dumps(data).encode())
    state = DriveState(store)
    assert (state.warnings, len(state.stale([]))) == ((), 2)


def test_what_no_longer_belongs_is_removed_unless_somebody_filled_it_in(store: Store) -> None:
    finished(store)
    store.write(OTHER, b"filled in")
    state = DriveState(store)
    assert state.stale([CARD, OTHER]) == []
    stale = state.stale([])
    assert [each.path for each in stale] == [CARD, OTHER]
    assert state.prune(stale) == ((CARD,), (OTHER,))
    assert state.prune(stale) == ((CARD,), (OTHER,))
    assert [each.path for each in state.stale([])] == [OTHER]
    assert names(store) == [OTHER, "drive.json"][::-1]


def test_what_no_longer_belongs_and_is_gone_is_forgotten(store: Store) -> None:
    finished(store)
    store.delete(CARD)
    state = DriveState(store)
    assert state.stale([OTHER]) == []
    state.finish(record(), [OTHER, *(each.path for each in state.stale([OTHER]))])
    assert DriveState(store).unchanged("all")


def test_the_drive_of_a_folder_is_known(store: Store) -> None:
    assert DriveState(store).drive == ""
    finished(store)
    assert DriveState(store).drive == "d"
    store.write("drive.json", b"{")
    assert DriveState(store).drive == ""


def test_unfinished_files_of_a_killed_drive_go(store: Store) -> None:
    store.write(".interviewkit/tmp/1-a-1", b"half")
    DriveState(store)
    assert store.list() == []


def test_twenty_thousand_files_are_cheap(tmp_path: Path) -> None:
    """Memory only: times are for the benchmark."""
    import tracemalloc

    store = local(tmp_path)
    files = [
        made(f"opening/scorecards/C-{n}/interview--person.pdf", b"%d" % n, f"{n:064}") for n in range(2000)
    ]
    first = DriveState(store)
    for file in files:
        first.record(file)
    first.finish(record(), [file.path for file in files])
    tracemalloc.start()
    state = DriveState(store)
    assert state.made(files[0].path) == files[0]
    size = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert size * 10 < 15_000_000
