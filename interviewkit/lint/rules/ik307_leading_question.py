"""IK307: a question that presses for one answer hears that answer."""

from collections.abc import Iterator

from interviewkit.lint.checks.leading import leading_question, steers
from interviewkit.lint.checks.question import is_spoken, spoken_for
from interviewkit.lint.rule import Example, Severity, Source, TextFound, TextRule
from interviewkit.lint.text.item import ASKED, Field
from interviewkit.lint.text.reading import Reading


def _check(reading: Reading) -> Iterator[TextFound]:
    if not is_spoken(reading):
        return
    find = leading_question if reading.item.field in ASKED else steers
    hit = find(reading)
    if hit is not None and not spoken_for(reading, hit):
        yield TextFound(hit)


RULE = TextRule(
    code="IK307",
    name="leading-question",
    severity=Severity.WARNING,
    message="the wording presses for one answer",
    hint="take your own view out: “What speaks for it, and what against?”, or ask for a case",
    why=(
        "Many people agree with an interviewer who has shown an opinion, so the answer may only say how"
        " polite somebody is. Whoever disagrees risks a lower rating for the question’s fault."
    ),
    source=Source(
        principle="rigorous-evaluation",
        text="By analogy: Campion, Palmer and Campion 1997, component 3 (limited prompting)",
        as_of="2026-11-20",
    ),
    fields=frozenset({*ASKED, Field.NOTE}),
    topics=frozenset({"leading", "forms", "people"}),
    check=_check,
    bad=(
        Example("You would add a test before the fix, wouldn’t you?"),
        Example("Don’t you think that prompts belong under version control?"),
        Example("I take it you have no objection to pairing?"),
        Example("Why do you prefer working with people who care about quality?"),
        Example("How frustrating was it to work without a specification?"),
        Example("Everybody here gave up on estimates, thank goodness. Where do you stand?"),
        Example("You wrote that down somewhere, right?", Field.FOLLOW_UP),
        Example("Nudge the candidate towards saying that the cache was to blame.", Field.NOTE),
    ),
    good=(
        Example("Two reviewers disagree whether the answer is right. How would you settle it?"),
        Example("What do you think of the second row of this table?"),
        Example("Tell me about a decision you did not agree with, and what you did."),
        Example("A colleague says: “Surely nobody reads these logs, right?” What do you reply?"),
        Example("How did you know that the result was right?", Field.FOLLOW_UP),
        Example("Do not nudge the candidate towards an answer; repeat the question instead.", Field.NOTE),
        Example("How much does the score change without the second feature?"),
    ),
)
