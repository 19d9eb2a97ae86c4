"""Where the built-in rubrics, templates and examples are: in the wheel, or in the source tree."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
"""Where the program itself is."""


def builtin_folder(name: str) -> Path:
    """The folder `rubrics`, `templates` or `examples` that came with the program."""
    packed = PACKAGE / "_data" / name
    return packed if packed.is_dir() else PACKAGE.parent / name
