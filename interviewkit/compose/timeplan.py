"""The minutes of an interview, from the first word to the last."""

from collections.abc import Iterator, Mapping

from interviewkit.compose.stages import StagePlan
from interviewkit.models.kit import KitQuestion, SlotKind, TimeSlot


def time_plan(
    plan: StagePlan, questions: tuple[KitQuestion, ...], names: Mapping[str, str]
) -> tuple[TimeSlot, ...]:
    """Slots in order, without gaps, that sum to the interview's minutes; `names` are of competencies."""
    slots: list[TimeSlot] = []
    start = 0
    for kind, minutes, question in _parts(plan, questions):
        if minutes:
            asked = _asked(question, names) if question else {}
            slots.append(TimeSlot(start=start, minutes=minutes, kind=kind, **asked))
            start += minutes
    return tuple(slots)


def _parts(
    plan: StagePlan, questions: tuple[KitQuestion, ...]
) -> Iterator[tuple[SlotKind, int, KitQuestion | None]]:
    stage, sample = plan.stage, plan.work_sample
    yield SlotKind.OPENING, stage.opening_minutes, None
    yield SlotKind.WORK_SAMPLE, sample.minutes if sample else 0, None
    for question in questions:
        yield SlotKind.QUESTION, question.minutes, question
    yield SlotKind.SPARE, plan.question_minutes - sum(question.minutes for question in questions), None
    yield SlotKind.CANDIDATE, stage.candidate_minutes, None
    yield SlotKind.CLOSING, stage.closing_minutes, None


def _asked(question: KitQuestion, names: Mapping[str, str]) -> dict[str, str]:
    return {
        "question": question.id,
        "competency": question.competency,
        "label": names[question.competency],
    }
