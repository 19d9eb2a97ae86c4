"""The minutes of an interview, from the first word to the last."""

from collections.abc import Mapping

from interviewkit.compose.stages import StagePlan
from interviewkit.models.kit import KitQuestion, SlotKind, TimeSlot


def time_plan(
    plan: StagePlan, questions: tuple[KitQuestion, ...], names: Mapping[str, str]
) -> tuple[TimeSlot, ...]:
    """Slots in order, without gaps, that sum to the interview's minutes; `names` are of competencies."""
    stage, sample = plan.stage, plan.work_sample
    spare = plan.question_minutes - sum(question.minutes for question in questions)
    parts: list[tuple[SlotKind, int, str, str | None]] = [
        (SlotKind.OPENING, stage.opening_minutes, "Opening", None),
        (SlotKind.WORK_SAMPLE, sample.minutes if sample else 0, "Work sample", None),
        *((SlotKind.QUESTION, asked.minutes, names[asked.competency], asked.id) for asked in questions),
        (SlotKind.SPARE, spare, "In reserve", None),
        (SlotKind.CANDIDATE, stage.candidate_minutes, "Candidate's questions", None),
        (SlotKind.CLOSING, stage.closing_minutes, "Closing", None),
    ]
    slots: list[TimeSlot] = []
    start = 0
    for kind, minutes, label, question in parts:
        if minutes:
            slots.append(TimeSlot(start=start, minutes=minutes, kind=kind, label=label, question=question))
            start += minutes
    return tuple(slots)
