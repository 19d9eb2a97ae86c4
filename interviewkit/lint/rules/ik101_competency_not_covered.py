"""IK101: what is measured has evidence in both forms, and a place on a scorecard."""

from collections.abc import Iterator

from interviewkit.lint.case import PlanCase, RecordCase
from interviewkit.lint.checks.plan import role_key
from interviewkit.lint.examples.banks import bank, question
from interviewkit.lint.examples.files import record, records, role
from interviewkit.lint.rule import CaseFound, CaseRule, FileExample, Severity, Source
from interviewkit.models.kit_record import KitRecord
from interviewkit.models.question import Form, Question
from interviewkit.models.role import Stage
from interviewkit.models.scale import Seniority
from interviewkit.problems import Location


def _plan(case: PlanCase) -> Iterator[CaseFound]:
    """The other form: that form A has evidence for everything, the planner has seen to."""
    if case.inputs is not None:
        return
    role = case.rubric.role.value
    for name in role.competencies:
        bare = [each.value for each in role.seniorities if not _has_evidence(case, name, each)]
        if bare:
            message = f"nothing in form B gives evidence for `{name}` ({', '.join(bare)})"
            yield CaseFound(role_key(case, "competencies", name), message)


def _has_evidence(case: PlanCase, competency: str, seniority: Seniority) -> bool:
    stages = [stage for stage in case.rubric.role.value.plan if competency in stage.competencies]
    return any(_samples(case, stage, competency) for stage in stages) or any(
        _suits(case, question, seniority) and any(question.kind in stage.kinds for stage in stages)
        for question in case.rubric.banks[competency].value.questions
    )


def _samples(case: PlanCase, stage: Stage, competency: str) -> bool:
    sample = case.rubric.work_samples.get(stage.work_sample or "")
    return (
        sample is not None
        and competency in case.rubric.work_samples[sample.value.parallel].value.competencies
    )


def _suits(case: PlanCase, question: Question, seniority: Seniority) -> bool:
    on_the_job = set(question.job_tasks) & set(case.rubric.role.value.job_tasks)
    return question.form is Form.B and seniority in question.seniorities and bool(on_the_job)


def _records(case: RecordCase) -> Iterator[CaseFound]:
    for path, kit in case.records.items():
        for name in _unrated(kit):
            yield CaseFound(Location(path), f"no interview of this kit rates `{name}`")


def _unrated(kit: KitRecord) -> list[str]:
    rated = {name for stage in kit.stages for name in stage.rated}
    return [entry.competency for entry in kit.competencies if entry.competency not in rated]


def _with_bank(task: str) -> FileExample:
    """A role whose competency has one question a form; the one of form B samples the task."""
    questions = bank(
        question("one", "one-b", job_tasks=["pass-promotion-gates"]),
        question("one-b", "one", form="B", job_tasks=[task]),
        competency="hands-on-learning",
    )
    return FileExample(
        {**role("name: ML engineer for search\n", extends="ml-engineer").files, **questions.files}
    )


RULE = CaseRule(
    code="IK101",
    name="competency-not-covered",
    severity=Severity.WARNING,
    message="a competency is measured by nothing",
    hint="add a question or a work sample for it, or take it out of the role",
    why=(
        "A candidate who is asked the other form, or whose kit has no box for a competency, is measured on"
        " less than the others."
    ),
    source=Source(principle="diversified-team"),
    plan=_plan,
    records=_records,
    bad=(
        _with_bank("develop-people"),
        records(record(competencies=("software-engineering", "critical-thinking"))),
    ),
    good=(
        _with_bank("pass-promotion-gates"),
        records(record(rated=("critical-thinking",), competencies=("critical-thinking",))),
    ),
)
