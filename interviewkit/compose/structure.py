"""The structure score: which of the 15 components of a structured interview the kit has.

Components after Campion, Palmer & Campion (1997), by their numbers in that paper. Eleven are counted from the
kit; four (6, 12, 13, 14) rest on what the kit prints and asks for. The brief has their names and reasons.
"""

import datetime
from collections import Counter

from interviewkit.models.kit import KitCompetency, KitStage, SlotKind, StructureComponent
from interviewkit.models.question import Form

ENOUGH_QUESTIONS = 8
ENOUGH_MINUTES = 120

COMPONENTS = range(1, 16)

Findings = dict[int, tuple[bool, dict[str, int | str]]]
"""Component to whether it is met, and the facts that a reader can check against the kit."""


def structure_components(
    competencies: tuple[KitCompetency, ...],
    stages: tuple[KitStage, ...],
    job_tasks: int,
    form: Form,
    calibration: datetime.date | None,
) -> tuple[StructureComponent, ...]:
    """The 15 components in order; `job_tasks` is how many the role has."""
    found = {
        **_content(stages, job_tasks, form),
        **_evaluation(competencies, stages),
        **_people(stages, calibration),
    }
    return tuple(
        StructureComponent(number=number, met=found[number][0], facts=found[number][1])
        for number in COMPONENTS
    )


def _content(stages: tuple[KitStage, ...], job_tasks: int, form: Form) -> Findings:
    questions = [question for stage in stages for question in stage.questions]
    kinds = Counter(f"{question.kind.value}_questions" for question in questions)
    samples = sum(stage.work_sample is not None for stage in stages)
    asked, minutes = len(questions) + samples, sum(stage.minutes for stage in stages)
    enough = asked >= ENOUGH_QUESTIONS and minutes >= ENOUGH_MINUTES
    least = {"least_asked": ENOUGH_QUESTIONS, "least_minutes": ENOUGH_MINUTES}
    return {
        1: (True, {"job_tasks": job_tasks}),
        2: (True, {"form": form.value}),
        3: (True, {}),
        4: (samples > 0, {"work_samples": samples, **kinds}),
        5: (enough, {"asked": asked, "minutes": minutes, **least}),
        6: (True, {}),
        7: (all(_candidate_speaks_last(stage) for stage in stages), {}),
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
        8: (several, {"ratings": ratings, "interviews": len(stages)}),
        9: (True, {"competencies": len(competencies)}),
        10: (True, {}),
        13: (True, {}),
        15: (True, {}),
    }


def _people(stages: tuple[KitStage, ...], calibration: datetime.date | None) -> Findings:
    unnamed = sum(not stage.panel for stage in stages)
    raters = {person.key for stage in stages for person in stage.panel}
    people = max(len(raters), len(stages)) if unnamed else len(raters)  # each interview is run by someone
    return {
        11: (people > 1, {"people": people, "unnamed": unnamed}),
        12: (not unnamed, {"unnamed": unnamed}),
        14: (calibration is not None, {}),
    }
