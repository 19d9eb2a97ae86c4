"""What a user sees of a drive: which files there are, what a second run does, what stays theirs."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from conftest import Outcome
from drives import (
    NAMES,
    PACKS,
    PATHS,
    RUBRICS,
    SHEETS,
    TABLES,
    arguments,
    contents,
    layers,
    plus,
    replaced,
    rewritten,
    run,
    sha256,
    stamps,
    tables,
    without,
    write_drive,
    write_project,
)

from interviewkit.drive_input.reading import read_drive
from interviewkit.drive_reporting import drive_json
from interviewkit.drive_run.folder import Written
from interviewkit.drive_run.packs import DrivePackJob, make_drive_pack
from interviewkit.drive_run.progress import QuietProgress
from interviewkit.drive_run.sheets import SheetsJob, make_sheets
from interviewkit.drive_run.sources import other_files
from interviewkit.drive_run.summary import language_of
from interviewkit.errors import InputError, OutputError
from interviewkit.library import Library
from interviewkit.models.drive_outcome import OpeningStatus
from interviewkit.problems import Code, Location, Problem
from interviewkit.workers import open_workers

LATE = plus("candidates", ("C-9", "Late Xqzvw", "claims"))
LATE_SHEETS = {f"claims/scorecards/C-9/only--{person}-example.pdf" for person in ("ada", "bo")}
SUMMARY = {"drive.json", "drive.pdf"}
MADE = len(PATHS) - 1  # `drive.json` is the record of the others
FILLED = b"\n% filled in by hand"
FIRST = SHEETS[0]


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The drive, built once; copy it."""
    folder = tmp_path_factory.mktemp("finished")
    write_drive(folder)
    report = run(folder)
    assert (report.failed, report.made, report.stale, report.kept) == (False, MADE, (), ())
    assert (report.first, report.then) == ("drive.pdf", "print-packs/")
    return folder


@pytest.fixture(scope="session")
def reference(finished: Path) -> dict[str, bytes]:
    """What it holds."""
    return contents(finished / "out")


@pytest.fixture
def drive(finished: Path, tmp_path: Path) -> Path:
    """A finished drive to do something to."""
    return shutil.copytree(finished, tmp_path / "drive")


@pytest.fixture
def command(interviewkit: Callable[..., Outcome], tmp_path: Path) -> Callable[..., Outcome]:
    """The command, for a drive in a folder."""
    write_project(tmp_path)
    return lambda folder, *more: interviewkit(*arguments(folder), *more)


def fill_in(folder: Path, path: str) -> bytes:
    place = folder / "out" / path
    place.write_bytes(place.read_bytes() + FILLED)
    return place.read_bytes()


