"""IK504: the recommendation comes after the ratings."""

from collections.abc import Iterator

from interviewkit.lint.case import DocumentCase, RecordCase
from interviewkit.lint.checks.records import blank_layouts, card_of, fields_of
from interviewkit.lint.checks.sheet import LabelKind, sheet_of
from interviewkit.lint.examples.files import boxes, lines, record, records, sheet, verdict
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source
from interviewkit.problems import Location


def _records(case: RecordCase) -> Iterator[CaseFound]:
    for path, kit in case.records.items():
        for each in blank_layouts(kit):
            ratings = [place for ticks in fields_of(each, "rating").values() for place, _ in ticks]
            verdicts = [place for ticks in fields_of(each, "recommendation").values() for place, _ in ticks]
            if ratings and verdicts and min(verdicts) < max(ratings):
                yield CaseFound(Location(path), f"`{card_of(each)}` has the recommendation before a rating")


def _document(case: DocumentCase) -> Iterator[CaseFound]:
    card = sheet_of(case)
    if card is None or not card.ratings:
        return
    verdicts = card.of(LabelKind.RECOMMENDATION)
    if verdicts and verdicts[-1].place < card.ratings[-1].place:
        yield CaseFound(verdicts[-1].location, "the recommendation stands before a rating")


RULE = CaseRule(
    code="IK504",
    name="recommendation-not-last",
    severity=Severity.WARNING,
    message="a sheet asks for the recommendation before the ratings",
    hint="move the recommendation to the end of the sheet",
    why=(
        "Whoever has said “hire” tends to rate so that it fits. The ratings come first, and the"
        " recommendation rests on them."
    ),
    source=Source(
        principle="human-accountability",
        text="Kuncel et al. 2013, combining ratings mechanically predicts better than an overall judgement",
        as_of="2026-11-20",
    ),
    document=_document,
    records=_records,
    bad=(
        sheet("- Recommendation: hire, do not hire\n- Testing\n- Evidence:\n- Rating: 1 2 3 4 5\n"),
        sheet("Hire / No hire\n\n| Competency | Notes | Score |\n|---|---|---|\n| Testing | | |\n"),
        records(record(fields=[*verdict(40), lines(60, 40), *boxes(120)])),
    ),
    good=(
        sheet("- Testing\n- Evidence:\n- Rating: 1 2 3 4 5\n- Recommendation: hire, do not hire\n"),
        sheet("| Competency | Notes | Score |\n|---|---|---|\n| Testing | | |\n\nHire / No hire\n"),
        records(record(fields=[lines(60, 40), *boxes(120), *verdict(200)])),
    ),
)
