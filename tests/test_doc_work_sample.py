"""Work samples on paper: every line as it is, numbered, nothing cut off, nothing of the interviewer's."""

import ctypes
import re
from functools import cache
from typing import Any

import pypdfium2
import pytest
from pypdfium2 import raw

from interviewkit.assets import FolderAssets
from interviewkit.builtin import builtin_folder
from interviewkit.compose.kit import compose_kit
from interviewkit.documents import Look, shared_context
from interviewkit.html import open_templates, render_html
from interviewkit.inputs import load_inputs
from interviewkit.language import open_language
from interviewkit.library import open_library
from interviewkit.models.jurisdiction import Paper
from interviewkit.models.kit import Kit
from interviewkit.models.work_sample import Exhibit, ExhibitKind, Table, WorkSample
from interviewkit.pdf import RenderedPdf, render_pdf

EXAMPLE = builtin_folder("examples") / "claims-assistant.yaml"
TEMPLATES = (builtin_folder("templates"),)
SAMPLES = sorted(path.stem for path in builtin_folder("rubrics").glob("work_samples/*.yaml"))
EVERY = pytest.mark.parametrize("name", SAMPLES)
BOTH = pytest.mark.parametrize("paper", Paper)
SIZES = pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
LARGE = [(name, Paper.LETTER if name.endswith("-b") else Paper.A4) for name in SAMPLES]
"""Large print: form A on A4 and form B on Letter, since a page takes longer to lay out than to read."""

LOOKS = pytest.mark.parametrize(
    ("name", "paper", "large"),
    [
        *((name, paper, False) for name in SAMPLES for paper in Paper),
        *((name, paper, True) for name, paper in LARGE),
    ],
)
HYPHEN = "\ufffe"
"""What pdfium calls a hyphen at the end of a line."""
RUNNING = re.compile(
    r"Example Health|Senior AI Engineer, claims assistant$|Work sample · kit|page \d+ of \d+$|.*, continued$"
)
MM = 72 / 25.4
LONG_LINES = "\n".join(
    (
        "2026-09-08T10:14:06.113Z INFO  gateway request " + "accepted by the first of the workers " * 4,
        "        indented " + "further and further into the page " * 6 + "end",
        "x" * 250,
        "\tshort, after a tab",
    )
)


@cache
def kit() -> Kit:
    inputs = load_inputs(EXAMPLE, open_library())
    return compose_kit(inputs.rubric, inputs.opening, inputs.jurisdiction.value, inputs.opening_id)


@cache
def sample_of(name: str) -> WorkSample:
    return open_library().load(WorkSample, f"work_samples/{name}.yaml").value


def html_of(
    sample: WorkSample, paper: Paper, *, large: bool = False, foreign: dict[str, str] | None = None
) -> str:
    language = open_language("en", "GB", TEMPLATES)
    context = shared_context(
        kit(), "0123456789ab", Look(language, paper, large), foreign or {}, has_logo=False
    )
    environment = open_templates(TEMPLATES, language)
    return render_html(environment, "work_sample.html", {**context, "work_sample": sample})


@cache
def rendered(html: str) -> RenderedPdf:
    return render_pdf(html, FolderAssets(TEMPLATES), b"0123456789abcdef")


@cache
def document_of(name: str, paper: Paper, *, large: bool) -> RenderedPdf:
    return rendered(html_of(sample_of(name), paper, large=large))


def with_exhibit(**fields: Any) -> WorkSample:
    exhibit = Exhibit(id="a", title="Some title", **fields)
    return sample_of("agent-run").model_copy(update={"exhibits": (exhibit,)})


def lines_of(pdf: RenderedPdf) -> list[str]:
    """The lines of all pages as a reader sees them, without the running header and footer."""
    with pypdfium2.PdfDocument(pdf.data) as document:
        pages = [page.get_textpage().get_text_range().replace(HYPHEN, "-") for page in document]
    lines = [line.strip() for page in pages for line in page.splitlines()]
    return [line for line in lines if line and not RUNNING.match(line)]


def text_of(pdf: RenderedPdf) -> str:
    """All text without spaces: line breaks cut it anywhere."""
    return "".join("".join(lines_of(pdf)).split())


def font_name(text: pypdfium2.PdfTextPage, index: int) -> str:
    name, flags = ctypes.create_string_buffer(100), ctypes.c_int()
    raw.FPDFText_GetFontInfo(text, index, name, 100, flags)
    return name.value.decode()


