"""Corner marks, drawn on paper and found again by OpenCV: which mark, which way up, where."""

from collections.abc import Callable
from contextlib import closing
from functools import cache
from io import BytesIO
from typing import Any

import cv2
import numpy as np
import pikepdf
import pypdfium2
import pytest
from numpy.typing import NDArray

from interviewkit.corner_marks import (
    MARK_SIZE,
    PAGES,
    Corner,
    PlacedMark,
    mark_id,
    mark_path,
    stamp_marks,
)

Picture = NDArray[Any]
MARKS = range(48)
MM = 72 / 25.4
PAPERS = {"a4": (210, 297), "letter": (215.9, 279.4)}
"""Width and height in mm."""

WIDTH, HEIGHT = 140, 110
"""Of a page with all marks, in mm."""


def place(mark: int) -> tuple[float, float]:
    """Left and top of a mark on that page in mm; no two lie alike between the pixels."""
    return 11 + 15 * (mark % 8) + 0.013 * mark, 11 + 15 * (mark // 8) + 0.017 * mark


@cache
def all_marks() -> bytes:
    """A page with every mark once."""
    marks = (PlacedMark(mark, 1, square(mark)) for mark in MARKS)
    content = " ".join(mark_path(mark, HEIGHT * MM) for mark in marks)
    with pikepdf.new() as document:
        page = document.add_blank_page(page_size=(WIDTH * MM, HEIGHT * MM))
        page.contents_add(f"q 0 g {content} Q".encode())
        document.save(drawn := BytesIO())
    return drawn.getvalue()


def square(mark: int) -> tuple[float, float, float, float]:
    """Left, top, right, bottom in points."""
    x, y = place(mark)
    return x * MM, y * MM, (x + MARK_SIZE) * MM, (y + MARK_SIZE) * MM


def picture(dpi: int, data: bytes | None = None, page_index: int = 0) -> Picture:
    with (
        closing(pypdfium2.PdfDocument(data or all_marks())) as document,
        closing(document[page_index]) as page,
        closing(page.render(scale=dpi / 72, grayscale=True)) as bitmap,
    ):
        return np.array(bitmap.to_numpy())


def pixels_per_mm(grey: Picture) -> Picture:
    """Across and down: a picture has whole pixels, so it is a little larger than was asked for."""
    return np.array([grey.shape[1] / WIDTH, grey.shape[0] / HEIGHT])


def found_marks(grey: Picture) -> dict[int, Picture]:
    """Id to the four corners in pixels, clockwise from the mark's own top left; no bit may be wrong."""
    parameters = cv2.aruco.DetectorParameters()
    parameters.cornerRefinementMethod = cv2.aruco.CORNER_REFINE_SUBPIX
    parameters.errorCorrectionRate = 0
    dictionary = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50)
    corners, ids, _ = cv2.aruco.ArucoDetector(dictionary, parameters).detectMarkers(grey)
    # OpenCV counts from the middle of the first pixel.
    return {int(i): c[0] + 0.5 for i, c in zip(ids.ravel(), corners, strict=True)}


def corners_of(mark: int) -> Picture:
    x, y = place(mark)
    return np.array([(x, y), (x + 10, y), (x + 10, y + 10), (x, y + 10)])


def turned(angle: float) -> Callable[[Picture], tuple[Picture, Picture]]:
    """The picture turned about its middle, on white, and the matrix that turned it."""

    def turn(grey: Picture) -> tuple[Picture, Picture]:
        height, width = grey.shape
        matrix = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), angle, 1)
        return cv2.warpAffine(grey, matrix, (width, height), borderValue=255), matrix

    return turn


def black_or_white(grey: Picture) -> tuple[Picture, Picture]:
    return np.where(grey < 128, 0, 255).astype(np.uint8), np.eye(2, 3)


