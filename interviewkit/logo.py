"""The organisation's logo: a small SVG or PNG file beside the opening, checked before anything is printed."""

from pathlib import Path

from interviewkit.errors import InputError
from interviewkit.loading import Loaded
from interviewkit.models.opening import Opening
from interviewkit.problems import Code

MAX_LOGO_BYTES = 1024 * 1024
MAX_LOGO_PIXELS = 16_000_000
_PNG = b"\x89PNG\r\n\x1a\n"


def read_logo(opening: Loaded[Opening], folder: Path) -> bytes | None:
    """The bytes of the opening's logo, None where it has none.

    Raises InputError where the file is not below `folder` (the opening's), is missing, too large, or neither
    SVG nor PNG.
    """
    name = opening.value.organisation.logo
    if name is None:
        return None
    try:
        data, fault, hint = _read(name, folder)
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or "its links lead in a circle"
        data, fault, hint = b"", f"cannot be read ({reason})", "check its name and its permissions"
    if fault:
        raise InputError([opening.problem(Code.LOGO, ("organisation", "logo"), f"the logo {fault}", hint)])
    return data


def _read(name: str, folder: Path) -> tuple[bytes, str, str]:
    """The bytes, then what is wrong with the file and what to do about it (empty where nothing is)."""
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()):
        return b"", "lies outside the opening's folder", "put it beside the opening file"
    if not path.is_file():
        return b"", f"`{name}` is not there", "put it beside the opening file"
    with path.open("rb") as file:
        data = file.read(MAX_LOGO_BYTES + 1)
    if len(data) > MAX_LOGO_BYTES:
        return b"", "is larger than 1 MiB", "give a smaller one"
    if data.startswith(_PNG) and _pixels(data) > MAX_LOGO_PIXELS:
        return b"", f"has more than {MAX_LOGO_PIXELS:,} pixels", "give a smaller one"
    if not (data.startswith(_PNG) or b"<svg" in data[:4096]):
        return b"", "is neither SVG nor PNG", "give an .svg or .png file"
    return data, "", ""


def _pixels(png: bytes) -> int:
    """Width times height, as the first chunk of a PNG file says."""
    return int.from_bytes(png[16:20]) * int.from_bytes(png[20:24])
