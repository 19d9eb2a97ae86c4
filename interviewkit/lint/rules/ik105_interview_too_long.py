"""IK105: an interview takes an hour at most, all of them together half a day."""

from collections.abc import Iterator

from interviewkit.lint.case import PlanCase
from interviewkit.lint.checks.plan import in_kits, plan_place, stage_place
from interviewkit.lint.examples.files import opening, usual_role
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source
from interviewkit.models.kit import Kit

HOUR = 60
HALF_DAY = 240


def _plan(case: PlanCase) -> Iterator[CaseFound]:
    def look(kit: Kit) -> Iterator[CaseFound]:
        for stage in kit.stages:
            if stage.minutes > HOUR:
                place = stage_place(case, stage.id, "minutes")
                yield CaseFound(place, f"`{stage.id}` takes {stage.minutes} minutes")
        if kit.minutes > HALF_DAY:
            hint = f"come down to {HALF_DAY} minutes in all: drop, join or shorten interviews"
            message = f"the interviews take {kit.minutes} minutes in all"
            yield CaseFound(plan_place(case), message, hint)

    return in_kits(case, look)


RULE = CaseRule(
    code="IK105",
    name="interview-too-long",
    severity=Severity.WARNING,
    message="an interview, or the whole plan, takes too long",
    hint="come down to 60 minutes: move a competency to another interview or drop a question",
    why=(
        "An interview that runs long tires both sides, and what comes last gets less of their attention."
        " Candidates who work or care for others may not have more than half a day, and drop out for reasons"
        " that say nothing about the job."
    ),
    source=Source(
        text=(
            "Limit of the built-in plans, four interviews of an hour, after Google re:Work on the rule of"
            " four (2017)"
        ),
        as_of="2026-11-20",
    ),
    plan=_plan,
    bad=(
        opening("changes: {stages: {engineering: {minutes: 75}}}\n"),
        usual_role(minutes=90),
    ),
    good=(
        opening("changes: {stages: {working-together: {minutes: 60}}}\n"),
        usual_role(),
    ),
)
