"""IK126: a work sample gives evidence for at least two competencies."""

from collections.abc import Iterator

from interviewkit.lint.case import FileCase, PlanCase
from interviewkit.lint.checks.plan import either, stage_place
from interviewkit.lint.examples.banks import work_sample
from interviewkit.lint.examples.files import HEAVY, interview, opening, small_role, usual_role
from interviewkit.lint.rule import CaseFound, CaseRule, FileExample, Severity, Source
from interviewkit.models.work_sample import WorkSample

LEAST = 2


def _file(case: FileCase) -> Iterator[CaseFound]:
    sample = case.loaded.value
    if isinstance(sample, WorkSample) and len(sample.levels) < LEAST:
        place = case.loaded.source.locate(("levels",), key=True)
        yield CaseFound(place, f"`{sample.id}` gives evidence for `{sample.levels[0].competency}` only")


def _plan(case: PlanCase) -> Iterator[CaseFound]:
    """Samples that show more than the interview may rate."""
    rated_in = {stage.id: stage for kit in case.kits for stage in kit.stages}
    for stage in rated_in.values():
        sample = stage.work_sample
        if sample is None or len(sample.levels) < LEAST:
            continue
        used = [name for name in sample.competencies if name in stage.rated]
        if len(used) < LEAST:
            message = f"`{stage.id}` rates one competency by `{sample.id}`, which gives evidence for more"
            others = either(name for name in sample.competencies if name not in used)
            hint = f"let it list {others} as well"
            yield CaseFound(stage_place(case, stage.id, "competencies"), message, hint)


_LEVELS = {f"level_{level}": f"Names {level} of the causes." for level in range(1, 6)}
_WEIGHTS = {**dict(zip(HEAVY, (40, 30, 20), strict=True)), "hands-on-learning": 10}


def _sample(*competencies: str) -> FileExample:
    return work_sample(levels=[{"competency": name, "levels": _LEVELS} for name in competencies])


RULE = CaseRule(
    code="IK126",
    name="one-sample-one-competency",
    severity=Severity.WARNING,
    message="a work sample is used as evidence for one competency only",
    hint="add the levels of a second competency, or make it a question",
    why=(
        "A piece of the job crosses its parts: prompt, retrieval, code, data, people. One that shows a single"
        " skill is an exercise, and half an hour of the candidate's time is spent on one rating."
    ),
    source=Source(principle="everyone-optimises-the-system"),
    file=_file,
    plan=_plan,
    bad=(
        _sample("critical-thinking"),
        small_role(
            _WEIGHTS,
            interview("work", *_WEIGHTS),
            interview("run", "software-engineering", sample="agent-run"),
            interview("talk", *HEAVY[1:], minutes=45),
        ),
    ),
    good=(
        _sample("critical-thinking", "software-engineering"),
        usual_role(),
        opening(),
    ),
)
