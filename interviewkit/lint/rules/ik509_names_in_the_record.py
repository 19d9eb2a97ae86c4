"""IK509: a candidate's id is not a name."""

import re
from collections.abc import Iterator

from interviewkit.lint.case import PlanCase, RecordCase
from interviewkit.lint.examples.files import opening, record, records
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source
from interviewkit.lint.text.folding import fold
from interviewkit.models.opening import Candidate
from interviewkit.problems import Location

LEAST = 3
"""Letters that a part of a name has at least."""
_CODES = """\
candidate candidates cand applicant person interviewee anonymous blind test sample example dummy demo internal
external remote walk pool batch group first second third fourth fifth one two three four five six seven eight
nine ten eleven twelve alpha beta gamma delta echo foxtrot golf hotel india bravo charlie north south east
west red green blue yellow orange purple white black early late morning afternoon monday tuesday wednesday
thursday friday
"""
NEUTRAL = frozenset(_CODES.split())
"""Words of ids that are no names."""
_PARTS = re.compile(r"[-_]|(?<=[a-z])(?=[A-Z])")


def _plan(case: PlanCase) -> Iterator[CaseFound]:
    if case.inputs is None:
        return
    loaded = case.inputs.opening
    for position, candidate in enumerate(loaded.value.candidates):
        if _holds_name(candidate) or looks_like_a_name(candidate.id):
            place = loaded.locate("candidates", position, "id")
            yield CaseFound(place, "a candidate's id reads like a name, and goes into file names")


def _records(case: RecordCase) -> Iterator[CaseFound]:
    for path, kit in case.records.items():
        named = {
            sheet.candidate for sheet in kit.sheets if sheet.candidate and looks_like_a_name(sheet.candidate)
        }
        if named:
            count = "an id" if len(named) == 1 else f"{len(named)} ids"
            yield CaseFound(Location(path), f"{count} of candidates in this record read like names")


def looks_like_a_name(word: str) -> bool:
    """Two parts or more, of letters only, none of them a word of codes: `ada-example`, `AdaExample`."""
    parts = [part.lower() for part in _PARTS.split(word) if part]
    letters = [part for part in parts if part.isalpha() and len(part) >= LEAST]
    return len(parts) > 1 and len(letters) == len(parts) and not NEUTRAL & set(letters)


def _holds_name(candidate: Candidate) -> bool:
    """Is a part of the candidate's own name in the id?"""
    word = fold(candidate.id).text
    parts = re.split(r"[^a-z]", fold(candidate.name or "").text)
    return any(
        len(part) >= LEAST and part not in NEUTRAL and part in re.split(r"[^a-z]", word) for part in parts
    )


RULE = CaseRule(
    code="IK509",
    name="names-in-the-record",
    severity=Severity.WARNING,
    message="a candidate's id reads like a name",
    hint="use a code such as `C-014`; the name belongs on the sheet, under `name`",
    why=(
        "The id stands in file names, in `kit.json` and in the QR code on every page. A name there leaves the"
        " panel with each file that is sent, copied or logged."
    ),
    source=Source(text="GDPR art. 5(1)(c), data minimisation, and art. 25, by design", as_of="2026-11-20"),
    plan=_plan,
    records=_records,
    bad=(
        opening("candidates: [{id: example-ada, name: Ada Example}]\n"),
        opening("candidates: [{id: C-014}, {id: AdaExampleson}]\n"),
        records(record(candidate="ada-exampleson")),
    ),
    good=(
        opening("candidates: [{id: C-014, name: Ada Example}, {id: candidate-two}]\n"),
        records(record(candidate="C-014")),
        records(record(candidate=None)),
    ),
)
