"""`interviewkit roles`: what there is."""

from pathlib import Path

import click

from interviewkit.cli.options import rubrics_option


@click.command(epilog="Example: interviewkit roles")
@rubrics_option
def roles(rubrics: Path | None) -> None:
    """List the roles with their seniorities."""
    from interviewkit.errors import InputError
    from interviewkit.library import Library
    from interviewkit.project import find_layers
    from interviewkit.references.ids import misnamed_file
    from interviewkit.reporting import role_lines

    library = Library(find_layers(rubrics, None, Path()).rubrics)
    loaded = [library.role(name) for name in library.ids("roles")]
    problems = [problem for role in loaded for problem in misnamed_file(role, role.value.id, "id")]
    if problems:
        raise InputError(problems)
    for line in role_lines(role.value for role in loaded):
        click.echo(line)