def parts(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


# --- the first run ---------------------------------------------------------------------------------------


def test_a_drive_has_every_document_sheet_and_pack(reference: dict[str, bytes]) -> None:
    assert sorted(reference) == list(PATHS)


def test_a_pack_begins_with_a_cover_that_counts_its_paper(reference: dict[str, bytes]) -> None:
    pages = {each["path"]: each["pages"] for each in json.loads(reference["drive.json"])["files"]}
    for path in PACKS:
        with pypdfium2.PdfDocument(reference[path]) as pdf:
            cover = pdf[0].get_textpage().get_text_bounded()
            assert len(pdf) == pages[path]
        assert f", {pages[path] // 2}\n" in cover.replace("\r", "")
        assert f"{NAMES[1] if 'bo-' in path else NAMES[0]} C-" in cover


@pytest.mark.parametrize("opening", ["claims", "ops"])
def test_a_record_tells_of_every_file_of_its_kit(opening: str, reference: dict[str, bytes]) -> None:
    record = json.loads(reference[f"{opening}/kit.json"])
    own = {path.removeprefix(f"{opening}/") for path in reference if path.startswith(f"{opening}/")}
    assert {each["path"] for each in record["sheets"]} == {each for each in own if "scorecards/" in each}
    sheets_of_candidates = {path.removeprefix(f"{opening}/") for path in SHEETS}
    assert {each["path"] for each in record["files"]} == own - sheets_of_candidates - {"kit.json"}
    for each in (*record["sheets"], *record["files"]):
        assert each["sha256"] == sha256(reference[f"{opening}/{each['path']}"])
    assert {each["layout"] for each in record["sheets"]} == {each["layout"] for each in record["layouts"]}


def test_the_schedule_says_who_gets_a_sheet_and_its_date(reference: dict[str, bytes]) -> None:
    sheets = json.loads(reference["claims/kit.json"])["sheets"]
    assert {(each["candidate"], each["interviewer"], each["layout"]) for each in sheets} == {
        (None, None, "only"),
        ("C-1", "ada-example", "only--candidate--interviewer--date"),
        ("C-2", "ada-example", "only--candidate--interviewer"),
        ("C-2", "bo-example", "only--candidate--interviewer"),
    }


def test_without_a_schedule_everybody_of_the_panel_sees_everybody(tmp_path: Path) -> None:
    write_drive(tmp_path, tables(schedule=TABLES["schedule"][:1]))
    assert not run(tmp_path).failed
    more = {"claims/scorecards/C-1/only--bo-example.pdf"}
    assert contents(tmp_path / "out").keys() == {*PATHS, *more} - {PACKS[0]}


@pytest.mark.parametrize("form", ["zip", "xlsx", "yaml"])
def test_every_kind_of_file_makes_the_same_sheets(
    form: str, tmp_path: Path, reference: dict[str, bytes]
) -> None:
    write_drive(tmp_path, form=form)
    assert not run(tmp_path, form=form).failed
    assert rewritten(contents(tmp_path / "out"), reference) == {"drive.json"}


def test_two_workers_make_the_same_files_as_one_process(tmp_path: Path, reference: dict[str, bytes]) -> None:
    write_drive(tmp_path)
    with open_workers(2) as workers:
        assert not run(tmp_path, workers).failed
    assert rewritten(contents(tmp_path / "out"), reference) == set()


class _Spy(QuietProgress):
    """Does something when a step begins, and keeps what a drive keeps for itself."""

    def __init__(self, folder: Path, step: str = "", action: Callable[[], object] = lambda: None) -> None:
        self.folder, self.awaited, self.action, self.journal = folder, step, action, b""

    def step(self, what: str) -> None:
        if what == self.awaited:
            self.action()
        for path in (self.folder / "out/.interviewkit").glob("journal*"):
            self.journal += path.read_bytes()


def test_no_name_of_a_candidate_leaves_the_paper(
    tmp_path: Path, command: Callable[..., Outcome], reference: dict[str, bytes]
) -> None:
    folder = tmp_path / "drive"
    write_drive(folder, plus("candidates", ("C-8", "Stray Zxqvvw", "nowhere")))
    seen = [command(folder, *more) for more in ((), ("--log-format", "json"))]
    said = "".join(each.out + each.err for each in seen)
    assert [each.code for each in seen] == [1, 1]
    spy = _Spy(folder)
    run(folder, progress=spy, force=True)
    assert b"C-1" in spy.journal
    files = [path for path in (folder / "out").rglob("*") if path.is_file() and path.suffix != ".pdf"]
    found = said.encode() + spy.journal + b"".join(str(path).encode() + path.read_bytes() for path in files)
    found += " ".join(reference).encode()
    words = {word for name in (*NAMES, "Stray Zxqvvw") for word in name.split()}
    assert [word for word in words if word.casefold().encode() in found.lower()] == []
    assert [word for word in words if json.dumps(word).strip('"').lower().encode() in found.lower()] == []


# --- mistakes --------------------------------------------------------------------------------------------


def test_a_bad_opening_stops_no_other(
    tmp_path: Path, command: Callable[..., Outcome], reference: dict[str, bytes]
) -> None:
    folder = tmp_path / "drive"
    write_drive(folder, plus("openings", ("worse", "")))
    for _ in range(2):  # a second time as well
        outcome = command(folder)
        assert outcome.code == 1
        assert "failed: worse" in outcome.err
        assert "openings.csv:4:7: IK013 `title` is empty; write text" in outcome.err
        changed = rewritten(contents(folder / "out"), reference)
        assert changed == {*SUMMARY, "summary.csv"}


def test_a_row_of_no_opening_is_told_every_time(tmp_path: Path) -> None:
    row = ("2026-12-02", "10:30", "R1", "nowhere", "C-77", "only", "Ada Example")
    write_drive(tmp_path, plus("schedule", row))
    first, second = run(tmp_path), run(tmp_path)
    assert first.problems == second.problems != ()
    assert (first.failed, second.failed, second.made) == (True, True, 0)


def test_an_opening_that_cannot_be_printed_keeps_its_old_files(
    drive: Path, reference: dict[str, bytes]
) -> None:
    write_drive(drive, replaced("Builder of ops", "Endless"))
    report = run(drive, prune=True)
    assert [each.status for each in report.outcome.openings] == [
        OpeningStatus.UNCHANGED,
        OpeningStatus.FAILED,
    ]
    assert "needs 3 pages and may have 2" in report.outcome.openings[1].reasons[0]
    assert (report.stale, report.pruned) == ((), ())
    assert any("not in the print packs: ops" in line for line in report.warnings)
    assert any("nothing was removed" in line for line in report.warnings)
    changed = rewritten(contents(drive / "out"), reference)
    assert changed == {*SUMMARY, "summary.csv", *PACKS}
    write_drive(drive)
    assert not run(drive).failed
    assert rewritten(contents(drive / "out"), reference) == {*SUMMARY, "summary.csv"}


def test_an_opening_that_fails_at_its_sheets_takes_no_pack_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reference: dict[str, bytes]
) -> None:
    write_drive(tmp_path)

    def make_some(job: SheetsJob) -> tuple[Written, ...]:
        if job.press.kit.title == "Builder of ops":
            raise InputError([FAULT])
        return make_sheets(job)

    with monkeypatch.context() as patched:
        patched.setattr("interviewkit.drive_run.sheets.make_sheets", make_some)
        report = run(tmp_path)
    assert [each.status for each in report.outcome.openings] == [OpeningStatus.BUILT, OpeningStatus.FAILED]
    found = contents(tmp_path / "out")
    assert {*PACKS} <= found.keys()
    alone = tmp_path / "alone"
    write_drive(alone, without("openings", "ops"))
    run(alone)
    assert not rewritten({path: found[path] for path in PACKS[::2]}, contents(alone / "out")) & {*PACKS[::2]}
    assert not run(tmp_path).failed
    assert not rewritten(contents(tmp_path / "out"), reference) & {*PACKS, *SHEETS}


