"""The kit's folder: all or nothing, whatever happens, and nothing that the user had is lost."""

import hashlib
import json
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from interviewkit.output_folder import is_up_to_date, recorded_files, recover_kit, write_kit

Files = dict[str, bytes]
CARD = "scorecards/C-1/only--ada-example.pdf"
CANDIDATE = "candidates: [{id: C-1, name: Łucja Świątek}]\n"


def contents(folder: Path) -> Files:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def hidden(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name.startswith("."))


def kit_of(word: str) -> Files:
    """A kit without PDFs: two files and the record that lists them."""
    files = {"brief.pdf": word.encode(), "scorecards/only.pdf": word.encode() * 2}
    entries = [{"path": name, "sha256": hashlib.sha256(data).hexdigest()} for name, data in files.items()]
    return {**files, "kit.json": json.dumps({"build_digest": word, "files": entries}).encode()}


def is_complete(folder: Path) -> bool:
    """Every file that the kit's record lists is there with its bytes."""
    record = json.loads((folder / "kit.json").read_bytes())
    return len(recorded_files(record)) > 1 and is_up_to_date(folder, record["build_digest"])


# --- what the user had -----------------------------------------------------------------------------------


def test_files_that_the_user_added_survive_a_rebuild(tmp_path: Path) -> None:
    kit = tmp_path / "kit"
    write_kit(kit, kit_of("old"))
    (kit / "notes").mkdir()
    (kit / "notes/mine.txt").write_text("mine")
    (kit / "archive").symlink_to("notes")
    assert write_kit(kit, kit_of("new")) == ()
    assert contents(kit) == {**kit_of("new"), "notes/mine.txt": b"mine"}
    assert (kit / "archive").readlink() == Path("notes")


def test_a_changed_file_is_kept_under_another_name_every_time(tmp_path: Path) -> None:
    kit = tmp_path / "kit"
    write_kit(kit, kit_of("first"))
    kept: list[str] = []
    for word in ("second", "third"):
        (kit / "brief.pdf").write_bytes(b"filled in before the " + word.encode())
        kept += write_kit(kit, kit_of(word))
    assert kept == ["brief.yours-1.pdf", "brief.yours-2.pdf"]
    assert contents(kit) == {
        **kit_of("third"),
        "brief.yours-1.pdf": b"filled in before the second",
        "brief.yours-2.pdf": b"filled in before the third",
    }


def test_a_file_where_the_kit_has_a_folder_is_kept_under_another_name(tmp_path: Path) -> None:
    kit = tmp_path / "kit"
    kit.mkdir()
    (kit / "scorecards").write_text("my list")
    assert write_kit(kit, kit_of("new")) == ("scorecards.yours-1",)
    assert contents(kit) == {**kit_of("new"), "scorecards.yours-1": b"my list"}


def test_the_permissions_that_the_user_gave_the_folder_stay(tmp_path: Path) -> None:
    kit = tmp_path / "kit"
    write_kit(kit, kit_of("old"))
    kit.chmod(0o700)
    write_kit(kit, kit_of("new"))
    assert kit.stat().st_mode & 0o777 == 0o700


def test_a_kit_behind_a_link_is_rebuilt_where_it_is(tmp_path: Path) -> None:
    (tmp_path / "share").mkdir()
    (tmp_path / "kit").symlink_to(tmp_path / "share/kit")
    for word in ("first", "second", "third"):
        write_kit(tmp_path / "kit", kit_of(word))
    assert (tmp_path / "kit").is_symlink()
    assert contents(tmp_path / "share/kit") == kit_of("third")
    assert hidden(tmp_path) == hidden(tmp_path / "share") == []


def test_a_filled_in_scorecard_survives_and_the_command_says_so(
    interviewkit: Callable[..., Any], small: Callable[..., Path], tmp_path: Path
) -> None:
    small(CANDIDATE)
    interviewkit("build", "opening.yaml")
    card = tmp_path / "output/opening" / CARD
    blank = card.read_bytes()
    card.write_bytes(blank + b"% ticked")
    outcome = interviewkit("build", "opening.yaml")
    assert outcome.code == 0
    assert "  scorecards/C-1/only--ada-example.yours-1.pdf is your changed file, kept\n" in outcome.out
    assert card.read_bytes() == blank
    assert card.with_name("only--ada-example.yours-1.pdf").read_bytes() == blank + b"% ticked"


