"""IK309: two questions at once get one answer, to the easier of the two."""

from collections.abc import Iterator

from interviewkit.lint.checks.double import batched, several_at_once
from interviewkit.lint.checks.question import is_spoken, spoken_for
from interviewkit.lint.rule import Example, Severity, Source, TextFound, TextRule
from interviewkit.lint.text.item import ASKED, Field
from interviewkit.lint.text.reading import Reading


def _check(reading: Reading) -> Iterator[TextFound]:
    if not is_spoken(reading):
        return
    find = several_at_once if reading.item.field in ASKED else batched
    hit = find(reading)
    if hit is not None and not spoken_for(reading, hit):
        yield TextFound(hit)


RULE = TextRule(
    code="IK309",
    name="double-barrelled-question",
    severity=Severity.WARNING,
    message="more than one question is asked at once",
    hint="ask one, and make the others its follow-ups, or questions of their own",
    why=(
        "Candidates answer the part that they remember, and not all remember the same one. Afterwards nobody"
        " can say which part a rating belongs to."
    ),
    source=Source(
        principle="hold-and-act-on-context",
        text="US Office of Personnel Management, structured interview questions (clear and concise)",
        as_of="2026-11-20",
    ),
    fields=frozenset({*ASKED, Field.NOTE}),
    check=_check,
    bad=(
        Example("How do you review prompts, and which databases do you like?"),
        Example("What was the goal? Who decided it? And how was it paid for?"),
        Example("Tell me about a release that failed and also about your views on pairing."),
        Example("Walk us through your test strategy, your release process and how you coach others."),
        Example("Why did you choose this field, what do you read, and where will you be in spring?"),
        Example("Describe a time you gave bad news and a time you got some."),
        Example("If time is short, put both questions together and rate the answer once.", Field.NOTE),
    ),
    good=(
        Example("What did you do, and what came of it?"),
        Example("Tell me about one time a test misled you. What did you do, and how did it end?"),
        Example("Which of the two would you release, and why?"),
        Example("Describe a review in which you changed your mind, and what convinced you."),
        Example("Who labels the cases, and what happens when two people differ?"),
        Example("Ask one question at a time, even if two of them seem to belong together.", Field.NOTE),
    ),
)
