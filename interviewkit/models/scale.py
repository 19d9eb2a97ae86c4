"""The rating scale: five levels, "not assessed", and the four-way recommendation."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from interviewkit.models.base import Id, Line, Model, Text

LEVELS = (1, 2, 3, 4, 5)

Level = Annotated[int, Field(ge=1, le=5)]
"""A level of the rating scale, 1 to 5."""


class Seniority(StrEnum):
    """How much scope the opening carries; it picks the bar of every competency."""

    EARLY_CAREER = "early_career"
    MID = "mid"
    SENIOR = "senior"
    STAFF = "staff"


class ScaleLevel(Model):
    """One step of the scale, the same for every competency."""

    level: Level
    name: Line = Field(description="Two or three words, printed beside the number.")
    meaning: Text = Field(description="What this level means for any competency.")


class RecommendationChoice(Model):
    """One of the four answers an interviewer can give before the debrief."""

    id: Id
    name: Line
    meaning: Text


class RatingScale(Model):
    """`scale.yaml`: what the boxes on a scorecard mean."""

    levels: Annotated[tuple[ScaleLevel, ...], Field(min_length=5, max_length=5)]
    not_assessed: Text = Field(description="When to tick 'not assessed'.")
    recommendations: Annotated[tuple[RecommendationChoice, ...], Field(min_length=4, max_length=4)]
