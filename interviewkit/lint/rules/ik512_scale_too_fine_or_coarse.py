"""IK512: a scale has levels that a person can tell apart, and enough of them."""

from collections.abc import Iterator

from interviewkit.lint.case import DocumentCase
from interviewkit.lint.checks.sheet import sheet_of
from interviewkit.lint.examples.files import sheet
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source

FEWEST, MOST = 3, 7


def _document(case: DocumentCase) -> Iterator[CaseFound]:
    card = sheet_of(case)
    for levels, place in card.scales() if card else ():
        if not FEWEST <= levels <= MOST:
            reason = (
                "more than anybody can tell apart" if levels > MOST else "too few to tell candidates apart"
            )
            yield CaseFound(place, f"a scale of {levels} levels is {reason}")
            return


RULE = CaseRule(
    code="IK512",
    name="scale-too-fine-or-coarse",
    severity=Severity.WARNING,
    message="a scale has too many levels or too few",
    hint="use five levels, each with an anchor",
    why=(
        "Nobody can describe ten levels so that two interviewers tell an eight from a nine. Yes or no hides"
        " what would set two candidates apart. Three to seven levels pass; five are few enough to anchor."
    ),
    source=Source(
        text=(
            "Campion, Palmer and Campion 1997, component 9 (anchored rating scales); three and seven are"
            " limits of this checker"
        ),
        as_of="2026-11-20",
    ),
    document=_document,
    bad=(
        sheet("- Testing\n- Evidence:\n- Rating (1–10):\n- Recommendation:\n"),
        sheet("- Testing\n- Evidence:\n- Score: ___ /100\n- Recommendation:\n"),
        sheet("- Testing\n- Evidence:\n- Rating: yes / no\n- Recommendation:\n"),
        sheet("- Testing\n- Evidence:\n- Rating: pass / fail\n- Recommendation:\n"),
    ),
    good=(
        sheet("- Testing\n- Evidence:\n- Rating: 1 2 3 4 5, not assessed\n- Recommendation: yes / no\n"),
        sheet("- Testing\n- Evidence:\n- Rating (1–4):\n- Recommendation:\n"),
        sheet("- Testing\n- Evidence:\n- Rating (1–3):\n- Recommendation:\n"),
        sheet("- Testing\n- Evidence:\n- Rating: ___ / 5\n- Decision on 2026-12-07:\n"),
    ),
)
