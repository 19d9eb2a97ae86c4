"""A hiring drive from its file to the last print pack.

Each step works on all openings at once, so that the workers never wait; what is wrong with one opening ends
that opening alone. Everything finished is noted as it comes: a drive that is stopped goes on where it was.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from interviewkit.drive_folder.state import Pruned
from interviewkit.drive_input.drive import DriveOpening, PlacedAppointment, without_sources
from interviewkit.drive_input.reading import read_drive
from interviewkit.drive_packs.cover_pages import CoverPress
from interviewkit.drive_packs.models import Since
from interviewkit.drive_run.finish import (
    Changes,
    due_record,
    outcome_of,
    record_of,
    with_other_openings,
    write_kit_records,
)
from interviewkit.drive_run.folder import Folder
from interviewkit.drive_run.kits import Kit, missing_documents, missing_packs, print_kits
from interviewkit.drive_run.nothing import remember_sources
from interviewkit.drive_run.overlaps import overlap_warnings
from interviewkit.drive_run.packs import PackPlan, plan_drive_packs, print_drive_packs, sheets_in
from interviewkit.drive_run.prepared import PrepareJob, prepare_opening
from interviewkit.drive_run.request import DriveReport, DriveRequest, Progress
from interviewkit.drive_run.selection import Selection
from interviewkit.drive_run.sheets import Cards, cards_of, print_cards, runs_of_sheets
from interviewkit.drive_run.sources import inputs_digest, other_files, own_digest
from interviewkit.drive_run.summary import PAGE, language_of, write_summary
from interviewkit.errors import OutputError
from interviewkit.library import Library
from interviewkit.models.drive_outcome import DriveOutcome
from interviewkit.models.drive_record import MadeFile
from interviewkit.output_folder import RECORD_NAME
from interviewkit.print_options import PrintOptions
from interviewkit.print_pack.plan import FOLDER as PACKS
from interviewkit.workers import Failure, Workers

CHANGED = "warning: what the drive is made from changed while it ran; run the same command again"
NOTHING_PRUNED = "warning: nothing was removed: it may belong to what failed; mend that and prune again"
DELTA = f"{PACKS}/since-run-"
"""The packs of what is newer than a run are in a folder of this name and the run's number."""


