"""IK109: the candidate's questions come after the interviewer's."""

from collections.abc import Iterator

from interviewkit.lint.case import DocumentCase
from interviewkit.lint.checks.sheet import invites_questions
from interviewkit.lint.rule import CaseFound, CaseRule, FileExample, Severity, Source
from interviewkit.lint.text.item import Field

MOST = 40
"""So many questions has the script of an interview; a longer list is a bank, whose order means nothing."""
FOLLOWING = 2
"""So many questions after the candidate's: fewer may be a farewell."""


def _document(case: DocumentCase) -> Iterator[CaseFound]:
    asked = [item for item in case.items if item.field is Field.QUESTION]
    if len(asked) > MOST:
        return
    own = next((position for position, item in enumerate(asked) if invites_questions(item)), None)
    if own is not None and len(asked) - own > FOLLOWING:
        message = f"{len(asked) - own - 1} questions are asked after the candidate's own"
        yield CaseFound(asked[own].location, message)


def _script(*lines: str) -> FileExample:
    return FileExample({"interview.txt": "\n".join(lines) + "\n"}, check="interview.txt")


_OWN = "What questions do you have for us?"
_FIRST = "Tell me about one time you took a release back. How did you notice that it had to go?"
_SECOND = "Tell me about one time a colleague’s result looked wrong to you. What did you check?"

RULE = CaseRule(
    code="IK109",
    name="candidate-questions-not-last",
    severity=Severity.INFO,
    message="the candidate's questions stand before the interviewer's",
    hint="move the candidate's questions to the end of the interview",
    why=(
        "What a candidate learns from an answer, and what an interviewer thinks of a question, changes the"
        " rest of the interview, for some candidates and not for others."
    ),
    source=Source(
        text="Campion, Palmer and Campion 1997, component 7 (candidate's questions after the interview's)",
        as_of="2026-11-20",
    ),
    document=_document,
    bad=(
        _script(_OWN, _FIRST, _SECOND),
        _script("Do you have any questions before we start?", _SECOND, _FIRST),
    ),
    good=(
        _script(_FIRST, _SECOND, _OWN),
        _script(_FIRST, "Which questions do users of the assistant ask most?", _SECOND, _OWN),
    ),
)
