"""The organisation's logo: a small SVG or PNG file beside the opening, checked before anything is printed."""

import re
from pathlib import Path

from interviewkit.errors import InputError
from interviewkit.loading import Loaded
from interviewkit.models.opening import Opening
from interviewkit.problems import Code

MAX_LOGO_BYTES = 1024 * 1024
MAX_LOGO_PIXELS = 16_000_000
MAX_LOGO_COPIES = 20
"""`<use>` elements: nested ones multiply, and twenty make some thousand shapes at most."""
_USE = re.compile(rb"<(?:[\w.-]+:)?use\b")
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
    fault, hint = _fault(data)
    return data, fault, hint


def _fault(data: bytes) -> tuple[str, str]:
    """What is wrong with a logo and what to do about it, empty where nothing is."""
    is_png, is_svg = data.startswith(_PNG), b"<svg" in data[:4096]
    checks = (
        (len(data) > MAX_LOGO_BYTES, "is larger than 1 MiB", "give a smaller one"),
        (not (is_png or is_svg), "is neither SVG nor PNG", "give an .svg or .png file"),
        (
            is_png and _pixels(data) > MAX_LOGO_PIXELS,
            f"has more than {MAX_LOGO_PIXELS:,} pixels",
            "give a smaller one",
        ),
        (
            is_svg and len(_USE.findall(data)) > MAX_LOGO_COPIES,
            f"has more than {MAX_LOGO_COPIES} <use> elements",
            "export it with plain shapes",
        ),
    )
    return next(((fault, hint) for wrong, fault, hint in checks if wrong), ("", ""))


def _pixels(png: bytes) -> int:
    """Width times height, as the first chunk of a PNG file says."""
    return int.from_bytes(png[16:20]) * int.from_bytes(png[20:24])
