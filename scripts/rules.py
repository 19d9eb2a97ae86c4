"""Write docs/rules.md: every rule of the checker, from interviewkit/lint/rules/ and rubrics/jurisdictions/.

.venv/bin/python scripts/rules.py          `make rules`
"""

import re
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, StrictUndefined

from interviewkit.library import Library, open_library
from interviewkit.lint.explain_page import looked_at, place
from interviewkit.lint.families import FAMILIES
from interviewkit.lint.registry import all_rules
from interviewkit.lint.rule import CaseRule, Example, FileExample, Rule, TextRule
from interviewkit.models.jurisdiction import Jurisdiction
from interviewkit.models.principle import PrincipleList

PAGE = Path(__file__).resolve().parent.parent / "docs" / "rules.md"

SHOWN = 3
"""So many examples of a text stand here; `explain` shows all."""

SHORT = 12
"""A file of more lines is left to `explain`."""

TEMPLATE = """\
# The rules of the checker

Written by `make rules` from the rules themselves. `interviewkit explain {{ rules[0].code }}` shows one of
them in full: every example, and what each country's law says, with its source and date. An error stops a
build, a warning is listed, an info is a remark. [checking.md](checking.md) says how to run the checker.

{% for code, name in families.items() -%}
- [{{ name }}](#{{ name | anchor }}): {{ code }}xx, {{ rules | of(code) | length }} rules
{% endfor -%}
- [Principles](#principles)
{% for code, name in families.items() %}

## {{ name }}

| Code | Name | Severity | What it finds |
|---|---|---|---|
{% for rule in rules | of(code) -%}
| [{{ rule.code }}](#{{ (rule.code ~ " " ~ rule.name) | anchor }}) | {{ rule.name }} | {{ rule | severity }} \
| {{ rule.message | escaped }} |
{% endfor -%}
{% for rule in rules | of(code) %}

### {{ rule.code }} {{ rule.name }}

{{ rule.why | escaped }}

{% for title, examples in rule | examples -%}
{{ title }}:

{{ examples }}

{% endfor -%}
- Looks at: {{ rule | looked_at }}
- Instead: {{ rule.hint | escaped }}
- Source: {{ rule | source }}
{% if rule | countries -%}
- Law: {{ rule | countries }}
{% endif -%}
{% endfor %}
{% endfor %}

## Principles

| Principle | What it says | Source |
|---|---|---|
{% for principle in principles -%}
| {{ principle.id }} | {{ principle.statement }} | {{ principle | places }} |
{% endfor -%}
"""


def page() -> str:
    """docs/rules.md."""
    library = open_library()
    principles = library.load(PrincipleList, "principles.yaml").value.principles
    template = _environment(library).from_string(TEMPLATE)
    text = template.render(rules=all_rules(), families=FAMILIES, principles=principles)
    return text.rstrip("\n") + "\n"


def _environment(library: Library) -> Environment:
    """Jinja with the few filters that the page needs; Markdown, not HTML, so nothing is escaped."""
    countries = [
        library.load(Jurisdiction, f"jurisdictions/{code}.yaml").value
        for code in library.ids("jurisdictions")
    ]
    environment = Environment(undefined=StrictUndefined, autoescape=False, trim_blocks=True)  # noqa: S701
    environment.filters |= {
        "anchor": lambda heading: heading.lower().replace(" ", "-"),
        "of": lambda rules, code: [rule for rule in rules if rule.code.startswith(code)],
        "severity": _severity,
        "examples": lambda rule: list(_examples(rule)),
        "looked_at": looked_at,
        "escaped": _escaped,
        "source": _source,
        "places": lambda principle: "; ".join(map(place, principle.sources)),
        "countries": lambda rule: _countries(rule, countries),
    }
    return environment


def _severity(rule: Rule) -> str:
    return "by country" if isinstance(rule, TextRule) and rule.law else rule.severity.value


def _source(rule: Rule) -> str:
    """The principle and the text that the rule itself names."""
    source = rule.source
    principle = f"principle [{source.principle}](#principles)" if source.principle else ""
    text = f"{_escaped(source.text)} (as of {source.as_of})" if source.as_of else _escaped(source.text)
    return "; ".join(part for part in (principle, text) if part) or "the law named below"


def _escaped(text: str) -> str:
    """The text on one line, with Markdown's marks as plain characters."""
    return re.sub(r"([\\`*_\[\]<|])", r"\\\1", " ".join(text.split()))


def _countries(rule: Rule, countries: list[Jurisdiction]) -> str:
    """The countries whose law names the rule, with the severity there."""
    return ", ".join(
        f"{country.code} ({entry.severity})"
        for country in countries
        for entry in country.do_not_ask
        if rule.code in entry.checks
    )


def _examples(rule: Rule) -> Iterator[tuple[str, str]]:
    if isinstance(rule, TextRule):
        yield "Flagged", "\n".join(map(_text, rule.bad[:SHOWN]))
        yield "Left alone", "\n".join(map(_text, rule.good[:SHOWN]))
    elif isinstance(rule, CaseRule):
        short = next((example for example in rule.bad if _is_short(example)), None)
        if short is not None:
            yield "Flagged", "\n\n".join(_fenced(*file) for file in short.files.items())


def _text(example: Example) -> str:
    return f"- {_escaped(example.text)}"


def _fenced(name: str, text: str) -> str:
    language = "markdown" if name.endswith(".md") else "yaml"
    return f"`{name}`\n\n```{language}\n{text}```"


def _is_short(example: FileExample) -> bool:
    texts = example.files.values()
    return sum(text.count("\n") for text in texts) <= SHORT and all(text.endswith("\n") for text in texts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"wrote docs/{PAGE.name}")
