"""The competencies of an opening: the role's, with this opening's weights and bars."""

from interviewkit.compose.weights import set_weights, shifted_weights
from interviewkit.errors import InputError
from interviewkit.loading import Loaded
from interviewkit.models.kit import KitCompetency
from interviewkit.models.opening import Opening
from interviewkit.models.role import Shift
from interviewkit.problems import Code
from interviewkit.rubric import Rubric


def rated_competencies(
    rubric: Rubric, opening: Loaded[Opening], shifts: tuple[Shift, ...]
) -> tuple[KitCompetency, ...]:
    """Heaviest first; raises InputError where the opening's weights cannot sum to 100."""
    role, changes = rubric.role.value, opening.value.changes
    try:
        weights = set_weights(shifted_weights(role, shifts), changes.weights)
    except ValueError as error:
        problem = opening.problem(Code.WEIGHTS, ("changes", "weights"), str(error), "change or delete some")
        raise InputError([problem]) from None
    rated = []
    for name, entry in role.competencies.items():
        competency = rubric.competencies[name].value
        bar = changes.bars.get(name) or entry.bars.at(opening.value.seniority)
        if bar is None:
            raise AssertionError("references check that the seniority has bars")
        rated.append(
            KitCompetency(
                **{key: getattr(competency, key) for key in type(competency).model_fields},
                weight=weights[name],
                role_weight=entry.weight,
                bar=bar,
                must_have=entry.must_have,
            )
        )
    return tuple(sorted(rated, key=lambda entry: -entry.weight))
