"""Days and times of day as people and spreadsheets write them."""

import datetime
import re
from functools import cache

from interviewkit.drive_input.known import shown
from interviewkit.drive_input.tables import Value

DAY_HINT = "write it as year-month-day"
TIME_HINT = "write it as hours and minutes: 10:30"
FIRST_SERIAL, LAST_SERIAL = 20_000, 110_000
"""A spreadsheet's numbers for days of 1954 and 2201."""
MONTHS = 12
HOURS = 24
NOON = 12
DAY_SECONDS = 86_400
LEAST_LETTERS = 3
HALVES = frozenset(("25", "50", "75"))
"""Decimals that may be minutes or parts of an hour."""

_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?")
_YEAR_LAST = re.compile(r"(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4})")
_SERIAL = re.compile(r"\d{5}(?:\.0+)?")
_NEARLY = (
    (re.compile(r"(?<=[\s./-])(\d\d)$"), r"20\1"),
    (re.compile(r"[\sT,]+\d{1,2}[:.h]\d\d\S*$"), ""),
    (re.compile(r"^(\d{4})(\d\d)(\d\d)$"), r"\1-\2-\3"),
)
"""How to make a day of what is nearly one: a year of two digits, a time behind it, no hyphens."""

_WORDS = re.compile(r"[0-9]+|[^\W\d_]+")
_SMALL = frozenset(("st", "nd", "rd", "th", "er", "of", "the", "de", "den", "le", "am"))
_TIME = re.compile(
    r"(\d{1,2})(?:\s?[:.h]\s?([0-5]\d)(?::([0-5]\d))?)?\s?(a\.?m\.?|p\.?m\.?|uhr|h)?", re.IGNORECASE
)
_FRACTION = re.compile(r"0?[.,]\d{3,}")
_LOCALES = ("en", "de", "de_AT", "fr")


class UnclearError(ValueError):
    """The value is no day or time, or may be two; `args` are what is said about it and what to write."""


def read_day(value: Value, epoch: datetime.date) -> str:
    """The day as `2026-11-23`; raises UnclearError."""
    if isinstance(value, datetime.datetime):
        is_day = value.time() == datetime.time()
        hint = f"{DAY_HINT}: {value.date()}"
        return value.date().isoformat() if is_day else _refuse(value.isoformat(" ", "minutes"), hint)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, int | float) and not isinstance(value, bool):
        if not FIRST_SERIAL <= value <= LAST_SERIAL:
            return _refuse(value, _hint_for(str(value)))
        day = _of_serial(int(value), epoch)
        return day if value == int(value) else _refuse(value, f"{DAY_HINT}: {day}")
    text = str(value)
    if _SERIAL.fullmatch(text) and FIRST_SERIAL <= float(text) <= LAST_SERIAL:
        return _of_serial(int(float(text)), epoch)
    return _written_day(text)


def _written_day(text: str) -> str:
    found = _YEAR_FIRST.fullmatch(text)
    if found:
        return _day(int(found[1]), int(found[3]), int(found[4]), text)
    found = _YEAR_LAST.fullmatch(text)
    if not found:
        return _day_in_words(text)
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    if found[2] == "." or first == second or first > MONTHS:
        return _day(year, second, first, text)
    if second > MONTHS:
        return _day(year, first, second, text)
    one, other = f"{year}-{second:02}-{first:02}", f"{year}-{first:02}-{second:02}"
    raise UnclearError(f"is `{text}`, which may be two days", f"write {one} or {other}")


def _day_in_words(text: str) -> str:
    """A day such as `1 Dec 2026` or `Dienstag, 1. Dezember 2026`."""
    tokens = _WORDS.findall(text.casefold())
    numbers = sorted((token for token in tokens if token.isdigit()), key=len)
    words = [token for token in tokens if not token.isdigit() and token not in _SMALL]
    months = {month for word in words for month in [_month(word)] if month}
    others = [word for word in words if not _month(word) and not _is_weekday(word)]
    if len(months) != 1 or others or [len(number) for number in numbers] not in ([1, 4], [2, 4]):
        return _refuse(text, _hint_for(text))
    return _day(int(numbers[1]), months.pop(), int(numbers[0]), text)


