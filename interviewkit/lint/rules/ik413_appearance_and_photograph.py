"""IK413: what somebody looks like, and pictures of them."""

from collections.abc import Iterator
from dataclasses import replace

from interviewkit.lint.checks.private import private_topic
from interviewkit.lint.rule import Example, Severity, Source, TextFound, TextRule
from interviewkit.lint.text.item import Field
from interviewkit.lint.text.reading import Reading

_HINT = "leave it out, and take no photograph; rate what was said and made"
"""What countries say instead is about the question, not about this."""

_found = private_topic("appearance", served=False)


def _check(reading: Reading) -> Iterator[TextFound]:
    for found in _found(reading):
        yield replace(found, hint=_HINT)


RULE = TextRule(
    code="IK413",
    name="appearance-and-photograph",
    severity=Severity.ERROR,
    message="asks for or judges somebody’s appearance",
    hint=_HINT,
    why=(
        "Height, hair, dress and face show origin, age, sex, religion or health, not how somebody works. "
        "A photograph lets them decide before the first answer."
    ),
    source=Source(principle="potential-over-pedigree"),
    law=True,
    topics=frozenset({"appearance"}),
    check=_check,
    bad=(
        Example("Please send a photo of yourself with your answers."),
        Example("How tall are you?"),
        Example("Presentable, with a pleasant smile", Field.CRITERION),
        Example("Would you take the headscarf off at work?"),
        Example("Do you have any tattoos that our clients would see?"),
        Example("Note how the candidate is dressed and groomed.", Field.NOTE),
    ),
    good=(
        Example(
            "Somebody hands you a photo of the whiteboard after a design session. What is missing in it?"
        ),
        Example("An image model sorts photographs of damaged parts. How would you test it?"),
        Example("What decides the height of the tree, and what the weights of the model?"),
        Example("Take no photograph of a candidate, and write nothing about looks.", Field.NOTE),
        Example("Which option looked most attractive on paper, and what did you find when you tried it?"),
    ),
)
