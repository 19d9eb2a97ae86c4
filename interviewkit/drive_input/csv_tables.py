"""The .csv files of a folder or a zip archive as tables."""

from itertools import islice
from pathlib import Path, PurePosixPath

from interviewkit.drive_input.archive import MAX_MEMBER, Archive
from interviewkit.drive_input.csv_text import SEPARATORS, declared_separator, decode_csv, rows_of
from interviewkit.drive_input.headings import HEADING_ROWS, known_headings
from interviewkit.drive_input.refusals import refusal, refuse_unreadable
from interviewkit.drive_input.tables import MAX_ROWS, Row, Table
from interviewkit.drive_input.workbook import row_limit
from interviewkit.errors import InputError
from interviewkit.problems import Code, Location
from interviewkit.yaml_source import MIB

ENDINGS = (".csv", ".tsv", ".txt")
"""Excel calls its `Unicode text` .txt."""


def read_csv_folder(path: Path) -> list[Table]:
    """The .csv files of a folder. Raises InputError where one cannot be read."""
    try:
        files = sorted(entry for entry in path.iterdir() if entry.suffix.lower() in ENDINGS)
    except OSError as error:
        hint = "check its permissions"
        message = f"cannot be read ({error.strerror})"
        raise refusal(str(path), Code.FILE_UNREADABLE, message, hint) from None
    return [_table(_bytes_of(file), str(file), file.stem) for file in files if _is_sheet(file.stem)]


def read_csv_archive(path: Path) -> list[Table]:
    """The .csv files of a zip archive. Raises InputError where it or one of them cannot be read."""
    refuse_unreadable(path)
    with Archive(path, "zip archive") as archive:
        members = [(name, PurePosixPath(name)) for name in sorted(archive.names)]
        return [
            _table(archive.read(name), f"{path}/{name}", member.stem)
            for name, member in members
            if member.suffix.lower() in ENDINGS and "__MACOSX" not in member.parts and _is_sheet(member.stem)
        ]


def _is_sheet(stem: str) -> bool:
    """Does the name belong to a sheet, and to no hidden file?"""
    return not stem.startswith(".") and known_headings(sheet_name(stem)) is not None


def sheet_name(stem: str) -> str:
    """The name of the sheet; `Autumn drive - openings` is how some programs name a file."""
    return stem.rpartition(" - ")[2]


def _bytes_of(file: Path) -> bytes:
    try:
        refuse_unreadable(file)
        with file.open("rb") as opened:
            data = opened.read(MAX_MEMBER + 1)
    except InputError as error:
        if error.problems[0].code is not Code.EMPTY_FILE:
            raise
        return b""
    if len(data) > MAX_MEMBER:
        message, hint = f"the file is larger than {MAX_MEMBER // MIB} MiB", "make a drive of each part"
        raise refusal(str(file), Code.TOO_MANY_ROWS, message, hint)
    return data


def _table(data: bytes, path: str, stem: str) -> Table:
    text, name = decode_csv(data, path), sheet_name(stem)
    declared, first = declared_separator(text)
    body, line = text[len(first) :], 2 if first else 1
    separator = declared or _separator(body, name)
    rows: list[Row] = []
    problems = []
    for row in rows_of(body, separator, path, line):
        if len(rows) == MAX_ROWS + HEADING_ROWS:
            problems.append(row_limit(row.place(0), name))
            break
        rows.append(row)
    return Table(name, Location(path), rows, problems=tuple(problems))


def _separator(text: str, name: str) -> str:
    """The separator that makes most headings of the first rows; where it makes none, the most frequent."""
    headings = known_headings(name) or frozenset()

    def fitness(separator: str) -> tuple[int, int]:
        from interviewkit.drive_input.headings import folded_heading

        rows = list(islice(rows_of(text, separator, name), HEADING_ROWS))
        known = max((len({folded_heading(v) for v in row.values} & headings) for row in rows), default=0)
        return known, sum(len(row.values) for row in rows)

    return max(SEPARATORS, key=fitness)
