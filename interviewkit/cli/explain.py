"""`interviewkit explain`: why a rule is there, what a principle changes, what a problem means."""

from collections.abc import Iterable
from pathlib import Path

import click

from interviewkit.cli.check import print_at_once
from interviewkit.cli.options import known, page_width, rubrics_option


@click.command(
    short_help="Explain a rule, a principle or a problem.", epilog="Example: interviewkit explain IK401"
)
@click.argument("word", metavar="CODE|PRINCIPLE|NAME")
@rubrics_option
def explain(word: str, rubrics: Path | None) -> None:
    """Explain a rule (its code or name), a principle (its id) or a problem's code.

    A rule comes with examples, what to ask instead, and the principle, study or law it rests on.
    """
    from interviewkit.library import Library
    from interviewkit.lint.explain_page import principle_page, problem_page, rule_page
    from interviewkit.lint.registry import all_rules
    from interviewkit.models.jurisdiction import Jurisdiction
    from interviewkit.models.principle import PrincipleList
    from interviewkit.problems import Code
    from interviewkit.project import find_layers

    library = Library(find_layers(rubrics, None, Path()).rubrics)
    listed = library.load(PrincipleList, "principles.yaml").value.principles
    principles = {principle.id: principle for principle in listed}
    rules = {name: rule for rule in all_rules() for name in (rule.code.lower(), rule.name)}
    problems = {name.lower().replace("_", "-"): code for code in Code for name in (code.number, code.name)}
    asked = "-".join(word.lower().replace("_", " ").strip("[]:;,. ").split())
    if asked not in {*rules, *principles, *problems}:
        known(word, (*_shown(rules), *principles, *_shown(problems)), "rule, principle or problem")
    if asked in rules:
        countries = [
            library.load(Jurisdiction, f"jurisdictions/{each}.yaml").value
            for each in library.ids("jurisdictions")
        ]
        page = rule_page(rules[asked], principles, countries, page_width())
    elif asked in principles:
        page = principle_page(principles[asked], all_rules(), page_width())
    else:
        page = problem_page(problems[asked], page_width())
    print_at_once(f"{page}\n")


def _shown(names: Iterable[str]) -> list[str]:
    """The names as the user writes them: codes in capitals."""
    return [name.upper() if name.startswith("ik") and name[2:].isdigit() else name for name in names]
