"""`interviewkit forget`: everything about one person leaves an output folder."""

import click

from interviewkit.errors import ExitCode


@click.command(
    short_help="Remove everything about one candidate from an output folder.",
    epilog="Example: interviewkit forget C-014 --out output --dry-run",
)
@click.argument("candidate")
@click.option(
    "--out",
    default="output",
    show_default=True,
    metavar="DIR",
    help="The folder, or the URL, that kits or drives were written to.",
)
@click.option("--dry-run", is_flag=True, help="List what would be removed, and change nothing.")
@click.pass_context
def forget(ctx: click.Context, candidate: str, out: str, dry_run: bool) -> None:
    """Remove everything about one candidate, by id, from an output folder of drives or kits.

    Scorecards go, filled in or not, with every other file beside them; so do the print packs that have a
    sheet of the person, and the drive's report. Run it again if it was interrupted.
    """
    from interviewkit.drive_folder.forget import Step, UnknownCandidateError
    from interviewkit.drive_folder.forget import forget as forget_candidate
    from interviewkit.drive_folder.store import open_store
    from interviewkit.problems import did_you_mean

    words = ("would remove", "would edit") if dry_run else ("removed", "edited")

    def tell(step: Step) -> None:
        click.echo(f"{words[0] if step.removed else words[1]} {store.name}/{step.path}")

    store = open_store(out)
    try:
        for warning in forget_candidate(store, candidate, tell, dry_run=dry_run):
            click.echo(warning, err=True)
    except UnknownCandidateError as error:
        hint = did_you_mean(candidate, error.known)
        click.echo(f"interviewkit: {store.name} has nothing about a candidate of this id; {hint}", err=True)
        if error.packs:
            packs = ", ".join(f"{store.name}/{path}" for path in error.packs)
            click.echo(f"look yourself into these print packs, which somebody has changed: {packs}", err=True)
        ctx.exit(ExitCode.INPUT)
    except KeyboardInterrupt:
        click.echo("interviewkit: interrupted; run it again to remove the rest", err=True)
        ctx.exit(ExitCode.INTERRUPTED)
    click.echo(
        "now take the person out of the spreadsheet or the opening file, or the next run makes the sheets"
        " again; run the drive or the build again for print packs without them; printed paper and mail are"
        " yours to destroy"
    )
