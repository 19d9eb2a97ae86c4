"""Leading questions: agreement pressed for, taken for granted, or asked for after one's own opinion."""

from interviewkit.lint.checks.question import begins_clause, demands, hit_at, pairs
from interviewkit.lint.text.matcher import Hit
from interviewkit.lint.text.reading import Reading

_ALONE = ("leading.press", "leading.assumed", "leading.loaded", "leading.flattery")
_AGREED = frozenset(
    ("right", "correct", "yes", "no", "agreed", "ok", "okay", "eh", "huh", "true", "surely", "innit")
)
_AUXILIARY = frozenset(
    (
        *(
            "do",
            "does",
            "did",
            "are",
            "is",
            "was",
            "were",
            "have",
            "has",
            "will",
            "would",
            "can",
            "could",
            "should",
        ),
        *("don't", "doesn't", "didn't", "aren't", "isn't", "wasn't", "weren't", "haven't", "hasn't", "won't"),
        *("wouldn't", "can't", "couldn't", "shouldn't"),
    )
)
_PRONOUNS = frozenset(("you", "it", "they", "we", "he", "she", "that", "there", "one"))
_NOT = frozenset(("not", "never", "no", "hardly", "nobody", "nothing", "none", "surely"))
_PAUSE = (",", "-", "(", ".", ";")
_TELLING = 4


def leading_question(reading: Reading) -> Hit | None:
    """The words that press for one answer, if there are any."""
    for hit in reading.hits(*_ALONE):
        return hit
    for hit in reading.hits("leading.would_never"):
        believed = reading.questions or reading.has("leading.assume_end")
        if believed and begins_clause(reading.words, hit.start):
            return hit
    for hit in pairs(reading, "leading.we_think", "leading.assume", 1):
        return hit
    return _negated(reading) or _tag(reading) or _opinion_first(reading)


def _negated(reading: Reading) -> Hit | None:
    """`Don't you think …?`, `Isn't it better …?`, at the beginning of a clause of a question."""
    if not reading.questions:
        return None
    for hit in reading.hits("leading.negated"):
        if begins_clause(reading.words, hit.start):
            return hit
    return None


def _tag(reading: Reading) -> Hit | None:
    """`…, right?`, `…, don't you?`, and `…, do you?` after a negation."""
    words = reading.words
    for at, word in enumerate(words):
        if not word.mark.startswith("?") or word.quoted or not at:
            continue
        before = words[at - 1]
        if word.text in _AGREED and before.mark.startswith(_PAUSE) and _says_something(reading, at):
            return hit_at(at, at + 1)
        if any(hit.end == at + 1 for hit in pairs(reading, "leading.we_think", "leading.assume_end", 1)):
            return hit_at(at - 1, at + 1)
        if word.text in _PRONOUNS | {"not"} and before.text in _AUXILIARY and at > 1 and _is_tag(reading, at):
            return hit_at(at - 1, at + 1)
    return None


def _says_something(reading: Reading, at: int) -> bool:
    return reading.words[at - 1].text not in _AGREED and at >= _TELLING


def _is_tag(reading: Reading, at: int) -> bool:
    """Does the auxiliary before `at` follow a statement, with a negation in one of the two?"""
    words = reading.words
    if not words[at - 2].mark.startswith(_PAUSE):
        return False
    statement = [word.text for word in words[max(0, at - 25) : at - 1]]
    denied = any(text in _NOT or text.endswith("n't") for text in statement)
    return words[at - 1].text.endswith("n't") or words[at].text == "not" or denied


def _opinion_first(reading: Reading) -> Hit | None:
    """Find the house's verdict before `where do you stand?`."""
    verdicts = reading.hits("leading.scathing", "leading.verdict")
    if not verdicts or any(word.text[0].isdigit() for word in reading.words):
        return None
    asks = reading.hits("leading.opinion", "leading.and_you")
    if not asks and reading.has("leading.confiding") and not reading.has("leading.third_party"):
        asks = [hit_at(demand.start, demand.start + 1) for demand in demands(reading)[-1:]]
    for asked in asks:
        told = [hit for hit in verdicts if hit.end <= asked.start]
        voices = [hit for hit in reading.hits("leading.insider") if hit.end <= asked.start]
        if told and (
            voices or (told[0].group == "leading.scathing" and not reading.has("leading.third_party"))
        ):
            return told[0]
    return None


def steers(reading: Reading) -> Hit | None:
    """Where a note tells interviewers to get somebody to say something."""
    return next(iter(reading.hits("leading.steer")), None)
