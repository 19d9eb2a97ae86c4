"""Hiring principles become role rubrics, rubrics become interview kits on paper."""

__version__ = "0.1.0"
