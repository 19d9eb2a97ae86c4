"""IK123: who changes production brings changes through its gates."""

from collections.abc import Iterator

from interviewkit.lint.case import PlanCase
from interviewkit.lint.checks.plan import without_task
from interviewkit.lint.examples.files import role
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source

SIGNS = frozenset(
    (
        "integrate-models-into-products",
        "build-agents-that-call-skills",
        "uplift-apis-into-skills",
        "build-user-interfaces",
        "build-data-pipelines",
        "keep-services-reliable",
        "provide-model-access",
        "fine-tune-models",
        "maintain-prompt-library",
    )
)
"""Job tasks that change what runs in production."""


def _plan(case: PlanCase) -> Iterator[CaseFound]:
    return without_task(
        case,
        SIGNS,
        ("pass-promotion-gates", "release-in-steps"),
        "this role changes production without gates",
    )


_TASKS = """\
job_tasks:
  - {first}
  - {last}
  - watch-systems-in-use
  - design-evaluations
  - check-for-bias
  - sort-wrong-answers
  - control-cost-and-latency
  - evaluate-packages-and-vendors
  - deprecate-own-solutions
  - agree-across-teams
"""

RULE = CaseRule(
    code="IK123",
    name="gates-not-among-job-tasks",
    severity=Severity.WARNING,
    message=(
        "a role that changes production lists neither its gates nor releasing in steps among its job tasks"
    ),
    hint="add `pass-promotion-gates` or `release-in-steps` to `job_tasks`, so that questions may ask for it",
    why=(
        "What is not among the job tasks is not asked. How a change was tested before it went live, and"
        " how it could be taken back, tells apart those who have answered for one."
    ),
    source=Source(principle="gates-before-production"),
    plan=_plan,
    bad=(
        role(
            _TASKS.format(first="integrate-models-into-products", last="review-changes"),
            extends="ml-engineer",
        ),
        role(_TASKS.format(first="keep-services-reliable", last="review-changes"), extends="ml-engineer"),
    ),
    good=(
        role(_TASKS.format(first="keep-services-reliable", last="release-in-steps"), extends="ml-engineer"),
        role("name: Claims expert\n", extends="domain-expert"),
    ),
)
