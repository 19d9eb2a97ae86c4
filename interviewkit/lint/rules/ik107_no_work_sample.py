"""IK107: somebody sees the candidate work."""

from collections.abc import Iterator

from interviewkit.lint.case import PlanCase
from interviewkit.lint.checks.plan import in_kits, plan_place
from interviewkit.lint.examples.files import opening, two_people, usual_role
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source
from interviewkit.models.kit import Kit


def _plan(case: PlanCase) -> Iterator[CaseFound]:
    place = plan_place(case)

    def look(kit: Kit) -> Iterator[CaseFound]:
        if all(stage.work_sample is None for stage in kit.stages):
            yield CaseFound(place, "no interview of this plan has a work sample")

    return in_kits(case, look)


RULE = CaseRule(
    code="IK107",
    name="no-work-sample",
    severity=Severity.WARNING,
    message="no interview has a work sample",
    hint="let one interview have a piece of the job as a work sample; see `interviewkit show ROLE`",
    why=(
        "Answers tell what somebody says they did; a work sample shows what they do. It is among the better"
        " predictors of later work, and rewards practice in being interviewed less than talk does."
    ),
    source=Source(
        principle="job-relevant-questions",
        text="Sackett et al. 2022, validity of work samples (.33)",
        as_of="2026-11-20",
    ),
    plan=_plan,
    bad=(
        usual_role(sample=""),
        opening(
            two_people("practice", "working-together")
            + "changes: {drop_stages: [work-sample, evaluation-design]}\n",
            role="domain-expert",
        ),
    ),
    good=(usual_role(), opening(role="domain-expert")),
)