FAULT = Problem(Location("here"), Code.TEMPLATE, "at fault", "mend it")


def test_a_pack_that_cannot_be_made_is_told_and_the_run_ends_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reference: dict[str, bytes]
) -> None:
    write_drive(tmp_path)

    def make_some(job: DrivePackJob) -> Written:
        if job.place.path == PACKS[0]:
            raise InputError([FAULT])
        return make_drive_pack(job)

    with monkeypatch.context() as patched:
        patched.setattr("interviewkit.drive_run.packs.make_drive_pack", make_some)
        report = run(tmp_path)
    assert (report.failed, len(report.problems)) == (True, 1)
    assert f"{PACKS[0]}: here:1:1: IK050 at fault" in report.problems[0]
    assert reference.keys() - contents(tmp_path / "out").keys() == {PACKS[0]}
    assert run(tmp_path).made == 3  # with the page and the table
    assert not rewritten(contents(tmp_path / "out"), reference) & {*PACKS, *SHEETS}


def test_a_page_that_cannot_be_made_is_told_and_the_run_ends_well(
    tmp_path: Path, reference: dict[str, bytes]
) -> None:
    write_drive(tmp_path)
    templates = tmp_path / "templates"
    templates.mkdir()
    (templates / "drive.html").write_text("{% extends 'nothing.html' %}", encoding="utf-8")
    rubrics = shutil.copytree(RUBRICS, tmp_path / "rubrics")
    (rubrics / "competencies/unused.yaml").write_text("names: none\n", encoding="utf-8")
    for used, said in ((layers(RUBRICS, templates), "nothing.html"), (layers(rubrics), "unused.yaml")):
        for _ in range(2):
            report = run(tmp_path, used=used)
            assert (report.failed, said in report.problems[0]) == (True, True)
            assert not any(each.reasons for each in report.outcome.openings)
        assert reference.keys() - contents(tmp_path / "out").keys() == {"drive.pdf"}
    assert not run(tmp_path).failed


def test_the_page_is_made_again_when_the_library_names_a_competency_otherwise(
    drive: Path, tmp_path: Path
) -> None:
    rubrics = shutil.copytree(RUBRICS, tmp_path / "rubrics")
    text = (rubrics / "competencies/building.yaml").read_text(encoding="utf-8")
    for name in ("building", "sketching"):  # the same one with another id is nobody's
        unused = rubrics / f"competencies/{name}.yaml"
        unused.write_text(text.replace("building", name, 1), encoding="utf-8")
    assert run(drive, used=layers(rubrics)).made == 1
    assert run(drive, used=layers(rubrics)).unchanged


