"""A planner's conflict as a problem in the opening file."""

from collections.abc import Sequence

from interviewkit.compose.planning import Conflict, ConflictKind
from interviewkit.compose.stages import StagePlan
from interviewkit.loading import Loaded
from interviewkit.models.opening import Opening
from interviewkit.problems import Code, Problem


def conflict_problem(conflict: Conflict, plans: Sequence[StagePlan], opening: Loaded[Opening]) -> Problem:
    """The conflict at the place of the opening that a recruiter would change."""
    hint = conflict.hint
    if conflict.constraint is ConflictKind.MINUTES:
        stage = next(plan.stage for plan in plans if plan.stage.id == conflict.stage)
        hint = f"give `{stage.id}` at least {stage.minutes + conflict.missing} minutes, or rate less in it"
    path = _place(conflict, opening.value)
    return opening.problem(Code.PLAN, path, conflict.message, hint)


def _place(conflict: Conflict, opening: Opening) -> tuple[str | int, ...]:
    changes = opening.changes
    if conflict.constraint is ConflictKind.ONE_RATER and opening.panel:
        return ("panel",)
    if conflict.question is not None and conflict.stage in changes.questions.add:
        return ("changes", "questions", "add", str(conflict.stage))
    if conflict.stage in changes.stages:
        return ("changes", "stages", str(conflict.stage))
    if conflict.constraint is ConflictKind.UNRATED and changes.questions.drop:
        return ("changes", "questions", "drop")
    return ("role",)
