"""IK209: a trait is not a level."""

from collections.abc import Iterator

from interviewkit.lint.checks.anchor_words import AFTER_SUBJECT
from interviewkit.lint.checks.anchors import Wording, is_asked, is_quoted, wording_of
from interviewkit.lint.lists.list_words import words
from interviewkit.lint.rule import Example, Severity, Source, TextFound, TextRule
from interviewkit.lint.text.item import Field
from interviewkit.lint.text.matcher import Hit
from interviewkit.lint.text.reading import Reading

SHOWN = 4
"""So many words after `shows`, `lacks`, `has` the trait stands at most."""
FOLLOWS = words("and or but yet with about in under when while than enough")
LINKS = AFTER_SUBJECT | {
    "as",
    "very",
    "highly",
    "be",
    "being",
    "a",
    "an",
    "more",
    "too",
    "not",
    "extremely",
    "and",
    "or",
}


def check(reading: Reading) -> Iterator[TextFound]:
    """A finding where a person is described by a trait and not by what they did."""
    if is_asked(reading):
        return
    wording = wording_of(reading)
    if wording.vagueness <= 0:
        return
    for hit in reading.hits("anchor_traits.noun", "anchor_traits.adjective", "anchor_traits.quality"):
        excused = reading.within(hit, "anchor_traits.innocent") or is_quoted(reading, hit)
        if not excused and _describes(reading, wording, hit):
            yield TextFound(hit)
            return


def _describes(reading: Reading, wording: Wording, hit: Hit) -> bool:
    if hit.group == "anchor_traits.quality":
        return _is_shown(wording, hit)
    before, word = wording.word(hit.start - 1), reading.words[hit.end - 1]
    leads = hit.start <= wording.main or before in LINKS or _listed(reading, hit)
    if hit.group == "anchor_traits.noun":
        return leads or hit.start <= wording.main + 2
    following = wording.word(hit.end)
    ends = bool(word.mark) or not following or following in FOLLOWS
    return leads and (ends or _person_follows(wording, hit.end))


def _listed(reading: Reading, hit: Hit) -> bool:
    """Does it stand in a list of traits: `Smart, driven and …`?"""
    previous = reading.words[hit.start - 1] if hit.start else None
    return previous is not None and previous.mark == ","


def _person_follows(wording: Wording, place: int) -> bool:
    return wording.is_a(place, "quality") or wording.topic_at(
        place, "anchor_traits.person", "anchor_traits.adjective"
    )


def _is_shown(wording: Wording, hit: Hit) -> bool:
    """Does `shows`, `has`, `lacks` stand before the trait, or is the trait all that is said?"""
    if hit.start <= wording.main + 1 and wording.judges:
        return True
    start = max(0, hit.start - SHOWN)
    return any(wording.is_a(place, "showing") for place in range(start, hit.start))


RULE = TextRule(
    code="IK209",
    name="trait-as-level",
    severity=Severity.WARNING,
    message="describes a personality",
    hint="name what such a person would have been seen to do in this job, and rate that",
    why=(
        "Traits are read into people from manner and likeness, in the first minutes and differently by"
        " everyone. The work needs acts, which people of any temperament can do."
    ),
    source=Source(principle="human-facing"),
    fields=frozenset({Field.ANCHOR, Field.CRITERION, Field.SHEET}),
    topics=frozenset({"anchor_traits"}),
    check=check,
    bad=(
        Example("Smart, driven and easy to like.", Field.ANCHOR),
        Example("A natural leader.", Field.ANCHOR),
        Example("Shows a lot of passion for the field.", Field.ANCHOR),
        Example("Comes across as confident and humble.", Field.ANCHOR),
        Example("Highly motivated self-starter", Field.CRITERION),
        Example("Passionate about AI", Field.CRITERION),
        Example("Enthusiasm and energy (1–5)", Field.SHEET),
    ),
    good=(
        Example("Asks how confident the model is before acting on its answer.", Field.ANCHOR),
        Example("Says “I am a perfectionist” and gives no example.", Field.ANCHOR),
        Example(
            "Stays calm text for text: repeats the complaint and names a time for the next call.",
            Field.ANCHOR,
        ),
        Example("Tests the smart retry against a plain one on the same traffic.", Field.ANCHOR),
        Example("Data integrity", Field.CRITERION),
        Example("Plans energy use for a data centre", Field.CRITERION),
    ),
)
