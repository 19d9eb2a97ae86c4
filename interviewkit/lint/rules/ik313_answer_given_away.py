"""IK313: a question that says what it wants to hear measures listening."""

from collections.abc import Iterator

from interviewkit.lint.checks.giveaway import answer_given, leaks
from interviewkit.lint.checks.question import is_spoken, spoken_for
from interviewkit.lint.rule import Example, Severity, Source, TextFound, TextRule
from interviewkit.lint.text.item import ASKED, Field
from interviewkit.lint.text.reading import Reading


def _check(reading: Reading) -> Iterator[TextFound]:
    if not is_spoken(reading):
        return
    find = answer_given if reading.item.field in ASKED else leaks
    hit = find(reading)
    if hit is not None and not spoken_for(reading, hit):
        yield TextFound(hit)


RULE = TextRule(
    code="IK313",
    name="answer-given-away",
    severity=Severity.WARNING,
    message="the question says which answer is wanted",
    hint="ask without the preface, and put what you hope to hear into `listen_for`",
    why=(
        "Everybody can repeat what has just been praised. Then the answers are alike, and no rating can tell"
        " one candidate from another."
    ),
    source=Source(principle="critical-thinking"),
    fields=frozenset({*ASKED, Field.NOTE}),
    topics=frozenset({"giveaway"}),
    check=_check,
    bad=(
        Example("We prize people who speak up. Tell me about a time you spoke up."),
        Example("The right thing is to warn the users first. What would you do after a leak?"),
        Example("Do you test a prompt before a release, or just hope for the best?"),
        Example("In this team nobody merges without a review. How would you merge a hotfix?"),
        Example("Good engineers ask before they guess. What do you do when a task is unclear?"),
        Example("How would you bring the cost down, for example by caching?"),
        Example("Answers went wrong the moment somebody changed the prompt. What might have caused it?"),
        Example("If they are slow, drop a few hints until they name the cache.", Field.NOTE),
    ),
    good=(
        Example("We need an answer by Friday, and the labels arrive on Monday. What would you do?"),
        Example(
            "Our team always deploys on Tuesdays, and the audit is on Wednesday. How would you plan the"
            " audit?"
        ),
        Example("Would you release this version, or wait for the second run, and why?"),
        Example("Answers got slower after the release in May. How would you find out why?"),
        Example("The vendor says that the best engineers choose its service. How would you check the claim?"),
        Example("Do not drop hints before minute 20.", Field.NOTE),
    ),
)
