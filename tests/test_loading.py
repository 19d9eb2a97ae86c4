"""Files as people write them: what loads, and the exact lines for what does not (`bad/openings`)."""

import codecs
import os
from collections.abc import Callable
from dataclasses import astuple
from pathlib import Path
from typing import Any

import pytest

from interviewkit.loading import load
from interviewkit.models.opening import Opening
from interviewkit.problems import Code, Location, Problem, did_you_mean
from interviewkit.yaml_source import MAX_BYTES

BAD = Path(__file__).parent / "bad" / "openings"
Run = Callable[..., Any]
MINIMAL = (Path(__file__).parent / "minimal.yaml").read_text(encoding="utf-8")


def named(path: Path) -> str:
    return path.stem


# --- mistakes in the text --------------------------------------------------------------------------------


@pytest.mark.parametrize("path", sorted(BAD.glob("*.yaml")), ids=named)
def test_every_mistake_is_one_line(path: Path, interviewkit: Run, tmp_path: Path) -> None:
    (tmp_path / path.name).write_bytes(path.read_bytes())
    expected = path.with_suffix(".expected").read_text(encoding="utf-8")
    assert astuple(interviewkit("build", path.name)) == (1, "", expected)
    assert [each.name for each in tmp_path.iterdir()] == [path.name], "nothing is written"


def test_every_bad_opening_has_its_expected_lines() -> None:
    assert {path.stem for path in BAD.glob("*.yaml")} == {path.stem for path in BAD.glob("*.expected")}


# --- ways to save the same text --------------------------------------------------------------------------

SAVED = {
    "byte order mark": codecs.BOM_UTF8 + MINIMAL.encode(),
    "Windows line ends": MINIMAL.replace("\n", "\r\n").encode(),
    "old Macintosh line ends": MINIMAL.replace("\n", "\r").encode(),
    "no line end at the end": MINIMAL.rstrip().encode(),
    "start and end of a document": f"---\n{MINIMAL}...\n".encode(),
    "tabs between words": MINIMAL.replace(": ", ":\t").encode(),
    "a file of exactly 1 MiB": MINIMAL.encode() + b"#" * (MAX_BYTES - len(MINIMAL)),
}


@pytest.mark.parametrize("data", SAVED.values(), ids=SAVED)
def test_the_same_text_is_the_same_opening(data: bytes, tmp_path: Path) -> None:
    plain, saved = tmp_path / "plain.yaml", tmp_path / "saved.yaml"
    plain.write_text(MINIMAL, encoding="utf-8")
    saved.write_bytes(data)
    assert load(Opening, saved).value == load(Opening, plain).value


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=repr)
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8], ids=["", "byte order mark"])
@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: ż x: 1\n", "7:7: IK005 a `:` cannot stand here"),
        ("ż: \x07\n", "7:4: IK005 the invisible character U+0007 cannot stand here"),
        ("salary: ż\n", "7:1: IK012 `salary` is not known here"),
        ("a: &a [*a]\n", "7:4: IK007 the alias `*a` contains itself"),
        ("a: [ż,\n\n", "7:4: IK005 the `[` that opens here is never closed"),
    ],
)
def test_the_place_is_the_one_that_an_editor_shows(
    text: str, problem: str, mark: bytes, line_end: str, interviewkit: Run, tmp_path: Path
) -> None:
    data = mark + (MINIMAL + text).replace("\n", line_end).encode()
    (tmp_path / "o.yaml").write_bytes(data)
    assert interviewkit("build", "o.yaml").err.startswith(f"o.yaml:{problem}")


def test_values_stay_as_they_are_written(tmp_path: Path) -> None:
    path = tmp_path / "o.yaml"
    words = ["NO", "014", "1e3", "2026", "yes", "0x1F", "1_000"]
    candidates = "".join(f"  - {{id: {word}, name: {word}}}\n" for word in words)
    path.write_text(f"{MINIMAL}candidates:\n{candidates}", encoding="utf-8")
    assert [(each.id, each.name) for each in load(Opening, path).value.candidates] == [
        (word, word) for word in words
    ]


