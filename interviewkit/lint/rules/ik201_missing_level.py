"""IK201: a scale has every level that it counts."""

from collections.abc import Iterator

from interviewkit.lint.case import DocumentCase, FileCase
from interviewkit.lint.checks.ladders import Step, scales_of_document, scales_of_file
from interviewkit.lint.rule import CaseFound, CaseRule, FileExample, Severity, Source
from interviewkit.models.scale import RatingScale

FEWEST = 3


def _file(case: FileCase) -> Iterator[CaseFound]:
    """Levels that the rating scale leaves out; other files have five by their schema."""
    if isinstance(case.loaded.value, RatingScale):
        for scale in scales_of_file(case):
            yield from _missing(scale)


def _document(case: DocumentCase) -> Iterator[CaseFound]:
    for scale in scales_of_document(case):
        yield from _missing(scale)


def _missing(scale: tuple[Step, ...]) -> Iterator[CaseFound]:
    levels = {step.level for step in scale if step.level is not None}
    if not levels:
        return
    last = max(scale, key=lambda step: step.level or 0)
    gone = sorted(set(range(min(1, *levels) if len(levels) > 1 else 1, max(levels) + 1)) - levels)
    if gone:
        named = ", ".join(map(str, gone))
        yield CaseFound(
            last.location, f"the scale goes up to {max(levels)} and does not say what {named} stands for"
        )
    elif len(levels) < FEWEST:
        yield CaseFound(
            last.location,
            f"the scale has {len(levels)} levels; {FEWEST} are the fewest that tell people apart",
        )


_MEANINGS = (
    ("As asked", "Does what was asked and stops there."),
    ("Usual case", "Does the usual case and leaves the others until somebody names them."),
    ("Hard cases", "Does the hard cases as well and says how they know the result."),
    ("Around it", "Names who else is affected and asks them."),
    ("In use", "Shows that others have used the result without help."),
)
_CHOICES = (
    ("Clearly hire", "Everything is at its bar or above."),
    ("Hire", "Nothing that must be at its bar is below it."),
    ("Do not hire", "Something that must be at its bar is below it."),
    ("Not decided", "Too little was seen to say."),
)


def _scale(*levels: int) -> FileExample:
    rows = "".join(
        f"  - {{level: {level}, name: {name}, meaning: {meaning}}}\n"
        for level, (name, meaning) in zip(levels, _MEANINGS, strict=True)
    )
    choices = "".join(
        f"  - {{id: {name.lower().replace(' ', '-')}, name: {name}, meaning: {meaning}}}\n"
        for name, meaning in _CHOICES
    )
    text = (
        f"levels:\n{rows}not_assessed: The interview gave no chance to see it.\nrecommendations:\n{choices}"
    )
    return FileExample({"scale.yaml": text})


def _list(*lines: str) -> FileExample:
    return FileExample({"levels.md": "\n\n".join(lines)}, check="levels.md")


RULE = CaseRule(
    code="IK201",
    name="missing-level",
    severity=Severity.WARNING,
    message="a level of the scale has no anchor",
    hint="write an anchor for each level, or count only the levels that you can describe",
    why=(
        "What stands between two anchors is rated by feel, and differently by each interviewer. With fewer"
        " than three levels there is no room between what is enough and what is not."
    ),
    source=Source(
        principle="rigorous-evaluation",
        text="Campion, Palmer and Campion 1997, component 9 (anchored rating scales)",
        as_of="2026-11-20",
    ),
    file=_file,
    document=_document,
    bad=(
        _scale(1, 2, 3, 3, 5),
        _list(
            "## Level 1",
            "Releases untested changes.",
            "## Level 2",
            "Tests the expected path.",
            "## Level 4",
            "Writes a failing test first.",
        ),
        _list("## Level 1", "Guesses at the cause.", "## Level 2", "Reads the log before changing anything."),
    ),
    good=(
        _scale(1, 2, 3, 4, 5),
        _list(
            "## Level 1",
            "Releases untested changes.",
            "## Level 2",
            "Tests the expected path.",
            "## Level 3",
            "Writes a failing test first.",
        ),
        _list("## Stage 1", "Talk about a change that you made.", "## Stage 3", "Work sample on paper."),
    ),
)
