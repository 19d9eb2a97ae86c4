"""Write docs/roles.md: every built-in role at a glance, from the rubrics.

.venv/bin/python scripts/roles.py          `make roles`
"""

from pathlib import Path

from jinja2 import Environment, StrictUndefined

from interviewkit.library import open_library
from interviewkit.models.competency import Competency
from interviewkit.models.job_task import JobTaskList
from interviewkit.models.role import Role, ShiftCondition
from interviewkit.models.work_sample import WorkSample

PAGE = Path(__file__).resolve().parent.parent / "docs" / "roles.md"

TEMPLATE = """\
# Roles at a glance

Written by `make roles` from `rubrics/`. Weights are per cent, for a team that is scaling, whose technology is
its product, in the inner loop; other teams move some of them, as each role says. A bar is the level from 1
to 5 that an opening asks for. `interviewkit new {{ roles[0].id }}` begins an opening; so does any other id.

| Role | Seniorities | Interviews | Minutes | Competencies |
|---|---|---|---|---|
{% for role in roles -%}
| [{{ role.name }}](#{{ role.name | lower | replace(" ", "-") }}) \
| {{ role.seniorities | map("seniority") | join(", ") }} \
| {{ role.plan | length }} | {{ role.plan | sum("minutes") }} | {{ role.competencies | length }} |
{% endfor %}

## Competencies

| Competency | What it is | Roles, with weight |
|---|---|---|
{% for entry in competencies.values() -%}
| {{ entry.name }} | {{ entry.definition }} | {{ entry.id | used_by }} |
{% endfor %}
{% for role in roles %}

## {{ role.name }}

`{{ role.id }}`. {{ role.mission }}

In a week:

{% for task in role.job_tasks -%}
- {{ tasks[task] }}
{% endfor %}

| Competency | Weight | {{ role.seniorities | map("seniority") | join(" | ") }} |
|---|---|{{ "---|" * role.seniorities | length }}
{% for id, entry in role.competencies.items() -%}
| {{ competencies[id].name }}{{ " (must-have)" if entry.must_have }} | {{ entry.weight }} | \
{{ role.seniorities | map("bar", entry.bars) | join(" | ") }} |
{% endfor %}

| Interview | Minutes | May rate | Work sample |
|---|---|---|---|
{% for stage in role.plan -%}
| {{ stage.title }} | {{ stage.minutes }} | {{ stage.competencies | map("competency") | join(", ") }} | \
{{ samples[stage.work_sample].title if stage.work_sample else "–" }} |
{% endfor %}

{% for shift in role.shifts -%}
- {{ shift.when | condition }}: {{ shift.add | moves }}. {{ shift.because }}
{% endfor %}
{% endfor %}
"""

FACTS = {
    "finding_fit": "a team that is finding its fit",
    "scaling": "a team that is scaling",
    "optimising": "a team that is optimising",
    "core": "technology as the product",
    "enabler": "technology that serves another business",
    "inner": "work in the inner loop",
    "outer": "work in the outer loop",
}


def page() -> str:
    """docs/roles.md."""
    library = open_library()
    roles = [library.role(name).value for name in library.ids("roles")]
    competencies = {
        name: library.load(Competency, f"competencies/{name}.yaml").value
        for name in library.ids("competencies")
    }
    samples = {
        name: library.load(WorkSample, f"work_samples/{name}.yaml").value
        for name in library.ids("work_samples")
    }
    job_tasks = library.load(JobTaskList, "job_tasks.yaml").value.job_tasks
    template = _environment(roles, competencies).from_string(TEMPLATE)
    text = template.render(
        roles=roles,
        competencies=competencies,
        samples=samples,
        tasks={task.id: task.statement for task in job_tasks},
    )
    return text.rstrip("\n") + "\n"


def _environment(roles: list[Role], competencies: dict[str, Competency]) -> Environment:
    """Jinja with the few filters that the page needs; Markdown, not HTML, so nothing is escaped."""
    environment = Environment(undefined=StrictUndefined, autoescape=False, trim_blocks=True)  # noqa: S701
    environment.filters |= {
        "seniority": lambda seniority: seniority.value.replace("_", " "),
        "bar": lambda seniority, bars: bars.at(seniority),
        "competency": lambda name: _in_a_sentence(competencies[name].name),
        "condition": _condition,
        "moves": lambda add: ", ".join(
            f"{_in_a_sentence(competencies[name].name)} {move:+d}" for name, move in add.items()
        ),
        "used_by": lambda name: ", ".join(
            f"{role.name} {role.competencies[name].weight}" for role in roles if name in role.competencies
        ),
    }
    return environment


def _in_a_sentence(name: str) -> str:
    """The name with a small first letter, but `AI and data literacy` as it is."""
    return name if name[1].isupper() else name[0].lower() + name[1:]


def _condition(when: ShiftCondition) -> str:
    """The facts of a team in words, as the beginning of a sentence."""
    words = " and ".join(FACTS[fact.value] for _, fact in when if fact is not None)
    return f"For {words}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"wrote docs/{PAGE.name}")
