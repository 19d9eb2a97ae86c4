"""`interviewkit drive-template`: a workbook to fill in for a drive."""

from pathlib import Path

import click

from interviewkit.cli.options import ANY_PATH, rubrics_option


@click.command(
    "drive-template",
    short_help="Write a workbook to fill in for a drive.",
    epilog="Example: interviewkit drive-template drive.xlsx",
)
@click.argument("file", type=ANY_PATH, metavar="FILE.xlsx")
@rubrics_option
def drive_template(file: Path, rubrics: Path | None) -> None:
    """Write a workbook for the openings, candidates, panels and schedule of a drive.

    Every heading is explained, and each sheet has an example to write over. An existing file is never
    overwritten.
    """
    if file.suffix.lower() != ".xlsx":
        raise click.UsageError(f"`{file}` is no name of a workbook; end it in .xlsx")
    import shlex

    from interviewkit.drive_template import workbook_template
    from interviewkit.errors import OutputError
    from interviewkit.project import find_layers

    data = workbook_template(find_layers(rubrics, None, Path()))
    try:
        with file.open("xb") as target:
            target.write(data)
    except FileExistsError:
        raise OutputError(f"{file} is there already; name another file") from None
    except OSError as error:
        raise OutputError(f"cannot write {file}: {error.strerror}; name another file") from None
    click.echo(f"wrote {file}; fill it in, then run: interviewkit drive {shlex.quote(str(file))}")
