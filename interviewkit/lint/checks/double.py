"""Double-barrelled questions: how many answers does a text ask for, and do they belong to one story?"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from interviewkit.lint.checks.question import Demand, Kind, Time, demands, hit_at, is_past, pairs, stem
from interviewkit.lint.text.matcher import Hit
from interviewkit.lint.text.reading import Reading
from interviewkit.lint.text.words import Word

_MARKS = 3
_DEMANDS = 3
_LISTED = 3
_CONTENT = 4
_OWNERS = frozenset(("your", "a", "an", "one", "the", "how", "what", "why", "any", "some", "another"))
_ONE = frozenset(("a", "an", "one", "another"))
_MOST = frozenset(("most", "least", "worst", "best", "last"))
_BRIEF = 3
_NEAR = 2
_SPOKEN = 60
_EPISODES = frozenset(("time", "example", "instance", "story", "occasion", "situation"))
_OWN = _OWNERS - {"the", "a", "an", "one"}
_PRONOUNS = frozenset(
    (
        *(
            "it",
            "its",
            "that",
            "this",
            "they",
            "them",
            "their",
            "those",
            "same",
            "each",
            "there",
            "then",
            "first",
        ),
        *(
            "differently",
            "outcome",
            "result",
            "happened",
            "turned",
            "ended",
            "next",
            "other",
            "others",
            "decided",
        ),
    )
)


def several_at_once(reading: Reading) -> Hit | None:
    """The words where a further question begins that needs an answer of its own, if there is one."""
    asked = [demand for demand in demands(reading) if not demand.bare]
    third = _third_mark(reading) or _third_demand(asked)
    if third is not None:
        return third
    for found in (_joined(reading, asked), _listed(reading, asked), _unrelated(reading, asked)):
        if found is not None:
            return found
    return None


def batched(reading: Reading) -> Hit | None:
    """Where a note tells interviewers to ask several questions in one."""
    return next(pairs(reading, "double.batch_verb", "double.batch", 6), None)


def _third_mark(reading: Reading) -> Hit | None:
    marked = [at for at, word in enumerate(reading.words) if "?" in word.mark and not word.quoted]
    return hit_at(marked[1] + 1, marked[2] + 1) if len(marked) >= _MARKS else None


def _third_demand(asked: Sequence[Demand]) -> Hit | None:
    """Three questions; of one told episode, three more than the story itself."""
    questions = [demand for demand in asked if demand.kind is not Kind.TELL]
    return hit_at(questions[2].start, questions[2].start + 2) if len(questions) >= _DEMANDS else None


def _joined(reading: Reading, asked: Sequence[Demand]) -> Hit | None:
    """`… and also …`, `while you are at it`, `an example of this; another of that`, `first …, second …`."""
    others, ordinals = reading.hits("double.another"), reading.hits("double.ordinal")
    if len(ordinals) >= _LISTED and reading.count <= _SPOKEN:
        return ordinals[1]
    if len(others) > 1:
        return others[-1]
    told = [hit.start for hit in reading.hits("double.about")]
    told += [demand.start for demand in asked if demand.kind is Kind.TELL]
    starts = told + [demand.start for demand in asked]
    asides = reading.hits("double.aside")
    if not starts:
        return next(iter(asides), None)
    joins = reading.hits("double.join") + (others + list(_thrown_in(reading)) if told else [])
    later = [hit for hit in joins if hit.start > min(starts)] + asides
    return next(iter(later), None)


def _thrown_in(reading: Reading) -> Iterator[Hit]:
    """`…, plus the …` after a pause, and `as well as turned …`; not `cost plus the time`."""
    for hit in reading.hits("double.throw", "double.owned"):
        back = any(hit.start < other.start < hit.end + _NEAR for other in reading.hits("double.back"))
        paused = hit.start > 0 and reading.words[hit.start - 1].mark
        if (paused or hit.group == "double.owned") and not back:
            yield hit
    for hit in reading.hits("double.as_well"):
        if reading.words[hit.end - 1].mark.startswith(",") and reading.after(hit, 1):
            yield hit
        if any(is_past(word.text) for word in reading.after(hit, 1)):
            yield hit


def _listed(reading: Reading, asked: Sequence[Demand]) -> Hit | None:
    """`Tell me about your …, your … and how you …`: three things to tell, two of them of another story."""
    verbs = _verbs(reading, asked)
    if verbs is not None:
        return verbs
    for about in reading.hits("double.about"):
        items = _items(reading, about)
        own = [at for at, item in items if _is_own(item)]
        again = [at for at, item in items[1:] if item[0] in _ONE and item[1:2] and item[1] in _EPISODES]
        listed = len(items) >= _LISTED and len(own) >= _LISTED - 1
        pair = len(items) > 1 and len(own) == len(items) and _is_most(items[-1][1])
        brief = len(items) >= _LISTED and all(len(item) <= _BRIEF for _, item in items)
        if again or listed or pair or (brief and len(items) > _LISTED):
            at = again[0] if again else items[-1][0]
            return hit_at(at, min(at + 3, reading.count))
    return None


def _verbs(reading: Reading, asked: Sequence[Demand]) -> Hit | None:
    """`How do you plan, test and release?`."""
    words = reading.words
    for demand in asked:
        for at in range(demand.start + 1, min(demand.start + 4, len(words) - 3)):
            first, second, join = words[at + 1], words[at + 2], words[at + 3]
            if (
                words[at].text == "you"
                and first.mark.startswith(",")
                and (second.mark == "," or join.text == "and")
            ):
                return hit_at(at + 1, at + 4)
    return None


def _is_own(item: list[str]) -> bool:
    """Is it a thing of its own: `your …`, `how you …`, `the hardest …`, and not `what you did with it`?"""
    return (item[0] in _OWN or _is_most(item)) and not _PRONOUNS & set(item)


def _is_most(item: list[str]) -> bool:
    return item[0] == "the" and any(word.endswith("est") or word in _MOST for word in item[1:2])


def _items(reading: Reading, about: Hit) -> list[tuple[int, list[str]]]:
    """The things to tell, each with its words."""
    words = reading.words
    sentence = words[about.end - 1].sentence
    items: list[tuple[int, list[str]]] = []
    for at in range(about.end, len(words)):
        word, before = words[at], words[at - 1]
        if word.sentence != sentence:
            break
        joined = before.mark.startswith(",") or before.text in {"and", "plus", "then"}
        if at == about.end or (joined and word.text in _OWNERS):
            items.append((at, []))
        items[-1][1].append(word.text)
    return items


def _unrelated(reading: Reading, asked: Sequence[Demand]) -> Hit | None:
    """Two demands that share neither time nor words, the second of which does not look back."""
    for first, second in pairwise(asked):
        if _is_other(reading, first, second):
            return hit_at(second.start, min(second.start + 4, reading.count))
    return None


def _is_other(reading: Reading, first: Demand, second: Demand) -> bool:
    same = _time(reading, first) is second.time and second.time is not Time.NOW
    hangs = second.embedded and first.kind is not Kind.TELL
    if same or hangs or (first.kind is Kind.CLOSED and second.kind is not Kind.OPEN):
        return False
    words = reading.words
    end = _end_of(words, second.start)
    if end - second.start <= _BRIEF:
        return False
    if any(hit.start < end and hit.end > second.start for hit in reading.hits("double.back")):
        return False
    told = set(_content(words[: second.start]))
    asked = set(_content(words[second.start : end]))
    return bool(asked) and not told & asked


def _time(reading: Reading, demand: Demand) -> Time:
    """The time of a demand: an episode to tell is past."""
    if demand.kind is not Kind.TELL:
        return demand.time
    end = _end_of(reading.words, demand.start)
    told = any(is_past(word.text) for word in reading.words[demand.start + 1 : end])
    return Time.PAST if told or reading.has("double.episode") else demand.time


def _end_of(words: Sequence[Word], start: int) -> int:
    """The end of the sentence of a demand."""
    at = start
    while at < len(words) and words[at].sentence == words[start].sentence:
        at += 1
    return at


def _content(words: Sequence[Word]) -> Iterator[str]:
    return (stem(word.text) for word in words if len(word.text) >= _CONTENT and word.text not in _EMPTY)


_EMPTY = frozenset(
    (
        *(
            "what",
            "when",
            "which",
            "would",
            "could",
            "should",
            "your",
            "with",
            "have",
            "this",
            "that",
            "from",
            "about",
        ),
        *(
            "does",
            "were",
            "tell",
            "describe",
            "then",
            "there",
            "they",
            "them",
            "their",
            "some",
            "most",
            "more",
            "into",
        ),
    )
)
