"""IK132: who decides what a product does measures what came of it."""

from collections.abc import Iterator

from interviewkit.lint.case import PlanCase
from interviewkit.lint.checks.plan import role_key, without_task
from interviewkit.lint.examples.files import role
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source

PRODUCT = "product-judgement"
MEASURED = "measure-product-impact"
SIGNS = frozenset(("define-product-measures",))


def _plan(case: PlanCase) -> Iterator[CaseFound]:
    """A product role says by what its product is judged, or must not fail in product judgement."""
    found = list(without_task(case, SIGNS, (MEASURED,), "this is a product role"))
    role = case.rubric.role.value
    entry = role.competencies.get(PRODUCT)
    if not found and entry is not None and entry.must_have and MEASURED not in role.job_tasks:
        message = f"`{PRODUCT}` is a must-have of this role, which does not list `{MEASURED}`"
        found.append(CaseFound(role_key(case, "job_tasks"), message))
    yield from found


_TASKS = """\
job_tasks:
  - {first}
  - prioritise-features
  - make-business-cases
  - {last}
  - prototype-instead-of-requirements
  - join-customer-calls
  - learn-the-domain-with-experts
  - capture-feedback-from-use
  - evaluate-packages-and-vendors
  - design-evaluations
"""
_MANAGER = "ai-product-manager"

RULE = CaseRule(
    code="IK132",
    name="effect-not-among-job-tasks",
    severity=Severity.WARNING,
    message="a product role does not list measuring the effect of a product",
    hint=f"add `{MEASURED}` to `job_tasks`",
    why=(
        "A case for building something is a claim about its effect. Whoever makes the claim also takes the"
        " measure before and after, and is asked about both."
    ),
    source=Source(principle="business-case"),
    plan=_plan,
    bad=(
        role(_TASKS.format(first="define-product-measures", last="review-ai-decisions"), extends=_MANAGER),
        role(_TASKS.format(first="plan-from-the-bottleneck", last="review-ai-decisions"), extends=_MANAGER),
    ),
    good=(
        role(_TASKS.format(first="define-product-measures", last=MEASURED), extends=_MANAGER),
        role("name: Head of engineering\n", extends="engineering-manager"),
    ),
)
