"""`interviewkit schema`: JSON Schema for editors."""

import click

NAMES = ("opening", "drive", "role", "competency", "question", "work-sample", "kit", "drive-record")


@click.command(
    short_help="Print the JSON Schema of a file.",
    epilog="Example: interviewkit schema opening > opening.schema.json",
)
@click.argument("name", type=click.Choice(NAMES), metavar="NAME")
def schema(name: str) -> None:
    """Print the JSON Schema of a file, so that an editor completes and checks it.

    NAME is opening, drive, role, competency, question, work-sample, or a record that the program writes: kit
    (kit.json) or drive-record (drive.json).
    """
    import json

    from interviewkit.schemas import json_schema

    click.echo(json.dumps(json_schema(name), indent=2, ensure_ascii=False))
