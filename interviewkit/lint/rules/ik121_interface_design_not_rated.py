"""IK121: who builds for other developers, or for agents, is rated on interface design."""

from collections.abc import Iterator

from interviewkit.lint.case import PlanCase
from interviewkit.lint.checks.plan import INTERFACES, without_competency
from interviewkit.lint.examples.files import opening, usual_role
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source

SIGNS = frozenset(("uplift-apis-into-skills", "provide-model-access", "support-developers", "run-a-sandbox"))
"""Job tasks of people whose users are developers or agents."""


def _plan(case: PlanCase) -> Iterator[CaseFound]:
    return without_competency(case, SIGNS, INTERFACES)


RULE = CaseRule(
    code="IK121",
    name="interface-design-not-rated",
    severity=Severity.WARNING,
    message="a role that builds for other developers or for agents does not rate interface design",
    hint="add `interface-design` to the role's competencies and to one interview",
    why="Their users work without them: what the interface does not say, every team has to ask or to guess.",
    source=Source(principle="developer-facing-interfaces"),
    plan=_plan,
    bad=(usual_role("hands-on-learning"), usual_role("evaluation-design")),
    good=(usual_role("interface-design"), opening(role="ml-engineer")),
)
