"""What rules about plans and panels share: which role it is, what holds in its kits, and where to point.

The ids are those of the built-in rubrics, which the principles speak of; a role that uses none of them is
told nothing by the rules that need them.
"""

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from pathlib import Path

from interviewkit.builtin import builtin_folder
from interviewkit.lint.case import PlanCase
from interviewkit.lint.rule import CaseFound
from interviewkit.models.kit import Kit
from interviewkit.models.role import Role
from interviewkit.problems import Location

SOFTWARE = "software-engineering"
THINKING = "critical-thinking"
LITERACY = "ai-and-data-literacy"
LEARNING = "hands-on-learning"
INTERFACES = "interface-design"
EVALUATION = "evaluation-design"
DOMAIN = "domain-understanding"

SOFTWARE_FIRST = "software-engineering-first"
"""The principle that an engineering role serves."""


def is_engineering(role: Role) -> bool:
    """Is it an engineering role: named by the principle, or none without software engineering?

    Software engineering is then a must-have, or nothing weighs more.
    """
    entry = role.competencies.get(SOFTWARE)
    heaviest = max(each.weight for each in role.competencies.values())
    return SOFTWARE_FIRST in role.principles or (
        entry is not None and (entry.must_have or entry.weight == heaviest)
    )


def in_kits(case: PlanCase, look: Callable[[Kit], Iterable[CaseFound]]) -> Iterator[CaseFound]:
    """What `look` finds in the kits, each finding once, with the seniorities where it is not all of them."""
    found: dict[CaseFound, list[str]] = {}
    for kit in case.kits:
        for each in look(kit):
            found.setdefault(each, []).append(kit.seniority.value)
    for each, seniorities in found.items():
        everywhere = len(seniorities) == len(case.kits)
        yield each if everywhere else replace(each, message=f"{each.message} ({', '.join(seniorities)})")


def times_rated(kit: Kit, competency: str) -> int:
    """In how many interviews a competency is rated."""
    return sum(competency in stage.rated for stage in kit.stages)


def listed(names: Iterable[str]) -> str:
    """The ids as a message names them."""
    return ", ".join(f"`{name}`" for name in names)


def without_task(
    case: PlanCase, signs: AbstractSet[str], needed: tuple[str, ...], message: str
) -> Iterator[CaseFound]:
    """A finding where the role lists a job task of `signs` and none of those that then belong to it."""
    tasks = case.rubric.role.value.job_tasks
    sign = next((task for task in tasks if task in signs), None)
    if sign is not None and not set(needed) & set(tasks):
        yield CaseFound(
            role_key(case, "job_tasks"), f"{message}: the role lists `{sign}`, not {either(needed)}"
        )


def without_competency(case: PlanCase, signs: AbstractSet[str], needed: str) -> Iterator[CaseFound]:
    """A finding where the role lists a job task of `signs` and does not rate the competency."""
    role = case.rubric.role.value
    sign = next((task for task in role.job_tasks if task in signs), None)
    if sign is not None and needed not in role.competencies:
        message = f"`{needed}` is not rated in a role that lists `{sign}`"
        yield CaseFound(role_key(case, "competencies"), message)


def either(names: Iterable[str]) -> str:
    """The ids, one of which would do."""
    return " or ".join(f"`{name}`" for name in names)


# --- where to point ----------------------------------------------------------------------------------------


def role_key(case: PlanCase, *path: str | int) -> Location:
    """Where a key of the role stands; its id where it is missing, or inherited from another role's file."""
    return _own(case, case.rubric.role.source.locate(path, key=True))


def _own(case: PlanCase, place: Location) -> Location:
    """The place if it is in the role's own file, else the role's id: what it `extends` is not the user's."""
    role = case.rubric.role
    return place if place.path == role.source.name else role.locate("id")


def opening_key(case: PlanCase, *path: str | int) -> Location:
    """Where a key of the opening stands, or of the role where there is no opening."""
    return case.inputs.opening.source.locate(path, key=True) if case.inputs else role_key(case, "plan")


def stage_place(case: PlanCase, stage: str, key: str) -> Location:
    """Where a value of an interview stands: in the opening that adds or changes it, else in the role."""
    if case.inputs is not None:
        opening = case.inputs.opening
        changes = opening.value.changes
        for position, added in enumerate(changes.add_stages):
            if added.id == stage:
                return opening.locate("changes", "add_stages", position, key)
        if getattr(changes.stages.get(stage), key, None) is not None:
            return opening.locate("changes", "stages", stage, key)
    role = case.rubric.role
    position = next((n for n, each in enumerate(role.value.plan) if each.id == stage), 0)
    return _own(case, role.locate("plan", position, key))


def plan_place(case: PlanCase) -> Location:
    """What decides which interviews take place: the opening's changes if it has any, else the plan."""
    if case.inputs is not None:
        changes = case.inputs.opening.value.changes
        for key in ("drop_stages", "add_stages", "stages", "questions", "weights"):
            if getattr(changes, key) != type(changes).model_fields[key].get_default(
                call_default_factory=True
            ):
                return opening_key(case, "changes", key)
        if Path(case.rubric.role.source.name).is_relative_to(builtin_folder("rubrics")):
            return opening_key(case, "role")
    return role_key(case, "plan")


def panel_place(case: PlanCase) -> Location:
    """The opening's panel where people are named, else what decides the plan."""
    if case.inputs is not None and case.inputs.opening.value.panel:
        return opening_key(case, "panel")
    return plan_place(case)
