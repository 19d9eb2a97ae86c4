"""IK124: who works on prompts keeps them under version control."""

from collections.abc import Iterator

from interviewkit.lint.case import PlanCase
from interviewkit.lint.checks.plan import role_key, without_task
from interviewkit.lint.examples.files import role
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source

PROMPTS = "prompt-and-context-design"
KEPT = "keep-prompts-as-versioned-artefacts"
SIGNS = frozenset(("maintain-prompt-library", "design-context"))
"""Job tasks that change prompts which others rely on."""


def _plan(case: PlanCase) -> Iterator[CaseFound]:
    found = list(without_task(case, SIGNS, (KEPT,), "this role changes prompts"))
    role = case.rubric.role.value
    if not found and PROMPTS in role.competencies and KEPT not in role.job_tasks:
        message = f"this role rates `{PROMPTS}` and does not list `{KEPT}`"
        found.append(CaseFound(role_key(case, "job_tasks"), message))
    yield from found


_TASKS = """\
job_tasks:
  - {first}
  - test-prompts
  - design-evaluations
  - compare-prompts-and-models
  - sort-wrong-answers
  - learn-the-domain-with-experts
  - capture-feedback-from-use
  - evaluate-packages-and-vendors
  - pass-promotion-gates
  - {last}
"""

RULE = CaseRule(
    code="IK124",
    name="prompts-not-among-job-tasks",
    severity=Severity.WARNING,
    message="a role whose work includes prompts does not list keeping them as versioned artefacts",
    hint=f"add `{KEPT}` to `job_tasks`",
    why=(
        "A prompt changes what users get as code does. A role that may change one answers for its tests, its"
        " review and the way back, and is asked about them only if its job tasks say so."
    ),
    source=Source(principle="prompts-as-versioned-artefacts"),
    plan=_plan,
    bad=(
        role(
            _TASKS.format(first="maintain-prompt-library", last="design-context"), extends="prompt-engineer"
        ),
        role(
            _TASKS.format(first="share-recipes-and-learning", last="check-for-bias"),
            extends="prompt-engineer",
        ),
    ),
    good=(
        role(_TASKS.format(first="maintain-prompt-library", last=KEPT), extends="prompt-engineer"),
        role(_TASKS.format(first="check-for-bias", last="fine-tune-models"), extends="data-scientist"),
    ),
)
