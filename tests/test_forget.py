"""Everything about one person leaves the output folder, also when the command is killed half-way."""

import hashlib
import json
import uuid
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from interviewkit.cli import KitGroup
from interviewkit.cli.forget import forget as command
from interviewkit.drive_folder import forget as forget_module
from interviewkit.drive_folder.entries import RECORD
from interviewkit.drive_folder.forget import Step, UnknownCandidateError, forget
from interviewkit.drive_folder.journal import intend
from interviewkit.drive_folder.local import LocalStore
from interviewkit.drive_folder.lock import folder_lock
from interviewkit.drive_folder.state import DriveState, FileStatus
from interviewkit.drive_folder.store import Store, open_store
from interviewkit.drive_folder.writing import put
from interviewkit.models.drive_outcome import OpeningStatus
from interviewkit.models.drive_record import DriveRecord, MadeFile, MadeKind, MadeOpening

NAME = "Łucja"
KIT = {
    "brief.pdf": b"brief",
    "scorecards/only.pdf": b"blank",
    "scorecards/C-014/only--ada.pdf": b"of C-014",
    "scorecards/C-0145/only--ada.pdf": b"of C-0145",
    "print-packs/ada.pdf": b"of C-014 and C-0145",
    "print-pack.pdf": b"of C-014 and C-0145",
}
"""A kit of `build`; a candidate's id is the start of another's."""

DRIVE: dict[str, tuple[str, ...]] = {
    "kit-a/brief.pdf": (),
    "kit-a/print-pack.pdf": (),
    "kit-a/scorecards/C-014/only--ada.pdf": ("C-014",),
    "kit-a/scorecards/C-015/only--ada.pdf": ("C-015",),
    "kit-b/brief.pdf": (),
    "kit-b/scorecards/C-016/only--ada.pdf": ("C-016",),
    "print-packs/ada.pdf": ("C-014", "C-016"),
    "print-packs/bob.pdf": ("C-016",),
    "drive.pdf": ("C-014", "C-015", "C-016"),
    "summary.csv": (),
}
"""The files of a drive and whom they are about; each says so in its bytes."""


def kit_record(files: dict[str, bytes]) -> bytes:
    sheets = []
    for path in files:
        parts = path.split("/")
        if parts[0] == "scorecards":
            candidate = parts[1] if len(parts) == 3 else None
            sheets.append({"sheet": "ABCDEFGH", "path": path, "candidate": candidate})
    entries = [{"path": path, "sha256": hashlib.sha256(data).hexdigest()} for path, data in files.items()]
    return json.dumps({"format": 3, "build_digest": "d", "sheets": sheets, "files": entries}).encode()


def build(store: Store, kit: str = "claims") -> None:
    """A kit as `build` writes it, with what people put there."""
    for path, data in {**KIT, "kit.json": kit_record(KIT)}.items():
        store.write(f"{kit}/{path}", data)
    store.write(f"{kit}/scorecards/C-014/only--ada.yours-1.pdf", b"filled in for C-014")
    store.write(f"{kit}/scorecards/C-014/notes/{NAME}.txt", b"notes on C-014")
    store.write(f"{kit}/print-packs/ada.yours-2.pdf", b"written on, C-014")
    store.write(f"{kit}/notes/mine.txt", b"mine")


def drive(store: Store, *, finish: bool = True) -> None:
    """An output folder of a drive; without `finish` as a killed one leaves it."""
    state = DriveState(store)
    for path, about in DRIVE.items():
        write_made(store, state, path, " ".join(("for", *about)).encode(), about)
    for kit in ("kit-a", "kit-b"):
        own = {path.removeprefix(f"{kit}/"): b"" for path in DRIVE if path.startswith(kit)}
        write_made(store, state, f"{kit}/kit.json", kit_record(own), ())
    state.flush()
    if finish:
        finish_drive(state, DRIVE)
    store.write("kit-a/scorecards/C-014/only--ada.yours-1.pdf", b"filled in for C-014")
    store.write("drive.yours-1.pdf", b"written on, C-014")
    store.write("drive.yours-1.json", b'{"format": 0, "about": ["C-014"]}')
    store.write(".kit-a.old/scorecards/C-014/only.pdf", b"half a build for C-014")
    store.write(".interviewkit/tmp/1-a-1", b"half a file for C-014")


def finish_drive(state: DriveState, paths: Iterable[str]) -> None:
    openings = tuple(
        MadeOpening(opening=kit, status=OpeningStatus.BUILT, candidates=people)
        for kit, people in (("kit-a", ("C-014", "C-015")), ("kit-b", ("C-016",)))
    )
    record = DriveRecord(drive="d", run=1, inputs="all", openings=openings, files=())
    state.finish(record, [*paths, "kit-a/kit.json", "kit-b/kit.json"])


