"""IK117: an engineer is shown what a system did."""

from collections.abc import Iterator

from interviewkit.lint.case import PlanCase
from interviewkit.lint.checks.plan import in_kits, is_engineering, plan_place
from interviewkit.lint.examples.files import opening, two_people
from interviewkit.lint.rule import CaseFound, CaseRule, FileExample, Severity, Source
from interviewkit.models.kit import Kit
from interviewkit.models.work_sample import ExhibitKind

FOLLOWS_A_RUN = {ExhibitKind.TRACE, ExhibitKind.LOG}


def _plan(case: PlanCase) -> Iterator[CaseFound]:
    place = plan_place(case)

    def look(kit: Kit) -> Iterator[CaseFound]:
        samples = [stage.work_sample for stage in kit.stages if stage.work_sample]
        kinds = {exhibit.kind for sample in samples for exhibit in sample.exhibits}
        if samples and not kinds & FOLLOWS_A_RUN:
            yield CaseFound(place, "no work sample of this engineering role shows a trace or a log")

    return in_kits(case, look) if is_engineering(case.rubric.role.value) else iter(())


def _without(dropped: str, *kept: str, role: str = "ai-engineer") -> FileExample:
    return opening(f"{two_people(*kept)}changes: {{drop_stages: [{dropped}]}}\n", role=role)


RULE = CaseRule(
    code="IK117",
    name="no-trace-or-log",
    severity=Severity.WARNING,
    message="no work sample of an engineering role shows a trace or a log",
    hint="keep, or add, a work sample with an exhibit of the kind `trace` or `log`, such as `agent-run`",
    why=(
        "Systems that decide for themselves often fail without an error message. Whether somebody can read"
        " what such a system did, and say how they know, is best seen with the record of a run before them."
    ),
    source=Source(principle="observability-and-replay"),
    plan=_plan,
    bad=(
        _without("work-sample", "engineering", "evaluation-design", "working-together"),
        _without("work-sample", "engineering", "evaluation-design", role="prompt-engineer"),
    ),
    good=(
        _without("evaluation-design", "engineering", "work-sample", "working-together"),
        _without("work-sample", "method", "evaluation-design", role="data-scientist"),
    ),
)
