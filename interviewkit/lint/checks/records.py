"""What rules about the records of kits share: which belong together, and the order of fields on a sheet."""

from collections.abc import Iterator

from interviewkit.lint.case import RecordCase
from interviewkit.models.kit_record import KitRecord, RecordedField, RecordedSheet

Place = tuple[int, float]
"""A page, and how far down on it in points: places compare as they are read."""


def by_opening(case: RecordCase) -> Iterator[list[tuple[str, KitRecord]]]:
    """The records of each opening, role, seniority, form and language, where there is more than one."""
    groups: dict[tuple[str, ...], list[tuple[str, KitRecord]]] = {}
    for path, kit in case.records.items():
        key = (kit.opening, kit.role, kit.seniority.value, kit.form.value, kit.language)
        groups.setdefault(key, []).append((path, kit))
    yield from (group for group in groups.values() if len(group) > 1)


def blank_sheets(kit: KitRecord) -> Iterator[RecordedSheet]:
    """One sheet of each interview: the candidates' have the same boxes."""
    yield from {sheet.stage: sheet for sheet in reversed(kit.sheets)}.values()


def fields_of(sheet: RecordedSheet, part: str) -> dict[str, list[tuple[Place, RecordedField]]]:
    """The fields `evidence.…` or `rating.…` of a sheet by competency, with where each begins."""
    found: dict[str, list[tuple[Place, RecordedField]]] = {}
    for page in sheet.pages:
        for field in page.fields:
            name, _, competency = field.name.partition(".")
            if name == part:
                found.setdefault(competency, []).append(((page.page, field.rect[1]), field))
    return found
