"""The hiring principles, each with the document and the timestamps it comes from."""

from typing import Annotated

from pydantic import Field, StringConstraints

from interviewkit.models.base import TIMESTAMP_PATTERN, VERBATIM, Id, Line, Model, Text

Timestamp = Annotated[str, StringConstraints(pattern=TIMESTAMP_PATTERN)]
"""A place in a recording: `00:12:47` or `00:12:47.000`."""


class Source(Model):
    """Where a principle or a job task comes from."""

    document: Annotated[Line, VERBATIM] = Field(description="File name of the source document.")
    timestamps: tuple[Timestamp, ...] = Field(
        default=(), description="Places in the recording; empty where the document has none."
    )
    section: Annotated[Line, VERBATIM] | None = Field(
        default=None, description="Heading, where there is no timestamp."
    )


class Principle(Model):
    """A hiring principle and what it changes in an interview."""

    id: Id
    name: Line = Field(description="A few words, for tables: 'Software engineering first'.")
    statement: Text
    changes: Text = Field(description="What it changes in an interview.")
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    rules: tuple[Line, ...] = Field(default=(), description="Checks that enforce it, in words or as a code.")


class PrincipleList(Model):
    """`principles.yaml`."""

    principles: Annotated[tuple[Principle, ...], Field(min_length=1)]
