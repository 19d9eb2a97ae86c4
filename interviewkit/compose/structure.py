"""The structure score: which of the 15 components of a structured interview the kit has, and why.

Components after Campion, Palmer & Campion (1997). Eleven are counted from the kit; four (6, 12, 13, 14) rest
on what the kit prints and asks for.
"""

import datetime

from interviewkit.models.kit import KitCompetency, KitStage, SlotKind, StructureComponent
from interviewkit.models.question import Form

ENOUGH_QUESTIONS = 8
ENOUGH_MINUTES = 120


NAMES = (
    "Job analysis",
    "Same questions",
    "Limited prompting",
    "Better questions",
    "Enough questions",
    "Side information kept out",
    "Candidate’s questions last",
    "Several ratings",
    "Anchored scales",
    "Detailed notes",
    "Several interviewers",
    "Same interviewers for all",
    "No talk before rating",
    "Training",
    "Ratings combined by rule",
)
"""The components, 1 to 15, in the order of the paper."""

Findings = dict[int, tuple[bool, str]]
"""Component to whether it is met, and the reason."""


def structure_components(
    competencies: tuple[KitCompetency, ...],
    stages: tuple[KitStage, ...],
    job_tasks: int,
    form: Form,
    calibration: datetime.date | None,
) -> tuple[StructureComponent, ...]:
    """The 15 components in order, each with a reason that a reader can check against the kit."""
    found = {
        **_content(stages, job_tasks, form),
        **_evaluation(competencies, stages),
        **_people(stages, calibration),
    }
    return tuple(
        StructureComponent(number=number, name=name, met=found[number][0], reason=found[number][1])
        for number, name in enumerate(NAMES, start=1)
    )


def _content(stages: tuple[KitStage, ...], job_tasks: int, form: Form) -> Findings:
    questions = [question for stage in stages for question in stage.questions]
    samples = sum(stage.work_sample is not None for stage in stages)
    kinds = ", ".join(sorted({question.kind.value.replace("_", " ") for question in questions})) or "none"
    minutes = sum(stage.minutes for stage in stages)
    asked = len(questions) + samples
    enough = asked >= ENOUGH_QUESTIONS and minutes >= ENOUGH_MINUTES
    last = all(_candidate_speaks_last(stage) for stage in stages)
    return {
        1: (True, f"Every question names the job tasks it samples; the role has {job_tasks}."),
        2: (True, f"All candidates of this opening get form {form.value}, word for word."),
        3: (True, "Two follow-ups are required, probes are listed, nothing else is asked."),
        4: (samples > 0, f"{samples} work samples; questions are {kinds}."),
        5: (enough, f"{asked} questions and work samples in {minutes} minutes."),
        6: (True, "No sheet has room for CV, school or employer; guides say so."),
        7: (last, "The time plan puts them after the last rated question."),
    }


def _candidate_speaks_last(stage: KitStage) -> bool:
    kinds = [slot.kind for slot in stage.time_plan]
    return SlotKind.CANDIDATE in kinds and kinds.index(SlotKind.CANDIDATE) > max(
        (n for n, kind in enumerate(kinds) if kind in {SlotKind.QUESTION, SlotKind.WORK_SAMPLE}), default=-1
    )


def _evaluation(competencies: tuple[KitCompetency, ...], stages: tuple[KitStage, ...]) -> Findings:
    ratings = sum(len(stage.rated) for stage in stages)
    several = all(len(stage.rated) > 1 for stage in stages)
    return {
        8: (several, f"{ratings} separate ratings over {len(stages)} interviews."),
        9: (True, f"{len(competencies)} competencies, five behavioural anchors each."),
        10: (True, "Each rating has evidence lines, printed before its boxes."),
        13: (True, "Printed on every scorecard: rate before you talk to anyone."),
        15: (True, "The debrief combines the ratings with weights set beforehand."),
    }


def _people(stages: tuple[KitStage, ...], calibration: datetime.date | None) -> Findings:
    named = all(stage.panel for stage in stages)
    raters = {person.key for stage in stages for person in stage.panel}
    count = len(raters) if named else max(len(raters), len(stages))
    same = "Each interview has a named person, the same for all candidates."
    trained = "The panel practises rating together, on the day set in the check-list."
    untrained = "Not yet: set a day on which the panel practises rating (dates, calibration)."
    return {
        11: (
            count > 1,
            f"{count} {'people rate' if count > 1 else 'person rates'}{'' if named else ', once named'}.",
        ),
        12: (named, same if named else "Not yet: name a person for every interview (panel)."),
        14: (calibration is not None, trained if calibration else untrained),
    }
