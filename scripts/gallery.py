"""Draw the gallery: build the example's kits, save their pages as PNG, and write docs/gallery.md around them.

.venv/bin/python scripts/gallery.py          `make gallery`
"""

import ctypes
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from interviewkit.build import BuildRequest, build_kit
from interviewkit.builtin import builtin_folder
from interviewkit.models.jurisdiction import Paper
from interviewkit.models.kit_record import KitRecord
from interviewkit.print_options import PrintOptions
from interviewkit.project import find_layers
from interviewkit.units import Rect

EXAMPLE = builtin_folder("examples") / "claims-assistant.yaml"
DOCS = Path(__file__).resolve().parent.parent / "docs"
DOTS_PER_INCH = 75
POINTS_PER_INCH = 72
GREYS = 16
CARD = "scorecards/C-015/engineering--interviewer-one.pdf"
NOTES = {
    "evidence.software_engineering": (
        "Billing import sent wrong totals for two days. Found it by replaying one day's files against the "
        "old release; the rounding helper had changed.\nFirst wrote a test that failed on those files, then "
        "fixed the helper. Put a check of the totals into the release path.\nFollow-up, undo: switch the "
        "flag, two minutes; had tried it before the release."
    ),
    "evidence.hands_on_learning": (
        "Wanted structured output from a small model. Built it twice, with grammar and with retries, on 40 "
        "of their own letters.\nRetries failed on long tables; kept the grammar and wrote a one-page note "
        "that two others use."
    ),
    "date": "2 December 2026",
}
"""What an interviewer types into the gallery's filled scorecard; the candidate is made up."""

TICKS = {"rating.software_engineering": "v4", "rating.hands_on_learning": "v3"}


@dataclass(frozen=True)
class Picture:
    """One page in the gallery: its kit, document and page (from 1), and what to see in it."""

    name: str
    kit: str
    document: str
    page: int
    caption: str
    filled: bool = False


PICTURES = {
    "The scorecard: one duplex sheet for pen and keyboard": (
        Picture("scorecard", "a4", "scorecards/engineering.pdf", 1, "Evidence first, then the level"),
        Picture("scorecard-back", "a4", "scorecards/engineering.pdf", 2, "The recommendation comes last"),
        Picture("scorecard-filled", "a4", CARD, 1, "The same file, typed", filled=True),
    ),
    "The guide: used while talking": (
        Picture("guide-first", "a4", "guides/engineering.pdf", 1, "Read in five minutes"),
        Picture("guide", "a4", "guides/engineering.pdf", 3, "One question, one page"),
        Picture("guide-last", "a4", "guides/engineering.pdf", 8, "What not to ask in this country"),
    ),
    "The brief: the plan, and who covers what": (
        Picture("brief", "a4", "brief.pdf", 1, "The plan as a picture"),
        Picture("brief-coverage", "a4", "brief.pdf", 2, "Coverage and structure score"),
        Picture("brief-check-list", "a4", "brief.pdf", 3, "Check-list by date"),
    ),
    "The work sample: looks like the real thing": (
        Picture("work-sample", "a4", "work-samples/agent-run.pdf", 1, "The task"),
        Picture("work-sample-trace", "a4", "work-samples/agent-run.pdf", 2, "A trace"),
        Picture("work-sample-diff", "a4", "work-samples/agent-run.pdf", 3, "Specification and change"),
    ),
    "The debrief and the candidate's page": (
        Picture("debrief", "a4", "debrief.pdf", 1, "Ratings side by side, the mean in three steps"),
        Picture("debrief-decision", "a4", "debrief.pdf", 2, "Decision and reasons"),
        Picture("candidate", "a4", "candidate.pdf", 1, "What the candidate is told"),
    ),
    "Other paper, larger print, other labels": (
        Picture("scorecard-letter", "letter", "scorecards/engineering.pdf", 1, "US Letter"),
        Picture("scorecard-large", "large", "scorecards/engineering.pdf", 3, "Large print: 16 points"),
        Picture("scorecard-german", "german", "scorecards/engineering.pdf", 1, "German"),
    ),
}
"""Heading to a row of pictures."""


