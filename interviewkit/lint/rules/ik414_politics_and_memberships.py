"""IK414: political opinions, clubs and associations stay out of the interview."""

from interviewkit.lint.checks.own_business import own_business
from interviewkit.lint.rule import Example, Severity, Source, TextRule
from interviewkit.lint.text.item import Field

RULE = TextRule(
    code="IK414",
    name="politics-and-memberships",
    severity=Severity.ERROR,
    message="asks about political opinions, clubs or associations",
    hint="leave it out, or ask about one piece of work that was done, not where or for whom",
    why="Votes, parties and clubs show whom somebody agrees with, not what they can do.",
    source=Source(principle="job-relevant-questions"),
    law=True,
    topics=frozenset({"politics"}),
    check=own_business("politics"),
    bad=(
        Example("Who did you vote for in the last election?"),
        Example("Which clubs or associations do you belong to?"),
        Example("What do you think of the government’s immigration policy?"),
        Example("No political activists", Field.CRITERION),
        Example("Sound out which way she leans politically.", Field.NOTE),
    ),
    good=(
        Example("How do you combine the votes of several models in an ensemble?"),
        Example("Tell us about a vote on a design proposal that you lost."),
        Example("How would you moderate political content in users’ posts?"),
        Example("What does a conservative estimate of the load look like?"),
        Example("Political opinions are never discussed.", Field.NOTE),
        Example("Describe how you got two departments behind one plan despite office politics."),
    ),
)
