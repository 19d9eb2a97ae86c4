"""The workbook that a drive begins with: an example on every sheet, to write over."""

import datetime

from interviewkit.drive_workbook import Rows, drive_workbook
from interviewkit.project import Layers

EXAMPLE: Rows = {
    "drive": [
        {"setting": "drive", "value": "example-drive"},
        {"setting": "title", "value": "Example drive"},
        {"setting": "organisation", "value": "Example Health"},
        {"setting": "country", "value": "GB"},
        {"setting": "paper", "value": "a4"},
    ],
    "openings": [
        {
            "opening": "ai-engineer-claims",
            "role": "ai-engineer",
            "seniority": "senior",
            "title": "Senior AI Engineer, claims assistant",
            "colour": "#0b5d6b",
            "language": "en",
            "mission": "Turn medical records into decisions that a claims handler can check.",
            "domain": "medical record processing",
            "product": "the claims assistant",
            "technology": "enabler",
            "team_stage": "finding_fit",
            "loop": "inner",
            "contact": "hiring@example.org",
            "form": "A",
            "opens": datetime.date(2026, 11, 9),
            "calibration": datetime.date(2026, 11, 30),
            "interviews": datetime.date(2026, 12, 1),
            "debrief": datetime.date(2026, 12, 4),
            "decision": datetime.date(2026, 12, 7),
        }
    ],
    "candidates": [
        {
            "candidate": "C-014",
            "name": "Candidate Fourteen",
            "name_language": "en",
            "opening": "ai-engineer-claims",
        }
    ],
    "panel": [{"opening": "ai-engineer-claims", "interviewer": "Interviewer One", "stages": "engineering"}],
    "schedule": [
        {
            "date": datetime.date(2026, 12, 1),
            "start": datetime.time(10, 30),
            "room": "Room 1",
            "opening": "ai-engineer-claims",
            "candidate": "C-014",
            "stage": "engineering",
            "interviewer": "Interviewer One",
        }
    ],
}
"""An example for each sheet, to write over; the workbook builds with it."""

EXAMPLE_NOTE = "What stands below is an example: write over it."


def workbook_template(layers: Layers | None = None) -> bytes:
    """The workbook to fill in, with an example on each sheet; raises InputError where a role has mistakes."""
    return drive_workbook(EXAMPLE, layers, EXAMPLE_NOTE)
