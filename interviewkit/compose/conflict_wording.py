"""Says what stands in a plan's way, and the easiest way out, in the words of the house."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from interviewkit.compose.plan_model import RATERS, Rule
from interviewkit.compose.planning import Conflict, ConflictKind, Pair, PlanProblem, PlanStage


@dataclass(frozen=True)
class Broken:
    """A rule that the nearest thing to a plan breaks, by how much, and what that plan rates."""

    rule: Rule
    missing: int
    rated: frozenset[Pair]


Wording = tuple[str, str]
"""Message and hint."""


def word_conflict(problem: PlanProblem, broken: Broken) -> Conflict:
    """The broken rule as a conflict, with its message and its hint."""
    rule = broken.rule
    message, hint = WORDINGS[rule.kind](problem, broken)
    return Conflict(rule.kind, rule.stage, rule.competency, rule.question, broken.missing, message, hint)


def _word_minutes(problem: PlanProblem, broken: Broken) -> Wording:
    stage = _stage_of(problem, broken)
    have, need = stage.question_minutes, stage.question_minutes + broken.missing
    drop = "drop a question that it must ask" if stage.required else "drop a competency"
    hint = f"give it {_minutes(broken.missing)} more, or {drop}"
    if have >= 0:
        return f"`{stage.id}` has {_minutes(have)} for questions and needs {need}", hint
    message = f"the fixed parts of `{stage.id}` are {_minutes(-have)} longer than the interview"
    if need > 0:
        return f"{message}, and its questions need {need}", hint
    return message, f"give it {_minutes(broken.missing)} more, or shorten its fixed parts"


def _word_required(problem: PlanProblem, broken: Broken) -> Wording:
    stage, wanted = _stage_of(problem, broken), broken.rule.question
    question = next((each for each in problem.questions if each.id == wanted), None)
    must = f"`{stage.id}` must ask `{wanted}`"
    if question is None:
        return f"{must}, which is not in this opening's bank", "check its id, its form and its seniorities"
    if question.competency not in stage.competencies:
        hint = f"add `{question.competency}` to the competencies of `{stage.id}`, or drop the question"
        return f"{must}, but does not rate `{question.competency}`", hint
    if stage.id not in question.stages:
        return f"{must}, but asks no questions of its kind", "allow its kind there, or drop the question"
    others = _listed(each.id for each in problem.stages if wanted in each.required and each != stage)
    if others:
        return f"{must}, and so must {others}", "ask it in one of them"
    return f"{must} and has no room for it", "drop it, or another question that it must ask"


def _word_one_rater(problem: PlanProblem, broken: Broken) -> Wording:
    competency = broken.rule.competency
    rating = [stage for stage in problem.stages if (stage.id, competency) in broken.rated]
    rater = ", ".join(sorted(_raters(rating)))
    message = f"`{competency}` would be rated by one interviewer only: {rater}"
    able = [stage for stage in problem.stages if _can_rate(problem, stage, competency)]
    join = f"let a second person join {_listed(stage.id for stage in rating)}"
    others = _listed(stage.id for stage in able if stage not in rating)
    if len(able) == 1:
        return message, f"{join}, or let another interview rate it"
    if len(_raters(able)) == 1:
        return message, f"give one of the interviews {_listed(stage.id for stage in able)} to another person"
    if _evidence(problem, competency) < RATERS:
        return message, f"{join}, or add a question for it that {others} can ask"
    return message, f"{join}, or make room for it in {others}"


def _word_sheet(problem: PlanProblem, broken: Broken) -> Wording:
    stage, limit = _stage_of(problem, broken), problem.sheet_limit
    message = f"`{stage.id}` would rate {limit + broken.missing} competencies and a sheet holds {limit}"
    if len(stage.given) > limit:
        return message, f"choose a work sample that gives evidence for {limit} at most"
    return message, f"let another interview rate {broken.missing} of them"


def _word_nothing_rated(problem: PlanProblem, broken: Broken) -> Wording:
    stage = _stage_of(problem, broken)
    message = f"`{stage.id}` would rate no competency"
    if any(_can_rate(problem, stage, competency) for competency in stage.competencies):
        reason, first = "other interviews ask the questions that fit it", "add questions that it can ask"
    else:
        reason, first = "no question fits it", "list competencies that have questions of its kinds"
    return f"{message}: {reason}", f"{first}, or drop the interview"


def _word_unrated(problem: PlanProblem, broken: Broken) -> Wording:
    competency = broken.rule.competency
    message, drop = f"`{competency}` is not rated", "take it out of the role"
    listing = [stage for stage in problem.stages if competency in stage.competencies]
    able = [stage.id for stage in listing if _can_rate(problem, stage, competency)]
    if not listing:
        return f"{message}: no interview lists it", f"list it in an interview, or {drop}"
    if all(question.competency != competency for question in problem.questions):
        return f"{message}: there is no question for it", f"add questions for it, or {drop}"
    if not able:
        where = _listed(stage.id for stage in listing)
        return (
            f"{message}: no question for it fits {where}",
            f"allow the kinds of its questions there, or {drop}",
        )
    return f"{message}: there is no room for it in {_listed(able)}", f"add an interview, or {drop}"


WORDINGS: dict[ConflictKind, Callable[[PlanProblem, Broken], Wording]] = {
    ConflictKind.MINUTES: _word_minutes,
    ConflictKind.REQUIRED: _word_required,
    ConflictKind.ONE_RATER: _word_one_rater,
    ConflictKind.SHEET: _word_sheet,
    ConflictKind.NOTHING_RATED: _word_nothing_rated,
    ConflictKind.UNRATED: _word_unrated,
}


def _stage_of(problem: PlanProblem, broken: Broken) -> PlanStage:
    return next(stage for stage in problem.stages if stage.id == broken.rule.stage)


def _can_rate(problem: PlanProblem, stage: PlanStage, competency: str | None) -> bool:
    """Whether a work sample or a question could make the stage rate the competency."""
    return competency in stage.given or any(
        question.competency == competency and stage.id in question.stages
        for question in problem.questions
        if competency in stage.competencies
    )


def _evidence(problem: PlanProblem, competency: str | None) -> int:
    """How many work samples and questions there are to rate the competency by."""
    given = sum(competency in stage.given for stage in problem.stages)
    asked = sum(
        question.competency == competency
        and any(_can_rate(problem, stage, competency) for stage in problem.stages)
        for question in problem.questions
    )
    return given + asked


def _raters(stages: Iterable[PlanStage]) -> frozenset[str]:
    return frozenset().union(*(stage.raters for stage in stages))


def _listed(ids: Iterable[str]) -> str:
    return ", ".join(f"`{each}`" for each in ids)


def _minutes(count: int) -> str:
    return f"{count} minute" if count == 1 else f"{count} minutes"
