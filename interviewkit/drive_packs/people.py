"""Interviewers over all openings of a drive: one name is one person."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain, count

from slugify import slugify

from interviewkit.models.opening import DEVICE_NAMES

MAX_LENGTH = 48


@dataclass(frozen=True)
class Person:
    """An interviewer: the key that stands in file names, and the name as it was first written."""

    key: str
    name: str


def same_name(name: str) -> str:
    """The name without what makes no other person of it: capitals and spaces."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def people_of(names: Iterable[str]) -> Mapping[str, Person]:
    """The people with these names, by `same_name`; two people whose keys would be one are numbered."""
    found: dict[str, Person] = {}
    taken: set[str] = set()
    for name in names:
        same = same_name(name)
        if same not in found:
            key = _free_key(name, taken)
            taken.add(key)
            found[same] = Person(key, name)
    return found


def _free_key(name: str, taken: set[str]) -> str:
    """The name in ASCII, as kits call their interviewers; with the first number that makes it new."""
    word = slugify(name, max_length=MAX_LENGTH) or "interviewer"
    word = f"{word}-interviewer" if word in DEVICE_NAMES else word
    return next(key for key in chain((word,), (f"{word}-{n}" for n in count(2))) if key not in taken)
