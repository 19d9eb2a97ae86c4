"""IK125: what a role does in a week is sampled by a question or a work sample."""

from collections.abc import Iterator

from interviewkit.lint.case import PlanCase
from interviewkit.lint.examples.files import role
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source


def _plan(case: PlanCase) -> Iterator[CaseFound]:
    rubric = case.rubric
    sampled = {task for question in rubric.questions.values() for task in question.job_tasks}
    sampled |= {task for sample in rubric.work_samples.values() for task in sample.value.job_tasks}
    for position, task in enumerate(rubric.role.value.job_tasks):
        if task not in sampled:
            place = rubric.role.locate("job_tasks", position)
            yield CaseFound(place, f"no question or work sample of this role samples `{task}`")


_TASKS = """\
job_tasks:
  - build-agents-that-call-skills
  - integrate-models-into-products
  - keep-prompts-as-versioned-artefacts
  - design-evaluations
  - trace-and-replay-agent-runs
  - pass-promotion-gates
  - evaluate-packages-and-vendors
  - uplift-apis-into-skills
  - deprecate-own-solutions
  - join-customer-calls
  - learn-the-domain-with-experts
  - {last}
"""

RULE = CaseRule(
    code="IK125",
    name="job-task-not-sampled",
    severity=Severity.WARNING,
    message="nothing that a role may be asked samples one of its job tasks",
    hint="write a question that samples it, rate a competency whose bank has one, or take it off the list",
    why=(
        "The job tasks are what the interview is to predict. One that nothing samples, such as building a"
        " prototype or sharing what was learnt, stands in the role and decides nothing."
    ),
    source=Source(principle="job-relevant-questions"),
    plan=_plan,
    bad=(role(_TASKS.format(last="develop-people")), role(_TASKS.format(last="decide-whom-to-hire"))),
    good=(
        role(_TASKS.format(last="prototype-instead-of-requirements")),
        role(_TASKS.format(last="watch-systems-in-use")),
    ),
)
