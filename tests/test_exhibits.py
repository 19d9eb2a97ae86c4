"""The exhibits of the work samples are true to themselves: sums, shares, diffs, lines that fit the page."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from built_in import SAMPLES

from interviewkit.models.work_sample import ExhibitKind

SUMS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "exhibit_sums.yaml").read_text(encoding="utf-8")
)
EXHIBITS = {
    f"{sample.id} {exhibit.id}": exhibit for sample in SAMPLES.values() for exhibit in sample.exhibits
}
HUNK = re.compile(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
MONOSPACE = {ExhibitKind.LOG, ExhibitKind.DIFF, ExhibitKind.TRACE, ExhibitKind.CODE}


def number(cell: str) -> float:
    """The first number of a cell: 1,840 and 62 (31.0 %) and 12.5 s."""
    found = re.search(r"-?\d[\d,]*(?:\.\d+)?", cell)
    assert found, f"no number in {cell!r}"
    return float(found[0].replace(",", ""))


def table_of(claim: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Row name to column name to cell."""
    table = EXHIBITS[f"{claim['sample']} {claim['exhibit']}"].table
    assert table is not None
    rows = {row[0]: dict(zip(table.columns, row, strict=True)) for row in table.rows}
    assert len(rows) == len(table.rows), "two rows of one name"
    return rows


def wrong(claim: dict[str, Any]) -> list[str]:
    """What does not add up, in words."""
    rows = table_of(claim)
    if "across" in claim:
        return [
            f"{name}: {whole} is not {parts}"
            for name in claim.get("rows", list(rows))
            if (whole := number(rows[name][claim["whole"]]))
            != pytest.approx(parts := sum(number(rows[name][column]) for column in claim["across"]))
        ]
    if "product" in claim:
        one, two = claim["of"]
        return [
            f"{name}: {product} is not {by_hand}"
            for name in claim.get("rows", list(rows))
            if (product := number(rows[name][claim["product"]]))
            != pytest.approx(by_hand := number(rows[name][one]) * number(rows[name][two]), abs=0.5)
        ]
    if "share" in claim:
        return [
            f"{name}, {column}: {cell}"
            for column in claim["columns"]
            for name in claim["share"]
            if not is_share(cell := rows[name][column], number(rows[claim["of"]][column]))
        ]
    return [
        f"{column}: {whole} is not {parts}"
        for column in claim["columns"]
        if (whole := number(rows[claim["whole"]][column]))
        != pytest.approx(parts := sum(number(rows[name][column]) for name in claim["parts"]))
    ]


def is_share(cell: str, whole: float) -> bool:
    """Whether "n (p %)" is right to the decimals that it prints."""
    found = re.search(r"\(([\d.]+) %\)", cell)
    assert found, f"no share in {cell!r}"
    decimals = len(found[1].partition(".")[2])
    half = 0.5 * 10**-decimals
    return bool(abs(number(cell) / whole * 100 - float(found[1])) <= half + 1e-9)


@pytest.mark.parametrize("claim", SUMS, ids=[f"{n} {claim['sample']}" for n, claim in enumerate(SUMS)])
def test_what_should_add_up_does(claim: dict[str, Any]) -> None:
    assert wrong(claim) == []


def test_a_share_that_is_wrong_is_found() -> None:
    assert is_share("174 (87.0 %)", 200)
    assert not is_share("174 (87.1 %)", 200)
    assert is_share("1 (33 %)", 3)


def test_every_work_sample_with_a_table_of_counts_is_added_up() -> None:
    summed = {claim["sample"] for claim in SUMS}
    tables = {
        sample.id
        for sample in SAMPLES.values()
        if any(exhibit.kind is ExhibitKind.TABLE for exhibit in sample.exhibits)
    }
    assert tables - summed <= NOTHING_TO_ADD.keys()


NOTHING_TO_ADD = {
    "agent-run": "a dashboard of measures that are not parts of one whole",
    "agent-run-b": "a dashboard of measures that are not parts of one whole",
}


@pytest.mark.parametrize("name", [name for name, one in EXHIBITS.items() if one.kind is ExhibitKind.DIFF])
def test_the_hunks_of_a_diff_have_the_lines_that_they_count(name: str) -> None:
    text = EXHIBITS[name].text or ""
    lines = text.splitlines()
    for n, line in enumerate(lines):
        if found := HUNK.match(line):
            old, new = (int(found[group] or 1) for group in (2, 4))
            assert hunk_lengths(lines[n + 1 :], old, new) == (old, new), line


def hunk_lengths(lines: list[str], old: int, new: int) -> tuple[int, int]:
    """Lines of the old and the new file, read until both are full or the hunk ends."""
    seen_old = seen_new = 0
    for line in lines:
        full = (seen_old, seen_new) >= (old, new) and seen_new >= new
        if line[:1] not in {" ", "-", "+", ""} or (full and line[:3] in {"---", "+++", ""}):
            break
        seen_old += line[:1] in {" ", "-", ""}
        seen_new += line[:1] in {" ", "+", ""}
    return seen_old, seen_new


@pytest.mark.parametrize("name", [name for name, one in EXHIBITS.items() if one.kind in MONOSPACE])
def test_lines_of_a_log_a_trace_or_code_fit_the_page(name: str) -> None:
    text = EXHIBITS[name].text or ""
    assert max(len(line) for line in text.splitlines()) <= 92


@pytest.mark.parametrize("name", SAMPLES)
def test_there_are_two_to_four_exhibits_of_more_than_one_kind(name: str) -> None:
    exhibits = SAMPLES[name].exhibits
    assert 2 <= len(exhibits) <= 4
    assert len({exhibit.kind for exhibit in exhibits}) >= 2
