"""Why a whole file cannot be read, as the one problem that ends the reading."""

from pathlib import Path

from interviewkit.errors import InputError
from interviewkit.problems import Code, Location, Problem

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How old Excel files start, and new ones with a password."""


def refusal(place: Location | str, code: Code, message: str, hint: str = "") -> InputError:
    """The error with this one problem; a name alone is the start of that file."""
    where = Location(place) if isinstance(place, str) else place
    return InputError([Problem(where, code, message, hint)])


def refuse_unreadable(path: Path) -> None:
    """Raise InputError where a file cannot be opened, is old Excel, or has a password."""
    try:
        with path.open("rb") as file:
            start = file.read(len(OLE))
    except (FileNotFoundError, NotADirectoryError):
        hint = "check the name and the folder"
        raise refusal(str(path), Code.FILE_MISSING, "there is no such file", hint) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the name is not a path"
        hint = "close it where it is open and check its permissions"
        raise refusal(str(path), Code.FILE_UNREADABLE, f"cannot be read ({reason})", hint) from None
    if start == OLE:
        message = "the workbook has a password, or is an old .xls file"
        hint = "save it as .xlsx without a password"
        raise refusal(str(path), Code.NOT_A_WORKBOOK, message, hint)
    if not start:
        raise refusal(str(path), Code.EMPTY_FILE, "the file is empty", "name another file")
