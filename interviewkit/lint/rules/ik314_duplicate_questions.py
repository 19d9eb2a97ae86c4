"""IK314: the same question twice brings the same evidence twice."""

from collections.abc import Iterable, Iterator

from interviewkit.lint.case import DocumentCase, FileCase, PlanCase
from interviewkit.lint.checks.banks import (
    Asked,
    asked_in_bank,
    asked_in_kit,
    asked_in_list,
    place_of,
    shortened,
)
from interviewkit.lint.checks.plan import in_kits
from interviewkit.lint.checks.repeats import Seen, content
from interviewkit.lint.examples.banks import bank, question
from interviewkit.lint.rule import CaseFound, CaseRule, FileExample, Severity, Source
from interviewkit.models.kit import Kit


def _repeated(asked: Iterable[Asked]) -> Iterator[CaseFound]:
    seen, before = Seen(), list[Asked]()
    for each in asked:
        for number in seen.add(each.text):
            first = before[number]
            if not _is_parallel(first, each):
                where = f"`{first.id}`" if first.id else f"line {first.place.line}"
                yield CaseFound(each.place, f"this asks the same as {where}: “{shortened(first.text)}”")
                break
        before.append(each)


def _is_parallel(one: Asked, other: Asked) -> bool:
    """Do they stand in for each other, in words of their own?"""
    return bool(one.id) and one.id == other.parallel and content(one.text) != content(other.text)


def _plan(case: PlanCase) -> Iterator[CaseFound]:
    """Only across banks: a bank is checked as a file."""

    def look(kit: Kit) -> Iterator[CaseFound]:
        seen, owners = Seen(), list[tuple[str, str]]()
        for stage, each in asked_in_kit(kit):
            for number in seen.add(each.ask):
                competency, name = owners[number]
                if competency != each.competency:
                    place = place_of(case, stage, each, "ask")
                    yield CaseFound(place, f"`{each.id}` asks the same as `{name}`, in the same kit")
                    break
            owners.append((each.competency, each.id))

    return in_kits(case, look)


def _file(case: FileCase) -> Iterator[CaseFound]:
    return _repeated(asked_in_bank(case))


def _document(case: DocumentCase) -> Iterator[CaseFound]:
    return _repeated(asked_in_list(case))


_BOOKING = "Tell me about one time a booking went wrong and a customer had to wait for the repair."

RULE = CaseRule(
    code="IK314",
    name="duplicate-questions",
    severity=Severity.WARNING,
    message="two questions ask the same",
    hint="keep the better one, and let the other ask about another job task",
    why=(
        "Two questions with the same words bring one piece of evidence and count as two."
        " The minutes are missing for another part of the job."
    ),
    source=Source(
        principle="rigorous-evaluation",
        text="Campion, Palmer and Campion 1997, component 5 (longer interviews, more questions)",
        as_of="2026-11-20",
    ),
    plan=_plan,
    file=_file,
    document=_document,
    bad=(
        FileExample(
            {
                "questions.txt": "How would you find out why a run was slow?\n"
                "Which trade-off did you accept, and who paid for it?\n"
                "How would you find out why the run was slow?\n"
            },
            check="questions.txt",
        ),
        FileExample(
            {"questions.md": f"- {_BOOKING}\n- {_BOOKING.replace('one time', 'a time').upper()}\n"},
            check="questions.md",
        ),
        bank(question("first", "second", ask=_BOOKING), question("second", "first", form="B", ask=_BOOKING)),
        bank(
            question("first", "second", ask=_BOOKING),
            question("second", "first", form="B", ask="Tell me about one time a parcel was lost."),
            question("third", "fourth", ask=_BOOKING.replace("Tell me about", "Describe")),
            question("fourth", "third", form="B", ask="Tell me about one time a train was late."),
        ),
    ),
    good=(
        FileExample(
            {
                "questions.md": "- Tell me about one time a test misled you.\n  - What did you do first?\n"
                "- Tell me about one time a number misled you.\n  - What did you do first?\n"
            },
            check="questions.md",
        ),
        bank(
            question("first", "second", ask=_BOOKING),
            question("second", "first", form="B", ask=_BOOKING.replace("booking", "transfer")),
        ),
        FileExample(
            {"questions.txt": "Tell me about a time you failed.\nTell me about a time you were right.\n"},
            check="questions.txt",
        ),
    ),
)
