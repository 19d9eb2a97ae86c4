"""How much of a labelled set the checker flags, by family and stratum (`make measure`).

.venv/bin/python scripts/checker_report.py labelled/frozen.csv           fields as labelled
.venv/bin/python scripts/checker_report.py --plain labelled/frozen.csv   fields guessed, as in a plain list
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from interviewkit.library import open_library
from interviewkit.lint.checking import CheckRequest, check_gathered
from interviewkit.lint.lists.reader import guess_field
from interviewkit.lint.rule import Severity
from interviewkit.lint.sources.gathered import Gathered
from interviewkit.lint.text.item import Field, TextItem
from interviewkit.problems import Location

ROOT = Path(__file__).resolve().parent.parent
FROZEN = ROOT / "labelled" / "frozen.csv"

Row = dict[str, str]


def main(arguments: list[str]) -> None:
    """Check the sets and print the tables."""
    plain = "--plain" in arguments
    for path in [Path(name) for name in arguments if name != "--plain"] or [FROZEN]:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        flagged = flagged_rows(rows, plain=plain)
        print(f"{path.name}, {'fields guessed' if plain else 'fields as labelled'}: {len(rows)} texts")
        for line in table(rows, flagged):
            print(line)


def flagged_rows(rows: list[Row], *, plain: bool) -> list[bool]:
    """Whether each text gets an error or a warning."""
    items = [
        TextItem(
            row["text"], guess_field(row["text"]) if plain else Field(row["field"]), Location("set", number)
        )
        for number, row in enumerate(rows, start=1)
    ]
    findings = check_gathered(CheckRequest(open_library()), [Gathered(texts=items, sources={"set": ""})])
    grave = {each.location.line for each in findings if each.severity is not Severity.INFO}
    return [number in grave for number in range(1, len(rows) + 1)]


def table(rows: list[Row], flagged: list[bool]) -> Iterator[str]:
    """The figures as a Markdown table: a line for each family and stratum, then what was promised."""
    yield "| family | stratum | flagged | of | share |"
    yield "|---|---|--:|--:|--:|"
    for group in (_family, _promise):
        total = Counter(group(row) for row in rows)
        hits = Counter(group(row) for row, hit in zip(rows, flagged, strict=True) if hit)
        for (name, stratum), of in sorted(total.items()):
            share = 100 * hits[name, stratum] / of
            yield f"| {name} | {stratum} | {hits[name, stratum]} | {of} | {share:.1f} % |"


def _family(row: Row) -> tuple[str, str]:
    what = "good anchors" if row["field"] == "anchor" else "good texts"
    return (what if row["label"] == "good" else row["family"]), row["stratum"]


def _promise(row: Row) -> tuple[str, str]:
    """The groups that the targets speak of; `~` sorts them behind the families."""
    if row["label"] == "good":
        return ("~ good anchors" if row["field"] == "anchor" else "~ good texts"), "all"
    if row["family"] == "vague_anchor":
        return "~ vague anchors", "all"
    return "~ bad texts", row["stratum"]


if __name__ == "__main__":
    main(sys.argv[1:])
