"""Texts that say the same: exactly, or with nearly the same words in nearly the same order.

Each text is taken apart into rows of four words without filler (shingles). An index from shingle to text
finds the candidates, so that ten thousand texts need no ten thousand times ten thousand comparisons.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from interviewkit.lint.checks.question import listed, stem
from interviewkit.lint.text.folding import fold
from interviewkit.lint.text.words import words_of

_SHINGLE = 4
_ALIKE = 0.6
_SAME_WORDS = 0.8
_ENOUGH = 5
_KEPT = 8
"""So many texts are remembered for one shingle: what is more frequent says nothing."""

_FILLER = listed(
    "a an the and or but of to in on at for with from by about as into it its is are was were be been do"
    " does did"
    " have has had you your yours me us we our i my tell describe walk talk give share explain show"
    " please can"
    " could would will through over that this which who whom when where what how one some any time example"
    " instance there so then also just really ever"
)


def content(text: str) -> tuple[str, ...]:
    """The words that say what a text is about, folded and without their endings."""
    return tuple(stem(word.text) for word in words_of(fold(text).text) if word.text not in _FILLER)


def wording(text: str) -> frozenset[str]:
    """Every word of a text but articles and joining words."""
    return frozenset(word.text for word in words_of(fold(text).text)) - _SMALL


_SMALL = listed("a an the and so then please also now but")


def is_repeated(one: str, other: str) -> bool:
    """Do two short texts ask the same in the same words?"""
    first, second = wording(one), wording(other)
    both = first | second
    return bool(both) and len(first & second) >= _SAME_WORDS * len(both) and len(first & second) > 1


class Seen:
    """Texts met so far; says which earlier one a text repeats."""

    def __init__(self) -> None:
        self._rows: list[tuple[str, ...]] = []
        self._shingles: list[frozenset[tuple[str, ...]]] = []
        self._exact: dict[tuple[str, ...], list[int]] = {}
        self._by_shingle: dict[tuple[str, ...], list[int]] = {}

    def add(self, text: str) -> Iterator[int]:
        """The numbers (from 0) of earlier texts that say the same as this one; then it is remembered."""
        row = content(text) or tuple(word.text for word in words_of(fold(text).text))
        shingles = frozenset(_shingles(row))
        found = sorted({*self._exact.get(row, ()), *self._near(row, shingles)})
        number = len(self._rows)
        self._rows.append(row)
        self._shingles.append(shingles)
        _remember(self._exact, row, number)
        for shingle in shingles:
            _remember(self._by_shingle, shingle, number)
        yield from found

    def _near(self, row: tuple[str, ...], shingles: frozenset[tuple[str, ...]]) -> Iterator[int]:
        if len(row) < _ENOUGH:
            return
        shared = Counter(number for shingle in shingles for number in self._by_shingle.get(shingle, ()))
        words = set(row)
        for number, count in shared.items():
            alike = count / (len(shingles) + len(self._shingles[number]) - count)
            others = set(self._rows[number])
            same = len(words & others) / len(words | others)
            if alike >= _ALIKE or (same >= _SAME_WORDS and len(others) >= _ENOUGH):
                yield number


def _shingles(row: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    if len(row) <= _SHINGLE:
        return (row,)
    return (row[at : at + _SHINGLE] for at in range(len(row) - _SHINGLE + 1))


def _remember(index: dict[tuple[str, ...], list[int]], key: tuple[str, ...], number: int) -> None:
    numbers = index.setdefault(key, [])
    if len(numbers) < _KEPT:
        numbers.append(number)
