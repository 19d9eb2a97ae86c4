"""The coverage matrix: which interview gives evidence for which competency."""

from collections.abc import Iterable

from interviewkit.models.kit import CoverageCell, CoverageRow, KitStage


def coverage_matrix(competencies: Iterable[str], stages: tuple[KitStage, ...]) -> tuple[CoverageRow, ...]:
    """One row per competency, one cell per interview, in the given orders."""
    return tuple(
        CoverageRow(
            competency=name,
            cells=tuple(_cell(name, stage) for stage in stages),
            raters=len(raters_of(name, stages)),
        )
        for name in competencies
    )


def _cell(name: str, stage: KitStage) -> CoverageCell:
    rated = name in stage.rated
    sampled = stage.work_sample is not None and name in stage.work_sample.competencies
    return CoverageCell(rated=rated, questions=len(stage.questions_for(name)), work_sample=rated and sampled)


def raters_of(name: str, stages: Iterable[KitStage]) -> frozenset[str]:
    """Keys of the distinct interviewers who rate a competency; an unnamed one counts per interview."""
    return frozenset(
        key
        for stage in stages
        if name in stage.rated
        for key in ([person.key for person in stage.panel] or [f"the interviewer of {stage.id}"])
    )
