"""Suppressions: what they cover, and what is wrong with one."""

import pytest

from interviewkit.lint.finding import Finding
from interviewkit.lint.rule import Severity
from interviewkit.lint.suppression import apply_suppressions, suppressions_in
from interviewkit.problems import Location


def finding(line: int, code: str = "IK401", path: str = "bank.yaml") -> Finding:
    return Finding(Location(path, line, 3), code, "a-name", Severity.ERROR, "message", "hint", "source")


COVERED = {
    "on its own line": ("ask: Do you have children?  # check: ignore[IK401] a quotation\n", 1, True),
    "the line before": ("# check: ignore[IK401] a quotation\nask: Do you have children?\n", 2, True),
    "the whole item below": (
        "# check: ignore[IK401] why\n- id: a\n  ask: >-\n    Children?\n- id: b\n",
        4,
        True,
    ),
    "not the next item": (
        "# check: ignore[IK401] why\n- id: a\n  ask: x\n- id: b\n  ask: Children?\n",
        5,
        False,
    ),
    "the item that its line opens": ("ask: >-  # check: ignore[IK401] why\n  Children?\n", 2, True),
    "not the line above": ("ask: Children?\n# check: ignore[IK401] why\nid: b\n", 1, False),
    "one of several codes": ("ask: Children?  # check: ignore[IK402, IK401] why\n", 1, True),
    "another code": ("ask: Children?  # check: ignore[IK402] why\n", 1, False),
    "Markdown": ("- Children? <!-- check: ignore[IK401] why -->\n", 1, True),
}


@pytest.mark.parametrize(("text", "line", "covered"), COVERED.values(), ids=COVERED.keys())
def test_what_a_suppression_covers(text: str, line: int, covered: bool) -> None:
    left, _ = apply_suppressions([finding(line)], suppressions_in("bank.yaml", text), frozenset())
    assert (left == []) is covered


def test_a_suppression_speaks_of_its_own_file_only() -> None:
    suppressions = suppressions_in("bank.yaml", "ask: Children?  # check: ignore[IK401] why\n")
    left, _ = apply_suppressions([finding(1, path="other.yaml")], suppressions, frozenset())
    assert left == [finding(1, path="other.yaml")]


NO_REASON = "this suppression has no reason; say after the bracket why the finding may stand"

PROBLEMS = {
    "no reason": (
        "ask: Children?  # check: ignore[IK401]\n",
        [f"bank.yaml:1:17: IK070 {NO_REASON}"],
        1,
    ),
    "no code": (
        "ask: Children?  # check: ignore because\n",
        ["bank.yaml:1:17: IK070 this suppression names no rule; write its code: check: ignore[IK412]"],
        1,
    ),
    "not a code": (
        "ask: Children?  # check: ignore[children] a quotation\n",
        ["bank.yaml:1:17: IK070 `children` is no code of a rule; write one such as IK412"],
        1,
    ),
    "unused": (
        "ask: How?  # check: ignore[IK401] a quotation\n",
        ["bank.yaml:1:12: IK071 nothing here has the code IK401; delete it from the comment"],
        0,
    ),
    "one of two unused": (
        "ask: Children?  # check: ignore[IK401, IK402] a quotation\n",
        ["bank.yaml:1:17: IK071 nothing here has the code IK402; delete it from the comment"],
        0,
    ),
    "a code that no rule has": (
        "ask: Children?  # check: ignore[IK401, IK499] a quotation\n",
        ["bank.yaml:1:17: IK070 `IK499` is no code of a rule; write one such as IK412"],
        0,
    ),
    "a rule's name": (
        "ask: Children?  # check: ignore[age] a quotation\n",
        ["bank.yaml:1:17: IK070 `age` is no code of a rule; write IK403"],
        1,
    ),
    "a code in small letters": ("ask: Children?  # check: ignore[ik401] a quotation\n", [], 0),
    "a rule that was not looked for": ("ask: How?  # check: ignore[IK403] a quotation\n", [], 0),
    "several": (
        "# check: ignore[IK401]\nask: Children?\n# check: ignore[IK402] why\nask: x\n",
        [
            f"bank.yaml:1:1: IK070 {NO_REASON}",
            "bank.yaml:3:1: IK071 nothing here has the code IK402; delete it from the comment",
        ],
        1,
    ),
}


@pytest.mark.parametrize(("text", "expected", "left"), PROBLEMS.values(), ids=PROBLEMS.keys())
def test_what_is_wrong_with_a_suppression(text: str, expected: list[str], left: int) -> None:
    lines = [number for number, line in enumerate(text.splitlines(), 1) if "Children" in line]
    suppressions = suppressions_in("bank.yaml", text)
    checked = frozenset(("IK401", "IK402"))
    kept, problems = apply_suppressions([finding(line) for line in lines], suppressions, checked)
    assert [str(problem) for problem in problems] == expected
    assert len(kept) == left
