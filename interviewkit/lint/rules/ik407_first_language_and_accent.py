"""IK407: the level of a language may be required; a first language or an accent may not be asked after."""

from interviewkit.lint.checks.own_business import own_business
from interviewkit.lint.rule import Example, Severity, Source, TextRule
from interviewkit.lint.text.item import Field

_HINT = "name the level of the language that the work needs, and rate how well the answer is understood"

RULE = TextRule(
    code="IK407",
    name="first-language-and-accent",
    severity=Severity.ERROR,
    message="asks about first language or accent",
    hint=_HINT,
    why=(
        "A first language or an accent shows where somebody grew up, not how well they explain their "
        "work. The level that the job needs can be named and shown."
    ),
    source=Source(principle="diversified-team"),
    law=True,
    topics=frozenset({"accent"}),
    check=own_business("accent", hint=_HINT),
    bad=(
        Example("Is English your first language?"),
        Example("Which language do you speak at home?"),
        Example("Native English speaker", Field.CRITERION),
        Example("Where is that lovely accent from?"),
        Example("Speaks without a foreign accent", Field.CRITERION),
        Example("Note how strong the accent is.", Field.NOTE),
    ),
    good=(
        Example("How would you test a speech model’s robustness to accents?"),
        Example("How did you balance the native languages of the annotators?"),
        Example("When did you choose a native app over a web app?"),
        Example("How did you measure the quality of a translation?"),
        Example("The role needs written German at level C1.", Field.CRITERION),
        Example("Ratings do not depend on accent.", Field.NOTE),
    ),
)
