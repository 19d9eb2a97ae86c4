"""The levels of a scale beside each other: which are given, what they share, and whether they go up.

Files have five levels by their schema. Lists give them as lines `Level 3: …`, below headings `Level 3`, or as
anchors one after the other; then their order is known, not their numbers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from interviewkit.library import open_library
from interviewkit.lint.case import DocumentCase, FileCase
from interviewkit.lint.lists.guessing import level_prefix
from interviewkit.lint.lists.list_words import words
from interviewkit.lint.text.folding import fold
from interviewkit.lint.text.item import Field
from interviewkit.lint.text.lexicons import load_matcher
from interviewkit.lint.text.matcher import Hit, Matcher
from interviewkit.lint.text.words import Word, words_of
from interviewkit.loading import Loaded
from interviewkit.models.competency import Anchors, Competency
from interviewkit.models.scale import LEVELS, RatingScale
from interviewkit.models.work_sample import WorkSample
from interviewkit.problems import Location

LADDERS = {
    "frequency": ("none", "low", "some", "most", "all"),
    "help": ("much", "some", "none"),
    "amount": ("none", "few", "some", "most", "all"),
    "grade": ("poor", "basic", "fair", "good", "top"),
}
"""The steps of each ladder, from the lowest to the highest."""

GRAMMAR = words(
    """
    a an the of in to with and or for at on by is are was were be been has have had can could does do did
    than their his her its this that it as they he she level candidate shows demonstrates displays
    exhibits able ability
    """
)
"""Words that say nothing of what is done."""
LABELS = frozenset(("level", "score", "rating", "grade"))
LABEL_WORDS = 6
HIGHEST = 10
SHADES = frozenset(
    (
        "ladders.shade",
        "ladders.often",
        *(f"ladders.{name}_{step}" for name in ("frequency", "grade") for step in LADDERS[name]),
    )
)
"""Groups of words that only turn a level up or down."""


@dataclass(frozen=True)
class Step:
    """One level of a scale: its number where that is known, what it says, and where."""

    level: int | None
    text: str
    location: Location

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words of the text."""
        return words_of(fold(self.text).text)

    @cached_property
    def hits(self) -> list[Hit]:
        """What the lexicon of ladders finds in it."""
        return _matcher().hits(self.words)

    @cached_property
    def content(self) -> tuple[str, ...]:
        """The words that say what is done, without those that only say how often or how well."""
        shade = {n for hit in self.hits if hit.group in SHADES for n in range(hit.start, hit.end)}
        kept = (word.text for n, word in enumerate(self.words) if n not in shade and word.text not in GRAMMAR)
        return tuple(_stem(word) for word in kept)

    @cached_property
    def is_bad(self) -> bool:
        """Is it about an act that is worse the more often it is done?"""
        return any(hit.group == "ladders.bad_act" for hit in self.hits)

    def rung(self, ladder: str) -> int | None:
        """The step of a ladder that the text names; None where it names none, or several."""
        hits = [hit for hit in self.hits if hit.group.startswith(f"ladders.{ladder}_")]
        longest = [hit for hit in hits if not any(_inside(hit, other) for other in hits)]
        rungs = {LADDERS[ladder].index(hit.group.rpartition("_")[2]) for hit in longest}
        return rungs.pop() if len(rungs) == 1 else None


def _inside(hit: Hit, other: Hit) -> bool:
    return (
        other.start <= hit.start and hit.end <= other.end and (hit.start, hit.end) != (other.start, other.end)
    )


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word  # noqa: PLR2004


@cache
def _matcher() -> Matcher:
    return load_matcher(open_library(), "ladders")


def alike(one: Step, other: Step) -> float:
    """How much of what two levels say of the act is the same, from 0 to 1."""
    first, second = set(one.content), set(other.content)
    return len(first & second) / len(first | second) if first and second else 0.0


# --- where levels stand ------------------------------------------------------------------------------------


def scales_of_file(case: FileCase) -> Iterator[tuple[Step, ...]]:
    """The scales of a rubric file, each from its lowest level."""
    loaded, value = case.loaded, case.loaded.value
    if isinstance(value, Competency):
        yield _of_anchors(loaded, value.anchors, "anchors")
    elif isinstance(value, WorkSample):
        for position, entry in enumerate(value.levels):
            yield _of_anchors(loaded, entry.levels, "levels", position, "levels")
    elif isinstance(value, RatingScale):
        steps = [
            Step(each.level, each.meaning, loaded.locate("levels", position, "level"))
            for position, each in enumerate(value.levels)
        ]
        yield tuple(sorted(steps, key=lambda step: step.level or 0))


def _of_anchors(loaded: Loaded[Any], anchors: Anchors, *path: str | int) -> tuple[Step, ...]:
    return tuple(Step(n, anchors.at(n), loaded.locate(*path, f"level_{n}")) for n in LEVELS)


def scales_of_document(case: DocumentCase) -> Iterator[tuple[Step, ...]]:
    """The scales of a list: with numbers where lines or headings give them, else anchors in a row."""
    scale: list[Step] = []
    for item in case.items:
        number, text = numbered(item.text) if item.level is None else (item.level, item.text)
        step = Step(number, text, item.location)
        if number is None and item.field is not Field.ANCHOR:
            yield from _ended(scale)
        elif number is None and scale and scale[-1].level is not None:
            last = scale[-1]
            scale[-1] = Step(last.level, f"{last.text} {text}".strip(), last.location)
        elif number is not None or item.sure:
            if scale and not _goes_on(scale, step):
                yield from _ended(scale)
            scale.append(step)
    yield from _ended(scale)


def _ended(scale: list[Step]) -> Iterator[tuple[Step, ...]]:
    """The scale if it has several levels; it is empty afterwards."""
    if len(scale) > 1:
        yield tuple(scale)
    scale.clear()


def _goes_on(scale: Sequence[Step], step: Step) -> bool:
    """Is it the next step: a number in the same direction, or an anchor on the same or the next line?"""
    last = scale[-1]
    if step.level is None or last.level is None:
        return step.level is last.level and step.location.line - last.location.line <= 1
    first = scale[0].level
    rises = step.level > last.level
    return step.level != last.level and (len(scale) == 1 or first is None or rises == (last.level > first))


def numbered(text: str) -> tuple[int | None, str]:
    """The level that a text begins with, and the rest: `Level 3: Tests`, `3 - Tests`, or `Level 3` alone."""
    prefix = level_prefix(text)
    if prefix:
        return _first_number(text[:prefix]), text[prefix:]
    folded = fold(text).text
    if not any(label in folded for label in LABELS):
        return None, text
    found = words_of(folded)
    labels = 1 < len(found) <= LABEL_WORDS and found[0].text in LABELS and found[1].text.isdigit()
    return (_first_number(text), "") if labels else (None, text)


def _first_number(text: str) -> int | None:
    digits = (word.text for word in words_of(fold(text).text) if word.text.isdigit())
    number = next((int(each[:3]) for each in digits), None)
    return number if number is not None and number <= HIGHEST else None