def test_sheets_of_a_dropped_candidate_vanish_unless_they_were_changed(
    interviewkit: Callable[..., Any], small: Callable[..., Path], tmp_path: Path
) -> None:
    small(CANDIDATE.replace("]", ", {id: C-2}, {id: C-3}]"))
    interviewkit("build", "opening.yaml")
    cards = tmp_path / "output/opening/scorecards"
    (cards / "C-3/only--ada-example.pdf").write_bytes(b"filled in")
    small(CANDIDATE)
    interviewkit("build", "opening.yaml")
    assert sorted(path.name for path in cards.iterdir()) == ["C-1", "C-3", "only.pdf"]
    assert (cards / "C-3/only--ada-example.pdf").read_bytes() == b"filled in"


DAMAGE = {
    "empty": b"",
    "half": b'{"files": [{"path": "brief.pdf"',
    "not text": b"\xff\xfe\x00",
    "a list": b"[]",
    "a number of files": b'{"files": 5}',
    "no files": b'{"build_digest": "new", "files": null}',
    "odd files": b'{"build_digest": "new", "files": [1, {"path": 3}, {"path": "brief.pdf", "sha256": null}]}',
    "a path with a zero byte": b'{"build_digest": "new", "files": [{"path": "a\\u0000b", "sha256": "0"}]}',
    "nested": b"[" * 200_000,
}


@pytest.mark.parametrize("damage", [*DAMAGE.values(), None], ids=[*DAMAGE, "missing"])
def test_a_damaged_record_is_repaired_and_nothing_is_doubled(tmp_path: Path, damage: bytes | None) -> None:
    kit = tmp_path / "kit"
    write_kit(kit, kit_of("new"))
    (kit / "kit.json").unlink()
    if damage is not None:
        (kit / "kit.json").write_bytes(damage)
    assert not is_up_to_date(kit, "new")
    assert write_kit(kit, kit_of("new")) == ()
    assert contents(kit) == kit_of("new")


def test_a_record_that_is_a_folder_ends_with_one_line_and_changes_nothing(
    interviewkit: Callable[..., Any], small: Callable[..., Path], tmp_path: Path
) -> None:
    small()
    interviewkit("build", "opening.yaml")
    kit = tmp_path / "output/opening"
    (kit / "kit.json").unlink()
    (kit / "kit.json").mkdir()
    (kit / "kit.json/mine").write_text("mine")
    before = contents(kit)
    outcome = interviewkit("build", "opening.yaml")
    assert (outcome.code, outcome.err.count("\n")) == (3, 1)
    assert contents(kit) == before


# --- where the folder cannot be written ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("obstacle", "out"), [("taken", "taken"), ("taken", "taken/below"), ("output/opening", "output")]
)
def test_a_file_in_the_way_stays_and_the_next_step_is_named(
    interviewkit: Callable[..., Any], small: Callable[..., Path], tmp_path: Path, obstacle: str, out: str
) -> None:
    small()
    path = tmp_path / obstacle
    path.parent.mkdir(exist_ok=True)
    path.write_text("mine")
    for _ in range(2):
        outcome = interviewkit("build", "opening.yaml", "--out", out)
        reason = "a file stands where a folder is needed; name another folder with --out"
        assert outcome.err == f"interviewkit: cannot write {out}/opening: {reason}\n"
        assert (outcome.code, outcome.out, path.read_text()) == (3, "", "mine")
    assert hidden(tmp_path) == hidden(path.parent) == []


READ_ONLY = """
import fcntl, os, pathlib, sys
from interviewkit.output_folder import write_kit
if os.getuid() == 0:
    os.setuid(65534)
write_kit(pathlib.Path(sys.argv[1]), {"brief.pdf": b"new"})
"""


def test_a_folder_without_permission_is_named(in_python: Callable[..., Any]) -> None:
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o555)
        outcome = in_python("-c", READ_ONLY, f"{name}/kit")
        assert list(Path(name).iterdir()) == []
    reason = "Permission denied; name another folder with --out"
    assert outcome.err.splitlines()[-1].endswith(f"OutputError: cannot write {name}/kit: {reason}")


LITTLE_SPACE = """
import resource, sys
from interviewkit.__main__ import main
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv.pop(1)),) * 2)
main()
"""


def test_a_full_disk_leaves_the_previous_kit_byte_for_byte(
    interviewkit: Callable[..., Any],
    small: Callable[..., Path],
    in_python: Callable[..., Any],
    tmp_path: Path,
) -> None:
    small()
    interviewkit("build", "opening.yaml")
    before = contents(tmp_path / "output")
    (tmp_path / "large").mkdir()
    (tmp_path / "large/brief.html").write_text(
        "<html lang=en><title>-</title><!-- {{ 'long ' * 500000 }} -->"
    )
    build = ("build", "opening.yaml", "--html", "--templates", "large")
    outcome = in_python("-c", LITTLE_SPACE, "2000000", *build)
    reason = "File too large; the previous kit is as it was"
    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err == f"interviewkit: cannot write output/opening: {reason}\n"
    assert contents(tmp_path / "output") == before


