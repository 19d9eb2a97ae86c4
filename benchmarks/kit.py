"""The example's kit, and the HTML of everything in it that is laid out."""

from pathlib import Path

from interviewkit.build import BuildRequest, build_kit
from interviewkit.builtin import builtin_folder
from interviewkit.documents import documents_of, sheets_of
from interviewkit.html import open_templates, render_html
from interviewkit.inputs import load_inputs
from interviewkit.library import Library
from interviewkit.preparing import prepare
from interviewkit.print_options import PrintOptions
from interviewkit.project import find_layers

EXAMPLE = builtin_folder("examples") / "claims-assistant.yaml"


def build_example(out: Path) -> None:
    """Build the example's kit into `out`, in this process alone."""
    build_kit(BuildRequest(EXAMPLE, out, print_options()))


def print_options() -> PrintOptions:
    """Built-in rubrics and templates alone."""
    return PrintOptions(find_layers(None, None, EXAMPLE.parent))


def example_pages() -> dict[str, str]:
    """The HTML of every document of the kit by its path, the sheets of candidates among them.

    A build lays those over a page of no one's; here each is the whole page that somebody would lay out who
    does not.
    """
    options = print_options()
    library = Library(options.layers.rubrics, options.layers.language)
    prepared = prepare(load_inputs(EXAMPLE, library), library, options)
    kit, look = prepared.kit, prepared.look
    sheets = sheets_of(kit, prepared.digests.kit, prepared.candidates, look)
    environment = open_templates(prepared.assets.folders, look.language)
    return {
        document.path: render_html(environment, document.template, {**prepared.shared, **document.context})
        for document in documents_of(kit, sheets, look)
    }


def write_pages(folder: Path) -> int:
    """The HTML of every document as files; returns how many."""
    pages = example_pages()
    for path, html in pages.items():
        place = (folder / path).with_suffix(".html")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(html, encoding="utf-8")
    return len(pages)
