"""The raster self-check: a declared box passes where its ink is; elsewhere it is named with what is wrong."""

import re
from functools import cache
from io import BytesIO

import pikepdf
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from interviewkit.errors import RefusedUrlError
from interviewkit.ink_check import InkBox, InkKind, ink_faults
from interviewkit.pdf import RenderedPdf, render_pdf
from interviewkit.units import Rect

MM = 72 / 25.4
PAPERS = ("A4", "letter")
NAME = "`rating.critical_thinking` v3"
STYLE = """
@page { size: %s; margin: 0 }
* { box-sizing: border-box }
body { margin: 0; font: 8.5pt/1 sans-serif }
section { position: relative; height: 250mm }
section + section { break-before: page }
div { position: absolute }
.box { width: 4.5mm; height: 4.5mm; border: 0.75pt solid #000; background: #fff }
.area { width: 120mm; height: 17mm; border-bottom: 0.5pt solid #000 }
"""
BOX = '<div id="box" class="box" style="left: {x}mm; top: {y}mm; {style}">{inside}</div>'
AREA = '<div id="area" class="area" style="left: {x}mm; top: {y}mm; {style}">{inside}</div>'
NEAR = """
<div style="left: {right}mm; top: {y}mm; font-size: 14pt"><b>IIII</b></div>
<div style="left: {left}mm; top: {y}mm; font-size: 14pt"><b>H</b></div>
<div style="left: {x}mm; top: {above}mm; width: 60mm; height: 3mm; border-bottom: 0.75pt solid">Rate HHH</div>
<div style="left: {x}mm; top: {below}mm; width: 30mm; border-top: 0.75pt solid #000">Asks for HHH</div>
"""


class NoAssets:
    """For documents that load nothing."""

    base_url = "https://assets.interviewkit.invalid/"

    def read(self, url: str) -> bytes:
        raise RefusedUrlError(url)


@cache
def printed(*pages: str, paper: str = "A4") -> RenderedPdf:
    body = "".join(f"<section>{page}</section>" for page in pages)
    html = f"<html lang=en><title>-</title><style>{STYLE % paper}</style><body>{body}</body></html>"
    return render_pdf(html, NoAssets(), b"ink")


def drawn(element: str, x: float = 40.03, y: float = 60.07, style: str = "", inside: str = "") -> str:
    return element.format(x=x, y=y, style=style, inside=inside)


def declared(pdf: RenderedPdf, kind: InkKind = InkKind.BOX, edges: Rect = (0, 0, 0, 0)) -> InkBox:
    """The box or area where it is laid out, but for its edges moved by so many mm."""
    page, rect = pdf.anchors["box" if kind is InkKind.BOX else "area"]
    left, top, right, bottom = (edge + by * MM for edge, by in zip(rect, edges, strict=True))
    return InkBox(NAME, page, (left, top, right, bottom), 0.75 if kind is InkKind.BOX else 0.5, kind)


def said(pdf: RenderedPdf, *boxes: InkBox) -> list[str]:
    return [str(fault) for fault in ink_faults(pdf.data, boxes)]


def without_numbers(text: str) -> tuple[str, list[float]]:
    number = r"\d+\.\d\d"
    return re.sub(number, "#", text), [float(found) for found in re.findall(number, text)]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(("element", "kind"), [(BOX, InkKind.BOX), (AREA, InkKind.RULE)], ids=["box", "area"])
