"""The structure score: which of the 15 components of a structured interview the kit has, and why.

Components after Campion, Palmer & Campion (1997). Eleven are counted from the kit; four (6, 12, 13, 14) rest
on what the kit prints and asks for.
"""

import datetime

from interviewkit.models.kit import KitCompetency, KitStage, SlotKind, StructureComponent
from interviewkit.models.question import Form

ENOUGH_QUESTIONS = 8
ENOUGH_MINUTES = 120


def structure_components(
    competencies: tuple[KitCompetency, ...],
    stages: tuple[KitStage, ...],
    job_tasks: int,
    form: Form,
    calibration: datetime.date | None,
) -> tuple[StructureComponent, ...]:
    """The 15 components in order, each with a reason that a reader can check against the kit."""
    rows = (
        *_content(stages, job_tasks, form),
        *_evaluation(competencies, stages),
        *_people(stages, calibration),
    )
    ordered = sorted(rows, key=lambda row: row[0])
    return tuple(
        StructureComponent(number=number, name=name, met=met, reason=reason)
        for number, name, met, reason in ordered
    )


Row = tuple[int, str, bool, str]


def _content(stages: tuple[KitStage, ...], job_tasks: int, form: Form) -> tuple[Row, ...]:
    questions = [question for stage in stages for question in stage.questions]
    samples = sum(stage.work_sample is not None for stage in stages)
    kinds = sorted({question.kind.value.replace("_", " ") for question in questions})
    minutes = sum(stage.minutes for stage in stages)
    asked = len(questions) + samples
    last = all(_candidate_speaks_last(stage) for stage in stages)
    return (
        (
            1,
            "Job analysis",
            True,
            f"Every question names the job tasks it samples; the role has {job_tasks}.",
        ),
        (2, "Same questions", True, f"All candidates of this opening get form {form.value}, word for word."),
        (
            3,
            "Limited prompting",
            True,
            "Two follow-ups are required, probes are listed, nothing else is asked.",
        ),
        (
            4,
            "Better questions",
            samples > 0,
            f"{samples} work samples; questions are {', '.join(kinds) or 'none'}.",
        ),
        (
            5,
            "Enough questions",
            asked >= ENOUGH_QUESTIONS and minutes >= ENOUGH_MINUTES,
            f"{asked} questions and work samples in {minutes} minutes.",
        ),
        (
            6,
            "Side information kept out",
            True,
            "No sheet has room for CV, school or employer; guides say so.",
        ),
        (7, "Candidate's questions last", last, "The time plan puts them after the last rated question."),
    )


def _candidate_speaks_last(stage: KitStage) -> bool:
    kinds = [slot.kind for slot in stage.time_plan]
    return SlotKind.CANDIDATE in kinds and kinds.index(SlotKind.CANDIDATE) > max(
        (n for n, kind in enumerate(kinds) if kind in {SlotKind.QUESTION, SlotKind.WORK_SAMPLE}), default=-1
    )


def _evaluation(competencies: tuple[KitCompetency, ...], stages: tuple[KitStage, ...]) -> tuple[Row, ...]:
    ratings = sum(len(stage.rated) for stage in stages)
    several = all(len(stage.rated) > 1 for stage in stages)
    return (
        (8, "Several ratings", several, f"{ratings} separate ratings over {len(stages)} interviews."),
        (9, "Anchored scales", True, f"{len(competencies)} competencies, five behavioural anchors each."),
        (10, "Detailed notes", True, "Each rating has evidence lines, printed before its boxes."),
        (13, "No talk before rating", True, "Printed on every scorecard: rate before you talk to anyone."),
        (
            15,
            "Ratings combined by rule",
            True,
            "The debrief combines the ratings with weights set beforehand.",
        ),
    )


def _people(stages: tuple[KitStage, ...], calibration: datetime.date | None) -> tuple[Row, ...]:
    named = all(stage.panel for stage in stages)
    raters = {person.key for stage in stages for person in stage.panel}
    count = len(raters) if named else max(len(raters), len(stages))
    same = (
        "Each interview has a named person, the same for all candidates."
        if named
        else "Not yet: name a person for every interview (panel)."
    )
    trained = (
        "The panel practises rating together, on the day set in the check-list."
        if calibration
        else "Not yet: set a day on which the panel practises rating (dates, calibration)."
    )
    return (
        (11, "Several interviewers", count > 1, f"{count} {'people rate' if count > 1 else 'person rates'}."),
        (12, "Same interviewers for all", named, same),
        (14, "Training", calibration is not None, trained),
    )