def test_a_room_that_no_font_can_show_is_a_problem_at_its_cell(tmp_path: Path) -> None:
    write_drive(tmp_path, replaced("R1", "Room \U0010fffd"))
    report = run(tmp_path)
    assert [each.status for each in report.outcome.openings] == [OpeningStatus.FAILED, OpeningStatus.BUILT]
    (reason,) = report.outcome.openings[0].reasons
    assert "schedule.csv:2:18: IK040 no font on this computer can show U+10FFFD" in reason


def test_a_name_that_is_given_as_an_id_is_told_to_nobody(tmp_path: Path) -> None:
    write_drive(tmp_path, replaced("C-3", NAMES[1]), form="yaml")
    report = run(tmp_path, form="yaml")
    assert [each.status for each in report.outcome.openings] == [OpeningStatus.BUILT, OpeningStatus.FAILED]
    told = drive_json(report).encode() + (tmp_path / "out/summary.csv").read_bytes()
    assert [word for word in NAMES[1].split() if json.dumps(word).strip('"').encode() in told] == []


def test_the_packs_have_the_language_of_the_first_opening_even_if_it_failed(tmp_path: Path) -> None:
    openings = (("opening", "title", "language"), ("claims", "", "de"), ("ops", "Builder of ops", "en"))
    path = write_drive(tmp_path, tables(openings=openings))
    drive = read_drive(path, Library(layers().rubrics, layers().language))
    assert language_of(drive, (), layers().templates).code == "de"
    unknown = (openings[0], ("claims", "", "xx"), openings[2])
    drive = read_drive(write_drive(tmp_path, tables(openings=unknown)), Library(layers().rubrics, "en"))
    assert language_of(drive, (), layers().templates).code == "en"


# --- a second run ----------------------------------------------------------------------------------------


def test_nothing_is_written_where_nothing_changed(drive: Path, command: Callable[..., Outcome]) -> None:
    before = stamps(drive)
    outcome = command(drive)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == f"{drive}/out is up to date: 2 openings, 4 sheets\n"
    after = stamps(drive)
    ours = str(drive / "out/.interviewkit")  # where the lock comes and goes
    assert {path for path in before | after if before.get(path) != after.get(path)} <= {ours}


def test_a_filled_in_sheet_stays_and_nothing_is_written_for_it(
    drive: Path, reference: dict[str, bytes]
) -> None:
    filled = fill_in(drive, FIRST)
    for _ in range(2):
        report = run(drive)
        assert (report.kept, report.made, report.unchanged) == ((FIRST,), 0, False)
        assert contents(drive / "out") == {**reference, FIRST: filled}


def test_a_filled_in_sheet_is_kept_aside_when_its_kit_changes(drive: Path) -> None:
    filled = fill_in(drive, FIRST)
    write_drive(drive, replaced("Builder of claims", "Maker of claims"))
    kept = FIRST.replace(".pdf", ".yours-1.pdf")
    assert run(drive).kept == (kept,)
    found = contents(drive / "out")
    assert found[kept] == filled != found[FIRST]
    assert run(drive).unchanged


def test_what_somebody_wrote_into_a_document_is_in_no_pack(drive: Path, reference: dict[str, bytes]) -> None:
    ours = ("claims/guides/only.pdf", "claims/scorecards/only.pdf")
    for path in ours:
        (drive / "out" / path).write_bytes(b"words of somebody's own, and no PDF")
    packs = ("claims/print-pack.pdf", *PACKS)
    for path in packs:
        (drive / "out" / path).unlink()
    report = run(drive)
    assert (report.kept, report.made) == (ours, len(packs) + 2)
    assert {path: data for path, data in contents(drive / "out").items() if path in packs} == {
        path: reference[path] for path in packs
    }


def test_a_changed_title_remakes_that_opening_alone(drive: Path, reference: dict[str, bytes]) -> None:
    write_drive(drive, replaced("Builder of ops", "Maker of ops"))
    before = stamps(drive / "out/claims")
    report = run(drive)
    assert [each.status for each in report.outcome.openings] == [OpeningStatus.UNCHANGED, OpeningStatus.BUILT]
    changed = rewritten(contents(drive / "out"), reference)
    assert stamps(drive / "out/claims") == before
    assert {path for path in changed if "/" in path} == {
        *(path for path in PATHS if path.startswith("ops/")),
        "print-packs/interviewers/ada-example.pdf",
    }


