"""Lengths and places on a page, as every module counts them."""

Rect = tuple[float, float, float, float]
"""Left, top, right, bottom in points from the page's top left."""

POINTS_PER_MM = 72 / 25.4
"""A point is 1/72 inch."""
