"""HTML to tagged PDF: the only module that imports WeasyPrint."""

import atexit
import importlib.metadata
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import Any, Protocol
from urllib.parse import urlsplit

from interviewkit.errors import OutputError, RefusedUrlError
from interviewkit.tags.details import complete
from interviewkit.tags.tree import ARTIFACT, SOURCE
from interviewkit.units import POINTS_PER_PX, Rect

Build = Callable[..., Iterator[Any]]

_NOTDEF = ".notdef glyph"
_AT_ONCE = 400
"""So many texts are laid out together: thousands of candidates' names would need hundreds of megabytes."""
_NO_IMAGE = ("Failed to load image", "Failed to render SVG image")


class Assets(Protocol):
    """What a document may load: nothing but what stands here exists for it."""

    @property
    def base_url(self) -> str:
        """What relative URLs in documents are relative to."""
        ...

    def read(self, url: str) -> bytes:
        """The bytes of a URL; raises RefusedUrlError for all that is not ours."""
        ...


@dataclass(frozen=True)
class RenderedPdf:
    """A PDF as laid out: its bytes, pages, page size and element positions in points, and what the log said.

    Its streams are not compressed: whoever finishes it does that, and quicker than WeasyPrint. `anchors` maps
    the id of an element to its page (from 1) and its border box.
    """

    data: bytes
    pages: int
    page_size: tuple[float, float]
    anchors: Mapping[str, tuple[int, Rect]]
    warnings: tuple[str, ...]

    @property
    def missing_images(self) -> int:
        """How many images could not be drawn; WeasyPrint leaves them out with a warning."""
        return sum(warning.startswith(_NO_IMAGE) for warning in self.warnings)


def weasyprint_version() -> str:
    """The installed version, without importing WeasyPrint."""
    return importlib.metadata.version("weasyprint")


def render_pdf(html: str, assets: Assets, identifier: bytes) -> RenderedPdf:
    """Lay out HTML as tagged PDF (PDF/UA-1); the same HTML and identifier give the same bytes.

    Raises RefusedUrlError where the document asks for anything that `assets` does not have, OutputError where
    WeasyPrint's libraries or room for its temporary files are missing.
    """
    weasyprint = _weasyprint()
    fetcher = _fetcher(assets)
    with _collected_warnings() as warnings, _temporary_files():
        document = weasyprint.HTML(string=html, base_url=assets.base_url, url_fetcher=fetcher).render(
            font_config=_font_configuration(), pdf_variant="pdf/ua-1", pdf_forms=True
        )
        with _completed_tags(document):
            data = document.write_pdf(
                pdf_variant="pdf/ua-1", pdf_identifier=identifier, pdf_forms=True, uncompressed_pdf=True
            )
    if fetcher.refused:
        raise RefusedUrlError(fetcher.refused[0])
    first = document.pages[0]
    return RenderedPdf(
        data=data,
        pages=len(document.pages),
        page_size=(first.width * POINTS_PER_PX, first.height * POINTS_PER_PX),
        anchors=dict(_positions(document.pages)),
        warnings=tuple(warnings),
    )


def lay_out_pages(html: str, assets: Assets) -> list[bytes]:
    """Lay out HTML as plain pages without tags or form, each a file: parts of documents that have both.

    Raises RefusedUrlError and OutputError like `render_pdf`. *Why* files: the pages of one file share fonts,
    and each would tell of the letters of all others.
    """
    weasyprint = _weasyprint()
    fetcher = _fetcher(assets)
    with _collected_warnings(), _temporary_files():
        page = weasyprint.HTML(string=html, base_url=assets.base_url, url_fetcher=fetcher)
        document = page.render(font_config=_font_configuration())
        pages = [document.copy([page]).write_pdf(pdf_identifier=b"interviewkit") for page in document.pages]
    if fetcher.refused:
        raise RefusedUrlError(fetcher.refused[0])
    return pages


def unprintable_characters(texts: Iterable[str], stylesheet: str, assets: Assets) -> dict[str, str]:
    """For each text with characters that no available font can show, those characters.

    The texts are really laid out, so the answer is what the paper would show: hundreds at once, and one by
    one only where something is missing. `stylesheet` names the fonts.
    """

    def missing(*paragraphs: str) -> str:
        body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
        page = f"<html lang=en><title>-</title><style>{stylesheet}</style>{body}</html>"
        warnings = render_pdf(page, assets, b"interviewkit").warnings
        return "".join(dict.fromkeys(warning.split('"')[1] for warning in warnings if _NOTDEF in warning))

    distinct = tuple(dict.fromkeys(texts))
    batches = (distinct[start : start + _AT_ONCE] for start in range(0, len(distinct), _AT_ONCE))
    doubtful = (text for batch in batches if missing(*batch) for text in batch)
    return {text: characters for text in doubtful if (characters := missing(text))}


def image_fault(url: str, assets: Assets) -> str | None:
    """What is wrong with an image, None where it can be shown: it is really drawn."""
    image = f'<img alt="-" src="{escape(url)}" style="width: 40mm; height: 15mm">'
    page = f"<html lang=en><title>-</title>{image}</html>"
    try:
        return "cannot be drawn" if render_pdf(page, assets, b"interviewkit").missing_images else None
    except RefusedUrlError as error:
        return f"asks for {error}"


