"""IK134: a must-have is an exception."""

from collections.abc import Iterator

from interviewkit.lint.case import PlanCase
from interviewkit.lint.checks.plan import listed, role_key
from interviewkit.lint.examples.files import role
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source

MOST = 3


def _plan(case: PlanCase) -> Iterator[CaseFound]:
    competencies = case.rubric.role.value.competencies
    required = [name for name, entry in competencies.items() if entry.must_have]
    if len(required) > MOST or (len(required) == len(competencies)):
        yield CaseFound(
            role_key(case, "competencies"), f"{len(required)} competencies are must-haves: {listed(required)}"
        )


def _required(*names: str) -> str:
    return "competencies: {" + ", ".join(f"{name}: {{must_have: true}}" for name in names) + "}\n"


RULE = CaseRule(
    code="IK134",
    name="too-many-must-haves",
    severity=Severity.WARNING,
    message="many competencies are must-haves",
    hint=f"keep one or two must-haves, {MOST} at most; weights take care of the rest",
    why=(
        "Below its bar, each must-have turns a candidate away by itself, whatever else they bring. With"
        " many, one low rating anywhere decides, and the weights decide nothing."
    ),
    source=Source(principle="diversified-team"),
    plan=_plan,
    bad=(
        role(_required("evaluation-design", "hands-on-learning")),
        role(_required("interface-design", "hands-on-learning", "domain-understanding")),
    ),
    good=(role(_required("evaluation-design")), role("name: Search engineer\n")),
)
