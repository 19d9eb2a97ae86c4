"""A planner's conflict as a problem in the opening file."""

from collections.abc import Iterator, Sequence

from interviewkit.compose.planning import Conflict, ConflictKind
from interviewkit.compose.stages import StagePlan
from interviewkit.loading import Loaded
from interviewkit.models.opening import Opening
from interviewkit.problems import Code, Problem

KeyPath = tuple[str | int, ...]


def conflict_problem(conflict: Conflict, plans: Sequence[StagePlan], opening: Loaded[Opening]) -> Problem:
    """The conflict at the place of the opening that a recruiter would change."""
    hint = conflict.hint
    if conflict.constraint is ConflictKind.MINUTES:
        stage = next(plan.stage for plan in plans if plan.stage.id == conflict.stage)
        hint = f"{hint}; {stage.minutes + conflict.missing} minutes in all would do"
    if conflict.stage:
        places = _places_of_stage(conflict, opening.value)
    else:
        places = _places_of_competency(conflict, plans, opening.value)
    return opening.problem(Code.PLAN, next(places, ("role",)), conflict.message, hint)


def _places_of_stage(conflict: Conflict, opening: Opening) -> Iterator[KeyPath]:
    """What the opening says about the interview, the likeliest cause first."""
    changes, stage = opening.changes, str(conflict.stage)
    for old, new in changes.questions.replace.items():
        if new == conflict.question:
            yield ("changes", "questions", "replace", old)
    if conflict.question is None and stage in changes.stages:
        yield ("changes", "stages", stage)
    if stage in changes.questions.add:
        yield ("changes", "questions", "add", stage)
    for n, added in enumerate(changes.add_stages):
        if added.id == stage:
            yield ("changes", "add_stages", n)


def _places_of_competency(
    conflict: Conflict, plans: Sequence[StagePlan], opening: Opening
) -> Iterator[KeyPath]:
    """What the opening says about who rates the competency, the likeliest cause first."""
    changes, name = opening.changes, str(conflict.competency)
    is_listed = any(name in plan.stage.competencies for plan in plans)
    if conflict.constraint is ConflictKind.ONE_RATER and opening.panel:
        yield ("panel",)
    if conflict.constraint is ConflictKind.UNRATED and is_listed and changes.questions.drop:
        yield ("changes", "questions", "drop")
    for key in ("drop_stages", "stages"):
        if getattr(changes, key):
            yield ("changes", key)
    if name in changes.weights:
        yield ("changes", "weights", name)
