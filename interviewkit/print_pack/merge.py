"""Several finished PDFs as one that can be printed on both sides: again tagged as PDF/UA-1, and fillable."""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from html import escape
from io import BytesIO

from pikepdf import Dictionary, Name, ObjectStreamMode, Pdf, String

from interviewkit import __version__
from interviewkit.print_pack.forms import join_forms
from interviewkit.print_pack.navigation import join_bookmarks, join_destinations, label_pages
from interviewkit.print_pack.pages import next_key, place_part
from interviewkit.print_pack.part import Part, Placed
from interviewkit.print_pack.plan import Pack
from interviewkit.print_pack.sharing import share_fonts
from interviewkit.print_pack.structure import join_structure

PRODUCER = f"InterviewKit {__version__}"
METADATA = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 pdfuaid:part="1" pdf:Producer="{producer}">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>
"""


@dataclass(frozen=True)
class PackJob:
    """A planned pack with the finished documents that lie in it; plain data, for any process."""

    pack: Pack
    files: Mapping[str, bytes]
    language: str


def make_pack(job: PackJob) -> bytes:
    """The pack as PDF."""
    return merge_pack(job.pack, job.files, job.language)


def merge_pack(pack: Pack, files: Mapping[str, bytes], language: str) -> bytes:
    """A planned pack as PDF; `files` holds the kit's finished documents by path, `language` is theirs."""
    parts = [
        Part(sheet.title, files[sheet.path], sheet.prefix, sheet.label, one_sided=sheet.one_sided)
        for sheet in pack.sheets
    ]
    return merge_parts(parts, pack.title, language, pack.blank)


def merge_parts(parts: Sequence[Part], title: str, language: str, blank: str = "blank") -> bytes:
    """One PDF of all parts, each starting on the front of a sheet of paper.

    The parts, at least one, are tagged PDFs with distinct prefixes. `language` is a BCP 47 tag, `blank` the
    word for blank pages in page labels. The same parts give the same bytes.
    """
    with ExitStack() as opened, Pdf.new() as pack:
        placed = _place(pack, parts, opened)
        share_fonts(pack, placed)
        join_structure(pack, placed, language)
        join_forms(pack, placed)
        join_destinations(pack, placed)
        join_bookmarks(pack, placed)
        label_pages(pack, placed, blank)
        _describe(pack, title, language)
        return _saved(pack)


def _place(pack: Pdf, parts: Sequence[Part], opened: ExitStack) -> list[Placed]:
    twins: dict[bytes, Placed] = {}
    placed: list[Placed] = []
    for part in parts:
        first_key = next_key(placed[-1]) if placed else 0
        placed.append(place_part(pack, part, first_key, twins.get(part.data)))
        opened.enter_context(placed[-1].source)
        twins.setdefault(part.data, placed[-1])
    return placed


def _describe(pack: Pdf, title: str, language: str) -> None:
    """Title, language, and how to print: both sides, turned at the long edge, at full size.

    *Why full size*: a scanner finds the boxes where they were laid out.
    """
    root = pack.Root
    root.Lang = String(language)
    root.ViewerPreferences = Dictionary(
        DisplayDocTitle=True, Duplex=Name.DuplexFlipLongEdge, PrintScaling=Name("/None")
    )
    metadata = METADATA.format(title=escape(title), language=escape(language), producer=escape(PRODUCER))
    root.Metadata = pack.make_stream(metadata.encode(), Type=Name.Metadata, Subtype=Name.XML)
    pack.docinfo = pack.make_indirect(Dictionary(Title=String(title), Producer=String(PRODUCER)))


def _saved(pack: Pdf) -> bytes:
    file = BytesIO()
    pack.save(
        file,
        force_version="1.7",
        deterministic_id=True,
        object_stream_mode=ObjectStreamMode.generate,
    )
    return file.getvalue()
