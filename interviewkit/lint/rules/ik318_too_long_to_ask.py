"""IK318: a question that is read out has to be kept in mind while it is answered."""

from collections.abc import Iterator

from interviewkit.lint.rule import Example, Severity, Source, TextFound, TextRule
from interviewkit.lint.text.item import Field
from interviewkit.lint.text.reading import Reading

_LONGEST = 90
_EXHIBITS = frozenset({"exhibit", "exhibits", "pen", "pages"})


def _check(reading: Reading) -> Iterator[TextFound]:
    """A brief that is handed over on paper may be long: it names its pages, or asks nothing."""
    if reading.count <= _LONGEST or not reading.asks:
        return
    if any(word.text in _EXHIBITS for word in reading.words):
        return
    yield TextFound(message=f"{reading.count} words are more than anybody keeps in mind")


_LIBRARY = (
    "A library lends out tools as well as books. Members book a tool on a page, and an assistant tells"
    " them when it is free. Since the spring, one member in twenty has come for a tool that was still"
    " with somebody else. The records show every booking, every return and every message that the"
    " assistant sent, but nobody has ever put them side by side. Two of the staff say that members"
    " return tools late. A third says that the assistant reads the wrong calendar. The library closes"
    " for a week in August, and the mayor will visit on the day after that."
)
_BUSES = (
    "A bus company publishes its timetable through an interface that eleven other companies call. Four"
    " of them copy the answers into their own systems once a night, the others ask at every search. You"
    " want to rename two fields, because drivers and passengers read the old names differently. Three of"
    " the callers answer letters within a day, five within a month, and of the rest nobody knows who"
    " looks after the code. The summer timetable starts in six weeks, and the two people who wrote the"
    " interface are on leave for the first three of them."
)
_LETTERS = (
    "A town hall sorts some nine hundred letters a day with a model that a student trained two years"
    " ago. Since the forms changed in March, more of them land on the wrong desk, but only one of the"
    " six desks counts those that it sends back. The head of the post room would like a new model by"
    " June. The data protection officer lets you keep letters for thirty days, and the people at the"
    " desks can spare an hour a week for labels. Last year a first attempt was stopped because nobody"
    " had agreed on what a wrong desk is."
)

RULE = TextRule(
    code="IK318",
    name="too-long-to-ask",
    severity=Severity.INFO,
    message="more than ninety words to be asked aloud",
    hint="keep the facts that decide, hand the rest over on paper, or make it a work sample",
    why="Keeping the facts of a long question in mind is another ability than the one that is rated.",
    source=Source(
        principle="job-relevant-questions",
        text="US Office of Personnel Management, structured interview questions (clear and concise)",
        as_of="2026-11-20",
    ),
    fields=frozenset({Field.QUESTION}),
    check=_check,
    bad=(
        Example(f"{_LIBRARY} How would you find out what happens?"),
        Example(f"{_BUSES} How would you go about the change?"),
        Example(f"{_LETTERS} What do you do first?"),
        Example(f"Imagine that you have just joined. {_BUSES} Tell us whom you would write to."),
    ),
    good=(
        Example(
            "Tell me about one time a booking went wrong. It can come from work, study or anywhere else."
        ),
        Example(f"{_LIBRARY} The four exhibits show one week of it. What happened?"),
        Example(_LETTERS),
        Example("One member in twenty comes for a tool that is still lent out. How would you find out why?"),
    ),
)
