"""The words of a slot (a name, a date) as a form XObject: a laid-out page of their own, with its fonts."""

import zlib
from dataclasses import dataclass
from io import BytesIO

import pikepdf
from pikepdf import Array, Name

from interviewkit.personalise.objects import Piece, pieces_of


@dataclass(frozen=True)
class Words:
    """Words ready to be laid over a slot: their text, its language (a BCP 47 tag or nothing), and the form.

    The first of `pieces` is the form XObject, whose bottom left corner is that of the slot.
    """

    text: str
    language: str
    pieces: tuple[Piece, ...]


def words_of(page: bytes, text: str, language: str) -> Words:
    """The one page of a PDF as a form."""
    with pikepdf.open(BytesIO(page)) as pdf:
        (only,) = pdf.pages
        content = pikepdf.unparse_content_stream(pikepdf.parse_content_stream(only))
        form = pdf.make_stream(
            zlib.compress(content, 9),
            Filter=Name.FlateDecode,
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([float(edge) for edge in only.mediabox]),
            Resources=only.obj.Resources,
        )
        return Words(text, language, pieces_of([form]))
