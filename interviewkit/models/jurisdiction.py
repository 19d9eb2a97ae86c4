"""Law and custom by country, as data with a date. Never advice."""

import datetime
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from interviewkit.models.base import COUNTRY_PATTERN, RULE_PATTERN, Line, Model, Text

CountryCode = Annotated[str, StringConstraints(pattern=COUNTRY_PATTERN)]
"""ISO 3166: `GB`, `US`, or with a subdivision `US-CA`."""


RuleCode = Annotated[str, StringConstraints(pattern=RULE_PATTERN)]
"""The code of a rule about fairness and law: `IK401`."""


class Paper(StrEnum):
    """The two page sizes."""

    A4 = "a4"
    LETTER = "letter"


class LegalSource(Model):
    """Where a statement about law comes from, and how sure we are."""

    name: Line
    as_of: datetime.date
    confidence: Literal["verified", "secondary", "from_memory"]


class DoNotAsk(Model):
    """A topic to keep out of an interview, and what may be asked instead.

    `checks` are the codes of the checker's rules that stand on this entry; `severity` is the most that they
    report here.
    """

    topic: Line
    instead: Text
    source: LegalSource
    checks: tuple[RuleCode, ...] = ()
    severity: Literal["error", "warning", "info"] = "error"


class Retention(Model):
    """How long the filled sheets are kept."""

    months: Annotated[int, Field(ge=1, le=120)]
    statement: Text
    source: LegalSource


class Jurisdiction(Model):
    """`jurisdictions/CC.yaml`."""

    code: CountryCode
    name: Line
    paper: Paper
    retention: Retention
    do_not_ask: Annotated[tuple[DoNotAsk, ...], Field(min_length=1)]
    adjustments: Text = Field(description="How to offer adjustments for the interview itself.")
    candidate_rights: Text = Field(description="What candidates may ask to see.")
