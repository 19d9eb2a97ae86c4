"""IK203: two levels differ in what is done."""

from collections.abc import Iterator
from itertools import combinations

from interviewkit.lint.case import DocumentCase, FileCase
from interviewkit.lint.checks.ladders import Step, scales_of_document, scales_of_file
from interviewkit.lint.examples.files import level_list
from interviewkit.lint.rule import CaseFound, CaseRule, FileExample, Severity, Source


def _file(case: FileCase) -> Iterator[CaseFound]:
    for scale in scales_of_file(case):
        yield from _same(scale)


def _document(case: DocumentCase) -> Iterator[CaseFound]:
    for scale in scales_of_document(case):
        yield from _same(scale)


def _same(scale: tuple[Step, ...]) -> Iterator[CaseFound]:
    """The first two levels that are the same without their adverbs."""
    for one, other in combinations(scale, 2):
        if one.content and one.content == other.content:
            which = f"level {other.level}" if other.level is not None else "this anchor"
            below = f"level {one.level}" if one.level is not None else f"the one in line {one.location.line}"
            yield CaseFound(
                other.location, f"{which} says the same as {below}, but for how often or how well"
            )
            return


def _anchors(*texts: str) -> FileExample:
    rows = "".join(f"  level_{n}: {text}\n" for n, text in enumerate(texts, 1))
    text = (
        "id: testing\nname: Testing\ndefinition: Finds out whether a change does what it should.\n"
        f"principles: [rigorous-evaluation]\nanchors:\n{rows}"
        "signals:\n  weak: [Names no test., Tests by hand only., Waits for complaints.]\n"
        "  strong: [Names the failing case., Runs it before the change., Keeps it afterwards.]\n"
    )
    return FileExample({"competencies/testing.yaml": text})


STEPS = (
    "Releases a change untested.",
    "Tests the expected path of a change.",
    "Tests the failure paths of a change.",
    "Writes the failing test before the change.",
    "Builds tests that others release by.",
)

RULE = CaseRule(
    code="IK203",
    name="same-anchor",
    severity=Severity.WARNING,
    message="two levels say the same but for an adverb",
    hint="say what is done at the higher level and not at the lower one",
    why=(
        "Between `sometimes tests` and `often tests`, or `good` and `very good`, every interviewer draws the"
        " line elsewhere, and no answer shows on which side it falls."
    ),
    source=Source(
        principle="rigorous-evaluation",
        text="Campion, Palmer and Campion 1997, component 9 (anchored rating scales)",
        as_of="2026-11-20",
    ),
    file=_file,
    document=_document,
    bad=(
        _anchors(
            STEPS[0],
            "Sometimes tests the failure paths of a change.",
            "Usually tests the failure paths of a change.",
            *STEPS[3:],
        ),
        level_list(
            "1 - Rarely asks who uses the result",
            "2 - Sometimes asks who uses the result",
            "3 - Always asks who uses the result",
        ),
        level_list(
            "Level 1: Basic knowledge of retrieval",
            "Level 2: Good knowledge of retrieval",
            "Level 3: Excellent knowledge of retrieval",
        ),
    ),
    good=(
        _anchors(*STEPS),
        level_list(
            "1 - Asks nobody who uses the result",
            "2 - Asks who uses the result",
            "3 - Asks users what they do with the result",
        ),
        level_list(
            "Level 1: Finds one of the three faults",
            "Level 2: Finds two of the three faults",
            "Level 3: Finds all three faults",
        ),
    ),
)
