"""A competency: what is rated, and the behaviour that fixes each level."""

from typing import Annotated

from pydantic import Field

from interviewkit.models.base import Id, Line, Model, Text
from interviewkit.models.scale import Level

Anchor = Annotated[Text, Field(max_length=200)]
"""Observable behaviour that fixes one level; 22 words at most read well on a scorecard."""


class Anchors(Model):
    """The five behavioural anchors, from level 1 to level 5."""

    level_1: Anchor
    level_2: Anchor
    level_3: Anchor
    level_4: Anchor
    level_5: Anchor

    def at(self, level: Level) -> str:
        """The anchor of a level (1–5)."""
        return (self.level_1, self.level_2, self.level_3, self.level_4, self.level_5)[level - 1]


class Signals(Model):
    """What weak and strong evidence sound like in an interview."""

    weak: Annotated[tuple[Text, ...], Field(min_length=3, max_length=3)]
    strong: Annotated[tuple[Text, ...], Field(min_length=3, max_length=3)]


class Competency(Model):
    """`competencies/ID.yaml`."""

    id: Id
    name: Line
    definition: Annotated[Text, Field(max_length=220)] = Field(description="One sentence.")
    principles: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(
        description="Ids of the principles it serves."
    )
    anchors: Anchors
    signals: Signals
