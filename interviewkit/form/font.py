"""The font in which form fields are typed, as a PDF font of one byte per letter."""

import io
from functools import cache

from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Object, Pdf

FONT_NAME = "/KitForm"
WEASYPRINT_NAME = "+Kit-Form"
"""How WeasyPrint calls the font of `templates/fonts/KitForm-Regular.ttf`, after six letters of its own."""
FIRST, LAST = 32, 255
NONSYMBOLIC = 1 << 5


def form_font(pdf: Pdf, font_file: Object) -> Dictionary:
    """A TrueType font with the letters of Windows code page 1252, from the embedded font file.

    *Why*: WeasyPrint writes a font of two bytes per glyph, in which no viewer can type.
    """
    widths, box, ascent, descent = _metrics(font_file.read_bytes())
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name.KitForm,
        Flags=NONSYMBOLIC,
        FontBBox=Array(list(box)),
        ItalicAngle=0,
        Ascent=ascent,
        Descent=descent,
        CapHeight=ascent,
        StemV=80,
        MissingWidth=widths[0],
        FontFile2=font_file,
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=Name.KitForm,
            FirstChar=FIRST,
            LastChar=LAST,
            Widths=Array(list(widths)),
            Encoding=Name.WinAnsiEncoding,
            FontDescriptor=pdf.make_indirect(descriptor),
        )
    )


@cache
def _metrics(data: bytes) -> tuple[tuple[int, ...], tuple[int, int, int, int], int, int]:
    """Widths of codes 32 to 255, bounding box, ascent and descent, in thousandths of the type size."""
    with TTFont(io.BytesIO(data), lazy=True) as font:
        scale = 1000 / font["head"].unitsPerEm
        cmap, advances, head, hhea = font.getBestCmap(), font["hmtx"].metrics, font["head"], font["hhea"]
        letters = (bytes([code]).decode("cp1252", "ignore") for code in range(FIRST, LAST + 1))
        widths = tuple(
            round(advances[cmap.get(ord(letter), ".notdef") if letter else ".notdef"][0] * scale)
            for letter in letters
        )
        box = tuple(round(edge * scale) for edge in (head.xMin, head.yMin, head.xMax, head.yMax))
        return widths, box, round(hhea.ascent * scale), round(hhea.descent * scale)
