"""IK306: whatever is asked is a sample of the job."""

from collections.abc import Iterator

from interviewkit.lint.case import PlanCase
from interviewkit.lint.checks.banks import asked_in_kit, place_of
from interviewkit.lint.checks.plan import in_kits, stage_place
from interviewkit.lint.examples.banks import work_sample
from interviewkit.lint.examples.files import opening, usual_role
from interviewkit.lint.rule import CaseFound, CaseRule, FileExample, Severity, Source
from interviewkit.models.kit import Kit


def _plan(case: PlanCase) -> Iterator[CaseFound]:
    tasks = frozenset(case.rubric.role.value.job_tasks)
    role = case.rubric.role.value.id

    def look(kit: Kit) -> Iterator[CaseFound]:
        for stage, question in asked_in_kit(kit):
            if tasks.isdisjoint(question.job_tasks):
                place = place_of(case, stage, question, "job_tasks")
                yield CaseFound(place, f"`{question.id}` samples no job task of `{role}`")
        for stage in kit.stages:
            sample = case.rubric.work_samples.get(stage.work_sample.id) if stage.work_sample else None
            forms = (sample.value.id, sample.value.parallel) if sample else ()
            for name in forms:
                form = case.rubric.work_samples.get(name)
                if form is not None and tasks.isdisjoint(form.value.job_tasks):
                    place = stage_place(case, stage.id, "work_sample")
                    yield CaseFound(place, f"the work sample `{name}` samples no job task of `{role}`")

    return in_kits(case, look)


def _with_sample(*tasks: str) -> FileExample:
    """The usual role, with the other form of its work sample on these job tasks."""
    return FileExample(
        {**usual_role().files, **work_sample("agent-run-b", "agent-run", job_tasks=tasks).files}
    )


RULE = CaseRule(
    code="IK306",
    name="not-linked-to-job-task",
    severity=Severity.WARNING,
    message="a question or work sample that samples no job task of the role",
    hint="name the job task of this role that it is a piece of, or ask something else",
    why=(
        "What is not part of the job is hard to defend as a measure of it, and says little about how somebody"
        " will do it. Both forms may be asked, so both have to be linked."
    ),
    source=Source(
        principle="job-relevant-questions",
        text="Campion, Palmer and Campion 1997, component 1 (job analysis)",
        as_of="2026-11-20",
    ),
    plan=_plan,
    bad=(_with_sample("decide-whom-to-hire"), _with_sample("make-business-cases", "develop-people")),
    good=(usual_role(), _with_sample("trace-and-replay-agent-runs"), opening()),
)
