"""Digests: what a kit was made from, printed on every page and told to machines."""

import base64
import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

DIGEST_LENGTH = 12
SHEET_ID_LENGTH = 8
SHEET_ID_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
"""RFC 4648 base 32."""


def digest_of(value: Any) -> str:
    """SHA-256 (hexadecimal) of plain data as canonical JSON."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def digest_of_files(folder: Path, pattern: str = "*") -> str:
    """SHA-256 over the names and bytes of the files below a folder, in the order of their names.

    Files that editors and desktops leave (`.DS_Store`, `brief.html~`) do not count.
    """
    files = sorted(path for path in folder.rglob(pattern) if path.is_file() and not _is_litter(path, folder))
    return digest_of([(path.relative_to(folder).as_posix(), file_digest(path)) for path in files])


def _is_litter(path: Path, folder: Path) -> bool:
    return path.name.endswith("~") or any(part.startswith(".") for part in path.relative_to(folder).parts)


def file_digest(path: Path) -> str:
    """SHA-256 of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def short_digest(parts: Iterable[str]) -> str:
    """The 12 hexadecimal digits that stand for a kit on paper."""
    return digest_of(list(parts))[:DIGEST_LENGTH]


def sheet_id(kit_digest: str, *parts: str | None) -> str:
    """The id of one sheet: eight letters and digits (RFC 4648 base 32) that say nothing about a person."""
    raw = digest_of([kit_digest, *parts])
    return base64.b32encode(bytes.fromhex(raw)).decode()[:SHEET_ID_LENGTH]
