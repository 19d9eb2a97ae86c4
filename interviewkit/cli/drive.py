"""`interviewkit drive`: a spreadsheet of openings in, all their kits out."""

import re
import signal
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NoReturn

import click

from interviewkit.cli.options import (
    ANY_PATH,
    jobs_option,
    large_print_option,
    no_check_option,
    page_width,
    paper_option,
    rubrics_option,
    templates_option,
)
from interviewkit.errors import ExitCode, InputError, OutputError

if TYPE_CHECKING:
    from interviewkit.drive_run.progress import LogFormat
    from interviewkit.drive_run.request import DriveReport, DriveRequest
    from interviewkit.workers import Workers

INTERRUPTED = "interrupted; everything finished so far is kept, run the same command to go on"
NO_SCHEDULER = "--scheduler needs a part that is not installed: pip install 'interviewkit[cluster]'"
RUN_NUMBER = re.compile(r"[1-9][0-9]{0,8}")


def _only(_context: click.Context, _option: click.Parameter, value: str | None) -> str:
    """OPENING or OPENING/CANDIDATE, or nothing."""
    if value is None:
        return ""
    from interviewkit.models.base import FILE_ID_PATTERN

    opening, *candidate = value.split("/", 1)
    if not all(re.fullmatch(FILE_ID_PATTERN, part) for part in (opening, *candidate)):
        raise click.BadParameter(f"`{value}` is neither OPENING nor OPENING/CANDIDATE, such as claims/C-014")
    return value


def _since(
    _context: click.Context, _option: click.Parameter, value: str | None
) -> int | Literal["last"] | None:
    """The number of a run, or `last`."""
    if value is None:
        return None
    if value == "last":
        return "last"
    if not RUN_NUMBER.fullmatch(value):
        raise click.BadParameter(f"`{value}` is no run; give its number, from 1 on, or `last`")
    return int(value)


def _scheduler(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """The address of a scheduler."""
    if value is not None and not re.fullmatch(r"(tcp|tls)://[^\s/]+", value):
        raise click.BadParameter(f"`{value}` is no address such as tcp://10.0.0.5:8786")
    return value


@click.command(
    short_help="Build the kits of many openings.",
    epilog="Example: interviewkit drive autumn.xlsx --out output --only claims/C-014",
)
@click.argument("drive_path", type=ANY_PATH, metavar="DRIVE")
@click.option(
    "--out",
    default="output",
    show_default=True,
    metavar="DIR",
    help="A folder, or the URL of one in a store: s3://bucket/autumn.",
)
@jobs_option
@click.option(
    "--only",
    callback=_only,
    metavar="OPENING[/CANDIDATE]",
    help="Make this opening, or the sheets of one of its candidates.",
)
@click.option("--force", is_flag=True, help="Make everything again, even what is up to date.")
@click.option("--dry-run", is_flag=True, help="Say what would be done; write nothing.")
@click.option("--prune", is_flag=True, help="Remove files that belong to nothing in the drive any more.")
@click.option(
    "--since",
    callback=_since,
    metavar="RUN",
    help="Also print packs of what is newer than this run; `last`: of the newest sheets.",
)
@paper_option("the countries'")
@large_print_option
@rubrics_option
@templates_option
@no_check_option("the briefs print")
@click.option(
    "--scheduler",
    callback=_scheduler,
    metavar="URL",
    help="Let the machines of this scheduler work: tcp://10.0.0.5:8786.",
)
@click.option(
    "--log-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="json: progress as lines on standard error, the outcome as an object on standard output.",
)
@click.pass_context
def drive(
    context: click.Context,
    drive_path: Path,
    out: str,
    jobs: int,
    only: str,
    force: bool,
    dry_run: bool,
    prune: bool,
    since: int | Literal["last"] | None,
    paper: str | None,
    large_print: bool,
    rubrics: Path | None,
    templates: Path | None,
    unchecked: str,
    scheduler: str | None,
    log_format: "LogFormat",
) -> None:
    """Build the kits of a drive: all its openings, a sheet per interview of every candidate.

    DRIVE is a workbook (.xlsx), a folder or .zip of .csv files, or a .yaml file; drive-template writes one.
    An opening with mistakes fails, the others are built, and the exit code is 1.
    Run it again after a change or an interruption: only what is not up to date is made.
    """
    for option, given in (("--prune", prune), ("--since", since is not None)):
        if given and only:
            raise click.UsageError(f"{option} looks at the whole drive; leave --only out")
    with _ended_well(context, log_format):
        from interviewkit.drive_run.request import DriveRequest
        from interviewkit.models.jurisdiction import Paper
        from interviewkit.print_options import PrintOptions
        from interviewkit.project import find_layers

        layers = find_layers(rubrics, templates, Path())
        options = PrintOptions(layers, Paper(paper) if paper else None, large_print, unchecked=unchecked)
        request = DriveRequest(drive_path, out, options, only, force, dry_run, prune, since)
        report = _run(request, _open_workers(jobs, scheduler, request), log_format)
    _show(report, log_format)
    if report.failed:
        context.exit(ExitCode.INPUT)


def _run(
    request: "DriveRequest", opening_workers: AbstractContextManager["Workers"], log_format: "LogFormat"
) -> "DriveReport":
    from interviewkit.drive_run.progress import open_progress
    from interviewkit.drive_run.runner import run_drive

    with opening_workers as workers, open_progress(log_format, sys.stderr) as progress:
        return run_drive(request, workers, progress)


def _open_workers(
    jobs: int, scheduler: str | None, request: "DriveRequest"
) -> AbstractContextManager["Workers"]:
    """Workers on this machine, or those of the scheduler."""
    if scheduler is None:
        from interviewkit.workers import open_workers

        return open_workers(jobs)
    try:
        from interviewkit.schedulers import open_scheduler

        return open_scheduler(scheduler, request.options.layers, request.out)
    except ImportError:
        raise click.UsageError(NO_SCHEDULER) from None


def _show(report: "DriveReport", log_format: "LogFormat") -> None:
    """Results to standard output, what is wrong to standard error."""
    from interviewkit.drive_reporting import drive_json, drive_lines, failure_lines

    if log_format == "json":
        click.echo(drive_json(report))
        return
    for line in report.warnings:
        click.echo(line, err=True)
    for line in drive_lines(report, page_width()):
        click.echo(line)
    for line in failure_lines(report):
        click.echo(line, err=True)


@contextmanager
def _ended_well(context: click.Context, log_format: "LogFormat") -> Iterator[None]:
    """Says what ended the drive early; in JSON, problems become lines as well. SIGTERM is taken as Ctrl-C."""
    before = signal.signal(signal.SIGTERM, _interrupt)
    try:
        yield
    except KeyboardInterrupt:
        _say("interrupted", INTERRUPTED, log_format)
        context.exit(ExitCode.INTERRUPTED)
    except (InputError, OutputError) as error:
        if log_format == "text":
            raise
        for line in str(error).splitlines():
            _say("problem", line, log_format)
        context.exit(ExitCode.INPUT if isinstance(error, InputError) else ExitCode.OUTPUT)
    finally:
        signal.signal(signal.SIGTERM, before)


def _interrupt(_signal: int, _frame: object) -> NoReturn:
    raise KeyboardInterrupt


def _say(event: str, message: str, log_format: "LogFormat") -> None:
    import json

    as_json = log_format == "json"
    line = json.dumps({"event": event, "message": message}) if as_json else f"interviewkit: {message}"
    click.echo(line, err=True)
