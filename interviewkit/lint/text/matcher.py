"""Finds the patterns of all lexicons in a text, in one pass.

The patterns make one automaton. From each word of a text it is walked until nothing can follow; what it
meets on the way is remembered (a lazily built deterministic automaton), so that a step is one look into a
dictionary. A pattern looks at most a fixed number of words ahead: no text takes long.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from interviewkit.lint.text.lexicon import MAX_GAP, START, Element, Pattern, parse
from interviewkit.lint.text.words import Word

MOST_STATES = 200_000
"""Remembered states are forgotten beyond this number, so that hostile text cannot fill the memory."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A pattern found: lexicon and group as `family.direct`, and its words from `start` to before `end`."""

    group: str
    start: int
    end: int


class _Node:
    """A place in some patterns: the words that may follow, directly or after a gap, and what ends here."""

    __slots__ = ("after_gap", "ends", "known", "next")

    def __init__(self) -> None:
        self.next: dict[str, list[_Node]] = {}
        self.after_gap: list[_Node] = []
        self.ends: set[str] = set()
        self.known: dict[Element, _Node] = {}


Item = tuple[_Node, int]
"""A node that has been reached, and how many words may be skipped before the next one."""


class _State:
    """Everything that may follow after some words, the groups that end there, and the moves already made."""

    __slots__ = ("ends", "items", "moves")

    def __init__(self, items: frozenset[Item]) -> None:
        self.items = items
        self.ends = tuple(sorted({group for node, skip in items if skip < 0 for group in node.ends}))
        self.moves: dict[str, _State | None] = {}


class Matcher:
    """All patterns of all lexicons."""

    def __init__(self, groups: Mapping[str, Iterable[str]]) -> None:
        """Take the patterns by group; raises ValueError for a pattern that cannot be read."""
        anywhere, opening = _Node(), _Node()
        self._vocabulary: set[str] = set()
        for group, patterns in groups.items():
            for text in patterns:
                root = opening if text.startswith(START) else anywhere
                for node in self._plant(root, parse(text)):
                    node.ends.add(group)
        self._states: dict[frozenset[Item], _State] = {}
        self._anywhere = _State(frozenset(((anywhere, 0),)))
        self._opening = _State(frozenset(((anywhere, 0), (opening, 0))))

    def hits(self, words: Sequence[Word]) -> list[Hit]:
        """Every pattern in the words, by where it begins; the longest of each group there."""
        found: list[Hit] = []
        vocabulary = self._vocabulary
        texts = [word.text if word.text in vocabulary else "" for word in words]
        sentences = [word.sentence for word in words]
        for start, word in enumerate(words):
            if texts[start]:
                begin = self._opening if word.opens else self._anywhere
                best = self._longest(begin, start, texts, sentences)
                found.extend(Hit(group, start, end) for group, end in best.items())
        return found

    def _longest(self, state: _State, start: int, texts: list[str], sentences: list[int]) -> dict[str, int]:
        """The groups that are found from word `start` on, each with where its longest pattern ends."""
        best: dict[str, int] = {}
        at, sentence = start, sentences[start]
        while at < len(texts) and sentences[at] == sentence:
            text = texts[at]
            try:
                following = state.moves[text]
            except KeyError:
                following = state.moves[text] = self._move(state, text)
            if following is None:
                break
            at += 1
            for group in following.ends:
                best[group] = at
            state = following
        return best

    def _move(self, state: _State, text: str) -> _State | None:
        items = frozenset(_following(state.items, text))
        if not items:
            return None
        if len(self._states) > MOST_STATES:
            self._forget()
        return self._states.setdefault(items, _State(items))

    def _forget(self) -> None:
        self._states.clear()
        self._anywhere.moves.clear()
        self._opening.moves.clear()

    def _plant(self, root: _Node, pattern: Pattern) -> list[_Node]:
        """Add a pattern below the root; the nodes at which it ends."""
        places = [root]
        for element in pattern:
            if element.gap:
                gap = _Node()
                for place in places:
                    place.after_gap.append(gap)
                places = [gap]
            else:
                after = self._step(places, element)
                places = [after, *places] if element.optional else [after]
        return places

    def _step(self, places: Sequence[_Node], element: Element) -> _Node:
        """The node after an element, shared with patterns that begin with the same elements."""
        known = places[0].known if len(places) == 1 else {}
        if element in known:
            return known[element]
        after = known[element] = _Node()
        for place in places:
            for word in element.words:
                place.next.setdefault(word, []).append(after)
            for row in element.rows:
                self._row(place, row, after)
        self._vocabulary |= element.words
        return after

    def _row(self, place: _Node, row: Sequence[frozenset[str]], after: _Node) -> None:
        for words in row[:-1]:
            place = self._step([place], Element(words))
        for word in row[-1]:
            place.next.setdefault(word, []).append(after)
        self._vocabulary |= row[-1]


def _following(items: Iterable[Item], text: str) -> Iterator[Item]:
    """What may follow after one more word. An item whose words have just been read has a skip of -1."""
    for node, skip in items:
        for reached in node.next.get(text, ()):
            yield reached, -1
            for gap in reached.after_gap:
                yield gap, MAX_GAP
        if skip > 0:
            yield node, skip - 1
