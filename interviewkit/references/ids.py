"""The checks that every kind of file needs: known ids, ids used twice, the file's own name."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import Any

from interviewkit.loading import Loaded
from interviewkit.problems import Code, Location, Problem, did_you_mean

KeyPath = tuple[str | int, ...]
Named = Sequence[tuple[str, KeyPath]]
"""Ids, each with the path where it stands."""


def listed(names: Iterable[str], *base: str | int) -> Named:
    """The ids of a list that stands at `base`."""
    return [(name, (*base, position)) for position, name in enumerate(names)]


def keyed(names: Iterable[str], *base: str | int) -> Named:
    """The ids that are the keys of a mapping that stands at `base`."""
    return [(name, (*base, name)) for name in names]


def unknown_ids(
    loaded: Loaded[Any], what: str, named: Named, known: Iterable[str], where: str = ""
) -> Iterator[Problem]:
    """Ids, each with the path where it stands, that are not among the known ones (of `where`)."""
    names = frozenset(known)
    for name, path in named:
        if name not in names:
            message = f"there is no {what} `{name}` {where}".rstrip()
            yield loaded.problem(Code.UNKNOWN_ID, path, message, did_you_mean(name, names))


def double_ids(
    loaded: Loaded[Any], what: str, named: Named, hint: str = "give each its own id"
) -> Iterator[Problem]:
    """Ids that stand a second time in the file; capitals do not make a difference (they are file names)."""
    seen: set[str] = set()
    for name, path in named:
        if name.casefold() in seen:
            message = f"the {what} `{name}` stands here a second time"
            yield loaded.problem(Code.DUPLICATE_ID, path, message, hint)
        seen.add(name.casefold())


def misnamed_file(loaded: Loaded[Any], given: str, key: str) -> Iterator[Problem]:
    """A rubric file carries the id it is found by."""
    place, stem = loaded.locate(key), PurePath(loaded.source.name).stem
    if place.path != loaded.source.name:
        hint = f"add `{key}: {stem}`; a file has no {key} from the one that it extends"
        yield Problem(Location(loaded.source.name), Code.MISSING_KEY, f"`{key}` is missing", hint)
        return
    if given != stem:
        message = f"`{key}` is `{given}`, but the file is `{stem}.yaml`"
        yield Problem(place, Code.FILE_NAME, message, "make the two the same")
