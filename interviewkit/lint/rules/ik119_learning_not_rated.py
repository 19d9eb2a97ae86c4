"""IK119: an engineering role rates hands-on learning."""

from collections.abc import Iterator

from interviewkit.lint.case import PlanCase
from interviewkit.lint.checks.plan import LEARNING, is_engineering, role_key
from interviewkit.lint.examples.files import opening, usual_role
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source


def _plan(case: PlanCase) -> Iterator[CaseFound]:
    role = case.rubric.role.value
    if is_engineering(role) and LEARNING not in role.competencies:
        yield CaseFound(role_key(case, "competencies"), f"this engineering role does not rate `{LEARNING}`")


RULE = CaseRule(
    code="IK119",
    name="learning-not-rated",
    severity=Severity.WARNING,
    message="an engineering role does not rate hands-on learning",
    hint="add `hands-on-learning` to the role's competencies and to one interview",
    why=(
        "Much of what an engineer knows of this field may be out of date next year. How they took up one"
        " technique that was new to them is evidence of how they will take up the next."
    ),
    source=Source(principle="hands-on-learning"),
    plan=_plan,
    bad=(usual_role("evaluation-design"), usual_role("interface-design")),
    good=(usual_role("hands-on-learning"), opening(role="engineering-manager")),
)
