"""Hostile texts: no text takes the checker long, makes it fail, or hides what a question asks."""

import importlib
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from hostile_texts import checker, patterns
from hypothesis import given, settings
from hypothesis import strategies as st

from interviewkit.library import open_library
from interviewkit.lint.finding import Finding
from interviewkit.lint.lists.reader import list_items
from interviewkit.lint.text.item import Field, TextItem
from interviewkit.lint.text.lexicons import Lexicon, load_matcher
from interviewkit.lint.text.matcher import Matcher
from interviewkit.lint.text.words import words_of
from interviewkit.problems import Location

SECONDS = 90
"""CPU time for all hostile texts: many times what they need, far less than one that goes back and forth."""

CHECKER = checker()
LIBRARY = open_library()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no CPU time")
def test_no_hostile_text_takes_long() -> None:
    program = Path(__file__).with_name("hostile_texts.py")
    done = subprocess.run(
        [sys.executable, str(program), str(SECONDS)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{done.stdout.splitlines()[-1:]} {done.stderr}"


# --- patterns ---------------------------------------------------------------------------------------------

parser: Any = importlib.import_module("re._parser")
parts: Any = importlib.import_module("re._constants")
REPEATS = (parts.MAX_REPEAT, parts.MIN_REPEAT)
FEW = 32
"""A repeat of at most so many is no danger."""


@pytest.mark.parametrize("pattern", [each for _, each in patterns()], ids=[name for name, _ in patterns()])
def test_no_pattern_repeats_a_lone_repeat(pattern: re.Pattern[str]) -> None:
    """`(a+)+` finds exponentially many ways to fail; with something fixed beside it, `a+` may be repeated."""
    assert not list(_lone_repeats(parser.parse(pattern.pattern, pattern.flags)))


def _lone_repeats(tree: Iterable[tuple[Any, Any]], *, repeated: bool = False) -> Iterable[object]:
    """The unbounded repeats that are all there is inside another one."""
    branch = list(tree)
    for operator, argument in branch:
        if operator in REPEATS:
            _, most, inner = argument
            endless = most > FEW
            if repeated and endless and len(branch) == 1:
                yield argument
            yield from _lone_repeats(inner, repeated=endless)
        elif operator is parts.SUBPATTERN:
            yield from _lone_repeats(argument[-1], repeated=repeated and len(branch) == 1)
        elif operator is parts.BRANCH:
            for each in argument[1]:
                yield from _lone_repeats(each, repeated=repeated and len(branch) == 1)


# --- any text ---------------------------------------------------------------------------------------------

SCRAPS = st.sampled_from(
    [
        "do you",
        "have children",
        "?",
        '"',
        "“",
        "never ask",
        "Level 3:",
        "how old",
        "\u00ad",
        "\n",
        "ﬁ",
        "2.5 years",
    ]
)
TEXT = st.one_of(st.text(max_size=120), st.lists(st.one_of(SCRAPS, st.text(max_size=6))).map(" ".join))


@settings(max_examples=200, deadline=None)
@given(TEXT, st.sampled_from(Field), st.booleans())
def test_findings_point_into_the_text(text: str, field: Field, exact: bool) -> None:
    item = TextItem(text, field, Location("list.txt", 3, 5), exact=exact)
    for finding in CHECKER.check_text(item):
        place = finding.location
        assert (place.path, place.line) == ("list.txt", 3)
        assert 5 <= place.column < 5 + max(len(text), 1)
        assert "\n" not in str(finding)


@settings(max_examples=100, deadline=None)
@given(TEXT, st.sampled_from([".txt", ".md", ".csv"]))
def test_items_of_any_list_stand_in_it(text: str, suffix: str) -> None:
    lines = re.split("\r\n|[\n\r\x85\u2028\u2029]", text)
    for item in list_items("list", text, suffix):
        assert 1 <= item.location.line <= len(lines)
        assert item.location.column >= 1
        if item.exact:
            start = item.location.column - 1
            assert lines[item.location.line - 1][start:].startswith(item.text)


# --- disguise ---------------------------------------------------------------------------------------------

BAD = [
    "How old are you, and do you have children?",
    "Are you married or single?",
    "Where were you born?",
    "What's your current salary?",
    "Don't you think that tests are always worth it?",
    "What is your biggest weakness?",
    "Do you have any health problems or disabilities?",
    "Which church do you go to?",
]
HOMOGLYPHS = str.maketrans("aeopcx", "аеорсх")
FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F) if chr(code) != "'"}
DISGUISES: dict[str, Callable[[str], str]] = {
    "soft hyphens": lambda text: re.sub(r"(\w{2})(?=\w)", "\\1\u00ad", text),
    "zero width": "\u200b".join,
    "homoglyphs": lambda text: text.translate(HOMOGLYPHS),
    "capitals": str.upper,
    "full width": lambda text: text.translate(FULL_WIDTH),
    "curly quotes": lambda text: text.replace("'", "’"),
    "double spaces": lambda text: text.replace(" ", "  "),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "line breaks": lambda text: text.replace(" ", "\n"),
}


@pytest.mark.parametrize("disguise", DISGUISES.values(), ids=DISGUISES.keys())
@pytest.mark.parametrize("text", BAD)
def test_a_disguise_hides_nothing(text: str, disguise: Callable[[str], str]) -> None:
    place = Location("list.txt")
    plain = _codes(CHECKER.check_text(TextItem(text, Field.QUESTION, place)))
    assert plain
    assert _codes(CHECKER.check_text(TextItem(disguise(text), Field.QUESTION, place))) == plain


@pytest.mark.parametrize("text", BAD)
def test_a_line_break_in_a_list_hides_nothing(text: str) -> None:
    first, _, rest = text.rpartition(" ")
    for suffix, whole, broken in (
        (".txt", f"{text}\n", f"{first}\n{rest}\n"),
        (".csv", f'question\n"{text}"\n', f'question\n"{first}\n{rest}"\n'),
    ):
        assert _codes_of_list(broken, suffix) == _codes_of_list(whole, suffix) != set()


def _codes(findings: Iterable[Finding]) -> set[str]:
    return {finding.code for finding in findings}


def _codes_of_list(text: str, suffix: str) -> set[str]:
    return {code for item in list_items("list", text, suffix) for code in _codes(CHECKER.check_text(item))}


# --- lexicons are read in parts ---------------------------------------------------------------------------


@pytest.mark.parametrize("topic", LIBRARY.ids("lexicon"))
def test_a_built_in_lexicon_is_valid_and_read_as_it_is_written(topic: str) -> None:
    groups = LIBRARY.load(Lexicon, f"lexicon/{topic}.yaml").value.root
    validated = Matcher({f"{topic}.{name}": patterns for name, patterns in groups.items()})
    words = words_of(" ".join(re.findall("[a-z]+", str(groups)))[:20_000])
    assert load_matcher(LIBRARY, topic).hits(words) == validated.hits(words)


def test_forgetting_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    text = words_of("do you have any children or plan to have a family and how old are you now? " * 5)
    expected = load_matcher(LIBRARY).hits(text)
    monkeypatch.setattr("interviewkit.lint.text.matcher.MOST_REMEMBERED", 10)
    assert load_matcher(LIBRARY).hits(text) == expected
