"""IK130: who runs agents for other teams manages their memory."""

from collections.abc import Iterator

from interviewkit.lint.case import PlanCase
from interviewkit.lint.checks.plan import without_task
from interviewkit.lint.examples.files import role
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source

RUNS_AGENTS = frozenset(("trace-and-replay-agent-runs", "build-agents-that-call-skills"))
FOR_OTHERS = frozenset(("provide-model-access", "support-developers", "run-a-sandbox"))


def _plan(case: PlanCase) -> Iterator[CaseFound]:
    if RUNS_AGENTS & set(case.rubric.role.value.job_tasks):
        yield from without_task(
            case, FOR_OTHERS, ("manage-agent-memory",), "this role runs agents for other teams"
        )


_TASKS = """\
job_tasks:
  - {first}
  - {last}
  - provide-model-access
  - uplift-apis-into-skills
  - keep-services-reliable
  - watch-systems-in-use
  - release-in-steps
  - support-developers
  - evaluate-packages-and-vendors
  - deprecate-own-solutions
"""
_PLATFORM = "ai-platform-engineer"

RULE = CaseRule(
    code="IK130",
    name="memory-not-among-job-tasks",
    severity=Severity.WARNING,
    message="a role that runs agents for other teams does not list managing their memory",
    hint="add `manage-agent-memory` to `job_tasks`",
    why=(
        "Agents build their answers on what they keep. What is kept, and for how long, is somebody's"
        " decision."
    ),
    source=Source(principle="memory-by-design"),
    plan=_plan,
    bad=(
        role(_TASKS.format(first="trace-and-replay-agent-runs", last="run-a-sandbox"), extends=_PLATFORM),
        role(_TASKS.format(first="build-agents-that-call-skills", last="run-a-sandbox"), extends=_PLATFORM),
    ),
    good=(
        role(
            _TASKS.format(first="trace-and-replay-agent-runs", last="manage-agent-memory"), extends=_PLATFORM
        ),
        role(_TASKS.format(first="control-cost-and-latency", last="run-a-sandbox"), extends=_PLATFORM),
    ),
)
