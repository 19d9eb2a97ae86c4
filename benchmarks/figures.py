"""What a measurement says: ratios with their goals, values, and what is to be known of them."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

WIDTH = 10


@dataclass(frozen=True)
class Ratio:
    """A ratio and, where there is one, its goal: at most, or at least where `at_least` is set.

    `times` shows it as `61×` (ours is so many times faster), else as a plain number.
    """

    what: str
    value: float
    goal: float | None = None
    at_least: bool = False
    times: bool = False

    @property
    def met(self) -> bool | None:
        """Is the goal met? None where there is none."""
        if self.goal is None:
            return None
        return self.value >= self.goal if self.at_least else self.value <= self.goal

    def __str__(self) -> str:
        goal = ""
        if self.goal is not None:
            verdict = "met" if self.met else "MISSED"
            goal = f"   goal {'≥' if self.at_least else '≤'} {self._shown(self.goal)}: {verdict}"
        return f"{self._shown(self.value):>{WIDTH}}  {self.what}{goal}"

    def _shown(self, value: float) -> str:
        return f"{value:.3g}×" if self.times else f"{value:.3g}"


@dataclass(frozen=True)
class Value:
    """A value in its unit."""

    what: str
    value: float
    unit: str

    def __str__(self) -> str:
        return f"{self.value:>{WIDTH}.4g}  {self.unit}: {self.what}"


@dataclass(frozen=True)
class Figure:
    """A measurement in words and numbers."""

    what: str
    ratios: tuple[Ratio, ...] = ()
    values: tuple[Value, ...] = ()
    notes: tuple[str, ...] = ()

    def __str__(self) -> str:
        rows = (
            *map(str, self.ratios),
            *map(str, self.values),
            *(f"{'':{WIDTH}}  {note}" for note in self.notes),
        )
        return "\n".join((self.what, *rows))


def as_json(machine: Mapping[str, str], figures: Mapping[str, Figure]) -> str:
    """Everything as JSON, with whether each goal is met."""
    plain = {name: asdict(figure) for name, figure in figures.items()}
    for name, figure in figures.items():
        for ratio, entry in zip(figure.ratios, plain[name]["ratios"], strict=True):
            entry["met"] = ratio.met
    return json.dumps({"machine": dict(machine), "figures": plain}, indent=1, ensure_ascii=False)
