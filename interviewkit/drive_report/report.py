"""What the template of `drive.pdf` is given."""

import datetime
from typing import Any

from babel import Locale
from babel.dates import format_date, format_time

from interviewkit.drive_report.built import count_built
from interviewkit.drive_report.citations import citations
from interviewkit.drive_report.coverage import team_coverage
from interviewkit.drive_report.matrices import matrices
from interviewkit.drive_report.measures import Measures
from interviewkit.drive_report.team_picture import team_picture
from interviewkit.drive_report.timetable import by_interviewer, by_room, workloads
from interviewkit.language import Language
from interviewkit.models.drive_outcome import DriveOutcome
from interviewkit.models.jurisdiction import Paper

LONGEST_BY_ROOM = 1500
"""More appointments are summed up by room: nobody reads so many, and each sheet carries its own."""

LONGEST_BY_INTERVIEWER = 600
"""More are only counted by interviewer: everybody has a pack of their own."""

LONGEST_SUMMARY = 400
"""A summary with more lines of rooms than these is of days alone; one of more interviewers is left out."""


def drive_context(
    outcome: DriveOutcome, measures: Measures, language: Language, paper: Paper
) -> dict[str, Any]:
    """Everything that `drive.html` prints; there are no names of candidates in it, and no clock."""
    picture = team_picture(outcome, measures.competencies)
    return {
        "drive": outcome,
        "built": count_built(outcome),
        "picture": picture,
        "matrices": matrices(picture),
        "coverage": team_coverage(picture, measures.competencies),
        "citations": citations(measures.principles),
        **_schedule(outcome),
        "clock": _clock(language.locale),
        "weekday": _weekday(language.locale),
        "paper": paper.value,
        "large_print": False,
        "language": language.code,
        "direction": language.locale.text_direction,
        "fallback_texts": measures.fallback_texts,
    }


def _schedule(outcome: DriveOutcome) -> dict[str, Any]:
    """The schedule in full, or summed up where it is long."""
    rooms = by_room(outcome)
    counted = len(outcome.schedule) > LONGEST_BY_INTERVIEWER
    people = workloads(outcome) if counted else ()
    return {
        "rooms": rooms,
        "rooms_in_full": len(outcome.schedule) <= LONGEST_BY_ROOM,
        "rooms_named": sum(len(day.groups) for day in rooms) <= LONGEST_SUMMARY,
        "interviewers": () if counted else by_interviewer(outcome),
        "people": people if len(people) <= LONGEST_SUMMARY else (),
    }


def _clock(locale: Locale) -> Any:
    """A function that writes a time as in the country: `14:05`, `2:05 PM`; nothing where there is none."""

    def clock(time: datetime.time | None) -> str:
        return format_time(time, "short", locale=locale) if time else ""

    return clock


def _weekday(locale: Locale) -> Any:
    """A function that writes a date with its day of the week."""

    def weekday(date: datetime.date) -> str:
        return format_date(date, "full", locale)

    return weekday
