"""IK102: what can end an application is not one person's word."""

from collections.abc import Iterator

from interviewkit.lint.case import PlanCase
from interviewkit.lint.checks.plan import in_kits, opening_key, role_key
from interviewkit.lint.examples.files import opening, role, two_people
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source
from interviewkit.models.kit import Kit


def _plan(case: PlanCase) -> Iterator[CaseFound]:
    named = case.inputs is not None and bool(case.inputs.opening.value.panel)

    def look(kit: Kit) -> Iterator[CaseFound]:
        if len(kit.stages) < 2:  # noqa: PLR2004 - then one person decides everything, which is IK112
            return
        for row in kit.coverage:
            if row.raters < 2 and kit.competency(row.competency).must_have:  # noqa: PLR2004
                keys = ("competencies", row.competency)
                place = opening_key(case, "panel") if named else role_key(case, *keys)
                yield CaseFound(place, f"one interviewer alone rates the must-have `{row.competency}`")

    return in_kits(case, look)


RULE = CaseRule(
    code="IK102",
    name="must-have-rated-once",
    severity=Severity.WARNING,
    message="one interviewer alone rates a must-have",
    hint="let a second person sit in, or rate it in another interview as well",
    why=(
        "Below its bar, a must-have ends the application. Two people who interview separately agree on far"
        " less than one believes, and the mean of two ratings is a good deal more reliable than one."
    ),
    source=Source(
        principle="human-accountability",
        text=(
            "Huffcutt, Culbertson and Weyhrauch 2013, reliability of one interviewer (.44); of two by"
            " Spearman–Brown (.61)"
        ),
        as_of="2026-11-20",
    ),
    plan=_plan,
    bad=(
        role("competencies: {human-facing-communication: {must_have: true}}\n"),
        opening(
            "panel:\n"
            "  - {name: Interviewer One, stages: [work-sample, evaluation-design]}\n"
            "  - {name: Interviewer Two, stages: [engineering]}\n"
            "  - {name: Interviewer Three, stages: [working-together]}\n"
            "changes: {weights: {critical-thinking: 2, ai-and-data-literacy: 2}}\n"
        ),
    ),
    good=(
        role("competencies: {hands-on-learning: {must_have: true}}\n"),
        opening(
            two_people("engineering", "work-sample", "evaluation-design", "working-together")
            + "changes: {weights: {critical-thinking: 2, ai-and-data-literacy: 2, hands-on-learning: 2}}\n"
        ),
    ),
)
