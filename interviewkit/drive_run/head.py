"""What `drive.json` says beside its files, whoever has edited it."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from interviewkit.drive_folder.entries import RECORD, parse_record
from interviewkit.drive_folder.store import Store
from interviewkit.models.drive_record import DriveRecord


def read_head(store: Store) -> DriveRecord | None:
    """`drive.json` without its files, None where there is none that can be read."""
    plain = parse_record(store.read(RECORD) or b"")
    return None if plain is None else head_of(plain)


def head_of(plain: Mapping[str, Any]) -> DriveRecord | None:
    """The record without its files, None where its data are not what a drive writes."""
    try:
        return DriveRecord.model_validate({**plain, "files": ()})
    except ValidationError:
        return None
