"""What an opening, a rubric, a logo or a template may try, and what comes of it: text, or one line."""

import os
import re
import select
import socket
import struct
import tempfile
import zlib
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
import weasyprint
import yaml

from interviewkit.builtin import builtin_folder
from interviewkit.compose.kit import compose_kit
from interviewkit.documents import Look, documents_of, shared_context, sheets_of
from interviewkit.html import open_templates, render_html
from interviewkit.inputs import load_inputs
from interviewkit.language import open_language
from interviewkit.library import open_library
from interviewkit.models.jurisdiction import Paper

Run = Callable[..., Any]
Write = Callable[..., Path]
SMALL_RUBRICS = Path(__file__).resolve().parent / "small_rubrics"


@pytest.fixture
def port() -> Iterator[int]:
    """A port of this machine on which somebody listens; a test fails if anything ever calls there."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]
        called, _, _ = select.select([server], [], [], 0)
        assert not called, "a document called the network"


# --- free text is printed as it was written --------------------------------------------------------------

PAYLOADS = [
    "</title></style></p><script>alert(1)</script>{{ 7*7 }}{% include '/etc/passwd' %}{# gone #}",
    "<link rel=attachment href=file:///etc/passwd><img src=http://127.0.0.1/x><style>@import url(x)</style>",
    "<svg><image href=http://127.0.0.1/x /></svg><a href=http://127.0.0.1/>{domain} & {product}</a>",
    '" onload="a()" \' --> ]]> */ } body{display:none} \\0 <!-- &lt; &#60;',
]

OPENING = """\
role: small
seniority: mid
title: X1
organisation: {name: X2}
country: GB
contact: X3
team: {mission: X4, domain: X5, product: X6, technology: enabler}
panel:
- {name: X7, id: first, stages: [only]}
- {name: X13, id: second, stages: [only, more]}
candidates:
- {id: C-1, name: X8}
changes:
  stages: {only: {interviewer: X9}}
  add_stages:
  - {id: more, title: X10, purpose: X11, interviewer: X12, minutes: 30, competencies: [building]}
"""


def opening_with(payload: str) -> str:
    """The opening with the payload in every field that takes free text, each after its own mark."""
    data = yaml.safe_load(OPENING)

    def filled(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: filled(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [filled(inner) for inner in value]
        return f"{value} {payload}" if re.fullmatch(r"X\d+", str(value)) else value

    return yaml.safe_dump(filled(data), allow_unicode=True)


FREE_TEXT = """
    name mission statement changes definition look_for title purpose interviewer because ask follow_ups probes
    level_1 level_2 level_3 level_4 level_5 levels_1_2 levels_4_5 weak strong rules brief tasks caption text
    columns rows what how_to_run what_is_in_it hints
"""
FREE_KEYS = frozenset(re.findall(r"\w+", FREE_TEXT))
"""The keys of rubric files under which any text may stand."""


def rubrics_with(payload: str, folder: Path) -> Path:
    """A copy of the small rubrics with the payload behind every free text."""

    def filled(value: Any, *, free: bool = False) -> Any:
        if isinstance(value, dict):
            return {key: filled(inner, free=key in FREE_KEYS) for key, inner in value.items()}
        if isinstance(value, list):
            return [filled(inner, free=free) for inner in value]
        return f"{value} {payload}" if free and isinstance(value, str) else value

    for path in SMALL_RUBRICS.rglob("*.yaml"):
        target = folder / path.relative_to(SMALL_RUBRICS)
        target.parent.mkdir(parents=True, exist_ok=True)
        data = filled(yaml.safe_load(path.read_text(encoding="utf-8")))
        target.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    return folder


class Page(HTMLParser):
    """The elements of a document, each with the names of its attributes; its text; its style sheets."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: set[tuple[str, frozenset[str]]] = set()
        self.text, self.style, self._inside = "", "", ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add((tag, frozenset(name for name, _ in attrs) - {"class", "style"}))
        self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        self._inside = "" if tag == self._inside else self._inside

    def handle_data(self, data: str) -> None:
        if self._inside == "style":
            self.style += data
        else:
            self.text += data