def write_made(store: Store, state: DriveState, path: str, data: bytes, about: tuple[str, ...]) -> None:
    done = put(store, path, data)
    made = MadeFile(path=path, kind=MadeKind.SHEET, inputs="i", sha256=done.sha256, about=about)
    state.record(made, done.stamp)


def remaining(store: Store, candidate: str = "C-014") -> list[str]:
    """The files that still say anything about the candidate, in their names or in their bytes."""
    word = f"{candidate}\0".encode()
    marks = (b" ", b'"', b"\n", b"\0", b"/", b",")
    found = []
    for path in store.list():
        text = path.encode() + b"\0" + (store.read(path) or b"") + b"\0"
        if any(word[:-1] + mark in text for mark in marks):
            found.append(path)
    return found


def steps(store: Store, candidate: str = "C-014", *, dry_run: bool = False) -> list[Step]:
    told: list[Step] = []
    assert forget(store, candidate, told.append, dry_run=dry_run) == ()
    return told


@pytest.fixture(params=["folder", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """A folder on this machine, and a place behind a URL."""
    if request.param == "folder":
        return open_store(str(tmp_path / "output"))
    return open_store(f"memory://{uuid.uuid4().hex}/out")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[int, str, str]]:
    """Run `forget` as the command line does."""
    monkeypatch.chdir(tmp_path)
    group = KitGroup("interviewkit", commands=[command])

    def run(*arguments: str) -> tuple[int, str, str]:
        result = CliRunner().invoke(group, ["forget", *arguments])
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result.exit_code, result.stdout, result.stderr

    return run


# --- what goes and what stays ------------------------------------------------------------------------------


def test_a_kit_without_the_person(store: Store) -> None:
    build(store)
    build(store, "other")
    store.delete("other/scorecards/C-014/only--ada.pdf")
    assert steps(store)
    assert remaining(store) == []
    stays = [
        "brief.pdf",
        "kit.json",
        "notes/mine.txt",
        "scorecards/C-0145/only--ada.pdf",
        "scorecards/only.pdf",
    ]
    assert store.list() == [f"{kit}/{path}" for kit in ("claims", "other") for path in stays]
    record = json.loads(store.read("claims/kit.json") or b"")
    assert [sheet["candidate"] for sheet in record["sheets"]] == [None, "C-0145"]
    assert [entry["path"] for entry in record["files"]] == [
        "brief.pdf",
        "scorecards/only.pdf",
        "scorecards/C-0145/only--ada.pdf",
    ]
    assert record["build_digest"] == ""


def test_a_kit_of_others_is_not_touched(store: Store) -> None:
    build(store)
    others = {path.replace("C-014/", "C-099/"): data for path, data in KIT.items()}
    for path, data in {**others, "kit.json": kit_record(others)}.items():
        store.write(f"other/{path}", data)
    steps(store)
    assert store.list("other") == sorted(f"other/{path}" for path in [*others, "kit.json"])
    assert json.loads(store.read("other/kit.json") or b"")["build_digest"] == "d"


def test_a_kit_folder_itself_can_be_named(tmp_path: Path) -> None:
    build(open_store(str(tmp_path)))
    store = open_store(str(tmp_path / "claims"))
    steps(store)
    assert remaining(store) == []
    assert store.list("print-packs") == []
    assert store.exists("brief.pdf")


@pytest.mark.parametrize("finish", [True, False])
def test_a_drive_without_the_person(finish: bool, store: Store) -> None:
    drive(store, finish=finish)
    assert steps(store)
    assert remaining(store) == []
    stays = {path for path, about in DRIVE.items() if "C-014" not in about} - {"summary.csv"}
    stays |= {"kit-a/kit.json", "kit-b/kit.json"} | ({RECORD} if finish else set())
    assert {path for path in store.list() if not path.startswith(".interviewkit")} == stays
    state = DriveState(store)
    assert state.warnings == ()
    assert not state.unchanged("all")
    wrong = {path for path in stays - {RECORD} if state.status(path, "i") is not FileStatus.CURRENT}
    assert wrong == {"kit-a/kit.json"}
    assert state.status("kit-a/kit.json", "i") is FileStatus.OUTDATED
    with pytest.raises(UnknownCandidateError):
        steps(store)


PACKS = ("interviewers/ada-example", "interviews/ada/kit-a", "days/2026-11-20", "since-run-1/ada")


@pytest.mark.parametrize("damaged", [False, True])
def test_print_packs_in_folders_of_their_own(damaged: bool, store: Store) -> None:
    """Somebody wrote in one, the person was withdrawn, and the drive made it anew: the copy may name them."""
    drive(store)
    state = DriveState(store)
    paths = [f"print-packs/{name}.pdf" for name in PACKS]
    for path in paths:
        write_made(store, state, path, b"for others", ("C-016",))
        store.write(path.replace(".pdf", ".yours-1.pdf"), b"written on, C-014")
    finish_drive(state, [*DRIVE, *paths])
    if damaged:
        store.write(RECORD, (store.read(RECORD) or b"")[:-3])
    steps(store)
    assert remaining(store) == []
    expected = [] if damaged else sorted([*paths, "print-packs/bob.pdf"])
    assert store.list("print-packs") == expected


def test_a_summary_that_may_name_the_person_goes_and_is_made_again(store: Store) -> None:
    drive(store)
    store.write("summary.yours-1.csv", b"written on, C-014")
    assert Step("summary.csv", removed=True) in steps(store)
    assert [path for path in store.list() if "summary" in path] == []
    assert DriveState(store).status("summary.csv", "i") is FileStatus.MISSING


@pytest.mark.parametrize("path", ["", "../x", "../kit.json", "a\0b", "/x", "\ud800/kit.json", 3])
def test_a_path_that_is_none_is_not_there(path: Any, store: Store) -> None:
    """In the record of a drive, of a kit, and in the journal."""
    drive(store)
    for record in (RECORD, "kit-a/kit.json"):
        data = json.loads(store.read(record) or b"")
        data["files"] += [{"path": path, "about": ["C-014"]}, {"path": path, "sha256": "\ud800"}]
        data["drive" if record == RECORD else "title"] = "\ud800"
        store.write(record, json.dumps(data).encode())
    line = {"path": path, "note": "\ud800"}
    store.write(".interviewkit/journal.jsonl", json.dumps(line).encode() + b"\n")
    steps(store)
    assert remaining(store) == []
    for record in (RECORD, "kit-a/kit.json"):
        left = [entry["path"] for entry in json.loads(store.read(record) or b"")["files"]]
        assert left
        assert path not in left


def test_lines_of_the_journal_that_say_nothing_sound_stay_readable(store: Store) -> None:
    drive(store)
    line = {"path": "kit-b/x.pdf", "note": "\ud800"}
    store.write(".interviewkit/journal.jsonl", json.dumps(line).encode() + b"\n")
    steps(store)
    assert json.loads(store.read(".interviewkit/journal.jsonl") or b"") == {**line, "note": "?"}


def test_a_sheet_that_a_killed_worker_was_writing_is_of_the_person(tmp_path: Path) -> None:
    store = open_store(str(tmp_path))
    path = "print-packs/interviewers/ada.pdf"
    made = MadeFile(path=path, kind=MadeKind.PACK, inputs="i", sha256="00" * 32, about=("C-014",))
    store.write(path, b"written, and not noted, of C-014")
    intend(store, [made])
    steps(store)
    assert remaining(store) == []


def test_a_record_that_is_damaged_is_no_obstacle(store: Store) -> None:
    """Then it is not known what is in the print packs of the drive, and they go."""
    drive(store)
    for path in (RECORD, "kit-a/kit.json"):
        store.write(path, (store.read(path) or b"")[:-3])
    steps(store)
    assert remaining(store) == []
    assert store.list("print-packs") == []
    assert store.exists("kit-b/scorecards/C-016/only--ada.pdf")


@pytest.mark.parametrize(
    "content", [b"", b"[]", b'{"sheets": 3, "files": [3]}', b'{"sheets": [{"candidate": []}]}']
)
def test_a_folder_without_records_is_searched_by_names(content: bytes, store: Store) -> None:
    build(store)
    store.write("claims/kit.json", content)
    store.write(
        RECORD, b'{"format": 1, "drive": "d", "run": 1, "inputs": "", "openings": [], "files": [3, {}]}'
    )
    steps(store)
    assert [path for path in remaining(store) if path != "claims/kit.json"] == []
    assert not store.exists("claims/print-pack.pdf")


class _StopError(Exception):
    """The process is killed here."""


class Killed:
    """A store whose process is killed before its n-th change."""

    def __init__(self, store: Store, changes: int) -> None:
        self._store = store
        self._left = changes

    def __getattr__(self, name: str) -> Any:
        if name in {"write", "delete", "move"}:
            if self._left == 0:
                raise _StopError
            self._left -= 1
        return getattr(self._store, name)


@pytest.mark.parametrize("make", [build, drive, lambda store: drive(store, finish=False)])
def test_what_was_interrupted_anywhere_can_be_finished(
    make: Callable[[Store], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """After the second attempt nothing is left, wherever the first one ended."""
    import contextlib

    monkeypatch.setattr(forget_module, "folder_lock", lambda _: contextlib.nullcontext(_Held()))
    for changes in range(100):
        store = open_store(f"memory://{uuid.uuid4().hex}/out")
        make(store)
        try:
            forget(Killed(store, changes), "C-014", lambda _: None)
        except _StopError:
            with contextlib.suppress(UnknownCandidateError):
                forget(store, "C-014", lambda _: None)
            assert remaining(store) == [], changes
            continue
        assert remaining(store) == []
        assert changes > 5
        return
    pytest.fail("never came to its end")


class _Held:
    warnings = ()


# --- the command -------------------------------------------------------------------------------------------


def test_each_file_is_told_and_no_name(run: Callable[..., tuple[int, str, str]], tmp_path: Path) -> None:
    build(LocalStore(tmp_path / "output"))
    code, dry, err = run("C-014", "--dry-run")
    assert (code, err) == (0, "")
    assert len(LocalStore(tmp_path / "output").list()) == 11
    code, out, err = run("C-014")
    assert (code, err) == (0, "")
    assert out.splitlines()[:-1] == [
        "removed output/claims/print-pack.pdf",
        "removed output/claims/print-packs/ada.pdf",
        "removed output/claims/print-packs/ada.yours-2.pdf",
        "removed output/claims/scorecards/C-014/ (a file that was put there)",
        "removed output/claims/scorecards/C-014/only--ada.pdf",
        "removed output/claims/scorecards/C-014/only--ada.yours-1.pdf",
        "edited output/claims/kit.json",
    ]
    assert dry == out.replace("removed ", "would remove ").replace("edited ", "would edit ")
    assert NAME not in out
    assert "take the person out of the spreadsheet" in out.splitlines()[-1]
    assert not (tmp_path / "output/claims/scorecards/C-014").exists()
    assert not (tmp_path / "output/.interviewkit").exists()


@pytest.mark.parametrize(
    ("candidate", "hint"),
    [
        ("C-14", "did you mean `C-014`?"),
        ("c-014", "did you mean `C-014`?"),
        ("somebody", "known: `C-014`, `C-0145`"),
        (f"{NAME} Świątek", "known: `C-014`, `C-0145`"),
        ("..", "known: `C-014`, `C-0145`"),
    ],
)
def test_an_unknown_id_is_one_line(
    candidate: str, hint: str, run: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    store = LocalStore(tmp_path / "output")
    build(store)
    store.delete("claims/print-packs/ada.yours-2.pdf")
    code, out, err = run(candidate)
    assert (code, out) == (1, "")
    assert err == f"interviewkit: output has nothing about a candidate of this id; {hint}\n"


def test_an_unknown_id_may_still_have_a_sheet_in_a_kept_pack(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    """The person was withdrawn and their files pruned, but for the pack that somebody wrote in."""
    store = LocalStore(tmp_path / "output")
    store.write("print-packs/interviewers/ada.yours-1.pdf", b"written on, of C-014")
    code, _, err = run("C-014")
    assert code == 1
    line = "look yourself into these print packs, which somebody has changed"
    assert err.splitlines()[1:] == [f"{line}: output/print-packs/interviewers/ada.yours-1.pdf"]


def test_a_folder_that_is_not_there_is_not_made(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    code, _, err = run("C-014", "--out", "nowhere")
    assert (code, err.count("\n")) == (1, 1)
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_that_a_drive_is_writing_to_is_left_alone(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    store = LocalStore(tmp_path / "output")
    build(store)
    with folder_lock(store):
        code, _, err = run("C-014")
    assert (code, err.startswith("interviewkit: another drive is writing to output: process")) == (3, True)
    assert store.exists("claims/scorecards/C-014/only--ada.pdf")


def test_an_interrupted_command_says_how_to_go_on(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    build(LocalStore(tmp_path / "output"))
    monkeypatch.setattr(LocalStore, "delete", interrupt)
    code, _, err = run("C-014")
    assert (code, err) == (130, "interviewkit: interrupted; run it again to remove the rest\n")


def test_letters_count_as_the_file_system_says(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    build(store)
    with pytest.raises(UnknownCandidateError):
        steps(store, "c-014")
    monkeypatch.setattr(type(store), "ignores_case", True)
    assert steps(store, "c-014")
    assert remaining(store) == []
