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

from interviewkit.lint.learned.features import features_of
from interviewkit.lint.text.item import Field
from interviewkit.lint.text.matcher import Hit
from interviewkit.lint.text.reading import Reading

WEIGHTS = Path(__file__).parent / "weights.tsv"
KINDS = ("unfair", "poor", "vague")
"""Unfair to ask or require; a poor question; a level that says nothing. Good ones have the weight 0."""

BIAS = "<bias>"
THRESHOLD = "<threshold>"
FOUND_LIMIT = "<threshold where a rule found something>"
ANCHOR_LIMIT = "<threshold of anchors>"
PHRASES = 3
"""So many phrases explain a decision."""

Weights = tuple[float, ...]


@dataclass(frozen=True)
class Model:
    """For each feature a weight towards bad, then towards each of KINDS; and what the first must sum to."""

    weights: Mapping[str, Weights]
    bias: Weights
    limits: Mapping[str, float]

    def limit(self, field: Field, *, found: bool) -> float:
        """The sum from which a text of this field is reported, given whether a rule found something in it."""
        if field is Field.ANCHOR:
            return self.limits[ANCHOR_LIMIT]
        return self.limits[FOUND_LIMIT if found else THRESHOLD]


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
    limits = {name: rows.pop(name)[0] for name in (THRESHOLD, FOUND_LIMIT, ANCHOR_LIMIT)}
    return Model(rows, bias, limits)


def verdict_of(reading: Reading, codes: Collection[str]) -> Verdict:
    """What a text resembles, given the codes of the rules that found something in it."""
    model = load_model()
    features = features_of(reading, codes)
    weights = model.weights
    known = [weights[name] for name in {name for name, _ in features if name in weights}]
    bad, *kinds = (math.fsum(column) for column in zip(model.bias, *known, strict=True))
    kind = KINDS[max(range(len(KINDS)), key=kinds.__getitem__)]
    margin = bad - model.limit(reading.item.field, found=bool(codes))
    if margin < 0:
        return Verdict(kind, margin, ())
    weighed = {place: weights[place[0]][0] for place in features if place[0] in weights}
    return Verdict(kind, margin, _deciding(weighed, reading.count))


def _deciding(weighed: Mapping[tuple[str, int], float], count: int) -> tuple[Hit, ...]:
    """The words that weighed most towards bad; overlapping features count for their first word."""
    towards: dict[int, float] = defaultdict(float)
    longest: dict[int, int] = {}
    for (name, position), weight in weighed.items():
        if position >= 0 and weight > 0:
            towards[position] += weight
            longest[position] = max(longest.get(position, 1), len(name.split()))
    places = sorted(towards, key=lambda place: (-towards[place], place))[:PHRASES]
    return tuple(Hit("learned", place, min(place + longest[place], count)) for place in places)
