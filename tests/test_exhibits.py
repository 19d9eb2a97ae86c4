"""The exhibits of the work samples are true to themselves: sums, shares, diffs, lines that fit the page."""

import math
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from built_in import SAMPLES

from interviewkit.models.work_sample import ExhibitKind

Claim = dict[str, Any]
Line = dict[str, str]  # a row by its columns' heads, or a column by its rows' names
Found = tuple[str, float]  # as printed, and by hand

SUMS: list[Claim] = yaml.safe_load((Path(__file__).parent / "exhibit_sums.yaml").read_text(encoding="utf-8"))
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


def total(line: Line, names: str | list[str]) -> float:
    return sum(number(line[name]) for name in ([names] if isinstance(names, str) else names))


def sums(line: Line, claim: Claim) -> list[Found]:
    return [(line[claim["whole"]], total(line, claim["parts"]))]


def lists(line: Line, claim: Claim) -> list[Found]:
    return [(line[claim["whole"]], sum(number(part) for part in line[claim["listed"]].split(", ")))]


def shares(line: Line, claim: Claim) -> list[Found]:
    return [(share(line[name]), percent(line, name, claim["of"])) for name in claim["share"]]


def percents(line: Line, claim: Claim) -> list[Found]:
    return [(line[claim["percent"]], percent(line, claim["parts"], claim["of"]))]


def points(line: Line, claim: Claim) -> list[Found]:
    after, before = (percent(line, part, whole) for part, whole in claim["of"])
    return [(line[claim["points"]], after - before)]


def products(line: Line, claim: Claim) -> list[Found]:
    factors = (number(line[name]) if isinstance(name, str) else name for name in claim["of"])
    return [(line[claim["product"]], math.prod(factors))]


def means(line: Line, claim: Claim) -> list[Found]:
    by = claim["by"]
    weighted = sum(number(line[name]) * number(by[name]) for name in claim["parts"])
    return [(line[claim["mean"]], weighted / total(by, claim["parts"]))]


def spans(line: Line, claim: Claim) -> list[Found]:
    start, end = (line[name] for name in claim["span"])
    days = int(end if end.isdigit() else claim["until"]) - int(start) + 1
    return [(str(days), total(line, claim["parts"]))]


KINDS = {
    "listed": lists,
    "share": shares,
    "percent": percents,
    "points": points,
    "product": products,
    "mean": means,
    "span": spans,
    "whole": sums,
}


def percent(line: Line, parts: str | list[str], whole: str | list[str]) -> float:
    return total(line, parts) / total(line, whole) * 100


def share(cell: str) -> str:
    """The p of "n (p %)"."""
    found = re.search(r"\(([\d.]+ %)\)", cell)
    assert found, f"no share in {cell!r}"
    return found[1]


def is_near(printed: str, by_hand: float, roundings: int = 1) -> bool:
    """Whether a number is right to the decimals that it is printed with."""
    decimals = re.search(r"\d\.(\d+)", printed)
    half = 0.5 * 10.0 ** -len(decimals[1] if decimals else "")
    return abs(number(printed) - by_hand) <= half * roundings + 1e-9


def wrong(claim: Claim) -> list[str]:
    """What does not add up, in words. A claim on columns is read down, any other along the rows."""
    table = EXHIBITS[f"{claim['sample']} {claim['exhibit']}"].table
    assert table is not None
    lines = {row[0]: dict(zip(table.columns, row, strict=True)) for row in table.rows}
    assert len(lines) == len(table.rows), "two rows of one name"
    if "columns" in claim:
        lines = {column: {name: row[column] for name, row in lines.items()} for column in table.columns[1:]}
    names: Any = claim.get("columns", claim.get("rows", "all"))
    kind = next(kind for kind in KINDS if kind in claim)
    asked = claim | {"by": lines[claim["by"]]} if "by" in claim else claim
    return [
        f"{name}: {printed} is not {by_hand}"
        for name in (lines if names == "all" else names)
        for printed, by_hand in KINDS[kind](lines[name], asked)
        if not is_near(printed, by_hand, roundings=2 if kind in {"mean", "points"} else 1)
    ]


@pytest.mark.parametrize("claim", SUMS, ids=[f"{n} {claim['sample']}" for n, claim in enumerate(SUMS)])
def test_what_should_add_up_does(claim: Claim) -> None:
    assert wrong(claim) == []


def test_a_share_that_is_wrong_is_found() -> None:
    assert is_near(share("174 (87.0 %)"), 174 / 200 * 100)
    assert not is_near(share("174 (87.1 %)"), 174 / 200 * 100)
    assert is_near(share("1 (33 %)"), 1 / 3 * 100)


def test_every_table_is_added_up_or_says_why_not() -> None:
    summed = {f"{claim['sample']} {claim['exhibit']}" for claim in SUMS}
    tables = {name for name, one in EXHIBITS.items() if one.kind is ExhibitKind.TABLE}
    assert tables - summed == NOTHING_TO_ADD.keys()


NOTHING_TO_ADD = {
    "agent-run d": "a dashboard of measures that are not parts of one whole",
    "agent-run-b d": "a dashboard of measures that are not parts of one whole",
    "case-guide b": "cases in words",
    "case-guide c": "drafts in words",
    "case-guide-b b": "cases in words",
    "case-guide-b c": "drafts in words",
    "claims-assistant-evaluation b": "cases picked by hand",
    "claims-assistant-evaluation-b b": "cases picked by hand",
    "customer-trial d": "cases in words",
    "customer-trial-b d": "cases in words",
    "next-quarter a": "wishes in words",
    "next-quarter d": "estimates and trials that are not parts of one whole",
    "next-quarter-b a": "wishes in words",
    "next-quarter-b d": "estimates and trials that are not parts of one whole",
    "team-budget a": "levels of skill",
    "team-budget-b a": "levels of skill",
    "team-budget-b c": "a list of trials, one in each row",
}


@pytest.mark.parametrize("name", [name for name, one in EXHIBITS.items() if one.kind is ExhibitKind.DIFF])
def test_a_diff_is_one_that_could_be_applied(name: str) -> None:
    """Each hunk has the lines that it counts, and begins where the ones before it leave the new file."""
    for file in re.split(r"^(?=--- )", EXHIBITS[name].text or "", flags=re.MULTILINE)[1:]:
        shift = 0
        for hunk in re.split(r"^(?=@@ -)", file.rstrip("\n"), flags=re.MULTILINE)[1:]:
            head, *body = hunk.splitlines()
            numbers = HUNK.match(head)
            assert numbers, head
            old_start, old, new_start, new = (int(number or 1) for number in numbers.groups())
            signs = [line[:1] or " " for line in body]
            assert set(signs) <= set("+- ")
            assert old == sum(sign != "+" for sign in signs), head
            assert new == sum(sign != "-" for sign in signs), head
            assert new_start == old_start + shift + (old == 0) - (new == 0), head
            shift += new - old


@pytest.mark.parametrize("name", [name for name, one in EXHIBITS.items() if one.kind in MONOSPACE])
def test_lines_of_a_log_a_trace_or_code_fit_the_page(name: str) -> None:
    text = EXHIBITS[name].text or ""
    assert max(len(line) for line in text.splitlines()) <= 92


@pytest.mark.parametrize("name", SAMPLES)
def test_there_are_two_to_four_exhibits_of_more_than_one_kind(name: str) -> None:
    exhibits = SAMPLES[name].exhibits
    assert 2 <= len(exhibits) <= 4
    assert len({exhibit.kind for exhibit in exhibits}) >= 2
