"""The name of a kit's folder."""

from pathlib import Path

from slugify import slugify

from interviewkit.loading import Loaded
from interviewkit.models.opening import Opening

MAX_LENGTH = 64


def opening_slug(opening: Loaded[Opening], path: Path) -> str:
    """The opening's id, else the file's name as lower-case ASCII words joined by hyphens."""
    return opening.value.id or slugify(path.stem, max_length=MAX_LENGTH) or "opening"
