"""A pile too thick for one print job is split into parts.

Parts are filled from the front: what comes last in a growing pile changes its last part alone.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from interviewkit.drive_packs.cover import COVER_PAPER
from interviewkit.drive_packs.models import Item

LONGEST = 250
"""Sheets of paper in a part, with its cover: half a ream, as much as the tray of an office printer holds."""


@dataclass(frozen=True)
class Bundle:
    """What must not be torn apart, as guide, work sample and scorecard of an interview; `paper` in sheets."""

    items: tuple[Item, ...]
    paper: int


def split(bundles: Iterable[Bundle]) -> Iterator[Bundle]:
    """The parts, each as one bundle; a bundle that is longer than `LONGEST` is a part of its own."""
    part: list[Item] = []
    used = 0
    for bundle in bundles:
        if part and used + bundle.paper + COVER_PAPER > LONGEST:
            yield Bundle(tuple(part), used)
            part, used = [], 0
        part += bundle.items
        used += bundle.paper
    if part:
        yield Bundle(tuple(part), used)


def part_path(path: str, number: int, taken: Collection[str]) -> str:
    """Where a part (from 1) lies: `ada.pdf`, `ada-2.pdf`, and not where another pile does."""
    if number == 1:
        return path
    stem = path.removesuffix(".pdf")
    while f"{stem}-{number}.pdf" in taken:
        stem += "-part"
    return f"{stem}-{number}.pdf"
