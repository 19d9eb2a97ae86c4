"""IK422: marks at school and scores of aptitude tests are not asked for."""

from interviewkit.lint.checks.pedigree import pedigree_topic
from interviewkit.lint.rule import Example, Severity, Source, TextRule
from interviewkit.lint.text.item import Field

RULE = TextRule(
    code="IK422",
    name="grades-and-test-scores",
    severity=Severity.ERROR,
    message="asks for grades or test scores",
    hint="give everyone the same piece of the work, and rate what they do with it",
    why=(
        "Marks measure how somebody once took exams, in circumstances of which this interview knows nothing. "
        "A piece of the job shows the skill itself."
    ),
    source=Source(principle="potential-over-pedigree"),
    topics=frozenset({"grades"}),
    check=pedigree_topic("grades"),
    bad=(
        Example("What did you get in your A-levels?"),
        Example("GPA of 3.5 or higher", Field.CRITERION),
        Example("Upper second or better", Field.CRITERION),
        Example("How did you do at school, mostly?"),
        Example("Finished in the top 10 % of the class.", Field.ANCHOR),
        Example("Ask for the degree transcript and note the lowest mark.", Field.NOTE),
        Example("Minimum 65% throughout, no active backlogs", Field.CRITERION),
        Example("Were you a good student?"),
    ),
    good=(
        Example(
            "GPA is the strongest feature of this admissions model. What would you check before it is used?"
        ),
        Example("The evaluator grades each answer; how would you find out whether its grades hold?"),
        Example("What would you look for in the transcript of this support call?"),
        Example("Picks a SAT solver and states the size at which it stops being quick enough.", Field.ANCHOR),
        Example("Gives each fix a grade of severity and says what would change it.", Field.ANCHOR),
        Example("Marks at school are not evidence.", Field.NOTE),
        Example("The page has to meet WCAG 2.1 or above. How would you test that?"),
        Example("Tell me about a first-class function that made your code harder to read."),
    ),
)
