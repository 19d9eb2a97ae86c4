"""IK404: words that mean young, or not old, without naming an age."""

from collections.abc import Iterator
from dataclasses import replace

from interviewkit.lint.checks.private import private_topic
from interviewkit.lint.rule import Example, Severity, Source, TextFound, TextRule
from interviewkit.lint.text.item import Field
from interviewkit.lint.text.reading import Reading

_HINT = "name the work itself: what has to be done, learned or kept up with, and how often"
"""What countries say instead is about the question, not about this."""

_found = private_topic("age_coded", served=False)


def _check(reading: Reading) -> Iterator[TextFound]:
    for found in _found(reading):
        yield replace(found, hint=_HINT)


RULE = TextRule(
    code="IK404",
    name="age-coded-wording",
    severity=Severity.WARNING,
    message="words that mean an age",
    hint=_HINT,
    why=(
        "A young crowd, a digital native or energy to keep up stand for an age that may not be asked for. "
        "Older people who could do the work read them as a refusal and do not apply."
    ),
    source=Source(
        principle="verify-trends",
        text=(
            "Burn, Firoozi, Ladd and Neumark, Age Discrimination and Age Stereotypes in Job Ads, "
            "FRBSF Economic Letter 2023-07, 6 March 2023"
        ),
        as_of="2026-11-20",
    ),
    law=True,
    topics=frozenset({"age_coded"}),
    check=_check,
    bad=(
        Example("Digital native with a feel for AI", Field.CRITERION),
        Example("We are a young crowd here. Would you feel at home?"),
        Example("Have you still got the energy to keep up with our pace?"),
        Example("Recent graduates only", Field.CRITERION),
        Example("Is somebody with your record not overqualified for this?"),
        Example("Too set in his ways for a team like ours", Field.SIGNAL),
    ),
    good=(
        Example("How much of the pause goes to the young generation of the collector?"),
        Example("A supplier of energy wants to forecast demand. Which data would you ask for first?"),
        Example("How would you bring tests into a mature codebase that has none?"),
        Example("A young product has few users. What would you measure first?"),
        Example("How did you keep up with changes in the interface that you relied on?"),
        Example("Nothing in the notes about energy, freshness or being a digital native.", Field.NOTE),
    ),
)
