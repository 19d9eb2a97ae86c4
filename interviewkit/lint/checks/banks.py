"""What rules about questions in banks, kits and lists share: where each stands, and what it says in short."""

from collections.abc import Iterator
from dataclasses import dataclass

from interviewkit.lint.case import DocumentCase, FileCase, PlanCase
from interviewkit.lint.checks.plan import stage_place
from interviewkit.lint.text.item import ASKED, Field, TextItem
from interviewkit.models.kit import Kit, KitQuestion, KitStage
from interviewkit.models.question import QuestionBank
from interviewkit.problems import Location

_SHOWN = 60


@dataclass(frozen=True)
class Asked:
    """A main question: its words, its place, and the ids of itself and its parallel (empty in a list)."""

    text: str
    place: Location
    id: str = ""
    parallel: str = ""


@dataclass(frozen=True)
class Entry:
    """A main question of a list, and the texts below it."""

    question: TextItem
    below: tuple[TextItem, ...]


def asked_in_bank(case: FileCase) -> Iterator[Asked]:
    """The questions of a bank; none of any other file."""
    bank = case.loaded.value
    if isinstance(bank, QuestionBank):
        for position, question in enumerate(bank.questions):
            place = case.loaded.locate("questions", position, "ask")
            yield Asked(question.ask, place, question.id, question.parallel)


def asked_in_list(case: DocumentCase) -> Iterator[Asked]:
    """The main questions of a plain list, without its follow-ups and what is indented below a question."""
    for entry in entries(case):
        yield Asked(entry.question.text, entry.question.location)


def asked_in_kit(kit: Kit) -> Iterator[tuple[KitStage, KitQuestion]]:
    """The questions of a kit with their interviews."""
    for stage in kit.stages:
        for question in stage.questions:
            yield stage, question


def place_of(case: PlanCase, stage: KitStage, question: KitQuestion, key: str) -> Location:
    """Where a question of a kit stands in its bank, or its interview where no bank has it."""
    bank = case.rubric.banks.get(question.competency)
    for position, each in enumerate(bank.value.questions if bank else ()):
        if bank is not None and each.id == question.id:
            return bank.locate("questions", position, key)
    return stage_place(case, stage.id, "competencies")


def entries(case: DocumentCase) -> Iterator[Entry]:
    """The questions of a list with what is indented below each, or stands beside it in a table."""
    question: TextItem | None = None
    below: list[TextItem] = []
    last = 0
    for item in case.items:
        line, column = item.location.line, item.location.column
        inside = question is not None and column >= question.location.column + 2 and line <= last + 2
        if inside and item.field in ASKED:
            below.append(item)
        elif not inside:
            if question is not None:
                yield Entry(question, tuple(below))
            question, below = (item if item.field is Field.QUESTION else None), []
        last = line
    if question is not None:
        yield Entry(question, tuple(below))


def shortened(text: str) -> str:
    """The beginning of a text, for a message."""
    whole = " ".join(text.split())
    return whole if len(whole) <= _SHOWN else f"{whole[:_SHOWN].rpartition(' ')[0]} …"
