"""Where the built-in rubrics, templates and examples are: in the wheel, or in the source tree."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def builtin_folder(name: str) -> Path:
    """The folder `rubrics`, `templates` or `examples` that came with the program."""
    packed = _PACKAGE / "_data" / name
    return packed if packed.is_dir() else _PACKAGE.parent / name
