"""IK506: all sheets of an opening come from one kit."""

from collections.abc import Iterator

from interviewkit.lint.case import RecordCase
from interviewkit.lint.checks.records import by_opening
from interviewkit.lint.examples.files import record, records
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source
from interviewkit.models.question import Form
from interviewkit.problems import Location


def _records(case: RecordCase) -> Iterator[CaseFound]:
    for (first, one), *others in by_opening(case):
        for path, kit in others:
            if kit.kit_digest != one.kit_digest:
                message = f"this kit is {kit.kit_digest}, the one in {first} is {one.kit_digest}"
                yield CaseFound(Location(path), message)


RULE = CaseRule(
    code="IK506",
    name="digests-differ",
    severity=Severity.WARNING,
    message="two kits of one opening have different digests",
    hint=(
        "use one kit for all candidates: print the missing sheets from it, or rebuild and reprint all of them"
    ),
    why=(
        "The digest on each sheet stands for its questions, anchors, bars and templates. Where it differs,"
        " candidates were measured with two instruments."
    ),
    source=Source(
        principle="diversified-team",
        text="Campion, Palmer and Campion 1997, component 2 (the same questions)",
        as_of="2026-11-20",
    ),
    records=_records,
    bad=(
        records(record(digest="0123456789ab"), record(digest="ba9876543210")),
        records(record(), record(candidate="C-015"), record(digest="ba9876543210", candidate="C-016")),
    ),
    good=(
        records(record(), record(candidate="C-015")),
        records(record(), record(digest="ba9876543210", form=Form.B)),
    ),
)