def test_what_only_covers_say_remakes_the_packs_alone(drive: Path, reference: dict[str, bytes]) -> None:
    write_drive(drive, replaced("Autumn", "Winter"))
    run(drive)
    assert rewritten(contents(drive / "out"), reference) == {*PACKS, *SUMMARY, "summary.csv"}


def test_what_belonged_to_a_candidate_goes_when_the_user_says_so(
    drive: Path, reference: dict[str, bytes]
) -> None:
    filled = fill_in(drive, SHEETS[1])
    write_drive(drive, without("candidates", "C-2"))
    gone = (*SHEETS[1:3], PACKS[2])  # nobody else is seen by that interviewer
    assert run(drive).stale == gone
    assert {*gone} <= contents(drive / "out").keys()
    assert [run(drive, prune=True, dry_run=dry).pruned for dry in (True, False)] == [gone[1:], gone[1:]]
    found = contents(drive / "out")
    assert found[gone[0]] == filled
    assert not {*gone[1:]} & found.keys()
    assert {path: found[path] for path in (FIRST, SHEETS[3])} == {
        path: reference[path] for path in (FIRST, SHEETS[3])
    }
    assert b"C-2" not in found["claims/kit.json"]


def test_a_late_candidate_has_packs_of_their_own(drive: Path, reference: dict[str, bytes]) -> None:
    write_drive(drive, LATE)
    report = run(drive, since="last")
    found = contents(drive / "out")
    delta = {f"print-packs/since-run-1/interviewers/{person}-example.pdf" for person in ("ada", "bo")}
    assert {*report.delta} == delta
    assert found.keys() - reference.keys() == LATE_SHEETS | delta
    assert all(found[path] == reference[path] for path in SHEETS)
    record = parts(drive / "out/drive.json")
    assert all(each["about"] == ["C-9"] for each in record["files"] if each["path"] in delta)
    for since in ("last", 1):
        again = run(drive, since=since)
        assert ({*again.delta}, again.made) == (delta, 0)
    assert run(drive).stale == ()
    write_drive(drive)
    assert {*run(drive).stale} == LATE_SHEETS | delta


def test_the_last_packs_are_those_of_the_newest_sheets_whatever_was_made_since(drive: Path) -> None:
    write_drive(drive, LATE)
    run(drive)
    (drive / "out/claims/brief.pdf").unlink()
    assert run(drive).outcome.run == 3
    report = run(drive, since="last")
    assert {*report.delta} == {
        f"print-packs/since-run-1/interviewers/{person}-example.pdf" for person in ("ada", "bo")
    }
    again = run(drive, since="last")
    assert (again.delta, again.made) == (report.delta, 0)


@pytest.mark.parametrize(("since", "said"), [(99, "the last run was 1"), (1, "nothing is newer than run 1")])
def test_packs_of_what_is_new_where_nothing_is_are_a_remark(since: int, said: str, drive: Path) -> None:
    report = run(drive, since=since)
    assert (report.delta, report.failed) == ((), False)
    assert report.warnings[0] == f"warning: there are no packs of what is new: {said}"


@pytest.mark.parametrize("option", ["prune", "dry_run", "force"])
def test_the_folder_of_another_drive_is_left_alone(option: str, drive: Path) -> None:
    before = contents(drive / "out")
    write_drive(drive, replaced("autumn", "spring"))
    with pytest.raises(OutputError, match="out holds the drive `autumn`; name another folder with --out"):
        run(drive, **{option: True})  # type: ignore[arg-type]
    assert contents(drive / "out") == before


def test_every_table_that_is_read_is_looked_at(tmp_path: Path) -> None:
    path = write_drive(tmp_path)
    (path / "panel.csv").rename(path / "panel.CSV")
    table = path / "candidates.tsv"
    table.write_text((path / "candidates.csv").read_text(encoding="utf-8").replace(",", "\t"), "utf-8")
    (path / "candidates.csv").unlink()
    run(tmp_path)
    assert run(tmp_path).unchanged
    (path / "readme.txt").write_text("no table", encoding="utf-8")
    assert run(tmp_path).unchanged
    for changed in (path / "panel.CSV", table):
        changed.write_text(changed.read_text(encoding="utf-8").replace("Ada Example", "Ada Sample"), "utf-8")
        changed.write_text(changed.read_text(encoding="utf-8").replace("C-3", "C-4"), "utf-8")
        assert not run(tmp_path).unchanged


