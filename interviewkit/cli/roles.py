"""`interviewkit roles`: what there is."""

from pathlib import Path

import click

from interviewkit.cli.options import rubrics_option


@click.command(epilog="Example: interviewkit roles")
@rubrics_option
def roles(rubrics: Path | None) -> None:
    """List the roles with their seniorities."""
    from interviewkit.library import Library
    from interviewkit.project import find_layers
    from interviewkit.reporting import role_lines

    library = Library(find_layers(rubrics, None, Path()).rubrics)
    for line in role_lines([library.role(name).value for name in library.ids("roles")]):
        click.echo(line)