def test_no_room_for_temporary_files_is_named(
    small: Callable[..., Path], in_python: Callable[..., Any], tmp_path: Path
) -> None:
    small()
    outcome = in_python("-c", LITTLE_SPACE, "2000", "build", "opening.yaml")
    hint = "make room for temporary files, or name another folder for them with TMPDIR"
    assert outcome.err == f"interviewkit: cannot render PDF: File too large; {hint}\n"
    assert (outcome.code, (tmp_path / "output").exists()) == (3, False)


def test_a_library_that_cannot_be_copied_leaves_nothing(
    in_python: Callable[..., Any], tmp_path: Path
) -> None:
    outcome = in_python("-c", LITTLE_SPACE, "9000", "init", "our")
    assert outcome.code == 3
    assert outcome.err.startswith("interviewkit: cannot write our: [Errno 27] File too large: ")
    assert outcome.err.endswith("; name another folder\n")
    assert (outcome.err.count("\n"), list((tmp_path / "our").iterdir())) == (1, [])


def test_a_failed_build_leaves_the_previous_kit_byte_for_byte(
    interviewkit: Callable[..., Any], small: Callable[..., Path], tmp_path: Path
) -> None:
    small(CANDIDATE)
    interviewkit("build", "opening.yaml")
    before = contents(tmp_path / "output")
    templates = tmp_path / "templates"
    templates.mkdir()
    (templates / "debrief.html").write_text("{{ nothing }}")
    outcome = interviewkit("build", "opening.yaml", "--templates", "templates")
    assert outcome.code == 1
    assert contents(tmp_path / "output") == before
    assert hidden(tmp_path / "output") == []


# --- killed, interrupted, side by side -------------------------------------------------------------------

KILLED_EVERYWHERE = """
import os, pathlib, shutil, signal, sys
from interviewkit.output_folder import write_kit

base, kit_json = pathlib.Path(sys.argv[1]), b'{"build_digest": "x", "files": []}'
old = {"brief.pdf": b"old", "scorecards/only.pdf": b"old", "kit.json": kit_json}
new = {"brief.pdf": b"new", "scorecards/only.pdf": b"new", "kit.json": kit_json}

def killed_at(moment):
    folder, left = base / str(moment) / "kit", [moment]
    write_kit(folder, old)
    (folder / "mine.txt").write_bytes(b"mine")
    child = os.fork()
    if child == 0:
        def hook(event, _):
            left[0] -= event.startswith(("os.", "open", "shutil.", "fcntl."))
            if left[0] == -1:
                os.kill(os.getpid(), signal.SIGKILL)
        sys.addaudithook(hook)
        write_kit(folder, new)
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])

moment = 0
while killed_at(moment):
    moment += 1
print(moment)
"""


def test_a_kit_that_was_killed_anywhere_is_the_old_or_the_new_one_and_is_repaired(
    in_python: Callable[..., Any], tmp_path: Path
) -> None:
    """Every call to the operating system is one of the moments."""
    outcome = in_python("-c", KILLED_EVERYWHERE, str(tmp_path / "moments"))
    moments = int(outcome.out or "0")
    assert (outcome.err, moments > 30) == ("", True)
    found = set()
    for moment in range(moments):
        kit = tmp_path / "moments" / str(moment) / "kit"
        in_place = kit.is_dir()
        recover_kit(kit)
        files = contents(kit)
        assert files["mine.txt"] == b"mine"
        assert files["brief.pdf"] == files["scorecards/only.pdf"]
        assert hidden(kit.parent) == []
        found.add((in_place, files["brief.pdf"]))
    assert found == {(True, b"old"), (False, b"old"), (True, b"new")}


@pytest.mark.parametrize("seconds", [0.4, None], ids=["while it draws", "while it writes"])
def test_a_killed_build_is_repaired_by_the_next_one(
    interviewkit: Callable[..., Any],
    small: Callable[..., Path],
    start_python: Callable[..., subprocess.Popen[str]],
    tmp_path: Path,
    seconds: float | None,
) -> None:
    small(CANDIDATE)
    interviewkit("build", "opening.yaml")
    kit = tmp_path / "output/opening"
    (kit / "mine.txt").write_text("mine")
    small(CANDIDATE + "contact: somebody@example.org\n")
    with start_python("-m", "interviewkit", "build", "opening.yaml") as process:
        if seconds:
            time.sleep(seconds)
        while not (
            seconds or (tmp_path / "output/.opening.new/brief.pdf").exists() or process.poll() is not None
        ):
            time.sleep(0.001)
        process.kill()
    recover_kit(kit)
    assert is_complete(kit)
    outcome = interviewkit("build", "opening.yaml")
    assert outcome.code == 0
    assert is_complete(kit)
    assert (kit / "mine.txt").read_text() == "mine"
    assert hidden(tmp_path / "output") == []


