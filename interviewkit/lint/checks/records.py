"""What rules about the records of kits share: which belong together, and the order of fields on a sheet."""

from collections.abc import Iterator

from interviewkit.lint.case import RecordCase
from interviewkit.models.kit_record import KitRecord, RecordedField, RecordedLayout

Place = tuple[int, float]
"""A page, and how far down on it in points: places compare as they are read."""


def by_opening(case: RecordCase) -> Iterator[list[tuple[str, KitRecord]]]:
    """The records of each opening, role, seniority, form and language, where there is more than one."""
    groups: dict[tuple[str, ...], list[tuple[str, KitRecord]]] = {}
    for path, kit in case.records.items():
        key = (kit.opening, kit.role, kit.seniority.value, kit.form.value, kit.language)
        groups.setdefault(key, []).append((path, kit))
    yield from (group for group in groups.values() if len(group) > 1)


def blank_layouts(kit: KitRecord) -> Iterator[RecordedLayout]:
    """One layout of each interview: the candidates' sheets have the same boxes."""
    yield from {layout.stage: layout for layout in reversed(kit.layouts)}.values()


def card_of(layout: RecordedLayout) -> str:
    """The path of the blank scorecard of an interview."""
    return f"scorecards/{layout.stage}.pdf"


def fields_of(layout: RecordedLayout, part: str) -> dict[str, list[tuple[Place, RecordedField]]]:
    """The fields `evidence.…` or `rating.…` of a layout by competency, with where each begins."""
    found: dict[str, list[tuple[Place, RecordedField]]] = {}
    for page in layout.pages:
        for field in page.fields:
            name, _, competency = field.name.partition(".")
            if name == part:
                found.setdefault(competency, []).append(((page.page, field.rect[1]), field))
    return found