def test_a_file_on_another_disk_is_named_as_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def other_disk(*_: object) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr("os.path.relpath", other_disk)
    path = write_drive(tmp_path, form="yaml").rename(tmp_path / "autumn.yaml")
    logo = "organisation:\n    logo: logo.svg\n"
    path.write_text(path.read_text(encoding="utf-8").replace("organisation:\n", logo), encoding="utf-8")
    drive = read_drive(path, Library(layers().rubrics, "en"))
    assert other_files(drive, path) == ((tmp_path.resolve() / "logo.svg").as_posix(),)


@pytest.mark.parametrize("edit", [{"openings": [{"status": "built"}]}, {"mine": 1}, {"run": "1"}])
def test_a_record_that_somebody_edited_stops_nothing(edit: dict[str, Any], drive: Path) -> None:
    path = drive / "out/drive.json"
    path.write_text(json.dumps({**parts(path), **edit}), encoding="utf-8")
    assert not run(drive).failed
    path.write_text(json.dumps({**parts(path), **edit}), encoding="utf-8")
    assert not run(drive, only="ops").failed


def test_a_changed_rubric_makes_a_new_kit(drive: Path, tmp_path: Path) -> None:
    old = parts(drive / "out/claims/kit.json")
    rubrics = shutil.copytree(RUBRICS, tmp_path / "rubrics")
    change(rubrics)
    assert not run(drive, used=layers(rubrics)).failed
    record = parts(drive / "out/claims/kit.json")
    assert record["kit_digest"] != old["kit_digest"]
    assert not {each["sheet"] for each in record["sheets"]} & {each["sheet"] for each in old["sheets"]}
    found = contents(drive / "out")
    assert all(each["sha256"] == sha256(found[f"claims/{each['path']}"]) for each in record["sheets"])


def change(rubrics: Path) -> None:
    path = rubrics / "competencies/building.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Shows building", "Displays building"), "utf-8")


@pytest.mark.parametrize("step", ["reading", "documents"])
def test_what_changes_while_a_drive_runs_is_seen_by_the_next(step: str, drive: Path, tmp_path: Path) -> None:
    rubrics = shutil.copytree(RUBRICS, tmp_path / "rubrics")
    used = layers(rubrics)
    (drive / "out/drive.json").unlink()
    spy = _Spy(drive, step, lambda: change(rubrics))
    report = run(drive, progress=spy, used=used)
    assert any("changed while it ran" in line for line in report.warnings) == (step != "reading")
    assert not run(drive, used=used).failed
    assert run(drive, used=used).unchanged
    assert "Displays building" in (rubrics / "competencies/building.yaml").read_text(encoding="utf-8")
    fresh = tmp_path / "fresh"
    write_drive(fresh)
    run(fresh, used=used)
    made, asked = (parts(folder / "out/ops/kit.json")["kit_digest"] for folder in (drive, fresh))
    assert made == asked


def test_with_force_everything_is_made_again_and_is_the_same(
    drive: Path, reference: dict[str, bytes]
) -> None:
    assert run(drive, force=True).made == MADE
    assert rewritten(contents(drive / "out"), reference) == SUMMARY


# --- a part of a drive -----------------------------------------------------------------------------------


@pytest.mark.parametrize("only", ["ops", "claims/C-2"])
def test_a_part_of_a_drive_is_made_and_then_the_rest(
    only: str, tmp_path: Path, reference: dict[str, bytes]
) -> None:
    write_drive(tmp_path)
    opening, _, candidate = only.partition("/")
    sheets = {path for path in SHEETS if path.startswith(f"{opening}/scorecards/{candidate}")}
    run(tmp_path, only=only)
    found = contents(tmp_path / "out")
    assert found.keys() == {path for path in PATHS if path.startswith(f"{opening}/")} - {*SHEETS} | sheets | {
        "drive.json"
    }
    listed = {each["path"] for each in parts(tmp_path / f"out/{opening}/kit.json")["sheets"]}
    assert listed == {path.partition("/")[2] for path in (*sheets, f"{opening}/scorecards/only.pdf")}
    again = run(tmp_path, only=only)
    assert (again.made, again.first, again.then) == (0, f"{opening}/brief.pdf", f"{opening}/print-pack.pdf")
    assert not run(tmp_path).failed
    found = contents(tmp_path / "out")
    assert rewritten(found, reference) == {*SUMMARY, "summary.csv"}
    assert run(tmp_path).unchanged


