"""How the boxes and lines of a form look before and after somebody has used them."""

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream

NOTHING = b"/Tx BMC EMC"


class Appearances:
    """A cross in a chosen box, nothing in all others."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._shared: dict[tuple[float, float, bytes], Stream] = {}

    def give_cross(self, widget: pikepdf.Object, state: str) -> None:
        """The states `/Off` and `/state`, of which the first is shown; boxes of one size share them."""
        drawings = {"/Off": NOTHING, f"/{state}": _cross(*_size(widget))}
        states = {name: self._share(widget, drawing) for name, drawing in drawings.items()}
        widget.AP = Dictionary(N=Dictionary(states))
        widget.AS = Name.Off
        widget.MK = Dictionary(CA=pikepdf.String("8"))

    def give_nothing(self, widget: pikepdf.Object) -> None:
        """An empty text: the printed lines show through until somebody types.

        Each has its own: programs that fill a form write into the one they find.
        """
        widget.AP = Dictionary(N=self._draw(widget, NOTHING))

    def _share(self, widget: pikepdf.Object, drawing: bytes) -> Stream:
        key = (*_size(widget), drawing)
        if key not in self._shared:
            self._shared[key] = self._draw(widget, drawing)
        return self._shared[key]

    def _draw(self, widget: pikepdf.Object, drawing: bytes) -> Stream:
        stream = Stream(self._pdf, drawing)
        stream.Type, stream.Subtype = Name.XObject, Name.Form
        stream.BBox, stream.Resources = Array([0, 0, *_size(widget)]), Dictionary()
        drawn: Stream = self._pdf.make_indirect(stream)
        return drawn


def _size(widget: pikepdf.Object) -> tuple[float, float]:
    """Width and height in points."""
    left, bottom, right, top = (float(edge) for edge in widget.Rect)
    return round(right - left, 2), round(top - bottom, 2)


def _cross(width: float, height: float) -> bytes:
    """Two strokes from corner to corner, clear of the printed outline."""
    inset = min(width, height) * 0.22
    right, top = width - inset, height - inset
    return (
        f"q 1.3 w 1 J {inset:.2f} {inset:.2f} m {right:.2f} {top:.2f} l "
        f"{inset:.2f} {top:.2f} m {right:.2f} {inset:.2f} l S Q"
    ).encode()
