"""The example's kit, and the same HTML through WeasyPrint alone."""

from pathlib import Path

import weasyprint
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from interviewkit.assets import FolderAssets
from interviewkit.build import BuildRequest, build_kit
from interviewkit.builtin import builtin_folder
from interviewkit.project import find_layers

EXAMPLE = builtin_folder("examples") / "claims-assistant.yaml"

BARE_PROGRAM = """\
import sys
from pathlib import Path
from benchmarks.kit import bare_weasyprint
bare_weasyprint([path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[1]).rglob("*.html"))])
"""


class PackagedAssets(URLFetcher):  # type: ignore[misc]
    """Serves the template folder's files, as a build does."""

    def fetch(self, url: str, headers: object = None) -> object:  # noqa: ARG002
        """The asset at `url`."""
        return URLFetcherResponse(url, FolderAssets((builtin_folder("templates"),)).read(url))


def build_example(out: Path, *, keep_html: bool = False) -> Path:
    """Build the example's kit into `out`; the kit's folder."""
    layers = find_layers(None, None, EXAMPLE.parent)
    return build_kit(BuildRequest(EXAMPLE, out, layers, keep_html=keep_html)).folder


def kept_html(out: Path) -> list[str]:
    """The HTML of every document of the example's kit."""
    folder = build_example(out, keep_html=True)
    return [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.html"))]


def bare_weasyprint(pages: list[str]) -> None:
    """Each page through WeasyPrint as its documentation shows, with one font configuration for all."""
    fonts = FontConfiguration()
    for page in pages:
        html = weasyprint.HTML(string=page, base_url=FolderAssets(()).base_url, url_fetcher=PackagedAssets())
        html.write_pdf(font_config=fonts, pdf_variant="pdf/ua-1", pdf_forms=True)
