"""IK120: who answers for what a model puts before users is rated on evaluation design."""

from collections.abc import Iterator

from interviewkit.lint.case import PlanCase
from interviewkit.lint.checks.plan import EVALUATION, without_competency
from interviewkit.lint.examples.files import opening, usual_role
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source

SIGNS = frozenset(
    ("design-evaluations", "build-agents-that-call-skills", "fine-tune-models", "maintain-prompt-library")
)
"""Job tasks of people who answer for what a model says."""


def _plan(case: PlanCase) -> Iterator[CaseFound]:
    return without_competency(case, SIGNS, EVALUATION)


RULE = CaseRule(
    code="IK120",
    name="evaluation-not-rated",
    severity=Severity.WARNING,
    message="a role that answers for what a model puts before users does not rate evaluation design",
    hint="add `evaluation-design` to the role's competencies and to one interview",
    why=(
        "Whether a model's answers are good enough is measured, not felt; somebody who releases them has"
        " to be able to set up that measurement and to say how far it can be trusted."
    ),
    source=Source(principle="rigorous-evaluation"),
    plan=_plan,
    bad=(usual_role("hands-on-learning"), usual_role("interface-design")),
    good=(usual_role("evaluation-design"), opening(role="data-engineer")),
)
