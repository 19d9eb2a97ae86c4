"""Lengths and places on a page, as every module counts them."""

Rect = tuple[float, float, float, float]
"""Left, top, right, bottom in points from the page's top left."""

POINTS_PER_PX = 0.75
"""A CSS pixel is 1/96 inch."""

POINTS_PER_MM = 72 / 25.4
"""A point is 1/72 inch."""
