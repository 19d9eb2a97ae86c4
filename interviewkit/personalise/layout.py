"""Words of slots laid out: names and dates become forms, many in one go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import jinja2

from interviewkit.errors import InputError, RefusedUrlError
from interviewkit.html import render_html
from interviewkit.language import Language
from interviewkit.models.kit import KitInterviewer
from interviewkit.models.opening import Candidate
from interviewkit.models.sheet import MASTER_ID, Meeting, Sheet
from interviewkit.pdf import Assets, lay_out_pages
from interviewkit.personalise.master import Size, SlotKind
from interviewkit.personalise.words import Words, words_of
from interviewkit.problems import Code, Location, Problem

TEMPLATE = "slot_words.html"

ROOM_ABOVE = 72
"""Points above a slot, for words that need more than its height."""

Own = Candidate | KitInterviewer | Meeting


@dataclass(frozen=True)
class Press:
    """What words are laid out with: templates, what every template is given, and what they may load.

    `shared` holds what the sheet's own template is given as well, so that words are set as on the sheet.
    """

    environment: jinja2.Environment
    shared: Mapping[str, Any]
    assets: Assets
    language: Language


def own_of(sheet: Sheet) -> dict[SlotKind, Own]:
    """What is known of a sheet, by the slot that it goes into."""
    known = {
        SlotKind.CANDIDATE: sheet.candidate,
        SlotKind.INTERVIEWER: sheet.interviewer,
        SlotKind.DATE: sheet.meeting,
    }
    return {kind: own for kind, own in known.items() if own is not None}


def lay_out_words(
    press: Press, sizes: Mapping[SlotKind, Size], wanted: Sequence[tuple[SlotKind, Own]]
) -> list[Words]:
    """The words for slots of these sizes, in the order in which they are wanted.

    Raises InputError where a template is at fault.
    """
    if not wanted:
        return []
    context = {
        **press.shared,
        "pages": [(kind.value, own) for kind, own in wanted],
        "sizes": [(kind.value, width, height + ROOM_ABOVE) for kind, (width, height) in sizes.items()],
    }
    html = render_html(press.environment, TEMPLATE, context)
    if MASTER_ID in html:
        raise _at_fault("a slot shows its sheet, which here is nobody's; show what the macro is given")
    try:
        pages = lay_out_pages(html, press.assets)
    except RefusedUrlError as error:
        raise _at_fault(f"the words ask for {error}; use files of the templates folder") from None
    if len(pages) != len(wanted):
        raise _at_fault("the words of a slot do not stand on one page each")
    return [words_of(page, *_text(own, press.language)) for page, (_, own) in zip(pages, wanted, strict=True)]


def _at_fault(message: str) -> InputError:
    return InputError([Problem(Location(TEMPLATE), Code.TEMPLATE, message)])


def _text(own: Own, language: Language) -> tuple[str, str]:
    """What is read aloud, and in which language."""
    if isinstance(own, Meeting):
        return language.meeting(own), ""
    if isinstance(own, KitInterviewer):
        return own.name, own.name_language or ""
    return f"{own.id} {own.name}" if own.name else own.id, own.name_language or ""
