"""Scales in lists, built by hand: lines, headings and rows of anchors are seen alike."""

import time

import pytest

from interviewkit.library import open_library
from interviewkit.lint.case import DocumentCase
from interviewkit.lint.checks.anchors import Wording
from interviewkit.lint.checks.ladders import Step, numbered, scales_of_document
from interviewkit.lint.rules import (
    ik201_missing_level,
    ik203_same_anchor,
    ik204_anchors_not_ordered,
)
from interviewkit.lint.text.item import Field, TextItem
from interviewkit.lint.text.lexicons import load_matcher
from interviewkit.lint.text.reading import Reading
from interviewkit.problems import Location


def case(*texts: str, field: Field = Field.ANCHOR) -> DocumentCase:
    items = (TextItem(text, field, Location("list.txt", line)) for line, text in enumerate(texts, start=1))
    return DocumentCase("list.txt", tuple(items))


@pytest.mark.parametrize(
    ("text", "level", "rest"),
    [
        ("Level 3: Tests it.", 3, "Tests it."),
        ("3 - Tests it.", 3, "Tests it."),
        ("Level 4", 4, ""),
        ("Rating 2 (thin)", 2, ""),
        ("Tests level 3 first.", None, "Tests level 3 first."),
    ],
)
def test_the_number_of_a_level_is_read(text: str, level: int | None, rest: str) -> None:
    assert numbered(text) == (level, rest)


def test_numbered_lines_make_scales() -> None:
    lines = ("Level 1: a b", "Level 2: c d", "Level 4: e f", "Level 1: g h", "Level 2: i j")
    found = [tuple(step.level for step in scale) for scale in scales_of_document(case(*lines))]
    assert found == [(1, 2, 4), (1, 2)]


def test_a_level_that_is_left_out_is_named() -> None:
    lines = (
        "Level 1: Guesses.",
        "Level 2: Reads the log.",
        "Level 4: Rules out a cause.",
        "Level 5: Adds a signal.",
    )
    (found,) = ik201_missing_level.RULE.document(case(*lines))  # type: ignore[misc]
    assert "what 3 stands for" in found.message


def test_levels_may_go_down() -> None:
    lines = (
        "5 - Adds a signal.",
        "4 - Rules out a cause.",
        "3 - Reads the log.",
        "2 - Guesses.",
        "1 - Restarts it.",
    )
    assert list(ik201_missing_level.RULE.document(case(*lines))) == []  # type: ignore[misc]


def test_levels_that_differ_by_an_adverb_are_the_same() -> None:
    lines = ("1 - Rarely reads the log.", "2 - Often reads the log.", "3 - Reads the log before each change.")
    assert len(list(ik203_same_anchor.RULE.document(case(*lines)))) == 1  # type: ignore[misc]


def test_numbers_that_count_faults_are_no_adverbs() -> None:
    lines = ("1 - Finds no fault.", "2 - Finds one fault.", "3 - Finds three faults.")
    assert list(ik203_same_anchor.RULE.document(case(*lines))) == []  # type: ignore[misc]


def test_a_level_with_help_stands_below_one_alone() -> None:
    falling = ("3 - Finds the cause alone.", "4 - Finds the cause with guidance.")
    rising = ("3 - Finds the cause with guidance.", "4 - Finds the cause alone.")
    assert len(list(ik204_anchors_not_ordered.RULE.document(case(*falling)))) == 1  # type: ignore[misc]
    assert list(ik204_anchors_not_ordered.RULE.document(case(*rising))) == []  # type: ignore[misc]


def test_a_step_names_at_most_one_rung() -> None:
    place = Location("list.txt")
    assert Step(1, "Always tests it.", place).rung("frequency") == 4
    assert Step(1, "Tests it most of the time, sometimes not.", place).rung("frequency") is None


@pytest.mark.parametrize(
    "piece", ["tests and ", "Smart, ", "level 3: a three ", "would be able to ", "very good ", "'\"' "]
)
def test_long_hostile_text_is_read_in_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    reading = Reading(TextItem(text, Field.ANCHOR, Location("x")), load_matcher(open_library()))
    begin = time.perf_counter()
    assert isinstance(Wording(reading).vagueness, float)
    assert time.perf_counter() - begin < 5
