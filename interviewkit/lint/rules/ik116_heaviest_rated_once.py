"""IK116: what weighs most is seen in more than one interview."""

from collections.abc import Iterator

from interviewkit.lint.case import PlanCase
from interviewkit.lint.checks.plan import in_kits, plan_place, times_rated
from interviewkit.lint.examples.files import opening, two_people
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source
from interviewkit.models.kit import Kit


def _plan(case: PlanCase) -> Iterator[CaseFound]:
    place = plan_place(case)

    def look(kit: Kit) -> Iterator[CaseFound]:
        heaviest = max(entry.weight for entry in kit.competencies)
        for entry in kit.competencies:
            if entry.weight == heaviest and len(kit.stages) > 1 and times_rated(kit, entry.id) == 1:
                yield CaseFound(
                    place, f"`{entry.id}` weighs most ({entry.weight} %) and is rated in one interview"
                )

    return in_kits(case, look)


_EVERYBODY = two_people("engineering", "work-sample", "evaluation-design", "working-together")

RULE = CaseRule(
    code="IK116",
    name="heaviest-rated-once",
    severity=Severity.WARNING,
    message="the competency with the most weight is rated in one interview only",
    hint="let a second interview list it, or give it less weight",
    why="What decides most should not hang on one hour and one set of questions.",
    source=Source(principle="know-the-bottleneck"),
    plan=_plan,
    bad=(
        opening(_EVERYBODY + "changes: {weights: {interface-design: 30}}\n"),
        opening(_EVERYBODY + "changes: {weights: {human-facing-communication: 35}}\n"),
    ),
    good=(
        opening(_EVERYBODY + "changes: {weights: {evaluation-design: 30}}\n"),
        opening(),
    ),
)
