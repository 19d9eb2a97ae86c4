"""IK411: sex, gender identity and sexual orientation are no matter for an interview."""

from collections.abc import Iterator
from dataclasses import replace

from interviewkit.lint.checks.private import private_topic
from interviewkit.lint.rule import Example, Severity, Source, TextFound, TextRule
from interviewkit.lint.text.item import Field
from interviewkit.lint.text.reading import Reading

_HINT = "leave it out; ask everyone which name to use"
"""What countries say instead is about the question, not about this."""

_found = private_topic("sex", served=False)


def _check(reading: Reading) -> Iterator[TextFound]:
    for found in _found(reading):
        yield replace(found, hint=_HINT)


RULE = TextRule(
    code="IK411",
    name="sex-and-orientation",
    severity=Severity.ERROR,
    message="asks about sex, gender identity or orientation, or chooses by it",
    hint=_HINT,
    why=(
        "The same work is done by people of every sex and orientation. "
        "What a woman or a man is expected to bear, bring or put up with is no evidence about one candidate."
    ),
    source=Source(principle="diversified-team"),
    law=True,
    topics=frozenset({"sex"}),
    check=_check,
    bad=(
        Example("Are you gay?"),
        Example("What is your sexual orientation?"),
        Example("As a woman, how would you cope with a team of engineers?"),
        Example("Male candidates preferred", Field.CRITERION),
        Example("How do you feel about taking orders from a woman?"),
        Example("Women usually find the nights here too much; see how she reacts.", Field.NOTE),
    ),
    good=(
        Example("How would you measure gender bias in a model that ranks CVs?"),
        Example("In the health record, sex is a column with five values. What would you do with it?"),
        Example("The recogniser fails on female voices. What would you look at first?"),
        Example("Do not record a candidate’s sex.", Field.NOTE),
        Example("Tell me about one migration that went straight to production. What did you check?"),
    ),
)
