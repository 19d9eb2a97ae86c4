"""Questions that everybody has heard: weakness, five years, why you, who you are."""

from collections.abc import Iterator

from interviewkit.lint.checks.tasks import Way, first_said
from interviewkit.lint.rule import TextFound
from interviewkit.lint.text.reading import Reading

_WAYS = (
    Way("cliche.direct", innocent="cliche.innocent"),
    Way("cliche.flaw", along=(("cliche.yours",),), innocent="cliche.innocent"),
    Way("cliche.what_drives"),
    Way("cliche.product_you"),
    Way("cliche.future", along=(("cliche.self",),)),
)


def cliches(reading: Reading) -> Iterator[TextFound]:
    """The words of a question with a rehearsed answer."""
    hit = first_said(reading, _WAYS)
    if hit is not None:
        yield TextFound(hit)
