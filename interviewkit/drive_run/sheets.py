"""The scorecards of a drive's candidates: masters, then words, then thousands of sheets."""

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from interviewkit.documents import layout_name
from interviewkit.drive_folder.store import Store
from interviewkit.drive_run.folder import Draft, Folder, Place, Written, write_all
from interviewkit.drive_run.kits import Kit, missing_masters, print_groups
from interviewkit.drive_run.request import Progress
from interviewkit.kit_printing import groups_for
from interviewkit.models.drive_record import MadeKind
from interviewkit.models.sheet import Sheet
from interviewkit.sheet_printing import (
    SheetPress,
    WordsOfSheets,
    lay_out_all_words,
    print_sheet,
    words_keys,
)
from interviewkit.workers import Failure, Workers, chunked

WORDS_IN_A_JOB = 400
"""The words of so many sheets at most are laid out in one go; a go costs as much as fifty names."""

SHEETS_IN_A_JOB = 100


@dataclass
class Cards:
    """The sheets of a kit that are needed now: to be written, or for a pack; with what they are made from."""

    kit: Kit
    to_write: list[Sheet]
    needed: list[Sheet]
    words: WordsOfSheets = field(default_factory=dict)
    by_id: dict[str, Sheet] = field(default_factory=dict)

    def need(self, ids: Collection[str]) -> None:
        """Sheets with these ids are needed for packs, too."""
        wanted = {*ids, *(sheet.id for sheet in self.to_write)}
        self.by_id = {sheet.id: sheet for sheet in self.kit.opening.sheets if sheet.id in wanted}
        self.needed = list(self.by_id.values())

    @property
    def press(self) -> SheetPress | None:
        """What they are made with, as soon as a master is printed."""
        return self.kit.press

    def keep_words(self, sheets: Iterable[Sheet], laid_out: WordsOfSheets) -> None:
        """Have the words of these sheets, found by their own people, not by a worker's copies."""
        if self.press is not None:
            keys = (key for sheet in sheets for key in words_keys(self.press, sheet))
            self.words |= {key: laid_out[key] for key in keys}

    def without_words(self) -> list[Sheet]:
        """The needed sheets whose words are not laid out."""
        press = self.press
        if press is None or not self.words:
            return self.needed
        return [each for each in self.needed if any(key not in self.words for key in words_keys(press, each))]


def print_cards(cards: Sequence[Cards], folder: Folder, workers: Workers, progress: Progress) -> None:
    """Make everything that the needed sheets are made from, and write those that have to be written.

    What was made for them before is not made again.
    """
    _print_masters(cards, workers)
    ready = [each for each in cards if each.press is not None and each.kit.failure is None]
    _lay_out_words(ready, workers)
    _write_sheets(ready, folder, workers, progress)


def _write_sheets(cards: Sequence[Cards], folder: Folder, workers: Workers, progress: Progress) -> None:
    owners: deque[Cards] = deque()

    def jobs() -> Iterator[SheetsJob]:
        for each in cards:
            for job in _sheet_jobs(each, folder):
                owners.append(each)
                yield job

    for made in workers.attempt(make_sheets, jobs()):
        owner = owners.popleft()
        if isinstance(made, Failure):
            owner.kit.fail(made.error)
        else:
            folder.note(made)
            progress.sheets_done(len(made))


def _print_masters(cards: Sequence[Cards], workers: Workers) -> None:
    """The masters that nobody has printed with the blank sheets: those of sheets for packs alone."""
    wanted = [
        (each.kit, list(groups_for(each.kit.opening.prepared, missing_masters(each.kit, each.needed))))
        for each in cards
    ]
    for kit, masters in print_groups(wanted, workers):
        if masters:
            kit.keep_masters(masters)


@dataclass(frozen=True)
class WordsJob:
    """Sheets whose words are to be laid out."""

    press: SheetPress
    sheets: tuple[Sheet, ...]


def lay_out_words_of(job: WordsJob) -> WordsOfSheets:
    """The words of the job's sheets."""
    return lay_out_all_words(job.press, job.sheets)


def _in_a_job(sheets: int, workers: int) -> int:
    """How many sheets' words to lay out in a go, so that all workers are done at the same time."""
    rounds = max(1, -(-sheets // (WORDS_IN_A_JOB * workers)))
    return max(WORDS_IN_A_JOB // 4, -(-sheets // (rounds * workers)))


def _lay_out_words(cards: Sequence[Cards], workers: Workers) -> None:
    missing = [(each, each.without_words()) for each in cards]
    wanted = [(each, list(chunked(some, _in_a_job(len(some), workers.jobs)))) for each, some in missing]
    jobs = (WordsJob(each.press, tuple(chunk)) for each, chunks in wanted for chunk in chunks if each.press)
    results = workers.attempt(lay_out_words_of, jobs)
    for each, chunks in wanted:
        for chunk in chunks:
            result = next(results)
            if isinstance(result, Failure):
                each.kit.fail(result.error)
            else:
                each.keep_words(chunk, result)


@dataclass(frozen=True)
class SheetsJob:
    """Sheets to be written, with what they are made from; plain data, for any process on any machine."""

    store: Store
    press: SheetPress
    sheets: tuple[tuple[Sheet, Place], ...]
    words: WordsOfSheets


def _sheet_jobs(cards: Cards, folder: Folder) -> Iterator[SheetsJob]:
    kit, press = cards.kit, cards.press
    if press is None or kit.failure is not None:
        return
    for chunk in chunked(cards.to_write, SHEETS_IN_A_JOB):
        places = (
            folder.place(kit.path(each.path), MadeKind.SHEET, kit.opening.inputs_of(each), kit.opening.id)
            for each in chunk
        )
        keys = {key for sheet in chunk for key in words_keys(press, sheet)}
        words = {key: cards.words[key] for key in keys}
        masters = {name: press.masters[name] for name in map(layout_name, chunk)}
        own_press = replace(press, masters=masters)
        yield SheetsJob(folder.store, own_press, tuple(zip(chunk, places, strict=True)), words)


def make_sheets(job: SheetsJob) -> tuple[Written, ...]:
    """Make the sheets, then write them."""
    return write_all(
        job.store,
        [
            Draft(
                place,
                print_sheet(job.press, sheet, job.words),
                sheet=sheet.id,
                about=(sheet.candidate.id,) if sheet.candidate else (),
            )
            for sheet, place in job.sheets
        ],
    )


def cards_of(kit: Kit, sheets: Sequence[Sheet], folder: Folder) -> Cards:
    """These sheets of a kit, as far as they have to be written."""
    opening = kit.opening
    to_write = [sheet for sheet in sheets if folder.needs(kit.path(sheet.path), opening.inputs_of(sheet))]
    return Cards(kit, to_write, list(to_write))


def runs_of_sheets(cards: Iterable[Cards], folder: Folder) -> dict[str, int]:
    """The run that made each sheet, by its id; those that are to be written are made by this one."""
    found = {}
    for each in cards:
        for sheet in each.kit.opening.sheets:
            made = folder.state.made(each.kit.path(sheet.path))
            if made is not None:
                found[sheet.id] = made.run
        found |= {sheet.id: folder.run for sheet in each.to_write}
    return found
