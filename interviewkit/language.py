"""The language of a kit's labels: one gettext catalogue per language, dates and numbers by locale.

Catalogues are `locales/LANGUAGE.po` in the template folders. English is what the templates are written in.
"""

import datetime
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.messages.catalog import Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.numbers import format_decimal, format_percent
from babel.support import NullTranslations, Translations

from interviewkit.errors import InputError
from interviewkit.models.base import ENGLISH
from interviewkit.models.sheet import Meeting
from interviewkit.problems import Code, Location, Problem

CATALOGUES = "locales"


@dataclass(frozen=True)
class Language:
    """A language with its words, as it is written in one country: `de` in `AT` is `de_AT`."""

    code: str
    locale: Locale
    translations: NullTranslations

    def gettext(self, message: str) -> str:
        """The message in this language, itself where nobody has translated it."""
        return self.translations.ugettext(message)

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        """The message for so many, still with its placeholders."""
        return self.translations.ungettext(singular, plural, number)

    def pgettext(self, context: str, message: str) -> str:
        """The message where one word has two meanings."""
        return self.translations.upgettext(context, message)

    def npgettext(self, context: str, singular: str, plural: str, number: int) -> str:
        """The message for so many, where one word has two meanings."""
        return self.translations.unpgettext(context, singular, plural, number)

    def long_date(self, day: datetime.date | None, missing: str = "") -> str:
        """A day with its month in words: `23 November 2026`, `23. November 2026`, `November 23, 2026`."""
        return format_date(day, "long", self.locale) if day else missing

    def short_date(self, day: datetime.date) -> str:
        """A day where there is little room: `7 Jun 2027`, `07.06.2027`, `Jun 7, 2027`."""
        return format_date(day, "medium", self.locale)

    def name_of(self, code: str) -> str:
        """What this language calls another one: `Englisch`; its code where it has no word for it."""
        try:
            return Locale.parse(code).get_display_name(self.locale) or code
        except (UnknownLocaleError, ValueError):
            return code

    def meeting(self, meeting: Meeting) -> str:
        """When and where an interview is, in few words: `1 Dec 2026, 10:30, Room 2`."""
        date = self.short_date(meeting.date)
        start = format_time(meeting.start, "short", locale=self.locale) if meeting.start else None
        return ", ".join(part for part in (date, start, meeting.room) if part)

    def percent(self, number: int) -> str:
        """So many per cent: `26%`, `26 %`."""
        return format_percent(number / 100, locale=self.locale)

    def decimal(self, number: float) -> str:
        """A number with the decimal sign of the locale."""
        return format_decimal(number, locale=self.locale)

    def listed(self, parts: Iterable[object], style: str = "standard") -> str:
        """Words in a row: `a, b and c`; with style `or`: `a, b or c`."""
        return format_list([str(part) for part in parts], style, self.locale)  # type: ignore[arg-type]


@dataclass(frozen=True)
class LanguageSource:
    """What a language is opened from: plain data, for whoever prints in another process."""

    code: str
    country: str

    def opened(self, folders: Sequence[Path]) -> Language:
        """The language with the catalogues of these template folders."""
        return open_language(self.code, self.country, folders)


def known_languages(folders: Iterable[Path]) -> tuple[str, ...]:
    """The languages that have a catalogue in any of the template folders, and English."""
    found = {path.stem for folder in folders for path in (folder / CATALOGUES).glob("*.po")}
    return tuple(sorted(found | {ENGLISH}))


def open_language(code: str, country: str, folders: Sequence[Path]) -> Language:
    """The language as written in a country (`GB`, `US-CA`), with the catalogues of the template folders.

    A message comes from the first folder that has it. Raises InputError where a catalogue cannot be read.
    """
    translations: NullTranslations = NullTranslations()
    for folder in reversed(folders):
        path = folder / CATALOGUES / f"{code}.po"
        if path.is_file():
            layer = _read_catalogue(path, path.stat().st_mtime_ns)
            layer_copy = Translations(io.BytesIO(layer))
            layer_copy.add_fallback(translations)
            translations = layer_copy
    return Language(code, _locale(code, country), translations)


def _locale(code: str, country: str) -> Locale:
    """The locale of a language in a country, the language's own where nobody writes it there."""
    for name in (f"{code}_{country.partition('-')[0]}", code):
        try:
            return Locale.parse(name)
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse(ENGLISH)


@cache
def _read_catalogue(path: Path, _changed: int) -> bytes:
    """A catalogue in gettext's binary form, read once per process and again when the file changes."""
    place = Location(str(path))
    try:
        with path.open("rb") as file:
            catalogue = read_po(file, locale=path.stem, abort_invalid=True)
    except (PoFileError, UnicodeDecodeError, ValueError, UnknownLocaleError) as error:
        place = Location(str(path), getattr(error, "lineno", None) or 1)
        hint = "compare it with a built-in catalogue"
        message = f"the catalogue cannot be read: {error}"
        raise InputError([Problem(place, Code.TEMPLATE, message, hint)]) from None
    except OSError as error:
        message = f"cannot be read ({error.strerror})"
        raise InputError([Problem(place, Code.FILE_UNREADABLE, message, "check its permissions")]) from None
    problems = [problem for message in catalogue for problem in _placeholder_problems(path, message)]
    if problems:
        raise InputError(problems)
    binary = io.BytesIO()
    write_mo(binary, catalogue)
    return binary.getvalue()


_PLACEHOLDER = re.compile(r"%\((\w+)\)s")
_FORMATTED = re.compile(r"%%|%\(\w+\)s")


def _placeholder_problems(path: Path, message: Message) -> Iterator[Problem]:
    """A translation that could not be filled in: a placeholder of its own, or a lonely per cent sign."""
    known = set(_PLACEHOLDER.findall(" ".join(_forms(message.id))))
    place, hint = Location(str(path), message.lineno or 1), "compare it with its `msgid`"
    for text in _forms(message.string) if message.id else ():
        unknown = sorted(set(_PLACEHOLDER.findall(text)) - known)
        if unknown:
            fault = f"a label has the placeholder `%({unknown[0]})s`, which its original has not"
            yield Problem(place, Code.TEMPLATE, fault, hint)
        elif "%" in _FORMATTED.sub("", text):
            yield Problem(place, Code.TEMPLATE, "a label has a single `%`; write `%%`", hint)


def _forms(text: object) -> tuple[str, ...]:
    """Singular and plurals of a message, or its one form."""
    return tuple(map(str, text)) if isinstance(text, tuple | list) else (str(text or ""),)
