"""Small integer programmes, solved exactly by HiGHS; the only module that imports it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, Self

import highspy
import numpy as np
from numpy.typing import NDArray

Terms = tuple[tuple[int, int], ...]
"""A linear expression: pairs of (column, coefficient), each column once."""

BLOCK: Final = 14
"""Columns settled in one solve: powers of two up to 2**13 stay clear of the solver's tolerances."""

OPTIONS: Final[dict[str, bool | int | float | str]] = {
    "output_flag": False,
    "threads": 1,
    "parallel": "off",
    "random_seed": 0,
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 0.0,
    "mip_heuristic_run_feasibility_jump": False,  # a third of the time, and nothing found
}


INFEASIBLE: Final = (
    highspy.HighsModelStatus.kInfeasible,
    highspy.HighsModelStatus.kUnboundedOrInfeasible,  # every column is bounded
)


@dataclass(frozen=True)
class Row:
    """`lower` <= `terms` <= `upper`; None where there is no bound."""

    terms: Terms
    lower: int | None
    upper: int | None


@dataclass
class Programme:
    """An integer programme under construction: whole-number columns and the rows that bind them.

    *Why mutable*: columns get their numbers in the order in which the rules ask for them.
    """

    lowers: list[int] = field(default_factory=list)
    uppers: list[int] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)

    def column(self, upper: int = 1, lower: int = 0) -> int:
        """Add a column with values `lower` to `upper`; its number."""
        self.lowers.append(lower)
        self.uppers.append(upper)
        return len(self.uppers) - 1

    def at_most(self, upper: int, terms: Iterable[tuple[int, int]]) -> None:
        """Add the row `terms` <= `upper`."""
        self.rows.append(Row(tuple(terms), None, upper))

    def at_least(self, lower: int, terms: Iterable[tuple[int, int]]) -> None:
        """Add the row `terms` >= `lower`."""
        self.rows.append(Row(tuple(terms), lower, None))

    def exactly(self, value: int, terms: Iterable[tuple[int, int]]) -> None:
        """Add the row `terms` == `value`."""
        self.rows.append(Row(tuple(terms), value, value))

    def ceiling(self, terms: Terms) -> int:
        """The largest value of the terms that the columns' bounds allow."""
        return sum(factor * (self.uppers if factor > 0 else self.lowers)[column] for column, factor in terms)


class Search:
    """Maximises one objective after the other; what has been reached is never given up.

    `values` are the columns' values. After `settle`, those of the terms settled do not depend
    on the solver's path: the same programme gives the same values on any machine.
    """

    def __init__(self, programme: Programme, solver: highspy.Highs, values: tuple[int, ...]) -> None:
        """Use `start`."""
        self.values = values
        self._programme = programme
        self._solver = solver

    @classmethod
    def start(cls, programme: Programme, objective: Terms) -> Self | None:
        """A search that has maximised the objective; None where no values fit the rows."""
        solver = _load(programme)
        values = _solve(solver, objective, None)
        if values is None:
            return None
        search = cls(programme, solver, values)
        search._hold(objective)
        return search

    def maximise(self, objective: Terms) -> None:
        """Reach the maximum of the objective and hold it."""
        self._improve(objective)
        self._hold(objective)

    def settle(self, choices: Iterable[Terms]) -> None:
        """Give each choice in turn its largest possible value; each must be 0 or 1 by the rows.

        *Why*: equally good answers must not be chosen by chance. Powers of two leave one best
        answer for a block of choices.
        """
        waiting = tuple(choices)
        for start in range(0, len(waiting), BLOCK):
            block = waiting[start : start + BLOCK]
            self._improve(
                tuple(
                    (column, factor << place)
                    for place, choice in enumerate(reversed(block))
                    for column, factor in choice
                )
            )
            for choice in block:
                self._hold(choice)

    def _improve(self, objective: Terms) -> None:
        # A value that the bounds alone cannot exceed needs no solver.
        if value_of(objective, self.values) < self._programme.ceiling(objective):
            values = _solve(self._solver, objective, self.values)
            if values is None:
                raise RuntimeError("HiGHS lost a solution that it had found")
            self.values = values

    def _hold(self, terms: Terms) -> None:
        value = float(value_of(terms, self.values))
        self._solver.addRow(value, value, len(terms), _columns(terms), _factors(terms))


def _load(programme: Programme) -> highspy.Highs:
    """The programme, handed to a solver that works alone and repeats itself."""
    solver = highspy.Highs()
    for name, value in OPTIONS.items():
        solver.setOptionValue(name, value)
    for lower, upper in zip(programme.lowers, programme.uppers, strict=True):
        solver.addVar(float(lower), float(upper))
    every = np.arange(len(programme.uppers), dtype=np.int32)
    integers = np.full(len(every), int(highspy.HighsVarType.kInteger), dtype=np.uint8)
    solver.changeColsIntegrality(len(every), every, integers)
    for row in programme.rows:
        floor = -highspy.kHighsInf if row.lower is None else float(row.lower)
        ceiling = highspy.kHighsInf if row.upper is None else float(row.upper)
        solver.addRow(floor, ceiling, len(row.terms), _columns(row.terms), _factors(row.terms))
    solver.changeObjectiveSense(highspy.ObjSense.kMaximize)
    return solver


def _solve(solver: highspy.Highs, objective: Terms, known: tuple[int, ...] | None) -> tuple[int, ...] | None:
    """Values that maximise the objective, starting from known ones; None where there are none.

    Raises RuntimeError where HiGHS gives up; no limit that we set makes it do so.
    """
    width = solver.getNumCol()
    if width == 0:
        return ()
    costs = np.zeros(width)
    costs[_columns(objective)] = _factors(objective)
    every = np.arange(width, dtype=np.int32)
    solver.changeColsCost(width, every, costs)
    if known is not None:
        solver.setSolution(width, every, np.array(known, dtype=np.float64))
    solver.run()
    status = solver.getModelStatus()
    if status in INFEASIBLE:
        return None
    if status != highspy.HighsModelStatus.kOptimal:
        raise RuntimeError(f"HiGHS gave up: {solver.modelStatusToString(status)}")
    return tuple(round(value) for value in solver.getSolution().col_value)


def value_of(terms: Terms, values: tuple[int, ...]) -> int:
    """The value of the terms at the columns' values."""
    return sum(values[column] * factor for column, factor in terms)


def _columns(terms: Terms) -> NDArray[np.int32]:
    return np.array([column for column, _ in terms], dtype=np.int32)


def _factors(terms: Terms) -> NDArray[np.float64]:
    return np.array([factor for _, factor in terms], dtype=np.float64)
