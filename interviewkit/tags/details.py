"""What only the HTML knows, written into WeasyPrint's structure elements before the PDF is.

`lang`, `scope`, `aria-hidden="true"` (no content), `role="img"` with `aria-label` (a figure and its words),
`title` or `aria-label` of a link, the kind of a list's numbers, and the place of a figure.
"""

from collections.abc import Mapping
from typing import Any

from interviewkit.tags.tree import ARTIFACT, SLOT
from interviewkit.units import POINTS_PER_PX

_SCOPES = {"row": "Row", "rowgroup": "Both", "col": "Column", "colgroup": "Column"}
_NUMBERING = {
    "disc": "Disc",
    "circle": "Circle",
    "square": "Square",
    "decimal": "Decimal",
    "lower-alpha": "LowerAlpha",
    "lower-latin": "LowerAlpha",
    "upper-alpha": "UpperAlpha",
    "upper-latin": "UpperAlpha",
    "lower-roman": "LowerRoman",
    "upper-roman": "UpperRoman",
}


def complete(element: Any, box: Any, language: str, page_height: float, pydyf: Any) -> None:
    """Write what the box's HTML element and its place say into a structure element.

    `language` is the document's; the page's height is in CSS pixels; `pydyf` writes WeasyPrint's objects.
    """
    attributes = {} if box.element is None else box.element.attrib
    if attributes.get("aria-hidden") == "true":
        element[ARTIFACT] = "/Layout"
    if "data-slot" in attributes:
        element[SLOT] = pydyf.String(attributes["data-slot"])
    if attributes.get("lang", language) != language:
        element["Lang"] = pydyf.String(attributes["lang"])
    if attributes.get("role") == "img":
        element["S"] = "/Figure"
    if "aria-label" in attributes and element["S"] == "/Figure":
        element["Alt"] = pydyf.String(attributes["aria-label"])
    if box.link_annotation:
        box.link_annotation["Contents"] = pydyf.String(_words_of_link(box, attributes))
    details = _attributes(element["S"], box, attributes, page_height)
    if details:
        element["A"] = pydyf.Dictionary(element.get("A", {}) | details)


def _attributes(kind: str, box: Any, attributes: Mapping[str, str], page_height: float) -> dict[str, object]:
    """The entries of a structure element's attribute object that the box knows."""
    if kind == "/Figure":
        return {
            "O": "/Layout",
            "BBox": "[{:.3f} {:.3f} {:.3f} {:.3f}]".format(*_from_bottom_left(box, page_height)),
        }
    if kind == "/TH" and attributes.get("scope") in _SCOPES:
        return {"Scope": f"/{_SCOPES[attributes['scope']]}"}
    if kind == "/L":
        style = _NUMBERING.get(str(box.style["list_style_type"]), "None")
        return {"O": "/List", "ListNumbering": f"/{style}"}
    return {}


def _from_bottom_left(box: Any, page_height: float) -> tuple[float, float, float, float]:
    """The border box in PDF's coordinates: left, bottom, right, top in points from the page's bottom left."""
    left, top = box.border_box_x(), box.border_box_y()
    edges = (left, page_height - top - box.border_height(), left + box.border_width(), page_height - top)
    left, bottom, right, top = (edge * POINTS_PER_PX for edge in edges)
    return left, bottom, right, top


def _words_of_link(box: Any, attributes: Mapping[str, str]) -> str:
    """What a screen reader says of a link: its label, else its title and its text (`page` and `3`)."""
    text = "".join(box.element.itertext()) or "".join(getattr(part, "text", "") for part in box.descendants())
    words = attributes.get("aria-label") or f"{attributes.get('title', '')} {text}"
    return " ".join(words.split()) or box.link_annotation["Contents"].string