def pages_of(opening: Path, rubrics: Path) -> dict[str, Page]:
    """Every document of the kit as HTML, with the real templates."""
    inputs = load_inputs(opening, open_library([rubrics]))
    kit = compose_kit(inputs.rubric, inputs.opening, inputs.jurisdiction.value, inputs.opening_id)
    templates = (builtin_folder("templates"),)
    look = Look(open_language("en", "GB", templates), Paper.A4)
    shared = shared_context(kit, "0" * 12, look, {}, has_logo=inputs.logo is not None)
    environment = open_templates(templates, look.language)
    sheets = sheets_of(kit, "0" * 12, inputs.opening.value.candidates, look)
    return {
        document.path: Page(render_html(environment, document.template, {**shared, **document.context}))
        for document in documents_of(kit, sheets, look)
    }


@pytest.mark.parametrize(
    "colour", ["red", "'#fff'", "'#0b5d6b} body{display:none}'", "'url(file:///etc/passwd)'"]
)
def test_a_colour_is_six_digits_and_no_style_sheet(interviewkit: Run, small: Write, colour: str) -> None:
    small(base=small().read_text(encoding="utf-8").replace("Works}", f"Works, colour: {colour}}}"))
    outcome = interviewkit("build", "opening.yaml")
    assert (outcome.code, outcome.err.count("\n")) == (1, 1)
    assert outcome.err.startswith("opening.yaml:4:45: IK013 `organisation.colour` is ")


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """The documents of an opening that attacks nobody."""
    opening = tmp_path_factory.mktemp("plain") / "opening.yaml"
    opening.write_text(OPENING, encoding="utf-8")
    return pages_of(opening, SMALL_RUBRICS)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_every_free_text_of_an_opening_reaches_the_documents_as_text(
    tmp_path: Path, plain: dict[str, Page], payload: str
) -> None:
    opening = tmp_path / "opening.yaml"
    opening.write_text(opening_with(payload), encoding="utf-8")
    attacked = pages_of(opening, SMALL_RUBRICS)
    text = squeezed("".join(page.text for page in attacked.values()))
    for mark in re.findall(r"X\d+", OPENING):
        assert squeezed(f"{mark} {payload}") in text, mark
    assert_same_elements(plain, attacked, payload)


def assert_same_elements(plain: dict[str, Page], attacked: dict[str, Page], payload: str) -> None:
    known = {element for page in plain.values() for element in page.elements}
    assert plain.keys() == attacked.keys()
    for path, page in attacked.items():
        assert page.elements <= known, path
        assert squeezed(payload) not in squeezed(page.style), path


@pytest.mark.parametrize("payload", PAYLOADS[:2])
def test_every_text_of_a_rubric_reaches_the_documents_as_text(
    tmp_path: Path, plain: dict[str, Page], payload: str
) -> None:
    opening = tmp_path / "opening.yaml"
    opening.write_text(OPENING, encoding="utf-8")
    attacked = pages_of(opening, rubrics_with(payload, tmp_path / "rubrics"))
    for path in ("brief.pdf", "guides/only.pdf", "scorecards/only.pdf", "work-samples/fault.pdf"):
        assert squeezed(attacked[path].text).count(squeezed(payload)) > 3, path
    assert_same_elements(plain, attacked, payload)


def assert_harmless(path: Path) -> None:
    """The PDF holds no file, no script and nothing that leads out of it."""
    with pikepdf.open(path) as pdf:
        assert not pdf.attachments
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary):
                assert not thing.keys() & {
                    "/URI",
                    "/EmbeddedFiles",
                    "/EF",
                    "/AF",
                    "/JS",
                    "/OpenAction",
                    "/AA",
                }
                assert str(thing.get("/S")) not in {"/URI", "/Launch", "/JavaScript", "/GoToR", "/SubmitForm"}


def text_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return "".join(page.get_textpage().get_text_range() for page in pdf)


