"""IK111: every candidate for an opening is asked the same."""

from collections.abc import Iterator

from interviewkit.lint.case import RecordCase
from interviewkit.lint.checks.records import by_opening
from interviewkit.lint.examples.files import record, records
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source
from interviewkit.models.kit_record import KitRecord
from interviewkit.models.question import Form
from interviewkit.problems import Location


def _records(case: RecordCase) -> Iterator[CaseFound]:
    for (first, one), *others in by_opening(case):
        for path, kit in others:
            for stage in _different_stages(one, kit):
                message = f"the interview `{stage}` asks something else than the kit in {first}"
                yield CaseFound(Location(path), message)


def _different_stages(one: KitRecord, other: KitRecord) -> list[str]:
    asked = [
        {stage.stage: (sorted(stage.questions), stage.work_sample) for stage in kit.stages}
        for kit in (one, other)
    ]
    return sorted(name for name in {*asked[0], *asked[1]} if asked[0].get(name) != asked[1].get(name))


RULE = CaseRule(
    code="IK111",
    name="unequal-questions",
    severity=Severity.WARNING,
    message="two kits of one opening ask different questions",
    hint="print all sheets of an opening from one kit; give a second form its own kit with `form: B`",
    why=(
        "Answers to different questions cannot be compared, and who got the easier ones is chance or worse. A"
        " question that proves unclear is dropped for everyone, in writing."
    ),
    source=Source(
        principle="diversified-team",
        text="Campion, Palmer and Campion 1997, component 2 (the same questions)",
        as_of="2026-11-20",
    ),
    records=_records,
    bad=(
        records(record(questions=("se-one", "se-two")), record(questions=("se-one", "se-three"))),
        records(record(questions=("se-one",)), record(questions=("se-one", "se-two"), candidate="C-015")),
    ),
    good=(
        records(
            record(questions=("se-one", "se-two")), record(questions=("se-two", "se-one"), candidate="C-015")
        ),
        records(record(questions=("se-one",)), record(questions=("se-one-b",), form=Form.B)),
    ),
)
