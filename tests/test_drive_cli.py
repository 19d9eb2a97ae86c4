"""`interviewkit drive` as a user meets it: options, bars, lines for machines, the table, exit codes."""

import io
import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from click.testing import CliRunner
from conftest import Outcome

from interviewkit.builtin import builtin_folder
from interviewkit.cli import KitGroup
from interviewkit.cli.drive import drive
from interviewkit.drive_reporting import drive_json, drive_lines, failure_lines
from interviewkit.drive_run.progress import QuietProgress, open_progress
from interviewkit.drive_run.progress_json import JsonProgress
from interviewkit.drive_run.progress_rich import RichProgress
from interviewkit.drive_run.request import DriveReport, DriveRequest, Progress
from interviewkit.errors import InputError, OutputError
from interviewkit.models.drive_outcome import DriveOutcome, OpeningOutcome, OpeningStatus
from interviewkit.models.jurisdiction import Paper
from interviewkit.print_options import PrintOptions
from interviewkit.problems import Code, Location, Problem
from interviewkit.project import Layers
from interviewkit.workers import Workers

DIGEST = "3f2a9c41d07be586"
REASON = "autumn.xlsx[candidates!C14]: IK013 `C-014` is there twice; give each candidate an id of their own"
ELSEWHERE = "autumn.xlsx[schedule!B3]: IK002 there is no opening `ops`"

BUILT = OpeningOutcome(
    opening="claims",
    status=OpeningStatus.BUILT,
    picture=None,
    kit_digest=DIGEST,
    candidates=12,
    sheets=48,
    made=48,
)
SAME = OpeningOutcome(
    opening="billing-platform",
    status=OpeningStatus.UNCHANGED,
    picture=None,
    kit_digest=DIGEST,
    candidates=1,
    sheets=4,
)
FAILED = OpeningOutcome(opening="ops", status=OpeningStatus.FAILED, picture=None, reasons=(REASON,))


def report(*openings: OpeningOutcome, **more: Any) -> DriveReport:
    outcome = DriveOutcome(drive="autumn", title="Autumn hiring", run=4, openings=openings, schedule=())
    there = {"first": "drive.pdf", "then": "print-packs/"}
    return DriveReport(outcome, "output", **{**there, **more})