def characters(pdf: RenderedPdf) -> list[tuple[str, float, bool, tuple[float, float], float]]:
    """Each visible character: itself, size in points, bold or not, left and right edge, width of its page."""
    found = []
    with pypdfium2.PdfDocument(pdf.data) as document:
        for page in document:
            text, matrix = page.get_textpage(), raw.FS_MATRIX()
            for index, character in enumerate(text.get_text_range()):
                if character.strip() and raw.FPDFText_GetMatrix(text, index, matrix):
                    size = raw.FPDFText_GetFontSize(text, index) * abs(matrix.d)
                    left, _, right, _ = text.get_charbox(index)
                    bold = "Bold" in font_name(text, index)
                    found.append((character, round(size, 1), bold, (left, right), page.get_width()))
    return found


# --- the four of the package ----------------------------------------------------------------------------


@EVERY
@BOTH
def test_a_work_sample_is_at_most_four_pages(name: str, paper: Paper) -> None:
    pdf = document_of(name, paper, large=False)
    assert 2 <= pdf.pages <= 4
    assert pdf.warnings == ()


@LOOKS
def test_every_line_row_and_paragraph_is_there_with_its_number(name: str, paper: Paper, large: bool) -> None:
    text = text_of(document_of(name, paper, large=large))
    for exhibit in sample_of(name).exhibits:
        place = text.rindex("".join(exhibit.title.split()))
        for number, part in enumerate(parts_of(exhibit), start=1):
            numbered = f"{number}{''.join(part.split())}"
            assert numbered in text[place:], (exhibit.id, part)
            place = text.index(numbered, place) + len(numbered)


def parts_of(exhibit: Exhibit) -> list[str]:
    if exhibit.table:
        return ["".join(row) for row in exhibit.table.rows]
    text = exhibit.text or ""
    return text.split("\n\n") if exhibit.kind is ExhibitKind.PROSE else text.rstrip().split("\n")


@LOOKS
def test_nothing_stands_outside_the_margins(name: str, paper: Paper, large: bool) -> None:
    edges = [(box, width) for *_, box, width in characters(document_of(name, paper, large=large))]
    assert min(left for (left, _), _ in edges) >= 15.5 * MM
    assert min(width - right for (_, right), width in edges) >= 15.5 * MM


@LOOKS
def test_the_candidate_sees_nothing_of_the_interviewers(name: str, paper: Paper, large: bool) -> None:
    sample = sample_of(name)
    notes = sample.notes
    secrets = [*notes.how_to_run, *notes.what_is_in_it, *notes.hints, *notes.follow_ups]
    secrets += [level for entry in sample.levels for level in entry.levels.model_dump().values()]
    secrets += [sample.id, sample.parallel, *sample.job_tasks, *(entry.competency for entry in sample.levels)]
    html = html_of(sample, paper, large=large)
    body = "".join(html[html.index("<body") :].split())
    assert [secret for secret in secrets if "".join(secret.split()) in body] == []
    assert sample.form.value not in re.findall(r"[Ff]orm\s+([AB])\b", html)


# --- long lines -----------------------------------------------------------------------------------------


@BOTH
@SIZES
@pytest.mark.parametrize("kind", ["log", "diff", "trace", "code"])
def test_a_long_line_goes_on_without_a_number_and_nothing_is_lost(
    kind: str, paper: Paper, large: bool
) -> None:
    pdf = rendered(html_of(with_exhibit(kind=kind, text=LONG_LINES), paper, large=large))
    lines = lines_of(pdf)
    start = lines.index("Exhibit A · Some title", lines.index("How to work")) + 1
    exhibit = lines[start : lines.index("Your notes")]
    numbered = [line.split()[0] for line in exhibit if re.match(r"[1-4] ?\S", line)]
    assert [number[0] for number in numbered] == ["1", "2", "3", "4"]
    assert len(exhibit) >= 8
    everything = "".join("".join(exhibit).split())
    assert everything == "".join(
        f"{number}{''.join(line.split())}" for number, line in enumerate(LONG_LINES.split("\n"), start=1)
    )
    edges = [(box, width) for *_, box, width in characters(pdf)]
    assert min(width - right for (_, right), width in edges) >= 15.5 * MM


@pytest.mark.parametrize(("text", "told"), [("short", False), ("word " * 40, True)])
def test_the_rule_about_lines_that_go_on_is_told_where_it_is_needed(text: str, told: bool) -> None:
    html = html_of(with_exhibit(kind="log", text=text), Paper.A4)
    assert ("A line without a number goes on from the line above it." in html) == told


# --- a diff in black and white, a table with units, another language ---------------------------------------


