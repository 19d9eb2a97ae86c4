"""IK403: age, and what age is reckoned from."""

from collections.abc import Iterator

from interviewkit.lint.checks.age import number_hit
from interviewkit.lint.checks.private import Pairs, private_hit
from interviewkit.lint.rule import Example, Severity, Source, TextFound, TextRule
from interviewkit.lint.text.item import Field
from interviewkit.lint.text.reading import Reading

_PAIRS: Pairs = (
    ("when", "schooling"),
    ("memory", "growing"),
    ("growing", "memory"),
    ("recall", "past"),
    ("past", "growing"),
)


def _check(reading: Reading) -> Iterator[TextFound]:
    hit = private_hit(reading, "age", _PAIRS) or number_hit(reading)
    if hit is not None:
        yield TextFound(hit)


RULE = TextRule(
    code="IK403",
    name="age",
    severity=Severity.ERROR,
    message="asks about age, or for what age is reckoned from",
    hint="leave it out; where the law sets a minimum age, ask everyone only whether they meet it",
    why=(
        "Skill does not follow from age. "
        "School years, childhood memories and plans to retire give an age away as surely as the question."
    ),
    source=Source(principle="potential-over-pedigree"),
    law=True,
    topics=frozenset({"age"}),
    check=_check,
    bad=(
        Example("How old are you?"),
        Example("In which year did you finish school?"),
        Example("How long before you hang up your boots?"),
        Example("What was on television when you were a child?"),
        Example("How do you feel about a manager who is younger than you?"),
        Example("Aged 25 to 35", Field.CRITERION),
        Example("Nobody over 45 for this team", Field.CRITERION),
        Example("When do you plan to retire?"),
        Example("Work out from the school years how old she is.", Field.NOTE),
    ),
    good=(
        Example("What would make you retire this model?"),
        Example("How old may an entry of the cache become before it is read again?"),
        Example("Patients’ dates of birth arrived in two formats. How did you notice?"),
        Example("Would you keep age as a bucket among the features of this model?"),
        Example("Are you over the legal minimum age for this work?"),
        Example("Do not ask for a year of birth, and do not work it out.", Field.NOTE),
        Example("A pension provider wants answers from thirty years of letters. Where would you begin?"),
    ),
)
