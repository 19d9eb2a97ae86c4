"""IK103: a scorecard holds at most five competencies."""

from collections.abc import Iterator

from interviewkit.lint.case import DocumentCase, RecordCase
from interviewkit.lint.checks.sheet import sheet_of
from interviewkit.lint.examples.files import record, records, sheet
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source
from interviewkit.problems import Location

MOST = 5
"""The limit of the built-in sheets, one below the six that raters in the study still coped with."""


def _document(case: DocumentCase) -> Iterator[CaseFound]:
    card = sheet_of(case)
    if card is not None and card.rated > MOST:
        yield CaseFound(card.ratings[0].location, f"{card.rated} ratings stand on one sheet")


def _records(case: RecordCase) -> Iterator[CaseFound]:
    for path, kit in case.records.items():
        for stage in kit.stages:
            if len(stage.rated) > MOST:
                message = f"the scorecard of `{stage.stage}` has {len(stage.rated)} competencies"
                yield CaseFound(Location(path), message)


_LINE = "- {name}\n  - Evidence:\n  - Rating: 1 2 3 4 5, not assessed\n"
_FIVE = ("Testing", "Design", "Debugging", "Reviewing", "Explaining")
_IDS = ("one", "two", "three", "four", "five", "six")


def _sheet(*names: str) -> str:
    return "# Scorecard\n\n" + "".join(_LINE.format(name=name) for name in names) + "- Recommendation:\n"


RULE = CaseRule(
    code="IK103",
    name="too-many-on-one-sheet",
    severity=Severity.WARNING,
    message="more than five competencies stand on one scorecard",
    hint="give some of them to another interview; five at most stand on one sheet",
    why=(
        "Raters of few dimensions sorted what they saw, and rated it, more accurately than raters of nine. An"
        " interviewer asks and writes as well, so the limit is five."
    ),
    source=Source(
        text="Gaugler and Thornton 1989, assessors who rated three, six or nine dimensions",
        as_of="2026-11-20",
    ),
    document=_document,
    records=_records,
    bad=(
        sheet(_sheet(*_FIVE, "Planning")),
        sheet(
            "| Competency | Evidence | Rating (1–5) |\n|---|---|---|\n"
            + "".join(f"| {name} | | |\n" for name in (*_FIVE, "Planning", "Learning"))
        ),
        records(record(rated=_IDS, competencies=_IDS)),
    ),
    good=(
        sheet(_sheet(*_FIVE)),
        records(record(rated=_IDS[:5], competencies=_IDS[:5])),
    ),
)