SHOW_ALL = """\
{% extends "base.html" %}
{% block name %}Everything{% endblock %}
{% block content %}
<p>{{ kit.team.mission }}</p><p>{{ kit.team.domain }}</p><p>{{ kit.team.product }}</p><p>{{ kit.contact }}</p>
{% for stage in kit.stages %}<p>{{ stage.title }}</p><p>{{ stage.purpose }}</p><p>{{ stage.interviewer }}</p>
{% for person in stage.panel %}<p>{{ person.name }}</p>{% endfor %}{% endfor %}
{% endblock %}
"""


def test_an_attack_in_every_field_is_printed_and_does_nothing(
    interviewkit: Run, small: Write, tmp_path: Path, port: int
) -> None:
    payload = f"<link rel=attachment href=file:///etc/passwd><img src=http://127.0.0.1:{port}/x>{{{{7*7}}}}"
    small(base=opening_with(payload))
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/brief.html").write_text(SHOW_ALL)
    reason = ("--no-check", "these words attack the templates")
    outcome = interviewkit("build", "opening.yaml", "--templates", "templates", *reason)
    assert (outcome.code, outcome.err) == (0, "")
    kit = tmp_path / "output/opening"
    brief = squeezed(text_of(kit / "brief.pdf"))
    card = squeezed(text_of(kit / "scorecards/C-1/only--second.pdf"))
    for mark in re.findall(r"X\d+", OPENING):
        assert squeezed(f"{mark} {payload}") in (card if mark == "X8" else brief), mark
    for path in kit.rglob("*.pdf"):
        assert_harmless(path)


# --- documents load nothing from outside -----------------------------------------------------------------

LOADS = [
    "<img src=http://127.0.0.1:PORT/x>",
    "<img src=http://127.0.0.1:PORT/ours.svg>",
    "<img src=file:///ours.svg>",
    "<img src=file:///etc/passwd>",
    "<img src=//127.0.0.1:PORT/x>",
    "<img src=https://assets.interviewkit.invalid@127.0.0.1:PORT/x.svg>",
    "<img src=data:image/svg+xml,%3Csvg%3E%3C/svg%3E>",
    "<img src=ftp://127.0.0.1:PORT/x>",
    "<img src=../secret.svg>",
    "<img src=%2e%2e/secret.svg>",
    "<img src=%2e%2e%2fsecret.svg>",
    "<img src=/etc/passwd>",
    "<img src=link.svg>",
    "<img src=links/secret.svg>",
    "<img src=secret.txt>",
    "<object data=http://127.0.0.1:PORT/x></object>",
    "<embed src=http://127.0.0.1:PORT/x>",
    "<svg width=9 height=9><image width=9 height=9 href=http://127.0.0.1:PORT/x /></svg>",
    "<link rel=attachment href=file:///etc/passwd>",
    "<a rel=attachment href=file:///etc/passwd>a</a>",
    "<link rel=stylesheet href=http://127.0.0.1:PORT/x>",
    "<link rel=stylesheet href=file:///etc/passwd>",
    "<style>@import url(http://127.0.0.1:PORT/x)</style>",
    "<style>@font-face{font-family:a;src:url(http://127.0.0.1:PORT/x)} p{font-family:a}</style>",
    "<p style='background:url(http://127.0.0.1:PORT/x)'>",
    "<ul style='list-style-image:url(file:///etc/passwd)'><li>a</ul>",
    "<style>p::before{content:url(http://127.0.0.1:PORT/x)}</style>",
    "<style>@page{background:url(file:///etc/passwd)}</style>",
]


