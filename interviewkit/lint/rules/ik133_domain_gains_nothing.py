"""IK133: where technology serves another business, knowing that business weighs more."""

from collections.abc import Iterator

from interviewkit.compose.weights import applied_shifts, shifted_weights
from interviewkit.lint.case import PlanCase
from interviewkit.lint.checks.plan import DOMAIN, role_key
from interviewkit.lint.examples.files import role
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source
from interviewkit.models.team import Team, Technology


def _plan(case: PlanCase) -> Iterator[CaseFound]:
    role = case.rubric.role.value
    if DOMAIN not in role.competencies:
        return
    core, enabler = (
        shifted_weights(role, applied_shifts(role, Team(mission="-", technology=technology)))[DOMAIN]
        for technology in (Technology.CORE, Technology.ENABLER)
    )
    if enabler <= core:
        message = (
            f"`{DOMAIN}` weighs {enabler} % for an enabler, and {core} % where technology is the product"
        )
        yield CaseFound(role_key(case, "shifts"), message)


_SHIFT = """\
shifts:
  - when: {{technology: enabler}}
    add: {{domain-understanding: {more}, software-engineering: {less}}}
    because: Where technology serves another business, its people decide more of the result.
    principle: domain-knowledge
"""

RULE = CaseRule(
    code="IK133",
    name="domain-gains-nothing",
    severity=Severity.WARNING,
    message="domain understanding does not gain weight where technology serves another business",
    hint="add a shift for `technology: enabler` that moves weight to `domain-understanding` and says why",
    why=(
        "Where the technology is not the product, a team that does not know the business easily builds the"
        " wrong thing. A written shift settles that before anyone is interviewed, for all candidates alike."
    ),
    source=Source(principle="domain-knowledge"),
    plan=_plan,
    bad=(role("shifts: null\n"), role(_SHIFT.format(more=-2, less=2))),
    good=(role(_SHIFT.format(more=3, less=-3)), role("shifts: null\n", extends="ml-engineer")),
)
