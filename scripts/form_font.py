"""Make `templates/fonts/KitForm-Regular.ttf`: the letters that a PDF form field can be typed in.

A form field's font has one byte per letter and must be embedded whole, so it holds the 217 letters of Windows
code page 1252 and nothing else. Under the SIL Open Font Licence a changed font needs another name.
"""

from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "templates" / "fonts"
NAME = "Kit Form"
COPYRIGHT, FAMILY, STYLE, UNIQUE, FULL, POSTSCRIPT, LICENCE, LICENCE_URL = 0, 1, 2, 3, 4, 6, 13, 14


def main() -> None:
    """Write the font file."""
    letters = [
        ord(bytes([code]).decode("cp1252"))
        for code in range(32, 256)
        if bytes([code]).decode("cp1252", "ignore")
    ]
    options = subset.Options(
        layout_features=[],
        hinting=False,
        notdef_outline=True,
        name_IDs=[COPYRIGHT, LICENCE, LICENCE_URL],
        drop_tables=["BASE", "GDEF", "GPOS", "GSUB", "gasp"],
    )
    with TTFont(FONTS / "SourceSans3-Regular.ttf", recalcTimestamp=False) as font:
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=letters)
        subsetter.subset(font)
        for number, text in (
            (FAMILY, NAME),
            (STYLE, "Regular"),
            (UNIQUE, f"{NAME} Regular, cut from an open font"),
            (FULL, f"{NAME} Regular"),
            (POSTSCRIPT, "KitForm-Regular"),
        ):
            font["name"].setName(text, number, 3, 1, 0x409)
        font.save(FONTS / "KitForm-Regular.ttf")


if __name__ == "__main__":
    main()
