"""IK428: what people do outside work is theirs."""

from interviewkit.lint.checks.pedigree import pedigree_topic
from interviewkit.lint.rule import Example, Severity, Source, TextRule
from interviewkit.lint.text.item import Field

RULE = TextRule(
    code="IK428",
    name="private-life",
    severity=Severity.WARNING,
    message="asks about private life",
    hint="keep to the work; where hours or travel matter, state them and ask everyone about them",
    why=(
        "Hobbies, weekends and posts say nothing about the work and much about money, health and belief. "
        "People with little free time lose points for it."
    ),
    source=Source(principle="job-relevant-questions"),
    law=True,
    topics=frozenset({"private"}),
    check=pedigree_topic("private"),
    bad=(
        Example("What are your hobbies?"),
        Example("What do you get up to at weekends?"),
        Example("Codes in their free time", Field.CRITERION),
        Example("Check their Instagram before the call.", Field.NOTE),
        Example("Do you play any sports?"),
        Example("Interesting life outside work", Field.CRITERION),
        Example("What do you do for fun when you are away from the keyboard?"),
        Example("Bonus point for a marathon runner.", Field.NOTE),
    ),
    good=(
        Example("The role is on call one weekend in six. Can you meet that?"),
        Example("Weekend traffic doubles. What would you change before Friday?"),
        Example("How would you label social-media posts so that two people agree?"),
        Example("Tell me about something you built, at work, in study or as a hobby project."),
        Example("Relaxes the constraint and shows which orders become possible.", Field.ANCHOR),
        Example("Do not ask about hobbies.", Field.NOTE),
        Example("An insurer uses smoking as a feature. What would you test?"),
        Example("A sports site wants match reports written by a model. What could go wrong?"),
    ),
)
