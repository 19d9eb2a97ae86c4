"""IK507: the levels of a scale are described where they are ticked."""

from collections.abc import Iterator

from interviewkit.lint.case import DocumentCase
from interviewkit.lint.checks.sheet import sheet_of
from interviewkit.lint.examples.files import sheet
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source

FEWEST = 2


def _document(case: DocumentCase) -> Iterator[CaseFound]:
    card = sheet_of(case)
    if card is not None and card.anchors < FEWEST and not card.says("anchors_elsewhere"):
        yield CaseFound(card.first, "this sheet rates without saying what its levels look like")


RULE = CaseRule(
    code="IK507",
    name="sheet-without-anchors",
    severity=Severity.WARNING,
    message="a sheet has ratings without behavioural anchors",
    hint="write beside each box what somebody at that level does; `interviewkit build` prints such a sheet",
    why=(
        "A bare number means something else to each interviewer. Scales with anchors are rated more"
        " reliably, and one impression colours the other ratings less."
    ),
    source=Source(
        text="Campion, Palmer and Campion 1997, component 9 (anchored rating scales)",
        as_of="2026-11-20",
    ),
    document=_document,
    bad=(
        sheet("- Testing\n- Evidence:\n- Rating: 1 2 3 4 5\n- Recommendation:\n"),
        sheet("Rating scale: 1 = poor, 3 = good, 5 = excellent\n\n- Testing\n- Notes:\n- Score:\n"),
    ),
    good=(
        sheet(
            "- Testing\n- Evidence:\n- Rating: 1 2 3 4 5\n"
            "- 1: Runs the case that was given and stops there.\n"
            "- 3: Names the cases that could break the change, and tests them.\n"
            "- 5: Leaves tests by which others find the next fault.\n"
        ),
        sheet(
            "- Testing\n- Evidence:\n- Rating: 1 2 3 4 5 (see the anchors in the guide)\n- Recommendation:\n"
        ),
        sheet("- Tell me about one time a test of yours was wrong.\n- How did you rate the risk?\n"),
    ),
)