# --- bytes that are no text ------------------------------------------------------------------------------

BYTES = {
    "Latin-1": (
        MINIMAL.encode() + "contact: Zoë\n".encode("latin-1"),
        "7:12: IK004 byte 0xeb is not UTF-8; save the file as UTF-8",
    ),
    "Latin-1 after a line end of old Macintoshes": (
        "# é\rcontact: ".encode() + b"Zo\xeb",
        "2:12: IK004 byte 0xeb is not UTF-8; save the file as UTF-8",
    ),
    "cut off": (b"title: \xc3", "1:8: IK004 byte 0xc3 is not UTF-8; save the file as UTF-8"),
    "UTF-16": (MINIMAL.encode("utf-16"), "1:1: IK004 this is UTF-16, not UTF-8; save the file as UTF-8"),
    "UTF-16, big-endian": (
        codecs.BOM_UTF16_BE + MINIMAL.encode("utf-16-be"),
        "1:1: IK004 this is UTF-16, not UTF-8; save the file as UTF-8",
    ),
    "UTF-16 without a mark": (
        MINIMAL.encode("utf-16-le"),
        "1:1: IK004 this is UTF-16, not UTF-8; save the file as UTF-8",
    ),
    "a picture": (
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        "1:1: IK004 byte 0x89 is not UTF-8; save the file as UTF-8",
    ),
    "NUL": (
        MINIMAL.encode() + b"contact: a\0b\n",
        "7:11: IK005 the invisible character U+0000 cannot stand here; delete it",
    ),
    "escape": (
        MINIMAL.encode() + b"contact: \x1b[31m\n",
        "7:10: IK005 the invisible character U+001B cannot stand here; delete it",
    ),
    "a line break from a word processor": (
        MINIMAL.encode() + "contact: a\u2028b\n".encode(),
        "7:11: IK005 the invisible character U+2028 cannot stand here; delete it",
    ),
    "a byte order mark in the middle": (
        MINIMAL.encode() + "contact: \ufeffa\n".encode(),
        "7:10: IK005 the invisible character U+FEFF cannot stand here; delete it",
    ),
    "1 MiB and one byte": (
        MINIMAL.encode() + b"#" * (MAX_BYTES + 1 - len(MINIMAL)),
        "1:1: IK003 the file is larger than 1 MiB; split it into smaller files",
    ),
}


@pytest.mark.parametrize(("data", "problem"), BYTES.values(), ids=BYTES)
def test_bytes_that_are_no_text(data: bytes, problem: str, interviewkit: Run, tmp_path: Path) -> None:
    (tmp_path / "o.yaml").write_bytes(data)
    assert astuple(interviewkit("build", "o.yaml")) == (1, "", f"o.yaml:{problem}\n")


# --- paths that are no file ------------------------------------------------------------------------------


def no_such_file(path: Path) -> None:
    assert not path.exists()


def a_directory(path: Path) -> None:
    path.mkdir()


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def a_link_to_itself(path: Path) -> None:
    path.symlink_to(path.name)


