"""The words of a scorecard that are put together, not taken from the rubric as they are."""

from collections.abc import Sequence

from interviewkit.models.kit import Kit, KitCompetency, KitStage

RULES = (
    "Write what was said or done, then tick one level.",
    "Rate before you talk to anyone.",
    "Only job-related evidence: the candidate may read this.",
    "Wrong tick: fill that box completely, mark the right one.",
    "Hand this sheet in the same day.",
)


def legend(kit: Kit) -> str:
    """The scale in words, as the legend prints it."""
    levels = ", ".join(f"{level.level} {level.name}" for level in kit.scale.levels)
    return f"Levels: {levels}. Not assessed: {kit.scale.not_assessed}"


def bars(rated: Sequence[KitCompetency]) -> str:
    """The levels that the opening asks for; printed after the ratings, so that they colour none."""
    named = "; ".join(f"{entry.name} {entry.bar}" for entry in rated)
    rule = " A must-have below its bar: no offer." if any(entry.must_have for entry in rated) else ""
    return f"Bars: {named}.{rule}"


def source_words(stage: KitStage, competency: KitCompetency, *, quoted: bool) -> str:
    """Where the evidence for a competency comes from: work sample, questions by number in the guide."""
    numbers = [n for n, asked in enumerate(stage.questions, start=1) if asked.competency == competency.id]
    sample = stage.work_sample if competency.id in _sampled(stage) else None
    parts = []
    if sample:
        parts.append(f"work sample: {_shortened(sample.title, 80)}" if quoted else "work sample")
    if numbers:
        words = f"question{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))}"
        parts.append(f"{words} of the guide" if quoted else words)
    if quoted and numbers and not sample:
        parts[-1] += f": “{_shortened(stage.questions[numbers[0] - 1].ask, 76)}”"
    return ("; " if quoted else ", ").join(parts) or "the whole interview"


def _sampled(stage: KitStage) -> tuple[str, ...]:
    return stage.work_sample.competencies if stage.work_sample else ()


def _shortened(text: str, length: int) -> str:
    """The text, cut after a word with an ellipsis where it is longer than `length`."""
    return text if len(text) <= length else f"{text[: length - 1].rsplit(' ', 1)[0].rstrip('.,;:')}…"
