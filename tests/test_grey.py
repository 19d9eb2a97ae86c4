"""What a black-and-white printer leaves of a kit: everything that is read can be read."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest

BLACK, WHITE = 0.0, 1.0
SHOW = {"Tj", "TJ", "'", '"'}
PAINT = {"f", "F", "f*", "B", "B*", "b", "b*"}


def greys_of(page: pikepdf.Page) -> Iterator[tuple[str, float]]:
    """What is done (`text` or `ground`) in which lightness, 0 to 1, in the order of the page."""
    lightness, stack = BLACK, list[float]()
    for instruction in pikepdf.parse_content_stream(page):
        if isinstance(instruction, pikepdf.ContentStreamInlineImage):
            continue
        name, operands = str(instruction.operator), instruction.operands
        if name == "q":
            stack.append(lightness)
        elif name == "Q":
            lightness = stack.pop()
        elif name in {"g", "rg", "k", "sc", "scn"}:
            lightness = lightness_of(operands)
        elif name in SHOW:
            yield "text", lightness
        elif name in PAINT:
            yield "ground", lightness


def lightness_of(operands: Any) -> float:
    """As a grey printer converts it (ITU-R BT.601); a pattern counts as black."""
    parts = [float(part) for part in operands if not isinstance(part, pikepdf.Name)]
    if len(parts) == 3:
        red, green, blue = parts
        return 0.299 * red + 0.587 * green + 0.114 * blue
    return parts[0] if len(parts) == 1 else BLACK


def contrast_on_white(grey: float) -> float:
    """WCAG 2, 1.4.3."""
    linear = grey / 12.92 if grey <= 0.04045 else ((grey + 0.055) / 1.055) ** 2.4
    return 1.05 / (linear + 0.05)


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_every_letter_has_contrast_after_conversion_to_grey(demo_kits: dict[str, Path], paper: str) -> None:
    faint = set()
    for path in sorted(demo_kits[paper].rglob("*.pdf")):
        with pikepdf.open(path) as pdf:
            faint |= {
                (path.name, number, round(grey, 2))
                for number, page in enumerate(pdf.pages, start=1)
                for what, grey in greys_of(page)
                if what == "text" and contrast_on_white(grey) < 4.5
            }
    assert faint == set()


def test_a_scorecard_is_black_on_white(demo_kits: dict[str, Path]) -> None:
    for path in sorted((demo_kits["a4"] / "scorecards").rglob("*.pdf")):
        with pikepdf.open(path) as pdf:
            greys = {round(grey, 3) for page in pdf.pages for _, grey in greys_of(page)}
        assert greys <= {BLACK, WHITE}, path.name
