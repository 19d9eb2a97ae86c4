"""Finds the patterns of all lexicons in a text, in one pass.

The patterns make one automaton. From each word of a text it is walked until nothing can follow; what it
meets on the way is remembered (a lazily built deterministic automaton), so that a step is one look into a
dictionary. A pattern looks at most a fixed number of words ahead: no text takes long. Of each pattern only so
much is read as texts lead into it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from interviewkit.lint.text.lexicon import GAP, MAX_GAP, START, Row, element_of, tokens_of
from interviewkit.lint.text.words import Word

MOST_REMEMBERED = 1_000_000
"""So many moves, and places they lead to, are remembered: hostile text cannot fill the memory."""


class Hit(NamedTuple):
    """A pattern found: lexicon and group as `family.direct`, and its words from `start` to before `end`."""

    group: str
    start: int
    end: int


class _Node:
    """A place in some patterns: what ends here, and what follows, directly or after a gap."""

    __slots__ = ("_following", "_rests", "_rows", "after_gap", "ends")

    def __init__(self) -> None:
        self.ends: set[str] = set()
        self.after_gap: _Node | None = None
        self._rests: list[tuple[Sequence[str], int, str]] = []
        self._rows: list[tuple[Row, int, _Node]] = []
        self._following: dict[str, list[_Node]] | None = None

    def plant(self, tokens: Sequence[str], at: int, group: str) -> None:
        """Let a pattern of the group follow here, from its token number `at` on."""
        if at == len(tokens):
            self.ends.add(group)
        elif tokens[at] == GAP:
            self.after_gap = self.after_gap or _Node()
            self.after_gap.plant(tokens, at + 1, group)
        else:
            self._rests.append((tokens, at, group))
            if tokens[at].startswith("["):
                self.plant(tokens, at + 1, group)

    def following(self) -> Mapping[str, Sequence["_Node"]]:
        """The nodes that each word leads to; patterns are read when this is first asked."""
        if self._following is None:
            self._following = {}
            self._read_rests(self._following)
            self._read_rows(self._following)
        return self._following

    def _read_rests(self, following: dict[str, list["_Node"]]) -> None:
        known: dict[str, _Node] = {}
        for tokens, at, group in self._rests:
            after = known.get(tokens[at])
            if after is None:
                after = known[tokens[at]] = _Node()
                element = element_of(tokens[at])
                for word in element.words:
                    following.setdefault(word, []).append(after)
                self._rows.extend((row, 0, after) for row in element.rows)
            after.plant(tokens, at + 1, group)

    def _read_rows(self, following: dict[str, list["_Node"]]) -> None:
        """Let rows of words inside a bracket follow; those that begin with the same words share a node."""
        known: dict[frozenset[str], _Node] = {}
        for row, at, end in self._rows:
            words, last = row[at], at + 1 == len(row)
            after = end if last else known.get(words)
            if after is None:
                after = known[words] = _Node()
            if last or not after._rows:
                for word in words:
                    following.setdefault(word, []).append(after)
            if not last:
                after._rows.append((row, at + 1, end))


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
        """Take the patterns by group; `parse` can read each of them."""
        anywhere, opening = _Node(), _Node()
        for group, patterns in groups.items():
            for text in patterns:
                root = opening if text.startswith(START) else anywhere
                root.plant(tokens_of(text.removeprefix(START)), 0, group)
        self._states: dict[frozenset[Item], _State] = {}
        self._remembered = 0
        self._anywhere = _State(frozenset(((anywhere, 0),)))
        self._opening = _State(frozenset(((anywhere, 0), (opening, 0))))

    def hits(self, words: Sequence[Word]) -> list[Hit]:
        """Every pattern in the words, by where it begins; the longest of each group there."""
        found: list[Hit] = []
        texts = [word.text for word in words]
        sentences = [word.sentence for word in words]
        for start, word in enumerate(words):
            begin = self._opening if word.opens else self._anywhere
            best = self._longest(begin, start, texts, sentences)
            found += [Hit(group, start, end) for group, end in best.items()]
        return found

    def _longest(self, begin: _State, start: int, texts: list[str], sentences: list[int]) -> dict[str, int]:
        """The groups that are found from word `start` on, each with where its longest pattern ends."""
        best: dict[str, int] = {}
        state: _State | None = begin
        at, sentence = start, sentences[start]
        while state is not None and at < len(texts) and sentences[at] == sentence:
            text, moves = texts[at], state.moves
            state = moves[text] if text in moves else self._move(state, text)
            at += 1
            if state is not None and state.ends:
                best.update(dict.fromkeys(state.ends, at))
        return best

    def _move(self, state: _State, text: str) -> _State | None:
        """What follows after one more word; it is remembered."""
        if self._remembered > MOST_REMEMBERED:
            self._forget()
        items = frozenset(_following(state.items, text))
        self._remembered += 1 + len(items)
        following = self._states.setdefault(items, _State(items)) if items else None
        state.moves[text] = following
        return following

    def _forget(self) -> None:
        self._remembered = 0
        for state in (*self._states.values(), self._anywhere, self._opening):
            state.moves.clear()
        self._states.clear()


def _following(items: Iterable[Item], text: str) -> Iterator[Item]:
    """What may follow after one more word. An item whose words have just been read has a skip of -1."""
    for node, skip in items:
        for reached in node.following().get(text, ()):
            yield reached, -1
            if reached.after_gap is not None:
                yield reached.after_gap, MAX_GAP
        if skip > 0:
            yield node, skip - 1
