"""IK501: every rating has room for what was said or done."""

from collections.abc import Iterator

from interviewkit.lint.case import DocumentCase, RecordCase
from interviewkit.lint.checks.records import blank_layouts, card_of, fields_of
from interviewkit.lint.checks.sheet import LabelKind, sheet_of
from interviewkit.lint.examples.files import boxes, lines, record, records, sheet
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source
from interviewkit.problems import Location

ROOM = 70.0
"""Points: three lines of 8.47 mm for handwriting, rounded down."""
SEVERAL = 3
"""From so many ratings on, one place for comments is not room beside each."""


def _records(case: RecordCase) -> Iterator[CaseFound]:
    for path, kit in case.records.items():
        for each in blank_layouts(kit):
            areas = fields_of(each, "evidence")
            for name in fields_of(each, "rating"):
                room = sum(field.rect[3] - field.rect[1] for _, field in areas.get(name, ()))
                if room < ROOM:
                    message = f"`{card_of(each)}` has less than three lines for evidence of `{name}`"
                    yield CaseFound(Location(path), message)


def _document(case: DocumentCase) -> Iterator[CaseFound]:
    card = sheet_of(case)
    if card is None:
        return
    room = card.of(LabelKind.EVIDENCE)
    if not room:
        yield CaseFound(card.first, "this sheet rates and has no room for evidence")
    elif not card.is_table and len(card.ratings) >= SEVERAL and len(room) == 1:
        yield CaseFound(room[0].location, f"there is one place for evidence of {len(card.ratings)} ratings")


RULE = CaseRule(
    code="IK501",
    name="no-evidence-room",
    severity=Severity.WARNING,
    message="a rating has no room for written evidence beside it",
    hint="give each rating three lines or more of its own, before its boxes",
    why=(
        "A number without a reason cannot be discussed in a debrief, nor explained to the candidate. In three"
        " studies, notes of what was said or done went with more valid ratings; general notes did not."
    ),
    source=Source(
        principle="human-accountability",
        text="Burnett et al. 1998, behavioural notes and the validity of ratings",
        as_of="2026-11-20",
    ),
    document=_document,
    records=_records,
    bad=(
        sheet("- Testing\n- Rating: 1 2 3 4 5\n- Design\n- Rating: 1 2 3 4 5\n- Recommendation:\n"),
        sheet("| Competency | Score (1–5) |\n|---|---|\n| Testing | |\n| Design | |\n"),
        sheet("- Testing: 1 2 3 4 5\n- Design: 1 2 3 4 5\n- Review: 1 2 3 4 5\n- Comments:\n"),
        records(record(fields=boxes(120))),
        records(record(fields=[lines(90, 12), *boxes(120)])),
    ),
    good=(
        sheet("- Testing\n- Evidence:\n- Rating: 1 2 3 4 5\n- Design\n- Evidence:\n- Rating: 1 2 3 4 5\n"),
        sheet("| Competency | What was said or done | Rating (1–5) |\n|---|---|---|\n| Testing | | |\n"),
        records(record(fields=[lines(60, 40), *boxes(120)])),
    ),
)
