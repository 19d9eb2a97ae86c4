"""Weights of an opening: the role's, moved by the team's shifts, then set by the opening."""

from collections.abc import Iterable, Mapping

from interviewkit.models.role import Role, Shift, ShiftCondition
from interviewkit.models.team import Team

WEIGHT_SUM = 100


def applied_shifts(role: Role, team: Team) -> tuple[Shift, ...]:
    """The role's shifts whose every condition the team meets, in the role's order."""
    return tuple(shift for shift in role.shifts if _holds(shift.when, team))


def _holds(condition: ShiftCondition, team: Team) -> bool:
    return (
        condition.stage in {None, team.stage}
        and condition.technology in {None, team.technology}
        and condition.loop in {None, team.loop}
    )


def shifted_weights(role: Role, shifts: Iterable[Shift]) -> dict[str, int]:
    """The role's weights (per cent, in the role's order) with the moves of the shifts added."""
    weights = {name: entry.weight for name, entry in role.competencies.items()}
    for shift in shifts:
        for name, move in shift.add.items():
            weights[name] = weights.get(name, 0) + move
    return weights


def set_weights(weights: Mapping[str, int], wanted: Mapping[str, int]) -> dict[str, int]:
    """The weights with the wanted ones set; the others keep their proportions and the sum stays 100.

    The rest is shared by largest remainders, so that every weight is whole and at least 1. Raises ValueError
    with a sentence for the user where the wanted weights leave no room, or all are set and do not sum to 100.
    """
    rest = {name: weight for name, weight in weights.items() if name not in wanted}
    room = WEIGHT_SUM - sum(wanted.values())
    if not rest and room != 0:
        raise ValueError(f"all weights are set and sum to {WEIGHT_SUM - room}, not to {WEIGHT_SUM}")
    if rest and room < len(rest):
        raise ValueError(
            f"the weights set here sum to {WEIGHT_SUM - room} and may sum to {WEIGHT_SUM - len(rest)}: "
            "every other one needs 1 at least"
        )
    shares = _largest_remainders(rest, room)
    return {name: wanted.get(name, shares.get(name, 0)) for name in weights}


def _largest_remainders(weights: Mapping[str, int], total: int) -> dict[str, int]:
    """Share `total` in proportion, in whole numbers of 1 at least; ties go to the earlier name."""
    scale = sum(weights.values())
    small = [name for name, weight in weights.items() if total * weight < scale]
    if small:
        large = {name: weight for name, weight in weights.items() if name not in small}
        return {**dict.fromkeys(small, 1), **_largest_remainders(large, total - len(small))}
    shares = {name: total * weight // scale for name, weight in weights.items()}
    order = sorted(weights, key=lambda name: -(total * weights[name] % scale))
    for name in order[: total - sum(shares.values())]:
        shares[name] += 1
    return shares
