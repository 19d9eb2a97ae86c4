"""The page and the table of a whole drive, and the language of what is printed for all of it."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from interviewkit.assets import FolderAssets
from interviewkit.digest import digest_of
from interviewkit.drive_input.drive import Drive, DriveOpening
from interviewkit.drive_report.measures import Measures, load_measures
from interviewkit.drive_report.printing import print_drive
from interviewkit.drive_report.summary import summary_csv
from interviewkit.drive_run.folder import Folder
from interviewkit.drive_run.kits import Kit
from interviewkit.errors import InputError
from interviewkit.language import LanguageSource, known_languages
from interviewkit.library import Library
from interviewkit.models.base import ENGLISH
from interviewkit.models.drive_outcome import DriveOutcome
from interviewkit.models.drive_record import MadeKind
from interviewkit.models.jurisdiction import Paper
from interviewkit.print_options import PrintOptions, program_versions

PAGE, TABLE = "drive.pdf", "summary.csv"


def language_of(drive: Drive, kits: Sequence[Kit], folders: Sequence[Path]) -> LanguageSource:
    """The language of the drive's first opening, even if that failed: else every pack would change then.

    That of the next one where nobody has labels in it.
    """
    known = {kit.id: kit.opening.prepared.language for kit in kits}
    for opening in drive.openings:
        source = known.get(opening.id) or _language_said(opening)
        if source.code not in known_languages(folders):
            continue
        with suppress(InputError):
            source.opened(folders)
            return source
    return LanguageSource(ENGLISH, "GB")


def _language_said(opening: DriveOpening) -> LanguageSource:
    """The language that an opening asks for, whatever else is wrong with it."""
    said = opening.source.data if opening.source else None
    data = said if isinstance(said, dict) else {}
    return LanguageSource(str(data.get("language", ENGLISH)), str(data.get("country", "GB")))


def write_summary(
    outcome: DriveOutcome,
    kits: Sequence[Kit],
    language: LanguageSource,
    options: PrintOptions,
    folder: Folder,
) -> tuple[str, ...]:
    """Write the page and the table of the whole drive; they tell of the last run that made anything.

    Returns why there is no page, where a template or the library is at fault: all else is finished then.
    """
    paper = options.paper or (kits[0].opening.prepared.paper if kits else Paper.A4)
    told = [outcome.model_dump(mode="json"), language.code, paper.value, program_versions()]
    folder.wanted |= {PAGE, TABLE}
    _write_table(outcome, digest_of(told), folder)
    try:
        measures = load_measures(Library(options.layers.rubrics, options.layers.language), language.code)
        inputs = digest_of([told, _plain(measures)])
        if not folder.needs(PAGE, inputs):
            return ()
        if folder.rehearses:
            folder.made += 1
            return ()
        templates = options.layers.templates
        assets = FolderAssets(templates, None)
        page = print_drive(outcome, measures, language.opened(templates), paper, assets)
    except InputError as error:
        return tuple(str(problem) for problem in error.problems)
    place = folder.place(PAGE, MadeKind.SUMMARY, inputs)._replace(run=outcome.run)
    folder.put(place, page, about=sorted({row.candidate for row in outcome.schedule}))
    return ()


def _plain(measures: Measures) -> list[object]:
    principles = [principle.model_dump(mode="json") for principle in measures.principles]
    return [dict(measures.competencies), principles, dict(measures.fallback_texts)]


def _write_table(outcome: DriveOutcome, inputs: str, folder: Folder) -> None:
    if not folder.needs(TABLE, inputs):
        return
    if folder.rehearses:
        folder.made += 1
        return
    place = folder.place(TABLE, MadeKind.SUMMARY, inputs)._replace(run=outcome.run)
    folder.put(place, summary_csv(outcome))
