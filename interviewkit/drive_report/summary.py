"""`summary.csv`: the outcome of a drive, one line per opening, for a spreadsheet."""

import csv
import io
from collections.abc import Iterable

from interviewkit.models.drive_outcome import DriveOutcome, OpeningOutcome

COLUMNS = (
    "opening",
    "title",
    "role",
    "seniority",
    "status",
    "candidates",
    "sheets",
    "made",
    "kit",
    "reasons",
)
"""The first line; English in every language, because programs read it as well."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""With these a spreadsheet begins a formula, or may after it has trimmed the cell."""


def summary_csv(outcome: DriveOutcome) -> bytes:
    """The lines as RFC 4180 has them, in UTF-8 with the mark by which Excel knows it.

    A text that a spreadsheet would take for a formula begins with an apostrophe. Reasons are joined by ` | `.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(_line(each) for each in outcome.openings)
    return text.getvalue().encode("utf-8-sig")


def _line(each: OpeningOutcome) -> Iterable[str]:
    picture = each.picture
    known = (picture.title, picture.role, picture.seniority.value) if picture else ("", "", "")
    counts = (str(each.candidates), str(each.sheets), str(each.made))
    cells = (each.opening, *known, each.status.value, *counts, each.kit_digest, " | ".join(each.reasons))
    return (_harmless(cell) for cell in cells)


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