def test_an_up_to_date_build_takes_leftovers_away(
    interviewkit: Callable[..., Any], small: Callable[..., Path], tmp_path: Path
) -> None:
    small(CANDIDATE)
    interviewkit("build", "opening.yaml")
    output = tmp_path / "output"
    for leftover in (".opening.old", ".opening.new"):
        shutil.copytree(output / "opening", output / leftover)
    assert "is up to date" in interviewkit("build", "opening.yaml").out
    assert hidden(output) == []


SAYS_WHEN = """
import sys
from interviewkit.__main__ import main

def watch(event, arguments):
    if event == "open" and str(arguments[0]).endswith("slow/brief.html"):
        print("reads the template", flush=True)

sys.addaudithook(watch)
main()
"""


def test_an_interrupted_build_says_so_in_one_line_and_changes_nothing(
    interviewkit: Callable[..., Any],
    small: Callable[..., Path],
    start_python: Callable[..., subprocess.Popen[str]],
    tmp_path: Path,
) -> None:
    small()
    interviewkit("build", "opening.yaml")
    before = contents(tmp_path / "output")
    (tmp_path / "slow").mkdir()
    loop = "{% for i in range(9999) %}{% for j in range(9999) %}{% endfor %}{% endfor %}"
    (tmp_path / "slow/brief.html").write_text(loop)
    with start_python("-c", SAYS_WHEN, "build", "opening.yaml", "--templates", "slow") as process:
        assert process.stdout is not None
        for _ in ("for the digest", "to render it"):
            assert process.stdout.readline() == "reads the template\n"
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (130, "")
    assert err == "interviewkit: interrupted; nothing was changed\n"
    assert contents(tmp_path / "output") == before
    assert hidden(tmp_path / "output") == []


def test_parallel_builds_into_one_folder_leave_one_complete_kit(
    small: Callable[..., Path], start_python: Callable[..., subprocess.Popen[str]], tmp_path: Path
) -> None:
    small(CANDIDATE)
    builds = [start_python("-m", "interviewkit", "build", "opening.yaml") for _ in range(3)]
    ends = [(*build.communicate(timeout=60), build.returncode) for build in builds]
    assert [(err, code) for _, err, code in ends] == [("", 0)] * 3
    assert is_complete(tmp_path / "output/opening")
    assert hidden(tmp_path / "output") == []
    assert not list(tmp_path.rglob("*yours*"))


MANY_WRITERS = """
import json, os, pathlib, sys
from hashlib import sha256
from interviewkit.output_folder import write_kit

def write(word):
    files = {"a/brief.pdf": word, "b/brief.pdf": word}
    entries = [{"path": name, "sha256": sha256(data).hexdigest()} for name, data in files.items()]
    record = {"build_digest": word.decode(), "files": entries}
    write_kit(pathlib.Path(sys.argv[1]), {**files, "kit.json": json.dumps(record).encode()})

children = []
for number in range(4):
    children.append(os.fork())
    if children[-1] == 0:
        for turn in range(15):
            write(f"{number} {turn}".encode())
        os._exit(0)
print([os.waitpid(child, 0)[1] for child in children])
"""


def test_many_writers_of_one_folder_take_turns(in_python: Callable[..., Any], tmp_path: Path) -> None:
    kit = tmp_path / "output/kit"
    outcome = in_python("-c", MANY_WRITERS, str(kit))
    assert (outcome.err, outcome.out) == ("", "[0, 0, 0, 0]\n")
    assert sorted(contents(kit)) == ["a/brief.pdf", "b/brief.pdf", "kit.json"]
    assert is_complete(kit)
    assert hidden(kit.parent) == []


# --- the same input gives the same bytes -----------------------------------------------------------------


def test_builds_in_other_places_processes_and_time_zones_are_byte_identical(
    small: Callable[..., Path], start_python: Callable[..., subprocess.Popen[str]], tmp_path: Path
) -> None:
    small(CANDIDATE, quick=False)
    worlds = [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "Pacific/Pago_Pago", "LC_ALL": "C.UTF-8", "LANG": "de_DE.UTF-8"},
    ]
    builds = [
        start_python("-m", "interviewkit", "build", "opening.yaml", "--html", "--out", f"out-{n}", **world)
        for n, world in enumerate(worlds)
    ]
    ends = [(build.communicate(timeout=120)[1], build.returncode) for build in builds]
    assert ends == [("", 0)] * 2
    first, second = (contents(tmp_path / f"out-{n}/opening") for n in range(2))
    assert len(first) > 10
    assert first == second
