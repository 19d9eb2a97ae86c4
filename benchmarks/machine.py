"""The machine and the programs that figures were measured with."""

import platform
import shutil
import subprocess
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from interviewkit.cores import usual_jobs

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def machine() -> dict[str, str]:
    """What figures depend on, by its name."""
    return {
        "cores": f"{usual_jobs()} ({_processor()})",
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "weasyprint": version("weasyprint"),
        "typst": _installed("typst"),
        "chromium": _browser_version(),
    }


def browser() -> str | None:
    """The path of a Chromium on this machine, None where there is none."""
    return next((path for name in BROWSERS if (path := shutil.which(name))), None)


def _processor() -> str:
    """The model of the processor."""
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "?")


def _installed(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"


def _browser_version() -> str:
    path = browser()
    if path is None:
        return "none"
    done = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)
    words = done.stdout.split()
    return next((word for word in words if word[0].isdigit()), "?")
