"""What the classifier sees of a text: stems, pairs of them, topics, form, field, and what rules found.

The same in training and in use.
"""

from collections.abc import Collection, Iterator
from itertools import pairwise

from interviewkit.lint.text.item import Field
from interviewkit.lint.text.reading import Reading
from interviewkit.lint.text.words import Word

NUMBER = "<number>"
BEGIN, END = "<begin>", "<end>"
FOUND, FOUND_MORE = "!one", "!several"
"""Whether one rule found something, or several did."""
_ENDINGS = ("ings", "ing", "edly", "ed", "es", "s", "ly", "'s")
_SHORTEST = 3

Feature = tuple[str, int]
"""A feature's name, and the position of the word it begins at (-1: none)."""


_LIKE = {Field.FOLLOW_UP: Field.QUESTION, Field.SIGNAL: Field.NOTE, Field.SHEET: Field.CRITERION}
"""Fields that are judged as another one: nobody writes bad examples for them."""


def features_of(reading: Reading, codes: Collection[str] = ()) -> Iterator[Feature]:
    """The features of a text, given the codes of the rules that found something; one may come more than once.

    `stem`, `stem stem` for neighbours, `stem _ stem` across one word, `@lexicon.group`, `#form`, `=field`,
    `!code`, `!family`, `!one` and `!several`.
    """
    stems = [stem(word) for word in reading.words]
    row = [BEGIN, *stems, END]
    for position, each in enumerate(stems):
        yield each, position
    for position, (first, second) in enumerate(pairwise(row)):
        yield f"{first} {second}", max(position - 1, 0)
    for position, (first, third) in enumerate(zip(row, row[2:], strict=False)):
        yield f"{first} _ {third}", max(position - 1, 0)
    for group in reading.groups:
        yield f"@{group}", -1
    yield f"#{reading.form.value}", -1
    field = reading.item.field
    yield f"={_LIKE.get(field, field).value}", -1
    if reading.questions > 1:
        yield "#questions", -1
    for code in codes:
        yield f"!{code}", -1
        yield f"!{code[:3]}", -1
    if codes:
        yield FOUND if len(codes) == 1 else FOUND_MORE, -1


def stem(word: Word) -> str:
    """The word without a regular ending; every number is the same."""
    text = word.text
    if text[0].isdigit():
        return NUMBER
    for ending in _ENDINGS:
        if text.endswith(ending) and len(text) - len(ending) >= _SHORTEST:
            return text[: -len(ending)]
    return text
