"""A linear text classifier, trained on our own labelled examples: it weighs what rules found or missed.

The weights are data beside this file, written by `scripts/train_classifier.py`; a decision is a sum of
weights, the same on every machine, and is explained by the words that weighed most.
"""

import math
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from interviewkit.lint.item import Field
from interviewkit.lint.learned.features import features_of
from interviewkit.lint.matcher import Hit
from interviewkit.lint.reading import Reading

WEIGHTS = Path(__file__).parent / "weights.tsv"
KINDS = ("unfair", "poor", "vague")
"""Unfair to ask or require; a poor question; a level that says nothing. Good ones have the weight 0."""

BIAS = "<bias>"
THRESHOLD = "<threshold>"
THRESHOLD_ANCHOR = "<threshold of anchors>"
PHRASES = 3
"""So many phrases explain a decision."""

Weights = tuple[float, ...]


@dataclass(frozen=True)
class Model:
    """Weights of features towards each of KINDS, and what they must sum to; anchors have their own limit."""

    weights: Mapping[str, Weights]
    bias: Weights
    threshold: float
    threshold_anchor: float

    def limit(self, field: Field) -> float:
        """The sum from which a text of this field is reported."""
        return self.threshold_anchor if field is Field.ANCHOR else self.threshold


@dataclass(frozen=True)
class Verdict:
    """The kind that a text resembles most, by how much it passes the limit (below 0: not), and why."""

    kind: str
    margin: float
    hits: tuple[Hit, ...]


@cache
def load_model() -> Model:
    """The weights that came with the program."""
    rows: dict[str, Weights] = {}
    for line in WEIGHTS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("# "):
            name, *numbers = line.split("\t")
            rows[name] = tuple(map(float, numbers))
    bias = rows.pop(BIAS)
    return Model(rows, bias, rows.pop(THRESHOLD)[0], rows.pop(THRESHOLD_ANCHOR)[0])


def verdict_of(reading: Reading, codes: Collection[str]) -> Verdict:
    """What a text resembles, given the codes of the rules that found something in it."""
    model = load_model()
    features = list(features_of(reading, codes))
    known = [model.weights[name] for name in {name for name, _ in features} & model.weights.keys()]
    sums = [math.fsum(column) for column in zip(model.bias, *known, strict=True)]
    best = max(range(len(KINDS)), key=sums.__getitem__)
    margin = sums[best] - model.limit(reading.item.field)
    if margin < 0:
        return Verdict(KINDS[best], margin, ())
    weighed = {place: model.weights[place[0]] for place in features if place[0] in model.weights}
    return Verdict(KINDS[best], margin, _deciding(weighed, best, reading.count))


def _deciding(weighed: Mapping[tuple[str, int], Weights], kind: int, count: int) -> tuple[Hit, ...]:
    """The words that weighed most towards a kind; overlapping features count for their first word."""
    towards: dict[int, float] = defaultdict(float)
    longest: dict[int, int] = {}
    for (name, position), weights in weighed.items():
        if position >= 0 and weights[kind] > 0:
            towards[position] += weights[kind]
            longest[position] = max(longest.get(position, 1), len(name.split()))
    places = sorted(towards, key=lambda place: (-towards[place], place))[:PHRASES]
    return tuple(Hit("learned", place, min(place + longest[place], count)) for place in places)
