"""The families of rules, by the beginnings of their codes."""

from interviewkit.lint.rule import Rule
from interviewkit.lint.text.item import Field

FAMILIES = {
    "IK1": "Plan and panel",
    "IK2": "Competencies and anchors",
    "IK3": "Questions and work samples",
    "IK4": "Fairness and law",
    "IK5": "Scorecards and their use",
}

FIELD_NAMES = {
    Field.QUESTION: "questions",
    Field.FOLLOW_UP: "follow-ups",
    Field.CRITERION: "criteria",
    Field.ANCHOR: "anchors",
    Field.SIGNAL: "signals",
    Field.NOTE: "notes",
    Field.SHEET: "labels on forms",
}


def family_of(rule: Rule) -> str:
    """The family's name."""
    return FAMILIES[rule.code[:3]]