def main() -> None:
    """Write every picture and the page around them."""
    (DOCS / "pictures").mkdir(parents=True, exist_ok=True)
    for old in (DOCS / "pictures").glob("*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory() as out:
        kits = dict(build_kits(Path(out)))
        for picture in (picture for row in PICTURES.values() for picture in row):
            image = drawn(kits[picture.kit], picture)
            image.convert("L").quantize(GREYS).save(DOCS / "pictures" / f"{picture.name}.png", optimize=True)
            print(f"wrote docs/pictures/{picture.name}.png")
    (DOCS / "gallery.md").write_text(page(), encoding="utf-8")
    print("wrote docs/gallery.md")


def build_kits(out: Path) -> Iterator[tuple[str, Path]]:
    """The example's kit in every look that the gallery shows: name to folder."""
    layers = find_layers(None, None, out)
    german = out / "claims-assistant.yaml"
    german.write_text(f"{EXAMPLE.read_text(encoding='utf-8')}language: de\n", encoding="utf-8")
    yield "a4", build_kit(BuildRequest(EXAMPLE, out / "a4", PrintOptions(layers, Paper.A4))).folder
    yield (
        "letter",
        build_kit(BuildRequest(EXAMPLE, out / "letter", PrintOptions(layers, Paper.LETTER))).folder,
    )
    yield (
        "large",
        build_kit(BuildRequest(EXAMPLE, out / "large", PrintOptions(layers, large_print=True))).folder,
    )
    yield "german", build_kit(BuildRequest(german, out / "german", PrintOptions(layers))).folder


def drawn(kit: Path, picture: Picture) -> Image.Image:
    """The page as a picture, filled in where the gallery wants it so."""
    with pypdfium2.PdfDocument(kit / picture.document) as pdf:
        pdf.init_forms()
        shown = pdf[picture.page - 1]
        if picture.filled:
            fill(kit, picture, pdf, shown)
        image: Image.Image = shown.render(scale=DOTS_PER_INCH / POINTS_PER_INCH).to_pil()
        return image


def fill(kit: Path, picture: Picture, pdf: pypdfium2.PdfDocument, shown: pypdfium2.PdfPage) -> None:
    """Click and type as a person does in a viewer; `kit.json` says where."""
    record = KitRecord.model_validate_json((kit / "kit.json").read_bytes())
    sheet = next(sheet for sheet in record.sheets if sheet.path == picture.document)
    form = pdf.formenv.raw
    click = clicker(form, shown)
    for field in record.pages_of(sheet)[picture.page - 1].fields:
        if field.name in NOTES:
            click(field.rect)
            for letter in NOTES[field.name]:
                pdfium.FORM_OnChar(form, shown.raw, ord("\r" if letter == "\n" else letter), 0)
        elif field.state and TICKS.get(field.name) == field.state:
            click(field.rect)
    pdfium.FORM_ForceToKillFocus(form)


def clicker(form: object, shown: pypdfium2.PdfPage) -> Callable[[Rect], None]:
    """A function that clicks into the middle of a rectangle in points from the top left."""

    def click(rect: Rect) -> None:
        left, top, right, bottom = rect
        place = (left + right) / 2, shown.get_height() - (top + bottom) / 2
        for event in (pdfium.FORM_OnMouseMove, pdfium.FORM_OnLButtonDown, pdfium.FORM_OnLButtonUp):
            event(form, shown.raw, 0, *(ctypes.c_double(edge) for edge in place))

    return click


def page() -> str:
    """docs/gallery.md."""
    parts = [
        "# Gallery",
        "Pages of the kit that `make demo` builds, drawn by `make gallery`. The candidate is made up.",
    ]
    for heading, row in PICTURES.items():
        cells = " | ".join(f"![{p.caption}](pictures/{p.name}.png)" for p in row)
        captions = " | ".join(p.caption for p in row)
        parts += [f"## {heading}", f"| {captions} |\n|{'---|' * len(row)}\n| {cells} |"]
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    main()