def _positions(pages: Iterable[Any]) -> Iterator[tuple[str, tuple[int, Rect]]]:
    for number, page in enumerate(pages, start=1):
        for name, box in page.anchors.items():
            left, top, right, bottom = (edge * POINTS_PER_PX for edge in box)
            yield name, (number, (left, top, right, bottom))


@contextmanager
def _completed_tags(document: Any) -> Iterator[None]:
    """Let the tags of a document say what only the HTML knows, while it is written.

    *Why*: WeasyPrint tags neither `lang`, `scope` nor `aria-hidden`, and has no hook for it. Its tree builder
    calls itself through its module, so a function in its place sees every element with its box. This is the
    one private name that we use: a test fails when it goes, and `pyproject.toml` pins the major version.
    """
    from weasyprint.pdf import tags

    build = tags._build_box_tree  # noqa: SLF001
    tags._build_box_tree = _completing(build, document, tags.pydyf)  # noqa: SLF001
    try:
        yield
    finally:
        tags._build_box_tree = build  # noqa: SLF001


def _completing(build: Build, document: Any, pydyf: Any) -> Build:
    """`build` that completes each element once: they pass through the calls of their ancestors as well."""
    sources: dict[int, int] = {}
    margin: list[str] = []

    def completed(box: Any, parent: Any, pdf: Any, page: int, *rest: Any) -> Iterator[Any]:
        at_keyword = getattr(box, "at_keyword", "")
        if at_keyword:
            margin.append("Footer" if at_keyword.startswith("@bottom") else "Header")
        for element in build(box, parent, pdf, page, *rest):
            if SOURCE not in element:
                number = sources.setdefault(id(box.element), len(sources))
                element[SOURCE] = pydyf.String(f"{number} {box.element_tag}")
                if margin:
                    element[ARTIFACT] = f"/{margin[-1]}"
                complete(element, box, document.metadata.lang, document.pages[page].height, pydyf)
            yield element
        if at_keyword:
            margin.pop()

    return completed


def load_weasyprint() -> None:
    """Load WeasyPrint before it is needed; that a library is missing is told when it is."""
    with suppress(OutputError):
        _weasyprint()


@cache
def _weasyprint() -> Any:
    try:
        import weasyprint
    except OSError as error:
        library = str(error).split(":")[0].split("'")[1] if "'" in str(error) else str(error)
        message = f"cannot render PDF: the library `{library}` is missing"
        hint = "install Pango (Debian, Ubuntu: libpango-1.0-0 libpangoft2-1.0-0; Fedora, macOS: pango)"
        raise OutputError(f"{message}; {hint}") from None
    return weasyprint


@cache
def _font_configuration() -> Any:
    """One for the whole run: the packaged fonts are read once, and their temporary copies go at its end."""
    _weasyprint()
    from weasyprint.text.fonts import FontConfiguration

    configuration = FontConfiguration()
    atexit.register(configuration.__del__)  # also where nobody collects garbage any more
    return configuration


def _fetcher(assets: Assets) -> Any:
    """WeasyPrint's own fetcher class with every protocol replaced by `assets`."""
    _weasyprint()
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class AssetFetcher(URLFetcher):  # type: ignore[misc]
        """Serves packaged assets, remembers what it refused."""

        def __init__(self) -> None:
            super().__init__(allowed_protocols=())
            self.refused: list[str] = []

        def fetch(self, url: str, headers: object = None) -> Any:  # noqa: ARG002
            """The asset at `url`; anything else is refused and remembered."""
            try:
                return URLFetcherResponse(url, assets.read(url), _content_type(url))
            except RefusedUrlError as error:
                self.refused.append(str(error))
                raise ValueError(str(error)) from None

    return AssetFetcher()


def _content_type(url: str) -> dict[str, str]:
    """WeasyPrint takes a style sheet only by this; it looks into images itself."""
    return {"Content-Type": "text/css"} if urlsplit(url).path.endswith(".css") else {}


@contextmanager
def _temporary_files() -> Iterator[None]:
    """WeasyPrint writes fonts to temporary files: nothing else of a rendering touches the disk."""
    try:
        yield
    except OSError as error:
        message = f"cannot render PDF: {error.strerror or error}"
        hint = "make room for temporary files, or name another folder for them with TMPDIR"
        raise OutputError(f"{message}; {hint}") from None


@contextmanager
def _collected_warnings() -> Iterator[list[str]]:
    """What WeasyPrint and its font tools log at WARNING and above, kept off the terminal."""
    messages: list[str] = []

    class Collector(logging.Handler):
        """Keeps each message as text."""

        def emit(self, record: logging.LogRecord) -> None:
            """Keep the record's message."""
            messages.append(record.getMessage())

    logger, handler = logging.getLogger("weasyprint"), Collector(logging.WARNING)
    propagate, old_handlers = logger.propagate, logger.handlers[:]
    logger.propagate, logger.handlers = False, [handler]
    try:
        yield messages
    finally:
        logger.propagate, logger.handlers = propagate, old_handlers
