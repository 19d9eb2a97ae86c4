"""WeasyPrint alone, as its documentation shows, with tags and form fields as the kit has them.

Run as a program it turns the HTML files of a folder into PDF files beside them; it imports nothing of
InterviewKit, so that its start costs what WeasyPrint's does.
"""

import sys
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

import weasyprint
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

TEMPLATES = Path(__file__).parent.parent / "templates"
BASE_URL = "https://assets.interviewkit.invalid/"


class PackagedAssets(URLFetcher):  # type: ignore[misc]
    """Serves the files of the template folder, which the pages name by a URL."""

    def fetch(self, url: str, headers: object = None) -> object:  # noqa: ARG002
        """The asset at `url`."""
        return URLFetcherResponse(url, (TEMPLATES / urlsplit(url).path.lstrip("/")).read_bytes())


class Bare:
    """WeasyPrint with one font configuration for all pages."""

    def __init__(self) -> None:
        self._fonts = FontConfiguration()

    def pdf(self, page: str) -> bytes:
        """The page laid out and written."""
        html = weasyprint.HTML(string=page, base_url=BASE_URL, url_fetcher=PackagedAssets())
        data = html.write_pdf(font_config=self._fonts, pdf_variant="pdf/ua-1", pdf_forms=True)
        return bytes(data)


def bare_weasyprint(pages: Iterable[str]) -> None:
    """Each page through WeasyPrint; the files go nowhere."""
    bare = Bare()
    for page in pages:
        bare.pdf(page)


def main() -> None:
    """Every HTML file of a folder to a PDF file beside it."""
    bare = Bare()
    for path in sorted(Path(sys.argv[1]).rglob("*.html")):
        path.with_suffix(".pdf").write_bytes(bare.pdf(path.read_text(encoding="utf-8")))


if __name__ == "__main__":
    main()
