"""IK510: people rate people; no model scores, ranks, filters or rejects a candidate."""

from collections.abc import Iterator

from interviewkit.lint.checks.machine import rated_by_machine
from interviewkit.lint.rule import Example, Severity, Source, TextFound, TextRule
from interviewkit.lint.text.item import Field
from interviewkit.lint.text.reading import Reading


def _check(reading: Reading) -> Iterator[TextFound]:
    found = next(rated_by_machine(reading), None)
    if found is not None:
        yield TextFound(found)


RULE = TextRule(
    code="IK510",
    name="model-rates-people",
    severity=Severity.ERROR,
    message="lets a machine rate, rank or reject people",
    hint=(
        "let people rate, each on their own, and add their ratings up with weights that people set beforehand"
    ),
    why=(
        "A machine cannot answer for a decision about a person, and nobody can ask it why. Where software"
        " scores candidates, laws on such tools may apply; where people rate, and set the weights"
        " beforehand, the decision stays with people."
    ),
    source=Source(
        principle="human-accountability",
        text=(
            "EU AI Act, Regulation (EU) 2024/1689, art. 5(1)(f) and annex III 4(a); "
            "New York City Local Law 144 of 2021"
        ),
        as_of="2026-11-20",
    ),
    weighed=False,
    topics=frozenset({"machine"}),
    check=_check,
    bad=(
        Example("Let ChatGPT score each candidate from the transcript.", Field.NOTE),
        Example("Applicants are ranked by an algorithm before anyone reads them.", Field.NOTE),
        Example(
            "Paste your notes into the tool; the model then rates the applicant on all five competencies.",
            Field.NOTE,
        ),
        Example("The ATS automatically rejects CVs below 70 points.", Field.NOTE),
        Example("Run every interview transcript through an LLM and enter its rating.", Field.NOTE),
        Example("Emotion recognition on the video interview", Field.CRITERION),
        Example("AI match score: ____", Field.SHEET),
        Example("The weights are learned from our past hires.", Field.NOTE),
        Example("We use machine learning to predict which candidates will stay.", Field.CRITERION),
    ),
    good=(
        Example("No rating is made or suggested by a model.", Field.NOTE),
        Example("Never let an AI assistant score a candidate.", Field.NOTE),
        Example("Evaluates models that rank search results.", Field.CRITERION),
        Example("Rate how the candidate checks what the assistant suggests.", Field.NOTE),
        Example("Candidates may use an AI assistant; rate what they check in its answers.", Field.NOTE),
        Example(
            "Builds models that match applicants to jobs, and measures their errors by group.",
            Field.CRITERION,
        ),
        Example("Audit the ranking model for bias against applicants before each release.", Field.NOTE),
        Example("Compare the candidate's result with the model answer in the guide.", Field.NOTE),
        Example("Use the five-level rating system for every candidate.", Field.NOTE),
        Example("Your model ranks applicants for a client. How would you test it for bias?"),
    ),
)
