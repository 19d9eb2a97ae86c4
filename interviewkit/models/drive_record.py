"""`drive.json`: what a drive has made, so that the next run makes only what is missing. Ids, no names."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from interviewkit.models.base import Model
from interviewkit.models.drive_outcome import OpeningPicture, OpeningStatus


class MadeKind(StrEnum):
    """What a file of a drive is."""

    KIT = "kit"
    SHEET = "sheet"
    PACK = "pack"
    SUMMARY = "summary"


class MadeFile(Model):
    """A file that a drive has written.

    `path` is relative to the output folder, with forward slashes; `inputs` is the digest of everything that
    its content depends on, `sha256` that of the content; `run` is the run that made it; `pages` are a
    document's. `about` are the ids of the candidates that it says anything about.
    """

    path: str
    kind: MadeKind
    opening: str | None = None
    inputs: str
    sha256: str
    run: int = 1
    sheet: str | None = None
    pages: int = 0
    about: tuple[str, ...] = ()


class MadeOpening(Model):
    """An opening as its last run left it."""

    opening: str
    status: OpeningStatus
    kit_digest: str = ""
    picture: OpeningPicture | None = None
    candidates: tuple[str, ...] = ()


class DriveRecord(Model):
    """`drive.json`."""

    format: Literal[1] = 1
    drive: str
    run: int = Field(description="Counts the runs that changed anything.")
    inputs: str = Field(description="Digest of everything that was read; equal means nothing is to be done.")
    openings: tuple[MadeOpening, ...]
    files: tuple[MadeFile, ...]
