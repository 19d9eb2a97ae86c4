"""Every built-in plan works: each role, seniority, form and kind of team gets interviews that fit."""

from collections import Counter
from itertools import pairwise, product

import pytest
from built_in import LIBRARY, ROLES, rubric_of

from interviewkit.compose.kit import compose_kit
from interviewkit.compose.weights import applied_shifts, shifted_weights
from interviewkit.loading import Loaded, load, validate
from interviewkit.models.jurisdiction import Jurisdiction
from interviewkit.models.kit import Kit, SlotKind
from interviewkit.models.opening import Opening
from interviewkit.models.question import Form, QuestionKind
from interviewkit.models.role import Role
from interviewkit.models.scale import Seniority
from interviewkit.models.team import TeamLoop, TeamStage, Technology
from interviewkit.references.opening import opening_problems
from interviewkit.yaml_source import compose_yaml

OPENING = """\
role: {role}
seniority: {seniority}
title: One of the team
organisation: {{name: Example Works}}
country: GB
form: {form}
team: {{mission: Decide well., technology: {technology}, stage: {stage}, loop: {loop}}}
dates: {{calibration: 2026-11-30}}
panel:
{panel}
"""
TEAMS = [
    {"technology": technology.value, "stage": stage.value, "loop": loop.value}
    for technology, stage, loop in product(Technology, TeamStage, TeamLoop)
]
PLANS = [
    (name, seniority.value, form.value)
    for name, role in ROLES.items()
    for seniority in role.seniorities
    for form in Form
]
every_plan = pytest.mark.parametrize(("name", "seniority", "form"), PLANS)


def opening_of(role: Role, seniority: str, form: str, team: dict[str, str]) -> Loaded[Opening]:
    """An opening with one interviewer an interview and a calibration."""
    panel = "".join(
        f"  - {{name: Interviewer {number}, stages: [{stage.id}]}}\n"
        for number, stage in enumerate(role.plan, start=1)
    )
    text = OPENING.format(role=role.id, seniority=seniority, form=form, panel=panel, **team)
    return validate(Opening, compose_yaml(text, "opening.yaml"))


def teams_of_different_weights(role: Role, seniority: str, form: str) -> list[Loaded[Opening]]:
    """One opening for each set of weights that the twelve kinds of team give."""
    openings = [opening_of(role, seniority, form, team) for team in TEAMS]
    by_weights = {
        tuple(shifted_weights(role, applied_shifts(role, one.value.team)).values()): one for one in openings
    }
    return list(by_weights.values())


def kits_of(name: str, seniority: str, form: str) -> list[Kit]:
    """The kits of a role for every kind of team; an opening with problems is a failure."""
    rubric = rubric_of(name)
    country = load(Jurisdiction, LIBRARY.find("jurisdictions/GB.yaml")).value
    openings = teams_of_different_weights(ROLES[name], seniority, form)
    for opening in openings:
        assert list(opening_problems(opening, rubric)) == []
    return [compose_kit(rubric, opening, country, "opening") for opening in openings]


@every_plan
def test_every_plan_fits_its_minutes_and_rates_every_competency(name: str, seniority: str, form: str) -> None:
    for kit in kits_of(name, seniority, form):
        for stage in kit.stages:
            assert stage.time_plan[0].start == 0
            assert all(one.start + one.minutes == two.start for one, two in pairwise(stage.time_plan))
            assert stage.time_plan[-1].start + stage.time_plan[-1].minutes == stage.minutes <= 60
            assert min(slot.minutes for slot in stage.time_plan) > 0
            assert sum(slot.minutes for slot in stage.time_plan if slot.kind is SlotKind.CANDIDATE) >= 5
            assert 2 <= len(stage.rated) <= 5
        rated = Counter(entry for stage in kit.stages for entry in stage.rated)
        assert set(rated) == set(ROLES[name].competencies)
        assert all(rated[entry.id] >= 2 for entry in kit.competencies if entry.must_have)


@every_plan
def test_every_plan_asks_in_more_than_one_way_and_has_structure(name: str, seniority: str, form: str) -> None:
    for kit in kits_of(name, seniority, form):
        kinds = {question.kind for stage in kit.stages for question in stage.questions}
        assert {QuestionKind.BEHAVIOURAL} < kinds
        assert sum(stage.work_sample is not None for stage in kit.stages) == 2
        assert kit.structure_score >= 14, [part for part in kit.structure if not part.met]


@pytest.mark.parametrize("name", ROLES)
def test_weights_stay_above_one_for_every_kind_of_team(name: str) -> None:
    role = ROLES[name]
    for team in TEAMS:
        opening = opening_of(role, role.seniorities[-1].value, "A", team).value
        weights = shifted_weights(role, applied_shifts(role, opening.team))
        assert sum(weights.values()) == 100
        assert min(weights.values()) >= 2, team
        if name.endswith("-engineer"):
            assert weights["software-engineering"] == max(weights.values()), team


def test_every_seniority_is_planned_for_some_role() -> None:
    assert {seniority for _, seniority, _ in PLANS} == {seniority.value for seniority in Seniority}
