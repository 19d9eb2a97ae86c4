"""What is said of a team: the facts that shift weights and fill slots in questions."""

from enum import StrEnum

from pydantic import Field

from interviewkit.models.base import Line, Model, Text


class Technology(StrEnum):
    """Is technology the product, or does it serve another business?"""

    CORE = "core"
    ENABLER = "enabler"


class TeamStage(StrEnum):
    """How far the team is: generalists first, specialists when optimising."""

    FINDING_FIT = "finding_fit"
    SCALING = "scaling"
    OPTIMISING = "optimising"


class TeamLoop(StrEnum):
    """Daily work that the team does together, or what sets it apart from the outside."""

    INNER = "inner"
    OUTER = "outer"


class Team(Model):
    """The team of an opening."""

    mission: Text
    domain: Line | None = Field(default=None, description="For example 'medical record processing'.")
    product: Line | None = Field(default=None, description="For example 'the claims assistant'.")
    technology: Technology = Technology.CORE
    stage: TeamStage = TeamStage.SCALING
    loop: TeamLoop = TeamLoop.INNER
