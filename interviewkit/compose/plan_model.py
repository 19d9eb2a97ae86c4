"""The rules of a plan as an integer programme; each rule that an explanation may relax has a slack."""

from dataclasses import dataclass, field
from typing import Final

from interviewkit.compose.milp import Programme, Terms
from interviewkit.compose.planning import ConflictKind, Pair, PlanProblem, PlanQuestion, PlanStage

EVIDENCE_PER_PAIR: Final = 2
"""Pieces of evidence for a competency in one interview, at most; a work sample is one of them."""

RATERS: Final = 2
"""Interviewers who must rate each of the heaviest competencies."""


@dataclass(frozen=True)
class Rule:
    """A hard rule by name; ids that it does not speak of are None."""

    kind: ConflictKind
    stage: str | None = None
    competency: str | None = None
    question: str | None = None


@dataclass(frozen=True)
class PlanModel:
    """The programme and what its columns mean; every mapping is in the order of the plan.

    Columns are 0 or 1, but slacks count in the unit of their rule. `opens` and `joins` go by
    (stage id, question id), `rated` by (stage id, competency id). A question asked either *opens*
    its pair, which makes the stage rate the competency, or *joins* one that is rated already; where
    a work sample gives the rating, all join. `slack` is the amount by which a rule is broken.

    *Why two columns for a question*: a solve that gains nothing by a second question drops all
    the `joins` before it starts. One column more for "asked" took three times as long.
    """

    problem: PlanProblem
    elastic: bool
    fitting: dict[Pair, tuple[PlanQuestion, ...]]
    programme: Programme = field(default_factory=Programme)
    opens: dict[tuple[str, str], int] = field(default_factory=dict)
    joins: dict[tuple[str, str], int] = field(default_factory=dict)
    rated: dict[Pair, int] = field(default_factory=dict)
    slack: dict[Rule, int] = field(default_factory=dict)

    def asked(self, stage: str, question: str, factor: int = 1) -> Terms:
        """`factor` if the stage asks the question, else 0; no terms where it may not ask it."""
        columns = (kind.get((stage, question)) for kind in (self.opens, self.joins))
        return tuple((column, factor) for column in columns if column is not None)

    def give(self, rule: Rule, upper: int = 1) -> tuple[int, int]:
        """One unit of the rule's slack, a new column; fixed at 0 unless the model is elastic."""
        self.slack[rule] = self.programme.column(upper if self.elastic else 0)
        return self.slack[rule], 1

    def rated_in(self, stage: PlanStage) -> list[tuple[int, int]]:
        """The sum of the competencies that the stage rates."""
        return [(column, 1) for (where, _), column in self.rated.items() if where == stage.id]

    def rated_as(self, competency: str) -> list[tuple[int, int]]:
        """The sum of the stages that rate the competency."""
        return [(column, 1) for (_, what), column in self.rated.items() if what == competency]


def build_model(problem: PlanProblem, *, elastic: bool = False) -> PlanModel:
    """The rules of the problem. Elastic: rules may be broken by what their slacks say."""
    model = PlanModel(problem, elastic, problem.fitting())
    _add_questions(model)
    for stage in problem.stages:
        for competency in problem.by_rank(set(stage.competencies)):
            _add_pair(model, stage, competency)
        _add_minutes(model, stage)
        _add_sheet(model, stage)
        _add_required(model, stage)
    _add_ratings(model)
    _add_raters(model)
    return model


def wished(stage: PlanStage, question: PlanQuestion) -> bool:
    """Whether somebody named this question for this stage."""
    return question.id in stage.required or question.key in stage.preferred


def _add_questions(model: PlanModel) -> None:
    """Columns for every question in every stage that may ask it, and: once over all stages."""
    fits = {(stage, each) for (stage, _), questions in model.fitting.items() for each in questions}
    for question in model.problem.in_asking_order({question for _, question in fits}):
        places: list[tuple[int, int]] = []
        for stage in model.problem.stages:
            if (stage.id, question) in fits:
                model.joins[stage.id, question.id] = model.programme.column()
                if question.competency not in stage.given:
                    model.opens[stage.id, question.id] = model.programme.column()
                places += model.asked(stage.id, question.id)
        model.programme.at_most(1, places)


