"""IK104: four interviews are enough."""

from collections.abc import Iterator

from interviewkit.lint.case import PlanCase
from interviewkit.lint.checks.plan import in_kits, plan_place
from interviewkit.lint.examples.files import opening
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source
from interviewkit.models.kit import Kit

MOST = 4


def _plan(case: PlanCase) -> Iterator[CaseFound]:
    place = plan_place(case)

    def look(kit: Kit) -> Iterator[CaseFound]:
        if len(kit.stages) > MOST:
            yield CaseFound(place, f"a candidate is asked to {len(kit.stages)} interviews")

    return in_kits(case, look)


_ADDED = """\
changes:
{dropped}  add_stages:
    - id: with-users
      title: With users
      purpose: Finds out how the candidate learns other people’s work.
      interviewer: a colleague who works with users
      minutes: 45
      competencies: [{rated}]
"""

_RATED = "human-facing-communication, domain-understanding, hands-on-learning"

RULE = CaseRule(
    code="IK104",
    name="too-many-interviews",
    severity=Severity.WARNING,
    message="a candidate is asked to more than four interviews",
    hint="drop or join interviews until four are left",
    why=(
        "Each further rating adds less: the fifth raises reliability from .76 to .80, and costs every"
        " candidate and the team an hour more."
    ),
    source=Source(
        text=(
            "Spearman–Brown from .44 for one interviewer (Huffcutt, Culbertson and Weyhrauch 2013);"
            " Google re:Work on the rule of four (2017)"
        ),
        as_of="2026-11-20",
    ),
    plan=_plan,
    bad=(
        opening(_ADDED.format(dropped="", rated=_RATED)),
        opening(
            _ADDED.format(dropped="", rated="critical-thinking, hands-on-learning"),
            role="data-engineer",
        ),
    ),
    good=(
        opening(_ADDED.format(dropped="  drop_stages: [working-together]\n", rated=_RATED)),
        opening(),
    ),
)
