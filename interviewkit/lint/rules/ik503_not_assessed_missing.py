"""IK503: what did not come up can be left out."""

from collections.abc import Iterator

from interviewkit.lint.case import DocumentCase, RecordCase
from interviewkit.lint.checks.records import blank_layouts, card_of, fields_of
from interviewkit.lint.checks.sheet import sheet_of
from interviewkit.lint.examples.files import LEVELS, boxes, lines, record, records, sheet
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source
from interviewkit.problems import Location

NOT_ASSESSED = "not_assessed"


def _records(case: RecordCase) -> Iterator[CaseFound]:
    for path, kit in case.records.items():
        for each in blank_layouts(kit):
            for name, ticks in fields_of(each, "rating").items():
                if NOT_ASSESSED not in {field.state for _, field in ticks}:
                    message = f"`{card_of(each)}` has no box “not assessed” for `{name}`"
                    yield CaseFound(Location(path), message)


def _document(case: DocumentCase) -> Iterator[CaseFound]:
    card = sheet_of(case)
    if card is not None and not card.says(NOT_ASSESSED):
        yield CaseFound(card.first, "nothing on this sheet stands for “not assessed”")


RULE = CaseRule(
    code="IK503",
    name="not-assessed-missing",
    severity=Severity.WARNING,
    message="a rating cannot be left out",
    hint="add “not assessed” beside the levels, and say that it counts neither for nor against the candidate",
    why=(
        "Time runs out and questions are misunderstood. Without a box for that, interviewers guess, often"
        " the middle, and the guess is counted like a rating."
    ),
    source=Source(
        principle="human-accountability",
        text="OPM, Structured Interviews: A Practical Guide (2008), common rating errors",
        as_of="2026-11-20",
    ),
    document=_document,
    records=_records,
    bad=(
        sheet("- Testing\n- Evidence:\n- Rating: 1 2 3 4 5\n- Recommendation:\n"),
        sheet("| Competency | Notes | Score (1–4) |\n|---|---|---|\n| Testing | | |\n"),
        records(record(fields=[lines(60, 40), *boxes(120, LEVELS[:5])])),
    ),
    good=(
        sheet("- Testing\n- Evidence:\n- Rating: 1 2 3 4 5, not assessed\n- Recommendation:\n"),
        sheet("| Competency | Notes | Score (1–4, or N/A) |\n|---|---|---|\n| Testing | | |\n"),
        records(record(fields=[lines(60, 40), *boxes(120)])),
    ),
)