def _add_pair(model: PlanModel, stage: PlanStage, competency: str) -> None:
    """A competency is rated where a work sample gives it or exactly one question opens it."""
    questions = model.fitting[stage.id, competency]
    given = competency in stage.given
    if not questions and not given:
        return
    rated = model.programme.column(lower=int(given))
    model.rated[stage.id, competency] = rated
    asked = [term for question in questions for term in model.asked(stage.id, question.id)]
    model.programme.at_most(_most_questions(stage, questions, given=given), asked)
    if given:
        return
    openers = [(model.opens[stage.id, question.id], 1) for question in questions]
    model.programme.exactly(0, [*openers, (rated, -1)])
    for question in questions:
        model.programme.at_most(0, [(model.joins[stage.id, question.id], 1), (rated, -1)])


def _most_questions(stage: PlanStage, questions: tuple[PlanQuestion, ...], *, given: bool) -> int:
    """Two pieces of evidence; but a work sample leaves room for two questions that somebody named."""
    named = sum(wished(stage, question) for question in questions)
    required = sum(question.id in stage.required for question in questions)
    return max(EVIDENCE_PER_PAIR - given, min(EVIDENCE_PER_PAIR, named), required)


def _add_minutes(model: PlanModel, stage: PlanStage) -> None:
    minutes = [
        term
        for competency in dict.fromkeys(stage.competencies)
        for question in model.fitting[stage.id, competency]
        for term in model.asked(stage.id, question.id, question.minutes)
    ]
    worst = sum(length for _, length in minutes) + max(0, -stage.question_minutes)
    column, _ = model.give(Rule(ConflictKind.MINUTES, stage.id), worst)
    model.programme.at_most(stage.question_minutes, [*minutes, (column, -1)])


def _add_sheet(model: PlanModel, stage: PlanStage) -> None:
    """A sheet holds so many competencies, and one at least."""
    ratings = model.rated_in(stage)
    column, _ = model.give(Rule(ConflictKind.SHEET, stage.id), len(ratings))
    model.programme.at_most(model.problem.sheet_limit, [*ratings, (column, -1)])
    model.programme.at_least(1, [*ratings, model.give(Rule(ConflictKind.NOTHING_RATED, stage.id))])


def _add_required(model: PlanModel, stage: PlanStage) -> None:
    for question in dict.fromkeys(stage.required):
        rule = Rule(ConflictKind.REQUIRED, stage.id, question=question)
        model.programme.at_least(1, [*model.asked(stage.id, question), model.give(rule)])


def _add_ratings(model: PlanModel) -> None:
    for competency in model.problem.ranked:
        unrated = model.give(Rule(ConflictKind.UNRATED, competency=competency))
        model.programme.at_least(1, [*model.rated_as(competency), unrated])


def _add_raters(model: PlanModel) -> None:
    """Two raters for the heaviest competencies; one that is not rated at all needs none."""
    for competency in model.problem.must_have_two_raters:
        raters = [(column, 1) for column in _rater_columns(model, competency)]
        single = model.give(Rule(ConflictKind.ONE_RATER, competency=competency))
        unrated = model.slack[Rule(ConflictKind.UNRATED, competency=competency)]
        model.programme.at_least(RATERS, [*raters, single, (unrated, RATERS)])


def _rater_columns(model: PlanModel, competency: str) -> list[int]:
    """One column per interviewer, at most 1 and at most the stages of theirs that rate it."""
    stages = [stage for stage in model.problem.stages if (stage.id, competency) in model.rated]
    columns = []
    for rater in sorted(set().union(*(stage.raters for stage in stages))):
        columns.append(model.programme.column())
        theirs = [model.rated[stage.id, competency] for stage in stages if rater in stage.raters]
        model.programme.at_most(0, [(columns[-1], 1), *((column, -1) for column in theirs)])
    return columns
