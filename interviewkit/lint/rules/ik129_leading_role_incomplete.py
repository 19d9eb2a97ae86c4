"""IK129: who leads is rated on people, delivery, technology and product."""

from collections.abc import Iterator

from interviewkit.lint.case import PlanCase
from interviewkit.lint.checks.plan import role_key
from interviewkit.lint.examples.files import interview, opening, role
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source

LEADING = "people-leadership"
LEADS = frozenset(("develop-people", "decide-whom-to-hire"))
"""Job tasks of people who lead others."""
AREAS = {
    "people": frozenset((LEADING, "team-design")),
    "delivery": frozenset(("delivery",)),
    "technology": frozenset(
        (
            "software-engineering",
            "observability-and-operations",
            "ai-and-data-literacy",
            "evaluation-design",
            "data-stewardship",
            "interface-design",
        )
    ),
    "product": frozenset(("product-judgement", "domain-understanding")),
}
"""The four areas, and the competencies of the built-in rubrics that belong to each."""


def _plan(case: PlanCase) -> Iterator[CaseFound]:
    role = case.rubric.role.value
    if LEADING not in role.competencies and not LEADS & set(role.job_tasks):
        return
    missing = [area for area, names in AREAS.items() if not names & set(role.competencies)]
    if missing:
        message = f"this leading role rates nothing that belongs to {' or '.join(missing)}"
        yield CaseFound(role_key(case, "competencies"), message)


_WITHOUT_PRODUCT = f"""\
competencies:
  product-judgement: null
  software-engineering: {{weight: 20}}
  collaboration-across-roles: {{weight: 18}}
  team-design: {{weight: 8}}
shifts: null
plan:
  - {interview("people", "people-leadership", "software-engineering", "collaboration-across-roles")}
  - {interview("work", "team-design", "critical-thinking", "delivery", sample="team-budget")}
  - {interview("leading", "people-leadership", "software-engineering", "collaboration-across-roles")}
"""
_WITHOUT_DELIVERY = f"""\
competencies:
  delivery: null
  people-leadership: {{weight: 40}}
shifts: null
plan:
  - {interview("people", "people-leadership", "team-design", "software-engineering")}
  - {interview("work", "team-design", "critical-thinking", sample="team-budget")}
  - {interview("product", "product-judgement", "critical-thinking", sample="next-quarter")}
  - {interview("leading", "people-leadership", "collaboration-across-roles")}
"""

RULE = CaseRule(
    code="IK129",
    name="leading-role-incomplete",
    severity=Severity.WARNING,
    message="a leading role leaves out people, delivery, technology or product",
    hint="add a competency of the missing area, at a bar that suits how far the role goes into it",
    why=(
        "Whoever leads an AI team decides in all four areas, in the one they come from and in the three"
        " they do not. What nobody rated is found out after the hire."
    ),
    source=Source(principle="leaders-cover-all-areas"),
    plan=_plan,
    bad=(
        role(_WITHOUT_PRODUCT, extends="engineering-manager"),
        role(_WITHOUT_DELIVERY, extends="engineering-manager"),
    ),
    good=(opening(role="engineering-manager"), opening(role="ai-product-manager")),
)
