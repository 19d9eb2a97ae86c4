"""Weights: the role's, moved by the team's shifts, set by the opening; always 100 in all."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviewkit.compose.weights import applied_shifts, set_weights, shifted_weights
from interviewkit.library import open_library
from interviewkit.models.role import Role, Shift
from interviewkit.models.team import Team

ROLE = open_library().role("ai-engineer").value
Weights = dict[str, int]
many = settings(deadline=None, max_examples=200)


@st.composite
def weights_of_a_role(draw: st.DrawFn) -> Weights:
    """Three to ten competencies that share 100."""
    cuts = draw(st.sets(st.integers(1, 99), min_size=2, max_size=9))
    edges = [0, *sorted(cuts), 100]
    return {f"c{n}": edges[n + 1] - edges[n] for n in range(len(edges) - 1)}


@st.composite
def weights_and_wishes(draw: st.DrawFn) -> tuple[Weights, Weights]:
    weights = draw(weights_of_a_role())
    wished = draw(st.sets(st.sampled_from(sorted(weights))))
    return weights, {name: draw(st.integers(1, 100 if len(wished) == 1 else 40)) for name in sorted(wished)}


@many
@given(weights_and_wishes())
def test_the_sum_stays_100_or_a_sentence_says_why_not(given_weights: tuple[Weights, Weights]) -> None:
    weights, wanted = given_weights
    others = len(weights) - len(wanted)
    room = 100 - sum(wanted.values())
    if room < others or (others == 0 and room > 0):
        with pytest.raises(ValueError, match=re.escape(f"sum to {100 - room}")):
            set_weights(weights, wanted)
        return
    result = set_weights(weights, wanted)
    assert list(result) == list(weights)
    assert sum(result.values()) == 100
    assert min(result.values()) >= 1
    assert wanted.items() <= result.items()


@many
@given(weights_of_a_role())
def test_nothing_set_changes_nothing(weights: Weights) -> None:
    assert set_weights(weights, {}) == weights
    assert set_weights(weights, weights) == weights


@many
@given(weights_of_a_role(), st.integers(1, 90))
def test_the_others_keep_their_order_and_their_proportions(weights: Weights, wanted: int) -> None:
    result = set_weights(weights, {"c0": wanted})
    others = sorted((name for name in reversed(weights) if name != "c0"), key=lambda name: weights[name])
    assert [result[name] for name in others] == sorted(result[name] for name in others)
    scale = (100 - wanted) / (100 - weights["c0"])
    if all(weights[name] * scale >= 1 for name in others):
        assert all(abs(result[name] - weights[name] * scale) < 1 for name in others)


@pytest.mark.parametrize(
    ("wanted", "result"),
    [
        ({}, {"a": 50, "b": 30, "c": 15, "d": 5}),
        ({"a": 60}, {"a": 60, "b": 24, "c": 12, "d": 4}),
        ({"d": 1}, {"a": 52, "b": 31, "c": 16, "d": 1}),
        ({"a": 97}, {"a": 97, "b": 1, "c": 1, "d": 1}),
        ({"a": 96}, {"a": 96, "b": 2, "c": 1, "d": 1}),
        ({"a": 25, "b": 25, "c": 25, "d": 25}, {"a": 25, "b": 25, "c": 25, "d": 25}),
        ({"a": 25, "b": 25, "c": 25}, {"a": 25, "b": 25, "c": 25, "d": 25}),
    ],
)
def test_shares_worked_out_by_hand(wanted: Weights, result: Weights) -> None:
    assert set_weights({"a": 50, "b": 30, "c": 15, "d": 5}, wanted) == result


OTHERS = "every other one needs 1 at least"


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        ({"a": 98}, f"the weights set here sum to 98 and may sum to 97: {OTHERS}"),
        ({"a": 60, "b": 60}, f"the weights set here sum to 120 and may sum to 98: {OTHERS}"),
        ({"a": 25, "b": 25, "c": 25, "d": 24}, "all weights are set and sum to 99, not to 100"),
        ({"a": 25, "b": 25, "c": 25, "d": 26}, "all weights are set and sum to 101, not to 100"),
    ],
)
def test_what_cannot_be_set_is_said_in_a_sentence(wanted: Weights, sentence: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
        set_weights({"a": 50, "b": 30, "c": 15, "d": 5}, wanted)


# --- shifts ----------------------------------------------------------------------------------------------


def shift(**facts: str) -> dict[str, object]:
    name = "-".join(facts.values())
    return {"when": facts, "add": {"a": 1, "b": -1}, "because": name, "principle": "p"}


SHIFTS = [
    Shift.model_validate(each)
    for each in (
        shift(stage="finding_fit"),
        shift(technology="enabler"),
        shift(loop="outer"),
        shift(technology="enabler", loop="outer"),
        shift(technology="core", stage="finding_fit", loop="outer"),
    )
]


@pytest.mark.parametrize(
    ("technology", "stage", "loop", "applied"),
    [
        ("core", "scaling", "inner", []),
        ("core", "optimising", "inner", []),
        ("core", "finding_fit", "inner", ["finding_fit"]),
        ("enabler", "scaling", "inner", ["enabler"]),
        ("core", "scaling", "outer", ["outer"]),
        ("enabler", "scaling", "outer", ["enabler", "outer", "enabler-outer"]),
        ("core", "finding_fit", "outer", ["finding_fit", "outer", "core-finding_fit-outer"]),
        ("enabler", "finding_fit", "outer", ["finding_fit", "enabler", "outer", "enabler-outer"]),
    ],
)
def test_a_shift_applies_where_every_condition_holds(
    technology: str, stage: str, loop: str, applied: list[str]
) -> None:
    team = Team.model_validate({"mission": "-", "technology": technology, "stage": stage, "loop": loop})
    role = Role.model_construct(**{**dict(ROLE), "shifts": tuple(SHIFTS)})
    assert [each.because for each in applied_shifts(role, team)] == applied


def test_shifts_add_up() -> None:
    moved = shifted_weights(ROLE, ROLE.shifts)
    for name, entry in ROLE.competencies.items():
        assert moved[name] == entry.weight + sum(each.add.get(name, 0) for each in ROLE.shifts)
    assert sum(moved.values()) == 100
