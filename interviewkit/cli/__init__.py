"""The command line: one module per command, which imports what it needs when it runs (help stays quick)."""

import sys
from typing import Any

import click

from interviewkit import __version__
from interviewkit.cli.build import build
from interviewkit.cli.check import check
from interviewkit.cli.drive import drive
from interviewkit.cli.drive_template import drive_template
from interviewkit.cli.explain import explain
from interviewkit.cli.forget import forget
from interviewkit.cli.init import init
from interviewkit.cli.new import new
from interviewkit.cli.roles import roles
from interviewkit.cli.schema import schema
from interviewkit.cli.show import show
from interviewkit.errors import ExitCode, InputError, OutputError


class KitGroup(click.Group):
    """Turns what can go wrong into one line each and an exit code; nobody sees a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; problems go to standard error."""
        try:
            return super().invoke(ctx)
        except InputError as error:
            click.echo(str(error), err=True)
            ctx.exit(ExitCode.INPUT)
        except OutputError as error:
            click.echo(f"interviewkit: {error}", err=True)
            ctx.exit(ExitCode.OUTPUT)
        except KeyboardInterrupt:
            _say_interrupted()
            ctx.exit(ExitCode.INTERRUPTED)

    def make_context(self, *arguments: Any, **more: Any) -> click.Context:
        """The context of a command line; an interruption ends as later ones do."""
        try:
            return super().make_context(*arguments, **more)
        except KeyboardInterrupt:
            _say_interrupted()
            sys.exit(ExitCode.INTERRUPTED)


def _say_interrupted() -> None:
    click.echo("interviewkit: interrupted; nothing was changed", err=True)


@click.group(
    cls=KitGroup,
    epilog="Example: interviewkit new ai-engineer --out my-opening.yaml",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__)
def cli() -> None:
    """Turn hiring rubrics and an opening into interview guides and scorecards on paper."""


for command in (build, drive, drive_template, forget, new, roles, show, check, explain, init, schema):
    cli.add_command(command)
