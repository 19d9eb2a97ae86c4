"""`interviewkit build`: an opening in, a kit out."""

from os.path import exists, isfile
from pathlib import Path

import click

from interviewkit.cli.options import (
    ANY_PATH,
    jobs_option,
    large_print_option,
    no_check_option,
    paper_option,
    rubrics_option,
    templates_option,
)


@click.command(
    short_help="Build the interview kit of an opening.",
    epilog="Example: interviewkit build my-opening.yaml --out output --paper a4",
)
@click.argument("opening", type=ANY_PATH, metavar="OPENING.yaml")
@click.option(
    "--out",
    type=ANY_PATH,
    default=Path("output"),
    show_default=True,
    metavar="DIR",
    help="The kit becomes a folder in it, named after the opening file.",
)
@paper_option("the country's")
@large_print_option
@rubrics_option
@templates_option
@click.option(
    "--html",
    "keep_html",
    is_flag=True,
    help="Keep the HTML beside each PDF but candidates' scorecards, for template authors.",
)
@no_check_option("the brief prints")
@jobs_option
def build(
    opening: Path,
    out: Path,
    paper: str | None,
    large_print: bool,
    rubrics: Path | None,
    templates: Path | None,
    keep_html: bool,
    unchecked: str,
    jobs: int,
) -> None:
    """Build the interview kit of an opening: guides, scorecards, brief, debrief.

    The checker reads the opening and your own rubrics first: its errors stop the build, its warnings are
    listed.
    A rebuild replaces the kit; files you added stay, a file you changed is kept under another name.
    """
    from interviewkit.workers import open_workers

    with open_workers(jobs) as workers:
        if isfile(opening) and not exists(out / opening.stem):  # noqa: PTH110, PTH113 — no name is too long
            workers.start()  # while this process loads all that it reads and composes with

        from interviewkit.build import BuildRequest, build_kit
        from interviewkit.models.jurisdiction import Paper
        from interviewkit.print_options import PrintOptions
        from interviewkit.project import find_layers

        layers = find_layers(rubrics, templates, Path())
        size = Paper(paper) if paper else None
        options = PrintOptions(layers, size, large_print, keep_html, unchecked)
        report = build_kit(BuildRequest(opening, out, options), workers)
    from interviewkit.reporting import build_lines

    for warning in report.warnings:
        click.echo(warning, err=True)
    for line in build_lines(report):
        click.echo(line)
