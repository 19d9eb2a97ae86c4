"""IK490: the classifier takes a text for one about the person instead of the work."""

from interviewkit.lint.rule import Example, LearnedRule, Severity, Source

RULE = LearnedRule(
    code="IK490",
    name="resembles-an-unfair-question",
    severity=Severity.WARNING,
    message="reads like something about the person instead of the work",
    hint="ask about the work; say what the job needs, and ask every candidate in the same words",
    why=(
        "What is unlawful to ask is often asked in passing, as small talk or with a pretext. A classifier that"
        " was trained on labelled texts finds this one closer to those; it can be wrong, and names the words"
        " that decided."
    ),
    source=Source(principle="potential-over-pedigree"),
    kind="unfair",
    bad=(Example("Lovely lilt when you talk; whereabouts did you pick that up?"),),
    good=(Example("Where did the idea for that change come from, and who tried it first?"),),
)
