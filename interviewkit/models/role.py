"""A role's rubric: what it does, what it is measured by, and how it is interviewed."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from interviewkit.models.base import Id, Line, Minutes, Model, Text
from interviewkit.models.question import QuestionKind
from interviewkit.models.scale import Level, Seniority
from interviewkit.models.team import TeamLoop, TeamStage, Technology

Weight = Annotated[int, Field(ge=1, le=100)]
"""Whole per cent; the weights of a role sum to 100."""


class Bars(Model):
    """The level each seniority asks for; leave out a seniority that the role does not have."""

    early_career: Level | None = None
    mid: Level | None = None
    senior: Level | None = None
    staff: Level | None = None

    def at(self, seniority: Seniority) -> int | None:
        """The bar of a seniority, None where the role does not have it."""
        bar: int | None = getattr(self, seniority.value)
        return bar


class RoleCompetency(Model):
    """How much a competency counts in this role, and its bars."""

    weight: Weight
    bars: Bars
    must_have: bool = Field(default=False, description="Below the bar here, no offer is made.")


class ShiftCondition(Model):
    """The facts of a team under which a shift applies; every one given must hold."""

    stage: TeamStage | None = None
    technology: Technology | None = None
    loop: TeamLoop | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.stage is None and self.technology is None and self.loop is None:
            raise ValueError("give at least one of stage, technology, loop")
        return self


class Shift(Model):
    """A rule that moves weight between competencies for some teams. The moves sum to zero."""

    when: ShiftCondition
    add: dict[Id, int] = Field(min_length=2)
    because: Text
    principle: Id

    @model_validator(mode="after")
    def _moves_sum_to_zero(self) -> Self:
        if sum(self.add.values()) != 0:
            raise ValueError(f"the moves sum to {sum(self.add.values()):+d}, they must sum to 0")
        return self


class Stage(Model):
    """One interview of the plan: who runs it, how long, what it may rate."""

    id: Id
    title: Line
    purpose: Text
    interviewer: Line = Field(description="Who can run it: 'an engineer who reviews code weekly'.")
    minutes: Annotated[Minutes, Field(ge=15, le=240)]
    opening_minutes: Minutes = 3
    candidate_minutes: Minutes = Field(default=5, description="For the candidate's own questions.")
    closing_minutes: Minutes = 2
    competencies: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(
        description="What this interview may rate; at most five reach one scorecard."
    )
    kinds: Annotated[tuple[QuestionKind, ...], Field(min_length=1)] = (
        QuestionKind.BEHAVIOURAL,
        QuestionKind.SITUATIONAL,
        QuestionKind.JOB_KNOWLEDGE,
    )
    work_sample: Id | None = Field(
        default=None, description="Its form A; the opening's form decides which one is used."
    )
    prefer: tuple[Id, ...] = Field(
        default=(), description="Questions (form A) that this interview asks first, in this order."
    )


class PotentialNote(Model):
    """Where evidence of potential may come from: the same questions, another biography."""

    origin: Line
    look_for: Text


class Role(Model):
    """`roles/ID.yaml`, after `extends:` has been resolved."""

    id: Id
    name: Line
    mission: Text = Field(description="Two sentences.")
    job_tasks: Annotated[tuple[Id, ...], Field(min_length=8)]
    competencies: Annotated[dict[Id, RoleCompetency], Field(min_length=3, max_length=10)]
    shifts: tuple[Shift, ...] = ()
    plan: Annotated[tuple[Stage, ...], Field(min_length=1, max_length=4)]
    potential: tuple[PotentialNote, ...] = ()
    principles: tuple[Id, ...] = Field(
        default=(), description="Principles that the rubric as a whole serves, beside its competencies'."
    )

    @property
    def seniorities(self) -> tuple[Seniority, ...]:
        """The seniorities for which every competency has a bar."""
        return tuple(
            seniority
            for seniority in Seniority
            if all(entry.bars.at(seniority) is not None for entry in self.competencies.values())
        )
