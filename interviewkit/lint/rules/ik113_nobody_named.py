"""IK113: an interview has somebody who answers for it."""

from collections.abc import Iterator

from interviewkit.lint.case import PlanCase
from interviewkit.lint.checks.plan import in_kits, listed, opening_key
from interviewkit.lint.examples.files import THREE_PEOPLE, opening, two_people
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source
from interviewkit.models.kit import Kit


def _plan(case: PlanCase) -> Iterator[CaseFound]:
    if case.inputs is None:
        return iter(())
    panel = case.inputs.opening.value.panel
    place = opening_key(case, "panel" if panel else "role")

    def look(kit: Kit) -> Iterator[CaseFound]:
        unnamed = [stage.id for stage in kit.stages if not stage.panel]
        if unnamed:
            yield CaseFound(place, f"nobody is named for {listed(unnamed)}")

    return in_kits(case, look)


RULE = CaseRule(
    code="IK113",
    name="nobody-named",
    severity=Severity.INFO,
    message="an interview has nobody who runs it",
    hint="name who runs it under `panel`, at the latest before the calibration",
    why="People rate and decide by name, and the same people should see all candidates for an opening.",
    source=Source(
        principle="human-accountability",
        text="Campion, Palmer and Campion 1997, component 12 (the same interviewers for all candidates)",
        as_of="2026-11-20",
    ),
    plan=_plan,
    bad=(
        opening(),
        opening("panel: [{name: Interviewer One, stages: [engineering]}]\n"),
    ),
    good=(
        opening(THREE_PEOPLE),
        opening(two_people("engineering", "work-sample", "evaluation-design", "working-together")),
    ),
)
