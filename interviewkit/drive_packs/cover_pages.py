"""Covers laid out: many in one document, of which each becomes a file of its own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from interviewkit.assets import FolderAssets
from interviewkit.drive_packs.cover import Cover
from interviewkit.errors import InputError, RefusedUrlError
from interviewkit.html import open_templates, render_html
from interviewkit.language import Language, LanguageSource
from interviewkit.models.jurisdiction import Paper
from interviewkit.pdf import lay_out_pages
from interviewkit.print_pack.plan import BLANK_SCORECARDS
from interviewkit.problems import Code, Location, Problem

TEMPLATE = "pack_cover.html"


@dataclass(frozen=True)
class CoverPress:
    """What covers are laid out with: plain data, for any process."""

    language: LanguageSource
    templates: tuple[Path, ...]


def lay_out_covers(covers: Sequence[Cover], press: CoverPress) -> list[bytes]:
    """Each cover as a PDF of one page; all are for one size of paper.

    Where a template of the user's own, or a language, needs more room than ours, scorecards are summed up.
    Raises InputError where the template is at fault, OutputError where WeasyPrint cannot work.
    """
    pages = _lay_out(covers, press)
    return pages if len(pages) == len(covers) else [_alone(cover, press) for cover in covers]


def _alone(cover: Cover, press: CoverPress) -> bytes:
    """The page of a cover whose list may be too long."""
    sums = tuple(replace(group, rows=()) for group in cover.groups)
    for each in (cover, replace(cover, shape=None, groups=sums)):
        pages = _lay_out([each], press)
        if len(pages) == 1:
            return pages[0]
    raise _at_fault("a cover does not stand on one page", "let it take less room")


def _lay_out(covers: Sequence[Cover], press: CoverPress) -> list[bytes]:
    """The pages of covers, one document."""
    language = press.language.opened(press.templates)
    environment = open_templates(press.templates, language)
    html = render_html(environment, TEMPLATE, _context(covers, covers[0].paper, language))
    try:
        return lay_out_pages(html, FolderAssets(press.templates))
    except RefusedUrlError as error:
        raise _at_fault(f"the cover asks for {error}", "use files of the templates folder") from None


def _context(covers: Sequence[Cover], paper: Paper, language: Language) -> dict[str, Any]:
    """Everything that the template prints; there is no clock in it."""
    return {
        "covers": covers,
        "blank_scorecards": BLANK_SCORECARDS,
        "paper": paper.value,
        "large_print": False,
        "language": language.code,
        "direction": language.locale.text_direction,
        "fallback_texts": {},
    }


def _at_fault(message: str, hint: str) -> InputError:
    return InputError([Problem(Location(TEMPLATE), Code.TEMPLATE, message, hint)])
