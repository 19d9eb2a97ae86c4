"""What the classifier sees of a text: stems, pairs of them, topics, form, field, and what rules found.

The same in training and in use.
"""

from collections.abc import Collection, Iterator
from functools import lru_cache

from interviewkit.lint.text.item import Field
from interviewkit.lint.text.reading import Reading

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


def features_of(reading: Reading, codes: Collection[str] = ()) -> list[Feature]:
    """The features of a text, given the codes of the rules that found something; one may come more than once.

    `stem`, `stem stem` for neighbours, `stem _ stem` across one word, `@lexicon.group`, `#form`, `=field`,
    `!code`, `!family`, `!one` and `!several`.
    """
    stems = [stem(word.text) for word in reading.words]
    row = [BEGIN, *stems, END]
    places = (0, *range(len(row)))
    return [
        *zip(stems, range(len(stems)), strict=True),
        *zip(map("{} {}".format, row, row[1:]), places, strict=False),
        *zip(map("{} _ {}".format, row, row[2:]), places, strict=False),
        *((name, -1) for name in _of_whole(reading, codes)),
    ]


def _of_whole(reading: Reading, codes: Collection[str]) -> Iterator[str]:
    """The features that begin at no word."""
    for group in reading.groups:
        yield f"@{group}"
    yield f"#{reading.form.value}"
    field = reading.item.field
    yield f"={_LIKE.get(field, field).value}"
    if reading.questions > 1:
        yield "#questions"
    for code in codes:
        yield f"!{code}"
        yield f"!{code[:3]}"
    if codes:
        yield FOUND if len(codes) == 1 else FOUND_MORE


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The word without a regular ending; every number is the same."""
    if word[0].isdigit():
        return NUMBER
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word
