"""IK108: the candidate's own questions get time in every interview."""

from collections.abc import Iterator

from interviewkit.lint.case import PlanCase
from interviewkit.lint.checks.plan import in_kits, stage_place
from interviewkit.lint.examples.files import opening
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source
from interviewkit.models.kit import Kit, SlotKind

LEAST = 5


def _plan(case: PlanCase) -> Iterator[CaseFound]:
    def look(kit: Kit) -> Iterator[CaseFound]:
        for stage in kit.stages:
            slots = [slot.minutes for slot in stage.time_plan if slot.kind is SlotKind.CANDIDATE]
            if sum(slots) < LEAST:
                place = stage_place(case, stage.id, "candidate_minutes")
                yield CaseFound(
                    place, f"`{stage.id}` leaves the candidate {sum(slots)} of {stage.minutes} minutes"
                )

    return in_kits(case, look)


_ADDED = """\
changes:
  drop_stages: [working-together]
  add_stages:
    - id: with-users
      title: With users
      purpose: Finds out how the candidate learns other people’s work.
      interviewer: a colleague who works with users
      minutes: 60
      candidate_minutes: {minutes}
      competencies: [human-facing-communication, domain-understanding, hands-on-learning]
"""

RULE = CaseRule(
    code="IK108",
    name="no-candidate-time",
    severity=Severity.WARNING,
    message="the candidate's own questions get less than five minutes",
    hint=f"give `candidate_minutes` {LEAST} or more",
    why=(
        "Candidates choose as well, and what they may ask of the people they would work with is part of a"
        " fair interview. It comes last, so that no answer changes what is asked of them."
    ),
    source=Source(
        text=(
            "Campion, Palmer and Campion 1997, component 7 (candidate's questions after the interview's);"
            " five minutes are what the built-in interviews leave"
        ),
        as_of="2026-11-20",
    ),
    plan=_plan,
    bad=(opening(_ADDED.format(minutes=1)), opening(_ADDED.format(minutes=4))),
    good=(opening(_ADDED.format(minutes=5)), opening()),
)
