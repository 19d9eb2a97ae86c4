"""The print packs of a whole drive: planned from all openings, each made by one worker."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from io import BytesIO

from interviewkit.digest import digest_of
from interviewkit.documents import layout_name
from interviewkit.drive_folder.store import Store
from interviewkit.drive_packs.cover_pages import CoverPress
from interviewkit.drive_packs.drawing import draw_document, draw_master
from interviewkit.drive_packs.models import (
    CardItem,
    CardKey,
    DocumentItem,
    DocumentKey,
    DriveOpening,
    DrivePack,
    PageCounts,
    Since,
)
from interviewkit.drive_packs.planning import plan_packs
from interviewkit.drive_packs.writing import Card, write_pack
from interviewkit.drive_run.covers import print_covers
from interviewkit.drive_run.folder import Folder, Place, Written, read_document, write
from interviewkit.drive_run.kits import Kit
from interviewkit.drive_run.sheets import Cards
from interviewkit.errors import InputError, OutputError
from interviewkit.language import Language
from interviewkit.models.drive_record import MadeKind
from interviewkit.models.sheet import Sheet
from interviewkit.personalise.master import Master
from interviewkit.print_options import program_versions
from interviewkit.sheet_printing import WordsOfSheets, print_sheet, words_for, words_keys
from interviewkit.workers import Failure, Workers

PAGES = 2
"""So many has a document that is not printed yet: a dry run counts packs, not pages."""


@dataclass(frozen=True)
class PackPlan:
    """A pack, and the digest of everything that it is made from."""

    pack: DrivePack
    inputs: str


def plan_drive_packs(
    title: str, kits: Sequence[Kit], folder: Folder, language: Language, since: Since | None = None
) -> list[PackPlan]:
    """The packs of a drive of this title that have to be made."""
    if not kits:
        return []
    packs = plan_packs(title, list(map(_opening, kits)), _page_counts(kits, folder), language, since)
    inputs = _Inputs(kits)
    plans = [PackPlan(pack, inputs.of(pack)) for pack in packs]
    return [plan for plan in plans if folder.needs(plan.pack.path, plan.inputs)]


def _opening(kit: Kit) -> DriveOpening:
    prepared = kit.opening.prepared
    return DriveOpening(kit.id, prepared.kit.title, prepared.kit.stages, kit.opening.sheets, prepared.paper)


def _page_counts(kits: Sequence[Kit], folder: Folder) -> PageCounts:
    documents = _Pages(folder)
    cards = {
        (kit.id, stage.id): documents[kit.id, f"scorecards/{stage.id}.pdf"]
        for kit in kits
        for stage in kit.opening.prepared.kit.stages
    }
    return PageCounts(documents, cards)


class _Pages(dict[DocumentKey, int]):
    """The pages of each document that is asked for, as recorded."""

    def __init__(self, folder: Folder) -> None:
        super().__init__()
        self._state = folder.state

    def __missing__(self, key: DocumentKey) -> int:
        made = self._state.made("/".join(key))
        return self.setdefault(key, (made.pages if made else 0) or PAGES)


class _Inputs:
    """What packs depend on."""

    def __init__(self, kits: Sequence[Kit]) -> None:
        self._documents = {kit.id: kit.inputs for kit in kits}
        self._sheets = {
            (kit.id, sheet.id): kit.opening.inputs_of(sheet) for kit in kits for sheet in kit.opening.sheets
        }
        self._programs = program_versions()

    def of(self, pack: DrivePack) -> str:
        """Digest of everything that a pack is made from."""
        items = [
            [asdict(item), self._sheets[item.opening, item.sheet]]
            if isinstance(item, CardItem)
            else [asdict(item), self._documents[item.opening]]
            for item in pack.items
        ]
        head = [pack.path, pack.title, asdict(pack.cover), pack.language, pack.blank]
        return digest_of([*head, items, self._programs])


def sheets_in(plans: Sequence[PackPlan]) -> dict[str, set[str]]:
    """The ids of the sheets that lie in these packs, by opening."""
    found: dict[str, set[str]] = {}
    for plan in plans:
        for item in plan.pack.items:
            if isinstance(item, CardItem):
                found.setdefault(item.opening, set()).add(item.sheet)
    return found


@dataclass(frozen=True)
class DrivePackJob:
    """A pack with all that its cards are made from; its documents are `fresh`, or in the folder."""

    store: Store
    place: Place
    pack: DrivePack
    cover: bytes
    masters: Mapping[tuple[str, str], Master]
    words: Mapping[str, WordsOfSheets]
    sheets: Mapping[CardKey, tuple[Sheet, str]]
    fresh: Mapping[DocumentKey, bytes]


def print_drive_packs(
    plans: Sequence[PackPlan],
    cards: Sequence[Cards],
    press: CoverPress,
    folder: Folder,
    workers: Workers,
) -> tuple[str, ...]:
    """Make the packs; returns why some cannot be made. Raises OutputError where none could."""
    faults: list[str] = []
    failures: list[str] = []
    covers = print_covers([plan.pack.cover for plan in plans], press, workers)
    covered = [(plan, cover) for plan, cover in zip(plans, covers, strict=True) if isinstance(cover, bytes)]
    results = workers.attempt(make_drive_pack, _jobs(covered, cards, folder))
    for plan, cover in zip(plans, covers, strict=True):
        written = cover if isinstance(cover, Failure) else next(results)
        if isinstance(written, Failure):
            message = f"cannot make {folder.store.name}/{plan.pack.path}: {written.error}"
            (faults if isinstance(written.error, InputError) else failures).append(message)
        else:
            folder.note([written])
    if failures:
        raise OutputError("\n".join((*faults, *failures)))
    return tuple(faults)


def _jobs(
    plans: Sequence[tuple[PackPlan, bytes]], cards: Sequence[Cards], folder: Folder
) -> Iterator[DrivePackJob]:
    """What to do for each pack with its cover; the words of an opening are forgotten after its last one."""
    known = {each.kit.id: each for each in cards}
    left = Counter(opening for plan, _ in plans for opening in _openings(plan.pack))
    for plan, cover in plans:
        yield _job(plan, cover, known, folder)
        for opening in _openings(plan.pack):
            left[opening] -= 1
            if not left[opening]:
                known[opening].words = {}


def _openings(pack: DrivePack) -> set[str]:
    return {item.opening for item in pack.items}


def _job(plan: PackPlan, cover: bytes, known: Mapping[str, Cards], folder: Folder) -> DrivePackJob:
    masters: dict[tuple[str, str], Master] = {}
    words: dict[str, WordsOfSheets] = {}
    sheets: dict[CardKey, tuple[Sheet, str]] = {}
    wanted = dict.fromkeys(
        (item.opening, item.sheet) for item in plan.pack.items if isinstance(item, CardItem)
    )
    for opening, name in wanted:
        cards = known[opening]
        if cards.press is None:
            continue
        sheet = cards.by_id[name]
        sheets[opening, name] = (sheet, cards.press.digest)
        own = words.setdefault(opening, {})
        own |= {key: cards.words[key] for key in words_keys(cards.press, sheet)}
        master = cards.press.masters[layout_name(sheet)]
        if master is not None:
            masters[opening, layout_name(sheet)] = master
    place = folder.place(plan.pack.path, MadeKind.PACK, plan.inputs)
    pack = _with_files(plan.pack, sheets, masters)
    fresh = _fresh(pack, known, folder)
    return DrivePackJob(folder.store, place, pack, cover, masters, words, sheets, fresh)


def _fresh(pack: DrivePack, known: Mapping[str, Cards], folder: Folder) -> dict[DocumentKey, bytes]:
    """The documents in whose files somebody has written, as they were: nobody else is to read that."""
    found = {}
    for name, path in _documents(pack):
        cards = known[name]
        if cards.kit.path(path) not in folder.kept:
            continue
        if path in cards.kit.fresh:
            found[name, path] = cards.kit.fresh[path]
        elif cards.press is not None:
            sheet = next(sheet for sheet in cards.needed if sheet.path == path)
            found[name, path] = print_sheet(cards.press, sheet, cards.words)
    return found


def _with_files(
    pack: DrivePack, sheets: Mapping[CardKey, tuple[Sheet, str]], masters: Collection[tuple[str, str]]
) -> DrivePack:
    """The pack with the finished files of sheets that are laid over no master."""
    items = tuple(
        DocumentItem(
            item.opening, sheets[item.opening, item.sheet][0].path, item.title, item.label, group=item.group
        )
        if isinstance(item, CardItem)
        and (item.opening, layout_name(sheets[item.opening, item.sheet][0])) not in masters
        else item
        for item in pack.items
    )
    return replace(pack, items=items)


def make_drive_pack(job: DrivePackJob) -> Written:
    """Make the pack, and write it."""
    documents = {
        key: draw_document(job.fresh.get(key) or read_document(job.store, "/".join(key)))
        for key in _documents(job.pack)
    }
    drawn = {key: draw_master(master) for key, master in job.masters.items()}
    cards = {
        (opening, name): Card(
            drawn[opening, layout_name(sheet)],
            words_for(job.masters[opening, layout_name(sheet)], sheet, job.words[opening]),
            digest,
            name,
        )
        for (opening, name), (sheet, digest) in job.sheets.items()
        if (opening, layout_name(sheet)) in drawn
    }
    out = BytesIO()
    pages = write_pack(job.pack, draw_document(job.cover), documents, cards, out)
    about = sorted({sheet.candidate.id for sheet, _ in job.sheets.values() if sheet.candidate})
    return write(job.store, job.place, out.getvalue(), pages=pages, about=about)


def _documents(pack: DrivePack) -> Iterator[DocumentKey]:
    yield from dict.fromkeys(
        (item.opening, item.path) for item in pack.items if isinstance(item, DocumentItem)
    )
