"""IK115: what rests on one question rests on one episode."""

from collections.abc import Iterator

from interviewkit.lint.case import PlanCase
from interviewkit.lint.checks.plan import in_kits, listed, plan_place
from interviewkit.lint.examples.files import HEAVY, interview, opening, small_role
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source
from interviewkit.models.kit import CoverageRow, Kit


def _plan(case: PlanCase) -> Iterator[CaseFound]:
    place = plan_place(case)

    def look(kit: Kit) -> Iterator[CaseFound]:
        single = [row.competency for row in kit.coverage if _is_single(row)]
        if single:
            yield CaseFound(place, f"one question in one interview is all there is for {listed(single)}")

    return in_kits(case, look)


def _is_single(row: CoverageRow) -> bool:
    rated = [cell for cell in row.cells if cell.rated]
    return len(rated) == 1 and rated[0].questions == 1 and not rated[0].work_sample


_WEIGHTS = {**dict(zip(HEAVY, (40, 30, 15), strict=True)), "hands-on-learning": 15}

RULE = CaseRule(
    code="IK115",
    name="single-question-competency",
    severity=Severity.INFO,
    message="a competency rests on one question in one interview",
    hint="ask a second question, rate it in another interview as well, or give it less weight",
    why=(
        "Somebody without an example for this one question leaves the competency without evidence. That"
        " may be right for a light competency; for a heavy one it is thin."
    ),
    source=Source(
        text="Campion, Palmer and Campion 1997, component 5 (longer interviews, more questions)",
        as_of="2026-11-20",
    ),
    plan=_plan,
    bad=(opening(), opening(role="research-engineer")),
    good=(
        small_role(
            _WEIGHTS,
            interview("work", *_WEIGHTS),
            interview("run", *HEAVY, sample="agent-run"),
            interview("learning", "hands-on-learning", minutes=30),
        ),
        small_role(
            _WEIGHTS,
            interview("work", *HEAVY),
            interview("run", *HEAVY, sample="agent-run"),
            interview("learning", "hands-on-learning", minutes=45),
        ),
    ),
)
