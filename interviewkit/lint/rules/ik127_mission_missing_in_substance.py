"""IK127: an opening says what the team is there for."""

from collections.abc import Iterator

from interviewkit.lint.case import PlanCase
from interviewkit.lint.examples.files import opening
from interviewkit.lint.rule import CaseFound, CaseRule, Severity, Source
from interviewkit.lint.text.words import words_of

STARTER = "What the team is there for, in one sentence."
"""What `interviewkit new` writes, to be replaced."""
FEWEST = 5
"""Words that say what is done, for whom or to what."""


def _plan(case: PlanCase) -> Iterator[CaseFound]:
    if case.inputs is None:
        return
    loaded = case.inputs.opening
    mission = loaded.value.team.mission
    if mission.strip() == STARTER:
        yield CaseFound(loaded.locate("team", "mission"), "the mission is still the starter's text")
    elif len(words_of(mission.lower())) < FEWEST:
        yield CaseFound(
            loaded.locate("team", "mission"), f"“{mission}” does not say what the team does for whom"
        )


RULE = CaseRule(
    code="IK127",
    name="mission-missing-in-substance",
    severity=Severity.WARNING,
    message="the mission of the team says too little",
    hint="say in one sentence what the team makes possible, and for whom",
    why=(
        "What a team needs follows from what it is there for. Interviewers and candidates read the mission"
        " before anything else; without one, each of them fills in their own."
    ),
    source=Source(principle="know-the-bottleneck"),
    plan=_plan,
    bad=(opening(mission=STARTER), opening(mission="Build great AI."), opening(mission="TBD")),
    good=(opening(), opening(mission="Build what other teams can check.")),
)
