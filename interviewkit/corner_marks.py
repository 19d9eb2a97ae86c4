"""Corner marks: the ArUco markers by which a reader of scans finds page, side and orientation."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from pikepdf import Pdf

from interviewkit.units import POINTS_PER_MM, Rect

MARK_SIZE = 10
"""Width and height of a mark in mm, its black border included; 2 mm around it stay white."""

MARK_INSET = 12
"""Distance of a mark from the two nearest edges of the page in mm."""

PAGES = 12
"""So many pages have marks of their own; then the ids start again."""

_BITS = 4
_MODULES = _BITS + 2

_PATTERNS = bytes.fromhex(
    "b5320f9a332d9946549e79cd9e2ec4f2fedacf56f99111a70eb72a0f24b1263e"
    "466566006c5e76af868bb02bccd5dd82fe479471ace4a5542123346f441557b2"
    "9ecff0cb08ae0929187504ff0df61c5a17182a28328c38b224e82eeb2d3f4b64"
)
"""Two bytes per mark, row by row from the top left, a set bit is white.

Source: the predefined dictionary DICT_4X4_50 of OpenCV, its first 48 markers.
"""


class Corner(IntEnum):
    """The corners of an upright page, clockwise."""

    TOP_LEFT = 0
    TOP_RIGHT = 1
    BOTTOM_RIGHT = 2
    BOTTOM_LEFT = 3


def mark_id(page: int, corner: Corner) -> int:
    """The mark for a corner of a page (from 1): the side is known even where the QR code is lost."""
    return len(Corner) * ((page - 1) % PAGES) + corner


def white_modules(mark_id: int) -> Iterator[tuple[int, int]]:
    """Row and column (from 0, the border left out) of the white modules of a mark."""
    pattern = int.from_bytes(_PATTERNS[2 * mark_id : 2 * mark_id + 2])
    return (divmod(place, _BITS) for place in range(_BITS**2) if pattern >> (_BITS**2 - 1 - place) & 1)


@dataclass(frozen=True)
class PlacedMark:
    """A mark on a page (from 1); `rect` in points from its top left."""

    mark: int
    page: int
    rect: Rect


def stamp_marks(pdf: Pdf) -> tuple[PlacedMark, ...]:
    """Lay the corner marks over every page, as artefacts, and say where they stand.

    *Why here*: a template may change everything about a sheet but the marks by which it is read.
    """
    placed = []
    for number, page in enumerate(pdf.pages, start=1):
        width, height = float(page.mediabox[2]), float(page.mediabox[3])
        marks = [
            PlacedMark(mark_id(number, corner), number, _place(corner, width, height)) for corner in Corner
        ]
        paths = " ".join(mark_path(mark, height) for mark in marks)
        content = f"Q /Artifact <</Type /Layout>> BDC q {paths} Q EMC".encode()
        page.contents_add(pdf.make_stream(b"q"), prepend=True)
        page.contents_add(pdf.make_stream(content))
        placed.extend(marks)
    return tuple(placed)


def _place(corner: Corner, width: float, height: float) -> Rect:
    size, inset = MARK_SIZE * POINTS_PER_MM, MARK_INSET * POINTS_PER_MM
    at_right = corner in {Corner.TOP_RIGHT, Corner.BOTTOM_RIGHT}
    at_bottom = corner in {Corner.BOTTOM_LEFT, Corner.BOTTOM_RIGHT}
    left = width - inset - size if at_right else inset
    top = height - inset - size if at_bottom else inset
    return left, top, left + size, top + size


def mark_path(mark: PlacedMark, page_height: float) -> str:
    """The mark in PDF operators: the outlines of its black parts in one path, filled black.

    *Why outlines*: modules drawn one by one show hairlines between them, overlapping ones grow.
    """
    left, top, right, _ = mark.rect
    module = (right - left) / _MODULES
    loops = []
    for loop in black_outlines(mark.mark):
        points = [
            f"{left + column * module:.3f} {page_height - top - row * module:.3f}" for row, column in loop
        ]
        loops.append(f"{points[0]} m {' l '.join(points[1:])} l h")
    return f"0 g {' '.join(loops)} f"


def black_outlines(mark_id: int) -> Iterator[list[tuple[int, int]]]:
    """The corners (row, column in modules) along which black meets white, one closed line after the other."""
    white = {(row + 1, column + 1) for row, column in white_modules(mark_id)}
    black = {divmod(place, _MODULES) for place in range(_MODULES**2)} - white
    following: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for row, column in sorted(black):
        around = ((row, column), (row, column + 1), (row + 1, column + 1), (row + 1, column))
        neighbours = ((row - 1, column), (row, column + 1), (row + 1, column), (row, column - 1))
        for side, neighbour in enumerate(neighbours):
            if neighbour not in black:
                following.setdefault(around[side], []).append(around[(side + 1) % 4])
    while following:
        start = point = min(following)
        loop: list[tuple[int, int]] = []
        while not loop or point != start:
            loop.append(point)
            ends = following[point]
            point = ends.pop()
            if not ends:
                del following[loop[-1]]
        yield loop
