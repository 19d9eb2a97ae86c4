"""What a run of a drive built: its counts in one place."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from interviewkit.models.drive_outcome import DriveOutcome, OpeningOutcome, OpeningStatus


@dataclass(frozen=True)
class Built:
    """Counts over all openings of a drive, its organisations by name, and the openings that failed."""

    statuses: Mapping[OpeningStatus, int]
    candidates: int
    sheets: int
    made: int
    organisations: tuple[str, ...]
    failed: tuple[OpeningOutcome, ...]


def count_built(outcome: DriveOutcome) -> Built:
    """The counts of a drive; statuses that no opening has are left out."""
    found = Counter(each.status for each in outcome.openings)
    pictures = [each.picture for each in outcome.openings if each.picture is not None]
    return Built(
        statuses={status: found[status] for status in OpeningStatus if found[status]},
        candidates=sum(each.candidates for each in outcome.openings),
        sheets=sum(each.sheets for each in outcome.openings),
        made=sum(each.made for each in outcome.openings),
        organisations=tuple(dict.fromkeys(picture.organisation for picture in pictures)),
        failed=tuple(each for each in outcome.openings if each.status is OpeningStatus.FAILED),
    )
