"""The organisation's colour on white paper: known contrasts, and the darker colour that is suggested."""

import colorsys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewkit.contrast import ENOUGH, contrast_on_white, darkened

Run = Callable[..., Any]
Write = Callable[..., Path]
COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("colour", "contrast"),
    [
        ("#ffffff", 1.0),
        ("#000000", 21.0),
        ("#777777", 4.48),
        ("#767676", 4.54),
        ("#0b5d6b", 7.52),
        ("#7fc8d4", 1.89),
        ("#ff0000", 4.0),
        ("#ffff00", 1.07),
        ("#0000FF", 8.59),
        ("#676fc6", 4.48),  # 4.50 in colour, and 4.48 as grey
    ],
)
def test_contrasts_are_those_of_the_guidelines(colour: str, contrast: float) -> None:
    assert contrast_on_white(colour) == pytest.approx(contrast, abs=0.005)


@pytest.mark.parametrize(
    ("colour", "darker"),
    [
        ("#767676", "#767676"),
        ("#0B5D6B", "#0b5d6b"),
        ("#777777", "#767676"),
        ("#ffffff", "#767676"),
        ("#7fc8d4", "#37808c"),
        ("#ff0000", "#ee0000"),
        ("#ffff00", "#7a7a00"),
        ("#fffefe", "#777676"),
    ],
)
def test_the_nearest_darker_colour(colour: str, darker: str) -> None:
    assert darkened(colour) == darker


def channels(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour[1:])
    return red, green, blue


def hue(colour: str) -> float:
    return colorsys.rgb_to_hsv(*channels(colour))[0]


@given(COLOURS)
def test_what_is_suggested_is_dark_enough_and_has_the_hue(colour: str) -> None:
    darker = darkened(colour)
    assert contrast_on_white(darker) >= ENOUGH
    assert all(new <= old for new, old in zip(channels(darker), channels(colour), strict=True))
    away = abs(hue(darker) - hue(colour))
    assert min(away, 1 - away) < 1 / 360


@given(COLOURS)
def test_what_is_suggested_is_no_darker_than_it_must_be(colour: str) -> None:
    darker = darkened(colour)
    assert contrast_on_white(darker) < ENOUGH + 0.15 or darker == colour


REFUSED = {
    "#777777": "has a contrast of 4.4:1 on white and needs 4.5:1; `#767676` is the nearest that has it",
    "#F0F0F0": "has a contrast of 1.1:1 on white and needs 4.5:1; `#767676` is the nearest that has it",
    "#676fc6": "has a contrast of 4.4:1 on white when printed in grey and needs 4.5:1; "
    "`#666ec5` is the nearest that has it",
}


@pytest.mark.parametrize(("colour", "words"), [*REFUSED.items(), ("#767676", None)])
def test_a_colour_that_is_too_light_is_refused_with_one_to_paste(
    colour: str, words: str | None, interviewkit: Run, small: Write
) -> None:
    small(base=small().read_text(encoding="utf-8").replace("Works}", f'Works, colour: "{colour}"}}'))
    outcome = interviewkit("build", "opening.yaml")
    expected = (1, f"opening.yaml:4:45: IK042 `{colour}` {words}\n") if words else (0, "")
    assert (outcome.code, outcome.err) == expected
