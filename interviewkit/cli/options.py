"""Arguments and options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from interviewkit.cores import usual_jobs

CommandT = TypeVar("CommandT", bound=Callable[..., Any])

ANY_PATH = click.Path(path_type=Path, readable=False)
"""A path that the command itself looks at, so that what is wrong with it gets its own line."""

FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)

rubrics_option = click.option(
    "--rubrics", type=FOLDER, metavar="DIR", help="Your own rubrics; a file there replaces the built-in one."
)


templates_option = click.option(
    "--templates",
    type=FOLDER,
    metavar="DIR",
    help="Your own templates; a file there replaces the built-in one.",
)

large_print_option = click.option(
    "--large-print", is_flag=True, help="Set everything in 16 points or more, on as many pages as it takes."
)

jobs_option = click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    default=usual_jobs,
    envvar="INTERVIEWKIT_JOBS",
    metavar="N",
    help="So many processes work at once.  [default: one per core]",
)


def paper_option(default: str) -> Callable[[CommandT], CommandT]:
    """The option `--paper`, with whose paper it is without it."""
    return click.option(
        "--paper", type=click.Choice(["a4", "letter"]), help=f"Paper size.  [default: {default}]"
    )


def no_check_option(printed: str) -> Callable[[CommandT], CommandT]:
    """The option `--no-check`, with where its reason is printed."""
    text = f"Build without the checker; {printed} the reason."
    return click.option("--no-check", "unchecked", callback=_reason, metavar="REASON", help=text)


def _reason(_context: click.Context, _option: click.Parameter, value: str | None) -> str:
    """The reason in one line; empty where the option is not given."""
    reason = " ".join((value or "").split())
    if value is not None and not reason:
        raise click.UsageError('--no-check needs a reason, which the brief prints: --no-check "…"')
    return reason


def seniority_option(default: str) -> Callable[[CommandT], CommandT]:
    """The option `--seniority`, with what goes without it."""
    text = f"early_career, mid, senior or staff.  [default: {default}]"
    return click.option("--seniority", metavar="S", help=text)


MAX_WIDTH = 100


def page_width() -> int:
    """How wide a page of text may be: the terminal, but no more than a line that reads well."""
    import shutil

    return min(MAX_WIDTH, shutil.get_terminal_size((80, 24)).columns)


def known(word: str, words: tuple[str, ...], what: str) -> str:
    """The word, or a usage error (exit code 2) that names the closest one."""
    from interviewkit.problems import did_you_mean

    if word not in words:
        raise click.UsageError(f"there is no {what} `{word}`; {did_you_mean(word, words)}")
    return word
