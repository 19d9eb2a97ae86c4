"""IK204: a higher level asks for more, not for less."""

from collections.abc import Iterator
from itertools import combinations

from interviewkit.lint.case import DocumentCase, FileCase
from interviewkit.lint.checks.ladders import LADDERS, Step, alike, scales_of_document, scales_of_file
from interviewkit.lint.examples.files import level_list
from interviewkit.lint.rule import CaseFound, CaseRule, FileExample, Severity, Source

ALIKE = 0.5
"""So much of two anchors is the same where one adverb can be compared with the other."""


def _file(case: FileCase) -> Iterator[CaseFound]:
    for scale in scales_of_file(case):
        yield from _falls(scale)


def _document(case: DocumentCase) -> Iterator[CaseFound]:
    for scale in scales_of_document(case):
        if all(step.level is not None for step in scale):
            yield from _falls(tuple(sorted(scale, key=lambda step: step.level or 0)))
        else:
            yield from _turns(scale)


def _falls(scale: tuple[Step, ...]) -> Iterator[CaseFound]:
    """The first two levels of which the higher one stands lower on a ladder."""
    for ladder in LADDERS:
        for one, other in combinations(scale, 2):
            lower, higher = _rungs(ladder, one, other)
            if lower > higher:
                yield CaseFound(other.location, _message(ladder, one, other))
                return


def _turns(scale: tuple[Step, ...]) -> Iterator[CaseFound]:
    """Three anchors in a row that go up and down; without numbers nobody knows which end is the top."""
    for ladder in LADDERS:
        for one, two, three in zip(scale, scale[1:], scale[2:], strict=False):
            first, second = _rungs(ladder, one, two)
            third, fourth = _rungs(ladder, two, three)
            if (second - first) * (fourth - third) < 0:
                yield CaseFound(three.location, _message(ladder, two, three))
                return


def _rungs(ladder: str, one: Step, other: Step) -> tuple[int, int]:
    """The steps of two levels on a ladder; equal where they cannot be compared."""
    first, second = one.rung(ladder), other.rung(ladder)
    if first is None or second is None or one.is_bad or other.is_bad or alike(one, other) < ALIKE:
        return 0, 0
    return first, second


def _message(ladder: str, one: Step, other: Step) -> str:
    which = (
        f"level {other.level} asks for less than level {one.level}"
        if other.level is not None
        else "the anchors go up and down"
    )
    words = {"frequency": "how often", "help": "with whose help", "amount": "how much", "grade": "how well"}
    return f"{which}, going by {words[ladder]} it is done"


def _anchors(*texts: str) -> FileExample:
    rows = "".join(f"  level_{n}: {text}\n" for n, text in enumerate(texts, 1))
    text = (
        "id: debugging\nname: Debugging\ndefinition: Finds the cause of a fault and removes it.\n"
        f"principles: [critical-thinking]\nanchors:\n{rows}"
        "signals:\n  weak: [Guesses., Changes code first., Blames the network.]\n"
        "  strong: [Names a cause., Rules one out., Shows the line.]\n"
    )
    return FileExample({"competencies/debugging.yaml": text})


STEPS = (
    "Restarts the service and waits.",
    "Finds the cause of the fault with guidance.",
    "Finds the cause of the fault alone.",
    "Rules out a second cause by a test.",
    "Leaves a signal by which others find the cause.",
)

RULE = CaseRule(
    code="IK204",
    name="anchors-not-ordered",
    severity=Severity.WARNING,
    message="a higher level asks for less than a lower one",
    hint="put the anchors in order, and let each one ask for more than the one below",
    why="On a scale that goes up and down one answer fits two levels, and a higher mean need not be better.",
    source=Source(
        principle="rigorous-evaluation",
        text="Campion, Palmer and Campion 1997, component 9 (anchored rating scales)",
        as_of="2026-11-20",
    ),
    file=_file,
    document=_document,
    bad=(
        _anchors(STEPS[0], STEPS[2], STEPS[1], *STEPS[3:]),
        _anchors(
            STEPS[0],
            "Always checks the log for the cause.",
            STEPS[2],
            "Sometimes checks the log for the cause.",
            STEPS[4],
        ),
        level_list(
            "1 - Rarely asks who uses the result",
            "2 - Always asks who uses the result",
            "3 - Sometimes asks who uses the result",
        ),
    ),
    good=(
        _anchors(*STEPS),
        _anchors("Always blames the network.", "Sometimes blames the network first.", *STEPS[2:]),
        level_list(
            "1 - Finds none of the three faults in the log",
            "2 - Finds one of the three faults in the log",
            "3 - Finds all three faults in the log",
        ),
    ),
)
