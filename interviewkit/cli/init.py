"""`interviewkit init`: rubrics and templates to edit."""

from pathlib import Path

import click


@click.command(epilog="Example: interviewkit init our-hiring")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
def init(folder: Path) -> None:
    """Copy rubrics and templates to DIR, to edit and to keep under version control.

    Delete what you do not change: a file that is not there comes from the program.
    """
    from interviewkit.starter import copy_library

    for line in copy_library(folder):
        click.echo(line)