@pytest.mark.parametrize("load", LOADS)
def test_a_template_that_loads_something_from_outside_is_named(
    interviewkit: Run, small: Write, tmp_path: Path, port: int, load: str
) -> None:
    small()
    before = sorted(path.name for path in tmp_path.iterdir())
    templates = tmp_path / "templates"
    templates.mkdir()
    for secret in (tmp_path / "secret.svg", templates / "secret.txt", templates / "ours.svg"):
        secret.write_text("<svg xmlns='http://www.w3.org/2000/svg'><text>secret</text></svg>")
    (templates / "link.svg").symlink_to(tmp_path / "secret.svg")
    (templates / "links").symlink_to(tmp_path)
    html = f"<html lang=en><title>-</title>{load.replace('PORT', str(port))}<p>a</p></html>"
    (templates / "brief.html").write_text(html)
    outcome = interviewkit("build", "opening.yaml", "--templates", "templates")
    assert (outcome.code, outcome.out) == (1, "")
    assert re.fullmatch(r"brief\.html:1:1: IK050 the document asks for `[^`\n]+`; [^\n]+\n", outcome.err)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*before, "secret.svg", "templates"])


@pytest.mark.parametrize("load", LOADS)
def test_each_of_these_loads_is_real(load: str) -> None:
    """WeasyPrint does ask for every one of them: it is our answer that keeps them out."""
    asked: list[str] = []

    class Recorder(weasyprint.urls.URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> Any:  # noqa: ARG002
            asked.append(url)
            raise ValueError(url)

    html = f"<html lang=en><title>-</title>{load.replace('PORT', '9')}<p>a</p></html>"
    weasyprint.HTML(string=html, base_url="https://x.invalid/", url_fetcher=Recorder()).write_pdf()
    assert len(asked) > 0


def test_files_of_the_templates_can_be_loaded(interviewkit: Run, small: Write, tmp_path: Path) -> None:
    small()
    (tmp_path / "templates/parts").mkdir(parents=True)
    (tmp_path / "templates/parts/ours.svg").write_text(
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><text>drawn</text></svg>"
    )
    (tmp_path / "templates/parts/ours.css").write_text("p::before { content: 'styled' }")
    head = "<html lang=en><title>-</title><link rel=stylesheet href=parts/ours.css>"
    (tmp_path / "templates/brief.html").write_text(f"{head}<img alt=a src=parts/ours.svg><p>a</p></html>")
    outcome = interviewkit("build", "opening.yaml", "--templates", "templates")
    assert (outcome.code, outcome.err) == (0, "")
    assert re.search(r"styled", text_of(tmp_path / "output/opening/brief.pdf"))


BROKEN_IMAGES = [
    "<img alt=a src=broken.svg>",
    "<img alt=a src=broken.png>",
    "<svg width=9 height=9><g id=a><use href='#a'/></g></svg>",
]


@pytest.mark.parametrize("image", BROKEN_IMAGES)
def test_a_document_without_one_of_its_images_is_no_document(
    interviewkit: Run, small: Write, tmp_path: Path, image: str
) -> None:
    """WeasyPrint would leave it out with a warning; the QR code of a scorecard is such an image."""
    small()
    (tmp_path / "templates").mkdir()
    for name in ("broken.svg", "broken.png"):
        (tmp_path / "templates" / name).write_text("<svg")
    (tmp_path / "templates/brief.html").write_text(f"<html lang=en><title>-</title>{image}</html>")
    outcome = interviewkit("build", "opening.yaml", "--templates", "templates")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("brief.html:1:1: IK050 an image of `brief.pdf` cannot be drawn; ")
    assert not (tmp_path / "output").exists()


UNREADABLE = """
import os, pathlib, sys
from interviewkit.preparing import _template_digests
if os.getuid() == 0:
    os.setuid(65534)
_template_digests([pathlib.Path(sys.argv[1])])
"""


def test_a_template_that_may_not_be_read_is_named(in_python: Run) -> None:
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        (Path(name) / "brief.html").touch(mode=0o000)
        outcome = in_python("-c", UNREADABLE, name)
    said = (
        f"InputError: {name}/brief.html:1:1: IK002 cannot be read (Permission denied); check its permissions"
    )
    assert outcome.err.splitlines()[-1].endswith(said)


# --- templates stay in their sandbox ---------------------------------------------------------------------

PICKLE = "cos\\nmkdir\\n(S'broken-out'\\ntR."

ESCAPES = [
    "{{ ''.__class__.__mro__ }}",
    "{{ ''['__class__'] }}",
    "{{ kit|attr('__class__')|string }}{{ (kit|attr('__class__')).__name__ }}",
    "{{ kit.__init__.__globals__ }}",
    "{{ '{0.__class__.__mro__}'.format(kit) }}",
    "{{ ('{0.__class__}'|escape).format(kit) }}",
    "{{ '{k.__class__}'.format_map({'k': kit}) }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ lipsum.__globals__ }}",
    "{{ self.__init__.__globals__ }}",
    "{{ ([kit]|map(attribute='__class__')|first).__name__ }}",
    "{{ kit.parse_file('/etc/passwd') }}",
    "{{ (kit|attr('parse_file'))('/etc/passwd') }}",
    "{{ ([kit]|map(attribute='parse_file')|first)('/etc/passwd') }}",
    "{{ kit['parse_file']('/etc/passwd') }}",
    f'{{{{ kit.parse_raw("{PICKLE}".encode(), content_type="application/pickle", allow_pickle=true) }}}}',
    "{{ kit.stages[0].model_construct() }}",
    "{{ kit.model_copy(update={'title': 'x'}).title }}",
]


@pytest.mark.parametrize("escape", ESCAPES)
def test_a_template_that_reaches_for_python_is_stopped_at_its_line(
    interviewkit: Run, small: Write, tmp_path: Path, escape: str
) -> None:
    small()
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/brief.html").write_text(f"<html lang=en>\n<title>-</title>\n{escape}</html>")
    outcome = interviewkit("build", "opening.yaml", "--templates", "templates")
    assert (outcome.code, outcome.out) == (1, "")
    start = "templates/brief.html:3:1: IK050 the template fails: SecurityError: access to attribute"
    assert (outcome.err.startswith(start), outcome.err.count("\n")) == (True, 1)
    assert not (tmp_path / "broken-out").exists()


INCLUDES = [
    "/etc/passwd",
    "../secret.html",
    "../../../../etc/passwd",
    "links/secret.html",
    "link.html",
    "./../secret.html",
    "..\\secret.html",
    "brief.html/../../secret.html",
    "secret.html",
]


@pytest.mark.parametrize("name", INCLUDES)
@pytest.mark.parametrize("tag", ["{% include NAME %}", "{% extends NAME %}", "{% import NAME as x %}"])
def test_a_template_reads_no_file_outside_its_folders(
    interviewkit: Run, small: Write, tmp_path: Path, name: str, tag: str
) -> None:
    small()
    templates = tmp_path / "templates"
    templates.mkdir()
    (tmp_path / "secret.html").write_text("secret")
    (templates / "link.html").symlink_to(tmp_path / "secret.html")
    (templates / "links").symlink_to(tmp_path)
    (templates / "brief.html").write_text(f"\n{tag.replace('NAME', repr(name))}")
    outcome = interviewkit("build", "opening.yaml", "--templates", "templates")
    assert (outcome.code, outcome.out) == (1, "")
    shown = name.replace("\\", "\\\\")
    assert re.fullmatch(r"templates/brief\.html:2:1: IK050 there is no template `[^`]+`\n", outcome.err)
    assert name in outcome.err or shown in outcome.err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\n\n{% for %}", "3:1: IK050 template syntax: Expected an expression"),
        ("\n{% if x %}", "2:1: IK050 template syntax: Unexpected end of template"),
        ("{{ 'a", "1:1: IK050 template syntax: "),
        ("\n{{ kit.titel }}", "2:1: IK050 the template fails: UndefinedError: "),
        ("\n{{ 1 / 0 }}", "2:1: IK050 the template fails: ZeroDivisionError: "),
        ("\n{% for _ in range(999999999) %}{% endfor %}", "2:1: IK050 the template fails: OverflowError: "),
        ("\n{% include 'brief.html' %}", "2:1: IK050 the template fails: RecursionError: "),
        (
            "\n{{ ('x' * 9999)|qr('x') }}",
            "2:1: IK050 the template fails: ValueError: Error 561: Input too long",
        ),
    ],
)
def test_a_broken_template_is_named_with_its_line(
    interviewkit: Run, small: Write, tmp_path: Path, text: str, said: str
) -> None:
    small()
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/brief.html").write_text(text)
    outcome = interviewkit("build", "opening.yaml", "--templates", "templates")
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (1, "", 1)
    assert outcome.err.startswith(f"templates/brief.html:{said}")


