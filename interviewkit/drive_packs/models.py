"""What print packs are planned from, and the plan: which items lie in which pack, from top to bottom."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from interviewkit.drive_packs.cover import Cover
from interviewkit.models.jurisdiction import Paper
from interviewkit.models.kit import KitStage
from interviewkit.models.sheet import Sheet

DocumentKey = tuple[str, str]
"""An opening's id, and the path of a document in its kit."""

StageKey = tuple[str, str]
"""The ids of an opening and of one of its interviews."""

CardKey = tuple[str, str]
"""The ids of an opening and of one of its sheets."""


@dataclass(frozen=True)
class DriveOpening:
    """An opening of a drive: its interviews in order, and its sheets in the order of its candidates."""

    id: str
    title: str
    stages: tuple[KitStage, ...]
    sheets: tuple[Sheet, ...]
    paper: Paper = Paper.A4


@dataclass(frozen=True)
class PageCounts:
    """Pages of each document, and of a scorecard of each interview (two where nothing is said)."""

    documents: Mapping[DocumentKey, int]
    cards: Mapping[StageKey, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Since:
    """What to print after a run: only the sheets with these ids."""

    run: int
    sheets: frozenset[str]


@dataclass(frozen=True, slots=True)
class DocumentItem:
    """A copy of a kit's document: `title` is its bookmark, `label` stands before its page numbers.

    Where `one_sided` is set, the back of every page stays blank. Bookmarks with one `group` stand under it.
    """

    opening: str
    path: str
    title: str
    label: str
    one_sided: bool = False
    group: str = ""


@dataclass(frozen=True, slots=True)
class CardItem:
    """One candidate's scorecard; its bookmark tells the candidate's id, never the name."""

    opening: str
    sheet: str
    title: str
    label: str
    group: str = ""


Item = DocumentItem | CardItem


@dataclass(frozen=True)
class DrivePack:
    """One print job: path in the drive's folder, title, cover, items; each begins on the front of a sheet.

    `language` is a BCP 47 tag; `blank` names blank pages.
    """

    path: str
    title: str
    cover: Cover
    items: tuple[Item, ...]
    language: str
    blank: str
