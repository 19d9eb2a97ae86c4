"""A hiring drive from its file to the last print pack.

Each step works on all openings at once, so that the workers never wait; what is wrong with one opening ends
that opening alone. Everything finished is noted as it comes: a drive that is stopped goes on where it was.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from interviewkit.drive_folder.state import Pruned
from interviewkit.drive_input.drive import DriveOpening
from interviewkit.drive_input.reading import read_drive
from interviewkit.drive_packs.models import Since
from interviewkit.drive_run.finish import (
    Changes,
    outcome_of,
    record_of,
    with_other_openings,
    write_kit_record,
    write_summary,
)
from interviewkit.drive_run.folder import Folder
from interviewkit.drive_run.kits import Kit, missing_documents, missing_packs, print_kits
from interviewkit.drive_run.nothing import remember_sources
from interviewkit.drive_run.packs import PackPlan, plan_drive_packs, print_drive_packs, sheets_in
from interviewkit.drive_run.prepared import PrepareJob, prepare_opening
from interviewkit.drive_run.request import DriveReport, DriveRequest, Progress
from interviewkit.drive_run.selection import Selection
from interviewkit.drive_run.sheets import Cards, cards_of, print_cards
from interviewkit.drive_run.sources import inputs_digest, other_files, own_digest
from interviewkit.errors import OutputError
from interviewkit.library import Library
from interviewkit.models.drive_outcome import DriveOutcome
from interviewkit.models.drive_record import MadeFile
from interviewkit.output_folder import RECORD_NAME
from interviewkit.print_options import PrintOptions
from interviewkit.workers import Failure, Workers

CHANGED = "warning: what the drive is made from changed while it ran; run the same command again"
NOTHING_PRUNED = "warning: nothing was removed: it may belong to what failed; mend that and prune again"
DELTA = "print-packs/since-run-"
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
        self.others = other_files(self.drive, request.drive)
        self.inputs = inputs_digest(request, self.others, own)
        self.options = self._options(request.options)
        self.selection = Selection.of(request.only)
        self.failures: dict[str, Exception] = {}
        self.since = 0
        self.rehearsed: set[str] = set()
        self.remarks: list[str] = []

    def _options(self, options: PrintOptions) -> PrintOptions:
        return replace(options, paper=options.paper or self.drive.paper)

    def report(self) -> DriveReport:
        """Do everything, and say what was done."""
        openings = self.selection.openings(self.drive, self.request.drive)
        kits = self._prepared(openings)
        cards = [
            cards_of(kit, self.selection.sheets(kit.opening, self.request.drive), self.folder) for kit in kits
        ]
        self.progress.begin(len(openings), sum(len(each.to_write) for each in cards))
        if self.request.dry_run:
            self.folder.made = self._rehearsed(kits, cards)
        else:
            self._print(kits, cards)
        return self._ended(kits, cards)

    def _prepared(self, openings: Sequence[DriveOpening]) -> list[Kit]:
        """The openings that can be printed; why the others cannot is kept."""
        self.progress.step("composing")
        results = self.workers.attempt(prepare_opening, [self._job(opening) for opening in openings])
        kits = []
        for opening, result in zip(openings, results, strict=True):
            if isinstance(result, Failure):
                self._fail(opening.id, result.error)
            else:
                kits.append(Kit(result))
        return kits

    def _job(self, opening: DriveOpening) -> PrepareJob:
        schedule = tuple(row for row in self.drive.schedule if row.opening == opening.id)
        record = self.folder.state.made(f"{opening.id}/{RECORD_NAME}")
        return PrepareJob(opening, schedule, self.options, record.inputs if record else "")

    def _fail(self, opening: str, error: Exception) -> None:
        if isinstance(error, OutputError):
            raise error
        self.failures[opening] = error
        self.progress.opening_done(opening, "failed")

    def _rehearsed(self, kits: Sequence[Kit], cards: Sequence[Cards]) -> int:
        """The number of files that would be made, but for those of the summary."""
        folder, made = self.folder, Counter(dict.fromkeys((kit.id for kit in kits), 0))
        for each in cards:
            made[each.kit.id] += len(each.to_write)
        for kit in kits:
            made[kit.id] += sum(
                kit.path(each.path) not in folder.kept for each in missing_documents(kit, folder)
            )
            made[kit.id] += len(list(missing_packs(kit, folder)))
            made[kit.id] += folder.needs(kit.path(RECORD_NAME), kit.opening.inputs)
        self.rehearsed = {name for name, number in made.items() if number}
        return made.total() + len(self._plans(kits)) + len(self._deltas(kits, cards))

    def _print(self, kits: Sequence[Kit], cards: Sequence[Cards]) -> None:
        self.progress.step("documents")
        if self.selection.candidate:
            self.folder.force = False  # these sheets are asked for again, not all of their kit
        print_kits(kits, self.folder, self.workers)
        sound = [kit for kit in kits if kit.failure is None]
        plans = [*self._plans(sound), *self._deltas(sound, cards)]
        in_packs = sheets_in(plans)
        for each in cards:
            each.need(in_packs.get(each.kit.id, ()))
        self.progress.step("scorecards")
        print_cards(
            [each for each in cards if each.kit.failure is None], self.folder, self.workers, self.progress
        )
        for kit in kits:
            if kit.failure is None:
                write_kit_record(kit, self.folder)
            else:
                self._fail(kit.id, kit.failure)
        self.progress.step("print packs")
        print_drive_packs(_printable(plans, kits), cards, self.folder, self.workers)

    def _plans(self, kits: Sequence[Kit]) -> list[PackPlan]:
        return plan_drive_packs(kits, self.folder) if self.selection.is_all else []

    def _deltas(self, kits: Sequence[Kit], cards: Sequence[Cards]) -> list[PackPlan]:
        """The packs of what is newer than the run that the user named."""
        if self.request.since is None:
            return []
        state = self.folder.state
        made = {
            sheet.id: made.run
            for kit in kits
            for sheet in kit.opening.sheets
            if (made := state.made(kit.path(sheet.path)))
        }
        made |= {sheet.id: self.folder.run for each in cards for sheet in each.to_write}
        last = state.run if self.folder.run in made.values() else max(0, state.run - 1)
        self.since = last if self.request.since == "last" else self.request.since
        new = frozenset(name for name, run in made.items() if run > self.since)
        return plan_drive_packs(kits, self.folder, Since(self.since, new)) if new else []

    def _ended(self, kits: Sequence[Kit], cards: Sequence[Cards]) -> DriveReport:
        """Everything that is done when all is printed, and what to tell of it."""
        folder = self.folder
        told, lasting = self._outcomes(kits, cards)
        if self.selection.is_all:
            write_summary(lasting, kits, self.options, folder)
        if self.failures and self.selection.is_all:
            self.remarks.append(f"warning: what failed is not in the print packs: {', '.join(self.failures)}")
        stale, pruned = self._tidy(kits)
        if not self.request.dry_run:
            self._record(lasting, kits)
        for each in told.openings:
            if each.opening not in self.failures:
                self.progress.opening_done(each.opening, each.status.value)
        deltas = sorted(path for path in folder.wanted if path.startswith(f"{DELTA}{self.since}/"))
        return DriveReport(
            outcome=told,
            out=folder.store.name,
            problems=tuple(str(problem) for problem in self.drive.problems),
            warnings=self._warnings(kits),
            made=folder.made,
            kept=tuple(dict.fromkeys((*folder.kept, *pruned.kept))),
            stale=stale if not self.request.prune else pruned.kept,
            pruned=pruned.removed,
            delta=tuple(deltas),
            dry_run=self.request.dry_run,
        )

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
        return tuple(dict.fromkeys((*of_folder, *self.remarks, *of_kits)))

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
        inputs = self.inputs if self.selection.is_all and not self.drive.problems else ""
        if inputs_digest(self.request, self.others) != self.inputs:
            inputs = ""
            self.remarks.append(CHANGED)
        record = record_of(outcome, kits, self.folder, inputs)
        if not self.selection.is_all:
            record = with_other_openings(record, self.folder.store)
        self.folder.state.finish(record)
        remember_sources(self.folder.store, self.others)


def _is_delta(file: MadeFile) -> bool:
    """Is it a pack of what was new once? It is printed, and stays until somebody in it is gone."""
    return file.path.startswith(DELTA)


def _printable(plans: Sequence[PackPlan], kits: Sequence[Kit]) -> list[PackPlan]:
    """The packs that have nothing in them of an opening that failed."""
    failed = {kit.id for kit in kits if kit.failure is not None}
    return [plan for plan in plans if not failed & {item.opening for item in plan.pack.items}]
