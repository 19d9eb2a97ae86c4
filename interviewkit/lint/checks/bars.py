"""The bars of a role or an opening: which level each seniority asks for, and where that is written."""

from collections.abc import Iterator
from dataclasses import dataclass

from interviewkit.lint.case import PlanCase
from interviewkit.models.scale import Seniority
from interviewkit.problems import Location

TOP = 5


@dataclass(frozen=True)
class Bar:
    """The level that a seniority asks for in a competency."""

    competency: str
    seniority: Seniority
    level: int
    must_have: bool
    place: Location


def bars_of(case: PlanCase) -> dict[Seniority, tuple[Bar, ...]]:
    """The bars by seniority: all of the role's, or the opening's own where there is one."""
    if case.inputs is not None:
        seniority = case.inputs.opening.value.seniority
        return {seniority: tuple(_of_opening(case, seniority))}
    return {each: tuple(_of_role(case, each)) for each in Seniority if _is_offered(case, each)}


def _is_offered(case: PlanCase, seniority: Seniority) -> bool:
    competencies = case.rubric.role.value.competencies.values()
    return any(entry.bars.at(seniority) is not None for entry in competencies)


def _of_role(case: PlanCase, seniority: Seniority) -> Iterator[Bar]:
    role = case.rubric.role
    for name, entry in role.value.competencies.items():
        level = entry.bars.at(seniority)
        if level is not None:
            place = role.locate("competencies", name, "bars", seniority.value)
            yield Bar(name, seniority, level, entry.must_have, place)


def _of_opening(case: PlanCase, seniority: Seniority) -> Iterator[Bar]:
    """The role's bars with those that the opening sets; a finding points at the file that says it."""
    if case.inputs is None:
        return
    opening = case.inputs.opening
    changed = opening.value.changes.bars
    for bar in _of_role(case, seniority):
        if bar.competency in changed:
            place = opening.locate("changes", "bars", bar.competency)
            yield Bar(bar.competency, seniority, changed[bar.competency], bar.must_have, place)
        else:
            yield bar
