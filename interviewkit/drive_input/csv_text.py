"""The text of a .csv file: its encoding, its rows, each cell with its place.

*Why* not Python's csv: it does not say where a cell stands, and an open quote takes the rest of the file.
"""

import codecs
import re
from collections.abc import Iterator
from functools import cache

from interviewkit.drive_input.refusals import refusal
from interviewkit.drive_input.tables import TextRow
from interviewkit.problems import Code

SEPARATORS = (",", ";", "\t", "|")
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_DECLARED = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)
_BREAK = re.compile(r"\r\n|\r|\n")


def decode_csv(data: bytes, name: str) -> str:
    """The text of a file in UTF-8, UTF-16 or Windows-1252; raises InputError where it is none of them."""
    encodings = [_UTF16.get(data[:2], "utf-8-sig"), "cp1252"]
    if data[:2] not in _UTF16 and b"\0" in data[:4]:
        encodings = ["utf-16-be" if data[:1] == b"\0" else "utf-16-le"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise refusal(name, Code.NOT_UTF8, "the encoding of the text is not known", "save it as `CSV UTF-8`")


def declared_separator(text: str) -> tuple[str, str]:
    """The separator that a first line such as `sep=;` names, and that line; both empty without one."""
    found = _DECLARED.match(text)
    return (found[1], found[0]) if found else ("", "")


@cache
def _cell_pattern(separator: str) -> re.Pattern[str]:
    """A cell, quoted or not, with what ends it: a separator, the end of the line or of the text."""
    mark = re.escape(separator)
    end = rf"(?P<end>{mark}|\r\n|\r|\n|\Z)"
    space = "[ ]*+" if separator == "\t" else r"[ \t]*+"
    return re.compile(
        rf'(?:{space}"(?P<quoted>(?:[^"]++|"")*+)"{space}|(?P<plain>[^{mark}\r\n]*+)){end}', re.DOTALL
    )


def rows_of(text: str, separator: str, path: str, line: int = 1) -> Iterator[TextRow]:
    """The rows that are not blank; `line` is the number of the first line."""
    find, at, start_of_line = _cell_pattern(separator).match, 0, 0
    values: list[str] = []
    starts: list[tuple[int, int]] = []
    while at < len(text) or starts:
        found = find(text, at)
        if found is None:
            raise AssertionError("anything is a cell")
        starts.append((line, at - start_of_line + 1))
        quoted = found["quoted"]
        values.append(found["plain"] if quoted is None else quoted.replace('""', '"'))
        if quoted is not None:
            breaks = list(_BREAK.finditer(text, at, found.start("end")))
            line += len(breaks)
            start_of_line = breaks[-1].end() if breaks else start_of_line
        at = found.end()
        if found["end"] == separator:
            continue
        if any(value.strip() for value in values):
            end = (line, found.start("end") - start_of_line + 1)
            yield TextRow(path, tuple(values), (*starts, end))
        values, starts, line, start_of_line = [], [], line + 1, at
        if not found["end"]:
            return