def test_what_a_diff_adds_is_bold_and_what_it_removes_is_not() -> None:
    text = "--- a.py\n+++ b.py\n@@ -1 +1 @@\n-QQQQ\n+ZZZZ\n JJJJ"
    pdf = rendered(html_of(with_exhibit(kind="diff", text=text), Paper.A4))
    weights = {
        mark: {bold for character, _, bold, *_ in characters(pdf) if character == mark} for mark in "QZJ"
    }
    assert (weights["Q"], weights["Z"], weights["J"]) == ({False}, {True}, {False})
    html = html_of(with_exhibit(kind="diff", text=text), Paper.A4)
    assert re.findall(r'<li(?: class="([\w ]+)")?>', html[html.index('class="mono"') :])[:6] == [
        "file",
        "name joined",
        "hunk joined",
        "removed joined",
        "added joined",
        "joined",
    ]


@BOTH
@SIZES
def test_figures_of_a_column_end_at_one_edge_whatever_their_unit(paper: Paper, large: bool) -> None:
    table = Table(
        columns=("Measure", "This week"), rows=(("Runs", "1,848"), ("OK", "99.8 %"), ("Time", "27.8 s"))
    )
    pdf = rendered(html_of(with_exhibit(kind="table", table=table), paper, large=large))
    edges = {round(box[1], 0) for character, _, _, box, _ in characters(pdf) if character == "8"}
    lasts = max(edges)
    assert sum(abs(box[1] - lasts) < 1 for character, *_, box, _ in characters(pdf) if character == "8") == 3


def test_an_exhibit_in_another_language_says_so() -> None:
    sample = with_exhibit(kind="log", text="started\nstopped")
    html = html_of(sample, Paper.A4, foreign={"started\nstopped": "de", "Some title": "de"})
    assert '<ol class="mono" lang="de">' in html
    assert 'Exhibit A · <span lang="de">Some title</span>' in html


# --- large print ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "paper"), LARGE)
def test_in_large_print_no_character_is_below_16_points(name: str, paper: Paper) -> None:
    pdf = document_of(name, paper, large=True)
    assert pdf.warnings == ()
    assert min(size for _, size, *_ in characters(pdf)) >= 16


@pytest.mark.parametrize(("name", "paper"), LARGE)
def test_in_large_print_every_page_lies_on_its_side(name: str, paper: Paper) -> None:
    with pypdfium2.PdfDocument(document_of(name, paper, large=True).data) as document:
        assert all(page.get_width() > page.get_height() for page in document)


# --- exhibits that go on, and what is kept together -----------------------------------------------------


def exhibit_pages(pdf: RenderedPdf) -> list[list[str]]:
    """The lines of each page of exhibits, without header and footer; "…, continued" is there."""
    with pypdfium2.PdfDocument(pdf.data) as document:
        pages = [page.get_textpage().get_text_range().replace(HYPHEN, "-") for page in document]
    kept = re.compile(RUNNING.pattern.replace("|.*, continued$", ""))
    found = [[line.strip() for line in page.splitlines() if not kept.match(line.strip())] for page in pages]
    first = next(n for n, page in enumerate(found) if any(line.startswith("Exhibit A") for line in page[:2]))
    return found[first:]


@LOOKS
def test_a_page_on_which_an_exhibit_goes_on_says_which(name: str, paper: Paper, large: bool) -> None:
    titles = [exhibit.title for exhibit in sample_of(name).exhibits]
    last = None
    for page in exhibit_pages(document_of(name, paper, large=large)):
        continued = [line.removesuffix(", continued") for line in page if line.endswith(", continued")]
        begun = [line for line in page if line in titles]
        starts_new = any(line in [*titles, "Your notes"] for line in page[:2])
        assert continued == ([] if starts_new else [last])
        last = begun[-1] if begun else last


def test_column_heads_of_a_long_trace_stand_on_each_of_its_pages() -> None:
    spans = "\n".join(f"s-{n:03}  s-001   0.1  call" for n in range(2, 160))
    trace = f"run\n\nspan   parent start call\ns-001  -       0.0  run\n{spans}"
    for large in (False, True):
        pages = exhibit_pages(
            rendered(html_of(with_exhibit(kind="trace", text=trace), Paper.A4, large=large))
        )
        with_spans = [page for page in pages if any("s-001" in line for line in page)]
        assert len(with_spans) > 2
        heads = [
            sum("span parent start call" in " ".join(line.split()) for line in page) for page in with_spans
        ]
        assert heads == [1] * len(with_spans)


