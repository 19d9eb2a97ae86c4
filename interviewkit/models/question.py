"""Questions: one bank per competency, each question with its parallel in the other form."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from interviewkit.models.base import Id, Minutes, Model, Text
from interviewkit.models.scale import Seniority


class QuestionKind(StrEnum):
    """What a question asks for (DESIGN.md §2)."""

    BEHAVIOURAL = "behavioural"
    SITUATIONAL = "situational"
    WORK_SAMPLE = "work_sample"
    JOB_KNOWLEDGE = "job_knowledge"


class Form(StrEnum):
    """The two parallel question sets."""

    A = "A"
    B = "B"


class ListenFor(Model):
    """What to listen for, by band of levels."""

    levels_1_2: Text
    level_3: Text
    levels_4_5: Text


class Question(Model):
    """One question. It names the job tasks it samples: that is what makes it job-relevant."""

    id: Id
    kind: QuestionKind
    form: Form
    parallel: Id = Field(description="The question of the other form that stands in for this one.")
    seniorities: Annotated[tuple[Seniority, ...], Field(min_length=1)]
    minutes: Minutes
    job_tasks: Annotated[tuple[Id, ...], Field(min_length=1)]
    ask: Text = Field(description="What the interviewer says, word for word.")
    follow_ups: Annotated[tuple[Text, ...], Field(min_length=2, max_length=2)] = Field(
        description="Required: every candidate is asked these."
    )
    probes: Annotated[tuple[Text, ...], Field(min_length=3, max_length=3)] = Field(
        description="Optional: for when the answer stays general."
    )
    listen_for: ListenFor


class QuestionBank(Model):
    """`questions/ID.yaml`: the questions of one competency."""

    competency: Id
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]
