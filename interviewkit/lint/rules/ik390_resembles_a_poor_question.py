"""IK390: the classifier takes a text for a puzzle, a drill, a leading or an empty question."""

from interviewkit.lint.rule import Example, LearnedRule, Severity, Source

RULE = LearnedRule(
    code="IK390",
    name="resembles-a-poor-question",
    severity=Severity.WARNING,
    message="reads like a question that tells little about the work",
    hint="ask for one real episode, or put a piece of the job in front of the candidate",
    why=(
        "Puzzles, recall and rehearsed answers say little about how somebody will work. A classifier that was"
        " trained on labelled questions finds this one closer to those; it can be wrong, and names the words"
        " that decided."
    ),
    source=Source(principle="job-relevant-questions"),
    kind="poor",
    bad=(
        Example("Which of our founders do you admire most?"),
        Example("Your career as a pizza: what's on top, and who ordered it?"),
    ),
    good=(Example("Tell me about a test that failed for a reason you did not expect. What did you do?"),),
)