@pytest.mark.parametrize("by", [(0, 0), (-0.05, 0), (0.05, 0), (0, -0.05), (0, 0.05), (0.05, -0.05)])
def test_a_box_within_a_twentieth_of_a_millimetre_of_its_ink_passes(
    paper: str, element: str, kind: InkKind, by: tuple[float, float]
) -> None:
    pdf = printed(drawn(element), paper=paper)
    assert said(pdf, declared(pdf, kind, (*by, *by))) == []


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(
    ("edges", "message", "numbers"),
    [
        ((-0.15, 0, -0.15, 0), "# mm left of its ink", [0.15]),
        ((0.15, 0, 0.15, 0), "# mm right of its ink", [0.15]),
        ((0, -0.15, 0, -0.15), "# mm above its ink", [0.15]),
        ((0, 0.15, 0, 0.15), "# mm below its ink", [0.15]),
        ((0.9, -0.5, 0.9, -0.5), "# mm right of its ink and # mm above its ink", [0.9, 0.5]),
        ((0, 0, 0.15, 0), "# mm right of its ink at its right edge", [0.15]),
        (
            (0, 0, -0.3, -0.3),
            "# mm left of its ink at its right edge and # mm above its ink at its bottom edge",
            [0.3, 0.3],
        ),
        (
            (0.15, 0, -0.15, 0),
            "# mm right of its ink at its left edge and # mm left of its ink at its right edge",
            [0.15, 0.15],
        ),
    ],
)
def test_a_box_off_its_ink_is_named_with_the_side_and_the_distance(
    paper: str, edges: Rect, message: str, numbers: list[float]
) -> None:
    pdf = printed(drawn(BOX), paper=paper)
    [line] = said(pdf, declared(pdf, edges=edges))
    text, found = without_numbers(line)
    assert text == f"{NAME} lies {message}"
    assert found == pytest.approx(numbers, abs=0.0101)


@pytest.mark.parametrize(("by", "message"), [(-0.15, "# mm above its ink"), (0.15, "# mm below its ink")])
def test_a_writing_area_off_its_rule_is_named(by: float, message: str) -> None:
    pdf = printed(drawn(AREA))
    [line] = said(pdf, declared(pdf, InkKind.RULE, (0, by, 0, by)))
    text, found = without_numbers(line)
    assert text == f"{NAME} lies {message}"
    assert found == pytest.approx([0.15], abs=0.03)


@pytest.mark.parametrize(
    ("element", "kind", "style", "inside", "message"),
    [
        (BOX, InkKind.BOX, "visibility: hidden", "", "has no outline on page 1"),
        (BOX, InkKind.BOX, "border-color: #fff", "", "has no outline on page 1"),
        (BOX, InkKind.BOX, "border-color: #aaa", "", "has no outline on page 1"),
        (BOX, InkKind.BOX, "border-style: dotted", "", "has no outline on page 1"),
        (BOX, InkKind.BOX, "border-left-color: #fff", "", "has no ink along its left"),
        (BOX, InkKind.BOX, "border-top: 0; border-bottom: 0", "", "has no ink along its top and bottom"),
        (BOX, InkKind.BOX, "margin: 3mm 0 0 3mm; position: relative", "", None),
        (BOX, InkKind.BOX, "background: #000", "", "has ink inside"),
        (BOX, InkKind.BOX, "font-size: 5pt; padding: 1mm", "x", "has ink inside"),
        (BOX, InkKind.BOX, "border-width: 1.5pt", "", "has ink inside"),
        (AREA, InkKind.RULE, "border-bottom-color: #fff", "", "has no outline on page 1"),
        (AREA, InkKind.RULE, "border-bottom-style: dashed", "", "has no outline on page 1"),
        (AREA, InkKind.RULE, "padding-top: 13.5mm", "A name gypsy on the rule", None),
    ],
)
def test_what_is_drawn_decides(
    element: str, kind: InkKind, style: str, inside: str, message: str | None
) -> None:
    pdf = printed(drawn(element, style=style, inside=inside))
    assert said(pdf, declared(pdf, kind)) == ([f"{NAME} {message}"] if message else [])


@pytest.mark.parametrize("by", [(3, 0), (0, -3), (60, 60), (-60, 0), (-210, 0), (0, -297), (500, 500)])
def test_a_box_far_from_its_ink_or_off_the_page_has_no_outline(by: tuple[float, float]) -> None:
    pdf = printed(drawn(BOX))
    assert said(pdf, declared(pdf, edges=(*by, *by))) == [f"{NAME} has no outline on page 1"]


@pytest.mark.parametrize("by", [-0.9, -0.7, 0.7, 0.9])
@pytest.mark.parametrize(("element", "kind"), [(BOX, InkKind.BOX), (AREA, InkKind.RULE)], ids=["box", "area"])
def test_of_two_lines_the_nearer_one_counts(element: str, kind: InkKind, by: float) -> None:
    x, y = 40.03, 60.07
    second = drawn(element, x, y + by, "background: none").replace(' id="', ' title="')
    pdf = printed(drawn(element, x, y) + second)
    lies = [line for line in said(pdf, declared(pdf, kind)) if "ink inside" not in line]
    assert lies == []