def text(lines: Iterator[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


# --- the table and what stands below it ------------------------------------------------------------------

FIRST = "open first: output/drive.pdf\nthen print: output/print-packs/\n"

REPORTS = {
    "built": (
        report(BUILT, made=71),
        "Autumn hiring: run 4\n"
        "opening  status  candidates  sheets  made  kit\n"
        "claims   built           12      48    48  3f2a9c41d07be586\n"
        "1 opening (1 built), 48 sheets (48 made), 71 files written to output\n" + FIRST,
    ),
    "built, unchanged and failed": (
        report(BUILT, SAME, FAILED, made=1),
        "Autumn hiring: run 4\n"
        "opening           status     candidates  sheets  made  kit\n"
        "claims            built              12      48    48  3f2a9c41d07be586\n"
        "billing-platform  unchanged           1       4     0  3f2a9c41d07be586\n"
        "ops               failed              0       0     0\n"
        "3 openings (1 built, 1 unchanged, 1 failed), 52 sheets (48 made), 1 file written to output\n"
        + FIRST,
    ),
    "all failed": (
        report(FAILED),
        (
            "Autumn hiring: run 4\n"
            "opening  status  candidates  sheets  made  kit\n"
            "ops      failed           0       0     0\n"
            "1 opening (1 failed), 0 sheets (0 made), 0 files written to output\n"
        ),
    ),
    "dry run": (
        report(BUILT, SAME, FAILED, made=71, dry_run=True, kept=("claims/a.pdf",), pruned=("b.pdf",)),
        (
            "Autumn hiring: dry run, nothing was written\n"
            "opening           status          candidates  sheets  to make  kit\n"
            "claims            would be built          12      48       48  3f2a9c41d07be586\n"
            "billing-platform  unchanged                1       4        0  3f2a9c41d07be586\n"
            "ops               would fail               0       0        0\n"
            "3 openings (1 would be built, 1 unchanged, 1 would fail), 52 sheets (48 would be made),"
            " 71 files would be written to output\n"
            "filled in or changed by you, would be kept:\n"
            "  claims/a.pdf\n"
            "belongs to nothing in the drive any more, would be removed:\n"
            "  b.pdf\n"
        ),
    ),
    "kept, stale, removed and new": (
        report(
            BUILT,
            made=71,
            kept=("claims/sheets/C-1/only--ada.pdf",),
            stale=tuple(f"old/{number:02}.pdf" for number in range(14)),
            pruned=("old/00.pdf", "old/01.pdf"),
            delta=("output/print-packs/since-3/day.pdf",),
        ),
        "Autumn hiring: run 4\n"
        "opening  status  candidates  sheets  made  kit\n"
        "claims   built           12      48    48  3f2a9c41d07be586\n"
        "1 opening (1 built), 48 sheets (48 made), 71 files written to output\n"
        "filled in or changed by you, kept:\n"
        "  claims/sheets/C-1/only--ada.pdf\n"
        "belongs to nothing in the drive any more, removed:\n"
        "  old/00.pdf\n"
        "  old/01.pdf\n"
        "belongs to nothing in the drive any more; --prune removes it:\n"
        + "".join(f"  old/{number:02}.pdf\n" for number in range(2, 12))
        + "  and 2 more\n"
        "packs of what is new:\n"
        "  output/print-packs/since-3/day.pdf\n" + FIRST,
    ),
    "a part of it": (
        report(BUILT, made=1, first="", then="claims/print-pack.pdf"),
        (
            "Autumn hiring: run 4\n"
            "opening  status  candidates  sheets  made  kit\n"
            "claims   built           12      48    48  3f2a9c41d07be586\n"
            "1 opening (1 built), 48 sheets (48 made), 1 file written to output\n"
            "then print: output/claims/print-pack.pdf\n"
        ),
    ),
    "nothing to do": (
        report(SAME, SAME, unchanged=True),
        "output is up to date: 2 openings, 8 sheets\n",
    ),
    "nothing to do but to clear away": (
        report(SAME, unchanged=True, stale=("old.pdf",)),
        (
            "output is up to date: 1 opening, 4 sheets\n"
            "belongs to nothing in the drive any more; --prune removes it:\n"
            "  old.pdf\n"
        ),
    ),
}


@pytest.mark.parametrize(("given", "said"), REPORTS.values(), ids=REPORTS)
def test_what_a_drive_did_is_a_table_and_what_to_do_next(given: DriveReport, said: str) -> None:
    assert text(drive_lines(given, 80)) == said


def test_a_failed_drive_is_never_up_to_date() -> None:
    assert "up to date" not in text(drive_lines(report(SAME, FAILED, unchanged=True), 80))


def test_a_stale_file_that_is_filled_in_is_kept_and_not_to_be_removed() -> None:
    given = report(SAME, unchanged=True, kept=("mine.pdf",), stale=("mine.pdf",))
    assert list(drive_lines(given, 80))[1:] == ["filled in or changed by you, kept:", "  mine.pdf"]


def test_a_long_id_is_never_cut_and_the_columns_stay_aligned() -> None:
    name = "senior-" * 8 + "engineer"
    lines = list(drive_lines(report(BUILT.model_copy(update={"opening": name}), SAME), 80))
    assert lines[1:5] == [
        "opening                    status     candidates  sheets  made  kit",
        name,
        "                           built              12      48    48  3f2a9c41d07be586",
        "billing-platform           unchanged           1       4     0  3f2a9c41d07be586",
    ]


def test_openings_that_failed_for_the_same_reasons_share_them() -> None:
    many = [FAILED.model_copy(update={"opening": f"o-{number:02}"}) for number in range(12)]
    other = FAILED.model_copy(update={"opening": "last", "reasons": ("drive.yaml:3:1: IK001 …",)})
    assert list(failure_lines(report(*many, BUILT, other, problems=(ELSEWHERE,)))) == [
        ELSEWHERE,
        f"failed: {', '.join(f'o-{number:02}' for number in range(10))}, and 2 more",
        REASON,
        "failed: last",
        "drive.yaml:3:1: IK001 …",
        "mend this and run the same command again; what is finished is not made twice",
    ]
    assert list(failure_lines(report(BUILT))) == []
    assert list(failure_lines(report(FAILED, dry_run=True))) == ["would fail: ops", REASON]


def test_machines_get_one_object_with_every_file_and_no_names() -> None:
    stale = tuple(f"old/{number:02}.pdf" for number in range(14))
    assert json.loads(drive_json(report(BUILT, FAILED, made=71, stale=stale))) == {
        "drive": "autumn",
        "run": 4,
        "out": "output",
        "dry_run": False,
        "unchanged": False,
        "failed": True,
        "made": 71,
        "openings": [
            {
                "opening": "claims",
                "status": "built",
                "kit_digest": DIGEST,
                "candidates": 12,
                "sheets": 48,
                "made": 48,
                "reasons": [],
            },
            {
                "opening": "ops",
                "status": "failed",
                "kit_digest": "",
                "candidates": 0,
                "sheets": 0,
                "made": 0,
                "reasons": [REASON],
            },
        ],
        "problems": [],
        "warnings": [],
        "kept": [],
        "stale": list(stale),
        "pruned": [],
        "delta": [],
    }


# --- progress --------------------------------------------------------------------------------------------


class Terminal(io.StringIO):
    """A stream that says it is a terminal, and knows what stands on its screen."""

    def isatty(self) -> bool:
        return True

    def screen(self) -> list[str]:
        lines, row = [""], 0
        for word in re.findall(r"\x1b\[[?\d;]*[A-Za-z]|\r|\n|[^\x1b\r\n]+", self.getvalue()):
            if word == "\n":
                row += 1
                lines += [""] * (row + 1 - len(lines))
            elif word.endswith("A") and word[0] == "\x1b":
                row -= int(word[2:-1])
            elif word == "\x1b[2K":
                lines[row] = ""
            elif word[0] not in "\x1b\r":
                lines[row] += word
        return [line.rstrip() for line in lines if line.strip()]


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    for name, value in (("TERM", "xterm"), ("COLUMNS", "100"), ("NO_COLOR", "1")):
        monkeypatch.setenv(name, value)
    return Terminal()


def advance(progress: Progress) -> None:
    """A part of a drive."""
    progress.step("scorecards")
    progress.begin(12, 480)
    progress.opening_done("claims", "built")
    progress.sheets_done(100)
    progress.sheets_done(20)


def test_a_terminal_has_two_bars_that_disappear(terminal: Terminal) -> None:
    with open_progress("text", terminal) as progress:
        assert isinstance(progress, RichProgress)
        progress.step("read [the] drive")
        progress._bars.refresh()
        assert [re.sub(r"\W*━+\W*", " ━ ", line) for line in terminal.screen()] == [
            "openings ━ read [the] drive"
        ]
        advance(progress)
        progress._bars.refresh()
        openings, sheets = terminal.screen()
        assert re.fullmatch(r"openings [━╸╺ ]+ 1/12 +scorecards", openings)
        assert re.fullmatch(r"sheets [━╸╺ ]+ 120/480 \d+ sheets/s, \d+:\d\d:\d\d left", sheets)
    assert terminal.screen() == []
    assert terminal.getvalue().rstrip("\n").count("\x1b[?25h") == 1, "the cursor is shown again"


def test_openings_that_failed_before_the_others_began_count(terminal: Terminal) -> None:
    with open_progress("text", terminal) as progress:
        assert isinstance(progress, RichProgress)
        progress.opening_done("ops", "failed")
        advance(progress)
        progress._bars.refresh()
        assert " 2/12 " in terminal.screen()[0]


def test_the_bars_fit_a_narrow_terminal(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    with open_progress("text", terminal) as progress:
        assert isinstance(progress, RichProgress)
        advance(progress)
        progress._bars.refresh()
        assert len(terminal.screen()) == 2
        assert max(map(len, terminal.screen())) <= 40


def test_a_pipe_has_no_bars(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    stream = io.StringIO()
    with open_progress("text", stream) as progress:
        assert isinstance(progress, QuietProgress)
        advance(progress)
    assert stream.getvalue() == ""


def test_machines_have_a_line_per_event() -> None:
    stream = io.StringIO()
    with open_progress("json", stream) as progress:
        advance(progress)
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert [line["event"] for line in lines] == ["step", "begin", "opening", "finished"]
    counts = {"openings_done": 1, "openings": 12, "sheets_done": 0, "sheets": 480}
    assert lines[2] == {"event": "opening", **counts, "rate": 0, "opening": "claims", "status": "built"}
    end = lines[3]
    assert (end["openings_done"], end["sheets_done"], end["statuses"]) == (1, 120, {"built": 1})


def test_sheets_are_told_five_times_a_second_and_every_opening_is() -> None:
    now = [100.0]
    stream = io.StringIO()
    with JsonProgress(stream, lambda: now[0]) as progress:
        progress.begin(20, 2000)
        for number in range(2000):
            now[0] += 0.001
            progress.sheets_done(1)
            if number % 100 == 99:
                progress.opening_done(f"o-{number}", "built")
    events = [json.loads(line) for line in stream.getvalue().splitlines()]
    told = [event["event"] for event in events]
    assert told.count("opening") == 20
    assert told.count("sheets") <= 10
    assert (events[-1]["rate"], events[-1]["sheets_done"], events[-1]["seconds"]) == (1000.0, 2000, 2.0)

    stream.truncate(0)
    with JsonProgress(stream, lambda: now[0]) as progress:
        for _ in range(1000):
            now[0] += 0.001
            progress.sheets_done(1)
    assert 4 <= stream.getvalue().count('"event": "sheets"') <= 5


def test_a_drive_goes_on_when_nobody_listens_any_more() -> None:
    class Gone(io.StringIO):
        def write(self, _text: str) -> int:
            raise BrokenPipeError

    with open_progress("json", Gone()) as progress:
        advance(progress)


LOADED = """
import sys, types
from click.testing import CliRunner
from interviewkit.cli.drive import drive

runner = types.ModuleType("runner")
runner.run_drive = lambda *_: sys.exit(7)
sys.modules["interviewkit.drive_run.runner"] = runner
code = CliRunner().invoke(drive, ["--help"]).exit_code
print(code, sorted({"rich", "pydantic", "numpy"} & set(sys.modules)))
code = CliRunner().invoke(drive, ["d.xlsx"]).exit_code
print(code, sorted({"rich", "weasyprint"} & set(sys.modules)))
"""


def test_help_and_a_quiet_drive_do_not_load_the_bars(in_python: Callable[..., Outcome]) -> None:
    assert in_python("-c", LOADED).out == "0 []\n7 []\n"


# --- the command -----------------------------------------------------------------------------------------


class Runner:
    """Stands in for the drive: keeps what it is asked, and answers, or raises what it is told to."""

    def __init__(self) -> None:
        self.requests: list[DriveRequest] = []
        self.jobs: list[int] = []
        self.answer: DriveReport | BaseException = report(BUILT, made=71)

    def __call__(self, request: DriveRequest, workers: Workers, progress: Progress) -> DriveReport:
        self.requests.append(request)
        self.jobs.append(workers.jobs)
        advance(progress)
        if isinstance(self.answer, BaseException):
            raise self.answer
        return self.answer


@pytest.fixture
def runner(monkeypatch: pytest.MonkeyPatch) -> Runner:
    module = ModuleType("interviewkit.drive_run.runner")
    module.run_drive = Runner()  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    return module.run_drive  # type: ignore[no-any-return]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Outcome]:
    """Run the command in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("INTERVIEWKIT_JOBS", "1")
    group = KitGroup("interviewkit", commands=[drive])

    def command(*arguments: str) -> Outcome:
        result = CliRunner().invoke(group, ["drive", *arguments])
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Outcome(result.exit_code, result.stdout, result.stderr)

    return command


BUILT_IN = Layers((builtin_folder("rubrics"),), (builtin_folder("templates"),))
MINE = Layers((Path("r"), builtin_folder("rubrics")), (Path("t"), builtin_folder("templates")))
PLAIN = PrintOptions(BUILT_IN)
DRIVE = Path("d.xlsx")


@pytest.mark.parametrize(
    ("options", "asked"),
    [
        ("", DriveRequest(DRIVE, "output", PLAIN)),
        ("--out s3://bucket/autumn --force", DriveRequest(DRIVE, "s3://bucket/autumn", PLAIN, force=True)),
        ("--only claims", DriveRequest(DRIVE, "output", PLAIN, only="claims")),
        ("--only claims/C-014 --dry-run", DriveRequest(DRIVE, "output", PLAIN, "claims/C-014", dry_run=True)),
        ("--prune --since last", DriveRequest(DRIVE, "output", PLAIN, prune=True, since="last")),
        ("--since 12", DriveRequest(DRIVE, "output", PLAIN, since=12)),
        (
            "--paper letter --large-print --rubrics r --templates t",
            DriveRequest(DRIVE, "output", PrintOptions(MINE, Paper.LETTER, large_print=True)),
        ),
        ("--no-check pilot", DriveRequest(DRIVE, "output", PrintOptions(BUILT_IN, unchecked="pilot"))),
    ],
)
def test_options_become_a_request(
    run: Callable[..., Outcome], runner: Runner, tmp_path: Path, options: str, asked: DriveRequest
) -> None:
    for folder in ("r", "t"):
        (tmp_path / folder).mkdir()
    outcome = run("d.xlsx", *options.split())
    assert (outcome.code, outcome.err) == (0, "")
    assert runner.requests == [asked]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("", "Missing argument 'DRIVE'"),
        ("d.xlsx --since 0", "`0` is no run; give its number, from 1 on, or `last`"),
        ("d.xlsx --since yesterday", "`yesterday` is no run;"),
        ("d.xlsx --only a/b/c", "`a/b/c` is neither OPENING nor OPENING/CANDIDATE, such as claims/C-014"),
        ("d.xlsx --only claims/", "`claims/` is neither"),
        ("d.xlsx --only ../up", "`../up` is neither"),
        ("d.xlsx --only claims --prune", "--prune looks at the whole drive; leave --only out"),
        ("d.xlsx --only claims --since 2", "--since looks at the whole drive; leave --only out"),
        ("d.xlsx --scheduler nowhere", "`nowhere` is no address such as tcp://10.0.0.5:8786"),
        ("d.xlsx --no-check=", '--no-check needs a reason, which the brief prints: --no-check "…"'),
        ("d.xlsx --jobs 0", "0 is not in the range 1<=x<=256"),
        ("d.xlsx --log-format xml", "'xml' is not one of 'text', 'json'"),
        ("d.xlsx --forse", "No such option '--forse'. (Did you mean one of: '--force',"),
    ],
)
def test_a_mistake_in_the_command_is_told(
    run: Callable[..., Outcome], runner: Runner, options: str, said: str
) -> None:
    outcome = run(*options.split())
    assert (outcome.code, outcome.out, runner.requests) == (2, "", [])
    assert said in " ".join(outcome.err.split())


def test_without_its_part_a_scheduler_is_a_mistake(
    run: Callable[..., Outcome], runner: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "interviewkit.schedulers", None)
    outcome = run("d.xlsx", "--scheduler", "tcp://10.0.0.5:8786")
    assert (outcome.code, runner.requests) == (2, [])
    assert "pip install 'interviewkit[cluster]'" in outcome.err


def test_the_table_goes_to_standard_output_and_what_is_wrong_to_standard_error(
    run: Callable[..., Outcome], runner: Runner
) -> None:
    runner.answer = report(BUILT, FAILED, problems=(ELSEWHERE,), warnings=("warning: w",), made=1)
    outcome = run("d.xlsx", "--jobs", "1")
    assert (outcome.code, runner.jobs) == (1, [1])
    assert outcome.out == text(drive_lines(runner.answer, 80))
    assert outcome.err == "warning: w\n" + text(failure_lines(runner.answer))


def test_machines_read_one_object_and_lines_of_json(run: Callable[..., Outcome], runner: Runner) -> None:
    runner.answer = report(BUILT, FAILED, warnings=("warning: w",))
    outcome = run("d.xlsx", "--log-format", "json")
    assert outcome.code == 1
    assert json.loads(outcome.out) == json.loads(drive_json(runner.answer))
    assert [json.loads(line)["event"] for line in outcome.err.splitlines()][-1] == "finished"


BAD_FILE = InputError([Problem(Location("d.xlsx"), Code.FILE_MISSING, "no such file", "check the name")])
GO_ON = "interrupted; everything finished so far is kept, run the same command to go on"


@pytest.mark.parametrize(
    ("raised", "code", "event", "said"),
    [
        (BAD_FILE, 1, "problem", str(BAD_FILE)),
        (OutputError("output is full; free some space"), 3, "problem", "output is full; free some space"),
        (KeyboardInterrupt(), 130, "interrupted", GO_ON),
    ],
)
def test_what_ends_a_drive_is_one_line_in_either_format(
    run: Callable[..., Outcome], runner: Runner, raised: BaseException, code: int, event: str, said: str
) -> None:
    runner.answer = raised
    plain = run("d.xlsx")
    prefix = "" if isinstance(raised, InputError) else "interviewkit: "
    assert (plain.code, plain.out, plain.err) == (code, "", f"{prefix}{said}\n")
    as_json = run("d.xlsx", "--log-format", "json")
    *_, stopped, last = map(json.loads, as_json.err.splitlines())
    assert (as_json.code, as_json.out, stopped["event"]) == (code, "", "stopped")
    assert last == {"event": event, "message": said}


INTERRUPTIBLE = """
import sys, time, types
from interviewkit.cli import KitGroup
from interviewkit.cli.drive import drive


def run_drive(request, workers, progress):
    naps = workers.attempt(time.sleep, [0.3, 0.3, 60, 60])
    next(naps), next(naps)
    progress.begin(1, 2)
    next(naps)


runner = types.ModuleType("runner")
runner.run_drive = run_drive
sys.modules["interviewkit.drive_run.runner"] = runner
command = ["drive", "d.xlsx", "--jobs", "2", "--log-format", "json"]
if __name__ == "__main__":
    KitGroup("interviewkit", commands=[drive]).main(command)
"""


def test_ctrl_c_ends_a_drive_at_once(start_python: Callable[..., subprocess.Popen[str]]) -> None:
    with start_python("-c", INTERRUPTIBLE) as process:
        assert process.stderr is not None
        assert json.loads(process.stderr.readline())["event"] == "begin"
        began = time.monotonic()
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)
        took = time.monotonic() - began
    assert [json.loads(line)["event"] for line in said.splitlines()] == ["stopped", "interrupted"]
    assert process.returncode == 130
    assert took < 5, "0.2 s on a machine that has nothing else to do"
