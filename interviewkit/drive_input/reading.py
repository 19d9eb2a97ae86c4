"""A drive from its file: YAML, a workbook, or .csv files in a folder or a zip archive."""

from pathlib import Path

from interviewkit.drive_input.collector import paused_collector
from interviewkit.drive_input.csv_tables import read_csv_archive, read_csv_folder
from interviewkit.drive_input.drafts import Drafts
from interviewkit.drive_input.drive import Drive, DriveOpening
from interviewkit.drive_input.parts import DriveParts
from interviewkit.drive_input.people import assign_candidates, assign_panel
from interviewkit.drive_input.refusals import refusal, refuse_unreadable
from interviewkit.drive_input.same_ids import check_same_ids
from interviewkit.drive_input.schedule import read_schedule
from interviewkit.drive_input.table_drive import read_table_drive
from interviewkit.drive_input.workbook import read_workbook
from interviewkit.drive_input.yaml_drive import read_yaml_drive
from interviewkit.errors import InputError
from interviewkit.inputs import Inputs, inputs_of, read_opening
from interviewkit.library import Library
from interviewkit.problems import Code, sorted_problems

YAML = frozenset((".yaml", ".yml"))
WORKBOOKS = frozenset((".xlsx", ".xlsm"))
OTHER_SPREADSHEETS = frozenset((".xls", ".xlsb", ".xlt", ".ods", ".fods", ".numbers", ".gsheet"))


def read_drive(path: Path, library: Library) -> Drive:
    """The drive of a file or folder, with every mistake in it.

    Raises InputError where nothing can be built: no such file, no workbook, a sheet or a column is not there.
    """
    with paused_collector():
        return _assembled(_parts(path), library)


def opening_inputs(opening: DriveOpening, library: Library) -> Inputs:
    """What the kit of an opening is made from; raises InputError with everything that is wrong with it."""
    if opening.source is None:
        raise InputError(opening.problems)
    known = {problem.location for problem in opening.problems}
    try:
        inputs = inputs_of(read_opening(opening.source, library), opening.path, library)
    except InputError as error:
        more = (problem for problem in error.problems if problem.location not in known)
        raise InputError([*opening.problems, *more]) from None
    if opening.problems:
        raise InputError(opening.problems)
    return inputs


def _parts(path: Path) -> DriveParts:
    ending = path.suffix.lower()
    if path.is_dir():
        return read_table_drive(path, read_csv_folder(path), path / "openings.csv")
    if path.name.startswith("~$"):
        hint = "name the workbook without `~$`"
        raise refusal(str(path), Code.NOT_A_WORKBOOK, "this is Excel's mark of an open workbook", hint)
    if ending in YAML:
        return read_yaml_drive(path)
    if ending in WORKBOOKS:
        return read_table_drive(path, read_workbook(path), path)
    if ending == ".zip":
        return read_table_drive(path, read_csv_archive(path), path)
    if path.exists() and ending in OTHER_SPREADSHEETS:
        raise refusal(str(path), Code.NOT_A_WORKBOOK, f"{ending} files are not read", "save it as .xlsx")
    refuse_unreadable(path)
    hint = "name a .yaml or .xlsx file, or a folder or .zip archive of .csv files"
    if ending == ".csv":
        hint = "name the folder that holds openings.csv, candidates.csv and the others"
    raise refusal(str(path), Code.NOT_A_WORKBOOK, "this is no drive", hint)


def _assembled(parts: DriveParts, library: Library) -> Drive:
    """The rows of candidates, panel and schedule, given to their openings."""
    drafts = Drafts(parts.drafts)
    stray = [*assign_candidates(parts.candidates, drafts), *assign_panel(parts.panel, drafts)]
    schedule, unplaced = read_schedule(parts.schedule, drafts, library)
    check_same_ids(drafts.all)
    settings = parts.settings
    return Drive(
        id=settings.id,
        title=settings.title,
        paper=settings.paper,
        openings=tuple(draft.finished() for draft in drafts.all),
        schedule=tuple(schedule),
        problems=sorted_problems((*parts.problems, *settings.problems, *stray, *unplaced)),
    )
