"""The wheel stands alone: built, installed without a network, used without the source tree."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
GUARDED = """
import os, runpy, sys

source, venv = sys.argv[1:3]
opened = []

def watch(event, arguments):
    path = str(arguments[0]) if event in {"open", "os.listdir", "os.scandir"} and arguments else ""
    if path.startswith(source + os.sep) and not (path + os.sep).startswith(venv + os.sep):
        opened.append(path)

sys.addaudithook(watch)
sys.argv = sys.argv[3:]
try:
    runpy.run_path(sys.argv[0], run_name="__main__")
finally:
    print(opened, file=sys.stderr)
"""
"""Runs a script and says which files of the source tree it opened."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this source tree."""
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (path,) = out.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and its command in it; other packages are the interpreter's own."""
    target = tmp_path_factory.mktemp("installed")
    options = ["--no-deps", "--no-index", "--no-compile", "--disable-pip-version-check", "--quiet"]
    command = [sys.executable, "-m", "pip", "install", *options, "--target", str(target), str(wheel)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return target


def test_the_wheel_holds_what_the_program_reads_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if ".dist-info/" not in name]
        licences = [name for name in archive.namelist() if ".dist-info/licenses/" in name]
    data = {
        name.removeprefix("interviewkit/_data/") for name in names if name.startswith("interviewkit/_data/")
    }
    tree = {
        path.relative_to(ROOT).as_posix()
        for folder in ("rubrics", "templates", "examples")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and not path.name.startswith(".") and not path.name.endswith("~")
    }
    assert data == tree
    assert {name.split("/")[0] for name in names} == {"interviewkit"}
    assert not [name for name in names if "__pycache__" in name or name.startswith("interviewkit/tests")]
    assert {"LICENSE", "SourceSans3-LICENSE.md", "SourceCodePro-LICENSE.md"} <= {
        name.split("/")[-1] for name in licences
    }


def test_the_installed_command_builds_a_kit_without_the_source_tree(installed: Path, tmp_path: Path) -> None:
    """The long documents have a line each here: what the wheel holds of them, the test above has seen."""
    shutil.copytree(ROOT / "tests/quick_templates", tmp_path / "templates")
    for name in ("candidate.html", "debrief.html"):
        (tmp_path / "templates" / name).unlink()
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    environment |= {"PYTHONPATH": str(installed), "PYTHONDONTWRITEBYTECODE": "1"}

    def interviewkit(*arguments: str) -> subprocess.CompletedProcess[str]:
        script = str(installed / "bin/interviewkit")
        guard = [sys.executable, "-c", GUARDED, str(ROOT), sys.prefix, script]
        return subprocess.run(
            [*guard, *arguments], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )

    new = interviewkit("new", "ai-engineer", "--out", "opening.yaml")
    assert (new.returncode, new.stderr) == (0, "[]\n")
    build = interviewkit("build", "opening.yaml", "--templates", "templates")
    warning, modules = build.stderr.splitlines()
    assert (build.returncode, "IK127 warning: the mission is still" in warning, modules) == (0, True, "[]")
    kit = tmp_path / "output/opening"
    record = json.loads((kit / "kit.json").read_text(encoding="utf-8"))
    assert {path.relative_to(kit).as_posix() for path in kit.rglob("*") if path.is_file()} == {
        "kit.json",
        *(entry["path"] for entry in record["files"]),
    }
    assert {"brief.pdf", "candidate.pdf", "debrief.pdf", "guides/engineering.pdf"} <= {
        entry["path"] for entry in record["files"]
    }
