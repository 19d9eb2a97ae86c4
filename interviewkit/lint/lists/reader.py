"""Plain lists of questions, criteria and notes: texts to check, from .txt, .md and .csv files."""

from collections.abc import Callable, Iterator

from interviewkit.lint.lists.csv_list import csv_items
from interviewkit.lint.lists.guessing import guess_field
from interviewkit.lint.lists.markdown import markdown_items
from interviewkit.lint.lists.plain import plain_items
from interviewkit.lint.text.item import TextItem

_READERS: dict[str, Callable[[str, str], Iterator[TextItem]]] = {
    ".txt": plain_items,
    ".md": markdown_items,
    ".csv": csv_items,
}

LIST_SUFFIXES = tuple(_READERS)

__all__ = ["LIST_SUFFIXES", "guess_field", "list_items"]


def list_items(name: str, text: str, suffix: str) -> Iterator[TextItem]:
    """The items of a list in order; their locations name the file `name`, `suffix` says how it is written."""
    return _READERS[suffix](name, text)
