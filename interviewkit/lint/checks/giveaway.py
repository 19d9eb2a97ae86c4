"""Questions that give their answer away: by a statement before them, by the alternatives, by a suggestion."""

from collections.abc import Iterator

from interviewkit.lint.checks.question import Demand, Kind, demands, pairs, stem
from interviewkit.lint.text.matcher import Hit
from interviewkit.lint.text.reading import Reading

_ALONE = ("giveaway.wanted", "giveaway.hint", "giveaway.is_prized", "giveaway.method")
_CONTENT = 4
_FEW = 3
_REACH = 8


def answer_given(reading: Reading) -> Hit | None:
    """The words that say which answer is wanted, if there are any."""
    for found in (_told(reading), _alternatives(reading), _suggested(reading), _caused(reading)):
        if found is not None:
            return found
    return None


def leaks(reading: Reading) -> Hit | None:
    """Where a note tells interviewers to let the answer slip."""
    return next(iter(reading.hits("giveaway.leak")), None)


def _told(reading: Reading) -> Hit | None:
    """A statement of what is right, prized or practised here, in a text that then asks."""
    asked = demands(reading)
    if not asked:
        return None
    last = asked[-1].start
    for hit in _statements(reading):
        if hit.start < last or hit.group in _ALONE:
            return hit
    for hit in reading.hits("giveaway.virtue"):
        ours = any(
            _one_sentence(reading, hit, other) for other in reading.hits("giveaway.house", "giveaway.us")
        )
        if ours and hit.start < last and reading.words[hit.start].sentence < reading.words[last].sentence:
            return hit
    for hit in _practices(reading):
        stated = not any(_one_clause(reading, demand, hit) for demand in asked)
        if hit.start < last and stated and _is_asked_again(reading, hit, last):
            return hit
    return None


def _statements(reading: Reading) -> Iterator[Hit]:
    for hit in pairs(reading, "giveaway.right_who", "giveaway.right_how", 0):
        for end in reading.hits("giveaway.right_is"):
            if 0 <= end.start - hit.end <= 5 and _one_sentence(reading, hit, end):  # noqa: PLR2004 -- a phrase
                yield Hit("giveaway.right", hit.start, end.end)
    yield from reading.hits(*_ALONE)
    yield from pairs(reading, "giveaway.house", "giveaway.prize", 2)
    yield from pairs(reading, "giveaway.best_who", "giveaway.best_how", 2)
    for hit in pairs(reading, "giveaway.place", "giveaway.house", 0):
        for rule in reading.hits("giveaway.rule"):
            if rule.start == hit.end:
                yield Hit("giveaway.rule", hit.start, rule.end)
    yield from _fates(reading)


def _fates(reading: Reading) -> Iterator[Hit]:
    """What became of people who did otherwise, and what others think of them."""
    for hit in reading.hits("giveaway.fate"):
        if reading.has("giveaway.crowd") or reading.has("giveaway.house", "giveaway.place"):
            yield hit
    if reading.has("giveaway.house"):
        yield from reading.hits("giveaway.saved")
    if reading.has("giveaway.scorn", "giveaway.which_sort", "giveaway.bad_way"):
        yield from reading.hits("giveaway.crowd")


def _practices(reading: Reading) -> Iterator[Hit]:
    """`We never …`, `in this house everybody …`: only rules of the house, until the question repeats them."""
    yield from pairs(reading, "giveaway.house", "giveaway.rule", 1)
    yield from pairs(reading, "giveaway.place", "giveaway.place_who", 1)
    yield from pairs(reading, "giveaway.place", "giveaway.rule", 5)
    if reading.has("giveaway.habitual"):
        yield from reading.hits("giveaway.house", "giveaway.us")
    yield from pairs(reading, "giveaway.place", "giveaway.house", 0)
    yield from pairs(reading, "giveaway.house", "giveaway.practice", 2)


def _is_asked_again(reading: Reading, hit: Hit, asked: int) -> bool:
    """Do words of the statement come back in the question, or does it ask just `how about you`?"""
    told: set[str] = set()
    for word in reading.words[hit.start : asked]:
        if len(word.text) >= _CONTENT and word.text not in _COMMON:
            told.add(stem(word.text))
        if word.mark and not word.mark.startswith("("):
            break
    rest = reading.words[asked:]
    repeated = any(stem(word.text) in told for word in rest if word.text not in _COMMON)
    return repeated or reading.has("giveaway.which_sort", "leading.opinion")


_COMMON = frozenset(
    (
        *(
            "have",
            "here",
            "with",
            "that",
            "this",
            "what",
            "would",
            "your",
            "they",
            "them",
            "their",
            "from",
            "when",
        ),
        *(
            "there",
            "then",
            "than",
            "which",
            "about",
            "team",
            "company",
            "people",
            "work",
            "always",
            "never",
            "only",
        ),
        *(
            "does",
            "were",
            "been",
            "will",
            "could",
            "should",
            "make",
            "every",
            "everyone",
            "everybody",
            "first",
        ),
    )
)


def _alternatives(reading: Reading) -> Hit | None:
    """`…, or do you hide them?`: one of the two is nothing that anybody would say."""
    if not reading.questions:
        return None
    asked = demands(reading)
    for hit in pairs(reading, "giveaway.alternative", "giveaway.bad_way", _FEW):
        if any(demand.start < hit.start for demand in asked):
            return hit
    for hit in pairs(reading, "giveaway.best_who", "giveaway.bad_way", _FEW):
        if any(word.text == "or" for word in reading.after(hit, _REACH)):
            return hit
    for hit in reading.hits("giveaway.bad_way"):
        closed = any(d.kind is Kind.CLOSED and 1 < hit.start - d.start <= _FEW for d in asked)
        if closed and any(word.text == "or" for word in reading.after(hit, _REACH)):
            return hit
    return None


def _suggested(reading: Reading) -> Hit | None:
    """`How would you …: would you check the logs first?`."""
    asked = demands(reading)
    for hit in reading.hits("giveaway.would_you"):
        before = [demand for demand in asked if demand.start < hit.start]
        mark = reading.words[hit.start - 1].mark if hit.start else ""
        if before and before[-1].kind is Kind.OPEN and mark.startswith((",", "-", ":", "?", ";", "(")):
            return hit
    return None


def _caused(reading: Reading) -> Hit | None:
    """The cause is told, and then asked for: `… which slows it down. What slows it down?`."""
    asked = [demand.start for demand in demands(reading) if demand.kind is Kind.OPEN]
    for at, word in enumerate(reading.words[:-1]):
        if word.text == "which" and asked and at < asked[-1]:
            verb = stem(reading.words[at + 1].text)
            again = (stem(each.text) for each in reading.words[asked[-1] :])
            if len(reading.words[at + 1].text) > _CONTENT and verb in again:
                return Hit("giveaway.which", at, at + 2)
    causes = reading.hits("giveaway.cause")
    for hit in reading.hits("giveaway.triggered"):
        if any(cause.start > hit.end for cause in causes):
            return hit
    return None


def _one_clause(reading: Reading, demand: Demand, hit: Hit) -> bool:
    """Does the hit stand in the question itself?"""
    return (
        demand.start <= hit.start
        and reading.words[demand.start].sentence == reading.words[hit.start].sentence
    )


def _one_sentence(reading: Reading, one: Hit, other: Hit) -> bool:
    return reading.words[one.start].sentence == reading.words[other.start].sentence
