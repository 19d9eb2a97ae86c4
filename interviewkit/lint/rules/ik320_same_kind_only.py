"""IK320: past and possible, judgement and story: no kind of question suits everybody."""

from collections.abc import Iterator

from interviewkit.lint.case import PlanCase
from interviewkit.lint.checks.banks import asked_in_kit
from interviewkit.lint.checks.plan import in_kits, plan_place
from interviewkit.lint.examples.files import opening, usual_role
from interviewkit.lint.rule import CaseFound, CaseRule, FileExample, Severity, Source
from interviewkit.models.kit import Kit

_SEVERAL = 3


def _plan(case: PlanCase) -> Iterator[CaseFound]:
    place = plan_place(case)

    def look(kit: Kit) -> Iterator[CaseFound]:
        kinds = [question.kind for _, question in asked_in_kit(kit)]
        if len(kinds) >= _SEVERAL and len(set(kinds)) == 1:
            yield CaseFound(place, f"all {len(kinds)} questions of this kit are {kinds[0].value}")

    return in_kits(case, look)


def _with(more: str, interviews: int = 2) -> FileExample:
    """The usual role, with something more said of its interviews."""
    usual = usual_role().files["roles/example.yaml"]
    text = usual.replace("minutes: 60,", f"minutes: 60, {more},", interviews)
    return FileExample({"roles/example.yaml": text})


RULE = CaseRule(
    code="IK320",
    name="same-kind-only",
    severity=Severity.INFO,
    message="all questions of a kit are of one kind",
    hint="allow a second kind in the interviews’ `kinds`, such as situational beside behavioural",
    why=(
        "Whoever has done the work can tell of it; whoever comes from another trade may show more in a"
        " situation that is put to everyone. A kit with one kind can favour one of the two."
    ),
    source=Source(
        principle="potential-over-pedigree",
        text="Campion, Palmer and Campion 1997, component 4 (better types of questions)",
        as_of="2026-11-20",
    ),
    plan=_plan,
    bad=(_with("kinds: [behavioural]"), _with("kinds: [situational]")),
    good=(_with("prefer: [se-model-switched-off]", 1), opening()),
)
