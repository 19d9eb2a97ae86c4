"""`interviewkit show`: a rubric as a page in the terminal."""

from pathlib import Path

import click

from interviewkit.cli.options import known, page_width, rubrics_option, seniority_option


@click.command(
    short_help="Show a role's rubric.", epilog="Example: interviewkit show ai-engineer --seniority senior"
)
@click.argument("role")
@seniority_option("all")
@rubrics_option
def show(role: str, seniority: str | None, rubrics: Path | None) -> None:
    """Show a role's rubric: mission, competencies with weights and bars, anchors, plan, questions."""
    from interviewkit.errors import ProblemLog
    from interviewkit.library import Library
    from interviewkit.models.scale import Seniority
    from interviewkit.project import find_layers
    from interviewkit.references import rubric_problems
    from interviewkit.rubric import load_rubric
    from interviewkit.rubric_page import rubric_page

    library = Library(find_layers(rubrics, None, Path()).rubrics)
    rubric = load_rubric(library, known(role, library.ids("roles"), "role"))
    log = ProblemLog()
    log.add(rubric_problems(rubric))
    log.stop_if_any()
    seniorities = rubric.role.value.seniorities
    if seniority:
        known(seniority, tuple(entry.value for entry in seniorities), "seniority")
        seniorities = (Seniority(seniority),)
    click.echo(rubric_page(rubric, seniorities, page_width()))