@pytest.mark.parametrize("style", ["", "visibility: hidden"])
def test_text_and_lines_close_by_are_not_taken_for_the_outline(style: str) -> None:
    x, y = 40.03, 60.07
    near = NEAR.format(x=x, y=y, right=x + 6, left=x - 4.9, above=y - 4.5, below=y + 6)
    pdf = printed(drawn(BOX, x, y, style) + near)
    assert said(pdf, declared(pdf)) == ([f"{NAME} has no outline on page 1"] if style else [])


def test_tall_letters_do_not_make_an_outline() -> None:
    inside = '<span style="position: absolute; left: 0; top: -0.4mm; font-size: 14pt">III</span>'
    pdf = printed(drawn(BOX, style="border-color: #fff", inside=inside))
    assert said(pdf, declared(pdf)) == [f"{NAME} has no ink along its top and bottom"]


def test_every_page_is_looked_at_and_a_page_that_is_not_there_has_no_ink() -> None:
    first, second = drawn(BOX), drawn(BOX, 80, 90).replace('id="box"', 'id="other"')
    pdf = printed(first, second)
    (one, here), (two, there) = pdf.anchors["box"], pdf.anchors["other"]
    boxes = [InkBox(f"box {n}", n, rect) for n, rect in ((3, here), (one, here), (two, there), (two, here))]
    assert (one, two) == (1, 2)
    assert said(pdf, *boxes) == ["box 2 has no outline on page 2", "box 3 has no outline on page 3"]


def test_no_boxes_have_no_faults() -> None:
    assert ink_faults(printed(drawn(BOX)).data, []) == []


@pytest.mark.parametrize("subtype", ["/Widget", "/Stamp"])
def test_what_lies_over_a_box_as_a_field_or_a_comment_is_not_ink(subtype: str) -> None:
    pdf = printed(drawn(BOX))
    left, top, right, bottom = pdf.anchors["box"][1]
    with pikepdf.open(BytesIO(pdf.data)) as document:
        black = document.make_stream(b"0 g 0 0 20 20 re f", BBox=[0, 0, 20, 20], Subtype=pikepdf.Name.Form)
        height = pdf.page_size[1]
        over = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name(subtype),
            FT=pikepdf.Name.Btn,
            F=4,
            Rect=[left - 3, height - bottom - 3, right + 3, height - top + 3],
            AP=pikepdf.Dictionary(N=black),
        )
        fields = pikepdf.Array([document.make_indirect(over)])
        document.pages[0].Annots = fields
        document.Root.AcroForm = pikepdf.Dictionary(Fields=fields)
        document.save(covered := BytesIO())
    assert ink_faults(covered.getvalue(), [declared(pdf)]) == []


@settings(max_examples=100, deadline=None)
@given(
    place=st.tuples(st.floats(13, 190), st.floats(13, 260)),
    by=st.tuples(st.floats(-0.4, 0.4), st.floats(-0.4, 0.4)),
    paper=st.sampled_from(PAPERS),
)
@example(place=(13, 13), by=(0, 0), paper="A4")
@example(place=(190, 260), by=(0.115, 0), paper="letter")
@example(place=(100.021, 100.063), by=(0.085, -0.085), paper="letter")
def test_wherever_between_the_pixels_a_box_stands_a_tenth_of_a_millimetre_decides(
    place: tuple[float, float], by: tuple[float, float], paper: str
) -> None:
    assume(all(abs(abs(distance) - 0.1) > 0.012 for distance in by))
    pdf = printed(drawn(BOX, *place), paper=paper)
    faults = said(pdf, declared(pdf, edges=(*by, *by)))
    across = ["left of" if by[0] < 0 else "right of"] if abs(by[0]) > 0.1 else []
    down = ["above" if by[1] < 0 else "below"] if abs(by[1]) > 0.1 else []
    where = " and ".join(f"# mm {word} its ink" for word in across + down)
    assert [without_numbers(fault)[0] for fault in faults] == ([f"{NAME} lies {where}"] if where else [])
