"""How wide a text is and how many lines it takes, before anything is laid out.

Advance widths come from the packaged fonts, without kerning: a bound from above for nearly every text.
"""

import unicodedata
from enum import StrEnum
from functools import cache

from fontTools.ttLib import TTFont

from interviewkit.builtin import builtin_folder
from interviewkit.units import POINTS_PER_MM

WIDE_ADVANCE, OTHER_ADVANCE = 1.0, 0.65
"""Advances, in type sizes, of characters that the packaged fonts do not have: ideographs and all others."""


class Weight(StrEnum):
    """A weight of the packaged sans, by the name of its file."""

    REGULAR = "Regular"
    SEMIBOLD = "Semibold"
    BOLD = "Bold"


def text_width(text: str, size: float, weight: Weight = Weight.REGULAR) -> float:
    """The width in mm of a text on one line, at a size in points."""
    return sum(_advance(char, weight) for char in text) * size / POINTS_PER_MM


def line_count(text: str, size: float, width: float, weight: Weight = Weight.REGULAR) -> int:
    """How many lines a text takes in a column of `width` mm; words too long for a line are broken."""
    space = text_width(" ", size, weight)
    lines, used = 1, 0.0
    for word in text.split():
        needed = text_width(word, size, weight)
        if used and used + space + needed > width:
            lines, used = lines + 1, 0.0
        used += (space if used else 0.0) + needed
        extra = int(used // width)
        lines, used = lines + extra, used - extra * width
    return lines


def _advance(char: str, weight: Weight) -> float:
    """The advance of a character in type sizes."""
    advances, units = _metrics(weight)
    known = advances.get(ord(char))
    if known is not None:
        return known / units
    if unicodedata.combining(char):
        return 0.0
    return WIDE_ADVANCE if unicodedata.east_asian_width(char) in "WF" else OTHER_ADVANCE


@cache
def _metrics(weight: Weight) -> tuple[dict[int, int], int]:
    """Code point to advance, and the units of a type size."""
    path = builtin_folder("templates") / "fonts" / f"SourceSans3-{weight.value}.ttf"
    with TTFont(path, lazy=True) as font:
        widths = font["hmtx"].metrics
        advances = {code: widths[name][0] for code, name in font.getBestCmap().items()}
        return advances, font["head"].unitsPerEm
