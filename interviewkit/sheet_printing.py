"""The sheets of candidates: laid over the master of their interview, or laid out where that cannot be."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from interviewkit.assets import FolderAssets
from interviewkit.documents import Document, Look, layout_name, master_for, scorecard
from interviewkit.errors import InputError
from interviewkit.finishing import FinishedPdf
from interviewkit.html import open_templates
from interviewkit.language import LanguageSource
from interviewkit.models.jurisdiction import Paper
from interviewkit.models.kit import Kit
from interviewkit.models.sheet import Sheet
from interviewkit.personalise.layout import Own, Press, lay_out_words, own_of
from interviewkit.personalise.master import Master, Size, SlotKind
from interviewkit.personalise.sheet import personalised
from interviewkit.personalise.words import Words
from interviewkit.printing import PrintJob, print_document
from interviewkit.problems import Code, Location, Problem

Places = tuple[tuple[str | int | float, ...], ...]
"""Name, state, page and edges of every box and code."""

WordsKey = tuple[SlotKind, Size, Own]

WordsOfSheets = dict[WordsKey, Words]
"""Words by their slot, its size, and whom or what they name."""


@dataclass(frozen=True)
class SheetPress:
    """What the sheets of a kit are made with: plain data, for whoever prints in another process.

    `masters` are by the name of their layout, None where a template does not keep to slots; `shared` is what
    every template of the kit is given. `places` has by layout where the kit's record says that boxes are.
    """

    kit: Kit
    digest: str
    paper: Paper
    large_print: bool
    language: LanguageSource
    shared: Mapping[str, Any]
    assets: FolderAssets
    masters: Mapping[str, Master | None]
    places: Mapping[str, Places] = field(default_factory=dict)

    @property
    def look(self) -> Look:
        """How the kit's documents are set."""
        return Look(self.language.opened(self.assets.folders), self.paper, self.large_print)


def masters_of(kit: Kit, sheets: Iterable[Sheet], look: Look) -> list[Document]:
    """The documents that become masters: one for each way in which these sheets are laid out."""
    first: dict[str, Sheet] = {}
    for sheet in sheets:
        first.setdefault(layout_name(sheet), sheet)
    return [scorecard(kit, master_for(sheet), look) for sheet in first.values()]


def print_sheets(press: SheetPress, sheets: Sequence[Sheet]) -> Iterator[tuple[Sheet, bytes]]:
    """Each sheet with its PDF; raises InputError like `print_document`."""
    words = lay_out_all_words(press, sheets)
    for sheet in sheets:
        yield sheet, print_sheet(press, sheet, words)


@dataclass(frozen=True)
class PersonalJob:
    """Sheets of candidates, with what they are made with; plain data, for any process."""

    press: SheetPress
    sheets: Sequence[Sheet]


def print_personal(job: PersonalJob) -> dict[str, bytes]:
    """The PDF of each sheet by its path in the kit; raises InputError like `print_document`."""
    return {sheet.path: data for sheet, data in print_sheets(job.press, job.sheets)}


def print_sheet(press: SheetPress, sheet: Sheet, words: WordsOfSheets) -> bytes:
    """The PDF of a sheet: its words laid over its master, or all of it laid out where there is none."""
    master = press.masters[layout_name(sheet)]
    if master is None:
        return _lay_out(press, sheet)
    return personalised(master, words_for(master, sheet, words), press.digest, sheet.id)


def places_of(pdf: FinishedPdf) -> Places:
    """Where the boxes and codes of a sheet stand, to a hundredth of a point."""
    boxes = [(each.name, each.state, each.page, each.rect) for each in pdf.fields]
    codes = [("", "", page, rect) for page, rect in sorted(pdf.codes.items())]
    return tuple(
        (name, state, page, *(round(edge, 2) for edge in rect))
        for name, state, page, rect in (*boxes, *codes)
    )


def _lay_out(press: SheetPress, sheet: Sheet) -> bytes:
    """A sheet laid out by itself; InputError where its words move a box: the record has one place for all."""
    document = scorecard(press.kit, sheet, press.look)
    pdf = print_document(PrintJob(document, press.shared, press.assets, press.language)).pdf
    recorded = press.places.get(layout_name(sheet))
    if recorded is not None and places_of(pdf) != recorded:
        message = f"in `{document.path}`, boxes stand elsewhere than on the sheets of others"
        hint = "put what is a sheet's own where it moves nothing, best into slots"
        raise InputError([Problem(Location(document.template), Code.INK, message, hint)])
    return pdf.data


def words_keys(press: SheetPress, sheet: Sheet) -> list[WordsKey]:
    """What the words of a sheet are found by."""
    master = press.masters[layout_name(sheet)]
    own = own_of(sheet)
    return [] if master is None else [(kind, size, own[kind]) for kind, size in master.sizes.items()]


def words_for(master: Master, sheet: Sheet, words: WordsOfSheets) -> dict[SlotKind, Words]:
    """The words that go into the slots of a sheet."""
    own = own_of(sheet)
    return {kind: words[kind, size, own[kind]] for kind, size in master.sizes.items()}


def lay_out_all_words(press: SheetPress, sheets: Iterable[Sheet]) -> WordsOfSheets:
    """The words of all these sheets, each laid out once."""
    wanted: dict[tuple[tuple[SlotKind, Size], ...], dict[tuple[SlotKind, Own], Sheet]] = {}
    for sheet in sheets:
        master = press.masters[layout_name(sheet)]
        if master is not None:
            of_size = wanted.setdefault(tuple(master.sizes.items()), {})
            of_size |= {(kind, own): sheet for kind, own in own_of(sheet).items() if kind in master.sizes}
    look = press.look
    environment = open_templates(press.assets.folders, look.language)
    found: WordsOfSheets = {}
    for sizes, asked in wanted.items():
        context = scorecard(press.kit, master_for(next(iter(asked.values()))), look).context
        words = Press(environment, {**press.shared, **context}, press.assets, look.language)
        laid_out = lay_out_words(words, dict(sizes), list(asked))
        found |= {
            (kind, dict(sizes)[kind], own): each for (kind, own), each in zip(asked, laid_out, strict=True)
        }
    return found
