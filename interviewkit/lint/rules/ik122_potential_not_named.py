"""IK122: a role says where evidence of potential may come from."""

from collections.abc import Iterator

from interviewkit.lint.case import PlanCase
from interviewkit.lint.checks.plan import role_key
from interviewkit.lint.examples.files import role
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source


def _plan(case: PlanCase) -> Iterator[CaseFound]:
    if not case.rubric.role.value.potential:
        yield CaseFound(
            role_key(case, "potential"), "the role does not say where evidence of potential may come from"
        )


_ONE = """\
potential:
  - origin: Another trade
    look_for: >-
      Work on cases where a mistake reaches a person, and how it was found. Rate what the anchor describes, in
      whatever words it comes.
"""

RULE = CaseRule(
    code="IK122",
    name="potential-not-named",
    severity=Severity.WARNING,
    message="the role has no notes on potential",
    hint=(
        "add `potential:` with the origins to expect, such as study, open source, another trade, and what"
        " to look for"
    ),
    why=(
        "Interviewers hear a good episode more readily when it comes from a career like their own. Notes"
        " on other origins tell them what the same behaviour looks like there; the questions stay the same."
    ),
    source=Source(principle="potential-over-pedigree"),
    plan=_plan,
    bad=(role("potential: null\n"), role("potential: null\n", extends="domain-expert")),
    good=(role(_ONE), role("name: Search engineer\n")),
)
