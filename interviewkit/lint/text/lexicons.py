"""The lexicons of the rubrics, loaded and made into one matcher."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import Field, RootModel, model_validator

from interviewkit.builtin import builtin_folder
from interviewkit.library import Library
from interviewkit.lint.text.lexicon import parse
from interviewkit.lint.text.matcher import Matcher

FOLDER = "lexicon"

Pattern = Annotated[str, Field(min_length=1, max_length=2000)]
GroupName = Annotated[str, Field(pattern=r"^[a-z]+(_[a-z]+)*$")]

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Lexicon(RootModel[dict[GroupName, tuple[Pattern, ...]]]):
    """`lexicon/TOPIC.yaml`: groups of patterns (see `interviewkit.lint.text.lexicon`)."""

    @model_validator(mode="after")
    def _every_pattern_can_be_read(self) -> "Lexicon":
        for patterns in self.root.values():
            for pattern in patterns:
                parse(pattern)
        return self


def load_matcher(library: Library, *topics: str) -> Matcher:
    """The lexicons of these topics, or all, as one matcher; raises InputError for a file with mistakes.

    Where all are the built-in ones it is made once, and remembers what it has met.
    """
    files = {topic: library.find(f"{FOLDER}/{topic}.yaml") for topic in topics or library.ids(FOLDER)}
    if all(path.is_relative_to(builtin_folder("rubrics")) for path in files.values()):
        return _built_in_matcher(tuple(files.items()))
    return _matcher_of(library, files)


@cache
def _built_in_matcher(files: tuple[tuple[str, Path], ...]) -> Matcher:
    return _matcher_of(Library((builtin_folder("rubrics"),)), dict(files))


def _matcher_of(library: Library, files: Mapping[str, Path]) -> Matcher:
    return Matcher(
        {
            f"{topic}.{name}": patterns
            for topic, path in files.items()
            for name, patterns in _groups(library, topic, path).items()
        }
    )


def _groups(library: Library, topic: str, path: Path) -> Mapping[str, Sequence[str]]:
    """The groups of a lexicon.

    *Why* a built-in one is not validated: our tests do that, and every run would wait for it.
    """
    if not path.is_relative_to(builtin_folder("rubrics")):
        return library.load(Lexicon, f"{FOLDER}/{topic}.yaml").value.root
    groups: dict[str, list[str]] = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 -- makes strings only
    return groups
