"""IK112: nobody decides alone."""

from collections import Counter
from collections.abc import Iterator

from interviewkit.lint.case import PlanCase
from interviewkit.lint.checks.plan import in_kits, panel_place
from interviewkit.lint.examples.files import HEAVY, interview, opening, small_role, usual_role
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source
from interviewkit.models.kit import Kit


def _plan(case: PlanCase) -> Iterator[CaseFound]:
    place = panel_place(case)

    def look(kit: Kit) -> Iterator[CaseFound]:
        count = len(kit.stages)
        if count == 1 and len(kit.stages[0].panel) <= 1:
            yield CaseFound(place, "one interview with one interviewer decides everything")
            return
        alone = Counter(stage.panel[0].key for stage in kit.stages if len(stage.panel) == 1)
        for key, times in alone.items():
            if count > 1 and 2 * times > count:
                yield CaseFound(place, f"`{key}` alone runs {times} of {count} interviews")

    return in_kits(case, look)


_WEIGHTS = dict(zip(HEAVY, (50, 30, 20), strict=True))

RULE = CaseRule(
    code="IK112",
    name="one-interviewer-for-everything",
    severity=Severity.WARNING,
    message="one person alone runs more than half of the interviews",
    hint="give half of the interviews to other people, or let a second person sit in and rate",
    why=(
        "What one person overlooks or likes then decides; ratings say more when they come from several"
        " people."
    ),
    source=Source(
        principle="human-accountability",
        text="Campion, Palmer and Campion 1997, component 11 (several interviewers)",
        as_of="2026-11-20",
    ),
    plan=_plan,
    bad=(
        small_role(_WEIGHTS, interview("work", *HEAVY)),
        opening(
            "panel:\n"
            "  - {name: Interviewer One, stages: [engineering, evaluation-design, working-together]}\n"
            "  - {name: Interviewer Two, stages: [work-sample]}\n"
            "changes: {weights: {evaluation-design: 2}}\n"
        ),
    ),
    good=(
        usual_role(),
        opening(
            "panel:\n"
            "  - {name: Interviewer One, stages: [engineering, evaluation-design, working-together]}\n"
            "  - {name: Interviewer Two, stages: [work-sample, engineering, evaluation-design]}\n"
        ),
    ),
)
