"""The catalogue of job tasks: what people on these teams do in a week."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from interviewkit.models.base import Id, Model, Text
from interviewkit.models.principle import Source


class Workstream(StrEnum):
    """The part of a team's work that a job task belongs to."""

    EXPERIMENTATION = "experimentation"
    PRODUCTION = "production"
    OPTIMISATION = "optimisation"
    GOVERNANCE = "governance"


class JobTask(Model):
    """Something a person does in a week; questions sample job tasks."""

    id: Id
    statement: Text = Field(description="Starts with a verb: 'Trace a wrong answer back to …'.")
    workstream: Workstream
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]


class JobTaskList(Model):
    """`job_tasks.yaml`."""

    job_tasks: Annotated[tuple[JobTask, ...], Field(min_length=1)]