class Run:
    """One run of a drive, with the folder locked and its state open."""

    def __init__(self, request: DriveRequest, folder: Folder, workers: Workers, progress: Progress) -> None:
        progress.step("reading")
        if not request.dry_run:
            workers.start()
        layers, own = request.options.layers, own_digest(request)
        self.request, self.folder, self.workers, self.progress = request, folder, workers, progress
        self.drive = read_drive(request.drive, Library(layers.rubrics, layers.language))
        _refuse_other_drive(folder, self.drive.id)
        self.others = other_files(self.drive, request.drive)
        self.inputs = inputs_digest(request, self.others, own)
        self.options = self._options(request.options)
        self.selection = Selection.of(request.only)
        self.failures: dict[str, Exception] = {}
        self.since = 0
        self.rehearsed: set[str] = set()
        self.remarks: list[str] = []
        self.problems = list(map(str, self.drive.problems))

    def _options(self, options: PrintOptions) -> PrintOptions:
        return replace(options, paper=options.paper or self.drive.paper)

    def report(self) -> DriveReport:
        """Do everything, and say what was done."""
        openings = self.selection.openings(self.drive, self.request.drive)
        kits = self._prepared(openings)
        cards = [
            cards_of(kit, self.selection.sheets(kit.opening, self.request.drive), self.folder) for kit in kits
        ]
        if self.selection.candidate:
            self.folder.force = False  # these sheets are asked for again, not all of their kit
        self.language = language_of(self.drive, kits, self.options.layers.templates)
        self.drive, number = without_sources(self.drive), len(openings)
        del openings  # thousands of candidates as YAML nodes
        self.progress.begin(number, sum(len(each.to_write) for each in cards))
        if self.request.dry_run:
            self.folder.made = self._rehearsed(cards)
        else:
            self._print(kits, cards)
        return self._ended(kits, cards)

    def _prepared(self, openings: Sequence[DriveOpening]) -> list[Kit]:
        """The openings that can be printed; why the others cannot is kept."""
        self.progress.step("composing")
        schedule: defaultdict[str, list[PlacedAppointment]] = defaultdict(list)
        for row in self.drive.schedule:
            schedule[row.opening].append(row)
        jobs = [self._job(opening, schedule[opening.id]) for opening in openings]
        results = self.workers.attempt(prepare_opening, jobs)
        kits = []
        for opening, result in zip(openings, results, strict=True):
            if isinstance(result, Failure):
                self._fail(opening.id, result.error)
            else:
                kits.append(Kit(result))
        return kits

    def _job(self, opening: DriveOpening, schedule: Sequence[PlacedAppointment]) -> PrepareJob:
        record = self.folder.state.made(f"{opening.id}/{RECORD_NAME}")
        return PrepareJob(opening, tuple(schedule), self.options, record.inputs if record else "")

    def _fail(self, opening: str, error: Exception) -> None:
        if isinstance(error, OutputError):
            raise error
        self.failures[opening] = error
        self.progress.opening_done(opening, "failed")

    def _rehearsed(self, cards: Sequence[Cards]) -> int:
        """The number of files that would be made, but for those of the summary."""
        folder, made = self.folder, Counter[str]()
        for each in cards:
            kit = each.kit
            made[kit.id] += len(each.to_write) + sum(
                kit.path(document.path) not in folder.kept for document in missing_documents(kit, folder)
            )
            made[kit.id] += len(list(missing_packs(kit, folder)))
            made[kit.id] += due_record(kit, folder, each.to_write) is not None
        self.rehearsed = {name for name, number in made.items() if number}
        return made.total() + len(self._plans(cards))

    def _print(self, kits: Sequence[Kit], cards: Sequence[Cards]) -> None:
        self.progress.step("documents")
        print_kits(kits, self.folder, self.workers, {each.kit.id: each.to_write for each in cards})
        self.progress.step("scorecards")
        plans = self._print_cards(cards)
        for kit in kits:
            if kit.failure is not None:
                self._fail(kit.id, kit.failure)
        write_kit_records([kit for kit in kits if kit.failure is None], self.folder)
        self.progress.step("print packs")
        press = CoverPress(self.language, self.options.layers.templates)
        self.problems += print_drive_packs(plans, cards, press, self.folder, self.workers)

    def _print_cards(self, cards: Sequence[Cards]) -> list[PackPlan]:
        """Make the scorecards; returns the packs that are to be made of them.

        Where an opening fails only here, the packs are planned again without it.
        """
        while True:
            sound = [each for each in cards if each.kit.failure is None]
            plans = self._plans(sound)
            in_packs = sheets_in(plans)
            for each in sound:
                each.need(in_packs.get(each.kit.id, ()))
            print_cards(sound, self.folder, self.workers, self.progress)
            if all(each.kit.failure is None for each in sound):
                return plans
            for each in sound:
                each.to_write = []

    def _plans(self, cards: Sequence[Cards]) -> list[PackPlan]:
        """The packs of all sheets, and of those that are newer than the run that the user named."""
        if not self.selection.is_all:
            return []
        kits, title = [each.kit for each in cards], self.drive.title
        language = self.language.opened(self.options.layers.templates)
        plans = plan_drive_packs(title, kits, self.folder, language)
        if self.request.since is None:
            return plans
        newest = runs_of_sheets(cards, self.folder)
        last = max(newest.values(), default=1) - 1
        self.since = last if self.request.since == "last" else self.request.since
        new = frozenset(name for name, run in newest.items() if run > self.since)
        if not new:
            self.remarks.append(_nothing_since(self.since, self.folder.state.run))
            return plans
        return [*plans, *plan_drive_packs(title, kits, self.folder, language, Since(self.since, new))]

    def _ended(self, kits: Sequence[Kit], cards: Sequence[Cards]) -> DriveReport:
        """Everything that is done when all is printed, and what to tell of it."""
        folder = self.folder
        told, lasting = self._outcomes(kits, cards)
        if self.selection.is_all:
            self.problems += write_summary(lasting, kits, self.language, self.options, folder)
        if self.failures and self.selection.is_all:
            self.remarks.append(f"warning: what failed is not in the print packs: {', '.join(self.failures)}")
        stale, pruned = self._tidy(kits)
        if not self.request.dry_run:
            self._record(lasting, kits)
        for each in told.openings:
            if each.opening not in self.failures:
                self.progress.opening_done(each.opening, each.status.value)
        return DriveReport(
            outcome=told,
            out=folder.store.name,
            problems=tuple(self.problems),
            warnings=self._warnings(kits),
            made=folder.made,
            kept=tuple(dict.fromkeys((*folder.kept, *folder.aside, *pruned.kept))),
            stale=stale if not self.request.prune else pruned.kept,
            pruned=pruned.removed,
            delta=tuple(filter(self._is_there, sorted(folder.wanted_in(f"{DELTA}{self.since}/")))),
            dry_run=self.request.dry_run,
            first=self._first(PAGE, "brief.pdf"),
            then=self._first(f"{PACKS}/", "print-pack.pdf"),
        )

    def _is_there(self, path: str) -> bool:
        return self.request.dry_run or self.folder.state.made(path) is not None

    def _first(self, of_drive: str, of_kit: str) -> str:
        """What the user should look at, of the drive or of the selected kit; empty where it was not made."""
        path = of_drive if self.selection.is_all else f"{self.selection.opening}/{of_kit}"
        return path if any(map(self.folder.state.made, self.folder.wanted_in(path))) else ""

    def _outcomes(self, kits: Sequence[Kit], cards: Sequence[Cards]) -> tuple[DriveOutcome, DriveOutcome]:
        """What this run did, and what the last one did that made anything: the same, or nothing is new."""
        folder = self.folder
        if self.request.dry_run:
            sheets = {each.kit.id: len(each.to_write) for each in cards}
            changes, is_new = Changes(folder.run, self.rehearsed, sheets), folder.made > 0
        else:
            changes = Changes.of(folder.run, folder)
            is_new = any(run == folder.run for _, run, _ in folder.runs())
        if is_new:
            outcome = outcome_of(self.drive, kits, self.failures, changes)
            return outcome, outcome
        last = Changes.of(folder.state.run or 1, folder)
        told = replace(changes, run=last.run)
        return outcome_of(self.drive, kits, self.failures, told), outcome_of(
            self.drive, kits, self.failures, last
        )

    def _warnings(self, kits: Sequence[Kit]) -> tuple[str, ...]:
        of_kits = (line for kit in kits for line in (*kit.opening.prepared.warnings, *kit.warnings))
        of_folder = (*self.folder.state.warnings, *self.folder.lock.warnings)
        overlaps = overlap_warnings([kit.opening for kit in kits], self.drive.schedule)
        return tuple(dict.fromkeys((*of_folder, *self.remarks, *overlaps, *of_kits)))

    def _tidy(self, kits: Sequence[Kit]) -> tuple[tuple[str, ...], Pruned]:
        """What belongs to nothing in the drive any more, and what of it was removed.

        Nothing is stale where a part of the drive is missing: it may be the part that it belongs to.
        """
        folder = self.folder
        old = folder.state.stale(folder.wanted)
        if not self.selection.is_all or self.failures or self.drive.problems:
            folder.wanted |= {file.path for file in old}
            if self.request.prune:
                self.remarks.append(NOTHING_PRUNED)
            return (), Pruned((), ())
        known = {candidate.id for kit in kits for candidate in kit.opening.prepared.candidates}
        stale = [file for file in old if not (_is_delta(file) and set(file.about) <= known)]
        pruned = folder.state.prune(stale) if self.request.prune else Pruned((), ())
        folder.wanted |= {file.path for file in old} - set(pruned.removed)
        return tuple(file.path for file in stale), pruned

    def _record(self, outcome: DriveOutcome, kits: Sequence[Kit]) -> None:
        """Write `drive.json`; a part of a drive leaves what is recorded of the others.

        Its digest of the inputs says that nothing is to be done next time: it must be that of a whole drive
        without a mistake, whose files nobody changed after they were read.
        """
        inputs = self.inputs if self.selection.is_all and not self.problems else ""
        if inputs_digest(self.request, self.others) != self.inputs:
            inputs = ""
            self.remarks.append(CHANGED)
        record = record_of(outcome, kits, inputs)
        if not self.selection.is_all:
            record = with_other_openings(record, self.folder.store)
        self.folder.state.finish(record, self.folder.wanted)
        remember_sources(self.folder.store, self.others)


def _is_delta(file: MadeFile) -> bool:
    """Is it a pack of what was new once? It is printed, and stays until somebody in it is gone."""
    return file.path.startswith(DELTA)


def _nothing_since(run: int, last: int) -> str:
    """Why there are no packs of what is new."""
    reason = f"nothing is newer than run {run}" if run <= last else f"the last run was {last}"
    return f"warning: there are no packs of what is new: {reason}"


def _refuse_other_drive(folder: Folder, drive: str) -> None:
    """Raises OutputError where the folder is that of another drive: its files would be taken for stale."""
    found = folder.state.drive
    if found not in {"", drive}:
        message = f"{folder.store.name} holds the drive `{found}`; name another folder with --out"
        raise OutputError(f"{message}, or, if it is the same one, write `{found}` as its `drive`")
