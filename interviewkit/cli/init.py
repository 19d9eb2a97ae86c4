"""`interviewkit init`: rubrics and templates to edit."""

from pathlib import Path

import click

from interviewkit.cli.options import ANY_PATH


@click.command(
    short_help="Copy rubrics and templates to edit.", epilog="Example: interviewkit init our-hiring"
)
@click.argument("folder", type=ANY_PATH, metavar="DIR")
def init(folder: Path) -> None:
    """Copy rubrics and templates to DIR, for you to edit and to keep under version control.

    Delete what you do not change: a file that is not there comes from the program. Run interviewkit in DIR.
    """
    from interviewkit.starter import copy_library

    for line in copy_library(folder):
        click.echo(line)
