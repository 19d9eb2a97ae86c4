"""What a document may load: files of the template folders and the organisation's logo, nothing else."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from interviewkit.errors import RefusedUrlError

BASE_URL = "https://assets.interviewkit.invalid/"
"""Stands for the template folders inside documents; `.invalid` can never be a real host (RFC 2606)."""

LOGO_NAME = "logo"
ASSET_SUFFIXES = frozenset((".ttf", ".otf", ".woff2", ".svg", ".png", ".css"))


@dataclass(frozen=True)
class FolderAssets:
    """Assets from template folders, the first that has a file wins, and one logo held in memory."""

    folders: tuple[Path, ...]
    logo: bytes | None = None
    base_url: str = BASE_URL

    def read(self, url: str) -> bytes:
        """The bytes of an asset; raises RefusedUrlError, which names it, for everything else."""
        parts = urlsplit(url)
        if f"{parts.scheme}://{parts.netloc}/" != BASE_URL:
            raise RefusedUrlError(f"`{url[:120]}`")
        name = unquote(parts.path).lstrip("/")
        if name == LOGO_NAME and self.logo is not None:
            return self.logo
        for folder in self.folders:
            path = (folder / name).resolve()
            if path.suffix in ASSET_SUFFIXES and path.is_relative_to(folder.resolve()) and path.is_file():
                return path.read_bytes()
        raise RefusedUrlError(f"`{name[:120]}`")
