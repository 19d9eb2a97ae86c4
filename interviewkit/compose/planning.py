"""The planning problem and its answer: which questions are asked in which interview, or why none fit."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

Pair = tuple[str, str]
"""A competency in an interview: (stage id, competency id)."""


@dataclass(frozen=True)
class PlanQuestion:
    """A question that may be asked, reduced to what the plan depends on.

    `key` names the question and its parallel alike, and questions of one competency come in
    the order of their keys: problems that differ in ids only get plans that differ in ids only.
    `stages` holds the ids of the stages whose kinds of question include this one.
    """

    id: str
    competency: str
    minutes: int
    key: str
    stages: frozenset[str]


@dataclass(frozen=True)
class PlanStage:
    """An interview, reduced to what the plan depends on.

    `question_minutes` are the minutes left after script, candidate's questions and work sample;
    negative where those alone overfill the interview. `competencies` may be rated here and `given`,
    a subset, are rated here in any case, by the work sample. `raters` are the keys of the distinct
    interviewers, one at least. `required` are question ids, `preferred` question keys in order.
    """

    id: str
    question_minutes: int
    competencies: tuple[str, ...]
    given: frozenset[str]
    raters: frozenset[str]
    required: tuple[str, ...] = ()
    preferred: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlanProblem:
    """Everything the plan depends on. `weights` are (competency, weight) in the role's order.

    Each of the `heaviest` heaviest competencies needs two raters, where there are two stages;
    a sheet holds `sheet_limit` competencies. Raises ValueError for a stage without raters, for
    a `given` competency that its stage does not list, and for ids that are not unique.
    """

    stages: tuple[PlanStage, ...]
    questions: tuple[PlanQuestion, ...]
    weights: tuple[tuple[str, int], ...]
    heaviest: int = 3
    sheet_limit: int = 5

    def __post_init__(self) -> None:
        """Refuse what no caller may pass: the solver would answer another question."""
        _refuse_repeats("stage", (stage.id for stage in self.stages))
        _refuse_repeats("question", (question.id for question in self.questions))
        _refuse_repeats("competency", (competency for competency, _ in self.weights))
        for stage in self.stages:
            if not stage.raters:
                raise ValueError(f"stage {stage.id!r} has no raters")
            if not stage.given <= set(stage.competencies):
                raise ValueError(f"stage {stage.id!r} is given a competency that it does not list")

    @property
    def ranked(self) -> tuple[str, ...]:
        """Ids of the competencies, heaviest first; equal weights in the role's order."""
        return tuple(competency for competency, _ in sorted(self.weights, key=lambda pair: -pair[1]))

    @property
    def must_have_two_raters(self) -> tuple[str, ...]:
        """Ids of the competencies that need two raters: none where one interview is all there is."""
        return self.ranked[: self.heaviest] if len(self.stages) > 1 else ()

    def by_rank(self, competencies: Iterable[str]) -> tuple[str, ...]:
        """The competencies, heaviest first; those without a weight last, by id."""
        rank = {competency: place for place, competency in enumerate(self.ranked)}
        return tuple(sorted(competencies, key=lambda each: (rank.get(each, len(rank)), each)))

    def in_asking_order(self, questions: Iterable[PlanQuestion]) -> tuple[PlanQuestion, ...]:
        """The questions, heaviest competency first, then by key."""
        every = tuple(questions)
        order = self.by_rank({question.competency for question in every})
        place = {competency: index for index, competency in enumerate(order)}
        return tuple(sorted(every, key=lambda each: (place[each.competency], each.key, each.id)))

    def fitting(self) -> dict[Pair, tuple[PlanQuestion, ...]]:
        """The questions that each stage may ask for each competency it lists, in the order of asking.

        A competency without a weight is not worth minutes: its questions are asked only where
        they are required.
        """
        weighted = set(self.ranked)
        bank = self.in_asking_order(self.questions)
        return {
            (stage.id, competency): tuple(
                question
                for question in bank
                if question.competency == competency
                and stage.id in question.stages
                and (competency in weighted or question.id in stage.required)
            )
            for stage in self.stages
            for competency in self.by_rank(set(stage.competencies))
        }


def _refuse_repeats(what: str, ids: Iterable[str]) -> None:
    repeated = [each for each, count in Counter(ids).items() if count > 1]
    if repeated:
        raise ValueError(f"{what} ids must be unique: {', '.join(map(repr, repeated))}")


@dataclass(frozen=True)
class Plan:
    """What each interview asks and rates; stages in the order of the problem.

    `asked`: (stage id, question ids in the order of asking). `rated`: (stage id, competency ids).
    Both are heaviest competency first.
    """

    asked: tuple[tuple[str, tuple[str, ...]], ...]
    rated: tuple[tuple[str, tuple[str, ...]], ...]


class ConflictKind(StrEnum):
    """The rules that can stand in a plan's way."""

    MINUTES = "minutes"
    REQUIRED = "required"
    ONE_RATER = "one_rater"
    SHEET = "sheet"
    NOTHING_RATED = "nothing_rated"
    UNRATED = "unrated"


@dataclass(frozen=True)
class Conflict:
    """A rule that cannot be kept, and the easiest way out.

    `missing` counts in the unit of the rule: minutes for MINUTES, competencies beyond the limit
    for SHEET, otherwise 1. Ids stand in the field they belong to and are None elsewhere.
    """

    constraint: ConflictKind
    stage: str | None
    competency: str | None
    question: str | None
    missing: int
    message: str
    hint: str


@dataclass(frozen=True)
class Infeasible:
    """No plan keeps all the rules. With these conflicts out of the way, one exists; never empty."""

    conflicts: tuple[Conflict, ...]
