"""A headless Chromium that prints one page after the other, driven by its own protocol over two pipes."""

import base64
import json
import os
import select
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from benchmarks.bare import BASE_URL, TEMPLATES

OPTIONS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--allow-file-access-from-files",
    "--no-first-run",
    "--remote-debugging-pipe",
)
READ_AT_ONCE = 1 << 20
PATIENCE = 60
"""Seconds that an answer may take."""

Message = dict[str, Any]


class BrowserError(Exception):
    """The browser does not do what it is told."""


class Chromium:
    """One warm browser with one page; it is started once, and every sheet is loaded into the same page.

    `--remote-debugging-pipe` reads from file descriptor 3 and writes to 4, messages ended by a zero byte.
    """

    def __init__(self, path: str, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._page = folder / "page.html"
        theirs_in, self._to = os.pipe()
        self._from, theirs_out = os.pipe()
        shell = f'exec "$0" "$@" 3<&{theirs_in} 4>&{theirs_out}'
        profile = f"--user-data-dir={folder / 'profile'}"
        self._process = subprocess.Popen(
            ["sh", "-c", shell, path, *OPTIONS, profile, "about:blank"],
            pass_fds=(theirs_in, theirs_out),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        self._waiting, self._number, self._session = b"", 0, ""

    def __enter__(self) -> Self:
        try:
            target = self._call("Target.createTarget", url="about:blank")["targetId"]
            self._session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
            self._call("Page.enable")
        except BrowserError:
            self._close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    def _close(self) -> None:
        self._process.terminate()
        self._process.wait()
        os.close(self._to)
        os.close(self._from)

    def pdf(self, html: str) -> bytes:
        """The page as tagged PDF, its fonts loaded from the template folder."""
        self._page.write_text(html.replace(BASE_URL, f"{TEMPLATES.as_uri()}/"), encoding="utf-8")
        self._call("Page.navigate", url=self._page.as_uri())
        self._until(lambda message: message.get("method") == "Page.loadEventFired")
        self._call("Runtime.evaluate", expression="document.fonts.ready", awaitPromise=True)
        printed = self._call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        return base64.b64decode(printed["data"])

    def _call(self, method: str, **parameters: object) -> Message:
        """The result of a command; BrowserError where the browser refuses it."""
        self._number += 1
        number = self._number
        message: Message = {"id": number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        try:
            os.write(self._to, json.dumps(message).encode() + b"\0")
        except BrokenPipeError:
            raise BrowserError("the browser has ended") from None
        answer = self._until(lambda message: message.get("id") == number)
        if "error" in answer:
            raise BrowserError(f"{method}: {answer['error']}")
        result: Message = answer["result"]
        return result

    def _until(self, wanted: Any) -> Message:
        """The first message from now on that is wanted; the others are of no interest."""
        while True:
            message = self._next()
            if wanted(message):
                return message

    def _next(self) -> Message:
        """The next message; BrowserError where there is none."""
        while b"\0" not in self._waiting:
            if not select.select([self._from], [], [], PATIENCE)[0]:
                raise BrowserError("the browser does not answer")
            more = os.read(self._from, READ_AT_ONCE)
            if not more:
                raise BrowserError("the browser has ended")
            self._waiting += more
        text, _, self._waiting = self._waiting.partition(b"\0")
        message: Message = json.loads(text)
        return message
