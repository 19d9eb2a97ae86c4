"""What a cell says: its value as the text that the models read."""

import datetime
import re
import unicodedata
from enum import StrEnum

from interviewkit.drive_input.columns import Column
from interviewkit.drive_input.days import UnclearError, read_day, read_time
from interviewkit.drive_input.tables import Fault, Value
from interviewkit.models.jurisdiction import Paper
from interviewkit.models.question import Form
from interviewkit.models.scale import Seniority
from interviewkit.models.team import TeamLoop, TeamStage, Technology
from interviewkit.problems import Code, Location, Problem

INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
"""Inside a name they may matter; around it they never do."""

LARGEST = 1e15
"""Whole numbers that a spreadsheet keeps exactly."""

ENUMERATIONS: dict[str, type[StrEnum]] = {
    "seniority": Seniority,
    "team.technology": Technology,
    "team.stage": TeamStage,
    "team.loop": TeamLoop,
    "form": Form,
    "paper": Paper,
}
LOWER = frozenset(("language", "name_language"))
_PARTS = re.compile(r"[\s_-]+")
_STAGES = re.compile(r"[,;\n\r\u2028\u2029]")
_ERROR = re.compile(r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|BLOCKED!)")


class UnreadableError(ValueError):
    """A cell that cannot be read; `args` are code, message and hint."""

    def problem(self, place: Location) -> Problem:
        """The problem at the cell."""
        code, message, hint = self.args
        return Problem(place, code, message, hint)


def cleaned(text: str) -> str:
    """The text on one line, without what cannot be seen around it and control characters within."""
    if not text.isprintable():
        kept = (char for char in text if char.isspace() or unicodedata.category(char) not in {"Cc", "Cs"})
        text = "".join(kept).strip(f"{INVISIBLE} \t\r\n\xa0")
    return " ".join(text.split())


def is_blank(value: Value) -> bool:
    """Does the cell hold nothing that can be seen?"""
    return value is None or (isinstance(value, str) and not (value[:1].isalnum() or cleaned(value)))


def plain_text(value: Value) -> str:
    """A value of any kind as text; a whole number has no decimals."""
    if isinstance(value, str):
        return cleaned(value)
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and abs(value) < LARGEST and value == int(value):
        return str(int(value))
    return "" if value is None or isinstance(value, Fault) else str(value)


def read_cell(column: Column, value: Value, epoch: datetime.date) -> str:
    """What the model of the column reads; empty for an empty cell. Raises UnreadableError."""
    key = column.key or column.name
    checked = _without_fault(value)
    seen = cleaned(checked) if isinstance(checked, str) else checked
    if seen is None or seen == "":
        return ""
    try:
        if key == "date" or key.startswith("dates.") or (key == "value" and isinstance(seen, datetime.date)):
            return read_day(seen, epoch)
        if key == "start":
            return read_time(seen)
    except UnclearError as error:
        said, hint = error.args
        code = Code.CELL if "two days" in said else Code.WRONG_VALUE
        raise UnreadableError(code, f"`{column.name}` {said}", hint) from None
    if isinstance(seen, datetime.date | datetime.time | datetime.timedelta):
        message = f"the spreadsheet has made a date or time of this `{column.name}`"
        raise UnreadableError(Code.CELL, message, "format the cell as text and write it again")
    if key == "stage":
        return folded_stage(seen if isinstance(seen, str) else plain_text(seen))
    return folded_value(key, seen if isinstance(seen, str) else plain_text(seen))


def _without_fault(value: Value) -> Value:
    error = value.error if isinstance(value, Fault) else None
    if isinstance(value, str) and _ERROR.fullmatch(value.strip()):
        error = value.strip()
    if error:
        message = f"the cell shows the error `{error}`"
        raise UnreadableError(Code.CELL, message, "correct it in the spreadsheet")
    if error is not None:
        hint = "save the file once in Excel or LibreOffice, or write the value"
        raise UnreadableError(Code.CELL, "the formula has no saved value", hint)
    return value


def folded_value(key: str, text: str) -> str:
    """The text as the models spell it where capitals, spaces and hyphens are all that differs."""
    if key in LOWER or key == "country":
        return text.lower() if key in LOWER else text.upper()
    if key not in ENUMERATIONS:
        return text
    known = {_folded(entry.value): entry.value for entry in ENUMERATIONS[key]}
    return str(known.get(_folded(text), text))


def _folded(text: str) -> str:
    return _PARTS.sub("_", text.casefold())


def listed_stages(value: Value) -> list[str]:
    """The ids of stages in a cell, with `,`, `;` or line breaks between them. Raises UnreadableError."""
    checked = _without_fault(value)
    text = checked if isinstance(checked, str) else plain_text(checked)
    return [name for part in _STAGES.split(text) for name in [folded_stage(cleaned(part))] if name]


def folded_stage(text: str) -> str:
    """The stage as ids of stages are written: `work-sample` for `Work sample`."""
    return _PARTS.sub("-", text.lower()).strip("-")
