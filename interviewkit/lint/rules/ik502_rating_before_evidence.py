"""IK502: evidence first, rating second."""

from collections.abc import Iterator

from interviewkit.lint.case import DocumentCase, RecordCase
from interviewkit.lint.checks.records import blank_layouts, card_of, fields_of
from interviewkit.lint.checks.sheet import LabelKind, sheet_of
from interviewkit.lint.examples.files import boxes, lines, record, records, sheet
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source
from interviewkit.problems import Location


def _records(case: RecordCase) -> Iterator[CaseFound]:
    for path, kit in case.records.items():
        for each in blank_layouts(kit):
            areas = fields_of(each, "evidence")
            for name, ticks in fields_of(each, "rating").items():
                written = [place for place, _ in areas.get(name, ())]
                if written and min(place for place, _ in ticks) < min(written):
                    message = f"`{card_of(each)}` has the boxes of `{name}` before the lines for its evidence"
                    yield CaseFound(Location(path), message)


def _document(case: DocumentCase) -> Iterator[CaseFound]:
    card = sheet_of(case)
    if card is None or not card.ratings:
        return
    room = card.of(LabelKind.EVIDENCE)
    if room and card.ratings[0].place < room[0].place:
        yield CaseFound(card.ratings[0].location, "the rating stands before the evidence")


RULE = CaseRule(
    code="IK502",
    name="rating-before-evidence",
    severity=Severity.WARNING,
    message="a sheet asks for the rating before the evidence",
    hint="move the lines for evidence above, or left of, the rating",
    why=(
        "Whoever ticks first tends to write down what supports the tick. Whoever first writes down what was"
        " said has that to rate, and can still correct a first impression."
    ),
    source=Source(
        principle="human-accountability",
        text="Campion, Palmer and Campion 1997, component 10 (detailed notes)",
        as_of="2026-11-20",
    ),
    document=_document,
    records=_records,
    bad=(
        sheet("- Testing\n- Rating: 1 2 3 4 5\n- Evidence:\n- Design\n- Rating: 1 2 3 4 5\n- Evidence:\n"),
        sheet("| Competency | Score (1–5) | Notes |\n|---|---|---|\n| Testing | | |\n| Design | | |\n"),
        records(record(fields=[*boxes(60), lines(80, 40)])),
    ),
    good=(
        sheet("- Testing\n- Evidence:\n- Rating: 1 2 3 4 5\n- Design\n- Evidence:\n- Rating: 1 2 3 4 5\n"),
        sheet("| Competency | Notes | Score (1–5) |\n|---|---|---|\n| Testing | | |\n| Design | | |\n"),
        sheet("Rating scale: 1–5\n\n- Testing\n- Notes:\n- Score:\n"),
        records(record(fields=[lines(60, 40), *boxes(120)])),
    ),
)
