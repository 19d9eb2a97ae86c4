"""The built-in roles are complete: what a hiring team finds in each of them."""

import re
from collections import Counter
from itertools import pairwise

import pytest
from built_in import BANKS, COMPETENCIES, JOB_TASKS, PRINCIPLES, QUESTIONS, ROLES, SAMPLES, samples_of

from interviewkit.models.question import Form, QuestionKind
from interviewkit.models.role import Role
from interviewkit.models.scale import Seniority
from interviewkit.models.work_sample import ExhibitKind, WorkSample

EVERY_SENIORITY = tuple(Seniority)
FROM_MID = EVERY_SENIORITY[1:]
SENIORITIES = {
    "ai-engineer": EVERY_SENIORITY,
    "ai-platform-engineer": EVERY_SENIORITY,
    "ai-product-manager": EVERY_SENIORITY,
    "data-engineer": EVERY_SENIORITY,
    "data-scientist": EVERY_SENIORITY,
    "domain-expert": FROM_MID,  # the team relies on their judgement of cases from the first day
    "engineering-manager": FROM_MID,  # people are answered for from the first day
    "full-stack-engineer": EVERY_SENIORITY,
    "ml-engineer": EVERY_SENIORITY,
    "prompt-engineer": EVERY_SENIORITY,
    "research-engineer": EVERY_SENIORITY,
    "solutions-engineer": EVERY_SENIORITY,
}
ENGINEERING = {name for name in ROLES if name.endswith("-engineer")}
ORIGINS = ["Study", "Open source", "A start-up", "A change of career", "Another trade"]
TOP_LEVEL = 5
MOST_TOP_BARS = 2

each_role = pytest.mark.parametrize("role", ROLES.values(), ids=list(ROLES))
each_sample = pytest.mark.parametrize("sample", SAMPLES.values(), ids=list(SAMPLES))


def test_the_roles_of_an_ai_team_and_their_seniorities() -> None:
    assert {name: role.seniorities for name, role in ROLES.items()} == SENIORITIES


def test_the_competencies_that_roles_share() -> None:
    assert set(COMPETENCIES) == {
        "ai-and-data-literacy",
        "collaboration-across-roles",
        "cost-and-latency-judgement",
        "critical-thinking",
        "data-stewardship",
        "delivery",
        "domain-understanding",
        "evaluation-design",
        "hands-on-learning",
        "human-facing-communication",
        "interface-design",
        "observability-and-operations",
        "people-leadership",
        "product-judgement",
        "prompt-and-context-design",
        "safety-and-responsible-use",
        "software-engineering",
        "team-design",
    }
    assert set(BANKS) == set(COMPETENCIES)
    assert {name for role in ROLES.values() for name in role.competencies} == set(COMPETENCIES)


@each_role
def test_a_mission_is_two_sentences(role: Role) -> None:
    assert len(re.findall(r"[.!?](?= |$)", role.mission)) == 2


@each_role
def test_a_role_has_8_to_12_job_tasks_of_the_catalogue(role: Role) -> None:
    assert 8 <= len(set(role.job_tasks)) == len(role.job_tasks) <= 12
    assert set(role.job_tasks) <= set(JOB_TASKS)


@each_role
def test_a_role_spends_100_on_6_to_8_competencies(role: Role) -> None:
    assert 6 <= len(role.competencies) <= 8
    assert sum(entry.weight for entry in role.competencies.values()) == 100
    assert 1 <= sum(entry.must_have for entry in role.competencies.values()) <= 2


@each_role
def test_bars_rise_with_seniority_and_stay_inside_the_skill_budget(role: Role) -> None:
    for entry in role.competencies.values():
        bars = [bar for seniority in role.seniorities if (bar := entry.bars.at(seniority))]
        assert all(lower <= higher for lower, higher in pairwise(bars))
    for seniority in role.seniorities:
        bars = [entry.bars.at(seniority) or 0 for entry in role.competencies.values()]
        assert bars.count(TOP_LEVEL) <= MOST_TOP_BARS
        assert bars.count(TOP_LEVEL - 1) <= 4, "level 4 everywhere is a unicorn, too"


@each_role
def test_software_engineering_comes_first_where_the_role_is_an_engineer(role: Role) -> None:
    if role.id in ENGINEERING:
        weights = {name: entry.weight for name, entry in role.competencies.items()}
        assert weights["software-engineering"] == max(weights.values())
        assert role.competencies["software-engineering"].must_have


@pytest.mark.parametrize("name", sorted(ENGINEERING))
def test_an_engineering_role_is_measured_as_the_principles_say(name: str) -> None:
    role = ROLES[name]
    rated = Counter(name for stage in role.plan for name in stage.competencies)
    assert rated["software-engineering"] >= 2
    assert rated["critical-thinking"] >= 2
    assert "hands-on-learning" in role.competencies
    assert {"pass-promotion-gates", "release-in-steps"} & set(role.job_tasks)
    kinds = {exhibit.kind for sample in samples_of(role) for exhibit in sample.exhibits}
    assert kinds & {ExhibitKind.TRACE, ExhibitKind.LOG}, "no sample follows what a system did"