@BOTH
@SIZES
@pytest.mark.parametrize("name", [name for name in SAMPLES if name.startswith("agent-run")])
def test_a_file_of_a_diff_and_a_span_with_its_children_are_on_one_page(
    name: str, paper: Paper, large: bool
) -> None:
    trace, _, diff, _ = sample_of(name).exhibits
    groups = [block.splitlines() for block in re.split(r"^(?=--- )", diff.text or "", flags=re.MULTILINE)[1:]]
    parent = {m[1]: m[2] for m in re.finditer(r"^(s-\d+) +(s-\d+)", trace.text or "", re.MULTILINE)}
    groups += [[parent[child], child] for child in parent if parent[child] != "s-01"]
    pages = ["".join("".join(page).split()) for page in exhibit_pages(document_of(name, paper, large=large))]
    for group in groups:
        parts = [
            f"{part}{parent[part]}" if part in parent else "".join(part.split()).lstrip("+-")
            for part in group
        ]
        assert any(all(part in page for part in parts) for page in pages), group


def test_a_file_too_long_for_a_page_does_not_leave_its_heading_alone() -> None:
    lines = "\n".join(f"+line {n}" for n in range(150))
    for kind, text in (("diff", f"--- /dev/null\n+++ b/a\n@@ -0,0 +1,150 @@\n{lines}"), ("code", lines)):
        for large in (False, True):
            pages = exhibit_pages(
                rendered(html_of(with_exhibit(kind=kind, text=text), Paper.A4, large=large))
            )
            assert sum("+line" in line for line in pages[0]) > 5


@EVERY
@BOTH
def test_notes_do_not_begin_a_page_in_normal_print(name: str, paper: Paper) -> None:
    pages = exhibit_pages(document_of(name, paper, large=False))
    assert not any("Your notes" in page[:2] for page in pages)


@BOTH
@pytest.mark.parametrize("count", range(2, 12))
def test_notes_never_begin_a_page_whatever_height_is_left(count: int, paper: Paper) -> None:
    """An exhibit more, longer by a line each time."""
    sample = sample_of("agent-run")
    text = "\n".join(f"line {n}" for n in range(count))
    more = Exhibit(id="more", title="More", kind=ExhibitKind.LOG, text=text)
    longer = sample.model_copy(update={"exhibits": (*sample.exhibits, more)})
    pages = exhibit_pages(rendered(html_of(longer, paper)))
    assert not any("Your notes" in page[:2] for page in pages)


# --- what the exhibits say ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [name for name in SAMPLES if name.startswith("agent-run")])
def test_the_diff_of_a_release_imports_what_it_uses(name: str) -> None:
    text = sample_of(name).exhibits[2].text or ""
    for used, imported in (
        ("adapt(", "import adapt"),
        ("within(", "import within"),
        ("call(", "import call"),
    ):
        assert used not in text or imported in text.replace("Timeout, ", "")


@EVERY
def test_quotes_are_straight_in_code_and_curly_in_prose(name: str) -> None:
    for exhibit in sample_of(name).exhibits:
        table = [cell for row in exhibit.table.rows for cell in row] if exhibit.table else []
        prose = [exhibit.title, exhibit.caption or "", *table]
        code = exhibit.text or ""
        if exhibit.kind is ExhibitKind.PROSE:
            prose, code = [*prose, code], ""
        assert not set("\"'") & set("".join(prose))
        assert not set("“”‘’") & set(code)


@pytest.mark.parametrize(
    ("kinds", "named"),
    [
        (("log", "table", "prose"), "Lines, rows and paragraphs"),
        (("diff", "table"), "Lines and rows"),
        (("trace", "prose"), "Lines and paragraphs"),
        (("table", "prose"), "Rows and paragraphs"),
        (("code",), "Lines"),
        (("table",), "Rows"),
        (("prose",), "Paragraphs"),
    ],
)
def test_only_what_a_sample_has_is_said_to_be_numbered(kinds: tuple[str, ...], named: str) -> None:
    table = Table(columns=("A", "B"), rows=(("a", "b"), ("c", "d")))
    exhibits = tuple(
        Exhibit(
            id=kind,
            title=kind,
            kind=ExhibitKind(kind),
            **({"table": table} if kind == "table" else {"text": "a"}),
        )
        for kind in kinds
    )
    html = html_of(sample_of("agent-run").model_copy(update={"exhibits": exhibits}), Paper.A4)
    assert re.findall(r"^(.+) of the exhibits are numbered", html, re.MULTILINE) == [named]


@EVERY
def test_the_labelling_guide_beside_a_diff_is_plain_text(name: str) -> None:
    looks = re.findall(r'<li class="([\w ]+)">( \d\. [^<]+)</li>', html_of(sample_of(name), Paper.A4))
    assert [look for look, _ in looks] == (["plain joined"] * 4 if "evaluation" in name else [])
