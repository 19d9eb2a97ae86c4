"""What a heading, a label or a column says of the texts below it: forbidden examples, or a field."""

import re
from functools import lru_cache

from interviewkit.lint.lists.list_words import parts, words
from interviewkit.lint.text.folding import fold
from interviewkit.lint.text.item import Field

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_LEVEL = re.compile(r"(?:level|rating|score|grade) ?[0-9]{1,2}(?! ?[0-9])")
_LONGEST = 12
"""A heading of more words is a sentence and names no field."""


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(f" {phrase} " for phrase in parts(text))


_ALONE = _phrases(
    """
    avoid, don't, dont, do not, don'ts, donts, never, bad, illegal, unlawful, forbidden, prohibited,
    banned, wrong, not this
    """
)
"""Headings that forbid, when they say no more."""

_FORBIDS = _phrases(
    """
    not ask, not to ask, not be asked, don't ask, dont ask, never ask, cannot ask, can't ask, mustn't
    ask, shouldn't ask, not to say, not to write, not to use, not to do, not allowed, not permitted, not
    acceptable, off limits, to avoid, avoid asking, avoid these, avoid this, avoid questions, instead
    of, never use, do not use, don't use, do not write, don't write, do not say, don't say, bad example,
    bad examples, bad question, bad questions, bad anchor, bad anchors, bad criteria, bad wording, poor
    example, poor examples, poor questions, poor anchors, negative examples, wrong questions, anti
    pattern, anti patterns, antipatterns, counter examples, counterexamples
    """
)
_FORBIDDEN = words("illegal unlawful forbidden prohibited banned inappropriate discriminatory taboo")
_THINGS = words("question questions topic topics example examples")

_SECTIONS = (
    (words("follow followup followups probe probes probing"), Field.FOLLOW_UP),
    (words("anchor anchors levels scale"), Field.ANCHOR),
    (words("note notes instruction instructions guidance tips interviewer interviewers"), Field.NOTE),
    (words("requirement requirements requisites prerequisites criterion criteria profile"), Field.CRITERION),
    (words("competency competencies competence competences skills responsibilities"), Field.CRITERION),
    (words("qualification qualifications expectations"), Field.CRITERION),
)
_WANTED = _phrases(
    """
    must have, must haves, nice to have, about you, you bring, you have, look for, looking for, we
    expect
    """
)


@lru_cache(maxsize=1024)
def forbids(heading: str) -> bool:
    """Does the heading say that what follows is not to be asked?"""
    said = _WORD.findall(fold(heading).text)
    phrase = f" {' '.join(said)} "
    if phrase in _ALONE or any(part in phrase for part in _FORBIDS):
        return True
    return bool(_THINGS.intersection(said) and _FORBIDDEN.intersection(said))


@lru_cache(maxsize=1024)
def section_field(heading: str) -> Field | None:
    """The field that the texts below a heading usually have, where the heading says it."""
    said = frozenset(_WORD.findall(fold(heading).text))
    phrase = f" {' '.join(_WORD.findall(fold(heading).text))} "
    if len(said) > _LONGEST or "?" in heading:
        return None
    if {"questions", "question"} & said:
        return Field.FOLLOW_UP if {"follow", "probing"} & said else None
    if _LEVEL.match(phrase.strip()):
        return Field.ANCHOR
    if any(part in phrase for part in _WANTED):
        return Field.CRITERION
    return next((field for names, field in _SECTIONS if names & said), None)


def settled(guess: Field, section: Field | None) -> Field:
    """The guess, corrected by what the section usually holds; a label and what asks remain what they are."""
    if section is Field.FOLLOW_UP:
        return section if guess is Field.QUESTION else guess
    return guess if section is None or guess in {Field.SHEET, Field.QUESTION} else section
