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
        Example(
            "Three boxes are all mislabelled: apples, oranges, mixed. You may draw one fruit. Sort out the"
            " labels."
        ),
        Example(
            "Somebody typed 4663 on an old phone keypad. Have the program list every word it might have"
            " meant."
        ),
    ),
    good=(
        Example("Tell me about a test that failed for a reason you did not expect. What did you do?"),
        Example("Here is one week of our queue. Which day would you look into first, and why that one?"),
        Example(
            "A colleague wants to keep two versions of the prompt in use. What would you ask before you"
            " agree?"
        ),
        Example(
            "Which founders’ decision about this product would you want to understand before changing it?"
        ),
    ),
)
