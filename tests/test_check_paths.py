"""Where `check` and `explain` read and write: standard input, folders of rubrics, a full device."""

import subprocess
import sys
from collections.abc import Callable
from errno import EACCES
from pathlib import Path

import pytest
from conftest import Outcome

Run = Callable[..., Outcome]

COMMAND = f"{sys.executable} -m interviewkit"

SHELL = {
    "check - <&-": (
        1,
        "<stdin>:1:1: IK002 error: standard input is closed; pipe a list into the command, or name a file\n",
        "1 error in 0 texts\n",
    ),
    "check - < {large}": (
        1,
        "<stdin>:1:1: IK003 error: the input is larger than 16 MiB; split it into smaller files\n",
        "1 error in 0 texts\n",
    ),
    "explain age > /dev/full": (
        3,
        "",
        "interviewkit: cannot write to standard output: No space left on device\n",
    ),
}


@pytest.mark.parametrize("arguments", SHELL)
def test_a_stream_that_fails_is_one_line(arguments: str, tmp_path: Path) -> None:
    if "/dev/full" in arguments and not Path("/dev/full").exists():
        pytest.skip("this system has no full device")
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(16 * 1024 * 1024)
        file.seek(0)
        file.write(b"Why?\n")
        file.seek(0, 2)
        file.write(b"?")
    line = f"{COMMAND} {arguments.format(large=large)}"
    found = subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=False)
    assert (found.returncode, found.stdout, found.stderr) == SHELL[arguments]


@pytest.mark.parametrize("name", ["folder", "folder/a.txt"])
def test_a_folder_that_nobody_may_look_into_is_one_line(
    interviewkit: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def refuse(path: Path, **_: object) -> None:
        raise PermissionError(EACCES, "Permission denied", str(path))

    (tmp_path / "folder").mkdir()
    place = "interviewkit.lint.sources.targets"
    monkeypatch.setattr(f"{place}.is_rubric_folder", refuse)
    monkeypatch.setattr(f"{place}.read_text", refuse)
    found = interviewkit("check", name)
    line = f"{name}:1:1: IK002 error: cannot be read (Permission denied); check its permissions\n"
    assert (found.code, found.out) == (1, line)


def test_a_kit_hides_no_list_beside_it(interviewkit: Run, tmp_path: Path) -> None:
    (tmp_path / "ours/kit").mkdir(parents=True)
    (tmp_path / "ours/kit/kit.json").write_text("{}", encoding="utf-8")
    (tmp_path / "ours/list.txt").write_text("How old are you?\n", encoding="utf-8")
    found = interviewkit("check", "ours", "--select", "age")
    assert [line.split(" ")[:2] for line in found.out.splitlines()] == [
        ["ours/kit/kit.json:1:1:", "IK009"],
        ["ours/list.txt:1:1:", "IK403"],
    ]


def test_broken_words_are_found_in_a_folder_of_rubrics(interviewkit: Run, tmp_path: Path) -> None:
    lexicon = tmp_path / "ours/rubrics/lexicon/age.yaml"
    lexicon.parent.mkdir(parents=True)
    lexicon.write_text("direct:\n  - (a|\n", encoding="utf-8")
    found = interviewkit("check", "ours")
    assert found.code == 1
    assert found.out.startswith("ours/rubrics/lexicon/age.yaml:1:1: IK013 error: `(a|` has a bracket")


@pytest.mark.parametrize("word", ["[IK403]", " ik403:", "Software engineering first", "suppression_empty"])
def test_what_is_explained_may_be_written_freely(interviewkit: Run, word: str) -> None:
    assert interviewkit("explain", word).code == 0
