"""IK508: competencies are rated one by one, not the candidate as a whole."""

from collections.abc import Iterator

from interviewkit.lint.case import DocumentCase
from interviewkit.lint.checks.sheet import LabelKind, sheet_of
from interviewkit.lint.examples.files import sheet
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source


def _document(case: DocumentCase) -> Iterator[CaseFound]:
    card = sheet_of(case)
    if card is None or card.is_table:
        return
    overall = card.of(LabelKind.OVERALL)
    alone = (
        len(card.ratings) == 1
        and not card.of(LabelKind.COMPETENCY)
        and bool(card.of(LabelKind.RECOMMENDATION))
    )
    if (overall and not card.ratings) or (alone and _is_first(case, card.ratings[0].place[0])):
        yield CaseFound(card.first, "this sheet has one score for everything")


def _is_first(case: DocumentCase, number: int) -> bool:
    """Is nothing named before the rating that it could be a rating of?"""
    return number == 0 or all(len(item.text.split()) > 12 for item in case.items[:number])  # noqa: PLR2004


RULE = CaseRule(
    code="IK508",
    name="overall-score-only",
    severity=Severity.WARNING,
    message="a sheet asks for one overall score",
    hint="rate each competency on its own, and add the ratings up with weights that were set beforehand",
    why=(
        "One number mixes what was seen with how much was liked. The same ratings, taken one by one and added"
        " up by a rule, predict job performance over 50 % better than an overall judgement of them."
    ),
    source=Source(
        principle="human-accountability",
        text=(
            "Kuncel et al. 2013, mechanical and holistic combination; Campion, Palmer and Campion 1997,"
            " components 8 and 15"
        ),
        as_of="2026-11-20",
    ),
    document=_document,
    bad=(
        sheet("# Interview feedback\n\n- Notes:\n- Overall score: 1 2 3 4 5\n- Recommendation:\n"),
        sheet("- Comments:\n- Overall rating (1–5):\n"),
    ),
    good=(
        sheet(
            "- Testing\n- Notes:\n- Score: 1 2 3 4 5\n"
            "- Design\n- Notes:\n- Score: 1 2 3 4 5\n- Overall score:\n"
        ),
        sheet("| Competency | Notes | Score |\n|---|---|---|\n| Testing | | |\n| Design | | |\n"),
    ),
)
