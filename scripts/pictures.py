"""Draw the pages that the README shows: build the example's kit and save some of its pages as PNG.

.venv/bin/python scripts/pictures.py          `make pictures`
"""

import tempfile
from pathlib import Path

import pypdfium2

from interviewkit.build import BuildRequest, build_kit
from interviewkit.builtin import builtin_folder
from interviewkit.project import find_layers

EXAMPLE = builtin_folder("examples") / "claims-assistant.yaml"
PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"
PAGES = {
    "scorecard": ("scorecards/engineering.pdf", 0),
    "guide": ("guides/engineering.pdf", 2),
}
"""Picture to (document, page from 0)."""

DOTS_PER_INCH = 90
POINTS_PER_INCH = 72
GREYS = 16


def main() -> None:
    """Write every picture of PAGES."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as out:
        layers = find_layers(None, None, Path(out))
        kit = build_kit(BuildRequest(EXAMPLE, Path(out), layers)).folder
        for name, (document, page) in PAGES.items():
            with pypdfium2.PdfDocument(kit / document) as pdf:
                image = pdf[page].render(scale=DOTS_PER_INCH / POINTS_PER_INCH).to_pil()
            image.convert("L").quantize(GREYS).save(PICTURES / f"{name}.png", optimize=True)
            print(f"wrote docs/pictures/{name}.png")


if __name__ == "__main__":
    main()
