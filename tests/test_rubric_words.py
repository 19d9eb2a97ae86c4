"""The words of the built-in rubrics: short, plain, observable, and never said twice."""

import re
from collections.abc import Iterator
from itertools import combinations

import pyphen
import pytest
from built_in import COMPETENCIES, PRINCIPLES, QUESTIONS, ROLES, SAMPLES, anchors_of

from interviewkit.models.competency import Competency
from interviewkit.models.question import Question, QuestionKind
from interviewkit.models.work_sample import WorkSample

MOST_WORDS_IN_AN_ANCHOR = 22
JUDGING = re.compile(
    r"\b(good|strong|excellent|great|poor|weak|bad|effective(ly)?|clear(ly)?|proper(ly)?|proactive(ly)?"
    r"|thorough(ly)?|adequate(ly)?|appropriate(ly)?|deep(ly)?|solid|exceptional(ly)?|outstanding|basic"
    r"|advanced|impressive|successful(ly)?|skilful(ly)?|confident(ly)?|smart|very)\b",
    re.IGNORECASE,
)
FREQUENCY = re.compile(r"\b(always|often|never|sometimes|rarely|usually)\b", re.IGNORECASE)
YEARS = re.compile(r"\b(years?|experience|degree|certificate|senior|junior)\b", re.IGNORECASE)

each_competency = pytest.mark.parametrize("competency", COMPETENCIES.values(), ids=list(COMPETENCIES))
each_question = pytest.mark.parametrize("question", QUESTIONS.values(), ids=list(QUESTIONS))
each_sample = pytest.mark.parametrize("sample", SAMPLES.values(), ids=list(SAMPLES))


def words(text: str) -> list[str]:
    """Words in lower case, without punctuation."""
    return re.findall(r"[a-z0-9]+(?:[’'-][a-z0-9]+)*", text.lower())


# --- competencies ----------------------------------------------------------------------------------------


@each_competency
def test_a_definition_is_one_sentence_and_serves_principles(competency: Competency) -> None:
    assert len(re.findall(r"[.!?](?= |$)", competency.definition)) == 1
    assert set(competency.principles) <= set(PRINCIPLES)


@each_competency
def test_anchors_are_short_and_say_what_is_done(competency: Competency) -> None:
    for anchor in anchors_of(competency):
        assert len(anchor.split()) <= MOST_WORDS_IN_AN_ANCHOR, anchor
        assert re.match(r"[A-Z][a-z]+s\b", anchor), f"starts with what somebody does: {anchor}"
        assert not JUDGING.search(anchor), anchor
        assert not FREQUENCY.search(anchor), anchor
        assert not YEARS.search(anchor), anchor


@each_sample
def test_a_work_samples_levels_are_short_and_say_what_is_done(sample: WorkSample) -> None:
    for entry in sample.levels:
        for anchor in anchors_of(entry):
            assert len(anchor.split()) <= MOST_WORDS_IN_AN_ANCHOR, anchor
            assert re.match(r"[A-Z][a-z]+s\b", anchor), f"starts with what somebody does: {anchor}"
            assert not JUDGING.search(anchor), anchor


# --- questions -------------------------------------------------------------------------------------------


@each_question
def test_a_behavioural_question_asks_for_one_real_episode(question: Question) -> None:
    if question.kind is QuestionKind.BEHAVIOURAL:
        assert question.ask.startswith("Tell me about one time ")
        assert "?" not in question.ask
        assert len(question.ask.split()) <= 60


@each_question
def test_other_questions_give_their_context_and_ask_one_thing(question: Question) -> None:
    if question.kind is not QuestionKind.BEHAVIOURAL:
        assert question.ask.count("?") <= 2, "a quoted question and the one that is asked"
        assert re.search(r"[?.]$", question.ask)
        assert 30 <= len(question.ask.split()) <= 95


@each_question
def test_the_levels_to_listen_for_are_named_apart(question: Question) -> None:
    assert "At 4" in question.listen_for.levels_4_5
    assert "5" in question.listen_for.levels_4_5


SYLLABLES = pyphen.Pyphen(lang="en_GB")


def reading_ease(text: str) -> float:
    """Flesch reading ease: 100 is easy, 60 plain English, 30 hard.

    Source: R. Flesch, A new readability yardstick, Journal of Applied Psychology 32 (1948), 221–233.
    Syllables are counted as the places where a word may be hyphenated.
    """
    sentences = max(1, len(re.findall(r"[.!?:](?= |$)", text)))
    found = words(text)
    syllables: int = sum(SYLLABLES.inserted(word).count("-") + 1 for word in found)
    return 206.835 - 1.015 * len(found) / sentences - 84.6 * syllables / len(found)


@pytest.mark.parametrize(
    ("text", "ease"),
    [
        ("The cat sat on the mat.", 206.835 - 1.015 * 6 - 84.6 * 6 / 6),
        ("Tell me about one time you changed your mind.", 206.835 - 1.015 * 9 - 84.6 * 10 / 9),
        ("The committee postponed its recommendation.", 206.835 - 1.015 * 5 - 84.6 * 12 / 5),
    ],
)
def test_reading_ease_is_about_as_worked_out_by_hand(text: str, ease: float) -> None:
    assert reading_ease(text) == pytest.approx(ease, abs=20)


