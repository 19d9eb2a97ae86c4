"""The upper levels of a scale, and whether they reward something that should earn nothing by itself.

The words stand in the built-in lexicon `upper_levels`. Lower levels may speak of size, or of building
everything oneself, as what to get over; only levels 4 and 5 say what is rated higher.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

from interviewkit.library import open_library
from interviewkit.lint.case import FileCase
from interviewkit.lint.checks.close import near
from interviewkit.lint.rule import CaseFound
from interviewkit.lint.text.item import Field, TextItem
from interviewkit.lint.text.lexicons import load_matcher
from interviewkit.lint.text.matcher import Matcher
from interviewkit.lint.text.reading import Reading
from interviewkit.models.competency import Anchors, Competency
from interviewkit.models.work_sample import WorkSample

TOPIC = "upper_levels"
UPPER = (4, 5)


def rewarded(case: FileCase, group: str, message: str) -> Iterator[CaseFound]:
    """A finding at each upper level of the file that speaks of what the group means."""
    for path, anchors in _scales(case.loaded.value):
        for level in UPPER:
            place = case.loaded.locate(*path, f"level_{level}")
            reading = Reading(TextItem(anchors.at(level), Field.ANCHOR, place), _matcher())
            hits = [
                hit
                for hit in reading.hits(f"{TOPIC}.{group}")
                if not near(reading, hit, f"{TOPIC}.taken_back")
            ]
            if hits:
                yield CaseFound(place, f"level {level} {message}: “{reading.said(hits[0])}”")


def _scales(value: Any) -> Iterator[tuple[tuple[str | int, ...], Anchors]]:
    if isinstance(value, Competency):
        yield ("anchors",), value.anchors
    if isinstance(value, WorkSample):
        for position, entry in enumerate(value.levels):
            yield ("levels", position, "levels"), entry.levels


@cache
def _matcher() -> Matcher:
    return load_matcher(open_library(), TOPIC)
