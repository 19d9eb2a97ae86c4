"""IK310: what somebody would do in no situation at all is a matter of phrases."""

from collections.abc import Iterator

from interviewkit.lint.checks.question import is_spoken, spoken_for
from interviewkit.lint.checks.scene import empty_hypothetical, shown
from interviewkit.lint.rule import Example, Severity, Source, TextFound, TextRule
from interviewkit.lint.text.item import Field
from interviewkit.lint.text.reading import Reading


def _check(reading: Reading) -> Iterator[TextFound]:
    if not is_spoken(reading):
        return
    hit = empty_hypothetical(reading)
    if hit is not None and not spoken_for(reading, hit):
        yield TextFound(shown(reading, hit))


RULE = TextRule(
    code="IK310",
    name="hypothetical-without-context",
    severity=Severity.WARNING,
    message="this asks what one would do, and describes no situation",
    hint="say who wants what by when, what is known and what is scarce; or ask for one real case",
    why=(
        "Without facts to weigh, everybody gives the same good intentions. A situation from the job, with its"
        " people, limits and numbers, makes people choose."
    ),
    source=Source(principle="ai-and-data-background"),
    fields=frozenset({Field.QUESTION}),
    topics=frozenset({"hypothetical"}),
    check=_check,
    bad=(
        Example("How would you handle an unhappy stakeholder?"),
        Example("Suppose two people on your team do not get on. What do you do?"),
        Example("What would you do if you disagreed with your manager?"),
        Example("Everything breaks at once. What now?"),
        Example("Imagine that priorities change overnight; how do you react?"),
    ),
    good=(
        Example(
            "Two of your three annotators stop answering on Tuesday, and 400 letters are due on Friday."
            " What do you do?"
        ),
        Example("How would you find out whether a prompt leaks customers’ addresses?"),
        Example("How did you handle the outage that you have just described?"),
        Example("When would you choose a rule over a classifier?"),
        Example("Tell me about one time a deadline moved, and how you dealt with it."),
    ),
)
