"""The self-check of a sheet: does every declared box and line lie where its ink is?"""

import math
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from enum import Enum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from interviewkit.units import POINTS_PER_MM, Rect

TOLERANCE = 0.1
"""So many mm a declared edge may lie from its ink."""

DPI = 300
"""Finds the edges of boxes within 0.01 mm and those of rules within 0.03 mm, four times as fast as 600."""

REACH = 1.0
"""So many mm to either side an edge is looked for: less than the 1.5 mm to the nearest text."""

_DARK = 0.5
_FULL = 0.99
_WHERE = (("left of", "right of"), ("above", "below"))
_SIDES = ("left", "top", "right", "bottom")


class InkKind(Enum):
    """What is printed of a declared rectangle, as indices of its sides left, top, right, bottom."""

    BOX = (0, 1, 2, 3)
    RULE = (3,)


@dataclass(frozen=True)
class InkBox:
    """A box to tick, or a writing area with a rule along its bottom, as declared.

    `name` is what messages call it, `page` counts from 1, `rect` is the outer border box (left, top, right,
    bottom) in points from the page's top left, `line` the width of its line in points.
    """

    name: str
    page: int
    rect: Rect
    line: float = 0.75
    kind: InkKind = InkKind.BOX


@dataclass(frozen=True)
class InkFault:
    """A box whose ink lies elsewhere, is missing, or fills it; as text, a line for the user.

    `offsets` says per printed side (0–3: left, top, right, bottom) how many mm its ink lies right of or below
    what is declared, None where there is none.
    """

    box: InkBox
    offsets: dict[int, float | None]

    def __str__(self) -> str:
        missing = [_SIDES[side] for side, offset in self.offsets.items() if offset is None]
        if len(missing) == len(self.offsets):
            return f"{self.box.name} has no outline on page {self.box.page}"
        if missing:
            return f"{self.box.name} has no ink along its {' and '.join(missing)}"
        misplaced = list(_misplaced(self.offsets))
        if misplaced:
            return f"{self.box.name} lies {' and '.join(misplaced)}"
        return f"{self.box.name} has ink inside"


def ink_faults(data: bytes, boxes: Sequence[InkBox]) -> list[InkFault]:
    """The boxes of a blank PDF that lie more than 0.1 mm from their ink, page by page; about 15 ms a page."""
    import pypdfium2

    faults = []
    with closing(pypdfium2.PdfDocument(data)) as document:
        for number in sorted({box.page for box in boxes}):
            of_page = [box for box in boxes if box.page == number]
            if number <= len(document):
                with _picture(document, number) as picture:
                    faults += [fault for box in of_page if (fault := picture.fault(box))]
            else:
                faults += [InkFault(box, dict.fromkeys(box.kind.value)) for box in of_page]
    return faults


@dataclass(frozen=True)
class _Picture:
    """A page as grey pixels (255 is white), and how many of them a point has across and down."""

    grey: NDArray[np.uint8]
    scale: tuple[float, float]

    def fault(self, box: InkBox) -> InkFault | None:
        """What is wrong with the box, if anything."""
        offsets = {side: self._offset(box, side) for side in box.kind.value}
        misplaced = any(offset is None or abs(offset) > TOLERANCE for offset in offsets.values())
        filled = box.kind is InkKind.BOX and not misplaced and self._filled(box)
        return InkFault(box, offsets) if misplaced or filled else None

    def _offset(self, box: InkBox, side: int) -> float | None:
        """How many mm the ink of a side lies to the right of or below what is declared; None without ink."""
        axis, inwards = side % 2, 1 if side < len(_SIDES) / 2 else -1
        scale, edge, reach = self.scale[axis], box.rect[side], REACH * POINTS_PER_MM
        low, high = (max(0, round((edge + by) * scale)) for by in (-reach, reach))
        along = self._along(box, 1 - axis)
        strip = self.grey[low:high, along] if axis else self.grey[along, low:high].T
        if not strip.size:
            return None
        # Only what is dark along the whole side is a line; letters beside it are not.
        profile = 1 - strip.max(axis=1) / 255
        declared = (edge * scale - low) if inwards == 1 else (low + len(profile) - edge * scale)
        found = [place - declared for place in _outer_edges(profile[::inwards])]
        return inwards * min(found, key=abs) / scale / POINTS_PER_MM if found else None

    def _along(self, box: InkBox, axis: int) -> slice:
        """The pixels of a side without its ends, so that a box off its place still shows all its lines."""
        start, end = box.rect[axis], box.rect[axis + 2]
        inset = min(REACH * POINTS_PER_MM, 0.3 * (end - start))
        return _pixels(start + inset, end - inset, self.scale[axis])

    def _filled(self, box: InkBox) -> bool:
        """Whether there is ink within the outline."""
        left, top, right, bottom = box.rect
        inset = box.line + TOLERANCE * POINTS_PER_MM
        across = _pixels(left + inset, right - inset, self.scale[0])
        down = _pixels(top + inset, bottom - inset, self.scale[1])
        return bool((self.grey[down, across] < 255 * (1 - _DARK)).any())


@contextmanager
def _picture(document: Any, number: int) -> Iterator[_Picture]:
    """The page without form fields and comments: what lies over the paper is not printed on it."""
    with (
        closing(document[number - 1]) as page,
        closing(page.render(scale=DPI / 72, grayscale=True, draw_annots=False)) as bitmap,
    ):
        # A picture has whole pixels, so it is a little larger than was asked for.
        scale = (bitmap.width / page.get_width(), bitmap.height / page.get_height())
        yield _Picture(bitmap.to_numpy(), scale)


def _pixels(start: float, end: float, scale: float) -> slice:
    """The whole pixels between two places in points."""
    return slice(max(0, math.ceil(start * scale)), max(0, math.floor(end * scale)))


def _outer_edges(profile: NDArray[np.float64]) -> Iterator[float]:
    """Where lines begin in a profile of darkness (0–1), in pixels.

    The grey pixel before a black one is covered as far as it is dark, which gives the fraction.
    """
    dark = profile >= _DARK
    ends = np.flatnonzero(np.diff(dark, prepend=False, append=False))
    for start, end in zip(ends[::2].tolist(), ends[1::2].tolist(), strict=True):
        grey = max(0, start - 1)
        line = profile[grey:end] / profile[grey:end].max()
        full = int(np.argmax(line >= _FULL))
        yield grey + full - float(line[:full].sum())


def _misplaced(offsets: dict[int, float | None]) -> Iterator[str]:
    """Where the box lies from its ink, across and down: as a whole, or an edge of it."""
    for axis, (before, after) in enumerate(_WHERE):
        found = {side: offset for side, offset in offsets.items() if offset is not None and side % 2 == axis}
        far = {side: offset for side, offset in found.items() if abs(offset) > TOLERANCE}
        if far and max(found.values()) - min(found.values()) < TOLERANCE / 2:
            shift = sum(found.values()) / len(found)
            yield f"{abs(shift):.2f} mm {before if shift > 0 else after} its ink"
        else:
            for side, shift in far.items():
                where = before if shift > 0 else after
                yield f"{abs(shift):.2f} mm {where} its ink at its {_SIDES[side]} edge"
