"""IK304: unpaid work at home is asked of those who have the evenings for it."""

from interviewkit.lint.checks.takehome import take_homes
from interviewkit.lint.checks.tasks import SET_FIELDS
from interviewkit.lint.rule import Example, Severity, Source, TextRule
from interviewkit.lint.text.item import Field

RULE = TextRule(
    code="IK304",
    name="take-home",
    severity=Severity.ERROR,
    message="asks for unpaid work outside the interview",
    hint="put the work sample into the interview, or pay for it, limit it to two hours and offer another way",
    why=(
        "A task for evenings and weekends selects people by their free time. What the organisation would use"
        " is work, and nobody can see who did it."
    ),
    source=Source(principle="job-relevant-questions"),
    topics=frozenset({"takehome"}),
    fields=SET_FIELDS,
    check=take_homes,
    bad=(
        Example("Please build a small shop with a basket over the weekend and send us the repository."),
        Example("Candidates do an unpaid assignment of about ten hours before the first call.", Field.NOTE),
        Example("Willing to complete a take-home project", Field.CRITERION),
        Example("Could you close two tickets from our backlog by Sunday and show us the branch?"),
        Example("Let them spend a trial week with the team; no contract yet.", Field.NOTE),
    ),
    good=(
        Example(
            "The exercise is paid, takes two hours at most and can be done in the interview.", Field.NOTE
        ),
        Example("We set no homework. The work sample is part of the interview.", Field.NOTE),
        Example("A tutor app marks homework wrongly for one pupil in twenty. What would you look at first?"),
        Example("The release is due on Monday, and on Friday a tester finds a wrong total. What do you do?"),
        Example("Tell me about a weekend on call that changed how you write alerts."),
        Example("How would you explain to staff why their take-home pay differs in the new payroll system?"),
    ),
)
