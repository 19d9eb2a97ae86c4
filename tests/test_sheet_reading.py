"""Scorecards as a reader of scans sees them: marks and code of each page, straight, askew or photographed."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pypdfium2
import pytest
import zxingcpp
from numpy.typing import NDArray

from interviewkit.corner_marks import Corner, mark_id
from interviewkit.models.kit_record import KitRecord, RecordedPage

Kits = dict[str, Path]
Picture = NDArray[Any]
Scan = Callable[[Picture], tuple[Picture, Picture]]
"""Makes a scan of a page, and the matrix that says where its points went."""

MM = 72 / 25.4
INSET, SIZE, QUIET, QR_SIZE = 12, 10, 2, 20
"""Of marks and codes in mm."""

PHOTO_SIZE = (1500, 2000)
BOTH = pytest.mark.parametrize("paper", ["a4", "letter"])


@dataclass(frozen=True)
class Page:
    """A page of a scorecard: its file, number (from 1), size in mm, and what its QR code must say.

    `recorded` is what `kit.json` says of it.
    """

    path: Path
    number: int
    size: tuple[float, float]
    code: str
    recorded: RecordedPage

    @property
    def name(self) -> str:
        """For messages."""
        return f"{self.path.parent.name}/{self.path.stem}, page {self.number}"

    @property
    def marks(self) -> dict[int, Picture]:
        """The four corners of every mark in mm, clockwise from its top left."""
        near, far = INSET, INSET + SIZE
        (left, top), (right, bottom) = (near, near), (self.size[0] - far, self.size[1] - far)
        places = {
            Corner.TOP_LEFT: (left, top),
            Corner.TOP_RIGHT: (right, top),
            Corner.BOTTOM_RIGHT: (right, bottom),
            Corner.BOTTOM_LEFT: (left, bottom),
        }
        square = np.array([(0, 0), (SIZE, 0), (SIZE, SIZE), (0, SIZE)])
        return {mark_id(self.number, corner): square + place for corner, place in places.items()}


@cache
def pages(kit: Path) -> tuple[Page, ...]:
    """Every page of every scorecard."""
    return tuple(pages_of(kit, KitRecord.model_validate_json((kit / "kit.json").read_bytes())))


def pages_of(kit: Path, record: KitRecord) -> Iterator[Page]:
    for sheet in record.sheets:
        path = kit / sheet.path
        with closing(pypdfium2.PdfDocument(path)) as document:
            sizes = [document.get_page_size(index) for index in range(len(document))]
        for number, ((width, height), recorded) in enumerate(
            zip(sizes, record.pages_of(sheet), strict=True), 1
        ):
            code = f"IK1:{record.kit_digest}:{sheet.sheet}:{number}"
            yield Page(path, number, (width / MM, height / MM), code, recorded)


def picture(page: Page, dpi: int) -> Picture:
    with (
        closing(pypdfium2.PdfDocument(page.path)) as document,
        closing(document[page.number - 1]) as drawn,
        closing(drawn.render(scale=dpi / 72, grayscale=True)) as bitmap,
    ):
        return np.array(bitmap.to_numpy())


def pixels_per_mm(grey: Picture, page: Page) -> Picture:
    """Across and down: a picture has whole pixels, so it is a little larger than was asked for."""
    return np.array([grey.shape[1] / page.size[0], grey.shape[0] / page.size[1]])


def found_marks(grey: Picture) -> dict[int, Picture]:
    """Id to the four corners in pixels, clockwise from the mark's own top left."""
    parameters = cv2.aruco.DetectorParameters()
    parameters.cornerRefinementMethod = cv2.aruco.CORNER_REFINE_SUBPIX
    dictionary = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50)
    corners, ids, _ = cv2.aruco.ArucoDetector(dictionary, parameters).detectMarkers(grey)
    # Where there are no marks, `ids` may be None; and OpenCV counts from the middle of the first pixel.
    return {int(mark): at[0] + 0.5 for at, mark in zip(corners, np.ravel(ids), strict=False)}


def found_codes(grey: Picture) -> list[zxingcpp.Barcode]:
    return zxingcpp.read_barcodes(grey, formats=zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode]))


def straight(grey: Picture) -> tuple[Picture, Picture]:
    return grey, np.eye(3)


def turned(angle: float) -> Scan:
    """On a scanner's glass of the paper's size."""

    def turn(grey: Picture) -> tuple[Picture, Picture]:
        height, width = grey.shape
        matrix = np.eye(3)
        matrix[:2] = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), angle, 1)
        return cv2.warpPerspective(grey, matrix, (width, height), borderValue=(255,)), matrix

    return turn


def black_or_white(grey: Picture) -> tuple[Picture, Picture]:
    return np.where(grey < 128, 0, 255).astype(np.uint8), np.eye(3)


