"""The words of a slot (a name, a date) as a form XObject: a laid-out page of their own, with its fonts."""

import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from interviewkit.personalise.objects import Piece, packed, pieces_of, unpacked


@dataclass(frozen=True, slots=True)
class Words:
    """Words to be laid over a slot: text, its language (a BCP 47 tag or nothing), and the form, packed."""

    text: str
    language: str
    form: bytes

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The first is the form XObject, whose bottom left corner is that of the slot."""
        return unpacked(self.form)


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
            Resources=_used(only.obj.Resources, content),
        )
        return Words(text, language, packed(pieces_of([form])))


def _used(resources: Any, content: bytes) -> Dictionary:
    """The resources that the content names: a page has more, and a drive has thousands of words."""
    kinds = {kind: resources[kind] for kind in resources.keys()}  # noqa: SIM118 — a PDF object
    used = {
        kind: {name: named[name] for name in named.keys() if name.encode() in content}  # noqa: SIM118
        for kind, named in kinds.items()
    }
    return Dictionary({kind: Dictionary(named) for kind, named in used.items() if named})
