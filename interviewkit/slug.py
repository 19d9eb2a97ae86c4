"""The name of a kit's folder."""

from pathlib import Path

from slugify import slugify

from interviewkit.loading import Loaded
from interviewkit.models.opening import DEVICE_NAMES, Opening

MAX_LENGTH = 64


def opening_slug(opening: Loaded[Opening], path: Path) -> str:
    """The opening's id, else the file's name as lower-case ASCII words joined by hyphens."""
    slug = slugify(path.stem, max_length=MAX_LENGTH) or "opening"
    return opening.value.id or (f"{slug}-opening" if slug in DEVICE_NAMES else slug)