def photographed(grey: Picture) -> tuple[Picture, Picture]:
    """From an angle, on a dark desk, a little out of focus, with a shadow, sent by a messenger."""
    height, width = grey.shape
    sheet = np.array([(0, 0), (width, 0), (width, height), (0, height)], dtype=np.float32)
    seen = np.array([(150, 110), (1370, 60), (1460, 1900), (40, 1930)], dtype=np.float32)
    matrix = cv2.getPerspectiveTransform(sheet, seen)
    photo = cv2.warpPerspective(grey, matrix, PHOTO_SIZE, flags=cv2.INTER_AREA, borderValue=(60,))
    shadow = np.linspace(0.55, 0.95, PHOTO_SIZE[0])
    dim = (cv2.GaussianBlur(photo, (0, 0), 1) * shadow).astype(np.uint8)
    _, sent = cv2.imencode(".jpg", dim, [cv2.IMWRITE_JPEG_QUALITY, 40])
    return np.asarray(cv2.imdecode(sent, cv2.IMREAD_GRAYSCALE)), matrix


@BOTH
def test_every_page_has_its_four_marks_twelve_millimetres_from_the_edges(demo_kits: Kits, paper: str) -> None:
    for page in pages(demo_kits[paper]):
        grey = picture(page, 300)
        found = found_marks(grey)
        assert sorted(found) == sorted(page.marks), page.name
        for mark, expected in page.marks.items():
            corners = found[mark] / pixels_per_mm(grey, page)
            assert np.abs(corners - expected).max() < 0.1, (page.name, mark)
            assert np.ptp(corners, axis=0) == pytest.approx([SIZE, SIZE], abs=0.1)


@BOTH
def test_the_record_says_where_the_marks_are(demo_kits: Kits, paper: str) -> None:
    for page in pages(demo_kits[paper]):
        assert page.recorded.page == page.number
        assert page.recorded.size == pytest.approx(tuple(edge * MM for edge in page.size), abs=0.01)
        recorded = {mark.mark: mark.rect for mark in page.recorded.marks}
        assert sorted(recorded) == sorted(page.marks), page.name
        for mark, corners in page.marks.items():
            expected = [*corners.min(axis=0), *corners.max(axis=0)]
            assert np.array(recorded[mark]) / MM == pytest.approx(expected, abs=0.01), (page.name, mark)


@BOTH
def test_two_millimetres_around_every_mark_are_white(demo_kits: Kits, paper: str) -> None:
    for page in pages(demo_kits[paper]):
        grey = picture(page, 300)
        scale = pixels_per_mm(grey, page)
        for mark, corners in page.marks.items():
            left, top = np.ceil((corners.min(axis=0) - QUIET) * scale).astype(int)
            right, bottom = np.floor((corners.max(axis=0) + QUIET) * scale).astype(int)
            around = grey[top:bottom, left:right].copy()
            rim = np.floor(QUIET * scale).astype(int) - 1
            around[rim[1] : -rim[1], rim[0] : -rim[0]] = 255
            assert (around == 255).all(), (page.name, mark)


@BOTH
def test_every_page_says_kit_sheet_and_page_in_a_code_of_twenty_millimetres(
    demo_kits: Kits, paper: str
) -> None:
    for page in pages(demo_kits[paper]):
        grey = picture(page, 300)
        [code] = found_codes(grey)
        assert code.text == page.code, page.name
        recorded = np.array(page.recorded.qr) / MM
        place = ink_within(grey, recorded, pixels_per_mm(grey, page))
        assert np.ptp(place.reshape(2, 2), axis=0) == pytest.approx([QR_SIZE, QR_SIZE], abs=0.2), page.name
        assert place == pytest.approx(recorded, abs=0.2), page.name


def ink_within(grey: Picture, box: Picture, scale: Picture) -> Picture:
    """Left, top, right and bottom, in mm, of what is dark in a box (the same) and in the 2 mm around it.

    *Why* not the reader's corners: the one without a finder pattern is a guess, and may miss by a module.
    """
    (left, top), (right, bottom) = np.rint([(box[:2] - 2) * scale, (box[2:] + 2) * scale]).astype(int)
    rows, columns = np.nonzero(grey[top:bottom, left:right] < 128)
    first, last = (columns.min(), rows.min()), (columns.max() + 1, rows.max() + 1)
    return np.ravel([np.add(corner, (left, top)) / scale for corner in (first, last)])


@BOTH
@pytest.mark.parametrize(
    ("scan", "dpi", "within"),
    [
        pytest.param(straight, 150, 0.1, id="straight"),
        pytest.param(turned(5), 150, 0.1, id="turned left"),
        pytest.param(turned(-5), 150, 0.1, id="turned right"),
        pytest.param(turned(180), 150, 0.1, id="upside down"),
        pytest.param(black_or_white, 150, 0.15, id="one bit"),
        pytest.param(photographed, 200, 0.3, id="photograph"),
    ],
)
def test_scans_of_every_page_are_read(
    demo_kits: Kits, paper: str, scan: Scan, dpi: int, within: float
) -> None:
    """Marks where they are expected within so many mm, the code word by word."""
    for page in pages(demo_kits[paper]):
        grey = picture(page, dpi)
        scale = pixels_per_mm(grey, page)
        scanned, matrix = scan(grey)
        found = found_marks(scanned)
        assert sorted(found) == sorted(page.marks), page.name
        back = np.linalg.inv(matrix)
        for mark, expected in page.marks.items():
            corners = cv2.perspectiveTransform(found[mark][None].astype(np.float64) - 0.5, back)[0] + 0.5
            assert np.abs(corners / scale - expected).max() < within, (page.name, mark)
        assert [code.text for code in found_codes(scanned)] == [page.code], page.name
