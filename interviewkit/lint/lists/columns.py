"""What the columns of a table hold, by their names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from interviewkit.lint.lists.list_words import words
from interviewkit.lint.lists.sections import forbids
from interviewkit.lint.text.folding import fold
from interviewkit.lint.text.item import Field

_WORD = re.compile(r"[a-z0-9]+")
_LONGEST = 6
"""A header of more words is a text …"""
_UNKNOWN = 3
"""… and one that names nothing known, of more than these."""

_META = words(
    """
    id ids no nr number num count type kind category family topic tag tags stage order minutes time
    duration owner author date source link url weight severity label stratum status seniority role
    reason why expected
    """
)
"""Words of columns that hold no text to check."""

_NAMES: dict[str, Field | None] = {
    **dict.fromkeys(words("follow followup followups probe probes"), Field.FOLLOW_UP),
    **dict.fromkeys(words("anchor anchors"), Field.ANCHOR),
    **dict.fromkeys(words("question questions ask asked"), Field.QUESTION),
    **dict.fromkeys(words("criterion criteria competency competencies competence"), Field.CRITERION),
    **dict.fromkeys(
        words("requirement requirements qualification qualifications skill skills"), Field.CRITERION
    ),
    **dict.fromkeys(words("signal signals listen"), Field.SIGNAL),
    **dict.fromkeys(words("note notes instruction instructions guidance hint hints"), Field.NOTE),
    **dict.fromkeys(
        words(
            "text texts item items statement prompt sentence line content wording"
            " behaviour behaviours behavior behaviors evidence looks"
        )
    ),
}
_WEAK: dict[str, Field | None] = {
    "label": Field.SHEET,
    "title": None,
    "name": None,
    "description": None,
    "definition": Field.CRITERION,
    "comment": Field.NOTE,
    "comments": Field.NOTE,
    "field": Field.SHEET,
}
"""Names of text columns, where there is no better one."""

KINDS: dict[str, Field] = {
    **{name: field for name, field in _NAMES.items() if field is not None},
    **{field.value: field for field in Field},
    "follow up": Field.FOLLOW_UP, "main question": Field.QUESTION, "interview question": Field.QUESTION,
    "sheet": Field.SHEET, "label": Field.SHEET, "form": Field.SHEET, "field label": Field.SHEET,
    "level": Field.ANCHOR, "task": Field.QUESTION, "brief": Field.QUESTION, "definition": Field.CRITERION,
    "q": Field.QUESTION,
}  # fmt: skip
"""What a column `field`, `kind` or `type` may say of its row."""

_LEVEL = re.compile(r"(?:level|rating|score|grade) ?[0-9]{1,2}(?! ?[0-9])")
_NUMBER = re.compile(r"[0-9]{1,2}(?: ?/ ?[0-9]{1,2})?(?! ?[0-9])")
_GRADES = words(
    """
    poor weak fair average good strong excellent outstanding meets exceeds below above low medium high
    unsatisfactory satisfactory
    """
)
_KIND_NAMES = frozenset(("field", "kind", "type", "text type", "item type"))
_LEVEL_NAMES = frozenset(("level", "rating", "score", "grade"))
_LABELS = frozenset(("field label", "label text", "form label"))


@dataclass(frozen=True)
class Column:
    """A column of texts: its place, and its field where the name says it (`sure`)."""

    place: int
    field: Field | None


@dataclass(frozen=True)
class Columns:
    """The columns of a table: texts, what says a row's field, and what says an anchor's level (-1: none)."""

    texts: tuple[Column, ...]
    kind: int = -1
    level: int = -1

    def row_field(self, row: Sequence[str]) -> Field | None:
        """What the other cells of a row say of its texts."""
        kind = KINDS.get(normal(row[self.kind])) if 0 <= self.kind < len(row) else None
        level = 0 <= self.level < len(row) and is_level(row[self.level])
        return kind or (Field.ANCHOR if level else None)

    @cached_property
    def last(self) -> int:
        """The place of the last text."""
        return max((column.place for column in self.texts), default=-1)


def normal(cell: str) -> str:
    """A cell in small letters, words parted by single spaces: `Follow-up` is `follow up`."""
    return " ".join(_WORD.findall(fold(cell).text))


def columns_of(header: Sequence[str]) -> Columns | None:
    """The columns of a header row; None where the row is no header."""
    names = [normal(cell) for cell in header]
    if any("?" in cell for cell in header) or any(_is_text(name) for name in names):
        return None
    kind = next((n for n, name in enumerate(names) if name in _KIND_NAMES), -1)
    level = next((n for n, name in enumerate(names) if name in _LEVEL_NAMES), -1)
    texts = _texts(header, names)
    if not texts:
        texts = [
            Column(n, _WEAK[name]) for n, name in enumerate(names) if name in _WEAK and n not in {kind, level}
        ]
    if not texts and len(names) > 1 and max(kind, level) >= 0:
        texts = [
            Column(n, None)
            for n, cell in enumerate(header)
            if n not in {kind, level} and not forbids(cell) and not _META.intersection(names[n].split())
        ]
    if not texts and names == ["field"]:
        texts, kind = [Column(0, Field.SHEET)], -1
    return Columns(tuple(texts), kind, level) if texts else None


def _is_text(name: str) -> bool:
    """Is it too long for a header, where none of its words is a known one?"""
    parts = name.split()
    known = not _META.isdisjoint(parts) or next(_fields(name), name) != name or _LEVEL.match(name)
    return len(parts) > (_LONGEST if known else _UNKNOWN)


def _texts(header: Sequence[str], names: list[str]) -> list[Column]:
    found = []
    levels = sum(bool(_LEVEL.match(name)) or _names_level(name) for name in names)
    for place, name in enumerate(names):
        if forbids(header[place]):
            continue
        if name in _LABELS:
            found.append(Column(place, Field.SHEET))
        elif _LEVEL.match(name) or (levels > 1 and _names_level(name)):
            found.append(Column(place, Field.ANCHOR))
        elif not _META.intersection(name.split()):
            found += [Column(place, field) for field in islice(_fields(name), 1)]
    return found


def _names_level(name: str) -> bool:
    return bool(_NUMBER.match(name)) or name in _GRADES


def _fields(name: str) -> Iterator[Field | None]:
    """The fields of the known words in a column's name, best first."""
    parts = name.split()
    return (field for known, field in _NAMES.items() if known in parts)


def kind_of(cell: str) -> Field | None:
    """The field that a cell of a column `field` or `kind` names."""
    return KINDS.get(normal(cell))


def is_level(cell: str) -> bool:
    """Does the cell name a level: `3`, `Level 3`, `4/5`, `meets`?"""
    name = fold(cell).text.strip()
    return bool(_LEVEL.match(name) or _NUMBER.match(name)) or name.partition(" ")[0] in _GRADES
