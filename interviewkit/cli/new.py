"""`interviewkit new`: a commented opening file to fill in."""

from pathlib import Path

import click

from interviewkit.cli.options import ANY_PATH, known, rubrics_option, seniority_option


@click.command(
    short_help="Write an opening file to fill in.",
    epilog="Example: interviewkit new ai-engineer --out my-opening.yaml",
)
@click.argument("role")
@seniority_option("the highest")
@click.option("--out", type=ANY_PATH, metavar="FILE", help="Where to write it.  [default: ROLE.yaml]")
@rubrics_option
def new(role: str, seniority: str | None, out: Path | None, rubrics: Path | None) -> None:
    """Write an opening file to fill in, with every key explained. An existing file is never overwritten."""
    import shlex

    from interviewkit.errors import InputError, OutputError
    from interviewkit.library import Library
    from interviewkit.problems import Code
    from interviewkit.project import find_layers
    from interviewkit.starter import starter_opening

    library = Library(find_layers(rubrics, None, Path()).rubrics)
    loaded = library.role(known(role, library.ids("roles"), "role"))
    seniorities = tuple(entry.value for entry in loaded.value.seniorities)
    if not seniorities:
        message, hint = "no seniority has a bar for every competency", "give each competency its bars"
        raise InputError([loaded.problem(Code.NO_SUCH_SENIORITY, ("competencies",), message, hint)])
    level = known(seniority, seniorities, "seniority") if seniority else seniorities[-1]
    path = out or Path(f"{role}.yaml")
    text = starter_opening(loaded.value, level, library.ids("jurisdictions"))
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise OutputError(f"{path} is there already; name another file with --out") from None
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror}; name another file with --out") from None
    click.echo(f"wrote {path}; fill it in, then run: interviewkit build {shlex.quote(str(path))}")
