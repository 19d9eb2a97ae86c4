"""IK106: a question has time for an answer, its follow-ups and a probe."""

from collections.abc import Iterator

from interviewkit.lint.case import FileCase
from interviewkit.lint.examples.banks import bank, question, work_sample
from interviewkit.lint.rule import CaseFound, CaseRule, FileExample, Severity, Source
from interviewkit.models.question import QuestionBank
from interviewkit.models.work_sample import WorkSample

LEAST = 8
"""Minutes for a question with two follow-ups and a probe."""
LEAST_SAMPLE = 20
"""Minutes for reading a brief, working on it and answering for it."""


def _file(case: FileCase) -> Iterator[CaseFound]:
    value = case.loaded.value
    if isinstance(value, QuestionBank):
        for position, question in enumerate(value.questions):
            if question.minutes < LEAST:
                place = case.loaded.locate("questions", position, "minutes")
                yield CaseFound(
                    place, f"`{question.id}` has {_minutes(question.minutes)} for the whole answer"
                )
    if isinstance(value, WorkSample) and value.minutes < LEAST_SAMPLE:
        hint = f"give the work sample {LEAST_SAMPLE} minutes or more, or make it a question"
        message = f"`{value.id}` has {_minutes(value.minutes)} for reading, working and explaining"
        yield CaseFound(case.loaded.source.locate(("steps",), key=True), message, hint)


def _minutes(count: int) -> str:
    return f"{count} minute" if count == 1 else f"{count} minutes"


def _bank(minutes: int) -> FileExample:
    return bank(question("taken-back", "taken-back-b", minutes=minutes))


def _sample(*minutes: int) -> FileExample:
    return work_sample(steps=[{"what": "Read, then explain.", "minutes": each} for each in minutes])


RULE = CaseRule(
    code="IK106",
    name="too-little-time",
    severity=Severity.WARNING,
    message="a question or a work sample has too little time",
    hint=f"give it {LEAST} minutes or more; make the interview longer, or drop another question",
    why=(
        "In less, there is time for a prepared opening and not for the follow-ups, which everybody is asked."
        " An answer that nobody could follow up is hard to rate."
    ),
    source=Source(
        principle="hold-and-act-on-context",
        text=(
            "Limits of this checker; the built-in questions have 11 or 12 minutes, the built-in work samples"
            " 45"
        ),
        as_of="2026-11-20",
    ),
    file=_file,
    bad=(_bank(5), _bank(1), _sample(5, 10)),
    good=(_bank(8), _bank(12), _sample(10, 15)),
)
