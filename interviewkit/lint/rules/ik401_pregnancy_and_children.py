"""IK401: children, pregnancy, care for relatives and plans for a family are nobody's business."""

from interviewkit.lint.checks.private import private_topic
from interviewkit.lint.rule import Example, Severity, Source, TextRule
from interviewkit.lint.text.item import Field

RULE = TextRule(
    code="IK401",
    name="pregnancy-and-children",
    severity=Severity.ERROR,
    message="asks about children, pregnancy, care or plans for a family",
    hint="state the hours or travel of the job, and ask everyone whether they can meet them",
    why=(
        "Answers cannot say how somebody will do the job. "
        "A rejection after the question looks like its result."
    ),
    source=Source(principle="potential-over-pedigree"),
    law=True,
    topics=frozenset({"family"}),
    check=private_topic("family", pairs=(("who", "looked_after"), ("absence", "soon"), ("juggle", "home"))),
    bad=(
        Example("Do you have any children?"),
        Example("Will your family be fine with the travel?"),
        Example("No small children at home", Field.CRITERION),
        Example("Who does the school run on the days when you are in the office?"),
        Example("How do you juggle a job like this with everything at home?"),
        Example("Find out, over coffee, whether she is planning to start a family.", Field.NOTE),
        Example("Is there anything that could take you away from us for longer in the next year or two?"),
        Example("Who would step in if one of your parents needed looking after?"),
    ),
    good=(
        Example("How many child processes does the worker start?"),
        Example("Never ask whether a candidate has children.", Field.NOTE),
        Example("The parent company’s data team left; how did you keep the pipeline running?"),
        Example("Which members of this family of models would you compare first, and on which data?"),
        Example("An insurer sorts claims, pregnancy among them, into categories. How would you test that?"),
        Example("Tell me about one time you juggled two releases that were due in the same week."),
        Example("Evidence may come from work, study, volunteering or family life.", Field.NOTE),
    ),
)
