"""IK301: coding drills say little about the work, told as a story or not."""

from interviewkit.lint.checks.drill import drills
from interviewkit.lint.checks.tasks import SET_FIELDS
from interviewkit.lint.rule import Example, Severity, Source, TextRule
from interviewkit.lint.text.item import Field

RULE = TextRule(
    code="IK301",
    name="algorithm-puzzle",
    severity=Severity.ERROR,
    message="sets a coding drill",
    hint="hand over a piece of the job: a pull request to review, a failing test, a slow query with its plan",
    why=(
        "A drill with a toy input shows who has practised drills. It has little to do with the work, and an"
        " assistant can solve it."
    ),
    source=Source(principle="job-relevant-questions"),
    topics=frozenset({"drill"}),
    fields=SET_FIELDS,
    check=drills,
    bad=(
        Example("Reverse a singly linked list without extra memory."),
        Example("Given an unsorted array of integers, return the longest run of consecutive numbers."),
        Example("Please implement an LRU cache for us."),
        Example("Two LeetCode mediums in forty minutes, then a hard one.", Field.NOTE),
        Example(
            "A lighthouse keeper writes down which ships come and go at which times. Write a function for the"
            " largest number of ships in the harbour at once."
        ),
        Example("See whether they spot that a sliding window does it in one pass.", Field.NOTE),
        Example("Solves dynamic programming problems on the spot", Field.CRITERION),
    ),
    good=(
        Example(
            "A linked list of audit events lost its tail in production. How would you find out when it began?"
        ),
        Example("When would you choose a decision tree over a neural network for these claims?"),
        Example(
            "The reverse proxy in front of our service drops one request in ten. Where do you look first?"
        ),
        Example(
            "Tell me about a time you made a slow job fast: which step was quadratic, and how did you notice?"
        ),
        Example(
            "Suppliers spell their names in different ways. How would you find duplicate invoices among them?"
        ),
        Example(
            "No linked lists and no LeetCode: the exercise is a bug of the kind that we have.", Field.NOTE
        ),
        Example("Chooses data structures that fit the access pattern of a service", Field.CRITERION),
    ),
)
