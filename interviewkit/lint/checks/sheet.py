"""Scorecards that are plain text: which labels stand on one, in which order, and on what scale it rates.

A document is a scorecard where it rates something and has another label of a form beside that. Its labels
come from the built-in lexicon `scorecard`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from itertools import pairwise

from interviewkit.library import open_library
from interviewkit.lint.case import DocumentCase
from interviewkit.lint.checks.close import inside
from interviewkit.lint.text.item import Field, TextItem
from interviewkit.lint.text.lexicons import load_matcher
from interviewkit.lint.text.matcher import Hit, Matcher
from interviewkit.lint.text.reading import Reading
from interviewkit.problems import Location

TOPIC = "scorecard"
LONGEST_LABEL = 14
"""A label's sentence has so many words at most, its boxes included."""
SHORT = 6
"""A text that ends with the label has so many words at most, and no full stop: `Testing skills rating`."""
LONGEST_TEXT = 160
"""Characters: in a longer text no label is looked for."""
SHARE = 0.1
"""So many of a scorecard's texts are labels, or more: a long list with two of them is none."""
FEWEST_BOXES = 3
BOTH_ENDS = 2
"""Numbers: `1 (poor) to 10 (excellent)`."""
ANCHOR_WORDS = 4
"""A level that is described, not only named, has so many words."""

_LEVEL = re.compile(r"^\W{0,3}(?:level |rating |score )?[0-9]{1,2}\s?[-:=.)]\s?(?=[a-z])")
_MAY_BE_LABEL = re.compile(
    r"rat|scor|grad|mark|point|overall|total|eviden|note|comment|observ|exampl|justif|remark|feedb|behav|what"
    r"|which|recomm|decision|verdict|vote|hire|proceed|compet|criter|attribut|dimens|skill|requir|categ|area|circle"
    r"|tick|choose|select|reason|[0-9] ",
    re.IGNORECASE,
)
_MARKS = frozenset(":_([{/|☐□0123456789")
_PROSE = frozenset(".,;!?\"'")
_NUMBERS = re.compile(r"[0-9]{1,3}")
_RANGE = re.compile(r"([0-9]{1,3})\s?(?:-|to|/|\.{2,3})\s?([0-9]{1,3})")
_OUT_OF = re.compile(r"(?:/|out of|of)\s?([0-9]{1,3})")


class LabelKind(StrEnum):
    """What a label asks for."""

    OVERALL = "overall"
    RATING = "rating"
    EVIDENCE = "evidence"
    RECOMMENDATION = "recommendation"
    COMPETENCY = "competency"


RATES = frozenset((LabelKind.OVERALL, LabelKind.RATING))


@dataclass(frozen=True)
class Label:
    """A label on the sheet: `place` is the item's number and the word's; labels compare as they are read."""

    kind: LabelKind
    place: tuple[int, int]
    location: Location


@dataclass(frozen=True)
class TextSheet:
    """A scorecard as text."""

    items: tuple[TextItem, ...]
    readings: tuple[Reading, ...]
    labels: tuple[Label, ...]

    def of(self, kind: LabelKind) -> tuple[Label, ...]:
        """The labels of a kind, as they are read."""
        return tuple(label for label in self.labels if label.kind is kind)

    @cached_property
    def ratings(self) -> tuple[Label, ...]:
        """The labels of ratings, without an overall one."""
        return self.of(LabelKind.RATING)

    @property
    def first(self) -> Location:
        """Where the sheet begins to rate."""
        return (self.ratings or self.of(LabelKind.OVERALL))[0].location

    @cached_property
    def is_table(self) -> bool:
        """Does a label of a rating head a column?"""
        heads = {label.location.line for label in self.ratings}
        return any(
            other.location.line in heads and other.kind in {LabelKind.COMPETENCY, LabelKind.EVIDENCE}
            for other in self.labels
        )

    @cached_property
    def rated(self) -> int:
        """How many things are rated: the rows of a table, else the labels of ratings."""
        return self._rows() if self.is_table else len(self.ratings)

    def _rows(self) -> int:
        """The lines below the head of a table that have a cell, up to the first gap."""
        head = self.ratings[0].location.line
        filled = {item.location.line for item in self.items}
        overall = {label.location.line for label in self.of(LabelKind.OVERALL)}
        line, rows = head + 2, 0
        while line in filled:
            rows += line not in overall
            line += 1
        return rows

    def says(self, group: str) -> bool:
        """Does any text on the sheet say something of a group?"""
        return any(reading.has(f"{TOPIC}.{group}") for reading in self.readings)

    @cached_property
    def anchors(self) -> int:
        """How many texts describe a level."""
        return sum(map(_describes_level, self.items, self.readings))

    def scales(self) -> Iterator[tuple[int, Location]]:
        """How many levels a rating has, wherever that can be told, and where it is said."""
        ratings = {label.place[0] for label in self.labels if label.kind in RATES}
        for number, (item, reading) in enumerate(zip(self.items, self.readings, strict=True)):
            if number in ratings or reading.has(f"{TOPIC}.scale") or _boxes(reading) is not None:
                levels = _levels(reading)
                if levels:
                    yield levels, item.location


