"""IK312: a follow-up asks for what the answer left open, not for the answer again."""

from collections.abc import Iterator

from interviewkit.lint.case import DocumentCase, FileCase
from interviewkit.lint.checks.banks import entries, shortened
from interviewkit.lint.checks.repeats import is_repeated
from interviewkit.lint.examples.banks import bank, question
from interviewkit.lint.rule import CaseFound, CaseRule, FileExample, Severity, Source
from interviewkit.models.question import Question, QuestionBank


def _file(case: FileCase) -> Iterator[CaseFound]:
    value = case.loaded.value
    if not isinstance(value, QuestionBank):
        return
    for position, each in enumerate(value.questions):
        for key, number, said in _repeats(each):
            place = case.loaded.locate("questions", position, key, number)
            yield CaseFound(place, f"this asks again what has been asked: “{shortened(said)}”")


def _repeats(each: Question) -> Iterator[tuple[str, int, str]]:
    """Key and place of each follow-up or probe that repeats an earlier text, and that text."""
    before = [each.ask, *_sentences(each.ask)]
    for key in ("follow_ups", "probes"):
        for number, text in enumerate(getattr(each, key)):
            said = next((earlier for earlier in before if is_repeated(earlier, text)), None)
            if said is not None:
                yield key, number, said
            before.append(text)


def _sentences(text: str) -> list[str]:
    return [part for part in text.replace("?", "?\n").replace(". ", ".\n").split("\n") if part.strip()]


def _document(case: DocumentCase) -> Iterator[CaseFound]:
    if not case.path.lower().endswith((".md", ".markdown")):
        return
    listed = list(entries(case))
    if not any(entry.below for entry in listed):
        return
    for entry in listed:
        if not entry.below:
            message = "other questions of this list have follow-ups, this one has none"
            yield CaseFound(entry.question.location, message)


RULE = CaseRule(
    code="IK312",
    name="no-follow-up",
    severity=Severity.INFO,
    message="a question without follow-ups of its own",
    hint="ask what the candidate did themselves, how they knew, and what came of it",
    why=(
        "Fixed follow-ups give everybody the same second chance. One that repeats the question gives none,"
        " and interviewers then make up their own."
    ),
    source=Source(
        principle="hold-and-act-on-context",
        text="Campion, Palmer and Campion 1997, component 3 (prompting and follow-up kept within limits)",
        as_of="2026-11-20",
    ),
    file=_file,
    document=_document,
    bad=(
        bank(question("first", "second", follow_ups=("What came of it?", "And what came of it?"))),
        bank(
            question(
                "first",
                "second",
                ask="Tell me about a test that misled you. How did you find out?",
                probes=("How did you find out?", "Who noticed first?", "What did it cost?"),
            )
        ),
        FileExample(
            {
                "questions.md": "- Tell me about one time a test misled you.\n  - What did you do first?\n"
                "- Tell me about one time a release was late.\n"
            },
            check="questions.md",
        ),
    ),
    good=(
        bank(question("first", "second")),
        FileExample(
            {
                "questions.md": "- Tell me about one time a test misled you.\n  - What did you do first?\n"
                "- Tell me about one time a release was late.\n  - Who noticed it?\n"
            },
            check="questions.md",
        ),
        FileExample(
            {"questions.md": "- Tell me about a late release.\n- Tell me about a test that misled you.\n"},
            check="questions.md",
        ),
    ),
)