@each_role
def test_weights_shift_with_the_stage_the_technology_and_the_loop(role: Role) -> None:
    facts = {name for shift in role.shifts for name in shift.when.model_dump(exclude_none=True)}
    assert facts == {"stage", "technology", "loop"}
    assert {shift.principle for shift in role.shifts} <= set(PRINCIPLES)


@each_role
def test_a_plan_is_at_most_four_interviews_of_an_hour_with_work_samples(role: Role) -> None:
    assert 2 <= len(role.plan) <= 4
    assert all(stage.minutes <= 60 for stage in role.plan)
    assert all(stage.candidate_minutes >= 5 for stage in role.plan)
    assert len({stage.work_sample for stage in role.plan if stage.work_sample}) == 2
    assert {name for stage in role.plan for name in stage.competencies} == set(role.competencies)


@each_role
def test_potential_may_come_from_five_origins(role: Role) -> None:
    assert [note.origin for note in role.potential] == ORIGINS


@each_role
def test_every_job_task_of_a_role_is_sampled_by_something_it_can_be_asked(role: Role) -> None:
    asked = {
        task
        for name in role.competencies
        for question in BANKS[name].questions
        for task in question.job_tasks
    }
    sampled = {task for sample in samples_of(role) for task in sample.job_tasks}
    assert set(role.job_tasks) - asked - sampled == set()


def test_every_job_task_is_sampled_by_a_question_and_belongs_to_a_role() -> None:
    assert {task for question in QUESTIONS.values() for task in question.job_tasks} == set(JOB_TASKS)
    assert {task for role in ROLES.values() for task in role.job_tasks} == set(JOB_TASKS)


@each_role
@pytest.mark.parametrize("form", Form)
def test_there_is_a_choice_of_questions_for_every_competency(role: Role, form: Form) -> None:
    for name in role.competencies:
        for seniority in role.seniorities:
            fitting = [
                question.id
                for question in BANKS[name].questions
                if question.form is form
                and seniority in question.seniorities
                and set(question.job_tasks) & set(role.job_tasks)
            ]
            assert len(fitting) >= 3, (name, seniority, fitting)


@pytest.mark.parametrize("name", BANKS)
def test_a_bank_has_four_questions_a_form_of_more_than_one_kind(name: str) -> None:
    questions = BANKS[name].questions
    for form in Form:
        assert sum(question.form is form for question in questions) >= 4
    kinds = {question.kind for question in questions}
    assert len(kinds) >= 2
    assert QuestionKind.WORK_SAMPLE not in kinds
    assert all(8 <= question.minutes <= 15 for question in questions)


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_stands_for_its_parallel(name: str) -> None:
    question = QUESTIONS[name]
    other = QUESTIONS[question.parallel]
    same = ("kind", "seniorities", "minutes", "job_tasks")
    assert {question.form, other.form} == set(Form)
    assert other.parallel == name
    assert [getattr(question, field) for field in same] == [getattr(other, field) for field in same]


@each_sample
def test_a_work_sample_belongs_to_a_role_and_has_its_parallel(sample: WorkSample) -> None:
    other = SAMPLES[sample.parallel]
    assert {sample.form, other.form} == set(Form)
    assert other.parallel == sample.id
    assert any(sample in samples_of(role) for role in ROLES.values())
    assert shape(sample) == shape(other)


def shape(sample: WorkSample) -> dict[str, object]:
    """What the two forms have in common."""
    return {
        "seniorities": sample.seniorities,
        "job_tasks": sample.job_tasks,
        "minutes": [step.minutes for step in sample.steps],
        "competencies": sample.competencies,
        "exhibits": sorted(exhibit.kind for exhibit in sample.exhibits),
        "tasks": len(sample.tasks),
    }


@each_role
def test_work_samples_sample_the_role(role: Role) -> None:
    for sample in samples_of(role):
        assert set(sample.job_tasks) & set(role.job_tasks), sample.id
        assert set(role.seniorities) <= set(sample.seniorities), sample.id
        assert len({entry.competency for entry in sample.levels} & set(role.competencies)) >= 2, sample.id


@each_sample
def test_a_work_sample_takes_25_to_45_minutes_and_says_which_help_is_allowed(sample: WorkSample) -> None:
    assert 25 <= sample.minutes <= 45
    assert len(sample.brief.split()) <= 280, "a page at most"
    assert re.search(r"\b(no|an?) (AI )?assistant\b", sample.brief), "which help is allowed"
    assert len(sample.notes.follow_ups) == 3
    assert sample.notes.hints
    assert sample.notes.what_is_in_it