@each_question
def test_a_question_is_read_aloud_with_ease(question: Question) -> None:
    ask = question.ask.replace("{product}", "the product").replace("{domain}", "the product’s domain")
    assert reading_ease(ask) >= 70, ask
    for follow_up in question.follow_ups:
        assert len(follow_up.split()) <= 45, follow_up


# --- said once -------------------------------------------------------------------------------------------


def shingles(text: str, length: int = 4) -> frozenset[tuple[str, ...]]:
    """Every run of so many words."""
    found = words(text)
    return frozenset(tuple(found[n : n + length]) for n in range(max(1, len(found) - length + 1)))


def overlap(one: frozenset[tuple[str, ...]], two: frozenset[tuple[str, ...]]) -> float:
    """Shared shingles as a part of all (Jaccard)."""
    return len(one & two) / len(one | two)


RANGE = re.compile(r"[^.]*\b(study|course)\b[^.]*\.$")
"""How a behavioural question ends: it may come from work, study or anywhere else."""


def asks() -> Iterator[tuple[str, str]]:
    for name, question in QUESTIONS.items():
        yield name, RANGE.sub("", question.ask).removeprefix("Tell me about one time ")


def anchors() -> Iterator[tuple[str, str]]:
    for name, competency in COMPETENCIES.items():
        yield from ((f"{name} {n}", anchor) for n, anchor in enumerate(anchors_of(competency), start=1))
    for name, sample in SAMPLES.items():
        for entry in sample.levels:
            levels = enumerate(anchors_of(entry), start=1)
            yield from ((f"{name} {entry.competency} {n}", level) for n, level in levels)


def listen_fors() -> Iterator[tuple[str, str]]:
    for name, question in QUESTIONS.items():
        for band in ("levels_1_2", "level_3", "levels_4_5"):
            yield f"{name} {band}", getattr(question.listen_for, band)


def family(name: str) -> str:
    """What may share words: the two forms of a question, or of a work sample."""
    first, *rest = name.split(" ")
    if first in QUESTIONS:
        return " ".join((min(first, QUESTIONS[first].parallel), *rest[:1]))
    if first in SAMPLES:
        return " ".join((min(first, SAMPLES[first].parallel), *rest))
    return name


def near_repeats(texts: Iterator[tuple[str, str]], limit: float) -> list[tuple[str, str, float]]:
    """Pairs of texts, of different families, that share more than `limit` of their shingles."""
    cut = [(name, shingles(text)) for name, text in texts]
    return [
        (one, two, round(shared, 2))
        for (one, first), (two, second) in combinations(cut, 2)
        if first & second and family(one) != family(two) and (shared := overlap(first, second)) > limit
    ]


def test_repeats_are_found_in_texts_that_differ_in_a_word() -> None:
    same = "Releases a change with tests of the expected path, and stays at hand."
    near = "Releases a change with tests of the expected path, and stays at home."
    far = "Builds a service so that others change and roll it back."
    assert near_repeats(iter([("a", same), ("b", near), ("c", far)]), 0.4) == [("a", "b", 0.82)]


def test_no_question_is_asked_in_two_places() -> None:
    assert near_repeats(asks(), 0.2) == []


def test_the_two_forms_of_a_question_are_two_questions() -> None:
    texts = dict(asks())
    for name, question in QUESTIONS.items():
        assert overlap(shingles(texts[name]), shingles(texts[question.parallel])) < 0.6, name


def test_no_anchor_is_said_twice() -> None:
    assert near_repeats(anchors(), 0.2) == []


def test_what_to_listen_for_is_said_for_each_question() -> None:
    assert near_repeats(listen_fors(), 0.4) == []


def test_anchors_of_the_two_forms_of_a_work_sample_speak_of_their_own_exhibits() -> None:
    for name, sample in SAMPLES.items():
        other = SAMPLES[sample.parallel]
        for mine, theirs in zip(sample.levels, other.levels, strict=True):
            assert anchors_of(mine) != anchors_of(theirs), (name, mine.competency)


# --- slots -----------------------------------------------------------------------------------------------


def test_slots_are_filled_from_the_opening_and_no_others_are_used() -> None:
    for name, question in QUESTIONS.items():
        for text in (question.ask, *question.follow_ups, *question.probes):
            assert set(re.findall(r"\{[^}]*\}", text)) <= {"{domain}", "{product}"}, name


def test_no_slot_opens_a_sentence_because_its_words_begin_with_a_small_letter() -> None:
    for name, question in QUESTIONS.items():
        for text in (question.ask, *question.follow_ups, *question.probes):
            assert not re.search(r"(?:^|[.!?] )\{(?:domain|product)\}", text), name


def test_every_role_text_speaks_plainly_of_what_counts() -> None:
    for name, role in ROLES.items():
        for text in (role.mission, *(note.look_for for note in role.potential)):
            assert not re.search(r"\b(rockstar|ninja|guru|passionate|world-class|top \d+ ?%)\b", text), name
