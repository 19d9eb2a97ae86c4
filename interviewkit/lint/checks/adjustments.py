"""Adjustments for a candidate: offered and left alone, or held against them."""

from collections.abc import Iterator

from interviewkit.lint.checks.excuses import few, spared
from interviewkit.lint.checks.private_words import PEOPLE, YOU
from interviewkit.lint.rule import TextFound
from interviewkit.lint.text.item import ASKED, Field
from interviewkit.lint.text.matcher import Hit
from interviewkit.lint.text.reading import Reading

ASKED_FOR = 6
"""So near an adjustment stands that somebody asked for it."""

_OTHERS = PEOPLE - YOU


def held_against(reading: Reading) -> Iterator[TextFound]:
    """The first adjustment of a candidate's that the text counts against them or asks about."""
    if reading.has("held_against.protected"):
        return
    for hit in few(reading, "adjustments.unneeded"):
        lawful = reading.within(hit, "adjustments.innocent") or spared(reading, hit)
        if reading.item.field is Field.CRITERION and not reading.asks and not lawful:
            yield TextFound(hit)
            return
    for hit in few(reading, "adjustments.topic", "adjustments.aid"):
        if reading.within(hit, "adjustments.innocent") or reading.has("context.work"):
            continue
        if _candidates(reading, hit) and _held(reading, hit) and not spared(reading, hit):
            yield TextFound(hit)
            return


def _candidates(reading: Reading, hit: Hit) -> bool:
    """Is it an adjustment for a candidate, and no change to a plan or a price?"""
    if reading.has("adjustments.made"):
        return False
    if any(word.text in _OTHERS for word in reading.words):
        return True
    if hit.group == "adjustments.aid":
        near = reading.near(hit, ("held_against.requested",), ASKED_FOR)
        return near and (reading.item.field not in ASKED or reading.has("held_against.pry_hard"))
    return True


def _held(reading: Reading, hit: Hit) -> bool:
    if reading.item.field in ASKED:
        if reading.has("adjustments.offered") and not reading.has("held_against.pry_hard"):
            return False
        return reading.has("held_against.pry", "held_against.pry_hard", "held_against.held")
    return reading.has("held_against.held", "held_against.pry_hard") and (
        reading.near(hit, ("held_against.requested",), ASKED_FOR) or hit.group == "adjustments.topic"
    )