def test_a_part_of_a_changed_drive_lists_no_sheet_of_the_old_kit(drive: Path) -> None:
    write_drive(drive, replaced("Builder of claims", "Maker of claims"))
    run(drive, only="claims/C-1")
    record = parts(drive / "out/claims/kit.json")
    assert [each["candidate"] for each in record["sheets"]] == [None, "C-1"]
    run(drive)
    record = parts(drive / "out/claims/kit.json")
    assert [each["candidate"] for each in record["sheets"]] == [None, "C-1", "C-2", "C-2"]


@pytest.mark.parametrize(
    ("only", "said"),
    [
        ("op", "--only: did you mean `ops`"),
        ("claims/C-3", "`claims` has no candidate `C-3`"),
    ],
)
def test_an_unknown_part_is_a_mistake(only: str, said: str, drive: Path) -> None:
    before = stamps(drive / "out/claims")
    with pytest.raises(InputError, match=said):
        run(drive, only=only)
    assert stamps(drive / "out/claims") == before


# --- without writing -------------------------------------------------------------------------------------


def test_a_dry_run_of_a_new_drive_makes_no_folder(tmp_path: Path) -> None:
    write_drive(tmp_path)
    before = stamps(tmp_path)
    report = run(tmp_path, dry_run=True)
    assert (report.made, report.outcome.openings[0].made) == (MADE, 3)
    assert stamps(tmp_path) == before


def test_a_dry_run_says_what_a_run_then_does(drive: Path) -> None:
    fill_in(drive, FIRST)
    fill_in(drive, SHEETS[1])
    write_drive(drive, {**LATE, "openings": replaced("Builder of ops", "Maker of ops")["openings"]})
    (drive / "out/claims/brief.pdf").unlink()
    before = stamps(drive)
    dry = run(drive, dry_run=True, since="last", prune=True)
    assert stamps(drive) == before
    real = run(drive, since="last", prune=True)
    assert (dry.made, dry.stale, dry.pruned, dry.delta) == (real.made, real.stale, real.pruned, real.delta)
    assert [(each.status, each.made) for each in dry.outcome.openings] == [
        (each.status, each.made) for each in real.outcome.openings
    ]


def test_a_dry_run_names_what_would_be_put_aside(drive: Path) -> None:
    fill_in(drive, FIRST)
    fill_in(drive, "ops/kit.json")
    assert run(drive, dry_run=True, force=True).kept == (FIRST, "ops/kit.json")
    dry, real = (run(drive, dry_run=dry, only="ops") for dry in (True, False))
    assert (dry.kept, dry.made) == (("ops/kit.json",), real.made)
    assert real.kept == ("ops/kit.yours-1.json",)
    write_drive(drive, replaced("Builder of claims", "Maker of claims"))
    assert run(drive, dry_run=True).kept == (FIRST,)
    assert run(drive).kept == (FIRST.replace(".pdf", ".yours-1.pdf"),)


@pytest.mark.parametrize("only", ["ops", "claims/C-2"])
def test_a_dry_run_of_a_part_says_what_a_run_of_it_then_does(only: str, drive: Path) -> None:
    for force in (False, True):
        write_drive(drive, replaced("Builder of claims", f"Maker of claims {force}"))
        for _ in range(2):
            dry, real = (run(drive, dry_run=dry, only=only, force=force) for dry in (True, False))
            assert (dry.made, dry.kept) == (real.made, real.kept)


# --- a lost record ---------------------------------------------------------------------------------------


def test_files_without_a_record_stay_if_they_are_the_same_and_are_kept_aside_if_not(
    drive: Path, reference: dict[str, bytes]
) -> None:
    (drive / "out/drive.json").unlink()
    filled = fill_in(drive, FIRST)
    before = stamps(drive / "out/ops")
    kept = FIRST.replace(".pdf", ".yours-1.pdf")
    assert run(drive).kept == (kept,)
    assert contents(drive / "out") == {**reference, kept: filled}
    assert stamps(drive / "out/ops") == before
