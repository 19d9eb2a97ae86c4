"""`interviewkit check`: what is unfair, unlawful or poor craft in what interviewers ask and rate."""

from collections.abc import Iterable
from pathlib import Path

import click

from interviewkit.cli.options import ANY_PATH, known, rubrics_option


@click.command(
    short_help="Check rubrics, openings and lists of questions.",
    epilog="Example: interviewkit check our-questions.txt --jurisdiction GB",
)
@click.argument("paths", nargs=-1, type=ANY_PATH, metavar="[PATH]...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github", "sarif"]),
    default="text",
    show_default=True,
    help="Lines, JSON, GitHub's workflow commands, or SARIF 2.1.0.",
)
@click.option(
    "--jurisdiction",
    "countries",
    multiple=True,
    metavar="CC",
    help="Whose law: GB, US-CA …; several are allowed.  [default: the opening's, else all]",
)
@click.option(
    "--select",
    multiple=True,
    metavar="CODES",
    help="Look for these rules only: codes, beginnings such as IK4, or names.",
)
@click.option("--ignore", multiple=True, metavar="CODES", help="Leave these rules out.")
@click.option("--strict", is_flag=True, help="Let warnings fail as errors do.")
@rubrics_option
@click.pass_context
def check(
    context: click.Context,
    paths: tuple[Path, ...],
    form: str,
    countries: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    strict: bool,
    rubrics: Path | None,
) -> None:
    """Check what is asked and rated for fairness, law and craft.

    PATH is a folder of rubrics, an opening (.yaml), a drive (.yaml, .xlsx, .zip), a list of questions
    (.txt, .md, .csv), a kit.json, or - for standard input. Without one, the rubrics in use are checked. Exit
    code 1 says that there is an error.
    """
    from interviewkit.errors import ExitCode
    from interviewkit.library import Library
    from interviewkit.lint.checking import CheckRequest, check_gathered, stops
    from interviewkit.lint.formats import FORMATS
    from interviewkit.lint.formats.plain import summary
    from interviewkit.lint.sources.targets import gather
    from interviewkit.project import find_layers

    library = Library(find_layers(rubrics, None, Path()).rubrics)
    known_countries = library.ids("jurisdictions")
    request = CheckRequest(
        library,
        _each_once(paths),
        tuple(known(each.upper(), known_countries, "jurisdiction") for each in _split(countries)),
        _codes(select),
        _codes(ignore),
    )
    contents = [each for path in request.paths or library.folders for each in gather(path, library)]
    findings = check_gathered(request, contents)
    print_at_once(FORMATS[form](findings))
    if form == "text":
        click.echo(summary(findings, sum(len(each.texts) for each in contents)), err=True)
    if stops(findings, strict=strict):
        context.exit(ExitCode.INPUT)


def _each_once(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The paths as they were named first."""
    found: dict[Path, Path] = {}
    for path in paths:
        try:
            found.setdefault(path.resolve(), path)
        except (OSError, RuntimeError):  # symbolic links in a circle: reading it will say so
            found.setdefault(path.absolute(), path)
    return tuple(found.values())


def _codes(words: Iterable[str]) -> tuple[str, ...]:
    """Codes or their beginnings, from what the user wrote; names become codes."""
    from interviewkit.lint.registry import all_rules

    codes = {rule.name: rule.code for rule in all_rules()}
    found = []
    for word in _split(words):
        code = codes.get(word.lower(), word.upper())
        if not (code.startswith("IK") and any(each.startswith(code) for each in codes.values())):
            known(word, (*codes, *codes.values()), "rule")
        found.append(code)
    return tuple(found)


def _split(words: Iterable[str]) -> list[str]:
    return [part.strip() for word in words for part in word.split(",") if part.strip()]


def print_at_once(text: str) -> None:
    """Print all at once; where standard output takes no more, that is an error like any other."""
    from errno import EPIPE

    from interviewkit.errors import OutputError

    try:
        click.echo(text, nl=False)
    except OSError as error:
        if error.errno == EPIPE:
            raise
        raise OutputError(f"cannot write to standard output: {error.strerror}") from None
