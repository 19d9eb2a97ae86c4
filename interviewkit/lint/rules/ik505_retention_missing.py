"""IK505: a sheet says how long it is kept."""

from collections.abc import Iterator

from interviewkit.lint.case import DocumentCase, PlanCase
from interviewkit.lint.checks.plan import opening_key
from interviewkit.lint.checks.sheet import sheet_of
from interviewkit.lint.examples.files import opening, sheet
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source


def _plan(case: PlanCase) -> Iterator[CaseFound]:
    if case.inputs is None or case.kits[0].retention_until is not None:
        return
    country = case.inputs.jurisdiction.value
    months = f"{country.name}: {country.retention.months} months"
    message = f"without a day of decision, no sheet says until when it is kept ({months})"
    yield CaseFound(opening_key(case, "dates"), message)


def _document(case: DocumentCase) -> Iterator[CaseFound]:
    card = sheet_of(case)
    if card is not None and not card.says("retention"):
        hint = "add a line such as “Keep until …, then destroy”; the periods stand in rubrics/jurisdictions/"
        yield CaseFound(card.first, "this sheet does not say until when it is kept", hint)


RULE = CaseRule(
    code="IK505",
    name="retention-missing",
    severity=Severity.INFO,
    message="nothing says until when the filled sheets are kept",
    hint="set `dates: {decision: …}`: retention runs from there",
    why=(
        "Filled sheets are personal data, and evidence if a decision is questioned. Somebody who empties a"
        " drawer has to see on the sheet whether it may go, or must."
    ),
    source=Source(
        text="`retention` of every country in rubrics/jurisdictions/, each with its source",
        as_of="2026-11-20",
    ),
    plan=_plan,
    document=_document,
    bad=(
        opening("dates: {interviews: 2026-12-02}\n"),
        sheet("- Testing\n- Evidence:\n- Rating: 1 2 3 4 5\n- Recommendation:\n"),
    ),
    good=(
        opening("dates: {interviews: 2026-12-02, decision: 2026-12-07}\n"),
        sheet("- Testing\n- Evidence:\n- Rating: 1 2 3 4 5\n- Recommendation:\n- Keep until: ____\n"),
    ),
)
