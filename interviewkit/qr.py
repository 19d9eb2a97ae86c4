"""QR codes as rectangles of dark modules, the same for a page that is laid out and what is laid over it."""

from collections.abc import Iterator
from functools import cache

import numpy as np
import zxingcpp

VERSION = 3
"""29 modules across; with level M it holds 42 letters, and a sheet's ids have 27 or 28."""

QUIET = 4
"""Modules of white around the symbol."""

SIZE = 17 + 4 * VERSION + 2 * QUIET
"""Modules across with the quiet zone."""

Rectangle = tuple[int, int, int, int]
"""Column, row (from 0 at the top left of the quiet zone), width and height of dark modules."""

_BASE = 64
"""More than the modules of a symbol: column, width, row and height are the digits of one number."""


def dark_rectangles(data: str) -> Iterator[Rectangle]:
    """The dark modules of the QR code (level M) of some letters, alike runs below one another as one."""
    return map(_rectangle, _coded(data))


def dark_path(data: str) -> bytes:
    """The same as a path in PDF operators: filled as one it has no seams."""
    return b"\n".join(map(_operator, _coded(data)))


def _coded(data: str) -> list[int]:
    """The rectangles as numbers, which are quickly sorted and looked up: a drive draws thousands of codes.

    *Why* one version: its 29 modules are 20 mm on the sheet. Left to choose, an encoder takes a smaller one
    for a digest that happens to have no letters.
    """
    code = zxingcpp.create_barcode(data, zxingcpp.BarcodeFormat.QRCode, ec_level="M", version=VERSION)
    modules = np.asarray(code.to_image(add_quiet_zones=False))
    rows, columns = modules.shape
    line = np.zeros((rows, columns + 2), np.bool_)  # light at both ends: no run goes on in the next row
    line[:, 1:-1] = modules == 0
    flat = line.ravel()
    edges = (flat[1:] != flat[:-1]).nonzero()[0]
    starts = edges[::2]
    runs = (starts % (columns + 2) * _BASE + edges[1::2] - starts) * _BASE + starts // (columns + 2)
    runs.sort()
    tops = np.concatenate(([0], (runs[1:] != runs[:-1] + 1).nonzero()[0] + 1, [len(runs)]))
    coded: list[int] = (runs[tops[:-1]] * _BASE + tops[1:] - tops[:-1]).tolist()
    return coded


@cache
def _rectangle(digits: int) -> Rectangle:
    """The rectangle of a number; there are but some thousands."""
    rest, height = divmod(digits, _BASE)
    rest, row = divmod(rest, _BASE)
    column, width = divmod(rest, _BASE)
    return column + QUIET, row + QUIET, width, height


@cache
def _operator(digits: int) -> bytes:
    return b"%d %d %d %d re" % _rectangle(digits)
