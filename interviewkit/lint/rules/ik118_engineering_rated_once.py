"""IK118: two interviews of an engineering role rate software engineering, and two critical thinking."""

from collections.abc import Iterator

from interviewkit.lint.case import PlanCase
from interviewkit.lint.checks.plan import SOFTWARE, THINKING, in_kits, is_engineering, plan_place, times_rated
from interviewkit.lint.examples.files import HEAVY, interview, opening, small_role, two_people
from interviewkit.lint.rule import CaseFound, CaseRule, FileExample, Severity, Source
from interviewkit.models.kit import Kit

TIMES = ("in no interview", "in one interview")


def _plan(case: PlanCase) -> Iterator[CaseFound]:
    place = plan_place(case)

    def look(kit: Kit) -> Iterator[CaseFound]:
        for name in (SOFTWARE, THINKING):
            times = times_rated(kit, name)
            if times < len(TIMES) <= len(kit.stages):
                yield CaseFound(place, f"`{name}` is rated {TIMES[times]} of this engineering role")

    return in_kits(case, look) if is_engineering(case.rubric.role.value) else iter(())


def _role(*second: str) -> FileExample:
    """Three interviews; the second rates these."""
    return small_role(
        {
            "critical-thinking": 35,
            "ai-and-data-literacy": 30,
            "hands-on-learning": 20,
            "software-engineering": 15,
        },
        interview("work", *HEAVY, "hands-on-learning"),
        interview("run", *second, sample="agent-run"),
        interview("learning", "hands-on-learning", minutes=30),
    )


RULE = CaseRule(
    code="IK118",
    name="engineering-rated-once",
    severity=Severity.WARNING,
    message="fewer than two interviews of an engineering role rate software engineering or critical thinking",
    hint="let a second interview list it among its `competencies`",
    why=(
        "Building what others can trust, and testing what looks right, are what an engineering role is"
        " for. One interview shows one side of them: what was done, or what is done with a case."
    ),
    source=Source(principle="software-engineering-first"),
    plan=_plan,
    bad=(
        _role(*HEAVY[1:]),
        opening(
            two_people("engineering", "evaluation-design", "working-together")
            + "changes: {drop_stages: [work-sample]}\n"
        ),
    ),
    good=(
        _role(*HEAVY),
        opening(role="engineering-manager"),
    ),
)