# --- the logo --------------------------------------------------------------------------------------------

SVG = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 9 9'>"
BOX = "<rect width='9' height='9'/></svg>"
LAUGHS = "".join(f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True))


def png(width: int, height: int) -> bytes:
    """A white PNG of one bit per pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\xff" * ((width + 7) // 8)) * height
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


COPIES = "".join(f"<g id='g{n + 1}'>{f'<use href={chr(34)}#g{n}{chr(34)}/>' * 10}</g>" for n in range(7))
"""Seven lines that draw ten million shapes."""

REFUSED_LOGOS: dict[str, tuple[str | bytes, str]] = {
    "copies of copies": (
        f"{SVG}<rect id='g0'/>{COPIES}<use href='#g7'/></svg>",
        "has more than 20 <use> elements",
    ),
    "image": (
        f"{SVG}<image href='http://127.0.0.1:PORT/x' width='9' height='9'/>{BOX}",
        "asks for `http://127.",
    ),
    "xlink": (
        f"{SVG}<image xlink:href='file:///etc/passwd' width='9' height='9'/>{BOX}",
        "asks for `file:///etc",
    ),
    "base": (
        f"{SVG}<image xml:base='file:///etc/' href='passwd' width='9'/>{BOX}",
        "asks for `file:///etc/passwd`",
    ),
    "data": (f"{SVG}<image href='data:image/png;base64,AA' width='9'/>{BOX}", "asks for `data:"),
    "import": (f"{SVG}<style>@import url(http://127.0.0.1:PORT/x)</style>{BOX}", "cannot be drawn"),
    "font": (
        f"{SVG}<style>@font-face {{font-family: a; src: url(http://127.0.0.1:PORT/x)}}</style>{BOX}",
        "asks for",
    ),
    "entity": (
        f"<!DOCTYPE s [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>{SVG}<text>&x;</text>{BOX}",
        "cannot be drawn",
    ),
    "laughs": (
        f"<!DOCTYPE s [<!ENTITY a '{'ha' * 99}'>{LAUGHS}]>{SVG}<text>&i;</text>{BOX}",
        "cannot be drawn",
    ),
    "itself": (f"{SVG}<g id='a'><use href='#a'/></g>{BOX}", "cannot be drawn"),
    "deep": (SVG + "<g>" * 9999 + "</g>" * 9999 + BOX, "cannot be drawn"),
    "half": (SVG, "cannot be drawn"),
    "web page": ("<html>" + BOX, "is neither SVG nor PNG"),
    "large": (f"{SVG}<!-- {'large ' * 200_000} -->{BOX}", "is larger than 1 MiB"),
    "empty": ("", "is neither SVG nor PNG"),
    "half a PNG": (png(99, 99)[:40], "cannot be drawn"),
    "many pixels": (png(9000, 9000), "has more than 16,000,000 pixels"),
}


@pytest.mark.parametrize(("logo", "said"), REFUSED_LOGOS.values(), ids=REFUSED_LOGOS)
def test_a_logo_that_cannot_be_shown_is_a_problem_at_its_line(
    interviewkit: Run, small: Write, tmp_path: Path, port: int, logo: str | bytes, said: str
) -> None:
    small(base=small().read_text().replace("Works}", "Works, logo: art/logo.svg}"))
    (tmp_path / "art").mkdir()
    data = logo if isinstance(logo, bytes) else logo.replace("PORT", str(port)).encode()
    (tmp_path / "art/logo.svg").write_bytes(data)
    outcome = interviewkit("build", "opening.yaml")
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (1, "", 1)
    assert outcome.err.startswith(f"opening.yaml:4:43: IK041 the logo {said}")
    assert not (tmp_path / "output").exists()


SHOWN_LOGOS: dict[str, str | bytes] = {
    "box": SVG + BOX,
    "script": f"{SVG}<script>alert(1)</script><a href='http://127.0.0.1:PORT/'>{BOX[:-6]}</a></svg>",
    "foreign use": f"{SVG}<use href='http://127.0.0.1:PORT/x#a'/>{BOX}",
    "style sheet": f"<?xml-stylesheet href='http://127.0.0.1:PORT/x'?>{SVG}{BOX}",
    "parameter": f"<!DOCTYPE s [<!ENTITY % x SYSTEM 'http://127.0.0.1:PORT/x'> %x;]>{SVG}{BOX}",
    "huge": f"<svg xmlns='http://www.w3.org/2000/svg' width='1e30' height='1e30'>{BOX}",
    "no size": f"<svg xmlns='http://www.w3.org/2000/svg' width='nan' height='-9' viewBox='inf 0 0 nan'>{BOX}",
    "PNG": png(99, 99),
}


def test_a_harmless_logo_is_shown_and_loads_nothing(
    interviewkit: Run, small: Write, tmp_path: Path, port: int
) -> None:
    small(base=small().read_text().replace("Works}", "Works, logo: logo.svg}"))
    (tmp_path / "templates").mkdir()
    image = '<img alt=logo style="max-width: 40mm" src="https://assets.interviewkit.invalid/logo">'
    (tmp_path / "templates/brief.html").write_text(f"<html lang=en><title>-</title>{image}</html>")
    for name, logo in SHOWN_LOGOS.items():
        data = logo if isinstance(logo, bytes) else logo.replace("PORT", str(port)).encode()
        (tmp_path / "logo.svg").write_bytes(data)
        outcome = interviewkit("build", "opening.yaml", "--templates", "templates")
        assert (name, outcome.code, outcome.err) == (name, 0, "")
        assert_harmless(tmp_path / "output/opening/brief.pdf")


@pytest.mark.parametrize(
    ("logo", "said"),
    [
        ("../secret.svg", "lies outside the opening's folder"),
        ("/etc/passwd", "lies outside the opening's folder"),
        ("art/../../secret.svg", "lies outside the opening's folder"),
        ("link.svg", "lies outside the opening's folder"),
        ("links/secret.svg", "lies outside the opening's folder"),
        ("circle.svg", ""),
        ("absent.svg", "`absent.svg` is not there"),
        ("art", "`art` is not there"),
        ("pipe.svg", "`pipe.svg` is not there"),
        ("opening.yaml", "is neither SVG nor PNG"),
        ("opening.yaml/x", "`opening.yaml/x` is not there"),
        ("https://example.org/x.svg", "`https://example.org/x.svg` is not there"),
        ("😀" * 200, "cannot be read (File name too long)"),
    ],
)
def test_a_logo_lies_beside_the_opening(
    interviewkit: Run, small: Write, tmp_path: Path, logo: str, said: str
) -> None:
    small()
    team = tmp_path / "team"
    (team / "art").mkdir(parents=True)
    (tmp_path / "secret.svg").write_text(SVG + BOX)
    (team / "link.svg").symlink_to(tmp_path / "secret.svg")
    (team / "links").symlink_to(tmp_path)
    (team / "circle.svg").symlink_to(team / "circle.svg")
    os.mkfifo(team / "pipe.svg")
    text = (
        (tmp_path / "opening.yaml").read_text(encoding="utf-8").replace("Works}", f"Works, logo: '{logo}'}}")
    )
    (team / "opening.yaml").write_text(text, encoding="utf-8")
    outcome = interviewkit("build", "team/opening.yaml")
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (1, "", 1)
    assert outcome.err.startswith(f"team/opening.yaml:4:43: IK041 the logo {said}")
    assert not (tmp_path / "output").exists()
