"""The lexicons of the rubrics, loaded and made into one matcher."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field, RootModel, model_validator

from interviewkit.library import Library
from interviewkit.lint.text.lexicon import parse
from interviewkit.lint.text.matcher import Matcher

FOLDER = "lexicon"

Pattern = Annotated[str, Field(min_length=1, max_length=2000)]
GroupName = Annotated[str, Field(pattern=r"^[a-z]+(_[a-z]+)*$")]


class Lexicon(RootModel[dict[GroupName, tuple[Pattern, ...]]]):
    """`lexicon/TOPIC.yaml`: groups of patterns (see `interviewkit.lint.text.lexicon`)."""

    @model_validator(mode="after")
    def _every_pattern_can_be_read(self) -> "Lexicon":
        for patterns in self.root.values():
            for pattern in patterns:
                parse(pattern)
        return self


def load_matcher(library: Library) -> Matcher:
    """Every lexicon of the library as one matcher; raises InputError for a file with mistakes."""
    groups: dict[str, tuple[str, ...]] = {}
    for topic in library.ids(FOLDER):
        lexicon: Mapping[str, tuple[str, ...]] = library.load(Lexicon, f"{FOLDER}/{topic}.yaml").value.root
        groups |= {f"{topic}.{name}": patterns for name, patterns in lexicon.items()}
    return Matcher(groups)
