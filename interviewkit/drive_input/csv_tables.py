"""The .csv files of a folder or a zip archive as tables."""

from itertools import islice
from pathlib import Path, PurePath, PurePosixPath

from interviewkit.drive_input.archive import MAX_MEMBER, Archive
from interviewkit.drive_input.columns import SHEETS
from interviewkit.drive_input.csv_text import SEPARATORS, declared_separator, decode_csv, rows_of
from interviewkit.drive_input.headings import HEADING_ROWS, kind_by_headings, known_headings
from interviewkit.drive_input.refusals import refusal, refuse_unreadable
from interviewkit.drive_input.tables import MAX_ROWS, Row, Table
from interviewkit.drive_input.workbook import row_limit
from interviewkit.errors import InputError
from interviewkit.problems import Code, Location
from interviewkit.yaml_source import MIB

START = 64 * 1024
"""So many bytes show whether a file of another name has the headings of a sheet."""

ENDINGS = (".csv", ".tsv", ".txt")
"""Excel calls its `Unicode text` .txt."""


def read_csv_folder(path: Path) -> list[Table]:
    """The .csv files of a folder. Raises InputError where one cannot be read."""
    try:
        files = table_files(path)
    except OSError as error:
        hint = "check its permissions"
        message = f"cannot be read ({error.strerror})"
        raise refusal(str(path), Code.FILE_UNREADABLE, message, hint) from None
    return [_table(_bytes_of(file), str(file), file.stem) for file in files]


def table_files(folder: Path) -> list[Path]:
    """The files of a folder that are read as tables, for their names or headings; raises OSError."""
    return sorted(file for file in folder.iterdir() if _is_table(file) or _is_like_table(file))


def read_csv_archive(path: Path) -> list[Table]:
    """The .csv files of a zip archive. Raises InputError where it or one of them cannot be read."""
    refuse_unreadable(path)
    with Archive(path, "zip archive") as archive:
        members = [(name, PurePosixPath(name)) for name in sorted(archive.names)]
        return [
            _table(archive.read(name), f"{path}/{name}", member.stem)
            for name, member in members
            if "__MACOSX" not in member.parts and (_is_table(member) or _is_like_member(archive, name))
        ]


def _is_table(path: PurePath) -> bool:
    """Is it the name of a sheet with a known ending, and of no hidden file?"""
    return _is_text(path) and known_headings(sheet_name(path.stem)) is not None


def _is_text(path: PurePath) -> bool:
    return path.suffix.lower() in ENDINGS and not path.stem.startswith(".")


def _is_like_table(file: Path) -> bool:
    """Has a file of another name the headings of a sheet? Reading the drive then says how to name it."""
    try:
        if not _is_text(file) or not file.is_file():
            return False
        with file.open("rb") as opened:
            return _has_headings(opened.read(START), str(file))
    except OSError:
        return False


def _is_like_member(archive: Archive, name: str) -> bool:
    return _is_text(PurePosixPath(name)) and _has_headings(archive.start_of(name, START), name)


def _has_headings(data: bytes, name: str) -> bool:
    try:
        return kind_by_headings(_table(data, name, "").rows) is not None
    except InputError:
        return False


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
    headings = known_headings(name) or frozenset(
        h for kind in SHEETS for h in known_headings(kind.name) or ()
    )

    def fitness(separator: str) -> tuple[int, int]:
        from interviewkit.drive_input.headings import folded_heading

        rows = list(islice(rows_of(text, separator, name), HEADING_ROWS))
        known = max((len({folded_heading(v) for v in row.values} & headings) for row in rows), default=0)
        return known, sum(len(row.values) for row in rows)

    return max(SEPARATORS, key=fitness)
