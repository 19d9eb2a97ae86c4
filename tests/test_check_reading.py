"""How a text is read: folding, words, lexicon patterns, who is asked about, what is forbidden or quoted."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewkit.library import open_library
from interviewkit.lint.text.folding import fold
from interviewkit.lint.text.item import Field, TextItem
from interviewkit.lint.text.lexicon import parse
from interviewkit.lint.text.lexicons import Lexicon, load_matcher
from interviewkit.lint.text.matcher import Matcher
from interviewkit.lint.text.reading import Reading
from interviewkit.lint.text.words import inflections, words_of
from interviewkit.problems import Location

PLACE = Location("list.txt", 3, 5)

DISGUISES = {
    "curly quotes": ("What’s your “age”?", 'what\'s your "age"?'),
    "capitals": ("HOW OLD ARE YOU?", "how old are you?"),
    "soft hyphen": ("Do you have chil\u00addren?", "do you have children?"),
    "zero width": ("Do you have chil\u200bdren?", "do you have children?"),
    "Cyrillic letters": ("Hоw оld аrе yоu?", "how old are you?"),
    "Greek capitals": ("ΗΟW ΟLD ΑRΕ ΥΟU?", "how old are you?"),
    "full width": ("Ｈｏｗ ｏｌｄ？", "how old?"),
    "bold letters": ("𝐇𝐨𝐰 𝐨𝐥𝐝?", "how old?"),
    "accents": ("Attach your résumé", "attach your resume"),
    "line break": ("Do you have\n   children?", "do you have children?"),
    "no-break space": ("Do you\u00a0have children?", "do you have children?"),
    "ligature": ("ﬁnd out", "find out"),
}


@pytest.mark.parametrize(("text", "expected"), DISGUISES.values(), ids=DISGUISES.keys())
def test_typography_and_disguise_are_taken_away(text: str, expected: str) -> None:
    assert fold(text).text == expected


@given(st.text(max_size=80))
def test_every_folded_character_has_its_place_in_the_original(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.offsets)
    assert list(folded.offsets) == sorted(folded.offsets)
    assert all(0 <= offset < len(text) for offset in folded.offsets)


SENTENCES = {
    "two sentences": ("Are you married? Any children?", [0, 0, 0, 1, 1]),
    "abbreviation": ("Are you a U.S. citizen?", [0, 0, 0, 0, 0, 0]),
    "number": ("Is 2.5 enough?", [0, 0, 0, 0]),
    "semicolon": ("one; two", [0, 1]),
    "comma": ("one, two", [0, 0]),
}


@pytest.mark.parametrize(("text", "expected"), SENTENCES.values(), ids=SENTENCES.keys())
def test_sentences(text: str, expected: list[int]) -> None:
    assert [word.sentence for word in words_of(fold(text).text)] == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("retire", ("retire", "retires", "retired", "retiring")),
        ("study", ("study", "studies", "studied", "studying")),
        ("plan", ("plan", "plans", "planed", "planing", "planned", "planning")),
        ("pass", ("pass", "passes", "passed", "passing")),
        ("play", ("play", "plays", "played", "playing")),
    ],
)
def test_inflections(word: str, expected: tuple[str, ...]) -> None:
    assert inflections(word) == expected


PATTERNS = {
    "words in a row": ("start a family", "We start a family of models.", ["start a family"]),
    "not over a sentence's end": ("start a family", "A fresh start. A family of models.", []),
    "one of several": ("(kid|little ones)", "Kid or little ones?", ["Kid", "little ones"]),
    "inside a bracket": ("(kid|(small|young) children)", "any young children", ["young children"]),
    "inflections": ("retire+", "retiring or retired", ["retiring", "retired"]),
    "inflections of all": ("(start|plan)+ it", "planning it", ["planning it"]),
    "missing word": ("[any] children", "any children, children", ["any children", "children", "children"]),
    "missing word at the end": ("children [at all]", "children at all", ["children at all"]),
    "gap": ("plan .. children", "plan to have some children", ["plan to have some children"]),
    "gap too wide": ("plan .. children", "plan to have a lot of children", []),
    "only at the beginning": ("^do you", "Do you? And do you? So do you.", ["Do you"]),
}


@pytest.mark.parametrize(("pattern", "text", "expected"), PATTERNS.values(), ids=PATTERNS.keys())
def test_patterns(pattern: str, text: str, expected: list[str]) -> None:
    reading = Reading(TextItem(text, Field.QUESTION, PLACE), Matcher({"topic.words": [pattern]}))
    assert [reading.said(hit) for hit in reading.hits("topic.words")] == expected


@pytest.mark.parametrize(
    "pattern", ["", "^", ".. children", "children ..", "(kid|", "[any]", "(kid|)", "a .. b .. c .. d .. e"]
)
def test_a_pattern_that_cannot_be_read_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="`"):
        parse(pattern)


MATCHER = load_matcher(open_library())
TOPIC = Matcher(
    {
        "topic.words": ["children"],
        **{
            f"shields.{name}": patterns
            for name, patterns in open_library().load(Lexicon, "lexicon/shields.yaml").value.root.items()
        },
    }
)


def reading_of(text: str) -> Reading:
    return Reading(TextItem(text, Field.QUESTION, PLACE), MATCHER)


@pytest.mark.parametrize(
    ("text", "shielded"),
    [
        ("Do you have children?", False),
        ("Never ask whether somebody has children.", True),
        ("Please do not raise the topic of children.", True),
        ("Questions about children are off limits.", True),
        ("I know I’m not supposed to ask, but do you have children?", False),
        ("A user typed “how many children do I have?” into the bot; what would you log?", True),
        ("“Do you have children?”", False),
        ("Ask: “Do you have children?”", False),
        ("Don’t you have children?", False),
    ],
)
def test_what_is_forbidden_or_quoted_is_not_asked(text: str, shielded: bool) -> None:
    reading = Reading(TextItem(text, Field.QUESTION, PLACE), TOPIC)
    (hit, *_) = reading.hits("topic.words")
    assert reading.shielded(hit) is shielded


def test_a_finding_points_at_the_words() -> None:
    reading = Reading(TextItem("So… do you have chil\u00addren?", Field.QUESTION, PLACE, exact=True), TOPIC)
    (hit, *_) = reading.hits("topic.words")
    assert reading.item.place(reading.column(hit)) == Location("list.txt", 3, 5 + 16)


HOSTILE = {
    "one word": "a" * 100_000,
    "one letter words": "a " * 50_000,
    "question words": "do you " * 14_000,
    "the topic itself": "children " * 11_000,
    "a pattern’s beginning": "are you planning to " * 5_000,
    "punctuation": "?!.;:" * 20_000,
    "quotes": '"' * 100_000,
    "brackets": "([" * 50_000,
    "spaces": " " * 100_000,
    "marks to combine": "e\u0301\u0302" * 30_000,
    "digits": "1 2 3 years of " * 6_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_reading_grows_with_the_text_and_not_faster(text: str) -> None:
    """Eight times the text takes at most about eight times as many calls."""
    reading_of(text)  # patterns are read when a text first leads to them
    assert _calls(text) <= 10 * _calls(text[: len(text) // 8]) + 1_000


def _calls(text: str) -> int:
    """How many functions are called to read a text, once its words are known."""
    reading_of(text)
    count = 0

    def step(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(step)
    try:
        reading_of(text)
    finally:
        sys.setprofile(None)
    return count
