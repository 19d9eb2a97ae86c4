"""The question pool of an opening, as the planner sees it and as the guide prints it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import Any

from interviewkit.compose.planning import PlanQuestion
from interviewkit.compose.stages import StagePlan
from interviewkit.models.kit import KitQuestion
from interviewkit.models.opening import Opening
from interviewkit.models.question import Form, ListenFor, Question, QuestionBank
from interviewkit.models.role import Role
from interviewkit.models.team import Team

DEFAULT_DOMAIN = "the product's domain"
DEFAULT_PRODUCT = "the product"
_SLOT = re.compile(r"\{domain\}|\{product\}")


def plan_questions(
    role: Role, banks: Iterable[QuestionBank], opening: Opening, stages: tuple[StagePlan, ...]
) -> tuple[PlanQuestion, ...]:
    """The questions that may be asked: of the form and seniority, on the role's job tasks, not dropped."""
    added = {name: stage for stage, names in opening.changes.questions.add.items() for name in names}
    gone = frozenset(opening.changes.questions.drop)
    return tuple(
        PlanQuestion(
            id=question.id,
            competency=bank.competency,
            minutes=question.minutes,
            key=key,
            stages=frozenset(
                plan.stage.id
                for plan in stages
                if question.kind in plan.stage.kinds or added.get(question.id) == plan.stage.id
            ),
        )
        for bank in banks
        for key, question in keyed_questions(bank)
        if question.id not in gone and _suits(question, role, opening)
    )


def keyed_questions(bank: QuestionBank) -> Iterator[tuple[str, Question]]:
    """Each question with a key that it shares with its parallel and that sorts in the bank's order."""
    place = {question.id: n for n, question in enumerate(bank.questions)}
    for question in bank.questions:
        first = question.id if question.form is Form.A else question.parallel
        yield f"{place.get(first, len(place)):04d} {first}", question


def _suits(question: Question, role: Role, opening: Opening) -> bool:
    return (
        question.form is opening.form
        and opening.seniority in question.seniorities
        and bool(set(question.job_tasks) & set(role.job_tasks))
    )


def fill_slots(question: Question, competency: str, team: Team) -> KitQuestion:
    """The question with `{domain}` and `{product}` replaced by the team's words."""
    slots = {"{domain}": team.domain or DEFAULT_DOMAIN, "{product}": team.product or DEFAULT_PRODUCT}
    filled = {name: _filled(getattr(question, name), slots) for name in Question.model_fields}
    return KitQuestion.model_construct(**filled, competency=competency)


def _filled(part: Any, slots: Mapping[str, str]) -> Any:
    """The part with every slot in every text below it replaced."""
    if isinstance(part, str) and not isinstance(part, Enum):
        return _SLOT.sub(lambda found: slots[found[0]], part)
    if isinstance(part, ListenFor):
        return part.model_copy(update={name: _filled(text, slots) for name, text in part})
    return tuple(_filled(inner, slots) for inner in part) if isinstance(part, tuple) else part
