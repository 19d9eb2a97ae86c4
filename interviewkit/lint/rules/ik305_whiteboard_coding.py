"""IK305: code is not written at a board, on paper, without tools or before an audience."""

from interviewkit.lint.checks.board import boards
from interviewkit.lint.checks.tasks import SET_FIELDS
from interviewkit.lint.rule import Example, Severity, Source, TextRule
from interviewkit.lint.text.item import Field

RULE = TextRule(
    code="IK305",
    name="whiteboard-coding",
    severity=Severity.ERROR,
    message="has code written at a board, without tools or under watch",
    hint="let candidates use their own editor, search and assistant, and give them time to think alone",
    why=(
        "Nobody works like that. In an experiment with 48 students, being watched at a whiteboard cut"
        " performance by more than half, so the task measures nerves as well."
    ),
    source=Source(
        principle="job-relevant-questions",
        text="Behroozi et al. 2020, Does stress impact technical interview performance? (ESEC/FSE)",
        as_of="2026-11-20",
    ),
    topics=frozenset({"board"}),
    fields=SET_FIELDS,
    check=boards,
    bad=(
        Example("Write a function that parses this date on the whiteboard."),
        Example("Coding is done on paper, without a laptop.", Field.NOTE),
        Example(
            "Two engineers look over the candidate's shoulder and count the typos while they code.",
            Field.NOTE,
        ),
        Example("Can write compiling Java at a flip chart", Field.CRITERION),
        Example("Lid closed, please: here is a pencil, and the class should compile."),
    ),
    good=(
        Example("Sketch the architecture on the whiteboard with us, as far as you like."),
        Example("No whiteboard coding: candidates work in their own editor.", Field.NOTE),
        Example("Here is a photo of the whiteboard from a design session. Which box worries you most?"),
        Example("Candidates may use any editor, search engine or assistant.", Field.NOTE),
        Example(
            "The paper reports a gain of two points. How would you check that its code does what it says?"
        ),
        Example(
            "Debugs a service that somebody else wrote, with their own editor and tools", Field.CRITERION
        ),
    ),
)