def sheet_of(case: DocumentCase) -> TextSheet | None:
    """The document as a scorecard, None where it is none."""
    return _sheet_of(case.items)


@cache
def _sheet_of(items: tuple[TextItem, ...]) -> TextSheet | None:
    labels = _without_doubles(
        label
        for number, item in enumerate(items)
        if _may_hold_label(item.text)
        for label in _labels(number, Reading(item, _matcher()))
    )
    kinds = {label.kind for label in labels}
    ratings = [label for label in labels if label.kind in RATES]
    others = kinds - RATES
    if not ratings or len(labels) < SHARE * len(items) or (not others and len(ratings) == 1):
        return None
    return TextSheet(items, tuple(Reading(item, _matcher()) for item in items), labels)


def _may_hold_label(text: str) -> bool:
    """A quick look: is it short, with a mark or a number as labels have, or without a sentence's end?"""
    return (
        len(text) <= LONGEST_TEXT
        and (text[-1:] not in _PROSE or not _MARKS.isdisjoint(text))
        and _MAY_BE_LABEL.search(text) is not None
    )


def invites_questions(item: TextItem) -> bool:
    """Does the text invite the candidate's own questions?"""
    return Reading(item, _matcher()).has(f"{TOPIC}.candidate_asks")


@cache
def _matcher() -> Matcher:
    return load_matcher(open_library(), TOPIC)


def _labels(number: int, reading: Reading) -> Iterator[Label]:
    """The labels of one text, each stretch of words by the first kind that fits."""
    location = reading.item.location
    taken: set[int] = set()
    found: set[LabelKind] = set()
    for kind in LabelKind:
        for hit in reading.hits(f"{TOPIC}.{kind}"):
            words = set(range(hit.start, hit.end))
            if taken & words or not _is_label(reading, hit):
                continue
            taken |= words
            found.add(kind)
            yield Label(kind, (number, hit.start), location)
    boxes = _boxes(reading)
    if boxes is not None and not any(kind in RATES for kind in found):
        yield Label(LabelKind.RATING, (number, boxes), location)


def _is_label(reading: Reading, hit: Hit) -> bool:
    """Does the hit stand before a colon, boxes or numbers, or end a short text that is no prose?"""
    if inside(reading, hit, f"{TOPIC}.scale", f"{TOPIC}.general"):
        return False
    words = reading.words
    sentence = words[hit.start].sentence
    length = sum(word.sentence == sentence for word in words)
    mark = words[hit.end - 1].mark
    if length > LONGEST_LABEL or mark[:1] in _PROSE or words[-1].mark[:1] == "?":
        return False
    if mark:
        return True
    if hit.end == len(words):
        return len(words) <= SHORT
    return words[hit.end].text.isdigit()


def _without_doubles(labels: Iterable[Label]) -> tuple[Label, ...]:
    """The labels as they are read; `rate from 1`, the boxes after `rating:`, and the like are one label."""
    ordered = sorted(labels, key=lambda label: label.place)
    kept: list[Label] = []
    for label in ordered:
        last = kept[-1] if kept else None
        rates = last is not None and last.kind in RATES
        if (
            rates
            and last
            and label.kind is LabelKind.RATING
            and label.place[0] - last.place[0] <= (label.place[1] == 0)
        ):
            continue
        kept.append(label)
    return tuple(kept)


def _boxes(reading: Reading) -> int | None:
    """Where the boxes of a rating begin in a short text that has them: `1 2 3 4 5`, `Testing: 1 2 3 4 5`."""
    places = [place for place, word in enumerate(reading.words) if word.text.isdigit()]
    numbers = [int(reading.words[place].text) for place in places]
    rising = all(two == one + 1 for one, two in pairwise(numbers))
    words = reading.count - len(numbers)
    if len(numbers) < FEWEST_BOXES or not rising or numbers[0] > 1 or words > LONGEST_LABEL:
        return None
    return places[0]


def _describes_level(item: TextItem, reading: Reading) -> bool:
    if reading.count < ANCHOR_WORDS:
        return False
    return item.field is Field.ANCHOR or _LEVEL.match(reading.text) is not None


def _levels(reading: Reading) -> int:
    """How many levels the text's scale has, 0 where it has none."""
    if reading.has(f"{TOPIC}.two_way"):
        return 3 if any(word.text in {"medium", "average", "amber", "fair"} for word in reading.words) else 2
    text = reading.text
    if "%" in text:
        return 101
    found = [int(high) - int(low) + 1 for low, high in _RANGE.findall(text) if int(low) <= 1 < int(high)]
    found += [int(high) for high in _OUT_OF.findall(text)]
    numbers = [int(number) for number in _NUMBERS.findall(text)]
    if len(numbers) >= FEWEST_BOXES and numbers[0] <= 1:
        found.append(len(numbers))
    if len(numbers) == BOTH_ENDS and numbers[0] <= 1:
        found.append(numbers[1] - numbers[0] + 1)
    return max(found, default=0)