def a_link_to_nothing(path: Path) -> None:
    path.symlink_to("nothing")


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (no_such_file, "IK001 there is no such file; check the name and the folder"),
        (a_link_to_nothing, "IK001 there is no such file; check the name and the folder"),
        (a_directory, "IK002 this is a folder; name a file in it"),
        (a_pipe, "IK002 this is not a regular file; name another file"),
        (a_device, "IK002 this is not a regular file; name another file"),
        (a_link_to_itself, "IK002 cannot be read (Too many levels of symbolic links); check its permissions"),
    ],
)
def test_paths_that_are_no_file(
    make: Callable[[Path], None], problem: str, interviewkit: Run, tmp_path: Path
) -> None:
    make(tmp_path / "o.yaml")
    assert astuple(interviewkit("build", "o.yaml")) == (1, "", f"o.yaml:1:1: {problem}\n")


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("no/o.yaml", "no/o.yaml:1:1: IK001 there is no such file; check the name and the folder"),
        ("file/o.yaml", "file/o.yaml:1:1: IK001 there is no such file; check the name and the folder"),
        ("a\nb.yaml", r"a\nb.yaml:1:1: IK001 there is no such file; check the name and the folder"),
        ("a\x1b[2J.yaml", r"a\x1b[2J.yaml:1:1: IK001 there is no such file; check the name and the folder"),
    ],
)
def test_names_that_lead_nowhere_stay_on_one_line(
    name: str, line: str, interviewkit: Run, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    assert astuple(interviewkit("build", name)) == (1, "", f"{line}\n")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission(interviewkit: Run, tmp_path: Path) -> None:
    path = tmp_path / "o.yaml"
    path.write_text(MINIMAL, encoding="utf-8")
    path.chmod(0)
    line = "o.yaml:1:1: IK002 cannot be read (Permission denied); check its permissions\n"
    assert astuple(interviewkit("build", "o.yaml")) == (1, "", line)


MEMORY = Path("/proc/self/mem")


@pytest.mark.skipif(not MEMORY.exists(), reason="only Linux has a regular file that even root cannot read")
def test_a_file_that_fails_while_it_is_read(interviewkit: Run) -> None:
    line = f"{MEMORY}:1:1: IK002 cannot be read (Input/output error); check its permissions\n"
    assert astuple(interviewkit("build", str(MEMORY))) == (1, "", line)


IN_QUOTES = "put text that starts with a bracket in quotes"


# --- interviewkit.yaml -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("rubrik: rubrics\n", ["1:1: IK012 `rubrik` is not known here; did you mean `rubrics`?"]),
        (
            "rubrics: ours\ntemplates: theirs\n",
            [
                "1:10: IK001 there is no folder `ours`; correct its name, or delete this line",
                "2:12: IK001 there is no folder `theirs`; correct its name, or delete this line",
            ],
        ),
        (
            "rubrics: [ours]\n",
            [f"1:10: IK009 `rubrics` is a list where text belongs; {IN_QUOTES}"],
        ),
        (
            "rubrics: o.yaml\n",
            ["1:10: IK001 there is no folder `o.yaml`; correct its name, or delete this line"],
        ),
    ],
)
def test_mistakes_in_the_project_file(
    text: str, problems: list[str], interviewkit: Run, tmp_path: Path
) -> None:
    (tmp_path / "interviewkit.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "o.yaml").write_text(MINIMAL, encoding="utf-8")
    lines = "".join(f"interviewkit.yaml:{problem}\n" for problem in problems)
    assert astuple(interviewkit("build", "o.yaml")) == (1, "", lines)


# --- the lines themselves --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [
        ("engineerin", ["engineering", "work-sample"], "did you mean `engineering`?"),
        ("UX", ["ux", "ai"], "did you mean `ux`?"),
        ("x", ["ux-research", "ai"], "known: `ai`, `ux-research`"),
        ("x", [], "there is none yet"),
        ("x", [f"word-{letter}" for letter in "abcdefghijklm"], "known: `word-a`, `word-b`, `word-c`"),
    ],
)
def test_hints_name_the_closest_word_or_all(word: str, known: list[str], hint: str) -> None:
    assert did_you_mean(word, known).startswith(hint)


def test_many_known_words_are_cut_short() -> None:
    hint = did_you_mean("x", [f"word-{number:02}" for number in range(13)])
    assert hint.endswith("`word-11`, …")


def test_a_problem_is_one_line_whatever_it_quotes() -> None:
    problem = Problem(Location("a\nb", 1, 2), Code.WRONG_VALUE, "`\r\u2028\u202e\0` is wrong", "write\n\x85x")
    assert str(problem) == r"a\nb:1:2: IK013 `\r\u2028\u202e\x00` is wrong; write\n\x85x"


def test_codes_have_numbers_of_their_own() -> None:
    assert len({code.number for code in Code}) == len(Code)
