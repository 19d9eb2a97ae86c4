"""IK425: certificates, publications, stars and followers are decorations, not evidence."""

from interviewkit.lint.checks.pedigree import pedigree_topic
from interviewkit.lint.rule import Example, Severity, Source, TextRule
from interviewkit.lint.text.item import Field

RULE = TextRule(
    code="IK425",
    name="credentials-and-followers",
    severity=Severity.WARNING,
    message="counts certificates, publications, stars or followers",
    hint="ask for one change or result of the candidate’s own, and how they know that it held",
    why=(
        "Such counts grow with free time, money and fame, and much of them can be bought. "
        "Somebody whose work is not public has none, and may be the better engineer."
    ),
    source=Source(principle="hands-on-learning"),
    topics=frozenset({"credentials"}),
    check=pedigree_topic("credentials"),
    bad=(
        Example("How many stars do your repositories have?"),
        Example("AWS certification required", Field.CRITERION),
        Example("What is your h-index?"),
        Example("Kaggle Master or better", Field.CRITERION),
        Example("Look at the green squares on the profile before the call.", Field.NOTE),
        Example("Published at ICML and speaks at conferences.", Field.ANCHOR),
        Example("How many people read what you post?"),
        Example("A name in the community", Field.CRITERION),
    ),
    good=(
        Example("A TLS certificate expires on a Sunday. Who notices, and how?"),
        Example("Which ranking metrics did you choose for search, and what did they miss?"),
        Example("How would you predict the stars of a review from its text?"),
        Example("Checks each citation in the generated answer against its source.", Field.ANCHOR),
        Example("A follower node falls behind its leader. What do readers see?"),
        Example("Certificates earn nothing; rate what was done.", Field.NOTE),
        Example("How would you explain that GitHub stars tell nothing about adoption?"),
        Example("Publishes the results of each evaluation, the bad ones included.", Field.ANCHOR),
    ),
)
