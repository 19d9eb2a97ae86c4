"""Members of a zip archive, within limits."""

import lzma
import zipfile
import zlib
from pathlib import Path
from typing import Self

from interviewkit.drive_input.refusals import refusal
from interviewkit.problems import Code
from interviewkit.yaml_source import MIB

MAX_MEMBER = 64 * MIB
MAX_TOTAL = 256 * MIB
MAX_MEMBERS = 5_000

ENCRYPTED = 0x1
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
    ValueError,
)


class Archive:
    """A zip archive whose members are read whole, 64 MiB each at most; every fault is an InputError."""

    def __init__(self, path: Path, what: str) -> None:
        self.name, self._what, self._read = str(path), what, 0
        try:
            self._zip = zipfile.ZipFile(path)
            self._infos = [info for info in self._zip.infolist() if not info.is_dir()]
        except _BROKEN:
            raise self._broken() from None
        if len(self._infos) > MAX_MEMBERS:
            hint = "put in what the drive needs and nothing else"
            message = f"the archive holds more than {MAX_MEMBERS:,} files"
            raise refusal(self.name, Code.TOO_MANY_ROWS, message, hint)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    @property
    def names(self) -> list[str]:
        """The names of its files."""
        return [info.filename for info in self._infos]

    def start_of(self, name: str, size: int) -> bytes:
        """The first bytes of a file that need not be read; none where it cannot be."""
        try:
            with self._zip.open(name) as member:
                return member.read(size)
        except _BROKEN:
            return b""

    def read(self, name: str) -> bytes:
        """The bytes of a file in it. Raises InputError where they are too many, encrypted or damaged."""
        info = self._zip.getinfo(name)
        self._read += info.file_size
        if info.file_size > MAX_MEMBER or self._read > MAX_TOTAL:
            message = f"`{name}` is larger than {MAX_MEMBER // MIB} MiB when unpacked"
            hint = "delete the rows and sheets that the drive does not need"
            raise refusal(self.name, Code.TOO_MANY_ROWS, message, hint)
        if info.flag_bits & ENCRYPTED:
            hint = "make it without a password"
            raise refusal(self.name, Code.NOT_A_WORKBOOK, "the archive has a password", hint)
        try:
            return self._zip.read(info)
        except _BROKEN:
            raise self._broken() from None

    def _broken(self) -> Exception:
        message = f"this is no {self._what}, or it is damaged"
        hint = "open it in Excel or LibreOffice and save it as .xlsx"
        if self._what != "workbook":
            hint = "make it again, or name the folder instead"
        return refusal(self.name, Code.NOT_A_WORKBOOK, message, hint)
