"""List the native libraries that WeasyPrint needs and this Python cannot load.

    python scripts/native_libraries.py

Prints one missing library a line and exits with 1, or prints nothing and exits with 0. Uses the standard
library only, since it runs before anything is installed.

Why: a package manager's opinion is not enough. Only loading them shows that *this* Python finds them, whoever
installed them (a distribution, Homebrew, conda). The names are those that WeasyPrint tries.
"""

import ctypes
import ctypes.util
import sys
from contextlib import suppress

# Each library: what a person calls it, then its file on Linux, its file on macOS, its bare name.
LIBRARIES = (
    ("GObject", "libgobject-2.0.so.0", "libgobject-2.0.0.dylib", "gobject-2.0"),
    ("Pango", "libpango-1.0.so.0", "libpango-1.0.0.dylib", "pango-1.0"),
    ("PangoFT2", "libpangoft2-1.0.so.0", "libpangoft2-1.0.0.dylib", "pangoft2-1.0"),
    ("HarfBuzz", "libharfbuzz.so.0", "libharfbuzz.0.dylib", "harfbuzz"),
    # WeasyPrint still runs without this one, but warns; our tests take a warning for a failure.
    ("HarfBuzz-Subset", "libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "harfbuzz-subset"),
    ("Fontconfig", "libfontconfig.so.1", "libfontconfig.1.dylib", "fontconfig"),
)
OLDEST_PANGO = (1, 44, 0)


def load(linux: str, macos: str, bare: str) -> ctypes.CDLL | None:
    """Load a library by the first of its names that works; ``None`` if none does."""
    names: list[str | None] = [linux, macos]
    if sys.platform == "darwin":
        # Looks into Homebrew's folder for Homebrew's Python; on Linux it would only cost time.
        names.append(ctypes.util.find_library(bare))
    for name in filter(None, names):
        with suppress(OSError):
            return ctypes.CDLL(name)
    return None


def pango_version(pango: ctypes.CDLL) -> tuple[int, int, int]:
    """Return Pango's version; Pango encodes 1.50.12 as 15012."""
    encoded = int(pango.pango_version())
    return encoded // 10000, encoded // 100 % 100, encoded % 100


def missing_libraries() -> list[str]:
    """Name every library that does not load or is too old."""
    loaded = {label: load(*names) for label, *names in LIBRARIES}
    missing = [label for label, library in loaded.items() if library is None]
    pango = loaded["Pango"]
    if pango is not None and pango_version(pango) < OLDEST_PANGO:
        found, wanted = (".".join(map(str, version)) for version in (pango_version(pango), OLDEST_PANGO))
        missing.append(f"Pango {wanted} or newer (found {found})")
    return missing


if __name__ == "__main__":
    missing = missing_libraries()
    print(*missing, sep="\n", end="\n" if missing else "")
    sys.exit(bool(missing))
