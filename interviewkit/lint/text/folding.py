"""Text as a reader takes it in: what typography, disguise and capitals add is taken away.

Compatibility forms, curly quotes, soft hyphens, zero-width characters, look-alike letters of other scripts,
accents, capitals and line breaks do not change what a text asks.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache

_INVISIBLE = frozenset(
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\ufeff"
    + "".join(map(chr, (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065))))
    + "".join(map(chr, range(0xFE00, 0xFE10)))
)
"""Soft hyphens, zero-width and direction marks, variation selectors."""
_PLAIN = {
    **dict.fromkeys("‘’‚‛′`´ʼ＇", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "…": "...",
}
_LOOK_ALIKE = str.maketrans(
    # Cyrillic, Greek, Armenian and Latin letters that a reader takes for a Latin one.
    "аеорсухкмнтвіјѕԁԛԝһӏզոսαεορτυνικρχγωβɑɡıȷʟɴʀ",
    "aeopcyxkmhtbijsdqwhlqnuaeoptuvikpxywbagijlnr",
)


_CAPITALS = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "abezhikmnoptyx", strict=True))
"""Greek capitals: their small letters look like others."""


@dataclass(frozen=True)
class Folded:
    """Folded text; `offsets[i]` is where its character `i` stands in the original."""

    text: str
    offsets: tuple[int, ...] | range


def fold(text: str) -> Folded:
    """The text folded: lower case, straight quotes, single spaces, Latin letters without marks."""
    if text.isascii() and "  " not in text and "\n" not in text and "\t" not in text and "\r" not in text:
        return Folded(text.lower(), range(len(text)))
    pieces: list[str] = []
    offsets: list[int] = []
    space = True
    for position, char in enumerate(text):
        for each in char.lower() if char.isascii() else _fold_char(char):
            if space and each.isspace():
                continue
            space = each.isspace()
            pieces.append(" " if space else each)
            offsets.append(position)
    return Folded("".join(pieces), tuple(offsets))


@cache
def _fold_char(char: str) -> str:
    if char in _INVISIBLE:
        return ""
    if char in _PLAIN:
        return _PLAIN[char]
    if char in _CAPITALS:
        return _CAPITALS[char]
    folded = unicodedata.normalize("NFKD", char).casefold()
    letters = "".join(each for each in folded if not unicodedata.combining(each))
    return "".join(_PLAIN.get(each, each) for each in letters).translate(_LOOK_ALIKE)