def test_every_mark_is_drawn_as_in_the_dictionary_upright_and_in_its_place() -> None:
    grey = picture(600)
    found = found_marks(grey)
    assert sorted(found) == list(MARKS)
    for mark, corners in found.items():
        assert np.abs(corners / pixels_per_mm(grey) - corners_of(mark)).max() < 0.05, mark


@pytest.mark.parametrize(
    ("scan", "within"),
    [
        pytest.param(turned(0), 0.06, id="straight"),
        pytest.param(turned(5), 0.06, id="turned left"),
        pytest.param(turned(-5), 0.06, id="turned right"),
        pytest.param(turned(180), 0.06, id="upside down"),
        pytest.param(black_or_white, 0.12, id="one bit"),
    ],
)
def test_marks_are_found_in_scans_of_150_dpi(
    scan: Callable[[Picture], tuple[Picture, Picture]], within: float
) -> None:
    """In mm; a pixel is 0.17."""
    grey, matrix = scan(picture(150))
    scale = pixels_per_mm(grey)
    found = found_marks(grey)
    assert sorted(found) == list(MARKS)
    for mark, corners in found.items():
        expected = cv2.transform((corners_of(mark) * scale - 0.5)[None], matrix)[0] + 0.5
        assert np.abs(corners - expected).max() < within * scale.min(), mark


@pytest.mark.parametrize("paper", PAPERS)
def test_stamped_marks_stand_in_the_corners_of_every_page(paper: str) -> None:
    width, height = PAPERS[paper]
    left, top, right, bottom = 12, 12, width - 22, height - 22
    clockwise = [(left, top), (right, top), (right, bottom), (left, bottom)]
    with pikepdf.new() as document:
        for _ in range(PAGES):
            document.add_blank_page(page_size=(width * MM, height * MM))
        placed = stamp_marks(document)
        document.save(stamped := BytesIO())
    assert [mark.mark for mark in placed] == list(MARKS)
    for number in range(1, PAGES + 1):
        grey = picture(300, stamped.getvalue(), number - 1)
        found = found_marks(grey)
        said = {mark.mark: mark.rect for mark in placed if mark.page == number}
        assert found.keys() == said.keys()
        for mark, (x, y) in zip(sorted(found), clockwise, strict=True):
            expected = np.array([(x, y), (x + 10, y), (x + 10, y + 10), (x, y + 10)])
            scale = np.array([grey.shape[1] / width, grey.shape[0] / height])
            assert np.abs(found[mark] / scale - expected).max() < 0.05, mark
            assert np.array(said[mark]) / MM == pytest.approx([x, y, x + 10, y + 10], abs=0.001)


def test_stamping_leaves_what_a_page_shows_and_adds_an_artefact() -> None:
    before = all_marks()
    with pikepdf.open(BytesIO(before)) as document:
        stamp_marks(document)
        content = b"".join(part.read_bytes() for part in document.pages[0].Contents)
        document.save(stamped := BytesIO())
    assert content.count(b"/Artifact <</Type /Layout>> BDC") == 1
    assert (picture(150, stamped.getvalue()) <= picture(150, before)).all()


@pytest.mark.parametrize(
    ("page", "ids"), [(1, [0, 1, 2, 3]), (2, [4, 5, 6, 7]), (12, [44, 45, 46, 47]), (13, [0, 1, 2, 3])]
)
def test_the_marks_of_a_page_go_clockwise_from_the_top_left(page: int, ids: list[int]) -> None:
    clockwise = (Corner.TOP_LEFT, Corner.TOP_RIGHT, Corner.BOTTOM_RIGHT, Corner.BOTTOM_LEFT)
    assert [mark_id(page, corner) for corner in clockwise] == ids


def test_the_pages_of_a_sheet_share_no_mark() -> None:
    ids = [mark_id(page, corner) for page in range(1, PAGES + 1) for corner in Corner]
    assert sorted(ids) == list(MARKS)


def test_a_mark_is_ten_millimetres() -> None:
    assert MARK_SIZE == 10
