"""Wording for one sex: names of jobs, images, traits asked for, and `he` for anybody."""

from collections.abc import Iterator

from interviewkit.lint.checks.excuses import excused, few
from interviewkit.lint.checks.private import Setting
from interviewkit.lint.rule import TextFound
from interviewkit.lint.text.item import Field
from interviewkit.lint.text.matcher import Hit
from interviewkit.lint.text.reading import Reading

TOPIC = "gendered"

RATED = 4
"""So near a trait stands what is rated."""

FEW = 8
"""A requirement of so many words is a trait, or a list of traits."""

_ANYBODY = frozenset(
    ("every", "each", "any", "good", "great", "ideal", "best", "right", "real", "true", "strong")
)
_A = frozenset(("a", "an"))
_MODAL = frozenset(("should", "must", "needs", "has", "will", "can", "shall", "ought"))
_CANDIDATE = frozenset(
    ("candidate", "candidates", "applicant", "applicants", "interviewee", "hire", "whoever")
)


def gendered(reading: Reading) -> Iterator[TextFound]:
    """The first word that pictures a man or a woman."""
    setting = Setting(reading, TOPIC, served=False)
    for hit, decides in _judged(setting):
        if decides and not excused(reading, TOPIC, hit):
            yield TextFound(hit)
            return


def _judged(setting: Setting) -> Iterator[tuple[Hit, bool]]:
    reading = setting.reading
    for hit in few(reading, f"{TOPIC}.direct"):
        yield hit, True
    for hit in few(reading, f"{TOPIC}.loaded"):
        yield hit, not setting.systems
    for hit in few(reading, f"{TOPIC}.coded"):
        yield hit, _trait(setting, hit)
    for hit in few(reading, f"{TOPIC}.pronoun"):
        yield hit, _anybody(reading, hit)


def _trait(setting: Setting, hit: Hit) -> bool:
    """Is the word a trait that is asked for or rated in somebody?"""
    reading, field = setting.reading, setting.reading.item.field
    if field is Field.ANCHOR:
        return False
    if reading.near(hit, ("context.rated",), RATED):
        return not setting.about_systems(hit) or field is Field.CRITERION
    if setting.about_systems(hit):
        return False
    return setting.tied(hit) or (field is Field.CRITERION and reading.count <= FEW)


def _anybody(reading: Reading, hit: Hit) -> bool:
    """Does `he` or `she` stand for anybody who might have the job?"""
    if reading.has(f"{TOPIC}.both", "systems.people"):
        return False
    if hit.start == 0 and any(word.text in _MODAL for word in reading.after(hit, 1)):
        return True
    named = [other for other in few(reading, "context.generic") if other.end <= hit.start]
    if reading.item.field is not Field.CRITERION:
        asked = reading.item.field in {Field.QUESTION, Field.FOLLOW_UP}
        return any(_stands_for_all(reading, each, asked) for each in named)
    return bool(named) or hit.start == 0


def _stands_for_all(reading: Reading, hit: Hit, asked: bool) -> bool:  # noqa: FBT001
    """Is it the candidate, or `any engineer`; in instructions, `an engineer` as well?"""
    if reading.words[hit.start].text in _CANDIDATE:
        return True
    articles = frozenset() if asked else _A
    return any(word.text in _ANYBODY | articles for word in reading.before(hit, 2))
