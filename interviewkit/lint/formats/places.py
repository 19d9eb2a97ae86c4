"""Files as other programs name them: relative to the current folder, with forward slashes."""

from pathlib import Path
from urllib.parse import quote

STANDARD_INPUT = "<stdin>"


def posix_path(path: str) -> str:
    """The path, from the current folder where it is below it; nothing for standard input."""
    if path == STANDARD_INPUT:
        return ""
    named = Path(path)
    if named.is_absolute() and named.is_relative_to(Path.cwd()):
        named = named.relative_to(Path.cwd())
    return named.as_posix()


def uri(path: str) -> str:
    """The path as a URI: relative where `posix_path` is."""
    named = posix_path(path)
    return (
        Path(named).as_uri()
        if Path(named).is_absolute()
        else quote(named, safe="/", errors="surrogateescape")
    )
