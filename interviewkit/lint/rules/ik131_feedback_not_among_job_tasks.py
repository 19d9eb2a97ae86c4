"""IK131: who shapes what users see hears from its use."""

from collections.abc import Iterator

from interviewkit.lint.case import PlanCase
from interviewkit.lint.checks.plan import without_task
from interviewkit.lint.examples.files import role
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source

SIGNS = frozenset(
    ("build-user-interfaces", "maintain-prompt-library", "define-product-measures", "check-answers-in-use")
)
"""Job tasks that decide what users see."""


def _plan(case: PlanCase) -> Iterator[CaseFound]:
    return without_task(case, SIGNS, ("capture-feedback-from-use",), "this role shapes what users see")


_TASKS = """\
job_tasks:
  - {first}
  - {last}
  - integrate-models-into-products
  - uplift-apis-into-skills
  - review-changes
  - prototype-instead-of-requirements
  - release-in-steps
  - keep-services-reliable
  - evaluate-packages-and-vendors
  - deprecate-own-solutions
"""

RULE = CaseRule(
    code="IK131",
    name="feedback-not-among-job-tasks",
    severity=Severity.WARNING,
    message="a role that shapes what users see does not list capturing feedback from use",
    hint="add `capture-feedback-from-use` to `job_tasks`",
    why=(
        "Where users accept, correct or abandon an answer is the nearest evidence of what it is worth."
        " Whoever shapes the answer has to look there themselves."
    ),
    source=Source(principle="short-feedback-loops"),
    plan=_plan,
    bad=(
        role(
            _TASKS.format(first="build-user-interfaces", last="join-customer-calls"),
            extends="full-stack-engineer",
        ),
        role(
            _TASKS.format(first="check-answers-in-use", last="join-customer-calls"),
            extends="full-stack-engineer",
        ),
    ),
    good=(
        role(
            _TASKS.format(first="build-user-interfaces", last="capture-feedback-from-use"),
            extends="full-stack-engineer",
        ),
        role(
            _TASKS.format(first="pass-promotion-gates", last="join-customer-calls"),
            extends="full-stack-engineer",
        ),
    ),
)