def _day(year: int, month: int, day: int, text: str) -> str:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return _refuse(text, "write a day that exists, as year-month-day")


def _hint_for(text: str) -> str:
    """What to write: the very day, where all but the time, a short year or the hyphens is clear."""
    for pattern, instead in _NEARLY:
        nearly = pattern.sub(instead, text)
        if nearly != text:
            try:
                return f"{DAY_HINT}: {_written_day(nearly)}"
            except UnclearError as error:
                if error.args[1].startswith("write 2"):
                    return str(error.args[1])
    return DAY_HINT


def _of_serial(number: int, epoch: datetime.date) -> str:
    return (epoch + datetime.timedelta(days=number)).isoformat()


@cache
def _month(word: str) -> int:
    """The number of a month in English, German or French, or of its first letters; 0 where it is none."""
    if word == "mrz":
        return 3
    found = {number for number, name in _names("month") if name.startswith(word)}
    return found.pop() if len(found) == 1 and len(word) >= LEAST_LETTERS else 0


@cache
def _is_weekday(word: str) -> bool:
    return len(word) > 1 and any(name.startswith(word) for _, name in _names("day"))


@cache
def _names(what: str) -> frozenset[tuple[int, str]]:
    """The names of months or days in the languages that kits are written in."""
    from babel.dates import get_day_names, get_month_names

    names = get_month_names if what == "month" else get_day_names
    return frozenset(
        (number, str(name).casefold())
        for locale in _LOCALES
        for number, name in names("wide", locale=locale).items()
    )


def read_time(value: Value) -> str:
    """The time of day as `10:30`; raises UnclearError."""
    if isinstance(value, datetime.datetime):
        return _time(value.hour, value.minute, value.second, value)
    if isinstance(value, datetime.time):
        return _time(value.hour, value.minute, value.second, value)
    if isinstance(value, datetime.timedelta):
        return _of_seconds(value.total_seconds(), value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _time_of_number(value)
    text = str(value)
    if _FRACTION.fullmatch(text):
        return _of_seconds(float(text.replace(",", ".")) * DAY_SECONDS, text)
    return _written_time(text)


def _written_time(text: str) -> str:
    found = _TIME.fullmatch(text)
    if not found:
        return _refuse(text, TIME_HINT)
    hour, half = int(found[1]), (found[4] or "").casefold().replace(".", "")
    if half in {"am", "pm"}:
        if not 1 <= hour <= NOON:
            return _refuse(text, TIME_HINT)
        hour = hour % NOON + (NOON if half == "pm" else 0)
    return _time(hour, int(found[2] or 0), int(found[3] or 0), text)


def _time_of_number(value: float) -> str:
    """A part of a day, whole hours, or 10.3 for 10:30."""
    if 0 <= value < 1:
        return _of_seconds(value * DAY_SECONDS, value)
    if FIRST_SERIAL <= value <= LAST_SERIAL:
        return _of_seconds(value % 1 * DAY_SECONDS, value)
    hours, _, minutes = f"{value:.2f}".partition(".")
    if minutes in HALVES or round(value, 2) != value:
        return _refuse(value, TIME_HINT)
    return _written_time(f"{hours}:{minutes}")


def _of_seconds(seconds: float, value: object) -> str:
    whole = round(seconds)
    return _time(whole // 3600, whole // 60 % 60, whole % 60, value)


def _time(hour: int, minute: int, second: int, value: object) -> str:
    if not 0 <= hour < HOURS:
        return _refuse(value, TIME_HINT)
    return f"{hour:02}:{minute:02}" + (f":{second:02}" if second else "")


def _refuse(value: object, hint: str) -> str:
    raise UnclearError(f"is `{shown(str(value))}`", hint)
