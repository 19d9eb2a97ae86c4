"""A person at pdf.js: headless Chromium with mouse and keys, through its DevTools pipe."""

import base64
import json
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

TESTS = Path(__file__).resolve().parent
PDFJS = TESTS.parent / ".viewers/node_modules/pdfjs-dist"
CHROMIUM_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
CHROMIUM = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
# Root in a container has no right to a sandbox, and nothing but our own page and PDF is opened. Nothing is
# fetched from the network.
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--remote-debugging-pipe",
)
KEYS = {"Tab": (9, ""), "Enter": (13, "\r"), "Space": (32, " "), "ArrowRight": (39, "")}
PAGE_WIDTH, PAGE_HEIGHT = 1000, 1160
"""Room for a page at 96 dpi with its margins, in pixels."""
ANSWER_SECONDS = 60
LOADED = """new Promise(done => {
    if (document.readyState === "complete") done(); else addEventListener("load", () => done());
})"""


class Browser:
    """Chromium; messages end with a zero byte."""

    def __init__(self, profile: Path) -> None:
        self._ours, theirs = socket.socketpair()
        self._ours.settimeout(ANSWER_SECONDS)
        with theirs:
            # Chromium reads from 3 and writes to 4. A shell can say so; subprocess cannot.
            self._process = subprocess.Popen(
                [
                    "sh",
                    "-c",
                    'exec "$@" 3<&0 4>&0',
                    "sh",
                    str(CHROMIUM),
                    *FLAGS,
                    f"--user-data-dir={profile}",
                ],
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        self._read = b""
        self._number = 0

    def call(
        self, method: str, parameters: Mapping[str, Any] | None = None, session: str = ""
    ) -> dict[str, Any]:
        """The result of a DevTools command; events that come in between are dropped."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters or {}}
        if session:
            message["sessionId"] = session
        self._ours.sendall(json.dumps(message).encode() + b"\0")
        while (answer := self._next_message()).get("id") != self._number:
            pass
        assert "error" not in answer, (method, answer["error"])
        result: dict[str, Any] = answer["result"]
        return result

    def _next_message(self) -> dict[str, Any]:
        while b"\0" not in self._read:
            received = self._ours.recv(1 << 20)
            assert received, "Chromium has ended"
            self._read += received
        message, _, self._read = self._read.partition(b"\0")
        parsed: dict[str, Any] = json.loads(message)
        return parsed

    def close(self) -> None:
        """End Chromium, gently if it still answers."""
        try:
            self.call("Browser.close")
            self._process.wait(ANSWER_SECONDS)
        finally:
            self._process.kill()
            self._process.wait()
            self._ours.close()


class Viewer:
    """One PDF in pdf.js; a field is named by its CSS selector."""

    def __init__(self, browser: Browser, url: str, pages: int) -> None:
        target = browser.call("Target.createTarget", {"url": "about:blank"})["targetId"]
        session = browser.call("Target.attachToTarget", {"targetId": target, "flatten": True})["sessionId"]
        self._call = partial(browser.call, session=session)
        # pdf.js draws what is seen; so every page is.
        size = {"width": PAGE_WIDTH, "height": PAGE_HEIGHT * pages, "deviceScaleFactor": 1, "mobile": False}
        self._call("Emulation.setDeviceMetricsOverride", size)
        self._call("Page.navigate", {"url": url})
        self.ask(LOADED)
        self.ask("shown.then(() => null)")

    def ask(self, expression: str) -> Any:
        """The value of a JavaScript expression, promises kept."""
        how = {"awaitPromise": True, "returnByValue": True}
        answer = self._call("Runtime.evaluate", {"expression": expression, **how})
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def click(self, selector: str) -> None:
        """Press the mouse button over the middle of an element."""
        box = self.ask(f"document.querySelector({json.dumps(selector)}).getBoundingClientRect().toJSON()")
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        for event in ("mouseMoved", "mousePressed", "mouseReleased"):
            mouse = {"type": event, "x": x, "y": y, "button": "left", "clickCount": 1}
            self._call("Input.dispatchMouseEvent", mouse)

    def type(self, text: str) -> None:
        """Press the keys of a text."""
        for letter in text:
            if letter == "\n":
                self.press("Enter")
            else:
                self._call("Input.dispatchKeyEvent", {"type": "char", "text": letter})

    def paste(self, text: str) -> None:
        """Put a text in at once, as from the clipboard or an emoji window."""
        self._call("Input.insertText", {"text": text})

    def press(self, key: str) -> None:
        """Press and release a key of `KEYS`."""
        code, text = KEYS[key]
        names = {"key": text if key == "Space" else key, "code": key, "windowsVirtualKeyCode": code}
        self._call("Input.dispatchKeyEvent", {"type": "keyDown", "text": text, **names})
        self._call("Input.dispatchKeyEvent", {"type": "keyUp", **names})

    def focused(self) -> tuple[str, str]:
        """Name and tooltip of the field that has the keyboard; two empty texts outside of fields."""
        name, tooltip = self.ask(
            "(e => [e.name ?? '', e.parentElement?.title ?? ''])(document.activeElement)"
        )
        return name, tooltip

    def saved(self) -> bytes:
        """The file that the viewer's save button writes."""
        return base64.b64decode(self.ask("saved()"))

    def printed(self, page: int, *, fields: bool, dpi: int = 100) -> NDArray[np.uint8]:
        """A page (from 1) as the viewer's print button sends it, in grey."""
        mode = "ENABLE_STORAGE" if fields else "DISABLE"
        picture = base64.b64decode(self.ask(f"printed({page}, {dpi / 72}, '{mode}')"))
        with Image.open(BytesIO(picture)) as image:
            return np.array(image.convert("L"))

    def picture(self) -> bytes:
        """What is on the screen, as PNG."""
        return base64.b64decode(self._call("Page.captureScreenshot")["data"])

    def read_aloud(self, role: str) -> list[str]:
        """What a screen reader calls the elements of a role, such as `textbox`: empty without a name."""
        nodes = self._call("Accessibility.getFullAXTree")["nodes"]
        return [str(node["name"]["value"]) for node in nodes if node.get("role", {}).get("value") == role]


class _QuietFiles(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder, on this machine alone."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_QuietFiles, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


class Desk:
    """A browser and a folder of PDFs to open in it."""

    def __init__(self, browser: Browser, folder: Path, address: str) -> None:
        self._browser, self._folder, self._address = browser, folder, address
        self._numbers = count()

    def open(self, data: bytes, pages: int) -> Viewer:
        """Show a PDF of so many pages.

        Each has a name of its own: within a second, a browser takes a changed file for the one it has.
        """
        name = f"card-{next(self._numbers)}.pdf"
        (self._folder / name).write_bytes(data)
        return Viewer(self._browser, f"{self._address}/viewer_page.html?pdf={name}", pages)


@contextmanager
def desk(folder: Path) -> Iterator[Desk]:
    """A place to open PDFs at; `folder` is empty and may be thrown away."""
    site, profile = folder / "site", folder / "profile"
    site.mkdir()
    (site / "pdfjs").symlink_to(PDFJS)
    (site / "viewer_page.html").symlink_to(TESTS / "viewer_page.html")
    browser = Browser(profile)
    try:
        with served(site) as address:
            yield Desk(browser, site, address)
    finally:
        browser.close()
